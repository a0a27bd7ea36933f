import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toXliff } from '../../../scripts/core/exchange/xliff.ts';
import { langs } from '../../../src/model/languages.ts';

/**
 * The part of the core of XLIFF 2.0 (OASIS standard, section 4.2) that an export uses: what each element may hold, in
 * which order, and its attributes, those that it must have first.
 */
const core: Readonly<Record<string, { readonly children: RegExp; readonly must: readonly string[]; readonly may: readonly string[] }>> = {
	xliff: { children: /^(file )+$/, must: ['version', 'srcLang', 'trgLang'], may: ['xmlns'] },
	file: { children: /^((?:unit|group) )+$/, must: ['id'], may: [] },
	unit: { children: /^(notes )?((?:segment|ignorable) )+$/, must: ['id'], may: ['name', 'xml:space'] },
	notes: { children: /^(note )+$/, must: [], may: [] },
	note: { children: /^$/, must: [], may: ['category'] },
	segment: { children: /^source (target )?$/, must: [], may: ['state'] },
	source: { children: /^$/, must: [], may: [] },
	target: { children: /^$/, must: [], may: [] },
};
const states = ['initial', 'translated', 'reviewed', 'final'];

const childrenOf = (element: Element): Element[] => [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
const namesOf = (element: Element): string[] => [...element.attributes].map(({ name }) => name);

/** What of an element and below it the standard does not allow. */
function violations(element: Element): string[] {
	const { localName } = element;
	const rule = core[localName ?? ''];
	if (!rule || element.namespaceURI !== 'urn:oasis:names:tc:xliff:document:2.0') return [`${element.tagName} is no element of the core`];
	const children = childrenOf(element);
	const found = namesOf(element);
	return [
		...(rule.children.test(children.map(({ localName: name }) => `${name} `).join('')) ? [] : [`${localName} holds ${children.map(({ localName: name }) => name).join(', ')}`]),
		...rule.must.filter((name) => !found.includes(name)).map((name) => `${localName} without ${name}`),
		...found.filter((name) => ![...rule.must, ...rule.may].includes(name)).map((name) => `${localName} with ${name}`),
		...(localName === 'segment' && !states.includes(element.getAttribute('state') ?? 'initial') ? ['an unknown state'] : []),
		...children.flatMap(violations),
	];
}

test('an export has the structure that XLIFF 2.0 asks for, whatever its texts say', () => {
	const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => each.isWellFormed() && !/[^\P{C}\n\t]/u.test(each));
	const message = fc.record({ id: text, source: fc.oneof(text, fc.constantFrom(']]>', '<!-- ', '&amp;', '<target>', '{{count}}', '%s\\n')), target: fc.oneof(text, fc.constant('')), unfinished: fc.boolean(), exported: fc.stringMatching(/^[0-9a-f]{16}$/) });
	const [from, to] = langs;
	fc.assert(
		fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), (messages) => {
			const root = new DOMParser().parseFromString(toXliff({ from, to: to ?? from, messages }), 'text/xml').documentElement as Element;
			expect(violations(root)).toEqual([]);
			// The id of a unit is a token of names, and stands once in its file.
			const ids = childrenOf(root).flatMap(childrenOf).map((unit) => unit.getAttribute('id') ?? '');
			expect(ids.every((id) => /^[\w.:-]+$/.test(id))).toBe(true);
			expect(new Set(ids).size).toBe(messages.length);
		}),
		{ numRuns: 200 },
	);
});
