import { element } from '../../mdx.ts';
import type { PageContext } from '../context.ts';
import type { Part } from '../page.ts';
import { choices } from '../statement.ts';
import type { ViewPages } from './view.ts';

/** What changed. Git is no input of convert: the site reads the history when it is built. */
export const changes: ViewPages = {
	parts: (context) => inOrder(context, {}),
	orders: { oldest: () => [(context) => inOrder(context, { order: 'oldest' })] },
};

const inOrder = ({ corpus }: PageContext, attributes: Record<string, string>): Part[] => [
	{ name: 'filters', from: ['seeds/sectors.yaml'], content: [element('Filters', { sector: choices(corpus.sectors.map(({ id }) => id)), orders: 'newest oldest' })] },
	{ name: 'changes', from: ['seeds/documents'], content: [element('Changes', attributes, [])] },
];
