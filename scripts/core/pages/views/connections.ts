import { list } from '../../mdx.ts';
import { viewInShort, type ViewPages } from './view.ts';

/** Who acts together, as a picture; all about each of them stands with its name. */
export const connections: ViewPages = {
	picture: 'NetworkChart',
	parts: (context) => [{ name: 'elsewhere', from: ['content/i18n'], content: [list([viewInShort(context, 'organisations')])] }],
};
