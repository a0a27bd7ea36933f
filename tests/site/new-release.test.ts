import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';
import { defaultLang, localize } from '../../src/model/languages.ts';
import { buildSearchIndex, readCorpus } from '../../src/search/build-index.ts';
import { built } from './global-setup.ts';
import { ask, field, option, reader, result, words } from './search-page.ts';

const { visit } = reader();
const word = words[defaultLang];

describe('a reader who holds a page of the release before', () => {
	// As on a host that replaces everything at once: no file of the old index is left.
	test('is not left with wrong or no results while the index changes: the search works, or says so and works at the next try', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'release-'));
		cpSync(built.directory, folder, { recursive: true });
		const { server, url } = await serve({ directory: folder, port: 0, base: built.base });
		onTestFinished(async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
			rmSync(folder, { recursive: true, force: true });
		});
		const page = await visit('', {}, () => undefined);
		await page.goto(`${url}${defaultLang}/about/`);
		await ask(page, word);

		const corpus = readCorpus('content');
		const changed = { ...corpus, statements: corpus.statements.map((statement) => ({ ...statement, text: localize((lang) => `${statement.text[lang]} zzz${statement.id.length}`) })) };
		await buildSearchIndex(changed, join(folder, 'pagefind'));
		await close();

		// A question that the old page has not asked yet.
		await page.fill(field, 'lunar');
		const retry = page.locator('.search-popup .ways button');
		// Not any option: the list still shows what the question before found, until it has an answer or says that it has none.
		const found = page.locator('[role=listbox] a[role=option]', { hasText: /lunar|moon/i }).first();
		await found.or(retry).first().waitFor();
		if (await retry.isVisible()) await retry.click();
		await found.waitFor();
		expect(await page.locator(option).count()).toBeGreaterThan(0);
	});

	test('gets to the results by the form where the scripts of the old release are gone', async () => {
		const gone = /_astro\/(?:combobox|client|recent)|\/data\/search\//;
		const page = await visit(`${defaultLang}/about/`, {}, (context) => context.route(gone, (route) => route.fulfill({ status: 404, body: '' })));
		await page.fill(field, word);
		await page.waitForTimeout(200);
		await page.context().unroute(gone);
		await page.press(field, 'Enter');
		await page.waitForURL(`**/${defaultLang}/search/?q=${word}`);
		await page.locator(result).first().waitFor();
	});
});
