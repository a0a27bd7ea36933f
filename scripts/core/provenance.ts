import { langs, scripts } from '../../src/model/languages.ts';
import type { SourceDocument, Term } from '../../src/model/seed.ts';
import type { Corpus } from './corpus.ts';
import type { Issue } from './issue.ts';
import type { TextFile } from './yaml.ts';

/** How long a run of the original's words may be before it counts as copied: words in Latin script, characters in Japanese. */
export const longestRun = { words: 12, characters: 40 } as const;

/** An original, as a person who holds it has it. */
export interface Original extends TextFile {
	readonly sha256: string;
}

/** Lines of a text as editors count them: a last line without a line end counts, an empty one after it does not. */
export function linesOf(text: string): string[] {
	const lines = text.split(/\r?\n/);
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/**
 * Holds a document's seed against its original: the fingerprint, the number of lines, and that every
 * line which is not blank belongs to a statement or is listed as a heading or as furniture.
 */
export function verifyOriginal(document: SourceDocument, seedFile: string, original: Original): Issue[] {
	const at = (line: number, code: Issue['code'], found: string, expected: string, fix: string): Issue => ({ file: original.path, line, column: 1, code, found, expected, fix });
	if (original.sha256 !== document.original.sha256) {
		return [at(1, 'wrong-fingerprint', `the SHA-256 ${original.sha256}`, `${document.original.sha256}, as ${seedFile} has it`, 'use the file that the seed was made from; if the original was replaced on purpose, check every statement and change the seed')];
	}
	const lines = linesOf(original.text);
	const covered = new Set<number>(document.headings.map(({ line }) => line));
	for (const { lines: [from, to] } of [...document.furniture, ...document.statements]) for (let line = from; line <= to; line += 1) covered.add(line);
	return [
		...(lines.length === document.original.lines ? [] : [at(lines.length, 'lines-outside', `${lines.length} lines`, `${document.original.lines}, as ${seedFile} has it`, `correct \`original.lines\` in ${seedFile}`)]),
		...lines.flatMap((line, index) =>
			line.trim() === '' || covered.has(index + 1)
				? []
				: [at(index + 1, 'line-not-covered', 'a line that no statement rests on', 'every line to be a fact or furniture', `add it to the \`lines\` of a statement, to \`headings\` or to \`furniture\` in ${seedFile}`)],
		),
	];
}

/** Finds runs of an original's words in texts. Names carry over: each counts as one word or one character. */
export class WordingCheck {
	readonly #names: RegExp;
	readonly #runs = new Map<string, string>();

	constructor(glossary: readonly Term[], originals: readonly TextFile[]) {
		const names = glossary.flatMap(({ name, aliases, abbreviations }) => [...langs.flatMap((lang) => [name[lang], ...aliases[lang]]), ...abbreviations]);
		this.#names = anyOf(names.map(fold).filter((name) => name.length > 2));
		for (const { path, text } of originals) for (const run of this.#runsIn(text)) this.#runs.set(run, path);
	}

	/** The runs that a file shares with an original, at most one a line. */
	check({ path: file, text }: TextFile): Issue[] {
		return text.split('\n').flatMap((line, index): Issue[] => {
			const shared = this.#runsIn(line).find((run) => this.#runs.has(run));
			return shared === undefined
				? []
				: [{ file, line: index + 1, column: 1, code: 'shared-wording', found: `“${shared}”, which ${this.#runs.get(shared)} has too`, expected: `our own words: no run of ${longestRun.words} words or ${longestRun.characters} characters of an original`, fix: 'say it in your own words' }];
		});
	}

	#runsIn(text: string): string[] {
		const named = fold(text).replace(this.#names, ` ${aName} `);
		const words = [...named.matchAll(/[a-z0-9][a-z0-9'’.-]*|§/g)].map(([word]) => word.replace(/[.'’-]+$/, ''));
		// Where words are not divided by spaces, characters are counted.
		const characters = scripts.Jpan.test(named) ? (named.match(japanese) ?? []) : [];
		return [...runs(words, longestRun.words, ' '), ...runs(characters, longestRun.characters, '')];
	}
}

/** Stands for a name in a run. */
const aName = '§';
const japanese = new RegExp(`${scripts.Jpan.source}|[ー0-9a-z§]`, 'gu');

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Any of some names, the longest first; a name in Latin letters only as whole words. */
function anyOf(names: readonly string[]): RegExp {
	const escaped = [...new Set(names)].sort((a, b) => b.length - a.length).map((name) => {
		const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
		return `${/^[a-z0-9]/.test(name) ? '(?<![a-z0-9])' : ''}${literal}${/[a-z0-9]$/.test(name) ? '(?![a-z0-9])' : ''}`;
	});
	return new RegExp(escaped.join('|') || '(?!)', 'g');
}

/** All runs of a length, but for those that are names for the most part: a list of names is nobody's wording. */
const runs = (parts: readonly string[], length: number, glue: string): string[] =>
	Array.from({ length: Math.max(0, parts.length - length + 1) }, (_, from) => parts.slice(from, from + length))
		.filter((run) => run.filter((part) => part === aName).length * 2 < length)
		.map((run) => run.join(glue));

/** The documents whose originals are wanted, by file name. */
export const wantedOriginals = ({ documents }: Corpus): Map<string, SourceDocument> =>
	new Map(documents.map((document) => [document.original.file, document]));
