import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend } from '../../src/search/backend.ts';
import { createBackend, type PagefindModule } from '../../src/search/pagefind-backend.ts';
import type { Manifest } from '../../src/search/vocabulary.ts';

/** The same search over an index on disk, for tests and measurements: Pagefind's own code and wasm, without a browser. */

/** @param folder the folder that {@link buildSearchIndex} wrote */
export async function openIndex(folder: string): Promise<Backend> {
	const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
	const base = `${pathToFileURL(folder).href}/`;
	const [manifest, module] = await Promise.all([read('search.json').then((text) => JSON.parse(text) as Manifest), import(`${base}pagefind.js`) as Promise<PagefindModule>]);
	serveFiles(base);
	const pagefind = module.createInstance({ basePath: base, noWorker: true });
	await pagefind.init();
	return createBackend({ pagefind, read, manifest });
}

/** Node's fetch reads no files; Pagefind asks for its chunks at any time. */
function serveFiles(base: string): void {
	const original = globalThis.fetch;
	globalThis.fetch = async (input, init) => {
		const url = String(input instanceof Request ? input.url : input);
		if (!url.startsWith(base)) return original(input, init);
		try {
			return new Response(new Uint8Array(await readFile(new URL(url.replace(/\?.*$/, '')))));
		} catch {
			return new Response(null, { status: 404 });
		}
	};
}
