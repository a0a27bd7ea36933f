import { langs, languages, type Lang, type Localized, type Script } from '../../../src/model/languages.ts';
import { groupBy, type Corpus } from '../corpus.ts';
import type { Issue } from '../issue.ts';
import { closedLists, componentIssues, refIssues, type ClosedLists, type Components } from './components.ts';
import { contentIssues } from './contents.ts';
import { englishIssues, type Spelling } from './english.ts';
import { frontMatterIssues } from './front-matter.ts';
import { grammarIssues, japaneseIssues, type JapaneseLinter } from './japanese.ts';
import { linkIssues, orphanIssues, titleIssues, type PublishedFiles } from './links.ts';
import { readPage, type Page } from './page.ts';
import { missingPages, parityIssues } from './parity.ts';
import { pagePassages, type Passage } from './passages.ts';
import { projectWords } from './project-words.ts';
import { statusIssues } from './status.ts';
import { altIssues, boldIssues, braceIssues, brokenLinkIssues, headingIssues, syntaxIssues, tableIssues, toDoIssues, wideBracketIssues } from './structure.ts';
import { misspeltNames, NameFinder, termIssues } from './terms.ts';

/** All that the rules of pages and of wording look at. */
export interface CheckedProject {
	/** `undefined` where the seeds have issues of their own: what needs them waits. */
	readonly corpus: Corpus | undefined;
	/** The texts of the seeds and of the catalogues. */
	readonly passages: readonly Passage[];
	/** Path below the pages' folder, such as `en/about.mdx` → text. */
	readonly pages: ReadonlyMap<string, string>;
	/** How messages name that folder. */
	readonly folder: string;
	/** Pages that are there and could not be read, which is reported already. */
	readonly unreadable?: ReadonlySet<string>;
	readonly components: Components;
	readonly files: PublishedFiles;
	/** The keys of the catalogues. */
	readonly labels: ReadonlySet<string>;
}

/** What the rules need from outside: dictionaries. Without one, its rules are left out. */
export interface Dictionaries {
	readonly spelling?: Spelling;
	readonly japanese?: JapaneseLinter;
}

/** Everything that is wrong in the pages, and in the wording of seeds, pages and labels. */
export async function checkProject(project: CheckedProject, dictionaries: Dictionaries): Promise<Issue[]> {
	const pages = [...project.pages].flatMap(([path, text]) => readPage(path, text, project.folder) ?? []);
	const passages = [...project.passages, ...pages.flatMap(pagePassages)];
	return [...pageIssues(pages, project), ...wordingIssues(passages, project, dictionaries.spelling), ...(await styleIssues(passages, dictionaries.japanese))];
}

function pageIssues(pages: readonly Page[], { corpus, components, files, labels, folder, unreadable = new Set() }: CheckedProject): Issue[] {
	const lists = closedLists(corpus, labels);
	// Pages that the navigation names.
	const navigation = new Set([...labels].flatMap((key) => (key.startsWith('nav.') ? [key.slice('nav.'.length)] : [])));
	const own = new Map(pages.map((page) => [page, issuesOfPage(page, { corpus, components, lists })]));
	const readable = pages.filter((page) => own.get(page)?.readable);
	const unread = [...unreadable].flatMap((path) => readPage(path, '', folder) ?? []);
	const ofPages = [
		...[...own.values()].flatMap(({ issues }) => issues),
		...linkIssues(pages, files, unread),
		// Not among those of a page by itself: what is still to be written can be looked at while it is.
		...pages.flatMap(toDoIssues),
	];
	const found = new Map([...groupBy(ofPages, ({ file }) => file)].map(([file, issues]) => [file, new Set(issues.map(({ code }) => code))]));
	const twinsOf = [...groupBy([...pages, ...unread], ({ slug }) => slug)].map(([slug, group]) => ({ slug, twins: new Map(group.map((page) => [page.lang, page])) }));
	const whole = twinsOf.filter(({ twins }) => langs.every((lang) => twins.has(lang)) && [...twins.values()].every((page) => readable.includes(page)));
	return [
		...ofPages,
		...twinsOf.flatMap(({ twins }) => missingPages(twins)),
		// A mistake of one page makes it differ from the others: it is said once.
		...whole.flatMap(({ slug, twins }) => parityIssues(twins, slug, new Set([...twins.values()].flatMap(({ file }) => [...(found.get(file) ?? [])])))),
		...titleIssues(pages),
		...orphanIssues(pages, navigation).filter(({ file }) => whole.some(({ twins }) => [...twins.values()].some((page) => page.file === file))),
	];
}

/** What is wrong in a page by itself, and whether it can be read. What it cannot be read for is said alone. */
export function issuesOfPage(page: Page, { corpus, components, lists }: { readonly corpus: Corpus | undefined; readonly components: Components; readonly lists: ClosedLists }): { readonly issues: Issue[]; readonly readable: boolean } {
	const syntax = syntaxIssues(page);
	const head = frontMatterIssues(page);
	// Without its head, nobody can tell what a page is.
	const readable = syntax.length === 0 && !head.some(({ code }) => code === 'yaml-syntax');
	const inside = syntax.length === 0 ? [...componentIssues(page, components, lists), ...contentIssues(page, components), ...headingIssues(page), ...altIssues(page), ...boldIssues(page), ...tableIssues(page), ...brokenLinkIssues(page), ...braceIssues(page), ...wideBracketIssues(page, components), ...(corpus ? refIssues(page, corpus.statementById) : [])] : [];
	return { issues: [...syntax, ...head, ...inside], readable };
}

function wordingIssues(passages: readonly Passage[], { corpus }: CheckedProject, spelling: Spelling | undefined): Issue[] {
	const glossary = corpus?.glossary ?? [];
	const names = glossary.flatMap((term) => langs.flatMap((lang) => [term.name[lang], ...term.aliases[lang]]));
	const known = new Set([...projectWords, ...[...names, ...glossary.flatMap(({ romaji }) => romaji)].flatMap((name) => name.toLowerCase().match(/[a-z]+/g) ?? [])]);
	// Without the glossary, every name would be a misspelling.
	const rules: Readonly<Record<Script, (passage: Passage) => Issue[]>> = { Latn: (passage) => englishIssues(passage, corpus && spelling, known), Jpan: japaneseIssues };
	return [
		...passages.flatMap((passage) => rules[languages[passage.lang].script](passage)),
		...misspeltNames(passages, glossary),
		...(corpus ? statementIssues(passages, corpus) : []),
	];
}

/** Rules that hold the texts of a statement against its data and against each other. */
function statementIssues(passages: readonly Passage[], { statements, glossary, termById }: Corpus): Issue[] {
	const finder = new NameFinder(glossary);
	const byText = groupBy(passages.filter(({ kind }) => kind === 'seed'), ({ lang, text }) => `${lang} ${text}`);
	return statements.flatMap(({ text, status }) => {
		const found = langs.map((lang): readonly [Lang, Passage | undefined] => [lang, byText.get(`${lang} ${text[lang]}`)?.[0]]);
		if (found.some(([, passage]) => passage === undefined)) return [];
		const texts = Object.fromEntries(found) as Localized<Passage>;
		return [...termIssues(texts, finder, termById), ...statusIssues(texts, status)];
	});
}

/** The grammar of Japanese: statements, notes and the like in である style, what speaks to the reader in です・ます style. */
async function styleIssues(passages: readonly Passage[], lint: JapaneseLinter | undefined): Promise<Issue[]> {
	if (!lint) return [];
	const japanese = passages.filter(({ lang, isProse }) => isProse && languages[lang].script === 'Jpan');
	return [
		...(await grammarIssues(japanese.filter(({ kind }) => kind === 'seed'), 'dearu', lint)),
		...(await grammarIssues(japanese.filter(({ kind }) => kind !== 'seed'), 'desumasu', lint)),
	];
}
