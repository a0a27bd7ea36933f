import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { copyProject } from '../../scripts/io/project-copy.ts';
import { launchBrowser } from './browser.ts';
import { result } from './search-page.ts';

/** `npm run dev` as an editor uses it, in a copy of the project. */
let folder: string;
let server: ChildProcess;
let url: string;
let browser: Browser;
let page: Page;
/** A busy machine takes half a minute for what takes a second on one that is at rest. */
const patient = { timeout: 90_000 };
vi.setConfig({ testTimeout: 600_000 });
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
	page = await newPage();
	await open('en/sectors/space/');
});
afterAll(async () => {
	await browser.close();
	server.kill();
});

/** What a test that failed leaves is not the next one's mistake. */
const originals = new Map<string, string>();
afterEach(async () => {
	for (const [path, text] of originals) if ((await read(path)) !== text) await write(path, text);
	originals.clear();
});

async function newPage(): Promise<Page> {
	const tab = await browser.newPage();
	tab.setDefaultTimeout(patient.timeout);
	return tab;
}

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
async function save(path: string, text: string): Promise<void> {
	if (!originals.has(path)) originals.set(path, await read(path));
	await write(path, text);
}
/** Opens a page. What the test before has changed back may reload the page that is open, and so break off the way to the next; what a page of development asks for may stay away on a busy machine. */
async function open(path: string, tab = page): Promise<void> {
	for (;;) {
		try {
			await tab.goto(url + path, { waitUntil: 'load', timeout: 30_000 });
			return;
		} catch (error) {
			if (!/ERR_ABORTED|interrupted by another navigation|Timeout/.test(String(error))) throw error;
		}
	}
}
const withWord = (text: string, word: string): string => text.replace('a new cooperation for the Joint', `a ${word} cooperation for the Joint`);
/** What the server answers. */
const asked = async (path: string): Promise<string> => (await fetch(url + path)).text();
const overlay = () => page.locator('vite-error-overlay');
/** What is written over the page; to be polled, since a reload may come between. */
const said = (): Promise<string> => overlay().evaluate((element) => element.shadowRoot?.textContent ?? '');

test('a statement that is changed in its seed changes on the open page', async () => {
	const text = await read(seed);
	await save(seed, withWord(text, 'NEWLY WRITTEN'));
	await page.getByText('NEWLY WRITTEN').first().waitFor();
	await save(seed, text);
	await page.getByText('NEWLY WRITTEN').first().waitFor({ state: 'detached' });
});

test('the search finds what is written, and what has just been written', async () => {
	const search = await newPage();
	const found = async (word: string): Promise<number> => {
		await open(`en/search/?q=${word}`, search);
		await search.locator('guide-search[data-state=results], guide-search[data-state=none]').waitFor();
		return search.locator(result, { hasText: word }).count();
	};
	expect(await found('LUPEX')).toBeGreaterThan(0);
	const text = await read(seed);
	await save(seed, withWord(text, 'Zephyrine'));
	await expect.poll(() => found('Zephyrine'), patient).toBeGreaterThan(0);
	await save(seed, text);
	await search.close();
	await expect.poll(() => read(sector), patient).not.toContain('Zephyrine');
});

test('a mistake in a seed is shown over the page with its place and the edit to make, and goes when it is mended', async () => {
	const text = await read(seed);
	const before = await read(sector);
	const line = text.split('\n').findIndex((each) => each.includes('status: launched')) + 1;
	await save(seed, text.replace('status: launched', 'status: lanched'));
	await overlay().waitFor();
	await expect.poll(said, patient).toContain(`${seed}:${line}:13`);
	await expect.poll(said, patient).toContain('write launched');
	expect(await read(sector)).toBe(before);
	const other = await newPage();
	await open('ja/sectors/space/', other);
	await other.locator('vite-error-overlay').waitFor();
	await other.close();
	await save(seed, text);
	await overlay().waitFor({ state: 'detached' });
});

test('a part of a page that convert owns is not changed by hand unnoticed', async () => {
	const text = await read(sector);
	await save(sector, text.replace('## Agreements', '## My heading'));
	await overlay().waitFor();
	await expect.poll(said, patient).toContain('edited-region');
	expect(await read(sector)).toContain('## My heading');
	await save(sector, text);
	await overlay().waitFor({ state: 'detached' });
});

test('a page that is drawn from its tree shows what is written on it, and where it is broken', async () => {
	const about = 'content/docs/en/about.mdx';
	const text = await read(about);
	await open('en/about/');
	await save(about, `${text}\nA *Zephyrine* line.\n`);
	await page.locator('em', { hasText: 'Zephyrine' }).waitFor();
	await save(about, `${text}\nA {Zephyrine line.\n`);
	await overlay().waitFor();
	await expect.poll(said, patient).toMatch(new RegExp(`about\\.mdx:${text.split('\n').length + 1}`));
	await save(about, text);
	await overlay().waitFor({ state: 'detached' });
});

test('a save that changes nothing leaves the page that is open as it is', async () => {
	const about = 'content/docs/en/about.mdx';
	const text = await read(about);
	await open('en/about/');
	await page.evaluate(() => void ((window as { isTheSame?: boolean }).isTheSame = true));
	for (const path of [about, seed]) await write(path, await read(path));
	// What another command builds meanwhile is nothing to this one.
	await mkdir(join(folder, '.cache/another-site'), { recursive: true });
	await write('.cache/another-site/index.html', '<p>Another site</p>');
	// What is saved next is shown, so that what was saved before has been heard of by then.
	const other = await newPage();
	await open('en/about/', other);
	expect(await page.evaluate(() => (window as { isTheSame?: boolean }).isTheSame)).toBe(true);
	await save(about, `${text}\nA *Zephyrine* line.\n`);
	await page.locator('em', { hasText: 'Zephyrine' }).waitFor();
	await save(about, text);
	await page.locator('em', { hasText: 'Zephyrine' }).waitFor({ state: 'detached' });
	await other.close();
});

test('what a build would pass over in silence is shown over the page, too', async () => {
	const about = 'content/docs/ja/about.mdx';
	const text = await read(about);
	await open('ja/about/');
	const mistaken = `${text.replace("} from '@components'", ", Fact, Facts } from '@components'")}\n<Facts>\n  <Fact name="wehn">2030</Fact>\n</Facts>\n`;
	await save(about, mistaken);
	await overlay().waitFor();
	await expect.poll(said, patient).toContain(`about.mdx:${text.split('\n').length + 2}:15`);
	await expect.poll(said, patient).toContain('write when');
	await save(about, text);
	await overlay().waitFor({ state: 'detached' });
});

test('all that is made of the statements follows a change: pages, data, and what lists what is new', async () => {
	const text = await read(seed);
	for (const path of ['data/statements.json', 'data/statements.csv', 'en/sectors/space/index.md']) await asked(path);
	await save(seed, withWord(text, 'Zephyrine'));
	for (const path of ['en/sectors/space/', 'data/statements.json', 'data/statements.csv', 'en/sectors/space/index.md']) await expect.poll(() => asked(path), patient).toContain('Zephyrine');
	await save(seed, text);
	for (const path of ['en/sectors/space/', 'data/statements.json']) await expect.poll(() => asked(path), patient).not.toContain('Zephyrine');
});

test('a page that hears of nothing while something changes is drawn anew when it hears again', async () => {
	const text = await read(seed);
	const tab = await newPage();
	const released = Promise.withResolvers<undefined>();
	await tab.route('**/@vite/client', async (route) => {
		await released.promise;
		await route.continue();
	});
	await tab.goto(`${url}en/sectors/space/`, { waitUntil: 'commit' });
	await save(seed, withWord(text, 'Zephyrine'));
	await expect.poll(() => asked('en/sectors/space/'), patient).toContain('Zephyrine');
	expect(await tab.content()).not.toContain('Zephyrine');
	released.resolve(undefined);
	await tab.getByText('Zephyrine').first().waitFor();
	await tab.close();
	await save(seed, text);
	await expect.poll(() => asked('en/sectors/space/'), patient).not.toContain('Zephyrine');
});

test('nothing is lost of what is saved while pages are being drawn', async () => {
	const text = await read(seed);
	const about = 'content/docs/en/about.mdx';
	const prose = await read(about);
	for (const [round, delay] of [0, 150, 400].entries()) {
		const word = `Zephyrine${round}`;
		let isDone = false;
		const readers = ['en/sectors/space/', 'en/about/', 'ja/glossary/'].map(async (path) => {
			while (!isDone) await asked(path);
		});
		await save(seed, withWord(text, word));
		await new Promise((done) => setTimeout(done, delay));
		await save(about, `${prose}\nA ${word} line.\n`);
		await expect.poll(() => asked('en/sectors/space/'), patient).toContain(word);
		await expect.poll(() => asked('en/about/'), patient).toContain(word);
		isDone = true;
		await Promise.all(readers);
	}
	await save(seed, text);
	await save(about, prose);
	await expect.poll(() => asked('en/sectors/space/'), patient).not.toContain('Zephyrine');
	await expect.poll(() => asked('en/about/'), patient).not.toContain('Zephyrine');
});

test('front matter that is broken and mended leaves nothing behind: what is saved next, here or in a seed, is shown', async () => {
	const about = 'content/docs/en/about.mdx';
	const text = await read(about);
	const seedText = await read(seed);
	await open('en/about/');
	await save(about, text.replace('title:', 'titel:'));
	await expect.poll(said, patient).toContain('about.mdx:2:1');
	await save(about, text);
	await overlay().waitFor({ state: 'detached' });
	await save(about, `${text}\nA Zephyrine line.\n`);
	await page.getByText('Zephyrine').first().waitFor();
	await save(about, text);
	await page.getByText('Zephyrine').first().waitFor({ state: 'detached' });
	await open('en/sectors/space/');
	await save(seed, withWord(seedText, 'Zephyrine'));
	await page.getByText('Zephyrine').first().waitFor();
	await save(sector, `${await read(sector)}\nA line of a person.\n`);
	await page.getByText('A line of a person').waitFor();
	await save(seed, seedText);
	await page.getByText('Zephyrine').first().waitFor({ state: 'detached' });
	await page.getByText('A line of a person').waitFor();
});
