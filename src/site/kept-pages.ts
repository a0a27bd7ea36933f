import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { remember } from '../model/remember.ts';
import type { PageNode } from './page-nodes.ts';

/**
 * What a page is drawn from, in a file of its own below `node_modules/.cache`. In Astro's store of the content, where it
 * would stand otherwise, it would be written with that of all pages, made into a module, bundled and loaded as code.
 */
export interface KeptPage {
	/** The page in MDX, without its front matter. */
	readonly body: string;
	readonly nodes: readonly PageNode[];
}

/** An entry of the content, as far as it is asked here. */
interface Entry {
	readonly body?: string | undefined;
	readonly rendered?: { readonly metadata?: Readonly<Record<string, unknown>> | undefined } | undefined;
}

const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
const fileIn = (folder: string, text: string | Uint8Array): string => `${folder}/${digest(text)}.txt`;

/**
 * Keeps a page under the hash of what is kept.
 * @param root the folder of the project
 * @param folder below it; a build and the development server have one each, for each deletes what it has no use for
 * @returns the file, from the root; it belongs into the metadata of the entry as `kept`
 */
export function keepPage(root: string, folder: string, page: KeptPage): string {
	// The nodes in one line, and the text as it is: in JSON it would be escaped once, and read by a parser twice.
	const text = `${JSON.stringify(page.nodes)}\n${page.body}`;
	const file = fileIn(folder, text);
	const full = join(root, file);
	if (isWhole(root, file)) return file;
	mkdirSync(dirname(full), { recursive: true });
	// Put in place whole: two builds may run at the same time.
	const staging = `${full}.${process.pid}`;
	writeFileSync(staging, text);
	renameSync(staging, full);
	return file;
}

/** The file that holds what an entry is drawn from; none where its page is a module, or a notice. */
export const keptFile = ({ rendered }: Entry): string | undefined => {
	const kept = rendered?.metadata?.['kept'];
	return typeof kept === 'string' ? kept : undefined;
};

/** Whether a file is there, and holds what its name says. */
export function isWhole(root: string, file: string): boolean {
	const full = join(root, file);
	return existsSync(full) && fileIn(dirname(file), readFileSync(full)) === file;
}

/** Deletes what is kept below a folder and not named. */
export function keepOnly(root: string, folder: string, files: ReadonlySet<string>): void {
	const full = join(root, folder);
	if (!existsSync(full)) return;
	for (const name of readdirSync(full)) if (!files.has(`${folder}/${name}`)) rmSync(join(full, name), { force: true });
}

// Astro runs from the root of the project. A page is asked for some times while it is drawn, and not again.
const read = remember((file): KeptPage => {
	const text = readFileSync(file, 'utf8');
	const end = text.indexOf('\n');
	return {
		body: text.slice(end + 1),
		// A Markdown twin is made from the text alone.
		get nodes() { return JSON.parse(text.slice(0, end)) as readonly PageNode[]; },
	};
}, 10);

/** What an entry is drawn from, where it is no module. */
export function keptPage(entry: Entry): KeptPage | undefined {
	const file = keptFile(entry);
	return file === undefined ? undefined : read(file);
}

/** The page of an entry in MDX, without its front matter; nothing where nobody wrote it. */
export const bodyOf = (entry: Entry): string => keptPage(entry)?.body ?? entry.body ?? '';
