import { facets, filterOf, itemSelector } from '../site/filters.ts';

/**
 * Filters of a list that combine, stand in the query, and say how much they leave, and its orders in place. Without it
 * a filter is a fragment and an order a page (Filters.astro).
 */
const nav = document.querySelector<HTMLElement>('.filters');
const content = nav?.closest('.sl-markdown-content');
if (nav && content) {
	const links = [...nav.querySelectorAll<HTMLAnchorElement>('li a')].flatMap((link) => {
		const filter = filterOf(link.id);
		return filter ? [{ link, ...filter, selector: facets[filter.facet](filter.value) }] : [];
	});
	const clear = nav.querySelector<HTMLAnchorElement>('.filter-clear');
	const orders = [...content.querySelectorAll<HTMLAnchorElement>('.orders a')];
	const status = nav.querySelector<HTMLElement>('.filter-status');
	const items = [...content.querySelectorAll<HTMLElement>(itemSelector)];
	/** The order that the page came in, which is that of its view unless it is a page for another. */
	const own = orders.find((link) => link.ariaCurrent === 'page');
	const isMain = own === orders[0];
	const listed = [...content.querySelectorAll<HTMLElement>('.filters ~ h2')].flatMap((heading): Group[] => {
		const list = heading.nextElementSibling;
		return list instanceof HTMLElement && list.matches('.entries, .table') ? [{ heading, list, items: items.filter((item) => list.contains(item)) }] : [];
	});
	/** Headings of what is no list of its own, such as the names of a kind: with the items that stand below each. */
	const others = [...content.querySelectorAll<HTMLElement>('h2, .changes-day h3')].filter((heading) => !listed.some((group) => group.heading === heading)).map((heading) => ({ heading, items: itemsBelow(heading, items) })).filter((group) => group.items.length > 0);
	let shown = listed;
	let order = own?.dataset['order'];
	/** Makes an order of the one that the page came in; `undefined` for one that only its page has. */
	const arrangements: Readonly<Partial<Record<string, () => Group[]>>> = {
		newest: () => listed.toReversed().map((group) => ({ ...group, items: group.items.toReversed() })),
		'by-sector': () => links.flatMap(({ link: { textContent }, facet, value, selector }): Group[] => {
			const found = facet === 'sector' ? items.filter((item) => item.querySelector(selector)) : [];
			const [first] = listed;
			if (!first || found.length === 0) return [];
			const heading = first.heading.cloneNode() as HTMLElement;
			heading.textContent = textContent;
			heading.id = `list_heading_${value}`;
			const list = first.list.cloneNode(true) as HTMLElement;
			// A table is named by its heading.
			if (list.ariaLabel !== null) list.ariaLabel = textContent;
			return [{ heading, list, items: found }];
		}),
	};
	const arrangementOf = (name: string | undefined): (() => Group[]) | undefined => (isMain && listed.length > 0 && (name !== 'by-sector' || links.some(({ facet }) => facet === 'sector')) ? (name === own?.dataset['order'] ? () => listed : arrangements[name ?? '']) : undefined);

	const apply = (isNews: boolean): void => {
		const query = new URLSearchParams(location.search);
		const chosen = links.filter(({ facet, value }) => query.get(facet) === value);
		for (const { link } of links) link.removeAttribute('aria-current');
		for (const { link } of chosen) link.setAttribute('aria-current', 'true');
		for (const { link } of chosen) link.closest('details')?.setAttribute('open', '');
		for (const item of items) item.hidden = !chosen.every(({ selector }) => item.querySelector(selector));
		const asked = query.get('sort') ?? undefined;
		const wanted = arrangementOf(asked) ? asked : own?.dataset['order'];
		const groups = wanted === order ? undefined : arrangementOf(wanted)?.();
		if (groups) {
			arrange(shown, groups);
			[shown, order] = [groups, wanted];
			for (const link of orders) link.ariaCurrent = link.dataset['order'] === order ? 'page' : null;
		}
		for (const { heading, items: below } of [...shown, ...others]) heading.hidden = below.every(({ hidden }) => hidden);
		for (const { list, heading } of shown) list.hidden = heading.hidden;
		// Another page begins with the same choice.
		query.delete('sort');
		for (const link of orders) if (!arrangementOf(link.dataset['order'])) link.search = String(query);
		const count = items.filter(({ hidden }) => !hidden).length;
		const say = count === 0 ? status?.dataset['none'] : status?.dataset[count === 1 ? 'one' : 'other']?.replace(/\d+/, String(count));
		if (status && (isNews || chosen.length > 0)) status.textContent = say ?? '';
	};
	const go = (change: (query: URLSearchParams) => void): void => {
		const query = new URLSearchParams(location.search);
		change(query);
		const search = String(query);
		history.pushState(null, '', search === '' ? location.pathname : `?${search}`);
		apply(true);
	};

	content.addEventListener('click', (event) => {
		const link = event instanceof MouseEvent && event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.filters a, .orders a');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		const { order: chosen } = link.dataset;
		const filter = filterOf(link.id);
		if (link !== clear && !filter && !arrangementOf(chosen)) return;
		event.preventDefault();
		go((query) => {
			if (link === clear) for (const { facet } of links) query.delete(facet);
			else if (chosen !== undefined) set(query, 'sort', link === own ? undefined : chosen);
			else if (filter) set(query, filter.facet, query.get(filter.facet) === filter.value ? undefined : filter.value);
		});
	});
	addEventListener('popstate', () => apply(true));
	// A link that was made without a script: its fragment becomes a query, and hides nothing by itself any more.
	const named = links.find(({ link }) => location.hash === `#${link.id}`);
	if (named) {
		location.replace('#list_all');
		history.replaceState(null, '', `?${new URLSearchParams({ [named.facet]: named.value })}`);
	}
	apply(false);
}

/** A heading with the list below it: entries, or the rows of a table. */
interface Group {
	readonly heading: HTMLElement;
	readonly list: HTMLElement;
	readonly items: readonly HTMLElement[];
}

/** The order of reading turns with the order of sight: the elements themselves move, and the table of contents with them. */
function arrange(before: readonly Group[], after: readonly Group[]): void {
	const marker = document.createComment('');
	before[0]?.heading.before(marker);
	for (const { heading, list } of before) for (const part of [heading, list]) part.remove();
	for (const { heading, list, items } of after) {
		(list.querySelector('tbody') ?? list).replaceChildren(...items);
		marker.before(heading, list);
	}
	marker.remove();

	const lines = before.flatMap(({ heading }) => document.querySelector(`.toc a[href="#${CSS.escape(heading.id)}"]`)?.parentElement ?? []);
	lines[0]?.before(...after.map(({ heading }) => {
		const link = document.createElement('a');
		link.href = `#${heading.id}`;
		link.textContent = heading.textContent;
		const line = document.createElement('li');
		line.append(link);
		return line;
	}));
	for (const line of lines) line.remove();
	dispatchEvent(new Event('headings'));
}

function set(query: URLSearchParams, name: string, value: string | undefined): void {
	if (value === undefined) query.delete(name);
	else query.set(name, value);
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
