import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languages } from '../../model/languages.ts';
import { cardPng } from '../../site/cards/render.ts';
import { cardPath, docsPages, subjectOf } from '../../site/docs-pages.ts';
import { statements } from '../../site/statements.ts';

/** The card of each page, in its language. */
export const getStaticPaths = (async () =>
	(await docsPages()).map((page) => ({ params: { page: cardPath(page.lang, page.slug).slice('cards/'.length, -'.png'.length) }, props: page }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang, slug, entry }, locals }) => {
	const { tag } = languages[lang];
	const { title, description, view } = entry.data;
	const [sector, source] = [subjectOf(slug, 'sectors'), subjectOf(slug, 'sources')];
	const count = statements.filter((statement) => (sector === undefined ? statement.source === source : statement.sector === sector)).length;
	const card = {
		tag,
		site: locals.t('site.title', { lng: tag }),
		kicker: view === 'sector' || view === 'source' ? locals.t(`view.${view}`, { lng: tag }) : undefined,
		title,
		text: description ?? '',
		foot: count > 0 ? locals.t('count.statements', { lng: tag, count }) : locals.t('site.tagline', { lng: tag }),
	};
	return new Response(new Uint8Array(cardPng(card)), { headers: { 'Content-Type': 'image/png' } });
};
