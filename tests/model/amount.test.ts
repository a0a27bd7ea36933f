import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, scaleWords } from '../../src/model/amount.ts';

describe('an amount as a source writes it', () => {
	test.each([
		['1050', 1050],
		['1,050', 1050],
		['1,05,000', 105_000],
		['2.5', 2.5],
		['0', 0],
		['60 billion', 60e9],
		['60billion', 60e9],
		['2.4 Billion', 2.4e9],
		['3 millions', 3e6],
		['10,500 crore', 105e9],
		['1.1 crore', 11e6],
		['25 lakh', 2.5e6],
		['1 lakh crore', 1e12],
		['600億', 600e8],
		['1,050億', 1050e8],
		['600 億', 600e8],
		['2兆3,000億', 2.3e12],
		['1億2,500万', 125e6],
		['1万500', 10_500],
		['3億5千万', 350e6],
		['5百万', 5e6],
		['８００億', 800e8],
		[' 60 billion ', 60e9],
	])('%j is %d', (text, value) => {
		expect(parseAmount(text)).toBe(value);
	});

	test.each(['', 'sixty', 'billion', '億', '-5', '+5', '1,23', '1,2345', '12,34', ',500', '5,', '.5', '5.', '1.2.3', '60 bilion', '60 billions of yen', '¥60 billion', '600億円', '60-70 billion', '5 million 3', '1e9', '0x10', 'NaN', 'Infinity', '六百億'])('%j is none', (text) => {
		expect(parseAmount(text)).toBeUndefined();
	});
});

const word = fc.constantFrom(...Object.keys(scaleWords));
const scaled = (number: string, scale: string): string => (/^[a-z]/.test(scale) ? `${number} ${scale}` : number + scale);

test('any whole number is itself, in plain digits and in groups of either kind', () => {
	fc.assert(fc.property(fc.maxSafeNat(), (value) => {
		expect(parseAmount(String(value))).toBe(value);
		for (const locale of ['en-GB', 'en-IN', 'ja-JP']) expect(parseAmount(value.toLocaleString(locale))).toBe(value);
	}));
});

test('a scale word multiplies without dust', () => {
	fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), word, (thousandths, scale) => {
		const number = (thousandths / 1000).toFixed(3);
		// Whole numbers only, which are exact: thousandths × scale ÷ 1000.
		expect(parseAmount(scaled(number, scale))).toBe((thousandths * (scaleWords[scale] ?? 0)) / 1000);
	}));
});

test('any text is an amount of zero or more, or none, without an error', () => {
	fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.oneof(fc.constantFrom(',', '.', ' ', '-', 's'), fc.nat(9).map(String), word)).map((parts) => parts.join(''))), (text) => {
		const value = parseAmount(text);
		expect(value === undefined || (Number.isFinite(value) && value >= 0)).toBe(true);
	}));
});
