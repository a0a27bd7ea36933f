import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { po } from 'gettext-parser';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createIssueTranslator } from '../../scripts/core/issue-messages.ts';
import { loadIssueCatalogue } from '../../scripts/io/editor.ts';
import { projectFolder } from '../../scripts/io/project.ts';
import { get, type Run } from '../helpers/convert.ts';
import { kill, kills, lay, left, moments, mountDisk, Outcomes, run, runAsNobody, runWithLimit, textsIn, type RunOptions } from '../helpers/interrupted.ts';
import { miniProject } from '../helpers/rule-examples.ts';

/**
 * Every command that writes what a person works on: where the disk does not serve it, where it runs twice at once, where it
 * is killed. No file is half-written, no work is lost, the message says what to do, and the next run completes.
 */

const fixtures = join(projectFolder, 'tests/fixtures/ingest');

interface Command {
	readonly name: string;
	readonly args: readonly [script: string, ...string[]];
	/** The folder in which it writes first. */
	readonly top: string;
	/** What it says where its work is done already; for those that do not just run again. */
	readonly again?: RegExp;
	/** Whether it is killed here. Those that are not have a test of their own. */
	readonly isKilled: boolean;
}

const commands: readonly Command[] = [
	{ name: 'convert', args: ['convert', '--content', 'made'], top: 'made', isKilled: false },
	{ name: 'ingest', args: ['ingest', join(fixtures, 'page.html'), join(fixtures, 'ministry-ja.txt')], top: 'seeds', again: /would-overwrite/, isKilled: false },
	{ name: 'ingest --finish', args: ['ingest', '--finish', 'note'], top: 'seeds', again: /note\.yaml/, isKilled: true },
	{ name: 'check --fix', args: ['check', '--fix'], top: 'content', again: /unconfirmed-translation/, isKilled: false },
	{ name: 'new page', args: ['new', 'page', 'help/try'], top: 'content', again: /exists already/, isKilled: true },
	{ name: 'new term', args: ['new', 'term', 'new-term'], top: 'seeds', again: /has an entry/, isKilled: true },
	{ name: 'translations export', args: ['translations', 'export', '--all', '--to', 'ja', '--format', 'xliff', '--out', 'out/all.xlf'], top: 'out', isKilled: true },
	{ name: 'translations terms', args: ['translations', 'terms', '--out', 'out/terms.csv'], top: 'out', isKilled: true },
	{ name: 'translations import', args: ['translations', 'import', 'back.po'], top: 'content', isKilled: true },
	{ name: 'confirm', args: ['confirm', '--all'], top: 'seeds', isKilled: true },
];

const tops = ['content', 'seeds', 'made', 'out'];

/** Everything in a project that its people work on, and that commands write. */
async function stateOf(folder: string): Promise<Map<string, string>> {
	const parts = await Promise.all(tops.map(async (top) => [...(await textsIn(join(folder, top)))].map(([path, text]) => [`${top}/${path}`, text] as const)));
	return new Map(parts.flat());
}

/** Paths of the tools. */
const tools = ['package.json', 'scripts', 'src', 'node_modules'];

/**
 * The project of one test: the tools, and a small project for them, in the folder of all tests; what else stands there goes.
 * It is always the same place, so that what Node keeps of the code of the tools is found there.
 */
async function project(files = start): Promise<string> {
	const folder = join(base, 'project');
	for (const path of await readdir(folder)) if (!tools.includes(path)) await rm(join(folder, path), { recursive: true });
	for (const part of ['package.json', 'scripts', 'src']) if (!existsSync(join(folder, part))) await cp(join(projectFolder, part), join(folder, part), { recursive: true });
	for (const part of ['content/i18n', 'content/messages']) await cp(join(projectFolder, part), join(folder, part), { recursive: true });
	if (!existsSync(join(folder, 'node_modules'))) await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
	for (const top of tops) await mkdir(join(folder, top), { recursive: true });
	await lay(folder, files);
	return folder;
}

const runIn = (folder: string, [script, ...args]: Command['args'], runner = (all: readonly string[], options: RunOptions): Promise<Run> => run(process.execPath, all, options), env: NodeJS.ProcessEnv = {}): Promise<Run> =>
	runner([join(folder, `scripts/${script}.ts`), ...args], { cwd: folder, env });

let base: string;
/** A project in which each of the commands has something to do. */
let start: ReadonlyMap<string, string>;
beforeAll(async () => {
	base = await mkdtemp(join(tmpdir(), 'commands-'));
	await mkdir(join(base, 'project'));
	const folder = await project(new Map([
		...[...miniProject].filter(([path]) => !path.startsWith('content/i18n/')),
		['content/docs/en/wide.mdx', '---\ntitle: Wide\n---\n\nThe number is 4.\n'],
		['content/docs/ja/wide.mdx', '---\ntitle: 幅\n---\n\n例の数は４です，これは例です。\n'],
		['note.txt', 'Japan and India sign a note on chips\n\nBy Asha Verma\nMay 3, 2025\n\nIn April 2025, Japan and India signed a note on chips worth $20 million.\n'],
	]));
	expect(await runIn(folder, ['ingest', 'note.txt'])).toMatchObject({ code: 0 });
	const draft = join(folder, 'seeds/drafts/note.yaml');
	await writeFile(draft, (await readFile(draft, 'utf8')).replaceAll(/^ *# CHECK.*\n/gm, '').replaceAll('en: TODO', 'en: A note on chips.').replaceAll('ja: TODO', 'ja: 半導体の覚え書き。'));
	// What a translator sends back: other texts for a label, for a statement and for an entry of the glossary.
	expect(await runIn(folder, ['translations', 'export', '--all', '--to', 'ja', '--out', 'back.po'])).toMatchObject({ code: 0 });
	const batch = po.parse(await readFile(join(folder, 'back.po')));
	const messages = Object.values(batch.translations).flatMap((context) => Object.values(context)).filter(({ msgctxt, msgstr: [text = ''] }) => msgctxt?.endsWith('/en.json#site.title') || msgctxt?.endsWith('/ja.json#site.title') || ['ラオ大臣は2025年7月20日から26日まで大阪を訪れた。', '1999年に設けられた。'].includes(text));
	expect(messages).toHaveLength(3);
	for (const message of messages) message.msgstr = [`改めて、${message.msgstr[0] ?? ''}`];
	start = new Map([...(await stateOf(folder)), ['back.po', po.compile(batch).toString('utf8')]]);
	for (const command of commands) ends.set(command, await endOf(command));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface End {
	readonly state: ReadonlyMap<string, string>;
	/** Of the run, in milliseconds. */
	readonly duration: number;
}

/** What each command makes of the project where nothing is in its way. */
const ends = new Map<Command, End>();

async function endOf({ args }: Command): Promise<End> {
	const folder = await project();
	const from = performance.now();
	await runIn(folder, args);
	const duration = performance.now() - from;
	const state = await stateOf(folder);
	expect(changesOf(state).length).toBeGreaterThan(0);
	return { state, duration };
}

/** Paths of the files that are not as they were at the start. */
const changesOf = (state: ReadonlyMap<string, string>): string[] => [...state].filter(([path, text]) => start.get(path) !== text).map(([path]) => path);

const japanese = createIssueTranslator(await loadIssueCatalogue('ja'));
const sentences = {
	limit: 'the file is larger than the system allows; raise the limit (ulimit -f) and run the command again. No file was left half-written',
	permission: 'permission denied; nothing was changed. Make the folder writable for you and run the command again',
	full: 'the disk is full; free some space and run the command again. No file was left half-written',
	readOnly: 'the folder is read-only; nothing was changed. Make it writable, or choose another folder, and run the command again',
};

test.each(Object.values(sentences))('%s: in Japanese, too', (sentence) => {
	expect(japanese(sentence)).toMatch(/もう一度実行してください$|書きかけのファイルはありません$/);
});

describe.each(commands)('$name', (command) => {
	const { args, top, again, isKilled } = command;

	test('where the disk does not take what it writes: nothing changes, it is said in one line, and the next run completes', { timeout: 240_000 }, async () => {
		await chmod(base, 0o755);
		const disk = join(base, 'project');
		// Where no disk can be mounted, a full one and one that can only be read are not tried.
		const isMounted = mountDisk(disk, '64m');
		await project();
		const before = await stateOf(disk);

		const expectRefused = async (sentence: string, locale: string, runner: Parameters<typeof runIn>[2]): Promise<void> => {
			const { code, stderr } = await runIn(disk, args, runner, { LC_ALL: locale });
			expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(locale === 'C' ? sentence : japanese(sentence)) as string });
			expect(stderr.trim().split('\n')).toHaveLength(1);
			expect(await stateOf(disk)).toEqual(before);
			expect(await left(disk)).toEqual([]);
		};

		await expectRefused(sentences.limit, 'C', (all, options) => runWithLimit(0, all, options));
		const folders = (await Promise.all(tops.map(async (each) => [join(disk, each), ...(await readdir(join(disk, each), { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))]))).flat();
		for (const path of folders) await chmod(path, 0o555);
		await expectRefused(sentences.permission, 'ja_JP.UTF-8', runAsNobody);
		for (const path of folders) await chmod(path, 0o755);
		if (isMounted) {
			const filler = join(disk, 'filler');
			await expect(writeFile(filler, new Uint8Array(64 * 1024 * 1024))).rejects.toMatchObject({ code: 'ENOSPC' });
			await expectRefused(sentences.full, 'C', undefined);
			await rm(filler);
			execFileSync('mount', ['-o', 'remount,ro', disk]);
			await expectRefused(sentences.readOnly, 'ja_JP.UTF-8', undefined);
			execFileSync('mount', ['-o', 'remount,rw', disk]);
		}

		await runIn(disk, args);
		expect(await stateOf(disk)).toEqual(get(ends, command).state);
	});

	test('twice at once: what is written is whole and of one run, and who comes too late is told', { timeout: 120_000 }, async () => {
		const folder = await project();
		const { state } = get(ends, command);
		for (const { code, stderr } of await Promise.all([runIn(folder, args), runIn(folder, args)])) {
			if (code !== 0 && !again?.test(stderr)) expect(stderr).toMatch(/changed-meanwhile.*run the command again/);
		}
		expect(await stateOf(folder)).toEqual(state);
		expect(await left(folder)).toEqual([]);
	});

	const times = Math.ceil(kills / 4);
	test.runIf(isKilled)(`killed at any moment leaves each file old or new, and the next run completes: ${times} times`, { timeout: 60_000 + times * 8_000 }, async () => {
		const folder = await project();
		const { state, duration } = get(ends, command);
		const changes = changesOf(state);
		const outcomes = new Outcomes();
		for (const moment of moments(3, times)) {
			const [script, ...rest] = args;
			const wasRunning = await kill([join(folder, `scripts/${script}.ts`), ...rest], join(folder, top), duration, moment, { cwd: folder });
			const now = await stateOf(folder);
			outcomes.add(wasRunning, changes.map((path) => now.get(path) === state.get(path)), (await left(folder)).length > 0);
			for (const path of new Set([...now.keys(), ...start.keys(), ...state.keys()])) if (tops.includes(path.split('/')[0] ?? '')) expect([start.get(path), state.get(path)], path).toContain(now.get(path));
			await runIn(folder, args);
			expect(await stateOf(folder)).toEqual(state);
			for (const path of changes) await rm(join(folder, path));
			await lay(folder, start);
		}
		outcomes.report(command.name);
	});
});

describe('commands take turns with others that write to the same folder', () => {
	/** A project in which a process that goes on has the turn in a folder. */
	async function held(top: string): Promise<{ folder: string; lock: string; end: () => Promise<void> }> {
		const folder = await project();
		const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
		const end = async (): Promise<void> => {
			if (child.exitCode === null && child.signalCode === null) {
				child.kill('SIGKILL');
				await once(child, 'exit');
			}
		};
		onTestFinished(end);
		const lock = join(folder, top, '.staging-lock');
		await writeFile(lock, `${child.pid ?? 0} 0123456789ab`);
		return { folder, lock, end };
	}

	test.each(commands.filter(({ name }) => ['new page', 'translations import', 'confirm', 'check --fix'].includes(name)))('$name', async (command) => {
		const { folder, end } = await held(command.top);
		const before = await stateOf(folder);
		const running = runIn(folder, command.args);
		await Promise.race([running, sleep(3_000)]);
		expect(await stateOf(folder)).toEqual(before);
		await end();
		await running;
		expect(await stateOf(folder)).toEqual(get(ends, command).state);
	});

	test('and do not wait for ever for one whose number another program has now', async () => {
		const { folder, lock } = await held('seeds');
		const before = await stateOf(folder);
		const longAgo = Date.now() / 1000 - 120;
		await utimes(lock, longAgo, longAgo);
		const [english, inJapanese] = await Promise.all(['C', 'ja_JP.UTF-8'].map((locale) => runIn(folder, ['confirm', '--all'], undefined, { LC_ALL: locale })));
		expect(english).toMatchObject({ code: 1, stderr: expect.stringMatching(/\.staging-lock:1:1 {2}changed-meanwhile {2}another run \(process \d+\).*delete this file where there is no such run; then run the command again/) as string });
		expect(inJapanese).toMatchObject({ code: 1, stderr: expect.stringMatching(/別の実行（プロセス\d+）が1分以上.*このファイルを削除してください/) as string });
		expect(await stateOf(folder)).toEqual(before);
		await rm(lock);
		expect(await runIn(folder, ['confirm', '--all'])).toMatchObject({ code: 0 });
	});
});

test('what a translator may be working on is not written over', async () => {
	const folder = await project();
	await writeFile(join(folder, 'out/all.po'), 'a translator’s work');
	const { code, stderr } = await runIn(folder, ['translations', 'export', '--all', '--to', 'ja', '--out', 'out/all.po']);
	expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('out/all.po:1:1  would-overwrite') as string });
	expect(await readFile(join(folder, 'out/all.po'), 'utf8')).toBe('a translator’s work');
});

test('a file that a program on Windows has saved is taken back, byte order mark or not', async () => {
	const folder = await project();
	const path = join(folder, 'back.po');
	await writeFile(path, `\uFEFF${(await readFile(path, 'utf8')).replaceAll('\n', '\r\n')}`);
	expect(await runIn(folder, ['translations', 'import', 'back.po'])).toMatchObject({ code: 0 });
	for (const file of ['content/i18n/ja.json', 'seeds/documents/fact-sheet.yaml']) expect(await readFile(join(folder, file), 'utf8')).toContain('改めて、');
});
