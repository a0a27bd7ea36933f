import { cp, mkdtemp, rm, appendFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { searchIndex } from '../../src/search/integration.ts';

/** What `npm run dev` serves of the search: an index of the files as they are, made when it is asked for. */

let root: string;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'search-dev-'));
	await cp(new URL('../../content', import.meta.url), join(root, 'content'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('the index is made on demand, and again after a page was changed', async () => {
	const { hooks } = searchIndex();
	const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
	type Middleware = (...parameters: [...Parameters<RequestListener>, next: (error?: unknown) => void]) => void;
	const used: Middleware[] = [];
	const server = { watcher, middlewares: { use: (middleware: Middleware) => used.push(middleware) } };
	const call = (hook: unknown, given: object): unknown => (hook as (parameters: object) => unknown)(given);
	await call(hooks['astro:config:done'], { config: { root: pathToFileURL(`${root}/`), base: '/guide' } });
	await call(hooks['astro:server:setup'], { server, logger: { info: () => undefined, error: (message: string) => expect.fail(message) } });
	const http = createServer((request, response) => used[0]?.(request, response, () => response.writeHead(500).end('passed on')));
	await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
	const address = http.address();
	const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${path}`);
	const records = async (): Promise<number> => ((await (await get('/guide/pagefind/search.json')).json()) as { records: number }).records;
	try {
		const before = await records();
		expect(before).toBeGreaterThan(100);
		const page = join(root, 'content/docs', langs[0], 'about.mdx');
		await appendFile(page, '\n## A new section {/* #a-new-section */}\n\nZebrafinches sing.\n');
		watcher.emit('all', 'change', page);
		expect(await records()).toBe(before + 1);
		expect((await get('/guide/pagefind/no-such-file')).status).toBe(404);
		expect((await get('/guide/pagefind/..%2f..%2f..%2fcontent/data/labels.json')).status).toBe(404);
		expect(await (await get('/guide/other')).text()).toBe('passed on');
	} finally {
		http.close();
		http.closeAllConnections();
	}
}, 300_000);
