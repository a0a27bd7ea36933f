import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './io/project-folder.ts';

/** Builds the site into `dist` and its search index, in a process of its own as `npm run build` does. */
export const build = (): Promise<number> => run('node', [roomForTheYoung, `--import=${import.meta.resolve('./io/strip-types.mjs')}`, import.meta.filename]);

/**
 * A build makes many short-lived strings. With the small space that Node.js gives them it spends a tenth of its time on
 * sorting out which still live. It can be said only when a process starts, so package.json says it too; and so it is with
 * what takes the types out of the code.
 */
const roomForTheYoung = '--max-semi-space-size=64';

/** Runs one of the project's programs with its output on this terminal, and gives its exit code. @param folder where it runs @param environment what it gets besides this process’s own */
export function run(program: string, args: readonly string[], folder = projectFolder, environment: Readonly<Record<string, string>> = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const executable = join(projectFolder, 'node_modules/.bin', program);
		const child = spawn(executable, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment } });
		child.once('error', reject);
		child.once('close', (code, signal) => {
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

if (import.meta.main) {
	process.chdir(projectFolder);
	process.argv.splice(2, Infinity, 'build');
	Object.assign(process.env, {
		// Nothing is reported to anybody while the site is built.
		ASTRO_TELEMETRY_DISABLED: '1',
		// To keep compiled code for a later build takes a tenth of a small one, and saves that one nothing that can be measured.
		NODE_DISABLE_COMPILE_CACHE: '1',
	});
	// In this process: one more would read for itself what reads TypeScript.
	await import(pathToFileURL(join(projectFolder, 'node_modules/astro/bin/astro.mjs')).href);
}
