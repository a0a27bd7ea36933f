import type { BlockContent } from 'mdast';
import { groupBy } from '../../corpus.ts';
import { heading, link, list, text } from '../../mdx.ts';
import { href, join, type PageContext } from '../context.ts';
import type { Part } from '../page.ts';
import { mostBeside } from '../parts.ts';

/** The way to a part of a list, and what it holds. */
export interface Way {
	readonly name: string;
	readonly title: string;
	/** What it shares with those beside it, and what it is called among them. */
	readonly within?: { readonly title: string; readonly label: string };
	readonly slug: string;
	readonly from: readonly string[];
	readonly count: number;
	readonly content: readonly BlockContent[];
}

/** The ways to the parts of a list, each with what is in it; or where they are many, no more than what they are called, those of a kind in one line. */
export function ways(context: PageContext, found: readonly Way[]): Part[] {
	const { t } = context;
	if (found.length <= mostBeside) return found.map(({ name, title, slug, from, content }) => ({ name: `part-${name}`, from, content: [heading(2, [link(href(context, slug), title)]), ...content] }));
	const lines = [...groupBy(found, ({ title, within }) => within?.title ?? title)].map(([title, own]) => {
		const ways = own.map(({ slug, within, count }) => [link(href(context, slug), within?.label ?? title), ...(own.length === 1 ? [text(`${t('parenthesis.open')}${count}${t('parenthesis.close')}`)] : [])]);
		return [...(own[0]?.within ? [text(`${title}${t('colon')}`)] : []), ...join(context, ways)];
	});
	return [{ name: 'parts', from: found[0]?.from ?? [], content: [list(lines)] }];
}

/** What lies between two names or initials; where both are the same, that. */
export const rangeOf = (t: PageContext['t'], message: 'part.range' | 'part.names', first: string, last: string): string => (first === last ? first : t(message, { first, last }));
