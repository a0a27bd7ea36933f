import { join, resolve } from 'node:path';
import { checkPages, checkTranslations } from './core/checks.ts';
import type { Issue } from './core/issue.ts';
import { leftToDo } from './core/ingest/todo.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { fingerprint, listFiles, readText } from './io/files.ts';
import { draftIssues, loadDrafts } from './io/ingest/drafts.ts';
import { loadCatalogues, loadSeeds, projectFolder } from './io/project.ts';

const help = `Usage: npm run check [-- --seeds DIR --content DIR --drafts]

Checks seeds, catalogues and pages, and reports everything at once: fields and
references, dates, amounts and figures, texts that were changed in one language
only, pages that a language lacks, pages that do not compile.

  --seeds DIR    the seeds (default: seeds)
  --content DIR  the folder that holds docs/ (default: content)
  --drafts       also what is left to do in the drafts of npm run ingest
  -h, --help     this text

Exit code: 0 nothing found; 1 something is wrong; 2 wrong usage.`;

const options = { seeds: { type: 'string' }, content: { type: 'string' }, drafts: { type: 'boolean' } } as const;

await runCommand(help, options, async ({ values, positionals }) => {
	if (positionals.length > 0) {
		console.error(`Unexpected argument: ${positionals.join(' ')}\n\n${help}`);
		return exit.usage;
	}
	const seedsFolder = resolve(values.seeds ?? join(projectFolder, 'seeds'));
	const seeds = await loadSeeds(seedsFolder, 'seeds');
	const issues: Issue[] = [...seeds.issues, ...(await loadCatalogues()).issues];
	const pages = new Map<string, string>();
	for (const [path, full] of await listFiles(resolve(values.content ?? join(projectFolder, 'content'), 'docs'), ['.mdx', '.md'])) {
		const result = await readText(full, `content/docs/${path}`);
		if ('text' in result) pages.set(path, result.text);
		else issues.push(result.issue);
	}
	for (const [path, full] of await listFiles(join(seedsFolder, 'documents'), ['.yaml', '.yml'])) {
		const result = await readText(full, `seeds/documents/${path}`);
		if ('text' in result) issues.push(...leftToDo({ path: `seeds/documents/${path}`, text: result.text }, { isDraft: false }));
	}
	const drafts = await loadDrafts(seedsFolder);
	if (values.drafts) for (const draft of drafts) issues.push(...(await draftIssues(seedsFolder, draft)));
	else if (drafts.length > 0) console.log(`${drafts.length} ${drafts.length === 1 ? 'draft' : 'drafts'} not looked at: --drafts says what is left to do.`);
	issues.push(...checkPages(pages, 'content/docs'));
	if (seeds.corpus) issues.push(...checkTranslations(seeds.corpus, seeds.lock, fingerprint));
	if (issues.length > 0) {
		printIssues(issues);
		return exit.wrong;
	}
	console.log(`${seeds.corpus?.statements.length ?? 0} statements and ${pages.size} pages: nothing to correct.`);
	return exit.ok;
});
