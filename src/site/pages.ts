import { getCollection, type CollectionEntry } from 'astro:content';
import type { Lang } from '../model/languages.ts';
import { crossViews, inOrder } from './navigation.ts';
import { remembered } from './remembered.ts';

/** The pages of a folder in one language, in the order of the sidebar. */
export const pagesIn = remembered(async (lang: Lang, folder: string): Promise<readonly CollectionEntry<'docs'>[]> => inOrder(await getCollection('docs', ({ id, data }) => id.startsWith(`${lang}/${folder}/`) && data.partOf === undefined && data.orderOf === undefined)));

/** The pages that cut across the sectors, in one language and in their order. */
export const viewPages = remembered(async (lang: Lang): Promise<readonly CollectionEntry<'docs'>[]> => {
	const pages = new Map((await getCollection('docs')).map((page) => [page.id, page]));
	return crossViews.flatMap((view) => pages.get(`${lang}/${view}`) ?? []);
});
