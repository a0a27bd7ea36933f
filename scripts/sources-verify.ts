import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Issue } from './core/issue.ts';
import { verifyOriginal, wantedOriginals, WordingCheck, type Original } from './core/provenance.ts';
import type { TextFile } from './core/yaml.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { isMissing, listFiles, readText } from './io/files.ts';
import { loadSeeds, projectFolder } from './io/project.ts';

const help = `Usage: npm run sources:verify -- --originals DIR [--seeds DIR] [--content DIR]

Holds the seeds against the original documents, which are not in the repository:
the fingerprint of each, that every line is a fact or listed as furniture, and
that neither seeds nor pages share a long run of words with an original.

  --originals DIR  the folder that holds the originals
  --seeds DIR      the seeds (default: seeds)
  --content DIR    the pages (default: content)
  -h, --help       this text

Exit code: 0 all verified; 1 something is wrong; 2 wrong usage.`;

const options = { originals: { type: 'string' }, seeds: { type: 'string' }, content: { type: 'string' } } as const;

await runCommand(help, options, async ({ values, positionals }) => {
	if (values.originals === undefined || positionals.length > 0) {
		console.error(`${values.originals === undefined ? '--originals is missing' : `Unexpected argument: ${positionals.join(' ')}`}\n\n${help}`);
		return exit.usage;
	}
	const originals = resolve(values.originals);
	await access(originals);
	const seeds = resolve(values.seeds ?? join(projectFolder, 'seeds'));
	const loaded = await loadSeeds(seeds, 'seeds');
	if (!loaded.corpus) {
		printIssues(loaded.issues);
		return exit.wrong;
	}
	const { corpus } = loaded;
	const issues: Issue[] = [];
	const held: TextFile[] = [];
	for (const [file, document] of wantedOriginals(corpus)) {
		const seedFile = corpus.fileOf.get(document.id) ?? '';
		const original = await readOriginal(join(originals, file), file);
		if (original === undefined) {
			issues.push({ file: seedFile, line: 1, column: 1, code: 'missing-original', found: `no ${file} among the originals`, expected: 'the original of every document', fix: 'put it into the folder that `--originals` names' });
			continue;
		}
		held.push(original);
		issues.push(...verifyOriginal(document, seedFile, original));
	}
	const wording = new WordingCheck(corpus.glossary, held);
	const content = resolve(values.content ?? join(projectFolder, 'content'));
	for (const [folder, name, endings] of [[seeds, 'seeds', ['.yaml']], [content, 'content', ['.mdx', '.md']]] as const) {
		for (const [path, full] of await listFiles(folder, endings)) {
			const result = await readText(full, `${name}/${path}`);
			issues.push(...('text' in result ? wording.check({ path: `${name}/${path}`, text: result.text }) : [result.issue]));
		}
	}
	if (issues.length > 0) {
		printIssues(issues);
		return exit.wrong;
	}
	console.log(`${corpus.documents.length} documents verified: fingerprints right, every line a fact or furniture, ${corpus.statements.length} statements in our own words.`);
	return exit.ok;
});

async function readOriginal(path: string, name: string): Promise<Original | undefined> {
	const bytes = await readFile(path).catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});
	return bytes && { path: name, text: new TextDecoder().decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}
