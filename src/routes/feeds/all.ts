import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { langs } from '../../model/languages.ts';
import { statementFeed } from '../../site/statement-feed.ts';

export const getStaticPaths = (() => langs.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang }, site, locals }) =>
	new Response(await statementFeed(lang, undefined, site, locals.t), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
