/**
 * What is wrong in an input, said so that it can be mended without reading code: where it is, what
 * was found, what was expected, and the edit to make. All parts collect issues and report them once.
 */

/** Every kind of issue, with the rule behind it in one line. */
export const issueCodes = {
	'bad-encoding': 'files are UTF-8',
	'byte-order-mark': 'files begin without a byte order mark',
	'merge-conflict': 'a file holds one version, not two',
	'empty-file': 'a seed file has content',
	'not-well-formed': 'text is well-formed Unicode without control or invisible characters',
	'yaml-syntax': 'a seed file is valid YAML',
	'mdx-syntax': 'a page compiles as MDX',
	'json-syntax': 'a catalogue, and the lock file, is valid JSON',
	'unknown-field': 'only the fields of the schema are used',
	'missing-field': 'required fields are present',
	'missing-language': 'every text stands in every language',
	'wrong-type': 'a value has the type of its field',
	'unknown-value': 'a value is one of its closed list',
	'bad-id': 'ids are lower-case words joined by hyphens',
	'bad-date': 'dates are EDTF (ISO 8601-2)',
	'bad-amount': 'amounts are a number, or a range, with a unit',
	'bad-lines': 'line ranges are [first, last]',
	'bad-url': 'addresses are http or https',
	'bad-value': 'a value follows the rule of its field',
	'file-name': 'a document’s file is named after its id',
	'missing-file': 'the seed files are all present',
	'duplicate-id': 'an id is used once',
	'lines-outside': 'line ranges lie inside the original',
	'lines-overlap': 'a line is either a fact or furniture',
	'unknown-sector': 'sectors are those of sectors.yaml',
	'repeated-reference': 'a list names a thing once',
	'unknown-party': 'parties are in glossary.yaml',
	'unknown-place': 'places are in glossary.yaml',
	'unknown-term': 'terms are in glossary.yaml',
	'wrong-category': 'each reference is in the field of its category',
	'unknown-statement': 'statement ids exist',
	'same-as-itself': '`sameAs` points at a statement that stands for itself',
	'figures-differ': 'all languages of a text carry the same figures',
	'missing-message': 'every message stands in every catalogue',
	'labels-differ': 'all languages of a message hold the same values',
	'stale-translation': 'all languages of a statement say the same',
	'unconfirmed-translation': 'a person has confirmed that all languages of a statement say the same',
	'translation-conflict': 'a text is changed at one place at a time',
	'bad-exchange-file': 'a file for translators is PO or XLIFF 2',
	'missing-page': 'every page exists in every language',
	'edited-region': 'what convert owns is changed in the seeds',
	'broken-markers': 'the markers of convert stand in pairs',
	'changed-meanwhile': 'a file is not changed while convert runs',
	'line-not-covered': 'every line of an original is a fact or furniture',
	'wrong-fingerprint': 'an original has the fingerprint of its seed',
	'missing-original': 'the originals are at hand',
	'shared-wording': 'the seeds are in our own words',
	'still-to-do': 'nothing is left to do in a finished seed',
	'unreadable-source': 'a raw document can be read whole and without doubt',
	'would-overwrite': 'ingest never overwrites a draft or a seed',
	'unknown-component': 'a page uses the components that there are',
	'unknown-property': 'a component gets the properties that it has',
	'missing-property': 'a component gets the properties that it needs',
	'component-content': 'a component holds what it shows, and nothing else',
	'missing-alt': 'every picture has a text for those who cannot see it',
	'broken-link': 'links and pictures lead to pages and files that exist',
	'broken-anchor': 'links lead to places that exist on their page',
	'link-form': 'links inside the site are relative and stay in their language',
	'skipped-heading': 'headings go down one level at a time, from level 2',
	'duplicate-anchor': 'an identifier stands once on a page',
	'broken-bold': 'bold text is bold',
	'broken-table': 'a table shows all that is written in it',
	'headings-differ': 'a page has the same headings in every language',
	'links-differ': 'a page has the same links in every language',
	'components-differ': 'a page uses the same components in every language',
	'duplicate-title': 'every page has a title of its own',
	'orphan-page': 'readers can get to every page',
	'status-contradicted': 'a text says no more and no less than its status',
	'term-unnamed': 'what a text names in one language, it names in each',
	'misspelt-name': 'names are spelt as the glossary has them',
	'en-spelling': 'English words are spelt as in British English',
	'en-repetition': 'no word stands twice in a row',
	'en-wordy': 'English texts say it in the short word',
	'en-sentence': 'an English sentence can be read in one breath',
	'ja-style': 'statements are in である style, guides and labels in です・ます style',
	'ja-width': 'digits and Latin letters in Japanese texts are half-width',
	'ja-punctuation': 'Japanese texts use Japanese punctuation, and close what they open',
	'ja-repetition': 'a Japanese sentence does not repeat a word or a particle',
	'ja-wordy': 'Japanese texts say it without detours',
} as const;

export type IssueCode = keyof typeof issueCodes;

/** A place in a file: line and column from 1, the column in UTF-16 units as editors count. */
export interface Position {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

export interface Issue extends Position {
	readonly code: IssueCode;
	readonly found: string;
	readonly expected: string;
	/** The edit to make. */
	readonly fix: string;
	/** Further lines: a diff, or the other places concerned. */
	readonly detail?: string;
	/** The edit itself, where a program can make it without a doubt: what stands at the place, and what is to stand there. */
	readonly edit?: { readonly from: string; readonly to: string };
}

/** `file:line:column  code  found; expected …. To mend it: …`, and the detail below it. */
export const formatIssue = ({ file, line, column, code, found, expected, fix, detail }: Issue): string =>
	`${file}:${line}:${column}  ${code}  ${found}; expected ${expected}. To mend it: ${fix}.` + (detail ? `\n${detail}` : '');

/** By file, then by place. */
export const sortIssues = (issues: readonly Issue[]): Issue[] =>
	[...issues].sort((a, b) =>
		a.file === b.file ? a.line - b.line || a.column - b.column || compare(a.code, b.code) : compare(a.file, b.file),
	);

/** Order by code unit: the same on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The beginning of a text, as much as a message has room for. @param most characters */
export const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The word of `known` that `word` was probably meant to be, if one is near enough. Case does not count. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment. */
export function editDistance(a: string, b: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		[beforePrevious, previous] = [previous, row];
	}
	return previous[b.length] ?? a.length;
}
