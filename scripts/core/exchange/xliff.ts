import { DOMImplementation, DOMParser, XMLSerializer, type Element } from '@xmldom/xmldom';
import { langs, languages } from '../../../src/model/languages.ts';
import type { Batch, Message } from './message.ts';

/** XLIFF 2.0 (OASIS), for OmegaT, Weblate and agencies. The unit's `name` is ours; its `id` must be a plain token. */

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
const xml = 'http://www.w3.org/XML/1998/namespace';

export function toXliff({ from, to, messages }: Batch): string {
	const document = new DOMImplementation().createDocument(namespace, 'xliff', null);
	const root = document.documentElement as Element;
	const add = (parent: Element, name: string, attributes: Readonly<Record<string, string>>, text?: string): Element => {
		const element = document.createElementNS(namespace, name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
		if (text !== undefined) element.appendChild(document.createTextNode(text));
		parent.appendChild(element);
		return element;
	};
	root.setAttribute('version', '2.0');
	root.setAttribute('srcLang', languages[from].tag);
	root.setAttribute('trgLang', languages[to].tag);
	const file = add(root, 'file', { id: 'texts' });
	for (const [index, { id, source, target, unfinished, exported }] of messages.entries()) {
		const unit = add(file, 'unit', { id: `u${index + 1}`, name: id });
		unit.setAttributeNS(xml, 'xml:space', 'preserve');
		add(add(unit, 'notes', {}), 'note', { category: 'exported' }, exported);
		const segment = add(unit, 'segment', { state: target === '' || unfinished ? 'initial' : 'final' });
		add(segment, 'source', {}, source);
		add(segment, 'target', {}, target);
	}
	return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document).replaceAll(/(?=<(?:file|unit|\/file|\/xliff)\b)/g, '\n')}\n`;
}

/** @throws {Error} where the text is no XML, no XLIFF 2, or names no languages of ours */
export function fromXliff(text: string): Batch {
	const problem: string[] = [];
	const document = new DOMParser({
		onError: (level, message) => {
			if (level !== 'warning') problem.push(message);
		},
	}).parseFromString(text, 'text/xml');
	if (problem[0] !== undefined) throw new Error(problem[0]);
	const root = document.documentElement;
	if (root?.namespaceURI !== namespace) throw new Error('its first element is not that of XLIFF 2.0');
	const lang = (name: string) => langs.find((each) => languages[each].tag === root.getAttribute(name));
	const [from, to] = [lang('srcLang'), lang('trgLang')];
	if (from === undefined || to === undefined) throw new Error('`srcLang` and `trgLang` do not name two languages of the site');
	const units = [...document.getElementsByTagNameNS(namespace, 'unit')];
	return { from, to, messages: units.map(readUnit) };
}

function readUnit(unit: Element): Message {
	const all = (name: string): Element[] => [...unit.getElementsByTagNameNS(namespace, name)];
	// A tool may cut a unit into several segments; the unit's text is all of them.
	const joined = (name: string): string => all(name).map((element) => element.textContent ?? '').join('');
	return {
		id: unit.getAttribute('name') ?? '',
		source: joined('source'),
		target: joined('target'),
		// Programs for translators write `translated` for what their user has finished; the rest follows a review.
		unfinished: all('segment').some((segment) => !['translated', 'reviewed', 'final'].includes(segment.getAttribute('state') ?? '')),
		exported: all('note').find((note) => note.getAttribute('category') === 'exported')?.textContent ?? '',
	};
}
