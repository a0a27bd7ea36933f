import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { defaultLang, languages, langs, type Localized } from '../model/languages.ts';
import type { navigationSections } from '../model/vocabulary.ts';
import type { Catalogue } from './config-files.ts';

/** Pages that cut across the sectors, in the order of the navigation; each is the slug of a page. */
export const crossViews = ['overview', 'timeline', 'figures', 'organisations', 'places', 'differences', 'glossary', 'changes', 'translations'] as const;

/** Pages about the guide itself. */
export const guidePages = ['about', 'editors'] as const;

/** The values of `view` in the front matter. */
export const views = ['home', 'sector', 'source', ...crossViews, 'page'] as const;

/** A page that asks for its place by its front matter: `navigation: guide`. */
export interface NavigationPage {
	readonly slug: string;
	readonly section: (typeof navigationSections)[number];
	readonly order: number;
	readonly labels: Partial<Localized<string>>;
}

/**
 * The sidebar of every page. A new sector or source appears by itself.
 * Labels come from the catalogues (`nav.…`), so that they stay short whatever the page is titled.
 */
export function sidebar(catalogues: Localized<Catalogue>, added: readonly NavigationPage[] = []): NonNullable<StarlightUserConfig['sidebar']> {
	const labelled = (key: string) => ({
		label: catalogues[defaultLang][key] ?? key,
		translations: Object.fromEntries(langs.map((lang) => [languages[lang].tag, catalogues[lang][key] ?? key])),
	});
	const pages = (slugs: readonly string[]) => slugs.map((slug) => ({ ...labelled(`nav.${slug}`), link: `/${slug}/` }));
	/** Pages that ask for it, below those that every guide has. */
	const asked = (section: NavigationPage['section']) =>
		added.filter((page) => page.section === section).sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1)).map(({ slug, labels }) => {
			const label = labels[defaultLang] ?? Object.values(labels)[0] ?? slug;
			return { label, translations: Object.fromEntries(langs.map((lang) => [languages[lang].tag, labels[lang] ?? label])), link: `/${slug}/` };
		});
	return [
		{ ...labelled('nav.sectors'), items: [{ autogenerate: { directory: 'sectors' } }] },
		{ ...labelled('nav.views'), items: [...pages(crossViews), ...asked('views')] },
		{ ...labelled('nav.sources'), items: [{ autogenerate: { directory: 'sources' } }] },
		{ ...labelled('nav.guide'), items: [...pages(guidePages), ...asked('guide')] },
	];
}
