import type { PhrasingContent } from 'mdast';
import type { Difference } from '../../../../src/model/seed.ts';
import { differenceKinds } from '../../../../src/model/vocabulary.ts';
import { groupBy } from '../../corpus.ts';
import { element, heading, link, list } from '../../mdx.ts';
import { differencePage, href, prose, type PageContext } from '../context.ts';
import { differenceBlock, statementsOf } from '../names.ts';
import type { Part } from '../page.ts';
import { bySector, choices, inOrder } from '../statement.ts';
import { inPages, type Listing, type Piece } from './listing.ts';
import { pagesOfParts, partList } from './part-list.ts';
import { files, type ViewPages } from './view.ts';

const orders = 'by-difference by-sector';

const titles: Listing<Difference> = {
	view: 'differences',
	orders,
	weigh: ({ weights }, difference) => weights.of((draft) => [list([titleOf(draft, difference)])]),
	own: titlesBySector,
	filters: () => ({ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders })] }),
	draw: (context, { name, title, items }) => ({
		name,
		from: files.differences,
		content: [heading(2, title), list(items.map((difference) => titleOf(context, difference)))],
	}),
};

/** Where sources disagree, and what is easily taken for one another. */
export const differences: ViewPages = {
	parts: (context) => {
		const { corpus, lists } = context;
		return lists.differences.length > 0
			? [{ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders })] }, ...partList(context, 'differences', lists.differences)]
			: byKind(context, corpus.differences);
	},
	orders: { 'by-sector': inPages(titles, titlesBySector) },
	cut: (contexts) => pagesOfParts(contexts, 'differences', contexts('differences').lists.differences, byHome),
};

function byKind(context: PageContext, differences: readonly Difference[]): Part[] {
	const { corpus } = context;
	const kinds = groupBy(differences, ({ kind }) => kind);
	const compared = corpus.statements.filter(({ id }) => corpus.differencesOf.has(id));
	const filters: Part = {
		name: 'filters',
		from: files.differences,
		content: [element('Filters', {
			orders,
			difference: differenceKinds.filter((kind) => kinds.has(kind)).join(' '),
			sector: choices(corpus.sectors.filter(({ id }) => compared.some(({ sector }) => sector === id)).map(({ id }) => id)),
		})],
	};
	return [...(differences.length > 0 ? [filters] : []), ...differenceKinds.flatMap((kind) => {
		const found = kinds.get(kind) ?? [];
		return found.length === 0
			? []
			: [{ name: kind, from: files.differences, content: [heading(2, context.t(`differenceGroup.${kind}`)), ...found.map((difference) => () => differenceBlock(context, difference))] }];
	})];
}

/** Differences under the sectors that they concern, as titles. */
function titlesBySector(context: PageContext): Piece<Difference>[] {
	const { corpus, lang } = context;
	const concerned = groupBy(corpus.differences, (difference) => [...new Set(statementsOf(context, difference).map(({ sector }) => sector))]);
	return corpus.sectors.flatMap(({ id, name }) => (concerned.has(id) ? [{ name: `sector-${id}`, title: name[lang], items: concerned.get(id) ?? [] }] : []));
}

const titleOf = (context: PageContext, difference: Difference): PhrasingContent[] => [link(href(context, differencePage(context, difference), difference.id), prose(context, difference.title[context.lang]))];

/** Differences under the sector that is the home of the first statement of each. */
function byHome(context: PageContext, differences: readonly Difference[]): Part[] {
	const told = differences.flatMap((difference) => statementsOf(context, difference).slice(0, 1).map((statement) => ({ difference, statement })));
	const sectors = inOrder(context.corpus.sectors.map(({ id }) => id), differences.flatMap((difference) => statementsOf(context, difference).map(({ sector }) => sector)));
	return [{ name: 'filters', from: files.differences, content: [element('Filters', { sector: choices(sectors.split(' ')) })] }, {
		name: 'differences',
		from: files.differences,
		content: bySector(context, told).flatMap(({ sector, found }) => [heading(2, sector.name[context.lang]), ...found.map(({ difference }) => () => differenceBlock(context, difference))]),
	}];
}
