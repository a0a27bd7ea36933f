import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { langs, localize } from '../../src/model/languages.ts';
import { processEnv, snapshot, type Run } from '../helpers/convert.ts';
import { copyProject } from '../../scripts/io/project-copy.ts';

/** `npm run new`, in a copy of the project. */
let folder: string;
beforeAll(async () => {
	folder = await copyProject('new-command');
});

const run = (script: string, ...args: string[]): Promise<Run> =>
	new Promise((done) => {
		execFile(process.execPath, [join(folder, 'scripts', script), ...args], { cwd: folder, env: processEnv }, (error, stdout, stderr) => {
			done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
		});
	});
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

test('a page is begun in every language, with the same heading ids', async () => {
	expect((await run('new.ts', 'page', 'help/try')).code).toBe(0);
	for (const lang of langs) expect(await read(`content/docs/${lang}/help/try.mdx`)).toMatch(/^---\ntitle: TODO\ndescription: TODO\nnavigation: guide # views \| guide\n---\n[^]*\{\/\* #first \*\/\}/);
});

test('a source has every field that the schema requires; what is left is what a person must write', async () => {
	expect((await run('new.ts', 'source', 'new-source')).code).toBe(0);
	const { code, stderr } = await run('check.ts');
	expect(code).toBe(1);
	const places = stderr.split('\n').filter((line) => line.startsWith('seeds/documents/new-source.yaml'));
	expect(places.length).toBeGreaterThan(0);
	for (const place of places) expect(place).toMatch(/TODO|still to be written/);
});

test('a term is begun at the end of the glossary, and every byte before it stays', async () => {
	const before = await read('seeds/glossary.yaml');
	expect((await run('new.ts', 'term', 'new-term')).code).toBe(0);
	const after = await read('seeds/glossary.yaml');
	expect(after.startsWith(before)).toBe(true);
	expect((parse(after) as { id: string; name: unknown }[]).at(-1)).toMatchObject({ id: 'new-term', name: localize(() => 'TODO') });
});

test.each([
	['page', 'about'],
	['source', 'eq-ev-battery-alliance'],
	['term', 'jbic'],
])('what exists is never written over: %s %s', async (what, name) => {
	const before = await snapshot(join(folder, 'seeds'));
	const { code, stderr } = await run('new.ts', what, name);
	expect(code).toBe(1);
	expect(stderr).toContain('already');
	expect(await snapshot(join(folder, 'seeds'))).toEqual(before);
});

test('an id that begins like another is not taken for it', async () => {
	await writeFile(join(folder, 'seeds/glossary.yaml'), `${await read('seeds/glossary.yaml')}\n- id: alpha-beta\n`);
	expect((await run('new.ts', 'term', 'alpha')).code).toBe(0);
});

test('a glossary with an unsettled merge is not written to', async () => {
	const path = join(folder, 'seeds/glossary.yaml');
	const before = await read('seeds/glossary.yaml');
	const unsettled = `${before}<<<<<<< HEAD\n- id: one\n`;
	await writeFile(path, unsettled);
	const { code, stderr } = await run('new.ts', 'term', 'beta');
	await writeFile(path, before);
	expect({ code, text: unsettled.endsWith('- id: one\n') }).toEqual({ code: 1, text: true });
	expect(stderr).toContain(`seeds/glossary.yaml:${before.split('\n').length}:1  merge-conflict`);
});

test.each([[['page', '../about']], [['page', 'Help']], [['source', 'a/b']], [['thing', 'x']], [['term']], [[]]])('wrong usage is refused: %j', async (args) => {
	expect((await run('new.ts', ...args)).code).toBe(2);
});
