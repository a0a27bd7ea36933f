/**
 * A link to an organisation, place or term shows its name in the other languages, when a pointer rests on it or the
 * keyboard comes to it. A finger follows the link, to the entry that holds all its names.
 */
const listed = /\/(?:glossary|organisations|places)\/(?:[a-z\d-]+\/)?$/;

function ask(event: Event): void {
	const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('main a[href*="#"]');
	if (!link || !listed.test(link.pathname) || link.pathname === location.pathname) return;
	// Without the card the link still leads to the names.
	void import('./name-card.ts').then(({ showNames }) => showNames(link), () => undefined);
}

document.addEventListener('pointerover', (event) => {
	if (event.pointerType === 'mouse') ask(event);
});
document.addEventListener('focusin', ask);
