import { itemSelector } from '../site/filters.ts';

/** Filters of a list that combine, stand in the query, and say how much they leave. Without it each is a fragment (Filters.astro). */
const nav = document.querySelector<HTMLElement>('.filters');
const content = nav?.closest('.sl-markdown-content');
if (nav && content) {
	const links = [...nav.querySelectorAll<HTMLAnchorElement>('a[data-facet]')];
	const clear = nav.querySelector<HTMLAnchorElement>('.filter-clear');
	const reverse = nav.querySelector<HTMLAnchorElement>('.filter-reverse');
	const status = nav.querySelector<HTMLElement>('.filter-status');
	const items = [...content.querySelectorAll<HTMLElement>(itemSelector)];
	const blocks = [...content.querySelectorAll('h2, h3')].filter(({ nextElementSibling }) => nextElementSibling?.matches('.entries'));
	/** Headings of what is no list of its own, such as the names of a kind: with the items that stand below each. */
	const groups = [...content.querySelectorAll('h2')].map((heading) => ({ heading, items: itemsBelow(heading, items) })).filter((group) => group.items.length > 0 && !blocks.includes(group.heading));
	let isReversed = false;

	const apply = (isNews: boolean): void => {
		const query = new URLSearchParams(location.search);
		const chosen = links.filter(({ dataset }) => query.get(dataset['facet'] ?? '') === dataset['value']);
		for (const link of links) link.removeAttribute('aria-current');
		for (const link of chosen) link.setAttribute('aria-current', 'true');
		for (const link of chosen) link.closest('details')?.setAttribute('open', '');
		for (const item of items) item.hidden = !chosen.every(({ dataset }) => item.querySelector(dataset['selector'] ?? '*'));
		for (const heading of blocks) (heading as HTMLElement).hidden = !heading.nextElementSibling?.querySelector('.entry:not([hidden])');
		for (const group of groups) group.heading.hidden = group.items.every(({ hidden }) => hidden);
		for (const table of content.querySelectorAll<HTMLElement>('.filters ~ .table')) {
			const rows = items.filter((item) => table.contains(item));
			table.hidden = rows.length > 0 && rows.every(({ hidden }) => hidden);
		}
		const wanted = query.get('sort') === 'reverse';
		if (wanted !== isReversed) turn();
		isReversed = wanted;
		if (wanted) reverse?.setAttribute('aria-current', 'true');
		else reverse?.removeAttribute('aria-current');
		const count = items.filter(({ hidden }) => !hidden).length;
		const say = count === 0 ? status?.dataset['none'] : status?.dataset[count === 1 ? 'one' : 'other']?.replace(/\d+/, String(count));
		if (status && (isNews || chosen.length > 0)) status.textContent = say ?? '';
	};
	/** The order of reading turns with the order of sight: the elements themselves move. */
	const turn = (): void => {
		const groups = blocks.splice(0).map((heading) => [heading, heading.nextElementSibling] as const);
		const marker = document.createComment('');
		groups[0]?.[0].before(marker);
		for (const [heading, list] of groups.reverse()) {
			list?.replaceChildren(...[...list.children].reverse());
			marker.before(heading, ...(list ? [list] : []));
			blocks.push(heading);
		}
		marker.remove();
	};
	const toggle = (query: URLSearchParams, name: string, value: string): void => {
		if (query.get(name) === value) query.delete(name);
		else query.set(name, value);
	};
	const go = (change: (query: URLSearchParams) => void): void => {
		const query = new URLSearchParams(location.search);
		change(query);
		const search = String(query);
		history.pushState(null, '', search === '' ? location.pathname : `?${search}`);
		apply(true);
	};

	nav.addEventListener('click', (event) => {
		const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		const { facet, value } = link.dataset;
		if (facet === undefined && link !== clear && link !== reverse) return;
		event.preventDefault();
		go((query) => {
			if (link === clear) for (const name of new Set(links.map(({ dataset }) => dataset['facet'] ?? ''))) query.delete(name);
			else toggle(query, facet ?? 'sort', value ?? 'reverse');
		});
	});
	addEventListener('popstate', () => apply(true));
	if (reverse) reverse.hidden = false;
	// A link that was made without a script: its fragment becomes a query, and hides nothing by itself any more.
	const named = links.find(({ id }) => location.hash === `#${id}`);
	if (named) {
		location.replace('#list_all');
		history.replaceState(null, '', `?${new URLSearchParams({ [named.dataset['facet'] ?? '']: named.dataset['value'] ?? '' })}`);
	}
	apply(false);
}

/** The items from a heading to the next of its rank. */
function itemsBelow(heading: Element, items: readonly HTMLElement[]): HTMLElement[] {
	const found: HTMLElement[] = [];
	for (let next = heading.nextElementSibling; next && next.tagName !== heading.tagName; next = next.nextElementSibling) {
		const element = next;
		found.push(...items.filter((item) => element.contains(item)));
	}
	return found;
}
