import { element, heading, list } from '../../mdx.ts';
import { viewInShort, type ViewPages } from './view.ts';

/** The guide in pictures: who reports what, how far it has come, and the way to the pictures of the other views. */
export const overview: ViewPages = {
	parts: (context) => [
		{ name: 'sources', from: ['seeds/documents'], content: [element('SourcesChart')] },
		{ name: 'statuses', from: ['seeds/documents'], content: [element('StatusChart')] },
		{
			name: 'more',
			from: ['content/i18n'],
			content: [
				heading(2, context.t('view.overview.more')),
				list(['timeline', 'figures', 'connections'].map((view) => viewInShort(context, view))),
			],
		},
	],
};
