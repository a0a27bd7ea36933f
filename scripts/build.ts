import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './io/project-folder.ts';

/** Builds the site into `dist` and its search index. `npm run build` and `npm start` use it. */
export function build(): Promise<number> {
	return run('astro', ['build'], projectFolder, { NODE_OPTIONS: [process.env['NODE_OPTIONS'], roomForTheYoung].filter((each) => each !== undefined).join(' ') });
}

/** A build makes many short-lived strings. With the small space that Node.js gives them it spends a tenth of its time on sorting out which still live. */
const roomForTheYoung = '--max-semi-space-size=64';

/** Runs one of the project's programs with its output on this terminal, and gives its exit code. @param folder where it runs @param environment what it gets besides this process’s own */
export function run(program: string, args: readonly string[], folder = projectFolder, environment: Readonly<Record<string, string>> = {}): Promise<number> {
	return new Promise((resolve, reject) => {
		const executable = join(projectFolder, 'node_modules/.bin', program);
		// Nothing is reported to anybody while the site is built.
		const child = spawn(executable, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment } });
		child.once('error', reject);
		child.once('close', (code, signal) => {
			resolve(code ?? (signal ? 1 : 0));
		});
	});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await build();
