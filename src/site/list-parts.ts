import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Step } from './breadcrumbs.ts';
import { slugOf } from './docs-pages.ts';
import { bodyOf } from './kept-pages.ts';
import { remembered } from './remembered.ts';

/** Lists that one page cannot hold: convert cuts them into parts, each a page below that of the list. */

type Page = CollectionEntry<'docs'>;

/** The parts of each list, by the id of its page, in their order. */
export const listParts = remembered(async (): Promise<ReadonlyMap<string, readonly Page[]>> =>
	Map.groupBy(await getCollection('docs', ({ data }) => data.partOf !== undefined && data.onlyIn === undefined), (page) => listId(page) ?? ''));

const listId = ({ id, data: { partOf } }: Page): string | undefined => idBeside(id, partOf);
const idBeside = (id: string, slug: string | undefined): string | undefined => (slug === undefined ? undefined : `${id.split('/')[0] ?? ''}/${slug}`);

/** The list that a page is a part of, or that it leads to the parts of: its path below the base. */
export async function listOf(page: Page): Promise<string | undefined> {
	const id = listId(page) ?? ((await listParts()).has(page.id) ? page.id : undefined);
	return id === undefined ? undefined : `${id}/`;
}

/** The step from a part, or from a list in another order, up to the page of the list. */
export async function listStep(page: Page): Promise<Step | undefined> {
	const id = listId(page) ?? idBeside(page.id, page.data.orderOf);
	const list = id === undefined ? undefined : await getEntry('docs', id);
	return list && { name: list.data.sidebar.label ?? list.data.title, path: `${list.id}/` };
}

/** Where each entry of a list stands: the path of its part below the list, empty for the page of the list itself. */
export const placesIn = (list: Page, parts: readonly Page[]): Record<string, string> =>
	Object.fromEntries([list, ...parts].flatMap((page) => [...bodyOf(page).matchAll(/<(?:Term|Difference|Statement|Anchor) [^>]*?\bid="([^"]+)"/g)].map(([, id = '']) => [id, slugOf(page.id).slice(slugOf(list.id).length)])));
