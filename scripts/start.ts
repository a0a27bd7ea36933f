import { join } from 'node:path';
import { build, run } from './build.ts';
import { say } from './io/editor.ts';
import { projectFolder } from './io/project.ts';
import { serve } from './serve.ts';

/** `npm start`: from the seeds to the site in a browser. Set-up was done by `prestart`. */
const steps = [
	['Making the pages from the seeds', () => run('node', [join(projectFolder, 'scripts/convert.ts')])],
	['Building the site and its search index', build],
] as const;

for (const [index, [what, step]] of steps.entries()) {
	console.log(`\n[${index + 1}/${steps.length + 1}] ${say(what)} …`);
	const began = Date.now();
	const code = await step();
	if (code !== 0) {
		console.error(`\n${say(`Stopped: “${what}” did not succeed; the messages above say why.`)}`);
		process.exit(code);
	}
	console.log(`      ${say(`done in ${((Date.now() - began) / 1000).toFixed(1)} s`)}`);
}

console.log(`\n[${steps.length + 1}/${steps.length + 1}] ${say('Serving the site')} …`);
try {
	const { url } = await serve({ directory: join(projectFolder, 'dist'), port: Number(process.env['PORT'] ?? 4321), ...(process.env['SITE_BASE'] ? { base: process.env['SITE_BASE'] } : {}) });
	console.log(`\n${say(`The guide is at ${url} (stop with Ctrl+C)`)}`);
} catch (error) {
	console.error(say((error as Error).message));
	process.exitCode = 1;
}
