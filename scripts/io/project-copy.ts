import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from './project.ts';

/** What a build and the commands need. Packages are found in the project around the copy. */
const parts = ['astro.config.mjs', 'content.config.ts', 'package.json', 'tsconfig.json', 'content', 'public', 'scripts', 'seeds', 'src'];

/**
 * Copies the project to a folder of its own, where a variant of the site may be built and files may be broken.
 * @param name of the folder below `.cache`, for one purpose
 * @param files to add or replace: path → text
 * @returns the folder; it stays until the next run, to be looked at
 */
export async function copyProject(name: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
	const folder = join(projectFolder, '.cache', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const part of parts) await cp(join(projectFolder, part), join(folder, part), { recursive: true });
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return folder;
}
