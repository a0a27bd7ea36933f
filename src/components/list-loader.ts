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
const near = ({ target }: Event): void => {
	if (target instanceof Element && target.closest(parts)) void load().catch(() => undefined);
};

if (document.querySelector(parts)) {
	// Without it the links do what they do without a script.
	if (location.search !== '' || location.hash.startsWith('#list_')) void load().catch(() => undefined);
	document.addEventListener('pointerover', near);
	document.addEventListener('focusin', near);
	document.addEventListener('click', (event) => {
		const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(':is(.filters, .orders) a');
		if (isLoaded || !link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		void load().then(() => link.click(), () => location.assign(link.href));
	});
}
