import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDone, remember, stateNow, type State } from '../../scripts/io/convert-key.ts';
import { digestOf } from '../../scripts/io/files.ts';

let [folder, seeds, content] = ['', '', ''];
const page = (): string => join(content, 'page.mdx');

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'convert-key-'));
	[seeds, content] = [join(folder, 'seeds'), join(folder, 'content')];
	for (const each of [seeds, content]) await mkdir(each);
	await writeFile(join(seeds, 'seed.yaml'), 'id: a\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const done = { statements: 1, files: 1 };
const now = async (): Promise<unknown> => isDone(seeds, content, await stateNow(seeds, content));

/** A run that writes the page, and during which something else happens. */
async function run(meanwhile: () => Promise<void>): Promise<void> {
	const state = (await stateNow(seeds, content)) as State;
	await writeFile(page(), 'made 頁\n');
	await meanwhile();
	await remember(seeds, content, state, new Map([['page.mdx', digestOf(['made ', '頁\n'])]]), done);
}

test('after a run there is nothing to do until something changes', async () => {
	expect(await now()).toBeUndefined();
	await run(async () => {});
	expect(await now()).toEqual(done);
	await appendFile(page(), 'by hand\n');
	expect(await now()).toBeUndefined();
});

test.each([
	['a seed is saved', () => appendFile(join(seeds, 'seed.yaml'), '# later\n')],
	['an editor saves the page', () => appendFile(page(), 'by hand\n')],
	['another run puts its page into place', () => writeFile(page(), 'of another run\n')],
	['a page comes', () => writeFile(join(content, 'own.mdx'), 'own\n')],
])('where %s while convert runs, there is something to do', async (_, meanwhile) => {
	await run(meanwhile);
	expect(await now()).toBeUndefined();
});

test('what a run that was killed has left is to be cleared up', async () => {
	await run(async () => {});
	await mkdir(join(content, '.staging-1-a'));
	expect(await now()).toBeUndefined();
});
