import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../../scripts/io/project.ts';
import { runConvert } from '../helpers/convert.ts';
import { writeSeeds } from '../helpers/mini-seeds.ts';
import { pdf } from '../helpers/pdf.ts';

const fixtures = join(import.meta.dirname, '../fixtures/ingest');

const run = (...args: string[]): Promise<{ code: number; out: string }> =>
	new Promise((resolve) => execFile(process.execPath, [join(projectFolder, 'scripts/ingest.ts'), ...args], (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr })));

async function folder(): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), 'ingest-'));
	onTestFinished(() => rm(path, { recursive: true }));
	return path;
}

test('a draft is written, and never overwritten', async () => {
	const out = await folder();
	const file = join(fixtures, 'ministry-ja.txt');
	expect(await run(file, '--out', out)).toMatchObject({ code: 0 });
	await writeFile(join(out, 'ministry-ja.yaml'), 'work of an editor');
	const again = await run(file, '--out', out);
	expect(again.code).toBe(1);
	expect(again.out).toContain('would-overwrite');
	expect(await readFile(join(out, 'ministry-ja.yaml'), 'utf8')).toBe('work of an editor');
});

test('what cannot be read is refused with its reason, and nothing is written, also not for the good file beside it', async () => {
	const source = await folder();
	const brief = await readFile(join(fixtures, 'brief.pdf'));
	const bad: Record<string, string | Uint8Array> = {
		'empty.txt': '',
		'blank.txt': ' \n\n',
		'fake.docx': 'no archive',
		'broken.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]),
		'cut.pdf': brief.subarray(0, 300),
		'fake.pdf': '<html>Not found</html>',
		'locked.pdf': pdf(['秘密の文書'], { encrypted: true }),
		'scanned.pdf': pdf([]),
		'picture.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
		'latin.txt': Uint8Array.from([0x43, 0x61, 0x66, 0xe9]),
		'large.txt': new Uint8Array(50 * 1024 * 1024).fill(0x61),
		'empty.html': '<html><body><script>x()</script></body></html>',
	};
	for (const [name, bytes] of Object.entries(bad)) await writeFile(join(source, name), bytes);
	const out = await folder();
	const { code, out: said } = await run(join(fixtures, 'table.md'), ...Object.keys(bad).map((name) => join(source, name)), '--out', out);
	expect(code).toBe(1);
	for (const name of Object.keys(bad)) expect(said).toMatch(new RegExp(`${name.replace('.', String.raw`\.`)}:\\d+:\\d+ {2}unreadable-source`));
	expect(said).toContain('an encrypted PDF, which needs a password');
	expect(await readdir(out)).toEqual([]);
});

test('a Japanese PDF is read with the letters that a reader sees, its text beside the draft', async () => {
	const source = await folder();
	// ⽇, ⽔ and ⻑ are signs for radicals, which PDFs give for 日, 水 and 長.
	await writeFile(join(source, 'talks.pdf'), pdf(['⽇印⽔素対話の概要', '令和７年１１月４日', '⽇本とインドは、２０２５年１０月２８⽇に対話を開催し、⻑期の協力で合意し', 'た。費用は約３億円である。']));
	const out = await folder();
	expect(await run(join(source, 'talks.pdf'), '--out', out)).toMatchObject({ code: 0 });
	expect(await readFile(join(out, 'talks.txt'), 'utf8')).toContain('日本とインドは、２０２５年１０月２８日に対話を開催し、長期の協力で合意し\n');
	const draft = await readFile(join(out, 'talks.yaml'), 'utf8');
	for (const proposed of ["date: '2025-11-04'", "when: '2025-10-28'", 'value: 3億', 'file: talks.txt']) expect(draft).toContain(proposed);
});

test('a draft in which nothing is left to do becomes a seed, from which pages are made', async () => {
	const project = await folder();
	await writeSeeds(join(project, 'seeds'));
	const file = join(project, 'note.txt');
	await writeFile(file, 'Japan and India sign a note on chips\n\nBy Asha Verma\nMay 3, 2025\n\nIn April 2025, Japan and India signed a note on chips worth $20 million.\nLeave a comment\n');
	const seeds = ['--seeds', join(project, 'seeds')];
	expect(await run(file, ...seeds)).toMatchObject({ code: 0 });
	const draft = join(project, 'seeds/drafts/note.yaml');
	const early = await run('--finish', 'note', ...seeds);
	expect(early.code).toBe(1);
	expect(early.out).toMatch(/note\.yaml:\d+:\d+ {2}still-to-do/);

	const written = await readFile(draft, 'utf8');
	const settled = (en: string, ja: string): string => written.replaceAll(/^ *# CHECK.*\n/gm, '').replace(/^( {6}en: )TODO(\n {6}ja: )TODO$/m, (_all, before: string, between: string) => before + en + between + ja).replaceAll('en: TODO', 'en: A note on chips.').replaceAll('ja: TODO', 'ja: 半導体の覚え書き。');
	await writeFile(draft, settled('The note on the chip center worth $20 million was signed by Japan and India in April 2025; Japan and India signed a note on chips worth $20 million.', '2025年4月に署名した、2,000万ドルの半導体の覚え書き。'));
	const copied = await run('--finish', 'note', ...seeds);
	expect(copied.code).toBe(1);
	for (const code of ['en-spelling', 'shared-wording']) expect(copied.out).toMatch(new RegExp(`seeds/drafts/note\\.yaml:\\d+:\\d+ {2}${code}`));
	await writeFile(draft, settled('A note on chips.', '半導体の覚え書き。').replace('id: note', 'id: newspaper'));
	expect(await run('--finish', 'note', ...seeds)).toMatchObject({ code: 1, out: expect.stringContaining('change the id of the draft') as string });
	await writeFile(draft, settled('A note on chips.', '半導体の覚え書き。').replace('id: note', 'id: note-on-chips'));
	expect(await run('--finish', 'note-on-chips', ...seeds)).toMatchObject({ code: 0 });
	const seed = await readFile(join(project, 'seeds/documents/note-on-chips.yaml'), 'utf8');
	expect(seed).not.toMatch(/signed a note|#[>!]|TODO/);
	expect(await readdir(join(project, 'seeds/drafts'))).toEqual([]);
	expect(await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: project })).toMatchObject({ code: 0 });
	expect(await readFile(join(project, 'content/docs/ja/sources/note-on-chips.mdx'), 'utf8')).toContain('半導体の覚え書き。');
	expect(await run(file, '--id', 'note-on-chips', ...seeds)).toMatchObject({ code: 1 });
});

test('wrong usage', async () => {
	expect((await run()).code).toBe(2);
	expect((await run('a.txt', 'b.txt', '--id', 'x')).code).toBe(2);
	expect((await run('a.txt', '--lang', 'xx')).code).toBe(2);
	expect(await run('--help')).toMatchObject({ code: 0 });
});

test('no tool runs over a merge that is not settled, and none changes the file', async () => {
	const project = await folder();
	await writeSeeds(join(project, 'seeds'));
	const paths = { seed: join(project, 'seeds/documents/newspaper.yaml'), page: join(project, 'content/docs/en/own.mdx'), draft: join(project, 'seeds/drafts/note.yaml') };
	const marks = '<<<<<<< HEAD\n# one\n=======\n# two\n>>>>>>> branch\n';
	const seed = await readFile(paths.seed, 'utf8');
	await mkdir(dirname(paths.page), { recursive: true });
	await mkdir(dirname(paths.draft));
	const tools: [string, string, () => Promise<{ code: number; out: string }>][] = [
		[paths.seed, marks + seed, async () => { const { code, stderr } = await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: project }); return { code, out: stderr }; }],
		[paths.page, `---\ntitle: Own\n---\n\n${marks}`, async () => { const { code, stderr } = await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: project }); return { code, out: stderr }; }],
		[paths.draft, marks + seed.replace('id: newspaper', 'id: note'), () => run('--finish', 'note', '--seeds', join(project, 'seeds'))],
	];
	for (const [path, text, tool] of tools) {
		await writeFile(path, text);
		const { code, out } = await tool();
		expect(code, path).toBe(1);
		expect(out).toContain('merge-conflict');
		expect(await readFile(path, 'utf8')).toBe(text);
		await (path === paths.seed ? writeFile(path, seed) : rm(path));
	}
	expect(await readdir(join(project, 'content/docs/en'))).toEqual([]);
});
