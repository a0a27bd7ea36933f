import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finishedFiles, finishedKey, mayStand } from '../built/finished.ts';
import { readKept, writeKept } from '../built/kept.ts';
import { remember } from '../model/remember.ts';
import { pageKeys } from './page-keys.ts';

/** The pages, twins, feeds and lists of places that a build leaves where they stand, since they are as they would be made. */
export interface StandingPages {
	/** Paths below the folder of the site. */
	readonly files: ReadonlySet<string>;
	/** Leaves out of the paths that are to be made those that stand, and deletes what is not to be made any more. */
	readonly leaveOut: <Path extends { readonly pathname: string }>(paths: readonly Path[]) => Path[];
	/** Keeps the keys of what was asked for, for the next build. */
	readonly keep: () => void;
}

/**
 * A file stands where its key is that of the build before, and its bytes are what that build left: it trusts no note of them.
 * @param root the folder of the project
 * @param folder of the site
 */
export function standingPages(root: string, folder: string, base: string): StandingPages {
	const file = join(root, 'node_modules/.cache/page-keys');
	const before = JSON.parse(readKept(file)?.toString() ?? '{}') as Readonly<Record<string, string>>;
	const keyOf = remember(pageKeys(root));
	const finished = finishedFiles(root, base);
	const isFinished = (path: string): boolean => {
		try {
			return finished.before(finishedKey(path, readFileSync(join(folder, path)))) !== undefined;
		} catch {
			return false;
		}
	};
	const files = new Set(Object.entries(before).flatMap(([path, key]) => (keyOf(path) === key && isFinished(path) ? [path] : [])));
	const now: Record<string, string> = {};
	return {
		files,
		leaveOut: (paths) => {
			const made = paths.filter(({ pathname }) => {
				const path = fileOf(pathname);
				const key = mayStand(path) ? keyOf(path) : undefined;
				if (key !== undefined) now[path] = key;
				return key === undefined || !files.has(path);
			});
			for (const path of files) if (!(path in now)) rmSync(join(folder, path));
			return made;
		},
		keep: () => {
			writeKept(file, Buffer.from(JSON.stringify(now)));
		},
	};
}

/** @example fileOf('/en/about/') // => 'en/about/index.html' */
function fileOf(pathname: string): string {
	const path = decodeURI(pathname).replace(/^\/|\/$/g, '');
	return /\.\w+$/.test(path) ? path : `${path}/index.html`;
}
