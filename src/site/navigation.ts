import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { defaultLang, languages, langs, type Localized } from '../model/languages.ts';
import type { Catalogue } from './config-files.ts';

/** Pages that cut across the sectors, in the order of the navigation; each is the slug of a page. */
export const crossViews = ['overview', 'timeline', 'figures', 'organisations', 'places', 'differences', 'glossary', 'changes', 'translations'] as const;

/** Pages about the guide itself. */
export const guidePages = ['about', 'editors'] as const;

/** The values of `view` in the front matter. */
export const views = ['home', 'sector', 'source', ...crossViews, 'page'] as const;

/**
 * The sidebar of every page. A new sector or source appears by itself.
 * Labels come from the catalogues (`nav.…`), so that they stay short whatever the page is titled.
 */
export function sidebar(catalogues: Localized<Catalogue>): NonNullable<StarlightUserConfig['sidebar']> {
	const labelled = (key: string) => ({
		label: catalogues[defaultLang][key] ?? key,
		translations: Object.fromEntries(langs.map((lang) => [languages[lang].tag, catalogues[lang][key] ?? key])),
	});
	const pages = (slugs: readonly string[]) => slugs.map((slug) => ({ ...labelled(`nav.${slug}`), link: `/${slug}/` }));
	return [
		{ ...labelled('nav.sectors'), items: [{ autogenerate: { directory: 'sectors' } }] },
		{ ...labelled('nav.views'), items: pages(crossViews) },
		{ ...labelled('nav.sources'), items: [{ autogenerate: { directory: 'sources' } }] },
		{ ...labelled('nav.guide'), items: pages(guidePages) },
	];
}
