import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { getEntry } from 'astro:content';
import { defaultLang, langs, languages, type Lang } from '../model/languages.ts';
import { machineHead } from './head.ts';
import { neighbours, ofSection } from './section.ts';
import { asLang, pageUrl } from './urls.ts';

/** What Starlight's data of a page lacks or has wrong for this site. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const lang = asLang(route.locale);
	const slug = route.id.replace(new RegExp(`^${lang}/?`), '');

	const { onlyIn } = route.entry.data;
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
	const offered = new Set<unknown>(['x-default', ...written.map((other) => languages[other].tag)]);
	route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'alternate' || attrs['hreflang'] === undefined || offered.has(attrs['hreflang']));

	const scoped = ofSection(route.sidebar);
	route.sidebar = scoped.sidebar;
	if (scoped.section) route.pagination = neighbours(scoped.section, route.pagination);

	const isHome = slug === '';
	for (const tag of route.head) {
		if (onlyIn && tag.attrs?.['rel'] === 'canonical') tag.attrs['href'] = pageUrl(context.site, pageIn(onlyIn));
		if (tag.attrs?.['hreflang'] === 'x-default' && written[0] && !written.includes(defaultLang)) tag.attrs['href'] = pageUrl(context.site, pageIn(written[0]));
		// The reader's choice of language is at the root; other pages have no neutral form.
		if (isHome && tag.attrs?.['hreflang'] === 'x-default') tag.attrs['href'] = pageUrl(context.site);
		if (tag.tag === 'title') tag.content = asText(isHome ? route.siteTitle : (tag.content ?? ''));
		if (tag.attrs?.['property'] === 'og:locale') tag.attrs['content'] = languages[lang].locale.replace('-', '_');
		if (tag.attrs?.['name'] === 'twitter:card') tag.attrs['content'] = 'summary_large_image';
	}
	// Both generators are named by default; which versions built a page helps nobody who reads it.
	route.head = route.head.filter((tag) => tag.attrs?.['name'] !== 'generator');
	if (!onlyIn) route.head.push(...(await machineHead(route, context.site, context.locals.t)));
});

/** Starlight writes what stands in an element of the head as HTML: a title is a text, and must not end its element. */
const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
