import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { langs, type Lang } from '../../src/model/languages.ts';
import { built } from './global-setup.ts';

/** A page of the built site. */
export interface BuiltPage {
	/** Path below the base, such as `en/about/`; empty for the root. */
	readonly path: string;
	/** Absent for the pages that stand in all languages. */
	readonly lang: Lang | undefined;
	/** Path without the language. */
	readonly slug: string;
	readonly html: string;
}

export const readBuilt = (file: string): string => readFileSync(join(built.directory, file), 'utf8');

/** The full address that the site gives a path of its own. */
export const publicUrl = (path: string): string => `${built.site}${built.base}${path}`;

export const pages: readonly BuiltPage[] = readdirSync(built.directory, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.map((file) => {
		const path = file.replace(/(?:^|\/)index\.html$/, (match) => (match.startsWith('/') ? '/' : ''));
		const lang = langs.find((candidate) => path.startsWith(`${candidate}/`));
		return { path, lang, slug: lang ? path.slice(lang.length + 1) : path, html: readBuilt(file) };
	});

/** The pages of the languages, without the root and the page for what is not there. */
export const contentPages = pages.filter((page): page is BuiltPage & { lang: Lang } => page.lang !== undefined);

/** A list in another order: a page for readers, where programs take that of its view. */
export const isOrder = ({ slug }: Pick<BuiltPage, 'slug'>): boolean => mainSlug(slug) !== slug;

/** The slug of the page whose list a page holds in another order; that of the page itself for any other. */
export const mainSlug = (slug: string): string => slug.replace(/(?<=\/)(?:newest|oldest|by-[a-z]+|a-z)\/.*$/, '');

/** The pages that stand for themselves. */
export const mainPages = contentPages.filter((page) => !isOrder(page));

/** One page of each type, as slugs: the types differ in what stands on them. */
export const pageTypes: readonly string[] = [
	'',
	contentPages.find(({ slug }) => slug.startsWith('sectors/'))?.slug ?? 'sectors/',
	contentPages.find(({ slug }) => slug.startsWith('sources/'))?.slug ?? 'sources/',
	contentPages.find(({ slug }) => slug.startsWith('sources/') && isOrder({ slug }))?.slug ?? 'sources/',
	'timeline/',
	'timeline/newest/',
	'figures/',
	'organisations/',
	'sectors/clean-energy/2/',
	'sources/up-delegations-japan-2025/2/',
	'organisations/company-india/',
	'places/',
	'places/india/',
	'differences/',
	'differences/confusion/',
	'differences/by-sector/',
	'glossary/',
	'glossary/term/',
	'glossary/a-z/',
	'overview/',
	'changes/',
	'about/',
	'editors/',
	'help/',
	'help/wording/',
	'house-style/',
];

/** All values of an attribute on elements of a kind. @example attributes('<a href="x">', 'a', 'href') // => ['x'] */
export const attributes = (html: string, element: string, name: string): string[] =>
	[...html.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, 'g'))].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));

export const ids = (html: string): string[] => [...html.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/g)].map((match) => match[1] ?? '');

/** Elements `<link rel=…>` of a page, as their attributes. */
export const links = (html: string, rel: string): { href: string; hreflang: string | undefined }[] =>
	[...html.matchAll(/<link\b[^>]*>/g)]
		.map(([tag]) => tag)
		.filter((tag) => tag.includes(`rel="${rel}"`))
		.map((tag) => ({ href: attributes(tag, 'link', 'href')[0] ?? '', hreflang: attributes(tag, 'link', 'hreflang')[0] }));
