import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What everything that a build makes depends on besides its content: what an earlier build made is taken over only if this is the same. */

/** The parts keep apart, whatever stands in them. */
export const digest = (...parts: readonly (string | Uint8Array)[]): string => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(String(part.length)).update('\n').update(part);
	return hash.digest('hex');
};

/** All files below a folder, sorted; none where there is no such folder. */
export const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort() : []);

/** @param root the folder of the project @returns the key of its code, labels, settings and packages, and of the environment that they read */
export function codeKey(root: string): string {
	const code = [...filesIn(join(root, 'src')), ...filesIn(join(root, 'content/i18n')), ...['astro.config.mjs', 'content.config.ts', 'package.json', 'package-lock.json', 'content/data/labels.json'].map((path) => join(root, path)).filter((path) => existsSync(path))];
	const environment = Object.entries(process.env).filter(([name]) => /^(?:SITE_|REPOSITORY_URL$|SOURCE_DATE_EPOCH$|NODE_ENV$|TZ$|LANG$|LC_ALL$)/.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
	return digest(process.version, JSON.stringify(environment), ...code.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
}
