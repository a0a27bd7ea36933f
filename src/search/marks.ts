import { groupsOfKey, longestWord } from './groups.ts';
import { standsAlone } from './names.ts';
import type { Concept } from './query.ts';
import type { Named } from './records.ts';
import { toUnits, type Unit } from './units.ts';

/** Where in a text the things that a question asks for stand. */

export type Range = readonly [from: number, to: number];

/** What to mark: a concept, and for a run of characters that nothing holds whole, its parts. */
export interface Sought {
	readonly concept: Concept;
	readonly parts: readonly (readonly Unit[])[];
}

/** Brings ranges in order; those that touch, or have but a space or a dot between them, become one. */
export function mergeRanges(text: string, ranges: readonly Range[]): Range[] {
	const merged: [number, number][] = [];
	for (const [from, to] of [...ranges].filter(([from, to]) => from < to).sort(([a], [b]) => a - b)) {
		const last = merged.at(-1);
		if (last && (from <= last[1] || /^[\s\-‐・·]?$/u.test(text.slice(last[1], from)))) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}

/** The places of one concept in a text. */
export function findConcept(units: readonly Unit[], named: Named, { concept, parts }: Sought): Range[] {
	const found: Range[] = [];
	const groups = new Set(concept.groups);
	if (concept.kind === 'entry') for (const [from, to, id] of named) if (concept.ids.includes(id)) found.push([from, to]);
	if (concept.kind === 'word' && concept.units.length > 1) found.push(...findRun(units, concept.units));
	else if (concept.kind === 'word') {
		const key = concept.units[0]?.key ?? '';
		for (const unit of units) {
			const same = unit.key === key || (concept.unfinished && unit.kind === 'word' && unit.surface.startsWith(concept.units[0]?.surface ?? key));
			if (same || (groups.size > 0 && unit.kind === 'word' && groupsOfKey(unit.key).some((group) => groups.has(group)))) found.push([unit.from, unit.to]);
		}
	}
	if (concept.kind === 'run') {
		for (const part of parts.length > 0 ? parts : [concept.units]) found.push(...findRun(units, part));
	}
	if (found.length === 0 && groups.size > 0) found.push(...findGroup(units, groups));
	return found;
}

function findRun(units: readonly Unit[], sought: readonly Unit[]): Range[] {
	const found: Range[] = [];
	for (let at = 0; at + sought.length <= units.length; at += 1) {
		if (sought.every((unit, offset) => units[at + offset]?.key === unit.key && units[at + offset]?.kind === unit.kind)) found.push([units[at]?.from ?? 0, units[at + sought.length - 1]?.to ?? 0]);
	}
	return found;
}

/** Runs of characters that belong to a group of words. */
function findGroup(units: readonly Unit[], groups: ReadonlySet<string>): Range[] {
	const found: Range[] = [];
	for (let start = 0; start < units.length; start += 1) {
		let key = '';
		for (let end = start + 1; end <= units.length && key.length < longestWord; end += 1) {
			key += units[end - 1]?.key ?? '';
			if (groupsOfKey(key).some((group) => groups.has(group)) && standsAlone(units, start, end)) found.push([units[start]?.from ?? 0, units[end - 1]?.to ?? 0]);
		}
	}
	return found;
}

export interface Marked {
	readonly marks: Range[];
	/** The concepts that stand in the text. */
	readonly found: ReadonlySet<Concept>;
}

/** Marks a text. The marks lie inside it, in order and apart. */
export function markText(text: string, named: Named, sought: readonly Sought[]): Marked {
	const units = toUnits(text);
	const ranges = sought.map((each) => ({ concept: each.concept, ranges: findConcept(units, named, each) }));
	return { marks: mergeRanges(text, ranges.flatMap((each) => each.ranges)), found: new Set(ranges.filter((each) => each.ranges.length > 0).map(({ concept }) => concept)) };
}

/** Goes from a place in a text by `step` until it is not inside a word, where words stand apart. */
function outsideWord(text: string, at: number, step: 1 | -1): number {
	let place = at;
	while (place > 0 && place < text.length && /^[\p{Script=Latin}\d][\p{Script=Latin}\d'’-]$/u.test(text.slice(place - 1, place + 1))) place += step;
	// The blank beside the word belongs to neither side.
	while (text[step > 0 ? place : place - 1] === ' ') place += step;
	return place;
}

/** About as much of a long text as a result shows: from the sentence with the first mark on. */
export function excerpt(text: string, marks: readonly Range[], length = 480): { text: string; marks: Range[] } {
	if (text.length <= length) return { text, marks: [...marks] };
	const first = marks[0]?.[0] ?? 0;
	const before = text.slice(0, first);
	const sentence = Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('。') + 1, 0);
	const start = first - sentence > length / 2 ? Math.min(first, outsideWord(text, Math.max(0, Math.min(first - Math.floor(length / 3), text.length - length)), 1)) : sentence <= 1 ? 0 : sentence;
	const firstEnd = marks[0]?.[1] ?? 0;
	const end = Math.max(firstEnd, outsideWord(text, Math.min(text.length, Math.max(start + length, firstEnd)), -1));
	const lead = start > 0 ? '… ' : '';
	const shown = `${lead}${text.slice(start, end).toWellFormed()}${end < text.length ? ' …' : ''}`;
	const moved = lead.length - start;
	return { text: shown, marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + moved, to + moved]) };
}
