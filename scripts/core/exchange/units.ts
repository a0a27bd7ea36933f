import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar, type YAMLMap } from 'yaml';
import { langs, languages, type Lang } from '../../../src/model/languages.ts';
import type { Position } from '../issue.ts';
import { translationState, type Fingerprint, type TranslationLock } from '../translations.ts';
import type { TextFile } from '../yaml.ts';

/**
 * The texts that a translator works on, whatever file they stand in: localised texts of the seeds, labels, and pages
 * that a language lacks. They are read from the syntax of the files, so that a language that is still missing
 * everywhere can be exported before any seed is valid with it.
 */

/** Whether a translation is wanted: there is none, it is older than its source, or it is fine. */
export type UnitState = 'missing' | 'stale' | 'current';

export interface Unit {
	/** Stays the same while the file is edited around it: `seeds/documents/a.yaml#statements/my-id/text`. */
	readonly id: string;
	readonly file: string;
	readonly position: Position;
	readonly state: UnitState;
	readonly source: string;
	readonly target: string | undefined;
	/** Where the translation goes: characters of the file to replace, and what to put there. `undefined`: the file is to be made. */
	readonly place: Place | undefined;
}

interface Place {
	readonly from: number;
	readonly to: number;
	/** The characters that say `text` at this place. */
	readonly write: (text: string) => string;
}

export interface Direction {
	readonly from: Lang;
	readonly to: Lang;
}

/** What stands for a text that nobody has written. */
const isMissing = (text: string | undefined): boolean => text === undefined || text.trim() === '' || text === 'TODO';

/** The localised texts of a seed file. */
export function seedUnits({ path, text }: TextFile, { from, to }: Direction, lock: TranslationLock, fingerprint: Fingerprint): Unit[] {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
	const units: Unit[] = [];
	const visit = (node: unknown, address: readonly string[], ids: readonly string[]): void => {
		if (isSeq(node)) node.items.forEach((item, index) => visit(item, [...address, idOf(item) ?? String(index)], idOf(item) === undefined ? ids : [...ids, idOf(item) ?? '']));
		if (!isMap(node)) return;
		const texts = textsOf(node);
		if (!texts) {
			for (const { key, value } of node.items) if (isScalar(key)) visit(value, [...address, String(key.value)], ids);
			return;
		}
		const source = texts.get(from);
		if (!source || isMissing(String(source.value))) return;
		const target = texts.get(to);
		const written = target === undefined ? undefined : String(target.value);
		const statement = address.at(-1) === 'text' ? ids.at(-1) : undefined;
		const isStale = statement !== undefined && written !== undefined && translationState(statement, { ...all(written), [from]: String(source.value), [to]: written }, lock, fingerprint).staleIn.includes(to);
		const { line, col } = lines.linePos((target ?? source).range?.[0] ?? 0);
		units.push({
			id: `${path}#${address.join('/')}`,
			file: path,
			position: { file: path, line, column: col },
			state: isMissing(written) ? 'missing' : isStale ? 'stale' : 'current',
			source: String(source.value),
			target: isMissing(written) ? undefined : written,
			place: placeOf(text, node, source, target, to),
		});
	};
	visit(document.contents, [], []);
	return units;
}

const all = (text: string): Record<Lang, string> => Object.fromEntries(langs.map((lang) => [lang, text])) as Record<Lang, string>;

const idOf = (node: unknown): string | undefined => {
	const id = isMap(node) ? node.get('id') : undefined;
	return typeof id === 'string' ? id : undefined;
};

/** The texts of a map whose keys are languages; `undefined` for any other. */
function textsOf(node: YAMLMap): ReadonlyMap<Lang, Scalar> | undefined {
	const texts = new Map<Lang, Scalar>();
	for (const { key, value } of node.items) {
		const lang = langs.find((each) => isScalar(key) && key.value === each);
		if (lang === undefined || !isScalar(value) || typeof value.value !== 'string') return undefined;
		texts.set(lang, value);
	}
	return texts.size > 0 ? texts : undefined;
}

function placeOf(text: string, map: YAMLMap, source: Node, target: Node | undefined, to: Lang): Place | undefined {
	const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const key = map.items[0]?.key;
	const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
	const indent = ' '.repeat(offset - lineStart(offset));
	// In `{ en: One, ja: 一 }` a comma or a brace ends a plain text, and nothing is folded.
	const isFlow = map.flow === true;
	if (target?.range) {
		const at = valueEnd(text, target.range);
		// What follows on the line (a comment) would become a part of a folded text.
		const isLast = !isFlow && text.slice(at, lineEnd(text, at)).trim() === '';
		return { from: target.range[0], to: at, write: (words) => (isLast ? scalar(words, indent, end) : oneLineScalar(words, isFlow)) };
	}
	if (!source.range) return undefined;
	const at = isFlow ? valueEnd(text, source.range) : lineEnd(text, valueEnd(text, source.range));
	return { from: at, to: at, write: (words) => (isFlow ? `, ${to}: ${oneLineScalar(words, true)}` : `${end}${indent}${to}: ${scalar(words, indent, end)}`) };
}

/** The end of the line, before its line end. */
const lineEnd = (text: string, from: number): number => from + (/^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);

/** A block scalar's range runs to the next key: what is replaced ends with its last line. */
function valueEnd(text: string, [from, to]: readonly [number, number, number]): number {
	return from + text.slice(from, to).trimEnd().length;
}

const plain = /^(?![\s\-?:,[\]{}#&*!|>'"%@`~])(?!(?:true|false|null|yes|no|on|off)$)[^\n]*[^\s:]$/i;
const widest = 110;

const isPlain = (words: string): boolean => plain.test(words) && !/: |\s#|^[\d.+-]+$/.test(words);

/** A text as a YAML scalar beside which something else stands on the line: plain where it can be, else quoted. */
const oneLineScalar = (words: string, isFlow: boolean): string => (isPlain(words) && !(isFlow && /[,[\]{}]/.test(words)) ? words : JSON.stringify(words));

/** A text as a YAML scalar: plain where it can be, folded where its script has spaces and it is long, else quoted. */
function scalar(words: string, indent: string, end: string): string {
	if (words.includes('\n')) return JSON.stringify(words);
	if (isPlain(words) && words.length <= widest) return words;
	if (!words.includes(' ') || /^\s|\s$| {2}/.test(words)) return oneLineScalar(words, false);
	const lines = [''];
	for (const word of words.split(' ')) {
		const last = lines.at(-1) ?? '';
		if (last !== '' && last.length + word.length >= widest) lines.push(word);
		else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	return `>-${lines.map((line) => `${end}${indent}  ${line}`).join('')}`;
}

/** The labels of a catalogue, with the plural forms that the other language has. */
export function labelUnits(source: TextFile, target: TextFile, { to: lang }: Direction): Unit[] {
	const [from, to] = [source, target].map(({ text }) => JSON.parse(text) as Record<string, string>);
	const forms = new Intl.PluralRules(languages[lang].locale).resolvedOptions().pluralCategories;
	const wanted = Object.entries(from ?? {}).flatMap(([key, message]): [string, string][] => {
		const [, stem, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
		if (stem === undefined) return [[key, message]];
		return form === 'other' ? forms.map((each) => [`${stem}_${each}`, from?.[`${stem}_${each}`] ?? message]) : [];
	});
	return wanted.map(([key, message]): Unit => {
		const written = to?.[key];
		const file = target.path;
		const own = new RegExp(`${escape(JSON.stringify(key))}\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(target.text);
		const at = own ? own.index : Math.max(0, target.text.lastIndexOf('"') + 1);
		const before = target.text.slice(0, at).split('\n');
		const begin = own ? own.index + own[0].length - (own[1]?.length ?? 0) : at;
		return {
			id: `${file}#${key}`,
			file,
			position: { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
			state: isMissing(written) ? 'missing' : 'current',
			source: message,
			target: isMissing(written) ? undefined : written,
			place: { from: begin, to: own ? begin + (own[1]?.length ?? 0) : at, write: (words) => (own ? JSON.stringify(words) : `,\n\t${JSON.stringify(key)}: ${JSON.stringify(words)}`) },
		};
	});
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The pages that a language lacks, each as one text. @param pages path below the pages' folder → MDX */
export const pageUnits = (pages: ReadonlyMap<string, string>, folder: string, { from, to }: Direction): Unit[] =>
	[...pages].flatMap(([path, source]): Unit[] => {
		const prefix = `${languages[from].tag}/`;
		if (!path.startsWith(prefix)) return [];
		const other = `${languages[to].tag}/${path.slice(prefix.length)}`;
		const file = `${folder}/${other}`;
		return pages.has(other) ? [] : [{ id: `${file}#`, file, position: { file: `${folder}/${path}`, line: 1, column: 1 }, state: 'missing', source, target: undefined, place: undefined }];
	});
