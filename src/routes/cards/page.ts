import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { defaultLang, languages, langs } from '../../model/languages.ts';
import type { CatalogueKeys } from '../../site/ambient.d.ts';
import type { Card } from '../../site/cards/card.ts';
import { cardPng } from '../../site/cards/render.ts';
import { cardPath, docsPages, subjectOf, type DocsPage } from '../../site/docs-pages.ts';
import { counts } from '../../site/statements.ts';

/** The card of each page, in its language. */
export const getStaticPaths = (async () =>
	[
		...(await docsPages()).map((page) => ({ params: { page: cardPath(page.lang, page.slug).slice('cards/'.length, -'.png'.length) }, props: { page } })),
		// The page where a reader chooses the language.
		{ params: { page: 'index' }, props: { page: undefined } },
	]) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { page }, locals }) =>
	new Response(new Uint8Array(cardPng(page ? pageCard(page, locals.t) : chooserCard(locals.t))), { headers: { 'Content-Type': 'image/png' } });

const inAll = (t: App.Locals['t'], key: CatalogueKeys, between: string): string => langs.map((lang) => t(key, { lng: languages[lang].tag })).join(between);

const chooserCard = (t: App.Locals['t']): Card => ({
	tag: languages[langs[langs.length - 1] ?? defaultLang].tag,
	site: inAll(t, 'site.title', ' · '),
	title: inAll(t, 'site.title', ' · '),
	text: t('site.tagline', { lng: languages[defaultLang].tag }),
	foot: langs.map((lang) => languages[lang].label).join(' · '),
});

function pageCard({ lang, slug, entry }: DocsPage, t: App.Locals['t']): Card {
	const { tag } = languages[lang];
	const { title, description, view } = entry.data;
	const [sector, source] = [subjectOf(slug, 'sectors'), subjectOf(slug, 'sources')];
	const count = (sector === undefined ? counts.source.get(source ?? '') : counts.sector.get(sector)) ?? 0;
	return {
		tag,
		site: t('site.title', { lng: tag }),
		kicker: view === 'sector' || view === 'source' ? t(`view.${view}`, { lng: tag }) : undefined,
		title,
		text: description ?? '',
		foot: count > 0 ? t('count.statements', { lng: tag, count }) : t('site.tagline', { lng: tag }),
	};
}
