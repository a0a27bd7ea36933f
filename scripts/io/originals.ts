import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutGenerated } from '../core/checks/page.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Issue } from '../core/issue.ts';
import { verifyOriginal, wantedOriginals, WordingCheck, type Original } from '../core/provenance.ts';
import type { TextFile } from '../core/yaml.ts';
import { isMissing, listFiles, readText } from './files.ts';

/** Where the originals are, and what is held against them. */
export interface OriginalsFolders {
	readonly originals: string;
	readonly seeds: string;
	readonly content: string;
}

/**
 * Holds seeds and pages against the original documents. What convert wrote on a page is in the seeds, and said there.
 * @param wanted the ids of the documents whose originals are at hand
 * @throws the file system's error where there is no such folder
 */
export async function checkOriginals(corpus: Corpus, { originals, seeds, content }: OriginalsFolders, wanted: ReadonlySet<string> = new Set(corpus.fileOf.keys())): Promise<Issue[]> {
	await access(originals);
	const issues: Issue[] = [];
	const held: TextFile[] = [];
	for (const [file, document] of wantedOriginals(corpus)) {
		if (!wanted.has(document.id)) continue;
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
	for (const [folder, name, endings] of [[seeds, 'seeds', ['.yaml']], [content, 'content', ['.mdx', '.md']]] as const) {
		for (const [path, full] of await listFiles(folder, endings)) {
			const result = await readText(full, `${name}/${path}`);
			issues.push(...('text' in result ? wording.check({ path: `${name}/${path}`, text: withoutGenerated(result.text) }) : [result.issue]));
		}
	}
	return issues;
}

async function readOriginal(path: string, name: string): Promise<Original | undefined> {
	const bytes = await readFile(path).catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});
	return bytes && { path: name, text: new TextDecoder().decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}
