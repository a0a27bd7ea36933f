/**
 * The beginning of a text, as a label for a link to it: cut between words, or in a script without spaces between
 * characters, at a mark of punctuation where one is near.
 * @param most the length in characters of full width: a Latin letter counts as half of one
 * @example shortText('The agencies signed an accord.', 'en', 10) // => 'The agencies signed…'
 */
export function shortText(text: string, tag: string, most = 32): string {
	let width = 0;
	let taken = '';
	for (const { segment } of new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)) {
		width += [...segment].reduce((sum, character) => sum + (/[\u0000-\u024F\u2000-\u206F]/.test(character) ? 0.5 : 1), 0);
		if (width > most) return `${taken.replace(/[\s\p{P}]+$/u, '')}…`;
		taken += segment;
	}
	return text;
}
