import { langs } from '../../../src/model/languages.ts';
import type { Corpus } from '../corpus.ts';
import type { PageSource } from '../regions.ts';
import type { createPageContexts } from './lists.ts';
import { sectorPages } from './sector.ts';
import { sourcePages } from './source.ts';
import { viewPages, views, type View } from './views/index.ts';

/** All pages that convert writes, in every language. */
export function* pages(corpus: Corpus, contexts: ReturnType<typeof createPageContexts>): Generator<PageSource> {
	for (const lang of langs) {
		const context = contexts(lang);
		for (const [index, sector] of corpus.sectors.entries()) yield* sectorPages(context, sector, index + 1);
		for (const [index, document] of corpus.documents.entries()) yield* sourcePages(context, document, index + 1);
		for (const [index, view] of (Object.keys(views) as View[]).entries()) yield* viewPages(context, view, index + 1);
	}
}
