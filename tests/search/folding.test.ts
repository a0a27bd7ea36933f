import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { joinedKey, toUnits } from '../../src/search/units.ts';

const key = (text: string): string => joinedKey(toUnits(text));
const hostile = fc.string({ unit: 'binary', maxLength: 80 });

describe('two ways to write one thing are one', () => {
	test.each([
		['width of letters', 'ＬＬＭ', 'LLM'],
		['width of digits and letters', '４００ＭＷ', '400MW'],
		['a space before a unit', '400 MW', '400MW'],
		['a unit in kana', '400メガワット', '400MW'],
		['half-width katakana', 'ﾃﾞｰﾀｾﾝﾀｰ', 'データセンター'],
		['hiragana and katakana', 'れああーす', 'レアアース'],
		['middle dots', 'データ・センター', 'データセンター'],
		['a long vowel at the end', 'データセンタ', 'データセンター'],
		['a hyphen for the long vowel', 'デ‐タセンタ-', 'データセンター'],
		['small kana', 'モビリテイ', 'モビリティ'],
		['ヴァ and バ', 'ヴァーラーナシー', 'バーラーナシー'],
		['digits in kanji', '第八回', '第8回'],
		['numbers in kanji', '第二十一回', '第21回'],
		['years in kanji', '二〇二五年', '2025年'],
		['か of a count', '20ヶ所', '20か所'],
		['grouping commas', '1,050億', '1050億'],
		['old and new kanji', 'サプライチェーン強靭化', 'サプライチェーン強靱化'],
		['British and American', 'localisation of the labour programme centre', 'localization of the labor program center'],
		['hyphens', 'semi-conductor', 'semiconductor'],
		['singular and plural', 'companies', 'company'],
		['a possessive', 'Renesas’s', 'Renesas'],
		['accents', 'Tōkyō', 'TOKYO'],
		['numbers as words', 'seven', '7th'],
		['points of an abbreviation', 'U.P.', 'UP'],
	])('%s: %s = %s', (_what, written, plain) => {
		expect(key(written)).toBe(key(plain));
	});

	test.each([
		['が', 'か'],
		['400MW', '40MW'],
		['2.0', '20'],
		['semiconductor', 'conductor'],
		['NTT’s data', 'NTT DATA'],
	])('%s is not %s', (one, another) => {
		expect(key(one)).not.toBe(key(another));
	});
});

test('any text folds to characters that lie in it, in order', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			let end = 0;
			for (const { from, to } of fold(text)) {
				expect(from).toBeLessThan(to);
				// One character may give several (㈱), which share its place.
				expect(from).toBeGreaterThanOrEqual(Math.min(end, from));
				expect(to).toBeGreaterThanOrEqual(end);
				expect(to).toBeLessThanOrEqual(text.length);
				end = to;
			}
		}),
	);
});

test('any text is cut into units that lie in it, in order and apart or at one place', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			let last = { from: 0, to: 0 };
			for (const unit of toUnits(text)) {
				expect(unit.key).not.toBe('');
				expect(unit.from >= last.to || (unit.from === last.from && unit.to === last.to) || unit.from === last.from).toBe(true);
				expect(unit.to).toBeLessThanOrEqual(text.length);
				last = unit;
			}
		}),
	);
});

test('what was folded once does not change when it is folded again', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...Array.from('データセンタ強靱化第八回ＬＭ・ーabcヴァ 12,')), maxLength: 30 }), (text) => {
			const once = toUnits(text).map((unit) => unit.key).join(' ');
			expect(toUnits(once).map((unit) => unit.key).join(' ')).toBe(toUnits(toUnits(once).map((unit) => unit.key).join(' ')).map((unit) => unit.key).join(' '));
		}),
	);
});
