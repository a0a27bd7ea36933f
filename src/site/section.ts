import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { CatalogueKeys } from './ambient.d.ts';
import type { Entry, Section } from './navigation.ts';
import { sitePath } from './urls.ts';

/** What a page carries of the navigation: so little that neither its weight nor the time to make it grows with the site. */

type Sidebar = StarlightRouteData['sidebar'];
type Link = Extract<Sidebar[number], { type: 'link' }>;

/** How many pages of its section a page names, and how many parts of its list: a section of hundreds would weigh on each of them. */
const mostPages = 24;
const mostParts = 10;

export interface Place {
	readonly section: Section;
	/** In the entries of the section. */
	readonly index: number;
	/** For a part of a list: in the parts of that entry. */
	readonly part?: number;
}

/** Where each page stands, by its id; looked up by every page, so it is made once. */
export const placesIn = (navigation: readonly Section[]): ReadonlyMap<string, Place> =>
	// Where a page has two places, the first is its own.
	new Map(navigation.flatMap((section) => section.entries.flatMap(({ id, parts = [] }, index): [string, Place][] => [[id, { section, index }], ...parts.map((each, part): [string, Place] => [each.id, { section, index, part }])])).reverse());

/**
 * The pages next to a page in its own section, with the parts of its list, and of each other section the first, as the way into it.
 * @param place of the page, where it has one
 */
export function sidebarAt(navigation: readonly Section[], place: Place | undefined, t: (key: CatalogueKeys) => string): Sidebar {
	return navigation.flatMap((section): Sidebar => {
		const label = t(`nav.${section.name}`);
		const [first] = section.entries;
		if (section !== place?.section) return first ? [{ ...linkTo(first, t), label }] : [];
		const entries = around(section.entries, place.index, mostPages).flatMap(({ item, at }) => [
			linkTo(item, t, at === place.index && place.part === undefined),
			...(at === place.index ? around(item.parts ?? [], place.part ?? 0, mostParts).map((part) => linkTo(part.item, t, part.at === place.part, 'part')) : []),
		]);
		return [{ type: 'group', label, entries, collapsed: false, badge: undefined }];
	});
}

/** The items around one of them, so many at most, with their places. */
function around<Item>(items: readonly Item[], index: number, most: number): { readonly item: Item; readonly at: number }[] {
	const start = Math.max(0, Math.min(index - most / 2, items.length - most));
	return items.slice(start, start + most).map((item, at) => ({ item, at: start + at }));
}

/**
 * The pages before and after one in its section: the parts of a list come after it.
 * @param wanted by the front matter of the page, which can turn each off
 */
export const neighboursOf = ({ section, index, part }: Place, wanted: { readonly prev?: unknown; readonly next?: unknown }, t: (key: CatalogueKeys) => string): StarlightRouteData['pagination'] => {
	const link = (entry: Entry | undefined, asked: unknown): Link | undefined => (entry && asked !== false ? linkTo(entry, t) : undefined);
	const [own, before, after] = [section.entries[index], section.entries[index - 1], section.entries[index + 1]];
	// What a part is called says of which list it is only beside that.
	const last = before?.parts?.at(-1);
	const lastBefore = before && last && { ...last, label: `${labelOf(before, t)} · ${labelOf(last, t)}` };
	const prev = part === undefined ? (lastBefore ?? before) : (own?.parts?.[part - 1] ?? own);
	const next = own?.parts?.[part === undefined ? 0 : part + 1] ?? after;
	return { prev: link(prev, wanted.prev), next: link(next, wanted.next) };
};

const labelOf = ({ label }: Entry, t: (key: CatalogueKeys) => string): string => (typeof label === 'string' ? label : t(label.key));

const linkTo = (entry: Entry, t: (key: CatalogueKeys) => string, isCurrent = false, kind?: 'part'): Link => {
	const { id, attrs } = entry;
	return { type: 'link', label: labelOf(entry, t), href: sitePath(`${id}/`), isCurrent, badge: undefined, attrs: kind === undefined ? attrs : { ...attrs, class: kind } };
};
