import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { CatalogueKeys } from './ambient.d.ts';
import type { Entry, Section } from './navigation.ts';
import { sitePath } from './urls.ts';

/** What a page carries of the navigation: so little that neither its weight nor the time to make it grows with the site. */

type Sidebar = StarlightRouteData['sidebar'];
type Link = Extract<Sidebar[number], { type: 'link' }>;

/** How many pages of its section a page names: a section of hundreds would weigh on each of them. */
const most = 40;

export interface Place {
	readonly section: Section;
	/** In the entries of the section. */
	readonly index: number;
}

/** Where each page stands, by its id; looked up by every page, so it is made once. */
export const placesIn = (navigation: readonly Section[]): ReadonlyMap<string, Place> =>
	// Where a page has two places, the first is its own.
	new Map(navigation.flatMap((section) => section.entries.map(({ id }, index) => [id, { section, index }] as const)).reverse());

/**
 * The pages next to a page in its own section, and of each other section the first, as the way into it.
 * @param place of the page, where it has one
 */
export function sidebarAt(navigation: readonly Section[], place: Place | undefined, t: (key: CatalogueKeys) => string): Sidebar {
	return navigation.flatMap((section): Sidebar => {
		const label = t(`nav.${section.name}`);
		const [first] = section.entries;
		if (section !== place?.section) return first ? [{ ...linkTo(first, t), label }] : [];
		const current = section.entries[place.index];
		// The parts of a list stand below it where the reader is in it.
		const shown = section.entries.filter(({ partOf }) => partOf === undefined || partOf === (current?.partOf ?? current?.id));
		const start = Math.max(0, Math.min(shown.indexOf(current as Entry) - most / 2, shown.length - most));
		const entries = shown.slice(start, start + most).map((entry) => linkTo(entry, t, entry === current));
		return [{ type: 'group', label, entries, collapsed: false, badge: undefined }];
	});
}

/**
 * The pages before and after one in its section.
 * @param wanted by the front matter of the page, which can turn each off
 */
export const neighboursOf = ({ section, index }: Place, wanted: { readonly prev?: unknown; readonly next?: unknown }, t: (key: CatalogueKeys) => string): StarlightRouteData['pagination'] => {
	const link = (entry: Entry | undefined, asked: unknown): Link | undefined => (entry && asked !== false ? linkTo(entry, t) : undefined);
	return { prev: link(section.entries[index - 1], wanted.prev), next: link(section.entries[index + 1], wanted.next) };
};

const linkTo = ({ label, id, attrs, partOf }: Entry, t: (key: CatalogueKeys) => string, isCurrent = false): Link =>
	({ type: 'link', label: typeof label === 'string' ? label : t(label.key), href: sitePath(`${id}/`), isCurrent, badge: undefined, attrs: partOf === undefined ? attrs : { ...attrs, class: 'part' } });
