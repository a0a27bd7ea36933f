import { createHash } from 'node:crypto';
import { access, constants, readFile, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { langs, type Lang } from '../src/model/languages.ts';
import { idSchema } from '../src/model/seed.ts';
import { documentId, finished, writeDraft } from './core/ingest/draft.ts';
import { ingest } from './core/ingest/ingest.ts';
import type { Issue } from './core/issue.ts';
import { exit, printIssues, refused, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { isMissing, listFiles, readText } from './io/files.ts';
import { draftId, draftIssues } from './io/ingest/drafts.ts';
import { readDocument, type RawDocument } from './io/ingest/read.ts';
import { loadSeeds, projectFolder } from './io/project.ts';
import { textNow, writeFiles, type Write } from './io/write.ts';

const help = `Usage: npm run ingest -- FILE… [--id ID] [--lang ${langs.join('|')}] [--out DIR]
       npm run ingest -- --finish ID [--out DIR]

Turns raw documents into draft seeds: split into statements with their lines, and
with a proposed sector, kind, status, dates, amounts and glossary entries for
each. What a person must still do is marked and counted in the draft.

Reads plain text, Markdown and HTML (UTF-8, UTF-16, Shift_JIS, EUC-JP,
ISO-2022-JP), PDF and DOCX.

  --id ID      the id of the document (default: from the file name; one file only)
  --lang LANG  the language of the original (default: recognised)
  --out DIR    where the drafts go (default: seeds/drafts, which git ignores)
  --seeds DIR  the seeds (default: seeds)
  --finish ID  takes the comments out of a draft with nothing left to do, and
               moves it to documents/ of the seeds
  -h, --help   this text

Exit code: 0 written; 1 something is wrong, and nothing was written; 2 wrong usage.`;

const options = { id: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' }, seeds: { type: 'string' }, finish: { type: 'string' } } as const;

await runCommand(help, options, async ({ values, positionals, wrongUsage }) => {
	const { id, lang } = values;
	const seedsFolder = resolve(values.seeds ?? join(projectFolder, 'seeds'));
	const out = resolve(values.out ?? join(seedsFolder, 'drafts'));
	if (values.finish !== undefined) return positionals.length > 0 ? wrongUsage('--finish takes an id and no files') : finish(values.finish, seedsFolder, out);
	if (positionals.length === 0) return wrongUsage('Name the documents to read.');
	if (id !== undefined && positionals.length > 1) return wrongUsage('--id goes with one file');
	if (id !== undefined && !idSchema.safeParse(id).success) return wrongUsage(`\`${id}\` is no id: lower-case words joined by hyphens`);
	if (lang !== undefined && !(langs as readonly string[]).includes(lang)) return wrongUsage(`--lang is ${langs.join(' or ')}`);

	const issues: Issue[] = [];
	const documents: { id: string; path: string; raw: RawDocument }[] = [];
	const seeds = await loadSeeds(seedsFolder, 'seeds');
	if (!seeds.corpus) {
		printIssues(seeds.issues);
		return exit.wrong;
	}
	const { corpus } = seeds;
	for (const path of positionals) {
		const raw = await readDocument(resolve(path)).catch((error: unknown) => {
			if (isMissing(error)) return missing(path);
			throw error;
		});
		if ('code' in raw) issues.push({ ...raw, file: path });
		else documents.push({ id: id ?? documentId(raw.name), path, raw });
	}

	const writes: Write[] = [];
	const report: string[] = [];
	for (const { id: name, path, raw } of documents) {
		const { source } = raw;
		// A document that is no UTF-8 text has its text written beside the draft: the lines are counted there.
		// Never under the name of the document itself, which may be a text in another encoding.
		const copy = basename(path) === `${name}.txt` ? `${name}.utf8.txt` : `${name}.txt`;
		const names = [...(source.extracted ? [copy] : []), `${name}.yaml`];
		// The text comes first: a run that is killed between the two leaves a text that nobody has worked on, and the next one takes it over.
		const isLeftOver = source.extracted && (await textNow(join(out, copy))) === source.text && !(await exists(join(out, `${name}.yaml`)));
		for (const target of names) {
			if (writes.some((write) => write.path === target)) issues.push(existing(path, target, 'two files that give one draft', 'run ingest for each with --id'));
			else if (!(isLeftOver && target === copy) && (await exists(join(out, target)))) issues.push(existing(path, relative(process.cwd(), join(out, target)), 'a draft that exists, and may hold work', 'finish or delete it first, or choose another --id'));
		}
		if (corpus.documents.some((document) => document.id === name)) issues.push(existing(path, `seeds/documents/${name}.yaml`, 'a seed that exists', 'choose another --id'));
		const sha256 = source.extracted ? createHash('sha256').update(source.text).digest('hex') : raw.sha256;
		const proposals = ingest(source, corpus, { id: name, sha256, ...(lang === undefined ? {} : { language: lang as Lang }) });
		if (proposals.statements.length === 0) {
			issues.push({ file: path, line: 1, column: 1, code: 'unreadable-source', found: 'no sentence: every line seems to be a title, navigation or the like', expected: 'a document that states facts', fix: 'check that it is the right file, and that the whole article was saved' });
			continue;
		}
		const draft = writeDraft(proposals, { id: name, file: source.extracted ? copy : basename(path), sha256, from: source.extracted ? basename(path) : undefined, encoding: raw.encoding }, corpus, say);
		if (source.extracted) writes.push({ path: copy, text: source.text, before: isLeftOver ? source.text : undefined });
		writes.push({ path: `${name}.yaml`, text: draft.text, before: undefined });
		const furniture = proposals.furniture.reduce((sum, { lines: [from, to] }) => sum + to - from + 1, 0);
		report.push(say(`${relative(process.cwd(), join(out, `${name}.yaml`))}: ${proposals.statements.length} statements, ${proposals.headings.length} headings, ${furniture} lines of furniture (${raw.encoding}). Still to do: ${draft.toWrite} texts to write, ${draft.toCheck} proposals to look at, ${proposals.names.length} names to consider for the glossary.`));
	}
	if (issues.length === 0) issues.push(...(await writeFiles(out, writes)));
	if (issues.length > 0) return refused(issues);
	for (const line of report) console.log(line);
	console.log(say('The head of each draft says what to do next.'));
	return exit.ok;
});

function missing(file: string): Issue {
	return { file, line: 1, column: 1, code: 'unreadable-source', found: 'no such file', expected: 'a document to read', fix: 'correct the path' };
}

function existing(file: string, target: string, found: string, fix: string): Issue {
	return { file, line: 1, column: 1, code: 'would-overwrite', found: `${found} (${target})`, expected: 'a new file', fix };
}

async function exists(path: string): Promise<boolean> {
	try {
		await readFile(path);
		return true;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

/** The file of a draft, by its name or by the id in it. */
async function draftNamed(name: string, out: string): Promise<string | undefined> {
	const files = [...(await listFiles(out, ['.yaml'])).keys()];
	if (files.includes(`${name}.yaml`)) return `${name}.yaml`;
	for (const file of files) if (draftId((await textNow(join(out, file))) ?? '') === name) return file;
	return undefined;
}

/**
 * Moves a draft that is done to the seeds, under the id that its head gives it by then.
 * @param name the file of the draft, or that id
 */
async function finish(name: string, seedsFolder: string, out: string): Promise<number> {
	const file = (await draftNamed(name, out)) ?? `${name}.yaml`;
	const draft = join(out, file);
	const result = await readText(draft, `seeds/drafts/${file}`);
	if ('issue' in result) {
		printIssues([result.issue]);
		console.error(say('The draft stays where it is.'));
		return exit.wrong;
	}
	const { text } = result;
	const id = draftId(text) ?? basename(file, '.yaml');
	const target = `documents/${id}.yaml`;
	// The seed is written before the draft goes: what must not happen then is seen before.
	await access(out, constants.W_OK);
	const there = await textNow(join(seedsFolder, target));
	// A run that was killed between the two left both.
	const isWritten = there === finished(text);
	const issues = isWritten ? [] : there !== undefined ? [existing(draft, `seeds/${target}`, 'a seed that exists', 'change the id of the draft')] : await draftIssues(seedsFolder, { path: `seeds/drafts/${file}`, text });
	if (issues.length === 0 && !isWritten) issues.push(...(await writeFiles(seedsFolder, [{ path: target, text: finished(text), before: undefined }])));
	if (issues.length > 0) {
		printIssues(issues);
		console.error(say('The draft stays where it is.'));
		return exit.wrong;
	}
	await rm(draft, { force: true });
	const copy = /^ {2}file: (.+)$/m.exec(text)?.[1] ?? '';
	if (copy !== '' && (await exists(join(out, basename(copy))))) console.log(say(`${relative(process.cwd(), join(out, basename(copy)))} holds the text whose lines are counted. Put it with the originals; it is never committed.`));
	console.log(say(`seeds/${target} is written. Next: compare its texts, npm run confirm -- ${id}, then npm run convert.`));
	return exit.ok;
}
