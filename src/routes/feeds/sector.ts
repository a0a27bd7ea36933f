import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { docsPages, subjectOf } from '../../site/docs-pages.ts';
import { statementFeed } from '../../site/statement-feed.ts';

export const getStaticPaths = (async () =>
	(await docsPages()).flatMap(({ lang, slug }) => {
		const sector = subjectOf(slug, 'sectors');
		return sector === undefined ? [] : [{ params: { lang, sector }, props: { lang, sector } }];
	})) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang, sector }, site, locals }) =>
	new Response(await statementFeed(lang, sector, site, locals.t), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
