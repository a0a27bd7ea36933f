import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../scripts/core/issue.ts';
import { digestOf } from '../../scripts/io/files.ts';
import { Staging, writeFiles, type Write } from '../../scripts/io/write.ts';
import { snapshot, temporaryFolder } from '../helpers/convert.ts';

/** A folder with some files. */
async function folderOf(files: Readonly<Record<string, string>> = {}): Promise<string> {
	const folder = await temporaryFolder();
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return folder;
}

/** All files below a folder, hidden ones too, with their texts. */
async function textsIn(folder: string): Promise<Record<string, string>> {
	const paths = [...(await snapshot(folder)).keys()];
	return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)));
}

const created = (path: string, text = `${path}\n`): Write => ({ path, text, before: undefined });

/** The number of a process that has ended. */
async function deadProcess(): Promise<number> {
	const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
	await once(child, 'exit');
	return child.pid ?? 0;
}

describe('what is written', () => {
	test('are whole files, new and changed, in folders however deep, and nothing besides', async () => {
		const folder = await folderOf({ 'a.txt': 'old', 'kept.txt': 'kept' });
		const before = await snapshot(folder);
		expect(await writeFiles(folder, [{ path: 'a.txt', text: '新しい\r\n', before: 'old' }, created('x/y/z/deep.txt'), created('empty.txt', '')])).toEqual([]);
		expect(await textsIn(folder)).toEqual({ 'a.txt': '新しい\r\n', 'empty.txt': '', 'kept.txt': 'kept', 'x/y/z/deep.txt': 'x/y/z/deep.txt\n' });
		expect((await snapshot(folder)).get('kept.txt')).toEqual(before.get('kept.txt'));
	});

	test('are texts that come in pieces', async () => {
		const folder = await folderOf();
		expect(await writeFiles(folder, [{ path: 'a.txt', text: ['', 'は', 'a'.repeat(200_000), '\n'], before: undefined }])).toEqual([]);
		expect(await textsIn(folder)).toEqual({ 'a.txt': `は${'a'.repeat(200_000)}\n` });
	});

	test('is nothing where a file that was to stay as it was has changed', async () => {
		const folder = await folderOf({ 'a.txt': 'old', 'kept.txt': 'kept' });
		const commit = async (kept: string): Promise<string[]> => {
			const staging = await Staging.in(folder);
			staging.add({ path: 'a.txt', text: 'new', before: 'old' });
			staging.expect('kept.txt', digestOf(kept));
			const issues = await staging.commit();
			await staging.dispose();
			return issues.map(({ file, code }) => `${relative(folder, file)} ${code}`);
		};
		expect(await commit('other')).toEqual(['kept.txt changed-meanwhile']);
		expect(await textsIn(folder)).toEqual({ 'a.txt': 'old', 'kept.txt': 'kept' });
		expect(await commit('kept')).toEqual([]);
		expect(await textsIn(folder)).toEqual({ 'a.txt': 'new', 'kept.txt': 'kept' });
	});

	test('are more files than can be open at once', async () => {
		const folder = await folderOf();
		const writes = Array.from({ length: 300 }, (_, index) => created(`${index % 7}/${index}.txt`));
		expect(await writeFiles(folder, writes)).toEqual([]);
		expect(await textsIn(folder)).toEqual(Object.fromEntries(writes.map(({ path, text }) => [path, text])));
	});

	test('is nothing, not even the folder, where there is nothing to write', async () => {
		const folder = join(await folderOf(), 'content');
		expect(await writeFiles(folder, [])).toEqual([]);
		expect(await readdir(dirname(folder))).toEqual([]);
	});

	test('makes the folder itself', async () => {
		const folder = join(await folderOf(), 'a/b');
		await writeFiles(folder, [created('c.txt')]);
		expect(await textsIn(folder)).toEqual({ 'c.txt': 'c.txt\n' });
	});
});

describe('nothing at all is written', () => {
	test.each([
		['changed', { 'docs/a.txt': 'edited', 'docs/b.txt': 'old' }],
		['deleted', { 'docs/b.txt': 'old' }],
		['made', { 'docs/a.txt': 'old', 'docs/b.txt': 'old', 'docs/new.txt': 'mine' }],
	])('where somebody %s a file meanwhile', async (_, files) => {
		const folder = await folderOf(files);
		const issues = await writeFiles(folder, [{ path: 'docs/b.txt', text: 'new', before: 'old' }, { path: 'docs/a.txt', text: 'new', before: 'old' }, created('docs/new.txt'), created('other/new.txt')]);
		expect(issues).toHaveLength(1);
		expect(await textsIn(folder)).toEqual(files);
	});

	test('and the message names the file and says what to do', async () => {
		const folder = await folderOf({ 'a.txt': 'edited' });
		const issues = await writeFiles(folder, [{ path: 'a.txt', text: 'new', before: 'old' }]);
		expect(issues.map(formatIssue).join('\n').replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(`"FOLDER/a.txt:1:1  changed-meanwhile  the file changed while the pages were made; expected one writer at a time. To mend it: save your work and run the command again."`);
	});

	test.each([
		['a file stands where a folder is needed', { 'a.txt': 'old', 'docs': 'a file' }, 'ENOTDIR'],
		['a file stands where a folder is needed, further down', { 'a.txt': 'old', 'docs/en': 'a file' }, 'ENOTDIR'],
		['a folder stands where a file is needed', { 'a.txt': 'old', 'docs/en/new.txt/b.txt': 'a file' }, 'EISDIR'],
	])('where %s', async (_, files, code) => {
		const folder = await folderOf(files);
		await expect(writeFiles(folder, [{ path: 'a.txt', text: 'new', before: 'old' }, created('docs/en/new.txt'), created('z/last.txt')])).rejects.toMatchObject({ code });
		expect(await textsIn(folder)).toEqual(files);
	});

	// To the superuser every folder is writable.
	test.skipIf(process.getuid?.() === 0)('where one of the folders may not be written', async () => {
		const files = { 'a.txt': 'old', 'locked/b.txt': 'old' };
		const folder = await folderOf(files);
		await chmod(join(folder, 'locked'), 0o555);
		await expect(writeFiles(folder, [{ path: 'a.txt', text: 'new', before: 'old' }, { path: 'locked/b.txt', text: 'new', before: 'old' }])).rejects.toMatchObject({ code: 'EACCES' });
		expect(await textsIn(folder)).toEqual(files);
		await chmod(join(folder, 'locked'), 0o755);
	});
});

describe('what an earlier run left', () => {
	test('is removed if that run is over, even where there is nothing to write', async () => {
		const dead = await deadProcess();
		for (const writes of [[], [created('b.txt')]]) {
			const folder = await folderOf({ 'a.txt': 'kept', [`.staging-${dead}-0123456789ab/0`]: 'half', [`.staging-${dead}-ba9876543210/17`]: '' });
			await writeFiles(folder, writes);
			expect(await textsIn(folder)).toEqual({ 'a.txt': 'kept', ...Object.fromEntries(writes.map(({ path, text }) => [path, text])) });
			expect(await readdir(folder)).not.toContain(`.staging-${dead}-ba9876543210`);
		}
	});

	test('is removed if its number is now our own, as in a container', async () => {
		const folder = await folderOf({ [`.staging-${process.pid}-0123456789ab/0`]: 'half' });
		await writeFiles(folder, [created('b.txt')]);
		expect(await textsIn(folder)).toEqual({ 'b.txt': 'b.txt\n' });
	});

	test('is kept if that run is still going on', async () => {
		const path = `.staging-${process.ppid}-0123456789ab/0`;
		const folder = await folderOf({ [path]: 'half' });
		await writeFiles(folder, [created('b.txt')]);
		expect(await textsIn(folder)).toEqual({ [path]: 'half', 'b.txt': 'b.txt\n' });
	});

	test('is kept if it is not ours', async () => {
		const files = { '.staging-notes/a.txt': 'mine', '.staging': 'mine', 'docs/.staging-1-2/a.txt': 'mine' };
		const folder = await folderOf(files);
		await writeFiles(folder, [created('b.txt')]);
		expect(await textsIn(folder)).toEqual({ ...files, 'b.txt': 'b.txt\n' });
	});
});
