import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * What a build leaves where the one before put it: to delete a small file and to write it again takes five times as long as
 * to see that it is what it has to be, and a site has thousands. What fills these folders decides which of the files stay,
 * and what compresses the others, which of their copies.
 * A repository is left too, as by Astro: some publish from one.
 */
const standing = /^(?:\.git|cards|pagefind|data\/cite\/[^/]+\/[^/]+\.txt)$/;
const copy = /\.(?:br|gz)$/;

/**
 * Empties the folder of a site, but for what is filled and compressed later.
 * @param stands files that stay too, by their paths below the folder
 */
export function emptyButStanding(folder: string, stands: ReadonlySet<string> = new Set(), below = ''): void {
	if (!existsSync(folder)) return;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = `${below}${entry.name}`;
		const full = join(folder, entry.name);
		if (standing.test(path) || stands.has(path)) continue;
		if (entry.isDirectory()) {
			emptyButStanding(full, stands, `${path}/`);
			if (readdirSync(full).length === 0) rmdirSync(full);
		} else if (!copy.test(path)) rmSync(full);
	}
}

/** Deletes files below a folder, and the folders that are empty then. */
export function deleteFiles(folder: string, paths: readonly string[]): void {
	for (const path of paths) rmSync(join(folder, path), { force: true });
	for (let parents = new Set(paths.map((path) => dirname(path))); parents.size > 0; ) {
		const emptied = [...parents].filter((path) => path !== '.' && existsSync(join(folder, path)) && readdirSync(join(folder, path)).length === 0);
		for (const path of emptied) rmdirSync(join(folder, path));
		parents = new Set(emptied.map((path) => dirname(path)));
	}
}

type Content = Uint8Array | string;

/**
 * Makes a folder hold these files. What stands there already is left, or renamed where it stands under another name; so are
 * the compressed copies beside what stays. Other files are deleted.
 * @param files what they hold, or what makes that, by path below the folder
 * @param isOwn which of the files that are there are this one's to delete
 */
export function fillFolder(folder: string, files: ReadonlyMap<string, Content | (() => Content)>, isOwn: (path: string) => boolean = () => true): void {
	const isCopy = (path: string): boolean => copy.test(path) && files.has(path.slice(0, -3));
	const others = filesBelow(folder).filter((path) => !files.has(path) && !isCopy(path) && isOwn(path));
	// The index of the search renames all its records when one of them changes.
	const byContent = new Map(others.map((path) => [bytesIn(join(folder, path))?.toString('latin1'), path]));
	for (const parent of new Set([...files.keys()].map((path) => dirname(path)))) mkdirSync(join(folder, parent), { recursive: true });
	// One after the other: to wait for each of thousands of small files takes longer than to write it.
	for (const [path, content] of files) {
		const bytes = bytesOf(typeof content === 'function' ? content() : content);
		const file = join(folder, path);
		const now = bytesIn(file);
		if (now?.equals(bytes)) continue;
		const same = byContent.get(bytes.toString('latin1'));
		rmSync(file, { recursive: true, force: true });
		if (same === undefined) writeFileSync(file, bytes);
		else {
			renameSync(join(folder, same), file);
			byContent.delete(bytes.toString('latin1'));
		}
	}
	deleteFiles(folder, others);
}

/** Writes a file, unless it stands there with this content. It is not written into: it may be linked from elsewhere. */
export function writeIfOther(file: string, content: Content): void {
	const bytes = bytesOf(content);
	if (bytesIn(file)?.equals(bytes)) return;
	rmSync(file, { recursive: true, force: true });
	writeFileSync(file, bytes);
}

const bytesOf = (content: Content): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength));

/** Nothing where there is no such file. */
function bytesIn(file: string): Buffer | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}

const filesBelow = (folder: string): string[] =>
	existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')) : [];
