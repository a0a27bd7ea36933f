import type { Hit } from './backend.ts';

/** The order of results: how much of what was asked a record holds, what is rare counting more. */

/** How well a record answers one concept, from 0 to 1, and how Pagefind scored it. */
export interface Match {
	readonly value: number;
	readonly score: number;
}

export interface Weighed {
	/** How much it counts: rare words count more. */
	readonly weight: number;
	readonly light: boolean;
	readonly matches: ReadonlyMap<string, Match>;
}

export interface Ranked {
	readonly id: string;
	/** The share of the question that it holds, from 0 to 1, without the light words. */
	readonly coverage: number;
	readonly score: number;
}

/** Rarity of what `df` of `total` records hold: nothing for what nearly all hold; what none holds is as rare as can be. */
export const rarity = (df: number, total: number): number => Math.log(1 + (Math.max(0, total - df) + 0.5) / (df + 0.5));

/** Puts lists of hits together; of several for one record, the best counts. */
export function gather(lists: readonly { readonly hits: readonly Hit[]; readonly value: number }[]): Map<string, Match> {
	const matches = new Map<string, Match>();
	for (const { hits, value } of lists) {
		const best = Math.max(1e-9, ...hits.slice(0, 1).map(({ score }) => score));
		for (const { id, score } of hits) {
			const before = matches.get(id);
			if (!before || before.value < value) matches.set(id, { value, score: score / best });
		}
	}
	return matches;
}

/** What the parts of the score count. A compound that stands together counts more than all that only breaks ties. */
const shares = { light: 0.25, together: 0.15, tie: 0.06 } as const;

/** From this value on a record plainly holds what was asked; below it, it holds something like it. */
const plainly = 0.75;
const loosely = 0.2;

/**
 * Ranks the records that hold any of the concepts.
 * @param together for each pair of concepts that stand side by side in the question, the records where they do so too
 * @param factor what a record's kind counts
 */
export function rank(concepts: readonly Weighed[], together: readonly ReadonlySet<string>[], factor: (id: string) => number): Ranked[] {
	const heavy = concepts.filter(({ light }) => !light);
	const asked = heavy.length > 0 ? heavy : concepts;
	const sum = (list: readonly Weighed[]): number => Math.max(1e-9, list.reduce((total, { weight }) => total + weight, 0));
	const whole = sum(asked);
	const light = concepts.filter((concept) => !asked.includes(concept));
	const wholeLight = sum(light);
	const ids = new Set(concepts.flatMap(({ matches }) => [...matches.keys()]));
	const ranked = [...ids].map((id): Ranked => {
		const held = (list: readonly Weighed[], read: (match: Match) => number): number => list.reduce((total, { weight, matches }) => total + weight * (matches.has(id) ? read(matches.get(id) as Match) : 0), 0);
		const coverage = held(asked, ({ value }) => (value >= plainly ? 1 : value + loosely)) / whole;
		const quality = held(asked, ({ value }) => value) / whole;
		const extra = light.length > 0 ? held(light, ({ value }) => value) / wholeLight : 0;
		const near = together.length > 0 ? together.filter((set) => set.has(id)).length / together.length : 0;
		const tie = held(concepts, ({ score }) => score) / (whole + (light.length > 0 ? wholeLight : 0));
		return { id, coverage, score: factor(id) * (quality + shares.light * extra + shares.together * near + shares.tie * tie) };
	});
	return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
