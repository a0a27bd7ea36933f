import type { Backend } from './backend.ts';
import type { Row } from './vocabulary.ts';

/** Words that one slip away from a word that nothing holds: a letter too many, too few, another one, or two exchanged. */

/** Whether one edit makes one word of the other. */
export function isOneEdit(a: string, b: string): boolean {
	const [first, second] = [Array.from(a), Array.from(b)];
	if (Math.abs(first.length - second.length) > 1 || a === b) return false;
	let at = 0;
	while (at < first.length && first[at] === second[at]) at += 1;
	const rest = (from: number, word: readonly string[]): string => word.slice(from).join('');
	if (first.length === second.length) {
		const exchanged = first[at] === second[at + 1] && first[at + 1] === second[at] && rest(at + 2, first) === rest(at + 2, second);
		return exchanged || rest(at + 1, first) === rest(at + 1, second);
	}
	return first.length > second.length ? rest(at + 1, first) === rest(at, second) : rest(at, first) === rest(at + 1, second);
}

/**
 * The words one slip away, the likeliest first.
 * A slip leaves the first or the second half of a word whole, so that two short stretches of the lists hold them all.
 */
export async function similarWords(backend: Backend, word: string): Promise<Row[]> {
	const chars = Array.from(word);
	const half = Math.floor(chars.length / 2);
	// Only where the two letters in the middle are exchanged is neither half whole.
	const exchanged = [...chars.slice(0, half - 1), chars[half], chars[half - 1], ...chars.slice(half + 1)].join('');
	const lists = await Promise.all([backend.wordsFrom(chars.slice(0, half).join('')), backend.wordsTo(chars.slice(half).join('')), backend.wordsFrom(exchanged)]);
	const found = new Map(lists.flat().filter(([key]) => isOneEdit(word, key)));
	const likely = (key: string): number => (key[0] === word[0] ? 2 : 0) + (key.length === word.length ? 1 : 0);
	return [...found].sort(([a], [b]) => likely(b) - likely(a) || (a < b ? -1 : 1));
}
