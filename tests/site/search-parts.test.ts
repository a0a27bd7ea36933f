import { describe, expect, test } from 'vitest';
import { readAddress, toggled, writeAddress } from '../../src/components/search/address.ts';
import { pick, speaker } from '../../src/components/search/messages.ts';
import { excerpt } from '../../src/components/search/passage.ts';

describe('addresses', () => {
	test.each(['', '?q=osat', '?q=%E5%8D%8A%E5%B0%8E%E4%BD%93&sector=space&sector=semiconductors&year=2024'])('%s is read and written the same', (address) => {
		expect(writeAddress(readAddress(address))).toBe(address);
	});

	test('what is no filter is left out, and each value counts once', () => {
		expect(readAddress('?q=a&colour=red&sector=&status=signed&status=signed')).toEqual({ query: 'a', filters: { status: ['signed'] } });
	});

	test('a question too long for a server is cut, and a broken character mended', () => {
		expect(writeAddress({ query: 'x'.repeat(10_000), filters: {} })).toHaveLength('?q='.length + 500);
		expect(readAddress(writeAddress({ query: 'a\uD800', filters: {} })).query).toBe('a\uFFFD');
	});

	test('a filter is set and lifted', () => {
		const set = toggled({ year: ['2024'] }, 'sector', 'space');
		expect(set).toEqual({ year: ['2024'], sector: ['space'] });
		expect(toggled(set, 'sector', 'space')).toEqual({ year: ['2024'] });
	});
});

describe('messages', () => {
	const catalogue = { 'search.count_one': '{{count}} result', 'search.count_other': '{{count}} results', 'search.none': 'Nothing for {{query}}', 'search.other': '', 'nav.about': 'About' };
	const messages = pick(catalogue, { search: ['count', 'none'] });

	test('only what is needed is embedded, with its plural forms', () => {
		expect(messages).toEqual({ search: { count_one: '{{count}} result', count_other: '{{count}} results', none: 'Nothing for {{query}}' } });
	});

	test('the plural form and the number follow the language', () => {
		const say = speaker(messages, 'en');
		expect([1, 2, 1234].map((count) => say('search', 'count', { count }))).toEqual(['1 result', '2 results', '1,234 results']);
	});

	test('a value is text: nothing in it is filled in or read as a pattern', () => {
		expect(speaker(messages, 'en')('search', 'none', { query: '{{query}} $& <b>' })).toBe('Nothing for {{query}} $& <b>');
	});
});

describe('excerpts', () => {
	const text = 'In June 2024 the companies signed an agreement. It concerns a plant for outsourced semiconductor assembly and test in the state of Gujarat, which is to begin work later.';
	const from = text.indexOf('semiconductor');

	test('a short passage stays whole', () => {
		expect(excerpt({ lang: 'en', text: 'Short.', marks: [[0, 5]] }, 60)).toEqual({ lang: 'en', text: 'Short.', marks: [[0, 5]], cutBefore: false, cutAfter: false });
	});

	test('the mark shows, and no word is cut through', () => {
		const cut = excerpt({ lang: 'en', text, marks: [[from, from + 13]] }, 60);
		expect(cut).toEqual({ lang: 'en', text: 'for outsourced semiconductor assembly and test in the state', marks: [[15, 28]], cutBefore: true, cutAfter: true });
	});

	test('a mark at the end shows too, and one that is cut off is left out', () => {
		const last = text.indexOf('later');
		expect(excerpt({ lang: 'en', text, marks: [[last, last + 5]] }, 40).text).toMatch(/later\.$/);
		expect(excerpt({ lang: 'en', text, marks: [[0, 2], [last, last + 5]] }, 40)).toMatchObject({ marks: [[0, 2]], cutBefore: false, cutAfter: true });
	});

	test('Japanese takes half as many characters', () => {
		const japanese = '経済産業省とインド電子情報技術省は2023年7月、「日印半導体サプライチェーン・パートナーシップに関する協力覚書」に署名した。';
		const at = japanese.indexOf('半導体');
		const cut = excerpt({ lang: 'ja', text: japanese, marks: [[at, at + 3]] }, 60);
		expect(cut.text.length).toBeLessThanOrEqual(30);
		expect(cut.marks.map(([start, end]) => cut.text.slice(start, end))).toEqual(['半導体']);
	});
});
