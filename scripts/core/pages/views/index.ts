import { element, paragraph } from '../../mdx.ts';
import type { PageSource } from '../../regions.ts';
import { nthPage, nthTitle, type PageContext } from '../context.ts';
import { pageSource } from '../page.ts';
import { changes } from './changes.ts';
import { connections } from './connections.ts';
import { differences } from './differences.ts';
import { figures } from './figures.ts';
import { glossary } from './glossary.ts';
import { organisations } from './organisations.ts';
import { overview } from './overview.ts';
import { places } from './places.ts';
import { timeline } from './timeline.ts';
import { translations } from './translations.ts';

/** The pages that cut across sectors, by their slug, in the order of the navigation. */
export const views = { overview, timeline, figures, organisations, connections, places, differences, glossary, changes, translations };

export type View = keyof typeof views;

/** A view, its pages in other orders, and those that its list is cut into. */
export function* viewPages(contexts: (slug: string) => PageContext, view: View, order: number): Generator<PageSource> {
	yield ownPage(contexts(view), view, order);
	yield* orderPages(contexts, view, order);
	yield* views[view].cut?.(contexts) ?? [];
}

function ownPage(context: PageContext, view: View, order: number): PageSource {
	const { picture, parts } = views[view];
	return pageSource(context, {
		title: context.t(`view.${view}.title`),
		description: context.t(`view.${view}.description`),
		view,
		order,
		from: ['content/i18n'],
		parts: [
			{ name: 'introduction', from: ['content/i18n'], content: [paragraph(context.t(`view.${view}.introduction`))] },
			...(picture === undefined ? [] : [{ name: 'picture', from: ['seeds/documents'], content: [element(picture)] }]),
			...parts(context),
		],
	});
}

function* orderPages(contexts: (slug: string) => PageContext, view: View, order: number): Generator<PageSource> {
	for (const [name, pagesOf] of Object.entries(views[view].orders ?? {})) {
		for (const [index, partsOn] of pagesOf(contexts(view)).entries()) {
			const page = index + 1;
			const context = contexts(nthPage(`${view}/${name}`, page));
			const parts = partsOn(context);
			const { t } = context;
			yield pageSource(context, {
				title: nthTitle(t, t('view.ordered', { view: t(`view.${view}.title`), order: t(`list.order.${name}`) }), page),
				description: t(`view.${view}.${name}`),
				view,
				orderOf: view,
				label: nthTitle(t, t(`list.order.${name}`), page),
				order,
				from: ['content/i18n'],
				parts: [
					{ name: 'introduction', from: ['content/i18n'], content: [paragraph(t(`view.${view}.${name}`))] },
					...parts,
				],
			});
		}
	}
}
