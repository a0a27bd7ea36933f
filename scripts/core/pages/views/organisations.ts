import { list } from '../../mdx.ts';
import type { Part } from '../page.ts';
import { mostNamed } from './most-named.ts';
import { pagesOfParts, partList } from './part-list.ts';
import { namesByInitial, termParts } from './terms.ts';
import { viewInShort, type ViewPages } from './view.ts';

/** The names by category, and before them the second order: who is named most. */
export const organisations: ViewPages = {
	parts: (context) => {
		const inParts = context.lists.names.organisations;
		const connections: Part = { name: 'connections', from: ['content/i18n'], content: [list([viewInShort(context, 'connections')])] };
		if (inParts.length > 0) return [connections, ...mostNamed(context, 'organisations'), ...partList(context, 'organisations', inParts)];
		const [filters, ...parts] = termParts(context, 'organisations', ['organisation', 'company', 'person']);
		return [connections, ...(filters ? [filters] : []), ...mostNamed(context, 'organisations'), ...parts];
	},
	cut: (contexts) => pagesOfParts(contexts, 'organisations', contexts('organisations').lists.names.organisations, namesByInitial('organisations')),
};
