import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeSeeds } from './bench/build-projects.ts';
import type { GuideSize } from './bench/synthetic-guide.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';

const help = `Usage: npm run bench:convert -- [--sizes N,N…] [--assert]

Measures convert on made-up seeds of many sectors and documents: the CPU time
and the most memory of a first run, which writes every page, and of a run after
it, which has nothing to do.

  --sizes N,N  how many statements (default: 10000,100000)
  --assert     exit 1 where a figure misses its target
  -h, --help   this text

Exit code: 0 done; 1 a target was missed (with --assert); 2 wrong usage.`;

const options = { sizes: { type: 'string' }, assert: { type: 'boolean' } } as const;

/** The documents of a large guide are long ones, of some hundred statements each, and most of its names are known by then. */
function largeGuide(statements: number, realNames: number): GuideSize {
	const pages = Math.max(6, Math.ceil(statements / 80));
	const sectors = Math.max(3, Math.round(pages / 4));
	const documents = pages - sectors;
	return { sectors, documents, statements, differences: Math.ceil(documents / 10), names: realNames + Math.ceil(statements / 15) };
}

const target = { secondsPerThousand: 0.6, bytes: 1.5e9, again: 0.3 };

await runCommand(help, options, async ({ values }) => {
	const sizes = (values.sizes ?? '10000,100000').split(',').map(Number);
	if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
		console.error(`--sizes takes numbers of statements\n\n${help}`);
		return exit.usage;
	}
	const missed: string[] = [];
	console.log('| statements | run | CPU, s | to reach | most memory, MB | to reach |');
	// Nothing is deleted before the last run: where thousands of files were just deleted, a file system takes up to four times as long to make one.
	const all = await mkdtemp(join(tmpdir(), 'bench-convert-'));
	try {
		for (const size of sizes) {
			const folder = join(all, String(size));
			await writeSeeds(join(folder, 'seeds'), (real) => largeGuide(size, real.names));
			const first = await measured(folder);
			const again = await measured(folder);
			const most = (target.secondsPerThousand * size) / 1000;
			const line = (name: string, { seconds, bytes }: Cost, mostSeconds: number): void => {
				if (seconds > mostSeconds || bytes > target.bytes) missed.push(`${size}, ${name}`);
				console.log(`| ${size} | ${name} | ${seconds.toFixed(1)} | ≤ ${mostSeconds.toFixed(1)} | ${(bytes / 1e6).toFixed(0)} | ≤ ${target.bytes / 1e6} |`);
			};
			line('first', first, most);
			line('nothing to do', again, first.seconds * target.again);
		}
	} finally {
		await rm(all, { recursive: true, force: true });
	}
	for (const name of missed) console.log(`Missed: ${name}`);
	return values.assert && missed.length > 0 ? exit.wrong : exit.ok;
});

interface Cost {
	readonly seconds: number;
	readonly bytes: number;
}

/** Runs convert as `npm run convert` does; the process says at its end what it took. */
async function measured(folder: string): Promise<Cost> {
	// What the kernel counts for a process begins with what its parent held; only Linux also says it of the program alone.
	const report = `const { readFileSync, writeSync } = require('node:fs');
process.on('exit', () => {
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	let most = maxRSS;
	try { most = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
	writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, bytes: most * 1024 }));
});`;
	const reporter = join(folder, 'report.cjs');
	await writeFile(reporter, report);
	const child = spawn(process.execPath, ['--require', reporter, `--import=${pathToFileURL(join(projectFolder, 'scripts/io/compiled.mjs')).href}`, join(projectFolder, 'scripts/convert.ts'), '--seeds', join(folder, 'seeds'), '--content', join(folder, 'content')], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
	let said = '';
	const [code] = await new Promise<[number | null]>((resolve, reject) => {
		child.stdio[3]?.on('data', (chunk) => (said += String(chunk)));
		child.on('error', reject);
		child.on('close', (status) => resolve([status]));
	});
	if (code !== 0) throw new Error(`convert ended with ${String(code)}`);
	return JSON.parse(said) as Cost;
}
