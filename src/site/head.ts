import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { getEntry } from 'astro:content';
import { languages, type Lang } from '../model/languages.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { cardSize } from './cards/card.ts';
import { themeColours } from './cards/render.ts';
import { besidePage, cardPath, feedPath, listSlug, mainSlug, subjectOf } from './docs-pages.ts';
import { jsonLdText, pageGraph } from './json-ld.ts';
import { listOf, listStep } from './list-parts.ts';
import { pagesIn } from './pages.ts';
import { plain } from './translate.ts';
import { pageUrl, sitePath } from './urls.ts';

type Head = StarlightRouteData['head'];

/** What a page says of itself to programs: its card, feeds, Markdown twin, icons, and data of schema.org. */
export async function machineHead(route: StarlightRouteData, site: URL | undefined, t: App.Locals['t']): Promise<Head> {
	const lang = (route.locale ?? '') as Lang;
	const slug = mainSlug(route.entry);
	const { tag } = languages[lang];
	const { title, description, view, orderOf, partOf } = route.entry.data;
	const list = await listOf(route.entry);
	const above = await listStep(route.entry);
	const isGlossary = view === 'glossary' && partOf === undefined;
	const url = (path: string): string => pageUrl(site, path);
	const words = { site: t('site.title', { lng: tag }), tagline: t('site.tagline', { lng: tag }) };
	const trail = breadcrumbs(lang, slug, route.entry.data.sidebar.label ?? title, (key) => t(key, { lng: tag }), above).map((step) => ({ name: step.name, url: url(step.path) }));
	const card = url(cardPath(lang, slug));
	const sector = subjectOf(listSlug(route.entry), 'sectors');
	const dataset =
		slug === 'about/'
			? {
					lang,
					name: t('data.title', { lng: tag }),
					description: t('data.description', { lng: tag }),
					basedOn: (await pagesIn(lang, 'sources')).map((source) => ({ title: source.data.title, url: url(`${source.id}/`) })),
				}
			: undefined;
	const graph = pageGraph({ lang, slug, title, description, view, url, words, trail, card }, { dataset, document: view === 'source' && partOf === undefined ? { title } : undefined, isGlossary });
	return [
		...property('og:image', card),
		...property('og:image:width', String(cardSize.width)),
		...property('og:image:height', String(cardSize.height)),
		...property('og:image:alt', cardAlt(t, lang, orderOf === undefined ? title : ((await getEntry('docs', `${lang}/${orderOf}`))?.data.title ?? title))),
		link({ rel: 'alternate', type: 'text/markdown', href: sitePath(besidePage(lang, slug, 'index.md')), title: t('open.markdown', { lng: tag }) }),
		link({ rel: 'alternate', type: 'application/atom+xml', href: sitePath(feedPath(lang)), title: t('open.feed', { lng: tag }) }),
		...(sector === undefined ? [] : [link({ rel: 'alternate', type: 'application/atom+xml', href: sitePath(feedPath(lang, sector)), title: t('open.sectorFeed', { lng: tag, title: above?.name ?? title, ...plain }) })]),
		...(isGlossary ? [link({ rel: 'alternate', type: 'application/ld+json', href: sitePath(besidePage(lang, slug, 'terms.jsonld')), title })] : []),
		// Where an entry stands whose address was made before its list was cut so (components/moved.ts).
		...(list === undefined ? [] : [{ tag: 'meta' as const, attrs: { name: 'parts', content: sitePath(list) }, content: '' }]),
		...iconLinks(lang),
		// A list in another order is no work of its own.
		...(orderOf === undefined ? [{ tag: 'script' as const, attrs: { type: 'application/ld+json' }, content: jsonLdText(graph) }] : []),
	];
}

/** What the card of a page shows, for those who do not see it. */
const cardAlt = (t: App.Locals['t'], lang: Lang, title: string): string => t('card.alt', { lng: languages[lang].tag, title, site: t('site.title', { lng: languages[lang].tag }), ...plain });

/** Icons, manifest and the colour of the browser's frame. */
export const iconLinks = (lang: Lang): Head => [
	link({ rel: 'icon', href: sitePath('favicon.ico'), sizes: '32x32' }),
	link({ rel: 'apple-touch-icon', href: sitePath('apple-touch-icon.png') }),
	link({ rel: 'manifest', href: sitePath(`${lang}/manifest.webmanifest`) }),
	...(['light', 'dark'] as const).map((theme) => ({ tag: 'meta' as const, attrs: { name: 'theme-color', content: themeColours[theme], media: `(prefers-color-scheme: ${theme})` }, content: '' })),
];

const link = (attrs: Record<string, string>): Head[number] => ({ tag: 'link', attrs, content: '' });
const property = (name: string, content: string): Head => [{ tag: 'meta', attrs: { property: name, content }, content: '' }];
