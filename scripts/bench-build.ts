import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { firstLoad } from '../src/built/page-weight.ts';
import { weighPages } from '../src/built/weigh.ts';
import { changeOneSeed, clean, copyCold, makeDefault, makeOurs } from './bench/build-projects.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project-folder.ts';

const help = `Usage: npm run bench [-- --pairs 25,250,1000] [--only ours] [--json] [--keep]

Builds made-up guides of several sizes with this site and with default Starlight, whose
pages hold the same text as Markdown, in temporary folders; and prints how the processor
time (user and system, with all child processes) and the first load compare.

  --pairs N,…   how many pages each language has, within some per cent (default: 25,250,1000)
  --only WHO    ours or default: build only these
  --warm N,…    the sizes at which one seed is changed and built again (default: 250)
  --json        as JSON
  --keep        leave the folders there, to look at
  -h, --help    this text

Exit code: 0 done, and a warm build gave the same bytes as a cold one; 1 it did not, or a
build failed; 2 wrong usage.`;

const options = { pairs: { type: 'string' }, warm: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' }, keep: { type: 'boolean' } } as const;

const run = promisify(execFile);

interface Measured {
	readonly pairs: number;
	readonly statements?: number;
	readonly ours?: number;
	readonly default?: number;
	/** First load of a typical page (the median), brotli. */
	readonly oursBytes?: number;
	readonly defaultBytes?: number;
	/** Seconds of a build after one seed was changed, and of a cold build of the same. */
	readonly warm?: number;
	readonly warmCold?: number;
	/** Files in which the two differ. */
	readonly differing?: number;
	/** How busy the machine was. */
	readonly load: number;
}

/** What `npm run build` runs, without npm. */
const ownBuild = (JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { scripts: { build: string } }).scripts.build.split(' ').slice(1);
const defaultBuild = ['node_modules/astro/bin/astro.mjs', 'build'];

const seconds = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(1)} s`);
const ratio = (value: number | undefined, of: number | undefined): string => (value === undefined || !of ? '–' : (value / of).toFixed(2));
const kB = (value: number | undefined): string => (value === undefined ? '–' : `${(value / 1000).toFixed(1)} kB`);

await runCommand(help, options, async ({ values, positionals }) => {
	const sizes = numbers(values.pairs ?? '25,250,1000');
	const warm = numbers(values.warm ?? '250');
	if (positionals.length > 0 || !sizes || !warm || (values.only !== undefined && values.only !== 'ours' && values.only !== 'default')) {
		console.error(help);
		return exit.usage;
	}
	const work = await mkdtemp(join(tmpdir(), 'bench-build-'));
	const all: Measured[] = [];
	try {
		for (const size of sizes) {
			const measured = await measure(work, size, warm.includes(size), values.only);
			all.push(measured);
			if (!values.json) print(measured);
			if (!values.keep) for (const name of await readdir(work)) await rm(join(work, name), { recursive: true, force: true });
		}
	} finally {
		if (!values.keep) await rm(work, { recursive: true, force: true });
	}
	if (values.json) console.log(JSON.stringify(all, null, '\t'));
	else summarise(all);
	if (values.keep) console.error(`The projects are in ${work}.`);
	return all.every(({ differing = 0 }) => differing === 0) ? exit.ok : exit.wrong;
});

function numbers(list: string): number[] | undefined {
	const all = list.split(',').filter((part) => part !== '').map(Number);
	return all.every((each) => Number.isInteger(each) && each >= 24) ? all : undefined;
}

async function measure(work: string, size: number, isWarmToo: boolean, only: string | undefined): Promise<Measured> {
	const ours = join(work, `ours-${size}`);
	const theirs = join(work, `default-${size}`);
	const { pairs, statements } = await makeOurs(ours, size);
	const load = loadavg()[0] ?? 0;
	let result: Measured = { pairs, statements, load };
	if (only !== 'ours') {
		await makeDefault(theirs, ours);
		result = { ...result, default: await build(theirs, defaultBuild), defaultBytes: typical(theirs) };
	}
	if (only !== 'default') {
		result = { ...result, ours: await build(ours, ownBuild), oursBytes: typical(ours) };
		if (isWarmToo) {
			await changeOneSeed(ours);
			const again = join(work, `again-${size}`);
			await copyCold(ours, again);
			result = { ...result, warm: await build(ours, ownBuild), warmCold: await build(again, ownBuild) };
			const [made, expected] = [await digests(join(ours, 'dist')), await digests(join(again, 'dist'))];
			const differing = [...new Set([...made.keys(), ...expected.keys()])].filter((path) => made.get(path) !== expected.get(path)).sort();
			if (differing.length > 0) console.error(`A warm build differs from a cold one: ${differing.slice(0, 10).join(', ')}`);
			result = { ...result, differing: differing.length };
		}
		await clean(ours);
	}
	return result;
}

/** Runs a program of Node.js and gives the seconds of processor time that it and all its children took. */
async function build(folder: string, args: readonly string[]): Promise<number> {
	const env = { ...process.env, PATH: `${join(folder, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
	// `times` of a shell counts what its children and theirs have used.
	const { stdout } = await run('sh', ['-c', '"$@" >build.log 2>&1; status=$?; times; exit $status', 'sh', process.execPath, ...args], { cwd: folder, env }).catch(async (error: unknown) => {
		console.error(await readFile(join(folder, 'build.log'), 'utf8'));
		throw error;
	});
	const times = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
	return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** The first load of the page in the middle, of those that hold what was made up. */
function typical(folder: string): number {
	const pages = weighPages(join(folder, 'dist'), '/').filter(({ path }) => /\/(?:sectors|sources)\//.test(path)).map(firstLoad).sort((a, b) => a - b);
	return pages[Math.floor(pages.length / 2)] ?? 0;
}

async function digests(folder: string): Promise<Map<string, string>> {
	const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
	return new Map(await Promise.all(entries.map(async (entry) => {
		const full = join(entry.parentPath, entry.name);
		return [full.slice(folder.length + 1), createHash('sha256').update(await readFile(full)).digest('hex')] as const;
	})));
}

function print(each: Measured): void {
	console.log(`${each.pairs} page pairs, ${each.statements ?? 0} statements (load ${each.load.toFixed(1)}): cold build ${seconds(each.ours)}, default Starlight ${seconds(each.default)}, ratio ${ratio(each.ours, each.default)}; first load ${kB(each.oursBytes)}, default ${kB(each.defaultBytes)}`);
	if (each.warm !== undefined) console.log(`  after one seed changed: ${seconds(each.warm)}, cold ${seconds(each.warmCold)}, ratio ${ratio(each.warm, each.warmCold)}; ${each.differing === 0 ? 'the same bytes' : `${each.differing ?? 0} files differ`}`);
}

function summarise(all: readonly Measured[]): void {
	const [small, large] = [all.at(-2), all.at(-1)];
	if (!small || !large) return;
	const growth = (which: 'ours' | 'default'): string => {
		const [a, b] = [small[which], large[which]];
		return a === undefined || b === undefined ? '–' : (b / large.pairs / (a / small.pairs)).toFixed(2);
	};
	console.log(`Growth of processor time a page from ${small.pairs} to ${large.pairs} page pairs: ${growth('ours')}, default ${growth('default')}`);
}
