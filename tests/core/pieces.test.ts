import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isText, PieceWriter } from '../../scripts/core/pieces.ts';

const text = fc.tuple(fc.constantFrom('', 'a', 'は', '𠮷\n'), fc.constantFrom(0, 1, 2, 49_999, 50_000, 100_000, 100_001)).map(([unit, times]) => unit.repeat(times));

test('a text in pieces is what was added, none of it empty, and no other text', () => {
	fc.assert(fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
		const written = new PieceWriter();
		for (const each of texts) written.add(each);
		const pieces = written.pieces();
		const whole = texts.join('');
		expect(pieces.join('') === whole).toBe(true);
		expect(pieces.every((piece) => piece.length > 0)).toBe(true);
		expect(isText(pieces, whole)).toBe(true);
		expect(isText(pieces, `${whole}b`)).toBe(false);
		expect(isText(pieces, `b${whole}`)).toBe(false);
		expect(isText([...pieces, 'b'], whole)).toBe(false);
		expect(isText(pieces, undefined)).toBe(false);
	}), { numRuns: 50 });
});
