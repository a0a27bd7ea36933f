import type { Names } from './records.ts';
import { ignoredWords } from './stopwords.ts';
import { spell } from './words.ts';
import { joinedKey, toUnits, type Unit } from './units.ts';

/**
 * Two sorted lists beside the index, cut into shards of which a question loads the few it needs: the names of the
 * glossary (name → entries), which every question is read with, and the words of all texts, which mend a slip.
 */

/** [key, ids or form to show, …] */
export type Row = readonly [key: string, value: string];

export interface ShardRef {
	/** First key of the shard. */
	readonly first: string;
	readonly file: string;
}

/** `search.json`: the way into the index, loaded first. */
export interface Manifest {
	/** How many records the index holds, without the entries of the glossary. */
	readonly records: number;
	/** Length of the longest name. */
	readonly longest: number;
	/** How names begin, two characters each: most words of a question begin none, and need no shard. */
	readonly starts: string;
	readonly names: readonly ShardRef[];
	readonly words: readonly ShardRef[];
	/** The same words, sorted from their end: a slip at the beginning of a word is found from there. */
	readonly endings: readonly ShardRef[];
}

export const reversed = (text: string): string => Array.from(text).reverse().join('');
const byKey = ([a]: Row, [b]: Row): number => (a < b ? -1 : a > b ? 1 : 0);

export const nameRows = (names: Names): Row[] => [...names.table].map(([key, ids]): Row => [key, ids.join(' ')]).sort(byKey);

/** Where a name begins, as {@link Manifest.starts} has it. */
export const startOf = (key: string): string => Array.from(key).slice(0, 2).join('');

export const nameStarts = (names: Names): string => [...new Set([...names.table.keys()].map(startOf))].filter((start) => Array.from(start).length === 2).sort().join('');

/** Puts lists of words together. Of several ways to write a word the one in small letters is shown: the capitals may be those of a heading. */
function gathered(found: Iterable<Row>): Row[] {
	const words = new Map<string, string>();
	for (const [key, shown] of found) if (!words.has(key) || shown === shown.toLowerCase()) words.set(key, shown);
	return [...words].filter(([key]) => !ignoredWords.has(key));
}

/** Words of Latin letters, runs of kanji or of katakana in texts, each with the form that is offered to the reader; in no order. */
export const wordsIn = (texts: readonly string[]): Row[] => gathered(texts.flatMap(wordsOfText));

function wordsOfText(text: string): Row[] {
	const found = [...runs(text)];
	const isWord = ({ units }: Run): boolean => units[0]?.kind === 'word';
	const singular = found.filter(isWord).map(({ units: [first], raw }): Row => [spell(first?.surface ?? ''), raw.replace(/['’]s?$/u, '')]).filter(([key]) => /[a-z]{4}[^aeious]s$/.test(key));
	const words = found.map((run): Row => [run.units.map(({ surface }) => (isWord(run) ? spell(surface) : surface)).join(''), run.raw.replace(/['’]s$/u, '')]);
	return [...singular.map(([key, shown]): Row => [key.slice(0, -1), shown.slice(0, -1)]), ...words.filter(([key], at) => key.length >= (found[at]?.units[0]?.script === 'kata' ? 2 : shortest))];
}

/** Names that are written without spaces, and the words of the others; in no order. */
export const wordsOfNames = (names: readonly string[]): Row[] => gathered(names.flatMap((name) => {
	const units = toUnits(name);
	const whole: Row[] = units.some(({ kind }) => kind === 'char') ? [[joinedKey(units), name]] : [];
	const words = [...runs(name)].flatMap(({ units: [first], raw }): Row[] => (first?.kind === 'word' ? [[spell(first.surface), raw]] : []));
	return [...whole, ...words].filter(([key]) => key.length >= shortest);
}));

/** The rows of {@link wordsIn} and {@link wordsOfNames} as one list, sorted. */
export const wordRows = (lists: readonly (readonly Row[])[]): Row[] => gathered(lists.flat()).sort(byKey);

/** A shorter word is no help to who has mistyped it; of katakana two are a word. */
const shortest = 3;

interface Run {
	readonly units: readonly Unit[];
	readonly raw: string;
}

/** The words and runs of one script in a text. */
function* runs(text: string): Generator<Run> {
	const units = toUnits(text);
	for (let at = 0; at < units.length; ) {
		const first = units[at] as Unit;
		let end = at + 1;
		if (first.kind === 'char') while (units[end]?.kind === 'char' && units[end]?.script === first.script && units[end]?.gap === 0) end += 1;
		const run = units.slice(at, end);
		at = end;
		if (first.script === 'hira' || first.script === 'digit') continue;
		yield { units: run, raw: text.slice(first.from, run.at(-1)?.to) };
	}
}

/** Cuts sorted rows into shards of about `size` characters. @returns the shards, each with its first key */
export function toShards(rows: readonly Row[], size: number): { first: string; text: string }[] {
	const shards: { first: string; rows: Row[]; length: number }[] = [];
	for (const row of rows) {
		const last = shards.at(-1);
		const length = row[0].length + row[1].length + 2;
		if (last && last.length + length <= size) {
			last.rows.push(row);
			last.length += length;
		} else shards.push({ first: row[0], rows: [row], length });
	}
	return shards.map(({ first, rows: own }) => ({ first, text: own.map((row) => `${row.join('\t')}\n`).join('') + shardEnd }));
}

/** The last line of a shard. Without it the shard is not whole, or something else came in its place. */
const shardEnd = 'end';

/**
 * Reads a shard.
 * @throws {Error} where it is not whole: names that are missing must not look like names that nothing has
 */
export function readShard(text: string): Row[] {
	const lines = text.split('\n');
	if (lines.pop() !== shardEnd || lines.some((line) => !line.includes('\t'))) throw new Error('A shard is not whole.');
	return lines.map((line): Row => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]);
}

/** The shards that may hold keys from `from` to `to`, both included. A long question asks for tens of thousands of keys. */
export function shardsBetween(shards: readonly ShardRef[], from: string, to: string): readonly ShardRef[] {
	const last = lastUpTo(shards, to);
	return last < 0 ? [] : shards.slice(Math.max(0, lastUpTo(shards, from)), last + 1);
}

/** Place of the last shard that begins with a key or before it, -1 where none does. */
function lastUpTo(shards: readonly ShardRef[], key: string): number {
	let [low, high] = [0, shards.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((shards[middle]?.first ?? '') <= key) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
