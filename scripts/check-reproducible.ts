import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';

const help = `Usage: npm run check:reproducible [-- --times N] [--keep]

Builds the site again and again, each time from a clean copy in another folder, with
another time zone and language of the machine and, every other time, with a busy
processor; and compares every byte with the first build.

  --times N   how many builds (default: 2)
  --keep      leave the folders there, to look at what differs
  -h, --help  this text

Exit code: 0 all are the same; 1 a file differs; 2 wrong usage.`;

const run = promisify(execFile);
const zones = ['UTC', 'Asia/Tokyo', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati'];
const machineLanguages = ['C', 'ja_JP.UTF-8', 'en_IN.UTF-8', 'tr_TR.UTF-8', 'de_DE.UTF-8'];

await runCommand(help, { times: { type: 'string' }, keep: { type: 'boolean' } } as const, async ({ values, positionals }) => {
	const times = Number(values.times ?? 2);
	if (positionals.length > 0 || !Number.isInteger(times) || times < 2) {
		console.error(`--times is a whole number from 2.\n\n${help}`);
		return exit.usage;
	}
	const work = await mkdtemp(join(tmpdir(), 'reproducible-'));
	let first: Map<string, string> | undefined;
	let differing = 0;
	try {
		for (let turn = 0; turn < times; turn += 1) {
			const folder = join(work, 'x'.repeat(turn % 3) + String(turn), 'site');
			await copyProject(folder);
			const busy = turn % 2 === 1 ? new Worker('for (;;) Math.sqrt(2);', { eval: true }) : undefined;
			const TZ = zones[turn % zones.length];
			const LANG = machineLanguages[turn % machineLanguages.length];
			await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', TZ, LANG, LC_ALL: LANG }, maxBuffer: 64 * 1024 * 1024 });
			await busy?.terminate();
			const made = await digests(join(folder, 'dist'));
			first ??= made;
			const differs = [...new Set([...first.keys(), ...made.keys()])].filter((path) => first?.get(path) !== made.get(path)).sort();
			if (differs.length > 0) differing += 1;
			console.log(`${turn + 1} of ${times}: ${made.size} files, TZ ${TZ ?? ''}, LANG ${LANG ?? ''}${busy ? ', busy' : ''}: ${turn === 0 ? 'the first' : differs.length === 0 ? 'the same' : `${differs.length} files differ: ${differs.slice(0, 10).join(', ')}`}`);
			if (!values.keep) await rm(folder, { recursive: true, force: true });
		}
	} finally {
		if (!values.keep) await rm(work, { recursive: true, force: true });
		else console.log(`The builds are in ${work}.`);
	}
	console.log(differing === 0 ? `\nAll ${times} builds are the same.` : `\n${differing} of ${times} builds differ from the first.`);
	return differing === 0 ? exit.ok : exit.wrong;
});

/** What version control knows, as it stands now, with its history (pages show when they were changed) and the same packages. */
async function copyProject(folder: string): Promise<void> {
	await mkdir(dirname(folder), { recursive: true });
	await run('git', ['clone', '--quiet', '--no-checkout', projectFolder, folder], { cwd: projectFolder });
	const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: projectFolder, maxBuffer: 64 * 1024 * 1024 });
	for (const path of stdout.split('\0').filter((each) => each !== '')) await cp(join(projectFolder, path), join(folder, path)).catch(() => undefined);
	// The packages themselves, which no build changes, as links to the same files where the disk allows; and nothing that a build has kept.
	await run('cp', ['-al', join(projectFolder, 'node_modules'), folder]).catch(async () => {
		await rm(join(folder, 'node_modules'), { recursive: true, force: true });
		await run('cp', ['-a', join(projectFolder, 'node_modules'), folder]);
	});
	for (const kept of ['.astro', '.cache', '.vite']) await rm(join(folder, 'node_modules', kept), { recursive: true, force: true });
}

async function digests(folder: string): Promise<Map<string, string>> {
	const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
	return new Map(await Promise.all(entries.map(async (entry) => {
		const full = join(entry.parentPath, entry.name);
		return [full.slice(folder.length + 1), createHash('sha256').update(await readFile(full)).digest('hex')] as const;
	})));
}
