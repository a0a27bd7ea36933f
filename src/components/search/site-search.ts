import { sitePath } from '../../site/urls.ts';
import { landingKey } from './landing-note.ts';
import type { Messages } from './messages.ts';

/**
 * All of the search that every page loads: it waits for a sign that the reader wants to search, and then fetches the
 * rest. Until then, and without a script, the field is a form that leads to the search page.
 */
class GuideSearch extends HTMLElement {
	#loading: Promise<unknown> | undefined;

	connectedCallback(): void {
		const field = this.querySelector('input');
		const form = this.querySelector('form');
		if (!field || !form) return;
		const isPage = this.hasAttribute('data-page');
		const load = (): void => {
			this.#loading ??= Promise.all([isPage ? import('./results-page.ts') : import('./combobox.ts'), messagesIn(this.dataset['lang'] ?? '')]).then(
				([{ start }, messages]) => start(this, messages),
				() => {
					this.#loading = undefined;
					if (isPage) this.#showFailed();
				},
			);
		};
		if (!isPage) {
			field.role = 'combobox';
			field.ariaAutoComplete = 'list';
			field.ariaExpanded = 'false';
			// Where there is no room for the field, the button shows it.
			form.addEventListener('submit', (event) => {
				if (field.offsetWidth > 1) return;
				event.preventDefault();
				reveal();
			});
		}
		field.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
		const reveal = (): void => {
			this.toggleAttribute('data-open', true);
			field.focus();
			field.select();
		};
		field.addEventListener('focus', load);
		form.addEventListener('pointerenter', load);
		if (isPage && location.search.length > 1) load();

		document.addEventListener('keydown', (event) => {
			const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && allowsSlash();
			const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
			const isElsewhere = isTyping(event.target) && !(isShortcut && event.target === field);
			// eslint-disable-next-line @typescript-eslint/no-deprecated -- see composition.ts
			if (!(isSlash || isShortcut) || event.isComposing || event.keyCode === 229 || isElsewhere) return;
			event.preventDefault();
			reveal();
		});
	}

	/** Nothing else can say so: what says it otherwise is what did not load. */
	#showFailed(): void {
		this.dataset['state'] = 'unavailable';
		this.querySelector('.search-failed')?.removeAttribute('hidden');
	}
}

/** The words of the search (routes/search/messages.ts). @throws where they do not come: then the field stays a form */
async function messagesIn(lang: string): Promise<Messages> {
	const response = await fetch(sitePath(`data/search/${lang}.json`));
	if (!response.ok) throw new Error(String(response.status));
	return (await response.json()) as Messages;
}

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit])'));

/** A key without Ctrl can be in the way of those who speak to their computer: the search page lets them turn it off. */
const allowsSlash = (): boolean => {
	try {
		return localStorage.getItem('search-slash') !== 'off';
	} catch {
		return true;
	}
};

function land(): void {
	try {
		if (sessionStorage.getItem(landingKey)) void import('./landing.ts').then(({ showFound }) => showFound());
	} catch { /* no storage: nobody left word */ }
}

customElements.define('guide-search', GuideSearch);
land();
addEventListener('hashchange', land);
