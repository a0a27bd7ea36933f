import { gaps } from './fold.ts';
import { keyPart, type Unit } from './units.ts';

/** Finds names of the glossary in a text: whole names, the longest first, and the names that stand inside others. */

export interface NameTable {
	/** The entries that a name, as {@link joinedKey}, may mean. */
	readonly get: (key: string) => readonly string[] | undefined;
	/** Length of the longest name. */
	readonly longest: number;
	/** Whether some name begins so, where that is known. */
	readonly begins?: (key: string) => boolean;
}

export interface Mention {
	/** Range of units. */
	readonly from: number;
	readonly to: number;
	readonly ids: readonly string[];
	/** Stands inside a longer name: Osaka in Osaka Gas. */
	readonly nested: boolean;
}

const isKana = (unit: Unit | undefined): unit is Unit => unit?.script === 'hira' || unit?.script === 'kata';

/** Whether one kana word ends and another begins between two units. */
const isKanaBorder = (before: Unit | undefined, after: Unit | undefined): boolean =>
	!isKana(before) || !isKana(after) || after.gap !== gaps.none || before.script !== after.script;

/** A kana word is found as a whole word only: ねど is not in なるねども, nor ローバー in グローバル. */
export function standsAlone(units: readonly Unit[], from: number, to: number, loose = false): boolean {
	const found = units.slice(from, to);
	if (!found.every(isKana) || (loose && found.length >= 4)) return true;
	return isKanaBorder(units[from - 1], units[from]) && isKanaBorder(units[to - 1], units[to]);
}

/** All names that begin at a unit, the shortest first. */
function namesAt(units: readonly Unit[], start: number, names: NameTable, loose: boolean): Mention[] {
	const found: Mention[] = [];
	let key = '';
	for (let at = start; at < units.length && key.length < names.longest; at += 1) {
		const unit = units[at] as Unit;
		key += keyPart(unit, at === start);
		if (names.begins?.(key) === false) break;
		const ids = names.get(key);
		if (ids && standsAlone(units, start, at + 1, loose)) found.push({ from: start, to: at + 1, ids, nested: false });
	}
	return found;
}

/**
 * The names in a text, in order, a longer one before the names inside it.
 * @param loose also take a kana name out of a longer run of kana: for questions, where a reading runs into its particle
 */
export function mentions(units: readonly Unit[], names: NameTable, loose = false): Mention[] {
	const found: Mention[] = [];
	for (let at = 0; at < units.length; ) {
		const longest = namesAt(units, at, names, loose).at(-1);
		if (!longest) {
			at += 1;
			continue;
		}
		found.push(longest);
		for (let inside = longest.from; inside < longest.to; inside += 1) {
			for (const name of namesAt(units, inside, names, loose)) {
				if (name.to <= longest.to && (name.from > longest.from || name.to < longest.to)) found.push({ ...name, nested: true });
			}
		}
		at = longest.to;
	}
	return found;
}
