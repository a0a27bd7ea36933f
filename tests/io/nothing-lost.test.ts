import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../scripts/io/project.ts';
import { convertScript, get, readContent, runConvert, temporaryFolder } from '../helpers/convert.ts';
import { kill, kills, lay, left, moments, mountDisk, Outcomes, run, runAsNobody, runWithLimit, textsIn } from '../helpers/interrupted.ts';
import { miniSeeds, reworded, writeSeeds } from '../helpers/mini-seeds.ts';
import { miniProject } from '../helpers/rule-examples.ts';

const script = (name: string): string => join(projectFolder, `scripts/${name}.ts`);

describe('a command that is killed at any moment', () => {
	test(`ingest leaves whole drafts or none: ${kills} times`, { timeout: 120_000 + kills * 8_000 }, async () => {
		const folder = await temporaryFolder();
		await writeSeeds(join(folder, 'seeds'), miniSeeds);
		const drafts = join(folder, 'seeds/drafts');
		await mkdir(drafts);
		const fixtures = join(projectFolder, 'tests/fixtures/ingest');
		// One gives a draft, the other a draft and its text.
		const args = [script('ingest'), join(fixtures, 'ministry-ja.txt'), join(fixtures, 'page.html'), '--seeds', join(folder, 'seeds')];
		const start = performance.now();
		expect(await run(process.execPath, args)).toMatchObject({ code: 0 });
		const duration = performance.now() - start;
		const whole = await textsIn(drafts);
		expect(whole.size).toBeGreaterThan(2);
		const outcomes = new Outcomes();
		for (const moment of moments(1)) {
			for (const path of whole.keys()) await rm(join(drafts, path), { force: true });
			const wasRunning = await kill(args, drafts, duration, moment);
			const now = await textsIn(drafts);
			outcomes.add(wasRunning, [...whole.keys()].map((path) => now.has(path)), (await left(drafts)).length > 0);
			for (const [path, text] of now) expect(text).toBe(get(whole, path));
			// No draft without the text that its lines are counted in.
			if (now.has('page.yaml')) expect([...now.keys()]).toContain('page.txt');
			const seeds = await textsIn(join(folder, 'seeds'));
			expect(new Map([...seeds].filter(([path]) => !path.startsWith('drafts/')))).toEqual(new Map([...miniSeeds].sort(([a], [b]) => (a < b ? -1 : 1))));
		}
		outcomes.report('ingest');
		// The next run says which draft is there, and once that is deleted it completes.
		for (let again = await run(process.execPath, args); again.code !== 0; again = await run(process.execPath, args)) {
			const [, there] = /would-overwrite .*\((.*?)\)/.exec(again.stderr) ?? [];
			expect(again.stderr).toContain('finish or delete it first');
			await rm(join(process.cwd(), String(there)), { force: false });
		}
		expect(await textsIn(drafts)).toEqual(whole);
		expect(await left(folder)).toEqual([]);
	});

	test('ingest takes over the text that a run left without its draft, and no other text', async () => {
		const folder = await temporaryFolder();
		await writeSeeds(join(folder, 'seeds'), miniSeeds);
		const drafts = join(folder, 'seeds/drafts');
		const args = [script('ingest'), join(projectFolder, 'tests/fixtures/ingest/page.html'), '--seeds', join(folder, 'seeds')];
		expect(await run(process.execPath, args)).toMatchObject({ code: 0 });
		const whole = await textsIn(drafts);
		expect([...whole.keys()]).toEqual(['page.txt', 'page.yaml']);
		await rm(join(drafts, 'page.yaml'));
		expect(await run(process.execPath, args)).toMatchObject({ code: 0 });
		expect(await textsIn(drafts)).toEqual(whole);
		await rm(join(drafts, 'page.yaml'));
		await writeFile(join(drafts, 'page.txt'), 'other work\n');
		expect(await run(process.execPath, args)).toMatchObject({ code: 1, stderr: expect.stringContaining('would-overwrite') as string });
		expect(await textsIn(drafts)).toEqual(new Map([['page.txt', 'other work\n']]));
	});

	test(`check --fix leaves each file old or mended: ${kills} times`, { timeout: 120_000 + kills * 8_000 }, async () => {
		const folder = await temporaryFolder();
		const wrong = new Map([...miniProject, ...Array.from({ length: 30 }, (_, index) => [`content/docs/ja/page-${index}.mdx`, `---\ntitle: 例${index}\n---\n\n例の数は４です，これは例です。\n`] as const)]);
		await lay(folder, wrong);
		const args = [script('check'), '--fix', '--seeds', join(folder, 'seeds'), '--content', join(folder, 'content')];
		const start = performance.now();
		await run(process.execPath, args);
		const duration = performance.now() - start;
		const mended = await textsIn(folder);
		expect(get(mended, 'content/docs/ja/page-7.mdx')).toContain('例の数は4です、');
		const changing = [...mended].filter(([path, text]) => wrong.get(path) !== text);
		const outcomes = new Outcomes();
		for (const moment of moments(2)) {
			await lay(folder, wrong);
			const wasRunning = await kill(args, join(folder, 'content'), duration, moment);
			const now = await textsIn(folder);
			outcomes.add(wasRunning, changing.map(([path, text]) => now.get(path) === text), (await left(folder)).length > 0);
			expect([...now.keys()]).toEqual([...mended.keys()]);
			for (const [path, text] of now) expect([wrong.get(path), mended.get(path)]).toContain(text);
		}
		outcomes.report('check --fix');
		await run(process.execPath, args);
		expect(await textsIn(folder)).toEqual(mended);
		expect(await left(folder)).toEqual([]);
	});
});

/** A content folder as the mini seeds make it, and seeds with another text for each of its pages. */
async function twoVersions(): Promise<{ folder: string; content: string; args: string[]; before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> }> {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	await writeSeeds(join(folder, 'a'), miniSeeds);
	await writeSeeds(join(folder, 'b'), reworded(miniSeeds, 'B'));
	const runs: ReadonlyMap<string, string>[] = [];
	for (const set of ['b', 'a']) {
		expect(await runConvert(['--seeds', join(folder, set), '--content', content], { cwd: folder })).toMatchObject({ code: 0 });
		runs.push(await readContent(content));
	}
	const [after = new Map<string, string>(), before = new Map<string, string>()] = runs;
	return { folder, content, args: [convertScript, '--seeds', join(folder, 'b'), '--content', content], before, after };
}

describe('where the disk does not take what is written', () => {
	test('a limit on the size of files: nothing is changed, it is said in plain words, and the next run completes', async () => {
		const { content, args, before, after } = await twoVersions();
		const { code, stderr } = await runWithLimit(4, args);
		expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('the file is larger than the system allows') as string });
		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect(await readContent(content)).toEqual(before);
		expect(await left(content)).toEqual([]);
		expect(await run(process.execPath, args)).toMatchObject({ code: 0 });
		expect(await readContent(content)).toEqual(after);
	});

	test('a disk that is full: nothing is changed, it is said in plain words, and the next run completes', async ({ skip }) => {
		const { folder, content, args, before, after } = await twoVersions();
		const disk = join(folder, 'disk');
		await mkdir(disk);
		// Room for the pages and for half of them again.
		if (!mountDisk(disk, '512k')) return skip('no disk can be mounted here');
		await cp(content, join(disk, 'content'), { recursive: true });
		const own = args.map((arg) => (arg === content ? join(disk, 'content') : arg));
		const filler = join(disk, 'filler');
		await writeFile(filler, new Uint8Array(16 * 1024));
		const room = Number(/(\d+)\s+\d+%/.exec(execFileSync('df', ['-k', disk], { encoding: 'utf8' }))?.[1] ?? 0);
		await writeFile(filler, new Uint8Array((room + 16 - 40) * 1024));
		const { code, stderr } = await run(process.execPath, own);
		expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('the disk is full; free some space and run the command again') as string });
		expect(await readContent(join(disk, 'content'))).toEqual(before);
		expect(await left(disk)).toEqual([]);
		await writeFile(filler, '');
		expect(await run(process.execPath, own)).toMatchObject({ code: 0 });
		expect(await readContent(join(disk, 'content'))).toEqual(after);
	});

	test('a folder that may only be read: nothing is changed, and it is said in plain words', async () => {
		const { folder, content, args, before } = await twoVersions();
		for (const path of [folder, content, join(folder, 'b')]) await chmod(path, 0o755);
		const locked = (await readdir(content, { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
		for (const path of [content, ...locked]) await chmod(path, 0o555);
		const { code, stderr } = await runAsNobody(args, { cwd: '/' });
		expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('permission denied; nothing was changed. Make the folder writable for you') as string });
		expect(stderr.trim().split('\n')).toHaveLength(1);
		for (const path of [content, ...locked]) await chmod(path, 0o755);
		expect(await readContent(content)).toEqual(before);
	});
});

describe('two runs at once', () => {
	test('over the same pages: each page is whole, one of them says so where it came too late, and the next run completes', { timeout: 120_000 }, async () => {
		const { folder, content, args, before, after } = await twoVersions();
		const third = [convertScript, '--seeds', join(folder, 'c'), '--content', content];
		await writeSeeds(join(folder, 'c'), reworded(miniSeeds, 'C'));
		const ended = await Promise.all([run(process.execPath, args), run(process.execPath, third), run(process.execPath, args)]);
		expect(ended.some(({ code }) => code === 0)).toBe(true);
		for (const { code, stderr } of ended) if (code !== 0) expect(stderr).toMatch(/changed-meanwhile.*run the command again[^]*Nothing was written\./);
		// Whichever came first, all pages are of one run.
		const now = await readContent(content);
		const onlyThird = await readContentOf(third, folder, before);
		expect([JSON.stringify([...after]), JSON.stringify([...onlyThird])]).toContain(JSON.stringify([...now]));
		expect(await run(process.execPath, args)).toMatchObject({ code: 0 });
		expect(await readContent(content)).toEqual(after);
		expect(await left(content)).toEqual([]);
	});
});

/** What a run makes of pages when it is alone. */
async function readContentOf(args: readonly string[], folder: string, before: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
	const content = join(folder, 'alone');
	await lay(content, before);
	expect(await run(process.execPath, [...args.slice(0, -1), content])).toMatchObject({ code: 0 });
	return readContent(content);
}
