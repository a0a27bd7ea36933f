import type { Fingerprint } from '../translations.ts';
import { shorten, type Issue } from '../issue.ts';
import type { Batch } from './message.ts';
import type { Unit } from './units.ts';

export interface Applied {
	/** The files that change, or are made: path → text. */
	readonly files: ReadonlyMap<string, string>;
	/** Ids of the units that were taken over. */
	readonly taken: readonly string[];
	/** How many messages are as they were, or not finished. */
	readonly left: number;
	/** Ids of those among them that somebody has worked on and not marked as finished. */
	readonly unfinished: readonly string[];
	/** Where there is one, nothing may be written. */
	readonly issues: readonly Issue[];
}

/**
 * Puts translations that came back into the files.
 * A text that changed here since it was exported, in either language, is a conflict: neither side is thrown away.
 * @param texts the files as they stand: path → text
 * @param name of the file that came back, for messages
 * @param takeUnfinished whether what is not marked as finished is taken, too: not every program can mark it
 */
export function applyBatch(batch: Batch, units: readonly Unit[], texts: ReadonlyMap<string, string>, name: string, fingerprint: Fingerprint, takeUnfinished = false): Applied {
	const known = new Map(units.map((unit) => [unit.id, unit]));
	const issues: Issue[] = [];
	const edits = new Map<string, { unit: Unit; target: string }[]>();
	const unfinishedIds: string[] = [];
	let left = 0;
	for (const { id, source, target, unfinished, exported } of batch.messages) {
		const unit = known.get(id);
		if (target === '' || target === unit?.target || (unfinished && !takeUnfinished)) {
			left += 1;
			if (target !== '' && target !== unit?.target && fingerprint(target) !== exported) unfinishedIds.push(id);
			continue;
		}
		const conflict = (found: string, expected: string, fix: string): void => void issues.push({ ...(unit?.position ?? { file: name, line: 1, column: 1 }), code: 'translation-conflict', found, expected, fix });
		if (!unit && texts.has(id.replace(/#$/, ''))) conflict(`\`${id.replace(/#$/, '')}\`, which somebody has written here meanwhile`, 'a page that is still missing', `put the two together, and take it out of ${name}`);
		else if (!unit) conflict(`\`${id}\`, which is not in the project any more`, 'a text that exists', `take it out of ${name}, or bring the text back`);
		else if (unit.source !== source) conflict(`the text of \`${id}\` in ${batch.from} was changed after the export`, 'the text that was translated', 'export again, and translate the text as it is now');
		else if (exported === '') conflict(`\`${id}\` without the note “exported: …”, which shows whether the text was changed here meanwhile`, 'the notes as they were exported', 'have the program keep the notes, or copy them from the file that was exported');
		else if (fingerprint(unit.target ?? '') !== exported) conflict(`the text of \`${id}\` in ${batch.to} was changed here after the export`, 'the text as it was exported', `decide between the two: “${shorten(target, 100).replaceAll(/\s*\n\s*/g, ' ')}” came back`);
		else edits.set(unit.file, [...(edits.get(unit.file) ?? []), { unit, target }]);
	}
	const files = new Map([...edits].map(([file, changes]) => [file, changes.length === 1 && changes[0] && !changes[0].unit.place ? changes[0].target : replaced(texts.get(file) ?? '', changes)]));
	return { files, taken: [...edits.values()].flat().map(({ unit }) => unit.id), left, unfinished: unfinishedIds, issues };
}

/** From the end, so that the places before it stay right. */
const replaced = (text: string, changes: readonly { unit: Unit; target: string }[]): string =>
	[...changes]
		.sort((a, b) => (b.unit.place?.from ?? 0) - (a.unit.place?.from ?? 0))
		.reduce((done, { unit: { place }, target }) => (place ? done.slice(0, place.from) + place.write(target) + done.slice(place.to) : done), text);
