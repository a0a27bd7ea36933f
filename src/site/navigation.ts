import { langs, type Lang } from '../model/languages.ts';
import type { navigationSections } from '../model/vocabulary.ts';

/** Pages that cut across the sectors, in the order of the navigation; each is the slug of a page. */
export const crossViews = ['overview', 'timeline', 'figures', 'organisations', 'connections', 'places', 'differences', 'glossary', 'changes', 'translations'] as const;

/** Pages about the guide itself. */
export const guidePages = ['about', 'editors'] as const;

/** The values of `view` in the front matter. */
export const views = ['home', 'sector', 'source', ...crossViews, 'page'] as const;

/** What the navigation has to know of a page. */
export interface NavigationPage {
	/** @example 'en/sectors/space' */
	readonly id: string;
	readonly data: {
		readonly title: string;
		readonly sidebar: { readonly label?: string | undefined; readonly order?: number | undefined; readonly hidden: boolean; readonly attrs: Readonly<Record<string, unknown>> };
		/** For a part of a list: the page that leads to its parts, below the language. */
		readonly partOf?: string | undefined;
		/** The part that a page written by hand asks for: `navigation: guide`. */
		readonly navigation?: (typeof navigationSections)[number] | undefined;
	};
}

/** A way to a page. */
export interface Entry {
	/** The page’s. */
	readonly id: string;
	/** Where every guide has the page, a key of the catalogue, so that the label stays short whatever the page is titled. */
	readonly label: string | { readonly key: `nav.${(typeof crossViews | typeof guidePages)[number]}` };
	readonly attrs: Readonly<Record<string, unknown>>;
	/** The parts of its list, where one page cannot hold that. */
	readonly parts?: readonly Entry[];
}

/** A part of the navigation; its label is `nav.<name>` of the catalogue. */
export interface Section {
	readonly name: 'sectors' | 'views' | 'sources' | 'guide';
	readonly entries: readonly Entry[];
}

/**
 * The navigation of a language. A new sector or source appears by itself.
 * @param pages all that the language has, and those of others
 */
export function navigationOf(lang: Lang, pages: readonly NavigationPage[]): readonly Section[] {
	const known = new Map(pages.map((page) => [page.id, page]));
	const own = pages.filter(({ id }) => id.startsWith(`${lang}/`)).map((page) => ({ ...page, slug: page.id.slice(lang.length + 1) }));
	const entry = ({ id, data: { title, sidebar } }: NavigationPage): Entry => ({ id, label: sidebar.label ?? title, attrs: sidebar.attrs });
	const named = (slugs: typeof crossViews | typeof guidePages): Entry[] => slugs.map((slug) => ({ id: `${lang}/${slug}`, label: { key: `nav.${slug}` }, attrs: {} }));
	const inFolder = (folder: string): Entry[] => inOrder(own.filter(({ slug, data }) => !data.sidebar.hidden && slug.startsWith(`${folder}/`) && slug.split('/').length === 2)).map(entry);
	// Where a language lacks the page, the link would lead to a notice only, which asks for no place.
	const asking = (part: NavigationPage['data']['navigation']): Entry[] =>
		inOrder(own.filter(({ slug, data }) => data.navigation === part && langs.every((other) => known.get(`${other}/${slug}`)?.data.navigation !== undefined))).map(entry);
	const parts = Map.groupBy(own.filter(({ data }) => data.partOf !== undefined), ({ data }) => `${lang}/${data.partOf ?? ''}`);
	const withParts = (entries: readonly Entry[]): Entry[] => entries.map((each) => (parts.has(each.id) ? { ...each, parts: inOrder(parts.get(each.id) ?? []).map(entry) } : each));
	return [
		{ name: 'sectors', entries: withParts(inFolder('sectors')) },
		{ name: 'views', entries: withParts([...named(crossViews), ...asking('views')]) },
		{ name: 'sources', entries: withParts(inFolder('sources')) },
		{ name: 'guide', entries: [...named(guidePages), ...asking('guide')] },
	];
}

/** By the number that pages give for their place (`sidebar.order`), and then by their ids. */
export const inOrder = <Page extends NavigationPage>(pages: readonly Page[]): Page[] => {
	const order = ({ data: { sidebar } }: Page): number => sidebar.order ?? Number.MAX_VALUE;
	return pages.toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1));
};
