import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { Loader, LoaderContext } from 'astro/loaders';
import { codeKey } from '../built/code-key.ts';
import { isWhole, keepOnly, keepPage, keptFile } from './kept-pages.ts';
import { pageTree } from './page-tree.ts';

/**
 * Wraps the loader of the pages so that a page is kept as its tree, where it can be: a page that is a module of its own
 * has to be bundled, written and loaded, which took longer than to draw it. `components/PageBody.astro` draws the tree.
 */
export const evaluated = (loader: Loader): Loader => ({
	name: loader.name,
	async load(context) {
		const { store, meta, config } = context;
		const root = fileURLToPath(config.root);
		const folder = `node_modules/.cache/pages/${context.watcher ? 'server' : 'build'}`;
		const key = codeKey(root);
		const isOld = meta.get('code') !== key;
		for (const [id, entry] of store.entries()) {
			const file = keptFile(entry);
			// What is kept was read by other code, or is not there any more.
			if (isOld || (file !== undefined && !isWhole(root, file))) store.delete(id);
		}
		meta.set('code', key);
		await loader.load({ ...context, store: { ...store, set: (entry) => store.set(withTree(entry, config, root, folder)) } });
		keepOnly(root, folder, new Set(store.values().flatMap((entry) => keptFile(entry) ?? [])));
	},
});

type Entry = Parameters<LoaderContext['store']['set']>[0];

function withTree(entry: Entry, { markdown: { processor }, root }: LoaderContext['config'], rootFolder: string, folder: string): Entry {
	const { deferredRender, body, ...rest } = entry;
	if (!deferredRender || entry.filePath === undefined || body === undefined || !isSatteriProcessor(processor)) return entry;
	const tree = pageTree(body, new URL(encodeURI(entry.filePath), root), processor.options);
	return tree ? { ...rest, rendered: { html: '', metadata: { headings: [...tree.headings], kept: keepPage(rootFolder, folder, { body, nodes: tree.nodes }) } } } : entry;
}
