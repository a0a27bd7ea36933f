import { gaps } from './fold.ts';
import type { Unit } from './units.ts';

/**
 * How units are written into Pagefind's index. Pagefind cuts and normalises text in ways that depend on the page's
 * language; tokens of plain ASCII letters and digits pass through all of that unchanged, in every browser.
 * The first letter keeps the kinds of token apart.
 */

/** Three characters hold every code point of the Basic Multilingual Plane that a text of ours can have. */
const codeRange = 36 ** 3;
const encodeChar = (char: string): string => ((char.codePointAt(0) ?? 0) % codeRange).toString(36).padStart(3, '0');
const encodeWord = (key: string): string => `w${key.replaceAll('.', 'd').slice(0, 40)}`;
const encodeId = (id: string): string => id.replaceAll('-', '0');

/** How an entry of the glossary stands in a record: what a text begins with, named, referred to, as what the record is about, or by its words only. */
export type Level = 'subject' | 'text' | 'reference' | 'name' | 'parts';
const levels: Readonly<Record<Level, string>> = { subject: 's', text: 't', reference: 'r', name: 'n', parts: 'p' };

export const entryToken = (id: string, level: Level): string => `e${encodeId(id)}${levels[level]}`;
export const groupToken = (group: string): string => `g${group}`;
/** Two entries of the glossary, named one right after the other: the parts of a compound. */
export const pairToken = (first: string, second: string): string => `p${encodeId(first)}00${encodeId(second)}`;
export const typeToken = (type: string): string => `t${type}`;
/** A word that stands in a name of something the record refers to, and not in its text. */
export const aliasToken = (key: string): string => `a${encodeWord(key)}`;
/** Stands between texts, so that no phrase runs over the border. */
export const border = 'zz';

const follows = (next: Unit | undefined): next is Unit => next?.kind === 'char' && next.gap !== gaps.hard;

/** A word that a text writes with a hyphen, put together. */
export const joinedToken = (units: readonly Unit[]): string => encodeWord(units.map(({ key, surface }, at) => (at === units.length - 1 ? key : surface)).join(''));

/** One token for each unit: its word, or its character together with the next one. */
export const indexTokens = (units: readonly Unit[]): string[] =>
	units.map((unit, at) => {
		if (unit.kind === 'word') return encodeWord(unit.key);
		const next = units[at + 1];
		return `j${encodeChar(unit.key)}${follows(next) ? encodeChar(next.key) : ''}`;
	});

/** Figures that a word with its unit is also found by: 400mw as 400. */
export const figureTokens = (units: readonly Unit[]): string[] =>
	units.flatMap(({ kind, key }) => {
		const figure = kind === 'word' ? /^(\d[\d.]*)[a-z]+$/.exec(key)?.[1] : undefined;
		return figure === undefined ? [] : [encodeWord(figure)];
	});

/** Where a text writes a word with a hyphen: the word put together, between its neighbours, so that phrases hold too. */
export function solidTokens(units: readonly Unit[]): string[] {
	const tokens = indexTokens(units);
	return units.flatMap((unit, at): string[] => {
		const before = units[at - 1];
		if (!unit.hyphened || unit.kind !== 'word' || before?.kind !== 'word') return [];
		return [tokens[at - 2] ?? border, joinedToken([before, unit]), tokens[at + 1] ?? border, border];
	});
}

export interface Phrase {
	readonly tokens: readonly string[];
	/** The last token is the beginning of one: a single character, whatever follows it. */
	readonly prefix: boolean;
}

/** A phrase of one token. */
export const single = (token: string): Phrase => ({ tokens: [token], prefix: false });

/** The tokens of units that follow each other; a hyphenated word may be asked for as one. */
export const joinPhrases = (first: Phrase, second: Phrase): Phrase => ({ tokens: [...first.tokens, ...second.tokens], prefix: false });

/** The tokens that a text must hold one after the other in order to hold these units. */
export function phraseOf(units: readonly Unit[]): Phrase {
	const tokens = units.map((unit, at): string | undefined => {
		if (unit.kind === 'word') return encodeWord(unit.key);
		const next = units[at + 1];
		if (follows(next)) return `j${encodeChar(unit.key)}${encodeChar(next.key)}`;
		const before = units[at - 1];
		const covered = before?.kind === 'char' && unit.gap !== gaps.hard;
		return covered || units.length > 1 ? undefined : `j${encodeChar(unit.key)}`;
	});
	return { tokens: tokens.filter((token) => token !== undefined), prefix: units.length === 1 && units[0]?.kind === 'char' };
}
