import { langs } from '../../../src/model/languages.ts';
import type { Term } from '../../../src/model/seed.ts';
import { matchesOf } from './clean.ts';
import { contextWords } from './data/context.ts';

/** Finds the entries of the glossary in running text: the longest name, in either script. */

export interface Link {
	readonly id: string;
	readonly from: number;
	readonly to: number;
	readonly confidence: number;
}

interface Form {
	readonly id: string;
	readonly text: string;
	readonly lower: string;
	/** As written, where case tells it from a common word (ITS, FAME, Quad). */
	readonly exact: boolean;
	readonly confidence: number;
}

/** An ASCII letter or digit: inside a word, no name begins. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const word = /[\p{Script=Latin}\p{N}]/u;
/** Names that count something. */
const isUnit = /^(?:crores?|karor|lakhs?|lac|MW|GWh|megawatts?|gigawatt[ -]?hours?|メガワット|ギガワット時?|億円|億ルピー|1億円|クロール|ラーク|oku .*|(?:\d+|ten|hundred) .*)$/i;
/** Units as the head of a column has them. */
const unitWord = /^(?:MW|GWh|crore|lakh|億円|億ルピー)$/i;
const katakana = /[\p{Script=Katakana}ー]/u;
/** Words that mean something else behind another: フッ化水素 is no hydrogen, 太陽電池 no battery. */
const otherwise: readonly (readonly [name: string, before: RegExp])[] = [['水素', /化$/u], ['電池', /(?:太陽|燃料)$/u]];

interface Normal {
	readonly text: string;
	/** Where each character came from. */
	readonly places: readonly number[];
	/** Before which of them a middle dot stood. */
	readonly dots: ReadonlySet<number>;
}

/** One text character after the other: width folded, middle dots dropped, hyphens and quotes alike. */
function normalize(text: string): Normal {
	const dots = new Set<number>();
	let [out, last] = ['', ''];
	const places: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? '';
		if (character === '・' || character === '･') {
			dots.add(out.length);
			continue;
		}
		let folded = character >= '\u0080' ? (character === '’' || character === '‘' ? "'" : /[‐‑–—―]/.test(character) ? ' ' : character.normalize('NFKC')) : character === '-' ? ' ' : character;
		if (folded === '&') folded = 'and';
		// Spaces between Japanese letters are typography.
		if (folded === ' ' && (last === '' || last === ' ' || (/[\p{Script=Katakana}ー\p{Script=Han}]/u.test(last) && /^[\p{Script=Katakana}\p{Script=Han}]/u.test(text.slice(at + 1, at + 2))))) continue;
		for (const unit of folded) {
			out += unit;
			last = unit;
			for (let index = 0; index < unit.length; index += 1) places.push(at);
		}
	}
	return { text: out, places, dots };
}

export class Linker {
	readonly #forms = new Map<string, Form[]>();
	readonly #categories: ReadonlyMap<string, Term['category']>;

	constructor(glossary: readonly Term[]) {
		this.#categories = new Map(glossary.map(({ id, category }) => [id, category]));
		for (const { id, name, abbreviations, aliases, misspellings } of glossary) {
			for (const lang of langs) {
				this.#add(id, name[lang], 1);
				for (const alias of aliases[lang]) this.#add(id, alias, 0.9);
			}
			for (const abbreviation of abbreviations) this.#add(id, abbreviation, 0.85);
			for (const misspelling of misspellings) this.#add(id, misspelling, 0.8);
		}
		for (const forms of this.#forms.values()) forms.sort((a, b) => b.text.length - a.text.length);
	}

	categoryOf = (id: string): Term['category'] | undefined => this.#categories.get(id);

	#add(id: string, written: string, confidence: number): void {
		const { text } = normalize(written);
		if (text.length < 2) return;
		const exact = /^[A-Z\d][A-Za-z\d.+]{0,6}$/.test(text) && /[A-Z].*[A-Z\d]|^[A-Z]{2,}/.test(text);
		const key = text.slice(0, 2).toLowerCase();
		const forms = this.#forms.get(key) ?? [];
		forms.push({ id, text, lower: text.toLowerCase(), exact, confidence });
		this.#forms.set(key, forms);
	}

	/** All names in a passage, the longest where they overlap, in their order. */
	find(passage: string): Link[] {
		const { text, places, dots } = normalize(passage);
		const lower = text.toLowerCase();
		const links: Link[] = [];
		for (let at = 0; at < text.length - 1; ) {
			const found = isLetter(text.charCodeAt(at)) && at > 0 && isLetter(text.charCodeAt(at - 1)) ? undefined : this.#at(text, lower, at, dots);
			if (!found) {
				at += 1;
				continue;
			}
			const [form, end] = found;
			const link = { id: form.id, from: places[at] ?? 0, to: (places[end - 1] ?? passage.length - 1) + 1, confidence: form.confidence };
			links.push(link, ...this.#placeOf(text.slice(at, end), link));
			at = end;
		}
		for (const [pattern, ids] of contextWords) {
			// What stands in a longer name is told by that name: the India-Japan Fund, 日印ファンド.
			const match = matchesOf(passage, pattern).find(({ index }) => !links.some(({ from, to }) => index >= from && index < to));
			if (!match) continue;
			for (const id of ids) if (this.#categories.has(id)) links.push({ id, from: match.index, to: match.index + match[0].length, confidence: 0.7 });
		}
		return this.#withoutAttributes(links.sort((a, b) => a.from - b.from), passage);
	}

	/** The longest name counts alone; only a government stands for its place as well. */
	#placeOf(name: string, link: Link): Link[] {
		if (this.#categories.get(link.id) !== 'organisation' || !/government|州政府|県庁/iu.test(name)) return [];
		const lower = name.toLowerCase();
		for (let at = 0; at < name.length - 1; at += 1) {
			const found = this.#at(name, lower, at, new Set(), name.length - 1);
			if (found && this.#categories.get(found[0].id) === 'place') return [{ ...link, id: found[0].id, confidence: 0.65 }];
		}
		return [];
	}

	/** “Japan’s Ministry of …”, “the Ministry of … of Japan”, 日本の経済産業省: the country only says which one is meant. */
	#withoutAttributes(links: readonly Link[], passage: string): Link[] {
		const actors = links.filter(({ id }) => ['organisation', 'company'].includes(this.#categories.get(id) ?? ''));
		const [begin, end] = [new Set(actors.map(({ from }) => from)), new Set(actors.map(({ to }) => to))];
		const isAttribute = ({ from, to }: Link): boolean => {
			const behind = /^(?:の|[’']s |\s)?/u.exec(passage.slice(to, to + 3))?.[0] ?? '';
			const before = /\)? of (?:the )?$/.exec(passage.slice(Math.max(0, from - 9), from))?.[0];
			return begin.has(to + behind.length) || (before !== undefined && end.has(from - before.length));
		};
		return links.filter((link) => this.#categories.get(link.id) !== 'country' || !isAttribute(link));
	}

	/** @param dots the only places at which one name in katakana may follow another: インド・アッサム州 */
	#at(text: string, lower: string, at: number, dots: ReadonlySet<number>, longest = Infinity): [Form, number] | undefined {
		const first = text[at] ?? '';
		if (word.test(first) && at > 0 && word.test(text[at - 1] ?? '')) {
			// A Latin word begins after a Japanese letter, but not inside another word.
			return undefined;
		}
		const goesOn = katakana.test(first) && at > 0 && katakana.test(text[at - 1] ?? '');
		if (goesOn && !dots.has(at)) return undefined;
		for (const form of this.#forms.get(lower.slice(at, at + 2)) ?? []) {
			const { length } = form.text;
			if (length > longest || (goesOn && this.#categories.get(form.id) !== 'place')) continue;
			if (!lower.startsWith(form.lower, at)) continue;
			const found = text.slice(at, at + length);
			if (form.exact && found !== form.text && found !== form.text.toUpperCase()) continue;
			// A name has its capital: “attero” may be written small, “tata” as a word may not.
			if (!form.exact && /^\p{Lu}/u.test(form.text) && !/^\p{Lu}/u.test(found) && !/\s/.test(form.text)) continue;
			let end = at + length;
			const last = form.text.at(-1) ?? '';
			if (word.test(last)) {
				const plural = /^(?:'s|s|es)(?![\p{Script=Latin}\p{N}])/u.exec(text.slice(end, end + 3));
				if (plural && !plural[0].startsWith("'")) end += plural[0].length;
				if (word.test(text[end] ?? '')) continue;
				if (/^\d/.test(form.text) && /[\d.,]/.test(text[at - 1] ?? '')) continue;
			}
			// 400MW, 6 crore and 600億円 are amounts, not mentions of a unit.
			if (isUnit.test(found) && /^\d/.test(found)) continue;
			if (isUnit.test(found) && /(?:[\d〇一二三四五六七八九十百千]|\d\s?(?:lakh|thousand|hundred|INR|Rs\.?))\s?$/i.test(text.slice(Math.max(0, at - 12), at)) || (/^\d/.test(form.text) && /\p{L}$/u.test(form.text) && /[\d,.]/.test(text[at - 1] ?? ''))) continue;
			if (katakana.test(last) && katakana.test(text[end] ?? '') && !(['country', 'place'].includes(this.#categories.get(form.id) ?? '') && this.#at(text, lower, end, dots))) continue;
			// The unit of a column: “Power (MW)”.
			if (unitWord.test(found) && text[end] === ')' && /\([^()]{0,8}$/.test(text.slice(Math.max(0, at - 9), at))) continue;
			// 日本語 is a language.
			if (form.text === '日本' && text[end] === '語') continue;
			if (otherwise.some(([name, before]) => form.text.startsWith(name) && before.test(text.slice(Math.max(0, at - 4), at)))) continue;
			return [form, end];
		}
		return undefined;
	}
}
