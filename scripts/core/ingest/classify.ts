import type { Sector } from '../../../src/model/seed.ts';
import type { Corpus } from '../corpus.ts';
import type { StatementKind, Status } from '../../../src/model/vocabulary.ts';
import { japanese, matchesOf } from './clean.ts';
import { crossCutting, sectorCues } from './data/sectors.ts';
import { kindCues, stateCues, statusCues } from './data/status.ts';

/** Sector, kind and status of a passage, each with how sure the words make us. */

export interface Proposal<T extends string> {
	readonly value: T;
	readonly confidence: number;
}

export type SectorScores = ReadonlyMap<string, number>;

export class Classifier {
	readonly #cues: { sector: string; weight: number; pattern: RegExp; latin: boolean }[];

	constructor(sectors: readonly Sector[]) {
		this.#cues = sectors.flatMap(({ id, name }) =>
			(sectorCues[id] ?? [[4, Object.values(name).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')] as const]).flatMap(([weight, words]) =>
				// Words of each script by themselves: a text is only searched for those that it can hold.
				[true, false].flatMap((latin) => {
					const own = alternatives(words.normalize('NFKC').toLowerCase()).filter((word) => japanese.test(word) !== latin);
					return own.length === 0 ? [] : [{ sector: id, weight, latin, pattern: new RegExp(latin ? String.raw`(?<![a-z])(?:${own.join('|')})(?![a-z])` : own.join('|'), 'gu') }];
				}),
			),
		);
	}

	/** How much the words of a passage speak for each sector. A word that comes back counts less each time. */
	scores(passage: string): Map<string, number> {
		const text = passage.normalize('NFKC').toLowerCase().replaceAll("'", '’');
		const scores = new Map<string, number>();
		const [hasLatin, hasJapanese] = [/[a-z]/.test(text), japanese.test(text)];
		for (const { sector, weight, pattern, latin } of this.#cues) {
			if (latin ? !hasLatin : !hasJapanese) continue;
			const seen = new Set<string>();
			let sum = 0;
			for (const { 0: word } of matchesOf(text, pattern)) {
				sum += seen.has(word) ? weight * 0.25 : weight;
				seen.add(word);
				if (seen.size > 6) break;
			}
			if (sum > 0) scores.set(sector, (scores.get(sector) ?? 0) + sum * (crossCutting[sector] ?? 1));
		}
		return scores;
	}
}

/** In which sectors the statements of the corpus speak of an entry of the glossary. */
export class SectorsOfEntries {
	readonly #sectors = new Map<string, Map<string, number>>();

	/** @param except the fingerprint of an original whose own statements do not count */
	constructor({ statements }: Corpus, except?: string) {
		const counted = statements.filter(({ document }) => document.original.sha256 !== except);
		const all = new Map<string, Map<string, number>>();
		for (const { sector, parties } of counted) {
			for (const id of parties) {
				const sectors = all.get(id) ?? new Map<string, number>();
				sectors.set(sector, (sectors.get(sector) ?? 0) + 1);
				all.set(id, sectors);
			}
		}
		// What is named in several sectors speaks for none of them, and what was met once says little.
		for (const [id, sectors] of all) {
			const total = [...sectors.values()].reduce((sum, count) => sum + count, 0);
			if (total >= 2 && Math.max(...sectors.values()) >= total * 0.6) this.#sectors.set(id, sectors);
		}
	}

	/** What the entries of a passage speak for. The more often one was met, the more it says. */
	scores(ids: Iterable<string>): Map<string, number> {
		const scores = new Map<string, number>();
		for (const id of new Set(ids)) {
			const sectors = this.#sectors.get(id);
			if (!sectors) continue;
			const total = [...sectors.values()].reduce((sum, count) => sum + count, 0);
			for (const [sector, count] of sectors) scores.set(sector, (scores.get(sector) ?? 0) + (4 * count) / (total + 1));
		}
		return scores;
	}
}

/** The alternatives of a pattern, without those inside of brackets. */
function alternatives(pattern: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const character of pattern) {
		if (character === '(') depth += 1;
		if (character === ')') depth -= 1;
		if (character === '|' && depth === 0) parts.push('');
		else parts.push((parts.pop() ?? '') + character);
	}
	return parts;
}

/** Adds scores with a share: what stands around a passage speaks for it too, but less. */
export function blend(...parts: readonly (readonly [share: number, scores: SectorScores])[]): Map<string, number> {
	const sum = new Map<string, number>();
	for (const [share, scores] of parts) for (const [sector, score] of scores) sum.set(sector, (sum.get(sector) ?? 0) + share * score);
	return sum;
}

/** Scores with a sum of one, so that a long passage speaks no louder than a short one. */
export function share(scores: SectorScores): Map<string, number> {
	const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
	return new Map([...scores].map(([sector, score]) => [sector, total === 0 ? 0 : score / total]));
}

/** Sectors by their share, the best first. */
export function ranked(scores: SectorScores): Proposal<string>[] {
	return [...share(scores)].map(([value, confidence]) => ({ value, confidence })).sort((a, b) => b.confidence - a.confidence || (a.value < b.value ? -1 : 1));
}

export function statusOf(passage: string): Proposal<Status> {
	const text = passage.normalize('NFKC');
	// In Japanese the deed stands last; what stands before it is told of something else.
	const tail = /[\p{Script=Hiragana}。」)]\s*$/u.test(text) ? text.slice(-16) : text;
	for (const passed of tail === text ? [text] : [tail, text]) {
		for (const [value, confidence, pattern] of statusCues) if (pattern.test(passed)) return { value, confidence: passed === text ? confidence : Math.min(0.95, confidence + 0.05) };
	}
	return { value: 'stated', confidence: stateCues.test(tail === text ? text : tail) ? 0.65 : 0.5 };
}

const kindOfStatus: Partial<Record<Status, readonly [StatementKind, number]>> = {
	signed: ['agreement', 2], held: ['dialogue', 2], 'under-discussion': ['dialogue', 2], planned: ['plan', 3], proposed: ['plan', 1], stated: ['context', 3], expected: ['plan', 2], established: ['project', 1], agreed: ['agreement', 2], launched: ['programme', 1],
};

export function kindOf(passage: string, status: Status): Proposal<StatementKind> {
	const text = passage.normalize('NFKC');
	const scores = new Map<StatementKind, number>();
	for (const [kind, weight, pattern] of kindCues) if (pattern.test(text)) scores.set(kind, (scores.get(kind) ?? 0) + weight);
	const byStatus = kindOfStatus[status];
	if (byStatus) scores.set(byStatus[0], (scores.get(byStatus[0]) ?? 0) + byStatus[1]);
	const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
	if (!best) return { value: 'context', confidence: 0.4 };
	return { value: best[0], confidence: Math.min(0.9, 0.45 + (best[1] - (second?.[1] ?? 0)) / 10) };
}
