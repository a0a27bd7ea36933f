import type { Corpus } from '../corpus.ts';
import { amountKey } from './amounts.ts';
import { featuresOf } from './vocabulary.ts';

/**
 * Statements that probably tell the same fact already, in whatever language: by the names, words, dates and
 * amounts they share. Names alone tell of the same matter, not of the same fact.
 */

export interface Duplicate {
	readonly id: string;
	readonly confidence: number;
}

interface Features {
	readonly ids: ReadonlySet<string>;
	readonly when: readonly string[];
	readonly amounts: readonly string[];
	readonly sector: string;
}

/** The words of a text, and how much they tell together. */
interface Wording {
	readonly words: ReadonlySet<string>;
	readonly rarity: number;
}

interface Known {
	readonly id: string;
	readonly features: Features;
	/** How much its names tell together. */
	readonly norm: number;
	/** In each language. */
	readonly texts: readonly Wording[];
}

/** How rare a name is that tells statements apart. */
const telling = 2.2;

/** From here on, what is proposed on the originals is in most cases an overlap that people found too. */
const sure = 0.62;

export class DuplicateFinder {
	readonly #words = new Map<string, number>();
	readonly #having = new Map<string, Known[]>();
	readonly #weight = new Map<string, number>();
	readonly #total: number;

	/** @param except the fingerprint of an original whose own statements are no duplicates */
	constructor({ statements }: Corpus, except?: string) {
		const others = statements.filter(({ document, sameAs }) => document.original.sha256 !== except && sameAs === undefined);
		this.#total = statements.length + 1;
		const count = (counts: Map<string, number>, names: Iterable<string>): void => { for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1); };
		const read = others.map(({ id, parties, places, terms, when, amounts, sector, text }) => ({ id, features: { ids: new Set([...parties, ...places, ...terms]), when, amounts: amounts.map(amountKey), sector }, texts: Object.values(text).map(featuresOf) }));
		for (const { features, texts } of read) {
			count(this.#weight, features.ids);
			for (const words of texts) count(this.#words, words);
		}
		for (const { id, features, texts } of read) {
			const known: Known = { id, features, norm: this.#telling(features.ids), texts: texts.map((words) => ({ words, rarity: this.#rarity(words) })) };
			for (const name of features.ids) if (this.#idf(name) > telling) this.#having.set(name, [...(this.#having.get(name) ?? []), known]);
		}
	}

	/** A name that many statements have tells little. */
	#idf(id: string): number {
		return Math.log(this.#total / ((this.#weight.get(id) ?? 0) + 1));
	}

	#telling(names: Iterable<string>): number {
		return [...names].reduce((sum, name) => sum + this.#idf(name) ** 2, 0);
	}

	#rarity(words: Iterable<string>): number {
		return [...words].reduce((sum, word) => sum + Math.log(this.#total / ((this.#words.get(word) ?? 0) + 1)), 0);
	}

	find(features: Features, text: string): Duplicate | undefined {
		const candidates = new Set([...features.ids].flatMap((id) => this.#having.get(id) ?? []));
		if (candidates.size === 0) return undefined;
		const words = featuresOf(text);
		const [own, rarity] = [this.#telling(features.ids), this.#rarity(words)];
		let best: Duplicate | undefined;
		for (const known of candidates) {
			const { id, features: other } = known;
			const shared = [...features.ids].filter((name) => other.ids.has(name));
			const cosine = this.#telling(shared) / Math.sqrt(own * known.norm || 1);
			const likeness = Math.max(0, ...known.texts.map((wording) => this.#rarity([...words].filter((word) => wording.words.has(word))) / Math.sqrt(rarity * wording.rarity || 1)));
			const sameAmount = other.amounts.some((key) => features.amounts.includes(key));
			const sameDate = other.when.some((date) => features.when.includes(date));
			const clash = (other.when.length > 0 && features.when.length > 0 && !sameDate ? 0.25 : 0) + (other.amounts.length > 0 && features.amounts.length > 0 && !sameAmount ? 0.2 : 0);
			const confidence = Math.min(0.95, cosine * 0.45 + likeness * 0.6 + (sameAmount ? 0.25 : 0) + (sameDate ? 0.2 : 0) + (other.sector === features.sector ? 0.05 : 0) - clash);
			if (confidence >= sure && confidence > (best?.confidence ?? 0)) best = { id, confidence };
		}
		return best;
	}
}
