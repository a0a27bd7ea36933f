import { createEngine } from './engine.ts';
import { createBackend, type PagefindModule } from './pagefind-backend.ts';
import { SearchUnavailable, type CreateSearch } from './types.ts';
import type { Manifest } from './vocabulary.ts';

/** The search in the browser. Nothing is fetched before {@link createSearch} is called. */

export const createSearch: CreateSearch = async ({ base, lang }) => {
	const folder = new URL(`${base.replace(/\/*$/, '/')}pagefind/`, document.baseURI);
	const fetchText = async (file: string, cache: RequestCache = 'default'): Promise<string> => {
		const response = await fetch(new URL(file, folder), { cache });
		if (!response.ok) throw new SearchUnavailable(`${file}: ${response.status}`);
		return response.text();
	};
	try {
		const [manifest, module] = await Promise.all([fetchText('search.json', 'no-cache').then((text) => JSON.parse(text) as Manifest), importPagefind(folder)]);
		const pagefind = module.createInstance({ basePath: folder.href, noWorker: true });
		await pagefind.init();
		return createEngine(createBackend({ pagefind, read: fetchText, manifest }), lang);
	} catch (error) {
		throw error instanceof SearchUnavailable ? error : new SearchUnavailable('The search could not be loaded.', { cause: error });
	}
};

/** A module that failed to load once is not asked for again under the same address. */
let attempts = 0;

async function importPagefind(folder: URL): Promise<PagefindModule> {
	const file = new URL('pagefind.js', folder);
	if (attempts > 0) file.searchParams.set('attempt', String(attempts));
	try {
		return (await import(/* @vite-ignore */ file.href)) as PagefindModule;
	} catch (error) {
		attempts += 1;
		throw error;
	}
}
