import { join, resolve } from 'node:path';
import { checkPages, checkTranslations } from './core/checks.ts';
import type { Issue } from './core/issue.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { fingerprint, listFiles, readText } from './io/files.ts';
import { loadCatalogues, loadSeeds, projectFolder } from './io/project.ts';

const help = `Usage: npm run check [-- --seeds DIR --content DIR]

Checks seeds, catalogues and pages, and reports everything at once: fields and
references, dates, amounts and figures, texts that were changed in one language
only, pages that a language lacks, pages that do not compile.

  --seeds DIR    the seeds (default: seeds)
  --content DIR  the folder that holds docs/ (default: content)
  -h, --help     this text

Exit code: 0 nothing found; 1 something is wrong; 2 wrong usage.`;

const options = { seeds: { type: 'string' }, content: { type: 'string' } } as const;

await runCommand(help, options, async ({ values, positionals }) => {
	if (positionals.length > 0) {
		console.error(`Unexpected argument: ${positionals.join(' ')}\n\n${help}`);
		return exit.usage;
	}
	const seeds = await loadSeeds(resolve(values.seeds ?? join(projectFolder, 'seeds')), 'seeds');
	const issues: Issue[] = [...seeds.issues, ...(await loadCatalogues()).issues];
	const pages = new Map<string, string>();
	for (const [path, full] of await listFiles(resolve(values.content ?? join(projectFolder, 'content'), 'docs'), ['.mdx', '.md'])) {
		const result = await readText(full, `content/docs/${path}`);
		if ('text' in result) pages.set(path, result.text);
		else issues.push(result.issue);
	}
	issues.push(...checkPages(pages, 'content/docs'));
	if (seeds.corpus) issues.push(...checkTranslations(seeds.corpus, seeds.lock, fingerprint));
	if (issues.length > 0) {
		printIssues(issues);
		return exit.wrong;
	}
	console.log(`${seeds.corpus?.statements.length ?? 0} statements and ${pages.size} pages: nothing to correct.`);
	return exit.ok;
});
