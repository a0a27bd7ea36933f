import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectFolder } from '../../scripts/io/project.ts';

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
	const pdf = await readFile(join(fixtures, 'brief.pdf'));
	const bad: Record<string, string | Uint8Array> = {
		'empty.txt': '',
		'blank.txt': ' \n\n',
		'fake.docx': 'no archive',
		'broken.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]),
		'cut.pdf': pdf.subarray(0, 300),
		'fake.pdf': '<html>Not found</html>',
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
	expect(await readdir(out)).toEqual([]);
});

test('wrong usage', async () => {
	expect((await run()).code).toBe(2);
	expect((await run('a.txt', 'b.txt', '--id', 'x')).code).toBe(2);
	expect((await run('a.txt', '--lang', 'xx')).code).toBe(2);
	expect(await run('--help')).toMatchObject({ code: 0 });
});
