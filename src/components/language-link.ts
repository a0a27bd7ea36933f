/** The link to another language (starlight/LanguageSelect.astro) leads to the same statement there, to the same choice of what a list shows, and to a fresh choice of reading. */
document.addEventListener('click', (event) => {
	const link = event.target instanceof Element && event.target.closest('a[data-language]');
	if (!(link instanceof HTMLAnchorElement)) return;
	link.hash = location.hash;
	link.search = location.search;
	try {
		if (localStorage.getItem('reading') !== 'all') localStorage.removeItem('reading');
	} catch { /* no storage: nothing was remembered */ }
});
