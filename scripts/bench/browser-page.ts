import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { languages, type Lang } from '../../src/model/languages.ts';
import type { SearchEngine, SearchResponse } from '../../src/search/types.ts';
import { projectFolder } from '../io/project.ts';

/** The search on a bare page of a served index: the client as it is written, its types taken off on the way. */

declare global {
	var benchEngine: SearchEngine;
}

/** Opens a page in a language and starts the search on it. @param base where the site is served */
export async function openBenchPage(context: BrowserContext, base: string, lang: Lang): Promise<Page> {
	const page = await context.newPage();
	await page.route(`${base}bench/**`, async (route) => {
		const path = new URL(route.request().url()).pathname.slice(new URL(base).pathname.length + 'bench/'.length);
		if (path === 'page.html') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="${languages[lang].tag}"><title>bench</title><ol></ol></html>` });
		return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(await readFile(join(projectFolder, path), 'utf8')) });
	});
	await page.goto(`${base}bench/page.html`);
	await page.evaluate(
		async ({ base: root, lang: own }) => {
			const { createSearch } = (await import(`${root}bench/src/search/client.ts`)) as typeof import('../../src/search/client.ts');
			globalThis.benchEngine = await createSearch({ base: new URL(root).pathname, lang: own });
		},
		{ base, lang },
	);
	return page;
}

/** Asks, and draws the results. @returns the response, and the time until the results stood on the page, in ms */
export const askAndDraw = (page: Page, query: string): Promise<{ response: SearchResponse; milliseconds: number }> =>
	page.evaluate(async (question) => {
		const start = performance.now();
		const response = await globalThis.benchEngine.search({ query: question });
		const list = document.querySelector('ol') as HTMLOListElement;
		list.replaceChildren(
			...response.results.map(({ passage }) => {
				const item = document.createElement('li');
				let at = 0;
				for (const [from, to] of passage.marks) {
					const mark = document.createElement('mark');
					mark.textContent = passage.text.slice(from, to);
					item.append(passage.text.slice(at, from), mark);
					at = to;
				}
				item.append(passage.text.slice(at));
				return item;
			}),
		);
		list.getBoundingClientRect();
		return { response, milliseconds: performance.now() - start };
	}, query);

/** What a page receives over the network, headers included. */
export class Traffic {
	readonly #received: { url: string; bytes: number }[] = [];

	static async of(page: Page): Promise<Traffic> {
		const session: CDPSession = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.setCacheDisabled', { cacheDisabled: true });
		const traffic = new Traffic();
		const urls = new Map<string, string>();
		session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
		session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => traffic.#received.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength }));
		return traffic;
	}

	/** What came since the last call. */
	take(which = /./): { bytes: number; requests: number } {
		const taken = this.#received.splice(0).filter(({ url }) => which.test(url));
		return { bytes: taken.reduce((sum, { bytes }) => sum + bytes, 0), requests: taken.length };
	}
}
