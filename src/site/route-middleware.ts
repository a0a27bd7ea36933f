import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { getCollection, getEntry } from 'astro:content';
import { defaultLang, langs, languages, type Lang } from '../model/languages.ts';
import { machineHead } from './head.ts';
import { navigationOf } from './navigation.ts';
import { isBuild, remembered } from './remembered.ts';
import { neighboursOf, placesIn, sidebarAt } from './section.ts';
import { asLang, pageUrl } from './urls.ts';

/** Starlight knows of no sidebar (astro.config.mjs): it would copy all of it for each page. */
const navigationIn = remembered(async (lang: Lang) => {
	const navigation = navigationOf(lang, await getCollection('docs', ({ data }) => !(isBuild && data.draft)));
	return { navigation, places: placesIn(navigation) };
});

/** What Starlight's data of a page lacks or has wrong for this site. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const lang = asLang(route.locale);
	const slug = route.id.replace(new RegExp(`^${lang}/?`), '');

	const { onlyIn, orderOf } = route.entry.data;
	const pageIn = (other: Lang): string => `${languages[other].tag}/${slug === '' ? '' : `${slug}/`}`;
	if (onlyIn) {
		route.isFallback = true;
		route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' });
	}
	// A page is offered to search engines in the languages in which it was written.
	const written: Lang[] = [];
	for (const other of langs) {
		const page = await getEntry('docs', slug === '' ? other : `${other}/${slug}`);
		if (page && page.data.onlyIn === undefined) written.push(other);
	}
	// A list in another order is offered by the page of its view, which is the one that search engines take.
	const offered = new Set<unknown>(orderOf ? [] : ['x-default', ...written.map((other) => languages[other].tag)]);
	route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'alternate' || attrs['hreflang'] === undefined || offered.has(attrs['hreflang']));

	const { navigation, places } = await navigationIn(lang);
	const place = places.get(orderOf ? `${lang}/${orderOf}` : route.id);
	const { t } = context.locals;
	route.sidebar = sidebarAt(navigation, place, t);
	if (place) route.pagination = neighboursOf(place, route.entry.data, t);

	const isHome = slug === '';
	for (const tag of route.head) {
		if (onlyIn && tag.attrs?.['rel'] === 'canonical') tag.attrs['href'] = pageUrl(context.site, pageIn(onlyIn));
		if (tag.attrs?.['hreflang'] === 'x-default' && written[0] && !written.includes(defaultLang)) tag.attrs['href'] = pageUrl(context.site, pageIn(written[0]));
		if (orderOf && (tag.attrs?.['rel'] === 'canonical' || tag.attrs?.['property'] === 'og:url')) tag.attrs[tag.tag === 'link' ? 'href' : 'content'] = pageUrl(context.site, `${lang}/${orderOf}/`);
		// The reader's choice of language is at the root; other pages have no neutral form.
		if (isHome && tag.attrs?.['hreflang'] === 'x-default') tag.attrs['href'] = pageUrl(context.site);
		if (isHome && tag.tag === 'title') tag.content = route.siteTitle;
		if (tag.attrs?.['property'] === 'og:locale') tag.attrs['content'] = languages[lang].locale.replace('-', '_');
		if (tag.attrs?.['name'] === 'twitter:card') tag.attrs['content'] = 'summary_large_image';
	}
	// Both generators are named by default; which versions built a page helps nobody who reads it.
	route.head = route.head.filter((tag) => tag.attrs?.['name'] !== 'generator' && tag.attrs?.['property'] !== 'og:description');
	// One description for search engines and for those who share the page.
	for (const tag of route.head) if (tag.attrs?.['name'] === 'description') tag.attrs['property'] = 'og:description';
	if (!onlyIn) route.head.push(...(await machineHead(route, context.site, t)));
});
