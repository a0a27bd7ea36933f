import type { Corpus } from '../corpus.ts';
import { amountKey } from './amounts.ts';

/** Statements that probably tell the same fact already, in whatever language: by the names, dates and amounts they share. */

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

/** How rare a name is that tells statements apart. */
const telling = 2.2;

export class DuplicateFinder {
	readonly #known: { id: string; features: Features; norm: number }[];
	readonly #having = new Map<string, number[]>();
	readonly #weight = new Map<string, number>();
	readonly #total: number;

	/** @param except the fingerprint of an original whose own statements are no duplicates */
	constructor({ statements }: Corpus, except?: string) {
		const others = statements.filter(({ document, sameAs }) => document.original.sha256 !== except && sameAs === undefined);
		this.#known = others.map(({ id, parties, places, terms, when, amounts, sector }) => ({ id, features: { ids: new Set([...parties, ...places, ...terms]), when, amounts: amounts.map(amountKey), sector }, norm: 0 }));
		this.#total = statements.length + 1;
		for (const { features } of this.#known) for (const id of features.ids) this.#weight.set(id, (this.#weight.get(id) ?? 0) + 1);
		for (const [index, known] of this.#known.entries()) {
			known.norm = [...known.features.ids].reduce((sum, id) => sum + this.#idf(id) ** 2, 0);
			for (const id of known.features.ids) if (this.#idf(id) > telling) this.#having.set(id, [...(this.#having.get(id) ?? []), index]);
		}
	}

	/** A name that many statements have tells little. */
	#idf(id: string): number {
		return Math.log(this.#total / ((this.#weight.get(id) ?? 0) + 1));
	}

	find(features: Features): Duplicate | undefined {
		const own = [...features.ids].reduce((sum, id) => sum + this.#idf(id) ** 2, 0);
		let best: Duplicate | undefined;
		const candidates = new Set([...features.ids].flatMap((id) => this.#having.get(id) ?? []));
		for (const index of candidates) {
			const known = this.#known[index];
			if (!known) continue;
			const { id, features: other, norm: theirs } = known;
			const shared = [...features.ids].filter((name) => other.ids.has(name));
			const rare = shared.filter((name) => this.#idf(name) > telling);
			const cosine = shared.reduce((sum, name) => sum + this.#idf(name) ** 2, 0) / Math.sqrt(own * theirs || 1);
			const sameAmount = other.amounts.some((key) => features.amounts.includes(key));
			const sameDate = other.when.some((date) => features.when.includes(date));
			const clash = (other.when.length > 0 && features.when.length > 0 && !sameDate ? 0.25 : 0) + (other.amounts.length > 0 && features.amounts.length > 0 && !sameAmount ? 0.2 : 0);
			const confidence = Math.min(0.95, cosine * 0.75 + (sameAmount ? 0.25 : 0) + (sameDate ? 0.2 : 0) + (other.sector === features.sector ? 0.1 : 0) - clash);
			if (confidence >= 0.55 && (rare.length >= 2 || sameAmount || sameDate || cosine > 0.8) && confidence > (best?.confidence ?? 0)) best = { id, confidence };
		}
		return best;
	}
}
