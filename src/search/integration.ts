import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { normalBase } from '../built/headers.ts';
import { buildSearchIndex, readCorpus, type IndexCounts } from './build-index.ts';

/** Makes the index after the build, and on demand under `astro dev`. Starlight's own search stays off. */

const content = (root: URL): string => fileURLToPath(new URL('content/', root));

async function build(root: URL, folder: string): Promise<IndexCounts> {
	try {
		return await buildSearchIndex(readCorpus(content(root)), folder, fileURLToPath(root));
	} finally {
		await close();
	}
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8' };

export function searchIndex(): AstroIntegration {
	let root: URL;
	let base = '/';
	return {
		name: 'search-index',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = config.root;
				base = normalBase(config.base);
			},
			'astro:build:done': async ({ dir, logger }) => {
				const { statements, terms, pages, bytes } = await build(root, fileURLToPath(new URL('pagefind', dir)));
				logger.info(`${statements} statements, ${terms} names and ${pages} sections; ${Math.round(bytes / 1000)} kB`);
			},
			// An index of what is being edited: made when it is first asked for, and again after a change.
			'astro:server:setup': ({ server, logger }) => {
				const folder = fileURLToPath(new URL('node_modules/.cache/search-index', root));
				let made: Promise<unknown> | undefined;
				const make = (): Promise<unknown> => {
					made ??= build(root, folder).catch((error: unknown) => {
						made = undefined;
						logger.error(`The search index could not be made: ${error instanceof Error ? error.message : String(error)}`);
					});
					return made;
				};
				const watched = [join(content(root), 'data'), join(content(root), 'docs')];
				server.watcher.add(watched);
				server.watcher.on('all', (_event, file) => {
					if (watched.some((each) => file.startsWith(each + sep))) made = undefined;
				});
				const prefix = `${base}pagefind/`;
				server.middlewares.use((request, response, next) => {
					const path = (request.url ?? '').split('?')[0] ?? '';
					if (!path.startsWith(prefix)) {
						next();
						return;
					}
					void make().then(async () => {
						const file = resolve(folder, `./${decodeURIComponent(path.slice(prefix.length))}`);
						if (!file.startsWith(folder + sep) || !existsSync(file)) {
							response.writeHead(404).end();
							return;
						}
						response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' }).end(await readFile(file));
					}, next);
				});
			},
		},
	};
}
