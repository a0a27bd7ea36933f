import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, markText, mergeRanges, type Sought } from '../../src/search/marks.ts';
import { readQuestion, readText } from '../../src/search/query.ts';
import { isOneEdit } from '../../src/search/suggest.ts';

const noNames = { longest: 0, get: () => undefined };
const seek = (query: string): Sought[] => {
	const { text, units } = readText(query);
	return readQuestion(text, units, noNames).concepts.map((concept) => ({ concept, parts: [] }));
};
const marked = (text: string, query: string): string[] => markText(text, [], seek(query)).marks.map(([from, to]) => text.slice(from, to));
const hostile = fc.string({ unit: 'binary', maxLength: 60 });

describe('a match has one continuous mark', () => {
	test.each([
		['円借款プロジェクト', '円借款', ['円借款']],
		['データ・センターの拡大', 'データセンター', ['データ・センター']],
		['ＬＬＭ（大規模言語モデル）', 'LLM', ['ＬＬＭ']],
		['The semi-conductor industry', 'semi-conductor', ['semi-conductor']],
		['New data centres in Chennai', 'data centre', ['data centres']],
		['a 400 MW portfolio', '400MW', ['400 MW']],
		['ﾚｱｱｰｽの精製', 'レアアース', ['ﾚｱｱｰｽ']],
	])('%s, asked for %s', (text, query, expected) => {
		expect(marked(text, query)).toEqual(expected);
	});
});

test('marks lie inside the text, in order and apart, whatever the text and the question', () => {
	fc.assert(
		fc.property(hostile, hostile, (text, query) => {
			let end = -1;
			for (const [from, to] of markText(text, [], seek(query + text.slice(0, 10))).marks) {
				expect(from).toBeGreaterThan(end);
				expect(to).toBeGreaterThan(from);
				expect(to).toBeLessThanOrEqual(text.length);
				end = to;
			}
		}),
	);
});

test('an excerpt does not cut words that stand apart', () => {
	const text = 'considerable '.repeat(30) + 'bamboo' + ' considerable'.repeat(30);
	const words = new Set(excerpt(text, [[390, 396]], 240).text.split(' '));
	expect(words).toEqual(new Set(['…', 'considerable', 'bamboo']));
});

test('an excerpt whose mark stands near the end still uses its length', () => {
	const text = `${'who signed it and when '.repeat(20)}mark`;
	expect(excerpt(text, [[text.length - 4, text.length]], 240).text.length).toBeGreaterThan(220);
});

test('an excerpt of a long text keeps its first mark, and the marks keep their words', () => {
	fc.assert(
		fc.property(fc.nat(2000), fc.integer({ min: 10, max: 400 }), (before, length) => {
			const text = `${'word. '.repeat(before).slice(0, before)}TARGET${' more'.repeat(200)}`;
			const shown = excerpt(text, [[before, before + 6]], length);
			expect(shown.marks.map(([from, to]) => shown.text.slice(from, to))).toEqual(['TARGET']);
		}),
	);
});

test('ranges that touch or have one space between become one', () => {
	expect(mergeRanges('one two, three', [[4, 7], [0, 3], [9, 14]])).toEqual([[0, 7], [9, 14]]);
});

describe('one edit', () => {
	test.each([['renesas', 'xenesas'], ['semicondutcor', 'semiconductor'], ['るねさす', 'るねさ'], ['アモンニア', 'アンモニア']])('%s and %s', (a, b) => {
		expect(isOneEdit(a, b)).toBe(true);
		expect(isOneEdit(b, a)).toBe(true);
	});
	test('neither none nor two', () => {
		expect(isOneEdit('same', 'same')).toBe(false);
		expect(isOneEdit('battery', 'bater')).toBe(false);
	});
});
