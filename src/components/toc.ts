/** What is on the page (PageSidebar.astro): marks the heading that the reader has come to, and folds the list when it has served. */
const details = document.querySelector<HTMLDetailsElement>('.toc details');
if (details) {
	const shown = details.querySelector('.toc-current');
	let links: ReadonlyMap<string, HTMLAnchorElement>;
	let headings: readonly Element[];
	const passed = new Set<Element>();
	let current: HTMLAnchorElement | undefined;
	const observer = new IntersectionObserver((entries) => {
		for (const { isIntersecting, boundingClientRect, target } of entries) {
			if (isIntersecting || boundingClientRect.top < 0) passed.add(target);
			else passed.delete(target);
		}
		const heading = headings.findLast((each) => passed.has(each)) ?? headings[0];
		const link = links.get(heading?.id ?? '');
		if (!link || link === current) return;
		current?.removeAttribute('aria-current');
		link.setAttribute('aria-current', 'true');
		if (shown) shown.textContent = link.textContent;
		current = link;
	}, { rootMargin: '0px 0px -70%' });
	const watch = (): void => {
		links = new Map([...details.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
		headings = [...document.querySelectorAll('main :is(h1, h2, h3)[id]')].filter(({ id }) => links.has(id));
		observer.disconnect();
		passed.clear();
		for (const heading of headings) observer.observe(heading);
	};
	watch();
	// A list that is put in another order has other headings.
	addEventListener('headings', watch);

	addEventListener('click', ({ target }) => {
		if (target instanceof Element && (!details.contains(target) || target.closest('a'))) details.open = false;
	});
	addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || !details.open) return;
		const isWithin = details.contains(document.activeElement);
		details.open = false;
		if (isWithin) details.querySelector('summary')?.focus();
	});
}
