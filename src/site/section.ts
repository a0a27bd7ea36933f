import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Sidebar = StarlightRouteData['sidebar'];
type Entry = Sidebar[number];
type Link = Extract<Entry, { type: 'link' }>;
type Pagination = StarlightRouteData['pagination'];

/** How many pages of its section a page names: a section of hundreds would weigh on each of them. */
const most = 40;

const isLink = (entry: Entry): entry is Link => entry.type === 'link';

/**
 * The navigation that a page carries: the pages of its own section in full, and of each other section the first, as the
 * way into it. So the weight of a page does not grow with the site.
 * @param main the address of the page that this one stands for, where it is not in the navigation itself
 */
export function ofSection(sidebar: Sidebar, main?: string): { sidebar: Sidebar; section: readonly Link[] | undefined } {
	const groups = sidebar
		.filter((entry) => entry.type === 'group')
		.map((group) => ({ ...group, entries: group.entries.map((entry) => (isLink(entry) && entry.href === main ? { ...entry, isCurrent: true } : entry)) }));
	const own = groups.find(({ entries }) => entries.some((entry) => isLink(entry) && entry.isCurrent));
	const scoped = groups.flatMap((group): Entry[] => {
		const links = group.entries.filter(isLink);
		const [first] = links;
		if (group === own) return [{ ...group, entries: around(links) }];
		return first ? [{ ...first, label: group.label }] : [];
	});
	return { sidebar: scoped, section: own?.entries.filter(isLink) };
}

/** Of a long section, the pages next to this one. */
function around(links: readonly Link[]): Link[] {
	const current = links.findIndex(({ isCurrent }) => isCurrent);
	const start = Math.max(0, Math.min(current - most / 2, links.length - most));
	return links.slice(start, start + most);
}

/** The pages before and after this one in its section; where a page has turned one off, there is none. */
export function neighbours(section: readonly Link[], { prev, next }: Pagination): Pagination {
	const current = section.findIndex(({ isCurrent }) => isCurrent);
	return { prev: prev && section[current - 1], next: next && section[current + 1] };
}
