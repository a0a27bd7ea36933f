import { langs, type Lang } from '../../../src/model/languages.ts';
import type { Position } from '../issue.ts';
import type { ParsedYaml } from '../yaml.ts';
import { endOf, isElement, offsetOf, walk, type Page } from './page.ts';

/** A passage of text in one language, with the place of every character of it. */
export interface Passage {
	readonly lang: Lang;
	readonly text: string;
	/** Where it is: a statement is written in another style than a guide. */
	readonly kind: 'seed' | 'page' | 'label';
	/** The field of a seed that it stands in. */
	readonly field?: string;
	/** Whether it is made of sentences, and not a name or a title. */
	readonly isProse: boolean;
	readonly at: (offset: number) => Position;
	/** Whether these characters stand in the file as they stand in the text, so that an edit can be made there. */
	readonly isLiteral: (offset: number, length: number) => boolean;
}

/** Fields that hold sentences; the others hold names and titles. */
const proseFields = new Set(['text', 'note', 'about', 'rights', 'description']);

/** Every text of a seed file that stands in all languages. */
export function seedPassages({ data, textAt }: Pick<ParsedYaml, 'data' | 'textAt'>): Passage[] {
	const passages: Passage[] = [];
	const visit = (value: unknown, path: readonly PropertyKey[]): void => {
		if (Array.isArray(value)) value.forEach((entry, index) => visit(entry, [...path, index]));
		else if (typeof value === 'object' && value !== null) {
			const fields = value as Record<string, unknown>;
			for (const [key, inner] of Object.entries(fields)) {
				const lang = langs.find((each) => each === key);
				if (lang !== undefined && typeof inner === 'string') {
					const field = String(path.at(-1));
					const { at, isLiteral } = textAt([...path, key]);
					passages.push({ lang, text: inner, kind: 'seed', field, isProse: proseFields.has(field), at, isLiteral });
				} else visit(inner, [...path, key]);
			}
		}
	};
	visit(data, []);
	return passages;
}

/** What stands for code and components in a sentence, so that it stays one. */
const placeholder = '\uFFFC';

/** The editors' own text of a page: a passage for each paragraph, heading, item and cell. */
export function pagePassages(page: Page): Passage[] {
	if (page.root === undefined) return [];
	const passages: Passage[] = [];
	for (const { node, around } of walk(page.root)) {
		if (!['paragraph', 'heading', 'tableCell'].includes(node.type) || !page.isOwn(offsetOf(node))) continue;
		let text = '';
		const offsets: number[] = [];
		for (const { node: part, around: inside } of walk(node)) {
			const isCode = part.type === 'inlineCode' || (isElement(part) && part.name === 'Ref');
			if (part.type === 'text' && !inside.some((each) => isElement(each) && each.name === 'Ref')) {
				const from = offsetOf(part);
				// Escapes are one character longer in the file than in the text.
				const literal = page.text.slice(from, endOf(part)) === part.value;
				for (let index = 0; index < part.value.length; index += 1) offsets.push(from + (literal ? index : Math.min(index, endOf(part) - from - 1)));
				text += part.value;
			} else if (isCode) {
				offsets.push(offsetOf(part));
				text += placeholder;
			}
		}
		const given = [...around].reverse().flatMap((each) => (isElement(each) ? each.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' && attribute.name === 'lang' && typeof attribute.value === 'string' ? [attribute.value] : [])) : []))[0];
		const lang = given === undefined ? page.lang : langs.find((each) => each === given);
		if (text.trim() === '' || lang === undefined) continue;
		passages.push({
			lang,
			text,
			// A text that stands in both languages is written as the statements are.
			kind: given === undefined ? 'page' : 'seed',
			isProse: node.type === 'paragraph',
			at: (offset) => page.at(offsets[Math.min(offset, offsets.length - 1)] ?? offsetOf(node)),
			isLiteral: (offset, length) => page.text.startsWith(text.slice(offset, offset + length), offsets[offset] ?? -1),
		});
	}
	return passages;
}

/** The labels of a catalogue. */
export function labelPassages(file: string, json: string, lang: Lang, labels: Readonly<Record<string, string>>): Passage[] {
	const lines = [0, ...[...json.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return Object.entries(labels).map(([key, text]): Passage => {
		const found = json.indexOf(`${JSON.stringify(key)}:`);
		const start = found < 0 ? 0 : json.indexOf('"', found + JSON.stringify(key).length) + 1;
		return {
			lang,
			text,
			kind: 'label',
			isProse: /[。.!?]$/.test(text),
			at: (offset) => {
				const place = start + offset;
				const line = lines.findLastIndex((from) => from <= place);
				return { file, line: line + 1, column: place - (lines[line] ?? 0) + 1 };
			},
			isLiteral: (offset, length) => json.startsWith(text.slice(offset, offset + length), start + offset),
		};
	});
}

export { placeholder };
