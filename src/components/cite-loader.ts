/** Loads the dialog when somebody first asks for a citation; an unusual click keeps the browser's meaning. */
document.addEventListener('click', (event) => {
	const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a.cite');
	if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	void import('./cite-dialog.ts').then(
		({ showCitation }) => showCitation(link),
		() => location.assign(link.href),
	);
});
