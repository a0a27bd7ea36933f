import { readdirSync, readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { normalBase } from '../built/headers.ts';
import { defaultLang, languages, langs } from '../model/languages.ts';

/** The sitemap, with the languages of each page. A page that asks not to be indexed, or names another as the one to index, is not in it. */
export function siteMap(): AstroIntegration {
	let folder: URL | undefined;
	let base = '/';
	// Asked after the build, when the pages stand in their files.
	const isIndexed = (page: string): boolean => {
		const path = decodeURI(new URL(page).pathname).slice(base.length);
		// All that is looked for is ASCII, and most pages are not.
		const html = readFileSync(new URL(`${path}index.html`, folder), 'latin1');
		return !/<meta name="robots" content="[^"]*noindex/.test(html) && html.includes(`<link rel="canonical" href="${page}"`);
	};
	const { hooks, name } = sitemap({
		filter: isIndexed,
		i18n: { defaultLocale: defaultLang, locales: Object.fromEntries(langs.map((lang) => [lang, languages[lang].tag])) },
	});
	return {
		name,
		hooks: {
			...hooks,
			'astro:config:done': async (options) => {
				folder = options.config.outDir;
				base = normalBase(options.config.base);
				await hooks['astro:config:done']?.(options);
			},
			'astro:build:done': async (options) => {
				// Astro names the pages that it has made, and not those that stand (standing-pages.ts).
				const files = langs.flatMap((lang) => readdirSync(new URL(lang, options.dir), { recursive: true, encoding: 'utf8' }).map((path) => `${lang}/${path.replaceAll('\\', '/')}`));
				const pages = files.filter((path) => path.endsWith('/index.html')).map((path) => ({ pathname: path.slice(0, -'index.html'.length) }));
				await hooks['astro:build:done']?.({ ...options, pages });
			},
		},
	};
}
