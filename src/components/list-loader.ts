import { sitePath } from '../site/urls.ts';

/**
 * The filters and orders of a list are links (Filters.astro). What makes choices combine, and puts the list in order
 * where it stands, is fetched when a pointer or the keyboard comes near them, or when the address asks for a choice.
 */
const parts = '.filters, .orders';
let isLoaded = false;
const load = async (): Promise<void> => {
	await import('./filter-list.ts');
	isLoaded = true;
};
/** What a page without scripts has from the start: rules that act on the fragments. */
const addRules = (): void => {
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = sitePath('filters.css');
	document.head.append(link);
};
const near = ({ target }: Event): void => {
	if (target instanceof Element && target.closest(parts)) void load().catch(() => undefined);
};

if (document.querySelector(parts)) {
	if (location.search !== '' || location.hash.startsWith('#list_')) void load().catch(addRules);
	document.addEventListener('pointerover', near);
	document.addEventListener('focusin', near);
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(':is(.filters, .orders) a');
		if (isLoaded || !link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		// Where it does not come the links do what they do without a script.
		void load().then(
			() => link.click(),
			() => {
				addRules();
				location.assign(link.href);
			},
		);
	});
}
