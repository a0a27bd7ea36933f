import { langs, type Localized } from '../../src/model/languages.ts';
import type { Corpus } from './corpus.ts';
import { sortIssues, type Issue } from './issue.ts';
import { createLocateSeed } from './locate.ts';
import { createTranslators, type Catalogues, type Translate } from './messages.ts';
import { createPageContexts } from './pages/lists.ts';
import { pages } from './pages/index.ts';
import { isText, type Pieces } from './pieces.ts';
import { isUntouched, publishedIds, publishedStatements } from './published.ts';
import { isUntouchedFile, publishedForSearch } from './published-glossary.ts';
import { generatedIds, mergePage, renderPage } from './regions.ts';
import type { Fingerprint } from './translations.ts';

/** Where convert writes, below the content folder. */
export const statementsFile = 'data/statements.json';
const docs = 'docs/';

export interface Change {
	/** Path below the content folder. */
	readonly path: string;
	readonly text: Pieces;
	/** The text that the change was made from; `undefined` for a new file. */
	readonly before: string | undefined;
}

/** The files below the content folder by their paths. Each is asked for once, so that not all have to be held at a time. */
export type Existing = Pick<ReadonlyMap<string, string>, 'get' | 'keys'>;

export interface ConversionPlan {
	/** Files whose bytes change, and no others. */
	readonly changes: readonly Pick<Change, 'path'>[];
	/** Files that are as they are to be. */
	readonly unchanged: readonly string[];
	/** Pages that hold generated regions and are no longer made from any seed. They are left to a person to delete. */
	readonly orphans: readonly string[];
	/** Statements that the pages hold and the seeds no longer do. */
	readonly disappeared: readonly string[];
	/** Where there is one, nothing may be written. */
	readonly issues: readonly Issue[];
}

/**
 * Works out what convert would write.
 * @param existing the files below the content folder
 * @param contentName how to name the content folder in messages
 * @param onChange gets each file that changes as soon as it is made, also where an issue is found later
 * @param only the pages, below `content/docs`, that are made where not all of them are
 */
export function planConversion(
	corpus: Corpus,
	catalogues: Catalogues,
	existing: Existing,
	contentName: string,
	fingerprint: Fingerprint,
	onChange: (change: Change) => void = () => undefined,
	only?: ReadonlySet<string>,
): ConversionPlan {
	const translators: Localized<Translate> = createTranslators(catalogues);
	const locate = createLocateSeed(corpus);
	const issues: Issue[] = [];
	const changes: Pick<Change, 'path'>[] = [];
	const orphans: string[] = [];
	/** Statements that pages hold which change, or that are made no more: what stays as it is holds those of the seeds. */
	const held = new Set<string>();
	const unchanged: string[] = [];
	const wanted = new Set<string>();
	const take = (path: string, text: Pieces, before: string | undefined): void => {
		if (isText(text, before)) {
			unchanged.push(path);
			return;
		}
		if (before !== undefined && path.startsWith(docs)) for (const id of generatedIds(before) ?? []) held.add(id);
		changes.push({ path });
		onChange({ path, text, before });
	};

	const contexts = createPageContexts(corpus, translators);
	for (const page of pages(corpus, contexts)) {
		const path = docs + page.path;
		const file = `${contentName}/${path}`;
		wanted.add(path);
		if (only && !only.has(page.path)) continue;
		const before = existing.get(path);
		if (before === undefined) {
			take(path, renderPage(page, fingerprint), before);
			continue;
		}
		const merged = mergePage(page, before, file, fingerprint, locate);
		issues.push(...merged.issues);
		if (merged.text !== undefined) take(path, [merged.text], before);
	}

	// Where everything stands is the same in every language.
	const placed = contexts(langs[0])('');
	const statements = existing.get(statementsFile);
	if (statements !== undefined && !isUntouched(statements, fingerprint)) {
		issues.push({ file: `${contentName}/${statementsFile}`, line: 1, column: 1, code: 'edited-region', found: 'the file was edited by hand', expected: 'the statements as convert wrote them', fix: 'make the change in seeds/documents, delete this file, and run convert again' });
	} else take(statementsFile, publishedStatements(placed, fingerprint), statements);
	for (const [path, text] of publishedForSearch(placed, translators, fingerprint)) {
		const before = existing.get(path);
		if (before === undefined || isUntouchedFile(before, fingerprint)) take(path, [text], before);
		else issues.push({ file: `${contentName}/${path}`, line: 1, column: 1, code: 'edited-region', found: 'the file was edited by hand', expected: 'the data as convert wrote it', fix: 'make the change in seeds, delete this file, and run convert again' });
	}

	for (const path of existing.keys()) {
		const ids = path.startsWith(docs) && !wanted.has(path) ? generatedIds(existing.get(path) ?? '') : undefined;
		if (ids) orphans.push(path);
		for (const id of ids ?? []) held.add(id);
	}
	for (const id of publishedIds(statements ?? '')) held.add(id);
	return {
		changes,
		unchanged,
		orphans: orphans.sort(),
		disappeared: [...held].filter((id) => !corpus.statementById.has(id)).sort(),
		issues: sortIssues(issues),
	};
}
