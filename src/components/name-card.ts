import { languages, langs } from '../model/languages.ts';
import { sitePath } from '../site/urls.ts';

/**
 * The card with a name in the other languages. It holds nothing to act on, so it is a tooltip: it describes the link, it
 * stays while the pointer is on the link or on itself, and Escape takes it away (WCAG 2.2, 1.4.13).
 */

/** By id of the glossary, then by language. */
type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

let names: Promise<Names> | undefined;

const card = Object.assign(document.createElement('div'), { id: '_names', className: 'name-card', role: 'tooltip', popover: 'manual' });
document.body.append(card);

let shown: HTMLAnchorElement | undefined;
let timer = 0;

/** Time to come to rest on a link, and to get from it to the card, in milliseconds. */
const rest = 250;

const isWanted = (link: Element | undefined): boolean => link?.matches(':hover, :focus-visible') === true;

/** @param link leads to the entry whose id is its fragment. Where the names cannot be had, nothing shows. */
export async function showNames(link: HTMLAnchorElement): Promise<void> {
	names ??= fetch(sitePath('data/names.json')).then(async (response) => (await response.json()) as Names);
	const [all] = await Promise.all([
		names.catch((): Names => {
			names = undefined;
			return {};
		}),
		new Promise((done) => setTimeout(done, rest)),
	]);
	if (!isWanted(link) || link === shown) return;
	const own = link.closest<HTMLElement>('[lang]')?.lang;
	const entry = all[decodeURIComponent(link.hash.slice(1))];
	const others = langs.flatMap((lang) => (entry?.[lang] !== undefined && languages[lang].tag !== own ? Object.assign(document.createElement('p'), { lang: languages[lang].tag, textContent: entry[lang] }) : []));
	if (others.length === 0) return;
	hide();
	card.replaceChildren(...others);
	card.showPopover();
	place(link);
	link.setAttribute('aria-describedby', card.id);
	shown = link;
	for (const [name, listener] of whileShown) addEventListener(name, listener, true);
}

/** Below the last line of the link; above it where there is no room. */
function place(link: HTMLAnchorElement): void {
	const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
	const { width, height } = card.getBoundingClientRect();
	card.style.left = `${Math.max(8, Math.min(line.left, innerWidth - width - 8))}px`;
	card.style.top = `${line.bottom + height < innerHeight ? line.bottom : line.top - height}px`;
}

function hide(): void {
	clearTimeout(timer);
	for (const [name, listener] of whileShown) removeEventListener(name, listener, true);
	shown?.removeAttribute('aria-describedby');
	shown = undefined;
	card.hidePopover();
}

function hideSoon(): void {
	clearTimeout(timer);
	timer = window.setTimeout(() => {
		if (!card.matches(':hover') && !isWanted(shown)) hide();
	}, rest);
}

const whileShown = [
	['scroll', hide],
	['pointerover', hideSoon],
	['focusout', hideSoon],
	['keydown', (event: Event): void => {
		if (event instanceof KeyboardEvent && event.key === 'Escape') hide();
	}],
] as const;
