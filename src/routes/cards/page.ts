import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { pageCards } from '../../site/cards/page-cards.ts';
import { cardPng } from '../../site/cards/render.ts';

/** The cards while the site is being worked on; a build writes them itself (`src/site/cards/write-cards.ts`). */
export const getStaticPaths = (async () => (await pageCards()).map(({ path, card }) => ({ params: { page: path.slice('cards/'.length, -'.png'.length) }, props: { card } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { card }, locals }) =>
	new Response(new Uint8Array(cardPng(card(locals.t))), { headers: { 'Content-Type': 'image/png' } });
