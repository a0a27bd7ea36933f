import { getCollection, type CollectionEntry } from 'astro:content';
import { langs, type Lang } from '../model/languages.ts';
import { remembered } from './remembered.ts';
import { asLang } from './urls.ts';

/** A page of the site in one language, with its address apart from the language. */
// A type, not an interface: Astro takes the props of a route as a record.
export type DocsPage = {
	readonly lang: Lang;
	/** Path below the language, with a slash at its end; empty for the first page. @example 'sectors/space/' */
	readonly slug: string;
	readonly entry: CollectionEntry<'docs'>;
};

/** All pages in all languages, in an order that does not change. */
export const docsPages = remembered(async (): Promise<readonly DocsPage[]> =>
	// A notice that a page exists in another language only says nothing of its own, nor does a list in another order.
	(await getCollection('docs', ({ data }) => data.onlyIn === undefined && data.orderOf === undefined))
		.map((entry) => ({ lang: asLang(entry.id.split('/')[0]), slug: slugOf(entry.id), entry }))
		.sort((a, b) => langs.indexOf(a.lang) - langs.indexOf(b.lang) || (a.slug < b.slug ? -1 : 1)));

/** @example slugOf('ja/sectors/space') // => 'sectors/space/' */
export const slugOf = (id: string): string => id.split('/').slice(1).map((part) => `${part}/`).join('');

/** The page that a page stands for: itself, or for a list in another order that of the view. */
export const mainSlug = ({ id, data }: Pick<CollectionEntry<'docs'>, 'id' | 'data'>): string => (data.orderOf === undefined ? slugOf(id) : `${data.orderOf}/`);

/** The page of the list that a page belongs to: as {@link mainSlug}, and for a part that of the list. */
export const listSlug = (entry: Pick<CollectionEntry<'docs'>, 'id' | 'data'>): string => (entry.data.partOf === undefined ? mainSlug(entry) : `${entry.data.partOf}/`);

/** The sector or source that a page is about. @example subjectOf('sectors/space/', 'sectors') // => 'space' */
export const subjectOf = (slug: string, folder: 'sectors' | 'sources'): string | undefined => new RegExp(`^${folder}/([^/]+)/$`).exec(slug)?.[1];

/** Path of what stands beside a page under the same name. @example besidePage('en', '', 'index.md') // => 'en/index.md' */
export const besidePage = (lang: Lang, slug: string, file: string): string => `${lang}/${slug}${file}`;

/** Path of the card of a page. @example cardPath('en', 'sectors/space/') // => 'cards/en/sectors/space.png' */
export const cardPath = (lang: Lang, slug: string): string => `cards/${`${lang}/${slug}`.slice(0, -1)}.png`;

/** Path of a feed: of everything, or of a sector. */
export const feedPath = (lang: Lang, sector?: string): string => (sector === undefined ? `${lang}/feed.xml` : `${lang}/sectors/${sector}/feed.xml`);
