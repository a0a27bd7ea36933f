import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
	const list = join(folder, 'cards/list.json');
	for (const [path, card] of JSON.parse(readFileSync(list, 'utf8')) as DrawnCard[]) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, cardPng(card));
	}
	rmSync(list);
}
