import { languages } from '../../model/languages.ts';
import type { Passage } from '../../search/types.ts';
import { element } from './dom.ts';

/** A passage cut to what lies around its first mark. */
export interface Excerpt extends Passage {
	readonly cutBefore: boolean;
	readonly cutAfter: boolean;
}

/**
 * Cuts a passage so that its first mark shows, with some of what stands before it. No word is cut through.
 * @param columns how wide the excerpt may be: a Japanese character is as wide as two Latin letters
 */
export function excerpt(passage: Passage, columns: number): Excerpt {
	const { lang, text, marks } = passage;
	const length = languages[lang].script === 'Jpan' ? Math.floor(columns / 2) : columns;
	if (text.length <= length) return { ...passage, cutBefore: false, cutAfter: false };
	const first = marks[0]?.[0] ?? 0;
	const target = Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length));
	const starts = [...new Intl.Segmenter(languages[lang].tag, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).map(({ index }) => index);
	const from = target === 0 ? 0 : (starts.find((index) => index >= target && index <= first) ?? first);
	const to = from + length >= text.length ? text.length : (starts.findLast((index) => index > from && index <= from + length) ?? from + length);
	return {
		lang,
		text: text.slice(from, to).replace(/[\s\p{Ps}\p{Pi},、]+$/u, ''),
		marks: marks.filter(([start, end]) => start < to && end > from).map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from]),
		cutBefore: from > 0,
		cutAfter: to < text.length,
	};
}

/** The text with its marks, as nodes: what was found in it stands in `<mark>`. */
function markedText({ text, marks }: Passage): (Node | string)[] {
	let last = 0;
	const nodes: (Node | string)[] = [];
	for (const [from, to] of marks) {
		nodes.push(text.slice(last, from), element('mark', {}, text.slice(from, to)));
		last = to;
	}
	nodes.push(text.slice(last));
	return nodes.filter((node) => node !== '');
}

/** A passage in an element that names its language. */
export const passageElement = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, passage: Passage | Excerpt, attributes: Readonly<Record<string, string>> = {}): HTMLElementTagNameMap[Tag] =>
	element(
		tag,
		{ lang: languages[passage.lang].tag, ...attributes },
		'cutBefore' in passage && passage.cutBefore ? '…\u00A0' : '',
		...markedText(passage),
		'cutAfter' in passage && passage.cutAfter ? '\u00A0…' : '',
	);
