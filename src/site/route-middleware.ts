import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { getEntry } from 'astro:content';
import { langs, languages } from '../model/languages.ts';
import { neighbours, ofSection } from './section.ts';
import { asLang, pageUrl } from './urls.ts';

/** What Starlight's data of a page lacks or has wrong for this site. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const lang = asLang(route.locale);
	const slug = route.id.replace(new RegExp(`^${lang}/?`), '');

	for (const other of langs) {
		if (route.isFallback || !(await getEntry('docs', slug === '' ? other : `${other}/${slug}`))) {
			throw new Error(`content/docs/${other}/${slug || 'index'}.mdx is missing: every page stands in every language. Run npm run convert, or write the page.`);
		}
	}

	const scoped = ofSection(route.sidebar);
	route.sidebar = scoped.sidebar;
	if (scoped.section) route.pagination = neighbours(scoped.section, route.pagination);

	const isHome = slug === '';
	for (const tag of route.head) {
		// The reader's choice of language is at the root; other pages have no neutral form.
		if (isHome && tag.attrs?.['hreflang'] === 'x-default') tag.attrs['href'] = pageUrl(context.site);
		if (isHome && tag.tag === 'title') tag.content = route.siteTitle;
		if (tag.attrs?.['property'] === 'og:locale') tag.attrs['content'] = languages[lang].locale.replace('-', '_');
		if (tag.attrs?.['name'] === 'twitter:card') tag.attrs['content'] = 'summary';
	}
	// Both generators are named by default; which versions built a page helps nobody who reads it.
	route.head = route.head.filter((tag) => tag.attrs?.['name'] !== 'generator');
});
