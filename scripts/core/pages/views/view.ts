import type { PhrasingContent } from 'mdast';
import { link, text } from '../../mdx.ts';
import type { PageSource } from '../../regions.ts';
import { href, type PageContext } from '../context.ts';
import type { Part } from '../page.ts';

/** A page that cuts across sectors, and the pages below it. */
export interface ViewPages {
	/** The picture at its head: a component. */
	readonly picture?: string;
	/** What its own page holds below the introduction. */
	readonly parts: (context: PageContext) => Part[];
	/** Further orders of its list by their names, each a page below it, so that they are links that need no script. */
	readonly orders?: Readonly<Record<string, Order>>;
	/** The pages that its list is cut into, if one cannot hold it. */
	readonly cut?: (contexts: (slug: string) => PageContext) => Generator<PageSource>;
}

/** What each page of an order holds, from the context of that page; the pages are the same in every language. */
export type Order = (context: PageContext) => readonly ((own: PageContext) => Part[])[];

/** The seeds behind what views list. */
export const files = {
	glossary: ['seeds/glossary.yaml'],
	differences: ['seeds/differences.yaml'],
};

/** The way to a view, and what it shows. */
export const viewInShort = (context: PageContext, view: string): PhrasingContent[] => [link(href(context, view), context.t(`view.${view}.title`)), text(context.t('colon')), text(context.t(`view.${view}.description`))];
