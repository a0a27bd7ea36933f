import fc from 'fast-check';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../../src/site/markdown-writer.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';

/** Pieces that mean nothing, and those that mean something in some places only: at the start of a line, before a bracket, after a w. */
const pieces = fc.constantFrom('a', 'Zü', '日本。', '、', ' ', '  ', '. ', '1.', '1)', '12', '-', '- ', '+ ', '=', '(', ')', 'w.', '.x', 'https', ':', '/', '://x', "'", '"', '&', '&a', 'R&D', '–', '%', '·', '!', '[', '*', '_', '#', '@', '~', '|', '<b', '\\', '`');
const value = fc.oneof({ weight: 4, arbitrary: fc.array(pieces, { maxLength: 5 }).map((all) => all.join('')) }, { weight: 1, arbitrary: anyText });
const url = fc.oneof(fc.constantFrom('https://a.example/b#c', 'https://a.example/(x)', 'https://a.example/a&b', '../x'), value);
const text = value.map((each): PhrasingContent => ({ type: 'text', value: each }));
const phrasing = fc.array(fc.oneof(
	text,
	text,
	value.map((each): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value: each }] })),
	value.map((each): PhrasingContent => ({ type: 'inlineCode', value: each })),
	fc.tuple(url, value).map(([address, each]): PhrasingContent => ({ type: 'link', url: address, children: [{ type: 'text', value: each }] })),
	url.map((address): PhrasingContent => ({ type: 'link', url: address, children: [{ type: 'text', value: address }] })),
), { minLength: 1, maxLength: 4 });
const paragraph = phrasing.map((children): BlockContent => ({ type: 'paragraph', children }));
const list = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): BlockContent => ({ type: 'list', ordered: false, spread: false, children: items.map((item) => ({ type: 'listItem', spread: false, children: [item] })) }));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
	fc.array(fc.array(phrasing, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })).map((rows): RootContent => ({ type: 'table', align: rows[0]?.map(() => null) ?? [], children: rows.map((cells) => ({ type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) })) }));
const block: fc.Arbitrary<RootContent> = fc.oneof(
	table,
	paragraph,
	list,
	list,
	fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 6), phrasing).map(([depth, children]): RootContent => ({ type: 'heading', depth, children })),
	fc.array(fc.oneof(paragraph, list, list.map((each): BlockContent => ({ type: 'blockquote', children: [each] }))), { minLength: 1, maxLength: 3 }).map((children): RootContent => ({ type: 'blockquote', children })),
	value.map((each): RootContent => ({ type: 'code', value: each })),
);

test('what is put together without the library is what the library writes', () => {
	fc.assert(fc.property(fc.array(block, { maxLength: 4 }), (children) => {
		const expected = toMarkdown({ type: 'root', children: structuredClone(children) }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' });
		expect(writeMarkdown(children)).toBe(expected);
	}), { numRuns: fuzzRuns(3_000) });
});
