import { join, resolve } from 'node:path';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { checkOriginals } from './io/originals.ts';
import { loadSeeds, projectFolder } from './io/project.ts';

const help = `Usage: npm run sources:verify -- --originals DIR [ID…] [--seeds DIR] [--content DIR]

Holds the seeds against the original documents, which are not in the repository:
the fingerprint of each, that every line is a fact or listed as furniture, and
that neither seeds nor pages share a long run of words with an original.

  ID               the documents whose originals are at hand (default: all)
  --originals DIR  the folder that holds the originals
  --seeds DIR      the seeds (default: seeds)
  --content DIR    the pages (default: content)
  -h, --help       this text

Exit code: 0 all verified; 1 something is wrong; 2 wrong usage.`;

const options = { originals: { type: 'string' }, seeds: { type: 'string' }, content: { type: 'string' } } as const;

await runCommand(help, options, async ({ values, positionals, wrongUsage }) => {
	if (values.originals === undefined) return wrongUsage('--originals is missing');
	const seeds = resolve(values.seeds ?? join(projectFolder, 'seeds'));
	const loaded = await loadSeeds(seeds, 'seeds');
	if (!loaded.corpus) {
		printIssues(loaded.issues);
		return exit.wrong;
	}
	const { corpus } = loaded;
	const unknown = positionals.filter((id) => !corpus.fileOf.has(id));
	if (unknown.length > 0) return wrongUsage(`There is no document ${unknown.map((id) => `\`${id}\``).join(', ')}.`);
	const wanted = new Set(positionals.length > 0 ? positionals : corpus.fileOf.keys());
	const issues = await checkOriginals(corpus, { originals: resolve(values.originals), seeds, content: resolve(values.content ?? join(projectFolder, 'content')) }, wanted);
	if (issues.length > 0) {
		printIssues(issues);
		return exit.wrong;
	}
	console.log(say(`${wanted.size} documents verified: fingerprints right, every line a fact or furniture, ${corpus.statements.filter(({ document }) => wanted.has(document.id)).length} statements in our own words.`));
	return exit.ok;
});
