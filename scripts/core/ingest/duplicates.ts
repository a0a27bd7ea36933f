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

export class DuplicateFinder {
	readonly #known: { id: string; features: Features }[];
	readonly #weight = new Map<string, number>();
	readonly #total: number;

	/** @param except the fingerprint of an original whose own statements are no duplicates */
	constructor({ statements }: Corpus, except?: string) {
		const others = statements.filter(({ document, sameAs }) => document.original.sha256 !== except && sameAs === undefined);
		this.#known = others.map(({ id, parties, places, terms, when, amounts, sector }) => ({ id, features: { ids: new Set([...parties, ...places, ...terms]), when, amounts: amounts.map(amountKey), sector } }));
		this.#total = statements.length + 1;
		for (const { features } of this.#known) for (const id of features.ids) this.#weight.set(id, (this.#weight.get(id) ?? 0) + 1);
	}

	/** A name that many statements have tells little. */
	#idf(id: string): number {
		return Math.log(this.#total / ((this.#weight.get(id) ?? 0) + 1));
	}

	find(features: Features): Duplicate | undefined {
		const own = [...features.ids].reduce((sum, id) => sum + this.#idf(id) ** 2, 0);
		let best: Duplicate | undefined;
		for (const { id, features: other } of this.#known) {
			const shared = [...features.ids].filter((name) => other.ids.has(name));
			const telling = shared.filter((name) => this.#idf(name) > 2.2);
			if (telling.length === 0) continue;
			const theirs = [...other.ids].reduce((sum, name) => sum + this.#idf(name) ** 2, 0);
			const cosine = shared.reduce((sum, name) => sum + this.#idf(name) ** 2, 0) / Math.sqrt(own * theirs || 1);
			const sameAmount = other.amounts.some((key) => features.amounts.includes(key));
			const sameDate = other.when.some((date) => features.when.includes(date));
			const clash = (other.when.length > 0 && features.when.length > 0 && !sameDate ? 0.25 : 0) + (other.amounts.length > 0 && features.amounts.length > 0 && !sameAmount ? 0.2 : 0);
			const confidence = Math.min(0.95, cosine * 0.75 + (sameAmount ? 0.25 : 0) + (sameDate ? 0.2 : 0) + (other.sector === features.sector ? 0.1 : 0) - clash);
			if (confidence >= 0.55 && (telling.length >= 2 || sameAmount || sameDate || cosine > 0.8) && confidence > (best?.confidence ?? 0)) best = { id, confidence };
		}
		return best;
	}
}
