import { gaps } from './fold.ts';
import { groupsOfKey } from './groups.ts';
import { mentions, type NameTable } from './names.ts';
import { ignoredWords, lightWords } from './stopwords.ts';
import { joinedKey, toUnits, type Unit } from './units.ts';

/** From a question to what it asks for. */

interface Base {
	/** The units that say it, by their place in the question. */
	readonly from: number;
	readonly to: number;
	readonly units: readonly Unit[];
	/** A statement may lack it and still be an answer. */
	readonly light: boolean;
	/** Groups of words used for it. */
	readonly groups: readonly string[];
}

/** `entry`: names an entry of the glossary; `word`: a word of Latin letters, or several with hyphens between; `run`: characters of a script without spaces. */
export type Concept =
	| (Base & { readonly kind: 'entry'; readonly ids: readonly string[] })
	| (Base & { readonly kind: 'word'; readonly unfinished: boolean })
	| (Base & { readonly kind: 'run'; readonly unfinished: boolean });

export interface Question {
	/** As it was read: well-formed, and not longer than a question is. */
	readonly text: string;
	readonly units: readonly Unit[];
	readonly concepts: readonly Concept[];
}

/** Nobody asks at greater length; what follows is not read. */
const longestQuestion = 300;
const mostConcepts = 16;
/** So many characters of a run, or words with hyphens between, are asked for in one; with a neighbour, twice as many. */
export const longestRun = 24;

/** The part of the text that is read as the question, and its units. */
export function readText(text: string): { text: string; units: Unit[] } {
	const read = text.slice(0, longestQuestion).toWellFormed();
	// A single character may unfold to many.
	return { text: read, units: toUnits(read).slice(0, longestQuestion) };
}

/**
 * Finds what a question asks for.
 * @param names the names that may stand in it
 * @param typing whether its last word may be unfinished
 */
export function readQuestion(text: string, units: readonly Unit[], names: NameTable, typing = false): Question {
	const concepts: Concept[] = [];
	const named = mentions(units, names, true).filter(({ nested, from, to }) => !nested && isMeant(text, units, from, to));
	const allKana = units.every(({ script }) => script === 'hira' || script === 'kata');
	let at = 0;
	for (const { from, to, ids } of [...named, { from: units.length, to: units.length, ids: [] }]) {
		concepts.push(...wordsBetween(text, units, at, from, allKana, typing));
		if (to > from) concepts.push({ kind: 'entry', ids, from, to, units: units.slice(from, to), light: false, groups: [] });
		at = to;
	}
	const asked = once(concepts);
	const serious = asked.filter((concept) => !isIgnored(concept));
	return { text, units, concepts: (serious.length > 0 ? serious : asked.map((concept) => ({ ...concept, light: true }))).slice(0, mostConcepts) };
}

/** A name that is also a common word (ITS, MoST) is meant where it is written in capitals, or is all that was asked. */
function isMeant(text: string, units: readonly Unit[], from: number, to: number): boolean {
	if (to - from > 1 || to - from === units.length || !ignoredWords.has(units[from]?.key ?? '')) return true;
	return /\p{Lu}.*\p{Lu}/u.test(text.slice(units[from]?.from, units[from]?.to)) && /\p{Ll}/u.test(text);
}

const isIgnored = ({ kind, units }: Concept): boolean => kind !== 'entry' && ignoredWords.has(joinedKey(units));

function wordsBetween(text: string, units: readonly Unit[], start: number, end: number, allKana: boolean, typing: boolean): Concept[] {
	const found: Concept[] = [];
	const isUnfinished = (to: number): boolean => typing && to === units.length && units[to - 1]?.to === text.length;
	for (let at = start; at < end; ) {
		const first = units[at] as Unit;
		let to = at + 1;
		if (first.kind === 'word') {
			while (to < end && to - at < longestRun && units[to]?.kind === 'word' && units[to]?.hyphened) to += 1;
			found.push({ kind: 'word', unfinished: isUnfinished(to), ...base(units, at, to, units.slice(at, to).every(({ key }) => lightWords.has(key) || ignoredWords.has(key))) });
		} else {
			const kana = allKana || first.script !== 'hira';
			while (to < end && to - at < longestRun && units[to]?.kind === 'char' && units[to]?.gap === gaps.none && (allKana || (units[to]?.script === 'hira') !== kana)) to += 1;
			const key = joinedKey(units.slice(at, to));
			// Hiragana that stand by themselves are a word; between other characters they are particles and endings.
			const alone = !kana && to - at >= 3 && (at === 0 || first.gap !== gaps.none) && (to === units.length || units[to]?.gap !== gaps.none);
			// A single character before hiragana is the stem of a verb, unless what follows is a particle.
			const verb = !alone && to - at === 1 && ((units[to]?.script === 'hira' && !particles.has(units[to]?.key ?? '')) || first.script !== 'han');
			// After a figure it is what is counted: 月 is a month then, and not the moon.
			const counter = to - at === 1 && first.gap === gaps.none && units[at - 1]?.script === 'digit';
			if (counter) found.push({ kind: 'run', unfinished: false, ...base(units, at, to, true), groups: [] });
			else if (kana || alone) found.push({ kind: 'run', unfinished: isUnfinished(to), ...base(units, at, to, verb || lightWords.has(key)) });
		}
		at = to;
	}
	return found;
}

/** Folded: を is お. */
const particles = new Set('のおがはにとでもやへ');

const base = (units: readonly Unit[], from: number, to: number, light: boolean): Base => {
	const own = units.slice(from, to);
	return { from, to, units: own, light, groups: groupsOfKey(joinedKey(own)) };
};

/** A word that is said twice is asked for once. */
function once(concepts: readonly Concept[]): Concept[] {
	const seen = new Set<string>();
	return concepts.filter((concept) => {
		const key = concept.kind === 'entry' ? concept.ids.join(' ') : joinedKey(concept.units);
		return !seen.has(key) && seen.add(key);
	});
}

/** Concepts that stand side by side in the question, or with one particle between, and so ask for what is said together. */
export const neighbours = ({ concepts, units }: Question): [Concept, Concept][] =>
	concepts.flatMap((concept, at): [Concept, Concept][] => {
		const next = concepts[at + 1];
		const between = units[concept.to];
		const isBeside = next?.from === concept.to || (next?.from === concept.to + 1 && between?.script === 'hira' && between.gap === gaps.none && particles.has(between.key));
		return next && isBeside && units[next.from]?.gap !== gaps.hard ? [[concept, next]] : [];
	});
