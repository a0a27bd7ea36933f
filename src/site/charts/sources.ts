import type { Fact } from './facts.ts';
import { mostColumns } from './matrix.ts';

/** Statements of each sector by the sources that report them. */
export interface Reported {
	/** The sources with a column of their own. */
	readonly columns: readonly string[];
	/** Those that share the last column, where there are more than a picture has room for. */
	readonly others: readonly string[];
	/** By sector: how many statements each column holds. */
	readonly counts: ReadonlyMap<string, readonly number[]>;
	/** How many statements each source reports. */
	readonly bySource: ReadonlyMap<string, number>;
	/** How many sectors have one source only. */
	readonly fromOne: number;
}

/**
 * Counts who reports what. Where there are more sources than columns, those with the most statements keep one, in their
 * order, and the others share the last, which counts a statement once however many of them report it.
 */
export function reportedIn(facts: readonly Fact[], sectors: readonly string[], sources: readonly string[]): Reported {
	const bySource = new Map(sources.map((source) => [source, 0]));
	const bySector = new Map(sectors.map((sector) => [sector, new Set<string>()]));
	for (const fact of facts) {
		for (const source of fact.sources) {
			bySource.set(source, (bySource.get(source) ?? 0) + 1);
			bySector.get(fact.sector)?.add(source);
		}
	}
	const kept = new Set(sources.length > mostColumns ? sources.toSorted((a, b) => (bySource.get(b) ?? 0) - (bySource.get(a) ?? 0)).slice(0, mostColumns - 1) : sources);
	const columns = sources.filter((source) => kept.has(source));
	const others = sources.filter((source) => !kept.has(source));
	const placeOf = new Map([...columns.map((source, index) => [source, index] as const), ...others.map((source) => [source, columns.length] as const)]);
	const counts = new Map(sectors.map((sector) => [sector, Array.from({ length: columns.length + (others.length > 0 ? 1 : 0) }, () => 0)]));
	for (const fact of facts) {
		const row = counts.get(fact.sector);
		for (const place of new Set(fact.sources.map((source) => placeOf.get(source)))) if (row && place !== undefined) row[place] = (row[place] ?? 0) + 1;
	}
	return { columns, others, counts, bySource, fromOne: [...bySector.values()].filter(({ size }) => size === 1).length };
}
