import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject } from '../../scripts/io/project-copy.ts';
import { launchBrowser } from './browser.ts';
import { result } from './search-page.ts';

/** `npm run dev` as an editor uses it, in a copy of the project. */
let folder: string;
let server: ChildProcess;
let url: string;
let browser: Browser;
let page: Page;
const seed = 'seeds/documents/ris-science-innovation-partnership.yaml';
const sector = 'content/docs/en/sectors/space.mdx';

beforeAll(async () => {
	folder = await copyProject('dev-command');
	server = spawn(process.execPath, ['scripts/dev.ts', '--port', '0'], { cwd: folder, env: { ...process.env, VITEST: undefined, NODE_ENV: 'development', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
	url = await new Promise((ready, failed) => {
		let said = '';
		const take = (chunk: Buffer): void => {
			said += chunk.toString();
			const found = /http:\/\/localhost:\d+\//.exec(said)?.[0];
			if (found) ready(found);
		};
		server.stdout?.on('data', take);
		server.stderr?.on('data', take);
		server.once('exit', () => failed(new Error(`npm run dev ended:\n${said}`)));
	});
	browser = await launchBrowser();
	page = await browser.newPage();
	await page.goto(`${url}en/sectors/space/`, { waitUntil: 'networkidle' });
});
afterAll(async () => {
	await browser.close();
	server.kill();
});

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
const save = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
const overlay = () => page.locator('vite-error-overlay');
/** What is written over the page. */
const said = (): Promise<string> => overlay().evaluate((element) => element.shadowRoot?.textContent ?? '');

test('a statement that is changed in its seed changes on the open page', async () => {
	const text = await read(seed);
	await save(seed, text.replace('a new cooperation for the Joint', 'a NEWLY WRITTEN cooperation for the Joint'));
	await page.getByText('NEWLY WRITTEN').first().waitFor();
	await save(seed, text);
	await page.getByText('NEWLY WRITTEN').first().waitFor({ state: 'detached' });
});

test('the search finds what is written, and what has just been written', async () => {
	const search = await browser.newPage();
	const found = async (word: string): Promise<number> => {
		await search.goto(`${url}en/search/?q=${word}`);
		await search.locator('guide-search[data-state=results], guide-search[data-state=none]').waitFor();
		return search.locator(result, { hasText: word }).count();
	};
	expect(await found('LUPEX')).toBeGreaterThan(0);
	const text = await read(seed);
	await save(seed, text.replace('a new cooperation for the Joint', 'a Zephyrine cooperation for the Joint'));
	await expect.poll(() => found('Zephyrine'), { timeout: 30_000 }).toBeGreaterThan(0);
	await save(seed, text);
	await search.close();
	await expect.poll(() => read(sector), { timeout: 30_000 }).not.toContain('Zephyrine');
});

test('a mistake in a seed is shown over the page with its place and the edit to make, and goes when it is mended', async () => {
	const text = await read(seed);
	const before = await read(sector);
	const line = text.split('\n').findIndex((each) => each.includes('status: launched')) + 1;
	await save(seed, text.replace('status: launched', 'status: lanched'));
	await overlay().waitFor();
	const shown = await said();
	expect(shown).toContain(`${seed}:${line}:13`);
	expect(shown).toContain('write launched');
	expect(await read(sector)).toBe(before);
	const other = await browser.newPage();
	await other.goto(`${url}ja/sectors/space/`);
	await other.locator('vite-error-overlay').waitFor();
	await other.close();
	await save(seed, text);
	await overlay().waitFor({ state: 'detached' });
});

test('a part of a page that convert owns is not changed by hand unnoticed', async () => {
	const text = await read(sector);
	await save(sector, text.replace('## Agreements', '## My heading'));
	await overlay().waitFor();
	await expect.poll(said, { timeout: 30_000 }).toContain('edited-region');
	expect(await read(sector)).toContain('## My heading');
	await save(sector, text);
	await overlay().waitFor({ state: 'detached' });
});

test('a page that is drawn from its tree shows what is written on it, and where it is broken', async () => {
	const about = 'content/docs/en/about.mdx';
	const text = await read(about);
	await page.goto(`${url}en/about/`, { waitUntil: 'networkidle' });
	await save(about, `${text}\nA *Zephyrine* line.\n`);
	await page.locator('em', { hasText: 'Zephyrine' }).waitFor();
	await save(about, `${text}\nA {Zephyrine line.\n`);
	await overlay().waitFor();
	await expect.poll(said, { timeout: 30_000 }).toMatch(new RegExp(`about\\.mdx:${text.split('\n').length + 1}`));
	await save(about, text);
	await overlay().waitFor({ state: 'detached' });
});

test('what a build would pass over in silence is shown over the page, too', async () => {
	const about = 'content/docs/ja/about.mdx';
	const text = await read(about);
	await page.goto(`${url}ja/about/`, { waitUntil: 'networkidle' });
	const mistaken = `${text.replace("} from '@components'", ", Fact, Facts } from '@components'")}\n<Facts>\n  <Fact name="wehn">2030</Fact>\n</Facts>\n`;
	await save(about, mistaken);
	await overlay().waitFor();
	await expect.poll(said, { timeout: 30_000 }).toContain(`about.mdx:${text.split('\n').length + 2}:15`);
	expect(await said()).toContain('write when');
	await save(about, text);
	await overlay().waitFor({ state: 'detached' });
});
