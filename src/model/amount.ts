/**
 * Amounts as the sources write them. One table of scale words serves the seeds (`60 billion`,
 * `600億`), the comparison of the two texts of a statement, and the search.
 */

/** Words that multiply the number before them, in the three number systems that readers use. */
export const scaleWords: Readonly<Record<string, number>> = {
	thousand: 1e3,
	lakh: 1e5,
	million: 1e6,
	crore: 1e7,
	billion: 1e9,
	trillion: 1e12,
	'lakh crore': 1e12,
	千: 1e3,
	万: 1e4,
	百万: 1e6,
	千万: 1e7,
	億: 1e8,
	百億: 1e10,
	千億: 1e11,
	兆: 1e12,
};

const digits = String.raw`\d+(?:,\d{2,3}(?!\d))*(?:\.\d+)?`;
const words = Object.keys(scaleWords).sort((a, b) => b.length - a.length);
/** Words set apart from their number, and those written on to it, which may be followed by a further number: 2兆3,000億. */
const apart = words.filter((word) => /^[a-z]/.test(word)).join('|');
const joined = words.filter((word) => !/^[a-z]/.test(word)).join('|');

/** A number with its scale words, as it stands in running text: `1,050億`, `2兆3,000億`, `1万500`, `10,500 crore`, `2.4 billion`. */
export const scaledNumberPattern = String.raw`${digits}(?:\s?(?:${apart})s?(?![a-z])|(?:\s?(?:${joined})(?:${digits}(?:${joined}))*(?:${digits})?))?`;

const whole = new RegExp(`^${scaledNumberPattern}$`, 'i');
/** Digits in groups as both readers write them: 10,500 and 1,05,000, but not 1,23. */
const grouped = /^(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?![\d,])/;
const piece = new RegExp(String.raw`(${digits})\s?(?:(${apart}|${joined})s?)?`, 'giu');

/**
 * Reads a number with scale words.
 * @returns the plain number, or `undefined` where `text` is not wholly such a number.
 * @example parseAmount('1,050億') // => 105000000000
 * @example parseAmount('60 billion') // => 60000000000
 */
export function parseAmount(text: string): number | undefined {
	const normalized = text.normalize('NFKC').trim();
	if (!whole.test(normalized) || !grouped.test(normalized)) return undefined;
	let sum = 0;
	for (const [, figure = '', word] of normalized.matchAll(piece)) {
		const value = Number(figure.replaceAll(',', ''));
		// Decimals times a scale word leave binary dust (1.1 × 10⁷); fifteen significant digits hold what a number can.
		sum += word === undefined ? value : Number((value * (scaleWords[word.toLowerCase()] ?? 1)).toPrecision(15));
	}
	return sum;
}

/** By what an amount is larger than another of its unit: a range by its end. */
export const sizeOf = ({ value, to }: { readonly value?: number | undefined; readonly to?: number | undefined }): number => to ?? value ?? 0;
