import type { Loader, LoaderContext } from 'astro/loaders';
import { langs, type Lang } from '../model/languages.ts';

/**
 * A page that was written in one language only has an address in the others too: a notice that says so and leads to
 * it. The notices are entries of the collection without a file, so that navigation, links and the language switch
 * need no special case. They are kept out of search engines, the sitemap and our own index.
 */

/** @example splitId('en/sectors/space') // => { lang: 'en', slug: 'sectors/space' } */
export function splitId(id: string): { lang: Lang; slug: string } | undefined {
	const [first = '', ...rest] = id.split('/');
	const lang = langs.find((each) => each === first);
	return lang && { lang, slug: rest.join('/') };
}

/** The pages that some language lacks: id of the notice → id of the page in the language that comes first. */
export function missingPages(ids: Iterable<string>): Map<string, string> {
	const present = new Set(ids);
	const missing = new Map<string, string>();
	for (const id of [...present].sort()) {
		const page = splitId(id);
		if (!page) continue;
		for (const lang of langs) {
			const wanted = page.slug === '' ? lang : `${lang}/${page.slug}`;
			if (!present.has(wanted) && !missing.has(wanted)) missing.set(wanted, id);
		}
	}
	return missing;
}

/** Wraps the loader of the pages so that every page stands in every language, as a notice where nobody wrote it. */
export const inEveryLanguage = (loader: Loader): Loader => ({
	name: loader.name,
	async load(context) {
		await loader.load(context);
		await fill(context);
	},
});

async function fill({ store, ...context }: LoaderContext): Promise<void> {
	const isNotice = (id: string): boolean => store.get(id)?.data['onlyIn'] !== undefined;
	const written = store.keys().filter((id) => !isNotice(id));
	const missing = missingPages(written);
	for (const id of store.keys()) if (isNotice(id) && !missing.has(id)) store.delete(id);
	for (const [id, original] of missing) {
		const { data: { title } = {}, filePath } = store.get(original) ?? {};
		const lang = splitId(id)?.lang;
		const data = await context.parseData({
			id,
			data: { title, onlyIn: splitId(original)?.lang, view: 'page', editUrl: false, lastUpdated: false, tableOfContents: false, pagefind: false, prev: false, next: false, sidebar: { hidden: true } },
		});
		// Starlight reads the place in the navigation from the path: the one that the translation would have.
		store.set({ id, data, rendered: { html: '' }, ...(filePath === undefined ? {} : { filePath: filePath.replace(/(?<=content\/docs\/)[^/]+/, String(lang)) }) });
	}
}
