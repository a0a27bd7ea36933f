import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import type { Loader, LoaderContext } from 'astro/loaders';
import { expect, onTestFinished, test } from 'vitest';
import { evaluated } from '../../src/site/evaluated-pages.ts';
import { bodyOf, isWhole, keepPage, keptFile, keptPage } from '../../src/site/kept-pages.ts';

const newRoot = (): string => {
	const root = mkdtempSync(join(tmpdir(), 'kept-pages-'));
	onTestFinished(() => {
		rmSync(root, { recursive: true });
	});
	return root;
};

type Entry = Parameters<LoaderContext['store']['set']>[0];

/** Loads pages as Astro does: one whose text has not changed is left as it is in the store. */
async function load(root: string, pages: Readonly<Record<string, string>>, store: Map<string, Entry>, meta: Map<string, string>): Promise<string[]> {
	const read: string[] = [];
	const stock: Loader = {
		name: 'pages',
		// eslint-disable-next-line @typescript-eslint/require-await
		async load({ store: given }) {
			for (const id of given.keys()) if (pages[id] === undefined) given.delete(id);
			for (const [id, body] of Object.entries(pages)) {
				if (given.get(id)?.digest === body) continue;
				read.push(id);
				given.set({ id, data: {}, body, filePath: `content/docs/en/${id}.mdx`, digest: body, deferredRender: true });
			}
		},
	};
	const context = {
		store: { get: (id: string) => store.get(id), keys: () => [...store.keys()], values: () => [...store.values()], entries: () => [...store], delete: (id: string) => store.delete(id), set: (entry: Entry) => store.set(entry.id, entry) },
		meta,
		config: { root: pathToFileURL(`${root}/`), markdown: { processor: satteri({}) } },
	};
	await evaluated(stock).load(context as unknown as LoaderContext);
	return read;
}

test('a page is kept beside the store, read again only when it changed or what is kept is spoilt, and nothing is left of what is gone', async () => {
	const root = newRoot();
	const [store, meta] = [new Map<string, Entry>(), new Map<string, string>()];
	const pages = { a: 'One *a*.', b: 'Two.', broken: '<Note', c: 'Three.' };
	expect(await load(root, pages, store, meta)).toEqual(['a', 'b', 'broken', 'c']);
	const file = keptFile(store.get('a') ?? {}) ?? '';
	expect(store.get('a')).toMatchObject({ rendered: { html: '', metadata: { headings: [], kept: file } } });
	expect(store.get('a')).not.toHaveProperty('body');
	expect(keptPage({ rendered: { metadata: { kept: join(root, file) } } })).toEqual({ body: 'One *a*.', nodes: ['<p>One <em>a</em>.</p>'] });
	expect(bodyOf(store.get('broken') ?? {})).toBe('<Note');

	expect(await load(root, pages, store, meta)).toEqual([]);
	writeFileSync(join(root, file), '[]\n');
	rmSync(join(root, keptFile(store.get('b') ?? {}) ?? ''));
	expect(await load(root, { ...pages, c: 'Four.' }, store, meta)).toEqual(['a', 'b', 'c']);
	expect(isWhole(root, file)).toBe(true);
	expect(readdirSync(join(root, file, '..')).length).toBe(3);

	await load(root, { a: pages.a }, store, meta);
	expect(readdirSync(join(root, file, '..'))).toEqual([file.slice(file.lastIndexOf('/') + 1)]);
});

test('what is kept has a name of its content', () => {
	const root = newRoot();
	const file = keepPage(root, 'kept', { body: 'a', nodes: ['<p>a</p>'] });
	expect(keepPage(root, 'kept', { body: 'a', nodes: ['<p>a</p>'] })).toBe(file);
	expect(keepPage(root, 'kept', { body: 'b', nodes: ['<p>a</p>'] })).not.toBe(file);
	expect(isWhole(root, file)).toBe(true);
	expect(isWhole(root, 'kept/none.txt')).toBe(false);
});
