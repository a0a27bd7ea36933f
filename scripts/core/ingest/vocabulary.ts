import type { Sector } from '../../../src/model/seed.ts';
import { japanese } from './clean.ts';
import { idlePhrases, sectorTerms, type SectorTerms } from './data/sectors.ts';

/** Words as they are compared: width, case and middle dots do not count. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[・･]/g, '');

/** A word without the ending of its plural: “batteries” and “battery” are one. */
function singular(word: string): string {
	if (word.length <= 3) return word;
	if (/.{2}ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/(?:s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Latin words of a text, in their order. */
const latinWords = (text: string): string[] => (text.match(/[a-z0-9][a-z0-9&]*/g) ?? []).map(singular);

/** Words that stand in texts of every kind. */
const common = new Set('the and of for with from its that this are was were has have had will which between into their two both also been other can may not but they than under over more said would could should about such these those who all any per one three year new'.split(' '));

/**
 * What a text is recognised by, once each: its Latin words without those that stand everywhere, and
 * pairs of neighbouring letters of its Japanese words, which need no dictionary.
 */
export function featuresOf(text: string): Set<string> {
	const folded = plain(text);
	const features = new Set(latinWords(folded).filter((word) => word.length > 2 && !common.has(word) && !/^\d/.test(word)));
	for (const [run] of folded.matchAll(/[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu)) for (let at = 0; at + 2 <= run.length; at += 1) features.add(run.slice(at, at + 2));
	return features;
}

const katakana = /[\p{Script=Katakana}ー]/u;
const weightOf: Readonly<Record<keyof SectorTerms, number>> = { names: 4, speaks: 2, hints: 1 };
/** A term that comes back in a passage adds little. */
const again = 0.25;

/** A term: its words, or its letters where it is Japanese. */
interface Entry {
	readonly key: string;
	readonly parts: readonly string[];
	readonly weights: Map<string, number>;
}

/** Finds the terms of the sectors in a text: at each place the longest, in either script. */
export class Vocabulary {
	/** By their first word. */
	readonly #latin = new Map<string, Entry[]>();
	/** By their first letter. */
	readonly #japanese = new Map<string, Entry[]>();

	constructor(sectors: readonly Sector[]) {
		for (const { id, name } of sectors) {
			const terms = sectorTerms[id] ?? { names: Object.values(name).join(','), speaks: '', hints: '' };
			for (const [strength, weight] of Object.entries(weightOf) as [keyof SectorTerms, number][]) for (const term of terms[strength].split(',')) this.#add(term, (weights) => weights.set(id, Math.max(weight, weights.get(id) ?? 0)));
		}
		for (const phrase of idlePhrases.split(',')) this.#add(phrase, (weights) => weights.clear());
		for (const entries of [...this.#latin.values(), ...this.#japanese.values()]) entries.sort((a, b) => b.parts.length - a.parts.length);
	}

	#add(term: string, weigh: (weights: Map<string, number>) => unknown): void {
		const text = plain(term).trim();
		const isJapanese = japanese.test(text);
		const parts = isJapanese ? [...text] : latinWords(text);
		const [first] = parts;
		if (first === undefined) return;
		const table = isJapanese ? this.#japanese : this.#latin;
		const entries = table.get(first) ?? [];
		const key = parts.join(isJapanese ? '' : ' ');
		let entry = entries.find((other) => other.key === key);
		if (!entry) entries.push((entry = { key, parts, weights: new Map() }));
		weigh(entry.weights);
		table.set(first, entries);
	}

	/** How much the terms of a text speak for each sector. */
	scores(text: string): Map<string, number> {
		const folded = plain(text);
		const scores = new Map<string, number>();
		const seen = new Set<Entry>();
		const count = (entry: Entry): void => {
			for (const [sector, weight] of entry.weights) scores.set(sector, (scores.get(sector) ?? 0) + weight * (seen.has(entry) ? again : 1));
			seen.add(entry);
		};
		const words = latinWords(folded);
		for (let at = 0; at < words.length; at += 1) {
			const entry = this.#latin.get(words[at] ?? '')?.find(({ parts }) => parts.every((part, index) => words[at + index] === part));
			if (!entry) continue;
			count(entry);
			at += entry.parts.length - 1;
		}
		if (japanese.test(folded)) for (let at = 0; at < folded.length; at += 1) {
			const entry = this.#japanese.get(folded[at] ?? '')?.find(({ key }) => folded.startsWith(key, at) && !isCut(folded, at, key));
			if (!entry) continue;
			count(entry);
			at += entry.key.length - 1;
		}
		return scores;
	}
}

/** A short word in katakana is no word where it stands in the middle of a longer one. */
const isCut = (text: string, at: number, key: string): boolean => key.length < 4 && katakana.test(key.charAt(0)) && at > 0 && katakana.test(text[at - 1] ?? '');
