import type { ServerResponse } from 'node:http';
import type { AstroIntegration, ViteUserConfig } from 'astro';

/**
 * What the development server needs beyond Astro's own so that a change is never lost. Astro and Vite let a page be drawn
 * while its content changes: what Vite is transforming at that moment, and what Astro remembers of the routes, then stays
 * old; and a browser that is between two pages misses the message that tells it to reload.
 */

/** Vite's server, as Astro hands it to an integration. */
export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];
type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** A page that nobody takes keeps a change waiting no longer than this. */
const longestDrawing = 10_000;

/** The name of the state in the head of each answer, and of the message in which a page says it. */
const shown = 'content-state';

/**
 * Pages are drawn, or what they are drawn from is changed, never both at a time. Each page carries the number of the
 * state that it was drawn in, and is drawn anew when it is an older one.
 */
export class Door {
	readonly #server: DevServer;
	readonly #drawing = new Set<ServerResponse>();
	#waiting: (() => void)[] | undefined;
	#state = 0;

	constructor(server: DevServer) {
		this.#server = server;
		server.middlewares.use((_request, response, next) => {
			const draw = (): void => {
				// The browser has asked for another page, or for this one again.
				if (response.destroyed) return;
				response.setHeader('Server-Timing', `${shown};dur=${this.#state}`);
				this.#drawing.add(response);
				response.once('close', () => this.#drawing.delete(response));
				next();
			};
			if (this.#waiting) this.#waiting.push(draw);
			else draw();
		});
		server.ws.on(shown, (state: number, client: Pick<DevServer['ws'], 'send'>) => {
			const drawAnew = (): void => {
				if (state < this.#state) client.send({ type: 'full-reload', path: '*' });
			};
			if (this.#waiting) this.#waiting.push(drawAnew);
			else drawAnew();
		});
	}

	/** Lets no page begin, and waits for those that are being drawn. */
	async close(): Promise<void> {
		this.#waiting ??= [];
		const finished = [...this.#drawing].map((response) => new Promise((done) => void response.once('close', done)));
		await Promise.race([Promise.all(finished), new Promise((done) => setTimeout(done, longestDrawing).unref())]);
	}

	/** @param hasChanged whether pages that are open are to be drawn anew */
	open(hasChanged: boolean): void {
		const waiting = this.#waiting ?? [];
		this.#waiting = undefined;
		if (hasChanged) {
			this.#state += 1;
			this.#server.ws.send({ type: 'full-reload', path: '*' });
		}
		for (const next of waiting) next();
	}
}

/** What each page runs: it says in which state it was drawn, as soon as it is heard. */
export const sayShown = `import.meta.hot?.send('${shown}', performance.getEntriesByType('navigation')[0]?.serverTiming.find(({ name }) => name === '${shown}')?.duration);`;

/**
 * All content is one module to Astro, made of megabytes of text, which Vite would read as code after each change. Here the
 * module reads them by itself.
 * @param file where Astro keeps the content
 */
export const contentAsData = (file: string): Plugin => ({
	name: 'content-as-data',
	load: {
		order: 'pre',
		filter: { id: /^\0astro:data-layer-content$/ },
		handler: () => `import { existsSync, readFileSync } from 'node:fs';\nconst file = ${JSON.stringify(file)};\nexport default existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : new Map();`,
	},
});

/**
 * Modules that hold content, or read it when they are run: Vite does not know of all of them that they are to be run again.
 * @param folder of the data, below the root @returns the plugin, and what forgets all that was made of the data and of some files
 */
export function contentModules(folder: string): { plugin: Plugin; forget: (server: DevServer, files: Iterable<string>) => void } {
	const readers = new Set<string>();
	return {
		plugin: {
			name: 'content-modules',
			transform: (code, id) => {
				if (code.includes(folder) || id.includes(folder)) readers.add(id);
			},
		},
		forget: ({ environments: { ssr } }, files) => {
			const modules = [...[...readers].map((id) => ssr.moduleGraph.getModuleById(id)), ...[...files].flatMap((file) => [...(ssr.moduleGraph.getModulesByFile(file) ?? [])])];
			for (const module of modules) if (module) ssr.moduleGraph.invalidateModule(module);
		},
	};
}
