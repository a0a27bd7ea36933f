import type { Corpus } from '../corpus.ts';
import { featuresOf } from './vocabulary.ts';

/** How strong the belief is that a word says nothing, in statements. */
const doubt = 4;

/**
 * What the statements of the corpus teach about the sectors: a naive Bayes classifier of words, in all
 * languages at once, and of glossary entries. It learns with every document that editors finish.
 */
export class Experience {
	readonly #sectors: readonly string[];
	/** In how many statements of each sector a word stands. */
	readonly #counts = new Map<string, readonly number[]>();
	readonly #sizes: readonly number[];
	readonly #all: number;

	/** @param except the fingerprint of an original whose own statements do not count */
	constructor({ sectors, statements }: Corpus, except?: string) {
		const taught = statements.filter(({ document }) => document.original.sha256 !== except);
		this.#sectors = sectors.map(({ id }) => id);
		this.#all = taught.length;
		const sizes = this.#sectors.map(() => 0);
		const counts = new Map<string, number[]>();
		for (const { sector, text, parties, places, terms } of taught) {
			const at = this.#sectors.indexOf(sector);
			sizes[at] = (sizes[at] ?? 0) + 1;
			for (const feature of features(Object.values(text).join('\n'), [...parties, ...places, ...terms])) {
				const count = counts.get(feature) ?? this.#sectors.map(() => 0);
				count[at] = (count[at] ?? 0) + 1;
				counts.set(feature, count);
			}
		}
		this.#sizes = sizes;
		// What was met once may be chance.
		for (const [feature, count] of counts) if (count.reduce((sum, one) => sum + one, 0) >= 2) this.#counts.set(feature, count);
	}

	/**
	 * For each sector, in the order of the corpus: how much likelier the words are in it than elsewhere,
	 * as a logarithm. No word alone decides, and a long passage does not speak louder than a short one.
	 */
	weigh(text: string, ids: readonly string[]): number[] {
		const own = features(text, ids);
		const known = [...own].map((feature) => this.#counts.get(feature)).filter((count) => count !== undefined);
		const totals = known.map((count) => count.reduce((sum, one) => sum + one, 0));
		return this.#sectors.map((_, at) => {
			const size = this.#sizes[at] ?? 0;
			const sum = known.reduce((logs, count, index) => {
				const total = totals[index] ?? 0;
				const here = ((count[at] ?? 0) + (doubt * total) / this.#all) / (size + doubt);
				const elsewhere = (total - (count[at] ?? 0) + doubt / 8) / (this.#all - size + doubt / 4);
				return logs + Math.max(-1, Math.min(2, Math.log(here / elsewhere)));
			}, 0);
			return sum / Math.sqrt(1 + own.size);
		});
	}
}

/** Entries of the glossary count as words of their own. */
const features = (text: string, ids: readonly string[]): Set<string> => new Set([...featuresOf(text), ...ids.map((id) => `#${id}`)]);
