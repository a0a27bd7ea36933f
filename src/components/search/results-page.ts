import type { SearchResponse, SearchResult } from '../../search/types.ts';
import { countFilters, readAddress, toggled, writeAddress, type Asked } from './address.ts';
import { Announcer } from './announcer.ts';
import { Composition } from './composition.ts';
import { button, element, need } from './dom.ts';
import { FilterPanel } from './filter-panel.ts';
import { LiveSearch, loadEngine } from './live-search.ts';
import { speaker, type Messages, type Say } from './messages.ts';
import { clearRecentSearches, recentSearches, rememberSearch } from './recent.ts';
import { resultItem } from './result-item.ts';

const pageSize = 20;
const nearestShown = 5;
/** The counts of the filters wait until typing pauses, in ms. */
const typingPause = 400;

/** What a history entry remembers, so that going back leads to the same place in the same list. */
interface Place {
	readonly shown: number;
	readonly top: number;
}

/** The state decides, in styles/search.css, which parts of the page show. */
type State = 'start' | 'loading' | 'results' | 'none' | 'unavailable';

/** Brings the search page to life: the address says what is asked, the page shows what is found. */
export function start(host: HTMLElement, messages: Messages): void {
	new ResultsPage(host, speaker(messages, document.documentElement.lang));
}

class ResultsPage {
	readonly #host: HTMLElement;
	readonly #field: HTMLInputElement;
	readonly #say: Say;
	readonly #results: HTMLElement;
	readonly #announcer: Announcer;
	readonly #search: LiveSearch;
	readonly #filters: FilterPanel;
	readonly #summary: HTMLElement;
	readonly #title = document.title;
	#asked: Asked = readAddress(location.search);
	#shown: readonly SearchResult[] = [];
	/** Whether the entry of the history holds a question that was put, not one that is being typed. */
	#isSettled = true;
	#retries = 0;

	constructor(host: HTMLElement, say: Say) {
		this.#host = host;
		this.#field = need(host, 'input[type=search]');
		this.#results = need(host, '.search-results');
		this.#say = say;
		this.#announcer = new Announcer(need(host, '[role=status]'));
		const panel = need<HTMLDetailsElement>(host, '.search-filters');
		this.#summary = need(panel, 'summary');
		this.#filters = new FilterPanel(panel, this.#say, (name, value) => this.#go({ ...this.#asked, filters: toggled(this.#asked.filters, name, value) }));
		this.#search = new LiveSearch(host, {
			found: (response, { query, typing }) => this.#draw(response, query, typing ?? false),
			waiting: () => this.#showLoading(),
			failed: () => this.#showUnavailable(),
		});
		this.#listen(new Composition(this.#field));
		// What said that this script did not load.
		host.querySelector('.search-failed')?.remove();
		history.scrollRestoration = 'manual';
		const typed = this.#field.value;
		this.#field.value = this.#asked.query;
		// The index comes while the first word is typed. If it does not, the first search says so.
		loadEngine(host).catch(() => undefined);
		if (document.activeElement === this.#field && typed !== '' && typed !== this.#asked.query) {
			// Somebody was quicker than this script.
			this.#field.value = typed;
			this.#type();
		} else this.#show(placeOf(history.state));
	}

	#listen(composition: Composition): void {
		need<HTMLFormElement>(this.#host, 'form').addEventListener('submit', (event) => {
			event.preventDefault();
			rememberSearch(this.#field.value);
			this.#go({ ...this.#asked, query: this.#field.value });
		});
		this.#field.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && composition.owns(event)) event.preventDefault();
		});
		this.#field.addEventListener('input', (event) => {
			if (!(event instanceof InputEvent && event.isComposing)) this.#type();
		});
		this.#field.addEventListener('compositionend', () => this.#type());
		addEventListener('popstate', ({ state }) => {
			this.#asked = readAddress(location.search);
			this.#field.value = this.#asked.query;
			this.#isSettled = true;
			this.#show(placeOf(state));
		});
		addEventListener('pagehide', () => this.#rememberPlace());
	}

	/** While a question is typed the address follows it, in one entry of the history. */
	#type(): void {
		const asked = { ...this.#asked, query: this.#field.value };
		this.#write(asked, this.#isSettled);
		this.#isSettled = false;
		if (isBlank(asked)) this.#showStart();
		else this.#search.type({ ...asked, limit: pageSize, typing: true });
	}

	/** A question that was put, or a filter set: an entry of the history of its own. */
	#go(asked: Asked): void {
		this.#field.value = asked.query;
		this.#write(asked, this.#isSettled);
		this.#isSettled = true;
		this.#show({ shown: pageSize, top: 0 });
	}

	#write(asked: Asked, isNew: boolean): void {
		this.#asked = asked;
		const address = location.pathname + writeAddress(asked);
		if (isNew && address !== location.pathname + location.search) {
			this.#rememberPlace();
			history.pushState(null, '', address);
		} else history.replaceState(null, '', address);
	}

	#rememberPlace(): void {
		const place: Place = { shown: this.#shown.length, top: scrollY };
		history.replaceState(place, '');
	}

	#show({ shown, top }: Place): void {
		this.#followAddress();
		if (isBlank(this.#asked)) {
			this.#showStart();
			return;
		}
		this.#host.setAttribute('aria-busy', 'true');
		void this.#search.ask({ ...this.#asked, limit: Math.max(shown, pageSize) }).then(() => {
			this.#host.removeAttribute('aria-busy');
			if (top > 0) scrollTo(0, top);
		});
	}

	/** What else names the question: the title of the window, and the other language's page, which is asked the same. */
	#followAddress(): void {
		document.title = [this.#asked.query.trim().slice(0, 80), this.#title].filter((part) => part !== '').join(' · ');
		for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) link.search = location.search;
	}

	#setState(state: State): void {
		this.#host.dataset['state'] = state;
	}

	#showLoading(): void {
		if (this.#shown.length === 0) this.#results.replaceChildren(element('p', {}, this.#say('search', 'loading')));
		this.#setState('loading');
	}

	#showStart(): void {
		this.#search.cancel();
		this.#shown = [];
		this.#results.replaceChildren(...this.#recent());
		this.#setState('start');
		this.#followAddress();
	}

	#recent(): Node[] {
		const recent = recentSearches();
		if (recent.length === 0) return [];
		const links = recent.map((query) => element('li', {}, element('a', { href: writeAddress({ query, filters: {} }) }, query)));
		const clear = button(this.#say('search', 'clearRecent'), () => {
			clearRecentSearches();
			this.#results.replaceChildren();
			this.#field.focus();
		});
		return [element('h2', {}, this.#say('search', 'recent')), element('ul', { class: 'search-recent' }, ...links), clear];
	}

	#draw(response: SearchResponse, query: string, isTyping: boolean): void {
		const { answer, results, total } = response;
		const hasFilters = countFilters(this.#asked.filters) > 0;
		this.#followAddress();
		if (answer === 'empty' && results.length === 0 && !hasFilters) {
			this.#showStart();
			return;
		}
		const isCovered = answer !== 'none' && total > 0;
		this.#shown = isCovered ? results : [];
		this.#retries = 0;
		const parts = isCovered ? this.#answer(response, query) : this.#noAnswer(response, query, hasFilters);
		this.#results.replaceChildren(...parts);
		this.#setState(isCovered ? 'results' : 'none');
		this.#announcer.say(isCovered ? this.#say('search', 'count', { count: total }) : (this.#results.querySelector('h2')?.textContent ?? ''));
		if (isCovered || hasFilters) {
			const asked = this.#asked;
			setTimeout(() => void this.#drawFilters(asked), isTyping ? typingPause : 0);
		}
	}

	#answer(response: SearchResponse, query: string): Node[] {
		const { answer, results, suggestion, total, unknownWords } = response;
		const say = this.#say;
		const notes: Node[] = [];
		if (answer === 'corrected' && suggestion !== undefined) notes.push(element('p', {}, say('search', 'corrected', { query, suggestion })));
		else if (suggestion !== undefined) notes.push(this.#suggestion(suggestion));
		if (answer === 'most') notes.push(element('p', {}, say('search', 'most')));
		// What was mended is said already.
		if (unknownWords.length > 0 && answer !== 'corrected') notes.push(this.#unknown(unknownWords));
		const list = element('ol', { class: 'results' }, ...results.map((result) => this.#item(result, 'data-search-result')));
		return [
			element('h2', { class: 'search-count' }, say('search', 'count', { count: total })),
			...this.#chips(),
			...(notes.length > 0 ? [element('div', { class: 'search-notes' }, ...notes)] : []),
			list,
			...this.#more(list, total),
		];
	}

	#noAnswer({ answer, results, suggestion, unknownWords }: SearchResponse, query: string, hasFilters: boolean): Node[] {
		const say = this.#say;
		if (answer !== 'none' && hasFilters) {
			return [element('h2', {}, say('search', 'filteredTitle')), ...this.#chips(), element('p', {}, say('search', 'filteredText'))];
		}
		const nearest = results.slice(0, nearestShown).map((result) => this.#item(result, 'data-search-nearest'));
		return [
			element('h2', {}, say('search', 'noneTitle')),
			element('p', {}, say('search', 'noneText', { query })),
			...(suggestion !== undefined ? [this.#suggestion(suggestion)] : []),
			...(unknownWords.length > 0 ? [this.#unknown(unknownWords)] : []),
			...(nearest.length > 0 ? [element('h2', {}, say('search', 'nearest')), element('ul', { class: 'results nearest' }, ...nearest)] : []),
		];
	}

	#item(result: SearchResult, attribute: string): HTMLElement {
		return resultItem(result, this.#say, this.#host.dataset['base'] ?? '/', attribute, () => rememberSearch(this.#asked.query));
	}

	#suggestion(query: string): HTMLElement {
		const link = element('a', { href: writeAddress({ ...this.#asked, query }) }, this.#say('search', 'suggestion', { query }));
		link.addEventListener('click', (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			this.#go({ ...this.#asked, query });
			this.#field.focus();
		});
		return element('p', {}, link);
	}

	#unknown(words: readonly string[]): HTMLElement {
		return element('p', {}, this.#say('search', 'unknown', { words: words.join(this.#say('list', 'separator')) }));
	}

	/** The button for more, with how many of all show. */
	#more(list: HTMLElement, total: number): Node[] {
		if (this.#shown.length >= total) return [];
		const say = this.#say;
		const status = element('span', {}, say('search', 'shown', { shown: this.#shown.length, count: total }));
		const row = element('p', { class: 'search-more' });
		const load = async (): Promise<void> => {
			const from = this.#shown.length;
			try {
				const { results } = await (await loadEngine(this.#host)).search({ ...this.#asked, from, limit: pageSize });
				if (!list.isConnected) return;
				const items = results.map((result) => this.#item(result, 'data-search-result'));
				this.#shown = [...this.#shown, ...results];
				list.append(...items);
				items[0]?.querySelector('a')?.focus();
				status.textContent = say('search', 'shown', { shown: this.#shown.length, count: total });
				this.#announcer.say(status.textContent);
				if (results.length === 0 || this.#shown.length >= total) row.remove();
			} catch {
				this.#showUnavailable();
			}
		};
		row.append(button(say('search', 'more'), () => void load()), status);
		return [row];
	}

	/** The filters that are set, each with a button that lifts it. Their labels come with the facets. */
	#chips(): Node[] {
		return countFilters(this.#asked.filters) > 0 ? [element('p', { class: 'search-chips' })] : [];
	}

	async #drawFilters(asked: Asked): Promise<void> {
		if (asked !== this.#asked) return;
		try {
			const facets = await (await loadEngine(this.#host)).facets(asked);
			if (asked !== this.#asked) return;
			this.#filters.draw(facets, asked.filters);
			const set = countFilters(asked.filters);
			this.#summary.textContent = set > 0 ? this.#say('search', 'filtersSet', { number: set }) : this.#say('search', 'filters');
			const chips = this.#results.querySelector('.search-chips');
			for (const [name, values] of Object.entries(asked.filters) as [keyof typeof facets, readonly string[]][]) {
				for (const value of values) {
					const label = facets[name].find((facet) => facet.value === value)?.label ?? value;
					chips?.append(button(label, () => this.#go({ ...this.#asked, filters: toggled(this.#asked.filters, name, value) }), { 'aria-label': this.#say('search', 'removeFilter', { label }) }));
				}
			}
			if (set > 1) chips?.append(button(this.#say('search', 'clearFilters'), () => this.#go({ ...this.#asked, filters: {} }), { class: 'clear' }));
		} catch {
			if (asked === this.#asked) this.#showUnavailable();
		}
	}

	#showUnavailable(): void {
		const say = this.#say;
		const retry = button(say('search', 'retry'), () => this.#retry());
		this.#results.replaceChildren(element('h2', {}, say('search', 'unavailableTitle')), element('p', {}, say('search', 'unavailableText')), element('p', {}, retry));
		this.#setState('unavailable');
		this.#announcer.say(say('search', 'unavailableTitle'));
	}

	/** A browser may remember that a script did not load; only a new start of the page then helps, and the address keeps the question. */
	#retry(): void {
		this.#retries += 1;
		if (this.#retries > 1 && navigator.onLine) location.reload();
		else this.#show({ shown: pageSize, top: 0 });
	}
}

const isBlank = ({ query, filters }: Asked): boolean => query.trim() === '' && countFilters(filters) === 0;

function placeOf(state: unknown): Place {
	const place = state as Partial<Place> | null;
	return { shown: place?.shown ?? pageSize, top: place?.top ?? 0 };
}
