/**
 * Of a long page, what is not near the screen is laid out when it comes there (styles/entries.css). Here the browser does
 * so when it has nothing else to do, a little at a time, and remembers how high it is: then the page is as long as it
 * will be, and nothing in it moves any more.
 */
const parts = [...document.querySelectorAll<HTMLElement>('article.statement, section.term')].values();
/** So many elements at once are laid out in some milliseconds, on a slow phone too before a finger notices. */
const atOnce = 60;

function measure(measured: readonly HTMLElement[]): void {
	for (const { style } of measured) style.contentVisibility = '';
	const next: HTMLElement[] = [];
	let elements = 0;
	while (elements < atOnce) {
		const { value: part } = parts.next();
		if (!part) break;
		part.style.contentVisibility = 'visible';
		elements += part.getElementsByTagName('*').length;
		next.push(part);
	}
	// A size is remembered with the frame that is drawn with it.
	if (next.length > 0) requestAnimationFrame(() => requestIdleCallback(() => measure(next)));
}

// Safari has no idle time to give; there it is as without a script. Where the page is laid out as a whole, there is nothing to do.
if ('requestIdleCallback' in window && !('whole' in document.documentElement.dataset) && !document.querySelector(':target')) addEventListener('load', () => requestIdleCallback(() => measure([])));
