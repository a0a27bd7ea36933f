import type { Backend } from './backend.ts';
import { gaps } from './fold.ts';
import type { Concept, Question } from './query.ts';
import { joinedKey, type Unit } from './units.ts';
import type { Row } from './vocabulary.ts';
import { spell } from './words.ts';

/** Words one slip away from a word that nothing holds: a letter too many, too few, another one, or two exchanged. */

/** Words of a question that may be slips. */
const mostSlips = 3;

/**
 * The text of a question with words in place of those that may be slips; `undefined` where there are none.
 * @param doubtful what nothing holds, or only in parts
 */
export async function mendSlips(backend: Backend, question: Question, doubtful: readonly Concept[]): Promise<string | undefined> {
	// So many words that nothing holds are another subject, not slips.
	if (doubtful.length > mostSlips) return undefined;
	const replacements: { from: number; to: number; text: string }[] = [];
	for (const concept of doubtful) {
		for (const { units, key } of slipCandidates(question.units, concept)) {
			const last = replacements.at(-1);
			const from = units[0]?.from ?? 0;
			if (last && from < last.to) break;
			const similar = await similarWords(backend, key);
			const best = similar[0];
			if (best) {
				replacements.push({ from, to: units.at(-1)?.to ?? 0, text: best[1] });
				break;
			}
		}
	}
	if (replacements.length === 0) return undefined;
	return replacements.reduceRight((text, { from, to, text: better }) => text.slice(0, from) + better + text.slice(to), question.text);
}

/** Shortest words that are looked at for a slip: in short ones, one letter makes another word. */
const slipFrom = { word: 5, kana: 4, run: 3 } as const;

/** What may hold the slip: the word, or in a script without spaces the run it stands in, the part of one kind of character in it, and itself. */
function slipCandidates(units: readonly Unit[], concept: Concept): { units: readonly Unit[]; key: string }[] {
	if (concept.kind === 'word') {
		const surface = spell(concept.units.map((unit) => unit.surface).join(''));
		return surface.length >= slipFrom.word && /[a-z]/.test(surface) ? [{ units: concept.units, key: surface }] : [];
	}
	const grow = (same: (unit: Unit) => boolean): readonly Unit[] => {
		let { from, to } = concept;
		while (from > 0 && units[from]?.gap === gaps.none && same(units[from - 1] as Unit)) from -= 1;
		while (to < units.length && units[to]?.gap === gaps.none && same(units[to] as Unit)) to += 1;
		return units.slice(from, to);
	};
	const script = concept.units[0]?.script;
	const candidates = [grow(({ kind, script: each }) => kind === 'char' && each !== 'hira'), grow(({ script: each }) => each === script), concept.units];
	const seen = new Set<string>();
	return candidates
		.map((each) => ({ units: each, key: joinedKey(each) }))
		.filter(({ units: each, key }) => each.length >= (each.every((unit) => unit.script === 'kata' || unit.script === 'hira') ? slipFrom.kana : slipFrom.run) && !seen.has(key) && seen.add(key));
}

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
