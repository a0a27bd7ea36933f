/**
 * Of a long page, what is not near the screen is laid out when it comes there (styles/entries.css). Here the browser does
 * so when it has nothing else to do, some parts at a time, and remembers how high they are: then the page is as long as
 * it will be, and nothing in it moves any more.
 */
const atOnce = 6;
const parts = [...document.querySelectorAll<HTMLElement>('article.statement, section.term')];

function measure(from: number): void {
	const some = parts.slice(from, from + atOnce);
	if (some.length === 0) return;
	for (const { style } of some) style.contentVisibility = 'visible';
	// A size is remembered once a frame has been drawn with it.
	requestAnimationFrame(() => requestAnimationFrame(() => {
		for (const { style } of some) style.contentVisibility = '';
		requestIdleCallback(() => measure(from + atOnce));
	}));
}

// Safari has no idle time to give; there it is as without a script.
if ('requestIdleCallback' in window) addEventListener('load', () => requestIdleCallback(() => measure(0)));
