/** The menu of narrow screens opens and closes by itself (starlight/PageFrame.astro); what it covers is not to be reached while it is open. */
const menu = document.getElementById('_menu');
if (menu) {
	const isWide = matchMedia('(min-width: 50em)');
	// Beside the page it is always there, and nothing that pops up.
	const place = (): void => {
		menu.popover = isWide.matches ? null : 'auto';
	};
	place();
	isWide.addEventListener('change', place);
	menu.addEventListener('toggle', ({ newState }) => {
		for (const covered of document.querySelectorAll('.main-frame, .skip-link')) covered.toggleAttribute('inert', newState === 'open');
	});
}
