import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKey, digest } from '../../built/code-key.ts';
import { fillFolder } from '../../built/fill-folder.ts';
import { keptResults } from '../../built/kept.ts';
import type { Card, TextLine } from './card.ts';
import { laidOut, linesPng } from './render.ts';

/** The path of a card on the site, and what is on it. */
export type DrawnCard = readonly [path: string, card: Card];

/**
 * Draws the cards of all pages, or takes them from the cache. As routes of Astro each took half as long again. A route
 * leaves the list of them (`routes/cards/list.ts`), for only what Astro bundles can ask for the pages.
 * @param folder of the built site
 * @param root of the project, where it is kept how text was broken into lines
 */
export function writeCards(folder: string, root: string): void {
	const layouts = keptResults<TextLine[]>(join(root, 'node_modules/.cache/card-lines'), codeKey(root));
	const cards = JSON.parse(readFileSync(join(folder, 'cards/list.json'), 'utf8')) as DrawnCard[];
	// The list is none of the files that are to be there.
	fillFolder(join(folder, 'cards'), new Map(cards.map(([path, card]) => [path.slice('cards/'.length), () => linesPng(layouts.of(digest(JSON.stringify(card)), () => laidOut(card)))])));
	layouts.keep();
}
