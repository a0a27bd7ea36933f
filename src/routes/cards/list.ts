import type { APIRoute } from 'astro';
import { pageCards } from '../../site/cards/page-cards.ts';
import type { DrawnCard } from '../../site/cards/write-cards.ts';

/** What a build draws the cards from once it has made the pages (`site/cards/write-cards.ts`). */
export const GET: APIRoute = async ({ locals }) => Response.json((await pageCards()).map(({ path, card }): DrawnCard => [path, card(locals.t)]));
