import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, watch } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { convertScript, get, processEnv, readContent, replaceOnce, runConvert, snapshot, temporaryFolder } from '../helpers/convert.ts';
import { reworded, withFile, writeSeeds, type SeedFolder } from '../helpers/mini-seeds.ts';

/** How often the process is killed: `KILLS=200 npx vitest run tests/io/kill.test.ts` for a thorough run. */
const kills = Number(process.env['KILLS'] ?? 40);
/** Side by side, each in a folder of its own. */
const lanes = 2;
/**
 * When to kill: a part of the kills is spread over the whole run, most of which is before the first write; the others
 * over some milliseconds from the moment at which files are prepared, or at which the first page is replaced.
 */
const moments = [
	{ upTo: 0.4, sign: undefined, within: undefined },
	{ upTo: 0.7, sign: /^\.staging-/, within: 40 },
	{ upTo: 1, sign: /^(?:docs|data)\//, within: 3 },
];

/** Few statements: a run takes the less. */
const someSeeds = withFile('differences.yaml', '[]\n', withFile('documents/newspaper.yaml', undefined));
/** The same with every text changed, so that every page changes. */
const otherSeeds: SeedFolder = reworded(someSeeds, 'B');

/** Numbers from 0 to 1, the same each time (mulberry32). */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** What editors wrote: everything that a careless rewrite would lose. */
const editorsText = 'Editors’ own words: 編集者の文章。  \r\n\n```mdx\n{/* convert:end statements */}\n```\n\nA last line without an end';

interface Lane {
	readonly content: string;
	readonly seeds: readonly string[];
	/** Every file as each of the two seed sets makes it. */
	readonly versions: readonly ReadonlyMap<string, string>[];
	/** Of one whole run. */
	readonly duration: number;
}

async function prepare(): Promise<Lane> {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const seeds = [join(folder, 'a'), join(folder, 'b')];
	await writeSeeds(seeds[0] ?? '', someSeeds);
	await writeSeeds(seeds[1] ?? '', otherSeeds);
	const run = async (set: number): Promise<ReadonlyMap<string, string>> => {
		const { code, stderr } = await runConvert(['--seeds', seeds[set] ?? '', '--content', content], { cwd: folder });
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		return readContent(content);
	};
	for (const [path, text] of await run(0)) {
		if (path.endsWith('.mdx')) await writeFile(join(content, path), replaceOnce(text, '# convert:end front-matter\n', '# convert:end front-matter\neditor: "# 編集"\n') + editorsText);
	}
	await mkdir(join(content, 'docs/en/own'), { recursive: true });
	await writeFile(join(content, 'docs/en/own/page.mdx'), editorsText);
	const versions = [await run(0)];
	const start = performance.now();
	versions.push(await run(1));
	return { content, seeds, versions, duration: performance.now() - start };
}

const outcomes = { 'before anything was written': 0, 'while files were prepared': 0, 'between two files': 0, 'after the last file': 0, 'too late': 0 };

/** Starts convert with one seed set and kills it. */
async function killOne({ content, seeds, versions, duration }: Lane, set: number, random: () => number): Promise<void> {
	const chosen = random();
	const { sign, within = duration } = moments.find(({ upTo }) => chosen < upTo) ?? moments[0] ?? {};
	const delay = Math.round(random() * within);
	// The watcher is there before the process is.
	const watcher = watch(content, { recursive: true });
	const signed = new Promise<void>((resolve) => watcher.on('change', (_, name) => {
		if (sign?.test(String(name))) resolve();
	}));
	const child = spawn(process.execPath, [convertScript, '--seeds', seeds[set] ?? '', '--content', content], { stdio: 'ignore', env: processEnv });
	const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
	if (sign) await Promise.race([signed, exited]);
	watcher.close();
	if (delay > 0) await Promise.race([sleep(delay), exited]);
	child.kill('SIGKILL');
	const [, signal] = await exited;

	const names = await readdir(content);
	const now = filesOf(content, await snapshot(content));
	expect([...now.keys()].sort()).toEqual([...get(new Map(versions.entries()), 0).keys()].sort());
	const states = [...now].map(([path, text]) => {
		const matching = versions.flatMap((version, index) => (version.get(path) === text ? [index] : []));
		if (matching.length === 0) expect(text, `${path} is neither the old nor the new one`).toBe(versions[set]?.get(path));
		return matching;
	});
	const done = states.filter((matching) => matching.length === 1).map(([index]) => index === set);
	if (signal === null) outcomes['too late'] += 1;
	else if (done.every(Boolean)) outcomes['after the last file'] += 1;
	else if (done.some(Boolean)) outcomes['between two files'] += 1;
	else outcomes[names.some((name) => name.startsWith('.staging-')) ? 'while files were prepared' : 'before anything was written'] += 1;
}

/** All files but those being prepared. */
const filesOf = (content: string, files: ReadonlyMap<string, unknown>): Map<string, string> =>
	new Map([...files.keys()].filter((path) => !path.startsWith('.staging-')).map((path) => [path, readFileSync(join(content, path), 'utf8')]));

describe('convert, killed at any moment', () => {
	test(`leaves each file old or new and loses no edit: ${kills} times`, { timeout: 120_000 + kills * 6_000 }, async () => {
		const prepared = await Promise.all(Array.from({ length: lanes }, prepare));
		const ended = await Promise.allSettled(prepared.map(async (lane, index) => {
			const random = randomNumbers(index + 1);
			for (let count = index; count < kills; count += lanes) {
				const now = await readContent(lane.content);
				const atA = [...now].every(([path, text]) => lane.versions[0]?.get(path) === text);
				const atB = [...now].every(([path, text]) => lane.versions[1]?.get(path) === text);
				await killOne(lane, atA ? 1 : atB ? 0 : random() < 0.5 ? 0 : 1, random);
			}
			// The next run that is left alone completes the work and clears up, whichever seeds it has.
			for (const [set, version] of lane.versions.entries()) {
				const { code } = await runConvert(['--seeds', lane.seeds[set] ?? '', '--content', lane.content], { cwd: lane.content });
				expect(code).toBe(0);
				expect(await readContent(lane.content)).toEqual(version);
				expect((await readdir(lane.content)).sort()).toEqual(['data', 'docs']);
			}
		}));
		// Only now that every lane has come to its end can the folders go.
		for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
		if (process.env['KILLS'] !== undefined) console.info('killed', outcomes);
		expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(kills);
	});
});
