import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder } from '../../built/fill-folder.ts';
import type { Card } from './card.ts';
import { cardPng } from './render.ts';

/** The path of a card on the site, and what is on it. */
export type DrawnCard = readonly [path: string, card: Card];

/**
 * Draws the cards of all pages, or takes them from the cache. As routes of Astro each took half as long again. A route
 * leaves the list of them (`routes/cards/list.ts`), for only what Astro bundles can ask for the pages.
 * @param folder of the built site
 */
export function writeCards(folder: string): void {
	const cards = JSON.parse(readFileSync(join(folder, 'cards/list.json'), 'utf8')) as DrawnCard[];
	// The list is none of the files that are to be there.
	fillFolder(join(folder, 'cards'), new Map(cards.map(([path, card]) => [path.slice('cards/'.length), () => cardPng(card)])));
}
