import type { Sector } from '../../../src/model/seed.ts';
import type { Proposal } from './classify.ts';
import { crossCutting } from './data/sectors.ts';
import type { Experience } from './experience.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The sectors of a document's passages. Each is read by its own words, by what stands above it and by
 * its neighbours: a hidden Markov model whose states are the sectors. A passage without a word of its own
 * is about what those around it are about, and a document about few things as a whole.
 */

export interface SectorPassage {
	readonly text: string;
	/** Headings, labels and the sentence that introduces it. */
	readonly above: string;
	/** Glossary entries that it names. */
	readonly ids: readonly string[];
	/** A later part of the sentence before it. */
	readonly sameSentence: boolean;
}

/** Measured on the originals and on fixtures by several hands, each of which counts as much as the others; around these values little changes. */
const weights = { words: 0.6, experience: 0.4, above: 0.28, title: 0.3, most: 12, sameSentence: 0.65, pointsBack: 0.5, next: 0.2, crossCutting: 0.5, elsewhere: 0.05, rounds: 3 } as const;

/** Words that a passage begins with which speaks of what stands before it. */
const pointsBack = /^(?:It|They|This|These|Those|Its|Their|He|She|Both|Half|Each|Another|The (?:project|company|firm|plant|fund|programme|scheme|facility|unit|two|first|second|number|total|rest|others?|deal|loan|centre|line)|Of (?:these|them)|Until|Since then|So far|Some|Only|Together)\b|^(?:同|これ|この|その|それ|両|うち|また|さらに|一方|なお|当初|残り)/;

/** Makes values sum to one, in place: a long document has many. */
function normalised(values: number[]): number[] {
	let sum = 0;
	for (const value of values) sum += value;
	for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / sum;
	return values;
}
/** Logarithms as shares of one. */
const shares = (logs: readonly number[]): number[] => {
	const most = Math.max(...logs);
	return normalised(logs.map((log) => Math.exp(log - most)));
};

/** @returns for each passage the sectors with the share of our belief in each, the best first */
export function sectorsOf(passages: readonly SectorPassage[], title: string, { sectors, vocabulary, experience }: { readonly sectors: readonly Sector[]; readonly vocabulary: Vocabulary; readonly experience: Experience }): Proposal<string>[][] {
	if (sectors.length === 0) return passages.map(() => []);
	const ids = sectors.map(({ id }) => id);
	const terms = (text: string): number[] => {
		const scores = vocabulary.scores(text);
		return ids.map((id) => Math.min(weights.most, scores.get(id) ?? 0) * (crossCutting[id] ?? 1));
	};
	const contexts = new Map<string, number[]>();
	/** Headings and introductions stand above many passages. */
	const fromAbove = (above: string): number[] => {
		const known = contexts.get(above) ?? terms(above).map((score) => weights.above * score);
		contexts.set(above, known);
		return known;
	};
	const own = passages.map(({ text, ids: named }) => {
		const taught = experience.weigh(text, named);
		return shares(terms(text).map((score, at) => weights.words * score + weights.experience * (taught[at] ?? 0)));
	});
	/** How readily a sector holds on in the next passage: what says how or by whom is soon left again. */
	const holds = ids.map((id) => (crossCutting[id] === undefined ? 1 : weights.crossCutting));
	const stay = passages.map(({ sameSentence, text }) => (sameSentence ? weights.sameSentence : pointsBack.test(text) ? weights.pointsBack : weights.next));
	const named = fromAbove(title);
	let document = shares(named);
	let beliefs: number[][] = [];
	for (let round = 0; round < weights.rounds; round += 1) {
		// The title says of each passage what a heading does, but less: a part may be about something else.
		const likely = document.map((value, at) => Math.log(value + weights.elsewhere) + weights.title * (named[at] ?? 0));
		const starts = passages.map(({ above }) => shares(fromAbove(above).map((score, at) => score + (likely[at] ?? 0))));
		beliefs = smoothed(own, starts, stay, holds);
		if (beliefs.length > 0) document = normalised(ids.map((_, at) => beliefs.reduce((sum, belief) => sum + (belief[at] ?? 0), 0)));
	}
	return beliefs.map((belief) => belief.map((confidence, at) => ({ value: ids[at] ?? '', confidence })).sort((a, b) => b.confidence - a.confidence || (a.value < b.value ? -1 : 1)));
}

/**
 * Forward and backward over the passages.
 * @param own the share of each state by the passage's own words
 * @param starts the share of each where the passage begins something new
 * @param stay the chance that it goes on with the state before it
 * @param holds the part of that chance that each state has
 */
function smoothed(own: readonly number[][], starts: readonly number[][], stay: readonly number[], holds: readonly number[]): number[][] {
	const forward: number[][] = [];
	for (const [at, words] of own.entries()) {
		const before = forward[at - 1];
		const start = starts[at] ?? [];
		const kept = (before ?? []).map((belief, state) => belief * (stay[at] ?? 0) * (holds[state] ?? 1));
		const left = 1 - kept.reduce((sum, belief) => sum + belief, 0);
		forward.push(normalised(words.map((word, state) => word * ((kept[state] ?? 0) + left * (start[state] ?? 0)))));
	}
	let backward: number[] = holds.map(() => 1);
	const beliefs: number[][] = [];
	for (let at = own.length - 1; at >= 0; at -= 1) {
		const behind = backward;
		beliefs[at] = normalised((forward[at] ?? []).map((belief, state) => belief * (behind[state] ?? 1)));
		const here = (own[at] ?? []).map((word, state) => word * (behind[state] ?? 1));
		const anew = here.reduce((sum, value, state) => sum + value * (starts[at]?.[state] ?? 0), 0);
		backward = normalised(here.map((value, state) => {
			const kept = (stay[at] ?? 0) * (holds[state] ?? 1);
			return kept * value + (1 - kept) * anew;
		}));
	}
	return beliefs;
}
