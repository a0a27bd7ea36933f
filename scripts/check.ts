import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkProject, type Dictionaries } from './core/checks/index.ts';
import { labelPassages } from './core/checks/passages.ts';
import { checkTranslations } from './core/checks/translations.ts';
import { langs, type Lang } from '../src/model/languages.ts';
import { createIssueReporter, editorLang } from './core/issue-messages.ts';
import type { Issue } from './core/issue.ts';
import { leftToDo } from './core/ingest/todo.ts';
import { applyEdits, reportFormats, writeReport, type ReportFormat } from './core/reports.ts';
import { exit, runCommand } from './io/cli.ts';
import { groupOf, loadIssueCatalogue } from './io/editor.ts';
import { fingerprint, listFiles, readText } from './io/files.ts';
import { draftIssues, loadDrafts } from './io/ingest/drafts.ts';
import { createJapaneseLinter } from './io/japanese.ts';
import { checkOriginals } from './io/originals.ts';
import { loadCatalogues, loadComponents, loadSeeds, projectFolder } from './io/project.ts';
import { loadSpelling } from './io/spelling.ts';
import { writeTogether, type Write } from './io/write.ts';

const help = `Usage: npm run check [-- --fix --format text|github|json --locale en|ja --drafts]

Checks seeds, catalogues and pages, and reports everything at once: fields and
references, dates, amounts and figures, texts that were changed in one language
only, pages, headings, links and components that a language lacks, links that
lead nowhere, pages that do not compile, and the wording in both languages.
Each kind of mistake has a page of help on the site, which the report names.

  --fix            make the edits that need no judgement, and report the rest
  --format FORM    text (default); github, for its workflows; json
  --locale LANG    the language of the messages (default: LC_ALL, LC_MESSAGES or LANG)
  --drafts         also what is left to do in the drafts of npm run ingest
  --originals DIR  also hold the wording against the original documents
  --seeds DIR      the seeds (default: seeds)
  --content DIR    the folder that holds docs/ (default: content)
  -h, --help       this text

Exit code: 0 nothing found; 1 something is wrong; 2 wrong usage.`;

const options = {
	seeds: { type: 'string' },
	content: { type: 'string' },
	originals: { type: 'string' },
	format: { type: 'string' },
	locale: { type: 'string' },
	fix: { type: 'boolean' },
	drafts: { type: 'boolean' },
} as const;

await runCommand(help, options, async ({ values, positionals, wrongUsage }) => {
	const format = (values.format ?? 'text') as ReportFormat;
	const locale = (values.locale ?? editorLang(process.env)) as Lang;
	const wrong = positionals.length > 0 ? `Unexpected argument: ${positionals.join(' ')}` : !reportFormats.includes(format) ? `--format ${format}: write one of ${reportFormats.join(', ')}` : !langs.includes(locale) ? `--locale ${locale}: write one of ${langs.join(', ')}` : undefined;
	if (wrong !== undefined) return wrongUsage(wrong);
	const folders = { seeds: resolve(values.seeds ?? join(projectFolder, 'seeds')), content: resolve(values.content ?? join(projectFolder, 'content')), originals: values.originals === undefined ? undefined : resolve(values.originals), drafts: values.drafts ?? false };
	const reporter = createIssueReporter(locale, await loadIssueCatalogue(locale), groupOf);
	const dictionaries = { spelling: await loadSpelling(), japanese: createJapaneseLinter() };
	let run = await check(folders, dictionaries);
	if (values.fix) {
		const { issues, made } = await mend(run.issues, folders);
		if (issues.length > 0) {
			console.error(writeReport(issues, format, reporter));
			return exit.wrong;
		}
		if (made > 0) {
			console.error(reporter.fixed(made));
			run = await check(folders, dictionaries);
		}
	}
	if (run.issues.length > 0 || format === 'json') {
		const report = writeReport(run.issues, format, reporter);
		if (format === 'text') console.error(report);
		else console.log(report);
		return run.issues.length > 0 ? exit.wrong : exit.ok;
	}
	if (run.drafts > 0 && !folders.drafts) console.log(reporter.sentence(`Drafts that were not looked at: ${run.drafts}. --drafts says what is left to do.`));
	console.log(reporter.sentence(`${run.statements} statements and ${run.pages} pages: nothing to correct.`));
	return exit.ok;
});

interface Folders {
	readonly seeds: string;
	readonly content: string;
	readonly originals: string | undefined;
	/** Whether drafts are looked at, too. */
	readonly drafts: boolean;
}

/** One run of all rules. */
async function check(folders: Folders, dictionaries: Dictionaries): Promise<{ readonly issues: Issue[]; readonly statements: number; readonly pages: number; readonly drafts: number }> {
	const [seeds, labels] = await Promise.all([loadSeeds(folders.seeds, 'seeds'), loadCatalogues()]);
	const issues: Issue[] = [...seeds.issues, ...labels.issues];
	const pages = new Map<string, string>();
	const unreadable = new Set<string>();
	for (const [path, full] of await listFiles(join(folders.content, 'docs'), ['.mdx', '.md'])) {
		const result = await readText(full, `content/docs/${path}`);
		if ('text' in result) pages.set(path, result.text);
		else {
			issues.push(result.issue);
			if (result.unmarked === undefined) unreadable.add(path);
			else pages.set(path, result.unmarked);
		}
	}
	const { catalogues } = labels;
	const labelTexts = catalogues ? langs.flatMap((lang) => labelPassages(`content/i18n/${lang}.json`, labels.texts[lang], lang, catalogues[lang])) : [];
	issues.push(...(await checkProject({ corpus: seeds.corpus, passages: [...seeds.passages(), ...labelTexts], pages, unreadable, folder: 'content/docs', components: await loadComponents(), files: await publishedFiles(folders.content), labels: labels.keys }, dictionaries)));
	if (seeds.corpus) {
		issues.push(...checkTranslations(seeds.corpus, seeds.lock, fingerprint));
		if (folders.originals !== undefined) issues.push(...(await checkOriginals(seeds.corpus, { ...folders, originals: folders.originals })));
	}
	for (const [path, full] of await listFiles(join(folders.seeds, 'documents'), ['.yaml', '.yml'])) {
		const result = await readText(full, `seeds/documents/${path}`);
		if ('text' in result) issues.push(...leftToDo({ path: `seeds/documents/${path}`, text: result.text }, { isDraft: false }));
	}
	const drafts = await loadDrafts(folders.seeds);
	if (folders.drafts) for (const draft of drafts) issues.push(...(await draftIssues(folders.seeds, draft)));
	return { issues, statements: seeds.corpus?.statements.length ?? 0, pages: pages.size, drafts: drafts.length };
}

/** What the site publishes as it is, and pictures beside the pages. */
async function publishedFiles(content: string): Promise<Set<string>> {
	const [files, pictures] = await Promise.all([listFiles(join(projectFolder, 'public'), ['']), listFiles(content, ['.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif', '.svg'])]);
	return new Set([...[...files.keys()].map((path) => `/${path}`), ...[...pictures.keys()].map((path) => `/content/${path}`)]);
}

/** Makes the edits that issues carry. A file that changes meanwhile stops it before anything is written. */
async function mend(found: readonly Issue[], folders: Folders): Promise<{ readonly issues: Issue[]; readonly made: number }> {
	const roots = [[`content/`, folders.content], ['seeds/', folders.seeds]] as const;
	const byFile = Map.groupBy(found.filter(({ edit }) => edit !== undefined), ({ file }) => file);
	let made = 0;
	const parts: [string, Write[]][] = [];
	for (const [name, root] of roots) {
		const writes: Write[] = [];
		for (const [file, edits] of byFile) {
			if (!file.startsWith(name)) continue;
			const path = file.slice(name.length);
			// The catalogues of labels are the project's own, whatever folder the pages are read from.
			if (path.startsWith('i18n/') && root !== join(projectFolder, 'content')) continue;
			// Not through the check of its encoding: a byte order mark is one of the things to mend.
			const before = await readFile(join(root, path), 'utf8');
			const edited = applyEdits(before, edits);
			made += edited.made;
			if (edited.made > 0) writes.push({ path, text: edited.text, before });
		}
		parts.push([root, writes]);
	}
	return { issues: await writeTogether(parts), made };
}
