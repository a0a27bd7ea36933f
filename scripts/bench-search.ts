import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { close } from 'pagefind';
import type { Browser } from 'playwright-core';
import { langs, languages, type Lang } from '../src/model/languages.ts';
import { buildSearchIndex, readCorpus } from '../src/search/build-index.ts';
import { manyHostileQuestions } from '../tests/search/hostile.ts';
import { figures, measure, percentile, type Figures, type Outcome } from '../tests/search/measure.ts';
import { readQuestions, type Question } from '../tests/search/questions.ts';
import { launchBrowser } from '../tests/site/browser.ts';
import { askAndDraw, openBenchPage, Traffic } from './bench/browser-page.ts';
import { questionsAbout, synthesize } from './bench/synthetic.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';
import { serve } from './serve.ts';

const help = `Usage: npm run bench:search -- [--assert] [--no-growth] [--list]

Measures the search of the built site (dist/) in a real browser, by the questions
of tests/search/questions.yaml, and how the index grows.

  --assert     exit 1 where a figure misses its target
  --no-growth  leave out the corpora of 190, 2,000 and 20,000 statements
  --list       also list the tuning questions that miss
  -h, --help   this text

Exit code: 0 done; 1 a target was missed (with --assert) or there is no built site; 2 wrong usage.`;

const options = { assert: { type: 'boolean' }, 'no-growth': { type: 'boolean' }, list: { type: 'boolean' } } as const;

interface Target {
	readonly name: string;
	readonly target: string;
	readonly reached: (value: number) => boolean;
	readonly show: (value: number) => string;
}

const share = (least: number): Pick<Target, 'target' | 'reached' | 'show'> => ({ target: `≥ ${least}`, reached: (value) => value >= least || Number.isNaN(value), show: (value) => (Number.isNaN(value) ? '–' : value.toFixed(3)) });
const atMost = (most: number, unit: string, divide = 1): Pick<Target, 'target' | 'reached' | 'show'> => ({ target: `≤ ${most / divide} ${unit}`, reached: (value) => value <= most, show: (value) => `${(value / divide).toFixed(1)} ${unit}` });

/** Questions of several kinds for the first search of a visit. */
const firstQuestions: Readonly<Record<Lang, readonly string[]>> = {
	en: ['JBIC', 'data centre', 'semiconductor supply chain', 'How many data centre sites does NTT have?', 'green hydrogen Yamanashi', 'semicondutcor'],
	ja: ['国際協力銀行', 'データセンター', '半導体サプライチェーン', 'NTTのデータセンターの拠点は何か所ありますか', '山梨 グリーン水素', 'ルナサス'],
};

/** The index, and the scripts that only the search needs. */
const searchFiles = /\/pagefind\/|\/_astro\/(?:client|combobox|results-page|recent)\./;

await runCommand(help, options, async ({ values }) => {
	const dist = process.env['SITE_DIRECTORY'] ?? join(projectFolder, 'dist');
	if (!existsSync(join(dist, 'pagefind/search.json'))) {
		console.error('There is no built site with a search index in dist/. Run npm run build first.');
		return exit.wrong;
	}
	const base = process.env['SITE_BASE'] ?? '/';
	const { server, url } = await serve({ directory: dist, port: 0, base });
	const browser = await launchBrowser();
	const missed: string[] = [];
	const line = (name: string, cells: readonly string[], target: string): void => console.log(`| ${name.padEnd(58)} | ${cells.map((cell) => cell.padStart(9)).join(' | ')} | ${target} |`);
	const row = ({ name, target, reached, show }: Target, numbers: readonly number[]): void => {
		if (!numbers.every(reached)) missed.push(name);
		line(name, numbers.map(show), target);
	};
	try {
		const { outcomes, fresh, warm } = await askAll(browser, url, readQuestions());
		const sets = (['tuning', 'frozen'] as const).map((set) => figures(outcomes.filter(({ question }) => question.set === set)));
		const all = [...sets, figures(outcomes)];
		const per = (read: (each: Figures) => number): number[] => all.map(read);
		line('', ['tuning', 'frozen', 'all'], 'to reach');
		line('questions', all.map(({ questions }) => String(questions)), '');
		for (const lang of langs) row({ name: `recall@5, ${languages[lang].tag}, on its own pages`, ...share(0.97) }, per(({ recall }) => recall[lang]));
		row({ name: 'recall@5 on the other language’s pages', ...share(0.95) }, per(({ across }) => across));
		row({ name: 'same results in the same order on all pages', ...share(1) }, per(({ sameOrder }) => sameOrder));
		row({ name: 'plain-sentence questions, recall@5', ...share(0.9) }, per(({ sentences }) => sentences));
		row({ name: 'variants that give the same first five', ...share(1) }, per(({ variants }) => variants));
		row({ name: 'one-edit slips, recall@5', ...share(0.85) }, per(({ slips }) => slips));
		row({ name: 'questions without an answer recognised', ...share(0.9) }, per(({ unanswerable }) => unanswerable));
		row({ name: 'answerable questions called not covered', target: '≤ 0.05', reached: (value) => value <= 0.05, show: (value) => value.toFixed(3) }, per(({ falseNone }) => falseNone));
		row({ name: 'warm question to results drawn, p95', ...atMost(50, 'ms') }, [percentile(warm, 0.95)]);
		console.log(`  asked for the first time, with what it must still fetch: median ${percentile(fresh, 0.5).toFixed(1)} ms, p95 ${percentile(fresh, 0.95).toFixed(1)} ms`);
		const hostile = await longestAnswers(browser, url, manyHostileQuestions);
		row({ name: 'questions nobody means (hostile, 10,000 characters), longest', ...atMost(200, 'ms') }, [hostile.warm]);
		console.log(`  asked for the first time, with what it must still fetch: longest ${hostile.fresh.toFixed(0)} ms`);
		const bytes = await measureBytes(browser, url);
		row({ name: 'bytes fetched before intent', ...atMost(0, 'kB', 1) }, [bytes.before / 1000]);
		row({ name: 'bytes to the first results (median)', ...atMost(130_000, 'kB', 1000) }, [percentile(bytes.first, 0.5)]);
		row({ name: 'bytes to the first results (largest)', ...atMost(130_000, 'kB', 1000) }, [Math.max(...bytes.first)]);
		console.log(`  requests to the first results: ${percentile(bytes.requests, 0.5)} (median)`);
		if (values.list) listMisses(outcomes);
	} finally {
		server.closeAllConnections();
		server.close();
	}
	try {
		if (!values['no-growth']) await growth(browser);
	} finally {
		await browser.close();
	}
	for (const name of missed) console.log(`Missed: ${name}`);
	return values.assert && missed.length > 0 ? exit.wrong : exit.ok;
});

/** Puts all questions on pages of all languages. A page stays open, as with a reader who goes on asking. */
async function askAll(browser: Browser, url: string, questions: readonly Question[]): Promise<{ outcomes: Outcome[]; fresh: number[]; warm: number[] }> {
	const context = await browser.newContext();
	const pages = new Map(await Promise.all(langs.map(async (lang) => [lang, await openBenchPage(context, url, lang)] as const)));
	const times: number[] = [];
	const ask = async (query: string, lang: Lang) => {
		const page = pages.get(lang);
		if (!page) throw new RangeError(`no page in ${lang}`);
		const { response, milliseconds } = await askAndDraw(page, query);
		times.push(milliseconds);
		return response;
	};
	for (const lang of langs) await ask('start', lang);
	times.length = 0;
	const outcomes: Outcome[] = [];
	for (const question of questions) outcomes.push(await measure(question, ask));
	const fresh = times.splice(0);
	for (const { q, lang } of questions) await ask(q, lang);
	await context.close();
	return { outcomes, fresh, warm: times };
}

/** The longest times that answers took, in ms: to questions that are new, and to the same again. */
async function longestAnswers(browser: Browser, url: string, questions: readonly string[]): Promise<{ fresh: number; warm: number }> {
	const context = await browser.newContext();
	const page = await openBenchPage(context, url, langs[0]);
	await askAndDraw(page, 'start');
	const longest = async (): Promise<number> => {
		let most = 0;
		for (const query of questions) most = Math.max(most, (await askAndDraw(page, query)).milliseconds);
		return most;
	};
	const fresh = await longest();
	const warm = await longest();
	await context.close();
	return { fresh, warm };
}

function listMisses(outcomes: readonly Outcome[]): void {
	for (const { question, recall, answer, found, sameAsBase } of outcomes.filter(({ question: { set } }) => set === 'tuning')) {
		const fine = question.kind === 'none' ? answer === 'none' : question.kind === 'variant' ? sameAsBase === true : recall === 1;
		if (!fine) console.log(`  ${question.id} (${answer}): ${question.q} → ${found.slice(0, 5).join(', ')}`);
	}
}

/** What the real pages fetch: before the reader does anything, and from the first key to the first results. */
async function measureBytes(browser: Browser, url: string): Promise<{ before: number; first: number[]; requests: number[] }> {
	let before = 0;
	const first: number[] = [];
	const requests: number[] = [];
	for (const lang of langs) {
		for (const query of firstQuestions[lang]) {
			const context = await browser.newContext();
			const page = await context.newPage();
			const traffic = await Traffic.of(page);
			await page.goto(`${url}${languages[lang].tag}/`, { waitUntil: 'networkidle' });
			await pause(800);
			before += traffic.take(searchFiles).bytes;
			const field = page.locator('input[type=search][name=q]');
			await field.focus();
			await field.fill(query);
			await page.locator('[role=listbox] [role=option], [data-search-result]').first().waitFor();
			await page.waitForLoadState('networkidle');
			const taken = traffic.take();
			first.push(taken.bytes);
			requests.push(taken.requests);
			await context.close();
		}
	}
	return { before, first, requests };
}

/** How the index, the first question and the following ones grow with the corpus. */
async function growth(browser: Browser): Promise<void> {
	const real = readCorpus(join(projectFolder, 'content'));
	console.log('\n| statements | index, MB | first question, kB (median) | asked for the first time, p95, ms | warm, p95, ms | index step, s |');
	for (const size of [190, 2_000, 20_000]) {
		const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
		try {
			const corpus = synthesize(real, size);
			const start = performance.now();
			await buildSearchIndex(corpus, join(folder, 'pagefind'));
			await close();
			const seconds = (performance.now() - start) / 1000;
			await writeFile(join(folder, 'index.html'), '<!doctype html><title>bench</title>');
			const { server, url } = await serve({ directory: folder, port: 0 });
			const questions = questionsAbout(corpus, 60);
			const first: number[] = [];
			for (const { query, lang } of questions.slice(0, 8)) {
				first.push(await firstBytes(browser, url, lang, query));
			}
			const context = await browser.newContext();
			const page = await openBenchPage(context, url, langs[0]);
			const [fresh, warm]: [number[], number[]] = [[], []];
			for (const times of [fresh, warm]) for (const { query } of questions) times.push((await askAndDraw(page, query)).milliseconds);
			await context.close();
			server.closeAllConnections();
			server.close();
			const bytes = await folderBytes(folder);
			console.log(`| ${size} | ${(bytes / 1e6).toFixed(1)} | ${(percentile(first, 0.5) / 1000).toFixed(0)} | ${percentile(fresh, 0.95).toFixed(0)} | ${percentile(warm, 0.95).toFixed(0)} | ${seconds.toFixed(0)} |`);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
}

/** Bytes of the index that a first question fetches. */
async function firstBytes(browser: Browser, url: string, lang: Lang, query: string): Promise<number> {
	const context = await browser.newContext();
	let bytes = 0;
	context.on('requestfinished', (request) => {
		if (!request.url().includes('/pagefind/')) return;
		pending.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => void (bytes += responseBodySize + responseHeadersSize), () => undefined));
	});
	const pending: Promise<void>[] = [];
	const page = await openBenchPage(context, url, lang);
	await askAndDraw(page, query);
	await page.waitForLoadState('networkidle');
	await Promise.all(pending);
	await context.close();
	return bytes;
}

async function folderBytes(folder: string): Promise<number> {
	const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
	const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
	return sizes.reduce((sum, size) => sum + size, 0);
}
