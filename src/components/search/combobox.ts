import type { Passage, SearchResponse, SearchResult } from '../../search/types.ts';
import listStyles from '../../styles/search-list.css?url&no-inline';
import { writeAddress } from './address.ts';
import { Announcer } from './announcer.ts';
import { Composition } from './composition.ts';
import { button, element, need } from './dom.ts';
import { leaveNote } from './landing-note.ts';
import { LiveSearch, loadEngine } from './live-search.ts';
import { speaker, type Messages, type Say } from './messages.ts';
import { excerpt, passageElement } from './passage.ts';
import { clearRecentSearches, recentSearches, rememberSearch } from './recent.ts';

/** How many results the list shows; the search page shows them all. */
const listed = 6;
/** What comes near a question that the sources do not cover is worth less room. */
const nearestListed = 3;
const excerptColumns = 110;

/** Makes the search field of the header a combobox with a list of results, once the list has its looks. */
export async function start(host: HTMLElement, messages: Messages): Promise<void> {
	await new Promise((resolve) => {
		const link = element('link', { rel: 'stylesheet', href: listStyles });
		link.addEventListener('load', resolve);
		// Without them the list is plain, and works.
		link.addEventListener('error', resolve);
		document.head.append(link);
	});
	new Combobox(host, speaker(messages, document.documentElement.lang));
}

/**
 * An editable combobox with list autocomplete, as the ARIA Authoring Practices describe it: focus stays in the field,
 * and `aria-activedescendant` names the option that the arrow keys have reached.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
class Combobox {
	readonly #host: HTMLElement;
	readonly #field: HTMLInputElement;
	readonly #form: HTMLFormElement;
	readonly #say: Say;
	readonly #composition: Composition;
	readonly #announcer: Announcer;
	readonly #search: LiveSearch;
	readonly #popup = element('div', { class: 'search-popup', hidden: true });
	readonly #notice = element('div', { class: 'search-notice' });
	readonly #list: HTMLElement;
	readonly #foot = element('div', { class: 'search-foot' });
	#active: HTMLElement | undefined;
	#retries = 0;

	constructor(host: HTMLElement, say: Say) {
		this.#host = host;
		this.#field = need(host, 'input');
		this.#form = need(host, 'form');
		this.#say = say;
		this.#list = element('div', { role: 'listbox', id: 'search-list', 'aria-label': this.#say('search', 'results') });
		this.#composition = new Composition(this.#field);
		this.#search = new LiveSearch(host, {
			found: (response, { query }) => this.#showResults(response, query),
			waiting: () => this.#showNotice(this.#say('search', 'loading')),
			failed: () => this.#showUnavailable(),
		});
		const status = element('div', { class: 'sr-only', role: 'status' });
		this.#announcer = new Announcer(status);
		this.#popup.append(this.#notice, this.#list, this.#foot);
		host.append(this.#popup, status);
		this.#field.setAttribute('aria-controls', this.#list.id);
		this.#listen();
		// The index comes while the first word is typed. If it does not, the first search says so.
		loadEngine(host).catch(() => undefined);
		if (document.activeElement === this.#field) this.#ask();
	}

	get #isOpen(): boolean {
		return !this.#popup.hidden;
	}

	get #options(): HTMLElement[] {
		return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
	}

	#listen(): void {
		this.#field.addEventListener('input', (event) => {
			if (event instanceof InputEvent && event.isComposing) return;
			if (this.#isBlank()) this.#showRecent();
			else this.#search.type(this.#request());
		});
		this.#field.addEventListener('compositionend', () => this.#search.type(this.#request()));
		this.#field.addEventListener('focus', () => {
			if (this.#isBlank()) this.#showRecent();
		});
		this.#field.addEventListener('click', () => {
			if (!this.#isOpen) this.#ask();
		});
		this.#field.addEventListener('keydown', (event) => this.#onKey(event));
		this.#form.addEventListener('submit', (event) => {
			if (!event.defaultPrevented) rememberSearch(this.#field.value);
		});
		// The field keeps the focus while the pointer is in the list.
		this.#popup.addEventListener('mousedown', (event) => {
			if (!(event.target as Element).closest('button')) event.preventDefault();
		});
		this.#host.addEventListener('focusout', ({ relatedTarget }) => {
			// Without a next element the keyboard of a phone was put away, or the window left: the list stays.
			if (relatedTarget instanceof Node && !this.#host.contains(relatedTarget)) this.#leave();
		});
		document.addEventListener('pointerdown', ({ target }) => {
			if (target instanceof Node && !this.#host.contains(target)) this.#leave();
		});
		this.#host.querySelector('.search-close')?.addEventListener('click', () => {
			this.#leave();
			need<HTMLElement>(this.#form, '[type=submit]').focus();
		});
	}

	#onKey(event: KeyboardEvent): void {
		if (this.#composition.owns(event)) {
			if (event.key === 'Enter') event.preventDefault();
			return;
		}
		switch (event.key) {
			case 'ArrowDown':
			case 'ArrowUp': {
				event.preventDefault();
				if (event.altKey && event.key === 'ArrowUp') this.#close();
				else if (!this.#isOpen) this.#ask();
				else if (!event.altKey) this.#move(event.key === 'ArrowDown' ? 1 : -1);
				break;
			}
			case 'Enter': {
				if (!this.#isOpen || !this.#active) return;
				event.preventDefault();
				this.#active.click();
				break;
			}
			case 'Escape': {
				// The browser's own Escape would empty the field at once.
				event.preventDefault();
				if (this.#isOpen) this.#close();
				else if (this.#field.value !== '') this.#field.value = '';
				else this.#leave();
				break;
			}
			case 'Home':
			case 'End':
			case 'ArrowLeft':
			case 'ArrowRight':
				// Back to the text, where the browser moves the cursor.
				this.#activate(undefined);
		}
	}

	#move(step: 1 | -1): void {
		const options = this.#options;
		const current = this.#active ? options.indexOf(this.#active) : step === 1 ? -1 : 0;
		this.#activate(options.at((current + step) % Math.max(options.length, 1)));
	}

	#activate(option: HTMLElement | undefined): void {
		this.#active?.setAttribute('aria-selected', 'false');
		this.#active = option;
		if (option) {
			option.setAttribute('aria-selected', 'true');
			option.scrollIntoView({ block: 'nearest' });
			this.#field.setAttribute('aria-activedescendant', option.id);
		} else this.#field.removeAttribute('aria-activedescendant');
	}

	#isBlank(): boolean {
		return this.#field.value.trim() === '';
	}

	#request(): { query: string; limit: number; typing: true } {
		return { query: this.#field.value, limit: listed, typing: true };
	}

	#ask(): void {
		if (this.#isBlank()) this.#showRecent();
		else void this.#search.ask(this.#request());
	}

	#close(): void {
		this.#search.cancel();
		this.#activate(undefined);
		this.#popup.hidden = true;
		this.#field.ariaExpanded = 'false';
	}

	#leave(): void {
		this.#close();
		this.#host.removeAttribute('data-open');
	}

	/** What the popup shows: words above, options, and what stands below them. */
	#show(notice: readonly (Node | string)[], options: readonly HTMLElement[], foot: readonly Node[] = []): void {
		this.#activate(undefined);
		for (const [index, option] of options.entries()) option.id = `search-option-${index}`;
		this.#notice.replaceChildren(...notice);
		this.#list.replaceChildren(...options);
		this.#list.hidden = options.length === 0;
		this.#foot.replaceChildren(...foot);
		this.#popup.hidden = notice.length + options.length === 0;
		this.#popup.scrollTop = 0;
		this.#field.ariaExpanded = String(options.length > 0);
	}

	#showNotice(text: string): void {
		this.#show([text], []);
		this.#announcer.say(text);
	}

	#showRecent(): void {
		this.#search.cancel();
		const recent = recentSearches();
		if (recent.length === 0) {
			this.#close();
			return;
		}
		const label = this.#say('search', 'recent');
		const clear = button(this.#say('search', 'clearRecent'), () => {
			clearRecentSearches();
			this.#close();
			this.#field.focus();
		});
		this.#show([label], recent.map((query) => this.#queryOption(query, query)), [clear]);
	}

	/** An option that asks another question. */
	#queryOption(query: string, label: string): HTMLElement {
		const option = element('div', { role: 'option', 'aria-selected': 'false', class: 'search-option query' }, label);
		option.addEventListener('click', () => {
			this.#field.value = query;
			this.#field.focus();
			void this.#search.ask(this.#request());
		});
		return option;
	}

	#showResults(response: SearchResponse, query: string): void {
		const { answer, results, suggestion, total } = response;
		const say = this.#say;
		this.#retries = 0;
		const isCovered = answer !== 'none';
		const notice = isCovered ? [] : [say('search', 'notCovered')];
		if (answer === 'corrected' && suggestion !== undefined) notice.push(say('search', 'corrected', { query, suggestion }));
		const options = results.slice(0, isCovered ? listed : nearestListed).map((result) => this.#resultOption(result));
		if (suggestion !== undefined && answer !== 'corrected') options.unshift(this.#queryOption(suggestion, say('search', 'suggestion', { query: suggestion })));
		if (isCovered && total > results.length) options.push(this.#allOption(query, total));
		const ways = isCovered ? [] : [element('p', { class: 'ways' }, this.#sectorsLink()), ...(results.length > 0 ? [element('p', { class: 'nearest' }, say('search', 'nearest'))] : [])];
		this.#show([...notice.map((text) => element('p', {}, text)), ...ways], options);
		this.#announcer.say([isCovered ? say('search', 'count', { count: total }) : '', ...notice].join(' '));
	}

	#resultOption(result: SearchResult): HTMLElement {
		const link = this.#linkOption((this.#host.dataset['base'] ?? '/') + result.path, describe(result, this.#say));
		link.addEventListener('click', () => {
			rememberSearch(this.#field.value);
			leaveNote(link, result);
			// On the same page nothing is loaded that would close the list.
			this.#leave();
		});
		return link;
	}

	#allOption(query: string, count: number): HTMLElement {
		const link = this.#linkOption(this.#form.action + writeAddress({ query, filters: {} }), [this.#say('search', 'all', { count })]);
		link.classList.add('all');
		link.addEventListener('click', () => rememberSearch(query));
		return link;
	}

	#linkOption(href: string, content: readonly (Node | string)[]): HTMLAnchorElement {
		return element('a', { role: 'option', 'aria-selected': 'false', tabindex: '-1', class: 'search-option', href }, ...content);
	}

	#sectorsLink(): HTMLElement {
		return element('a', { href: `${this.#host.dataset['base'] ?? '/'}${this.#host.dataset['lang'] ?? ''}/#sectors` }, this.#say('search', 'toSectors'));
	}

	#showUnavailable(): void {
		const say = this.#say;
		const text = element('p', {}, say('search', 'unavailable'));
		const retry = button(say('search', 'retry'), () => this.#retry());
		this.#show([text, element('p', { class: 'ways' }, retry, this.#sectorsLink())], []);
		this.#announcer.say(say('search', 'unavailable'));
	}

	/** A page of an older release asks for files that will not come back: the search page, loaded anew, asks for the new ones. */
	#retry(): void {
		this.#retries += 1;
		this.#field.focus();
		if (this.#retries > 1 && navigator.onLine) this.#form.requestSubmit();
		else this.#ask();
	}
}

/** What an option says: what was found, and under it what it is. */
function describe(result: SearchResult, say: Say): Node[] {
	const found = result.type === 'statement' ? (result.passage.marks.length > 0 || !result.other ? result.passage : result.other) : titleOf(result);
	const rest = result.type === 'statement' ? [result.sectorLabel, say('status', result.status), result.date] : [result.type === 'term' ? say('category', result.category) : say('view', 'page')];
	return [
		passageElement('span', excerpt(found, excerptColumns), { class: 'search-found' }),
		element('span', { class: 'search-about' }, rest.filter((part) => part !== '').join(' · ')),
	];
}

const titleOf = (result: Exclude<SearchResult, { type: 'statement' }>): Passage =>
	result.type === 'term' && result.title.marks.length === 0 && result.otherTitle.marks.length > 0 ? result.otherTitle : result.title;
