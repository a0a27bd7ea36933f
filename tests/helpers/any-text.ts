import fc from 'fast-check';
import { hostileTexts } from '../core/hostile-texts.ts';

const fragments = [
	...Object.values(hostileTexts),
	'', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\\', '\\\\', '`', '``', '*', '**', '_', '__', '~', '~~', '#', '-', '--', '+', '=', '>', '<', '</', '/>',
	'{', '}', '{/*', '*/}', '[', ']', '](', '!', '![', '(', ')', '|', '\\|', ':', '::', ':::', ':a', '@', '.', ',', ';', '&', '&#', '&amp;', '$', '^', '%', '"', "'",
	'import', 'export', 'import ', 'www', 'www.', 'http', 'https', '://', '//', 'mailto:', 'a@b.c', 'a', 'Z', '0', '1', '1.', 'x.y', 'é', 'ſ', 'K',
	'は', '日本', '、', '。', '「', '」', '　', '・', 'ー', '😀', '\u200D', '\uFE0F', '𠮷', '\u0301', '\u00A0', '\u2003', '\u2028', '\uFEFF', '\0', '\uD83D', '\uDE00',
];
const unit = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...fragments) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
	{ weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xFFFF }), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)) },
);

/**
 * Any text: pieces of what parsers stumble over, and random characters between them, halves of pairs among them. To build
 * the table of graphemes takes most of a second, so that no other helper may import this.
 */
export const anyText = fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) => units.join(''));
