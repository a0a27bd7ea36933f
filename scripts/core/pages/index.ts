import { langs, type Localized } from '../../../src/model/languages.ts';
import type { Corpus } from '../corpus.ts';
import type { Translate } from '../messages.ts';
import type { PageSource } from '../regions.ts';
import { createPageContexts } from './context.ts';
import { sectorPages } from './sector.ts';
import { sourcePages } from './source.ts';
import { orderPages, partPages, viewPage, views, type View } from './views.ts';

/** All pages that convert writes, in every language. */
export function* pages(corpus: Corpus, translators: Localized<Translate>): Generator<PageSource> {
	const contexts = createPageContexts(corpus, translators);
	for (const lang of langs) {
		const context = contexts(lang);
		for (const [index, sector] of corpus.sectors.entries()) yield* sectorPages(context, sector, index + 1);
		for (const [index, document] of corpus.documents.entries()) yield* sourcePages(context, document, index + 1);
		for (const [index, view] of (Object.keys(views) as View[]).entries()) {
			yield viewPage(context(view), view, index + 1);
			yield* orderPages(context, view, index + 1);
			yield* partPages(context, view);
		}
	}
}
