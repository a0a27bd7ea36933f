import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { Loader, LoaderContext } from 'astro/loaders';
import { codeKey } from './code-key.ts';
import { pageTree } from './page-tree.ts';

/**
 * Wraps the loader of the pages so that a page is kept as its tree, where it can be: a page that is a module of its own
 * has to be bundled, written and loaded, which took longer than to draw it. `components/PageBody.astro` draws the tree.
 */
export const evaluated = (loader: Loader): Loader => ({
	name: loader.name,
	async load(context) {
		const { store, meta, config } = context;
		const key = codeKey(fileURLToPath(config.root));
		// What is kept was read by other code.
		if (meta.get('code') !== key) for (const id of store.keys()) store.delete(id);
		meta.set('code', key);
		await loader.load({ ...context, store: { ...store, set: (entry) => store.set(withTree(entry, config)) } });
	},
});

type Entry = Parameters<LoaderContext['store']['set']>[0];

function withTree(entry: Entry, { markdown: { processor }, root }: LoaderContext['config']): Entry {
	const { deferredRender, ...rest } = entry;
	if (!deferredRender || entry.filePath === undefined || entry.body === undefined || !isSatteriProcessor(processor)) return entry;
	const tree = pageTree(entry.body, new URL(encodeURI(entry.filePath), root), processor.options);
	// As one text: a store with a node for each node would take longer to write and to read than the pages themselves.
	return tree ? { ...rest, rendered: { html: '', metadata: { headings: [...tree.headings], tree: JSON.stringify(tree.nodes) } } } : entry;
}
