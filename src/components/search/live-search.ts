import type { Lang } from '../../model/languages.ts';
import type { SearchEngine, SearchRequest, SearchResponse } from '../../search/types.ts';

/** Keys that follow each other faster than this are one question, in ms. */
const pause = 80;
/** A search that takes longer than this is said to be under way, in ms. */
const patience = 150;

interface Handlers {
	found(response: SearchResponse, request: SearchRequest): void;
	/** Called where the results take a while. */
	waiting(): void;
	/** The index, or the code that reads it, could not be loaded. */
	failed(error: unknown): void;
}

let engine: Promise<SearchEngine> | undefined;

/** The one engine of the page. What failed to load is asked for anew the next time. */
export function loadEngine(host: HTMLElement): Promise<SearchEngine> {
	engine ??= import('../../search/client.ts').then(({ createSearch }) => createSearch({ base: host.dataset['base'] ?? '/', lang: host.dataset['lang'] as Lang }));
	const loading = engine;
	loading.catch(() => {
		if (engine === loading) engine = undefined;
	});
	return loading;
}

/** Asks the engine while somebody types: the newest question only, and no more often than eyes can follow. */
export class LiveSearch {
	readonly #host: HTMLElement;
	readonly #handlers: Handlers;
	#running: AbortController | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastQuery = '';

	constructor(host: HTMLElement, handlers: Handlers) {
		this.#host = host;
		this.#handlers = handlers;
	}

	/** A key was pressed: waits a moment for the next one. What comes at once (pasted, or converted to kanji) is searched at once. */
	type(request: SearchRequest): void {
		const isKey = Math.abs(request.query.length - this.#lastQuery.length) < 2;
		this.#lastQuery = request.query;
		this.cancel();
		if (isKey) this.#timer = setTimeout(() => void this.ask(request), pause);
		else void this.ask(request);
	}

	async ask(request: SearchRequest): Promise<void> {
		this.cancel();
		this.#lastQuery = request.query;
		const running = new AbortController();
		this.#running = running;
		const slow = setTimeout(() => this.#handlers.waiting(), patience);
		try {
			const response = await (await loadEngine(this.#host)).search({ ...request, signal: running.signal });
			if (!running.signal.aborted) this.#handlers.found(response, request);
		} catch (error) {
			if (running.signal.aborted) return;
			engine = undefined;
			this.#handlers.failed(error);
		} finally {
			clearTimeout(slow);
		}
	}

	/** Forgets the question under way. */
	cancel(): void {
		clearTimeout(this.#timer);
		this.#running?.abort();
	}
}
