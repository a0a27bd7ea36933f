import { crossViews, guidePages } from './navigation.ts';

/** Where a page stands: the steps from the first page down to it, for the reader and for programs alike. */

export interface Step {
	readonly name: string;
	/** Path below the base. */
	readonly path: string;
}

/** The labels of the steps: keys of the catalogues. */
export type StepLabel = 'nav.home' | 'nav.sectors' | 'nav.sources' | 'nav.views' | 'nav.guide' | 'nav.editors';

/**
 * @param slug path below the language, with a slash at its end
 * @param name the page's own name
 * @param list the page of the list that the page is a part of, or another order of
 * @returns the steps, the page itself last; none for the first page
 * @example breadcrumbs('en', 'sectors/space/', 'Space', label) // => Home, Sectors, Space
 */
export function breadcrumbs(lang: string, slug: string, name: string, label: (key: StepLabel) => string, list?: Step): Step[] {
	if (slug === '') return [];
	const parent = parentOf((list?.path.slice(lang.length + 1) ?? slug).replace(/\/$/, ''));
	return [
		{ name: label('nav.home'), path: `${lang}/` },
		...(parent === undefined ? [] : [{ name: label(parent.label), path: `${lang}/${parent.path}` }]),
		...(list === undefined ? [] : [list]),
		{ name, path: `${lang}/${slug}` },
	];
}

/** The sections of the first page; and the page that leads to the further help for editors. */
function parentOf(page: string): { label: StepLabel; path: string } | undefined {
	if (page.startsWith('sectors/')) return { label: 'nav.sectors', path: '#sectors' };
	if (page.startsWith('sources/')) return { label: 'nav.sources', path: '#sources' };
	if ((crossViews as readonly string[]).includes(page)) return { label: 'nav.views', path: '#views' };
	if (['help', 'house-style'].includes(page)) return { label: 'nav.editors', path: 'editors/' };
	return (guidePages as readonly string[]).includes(page) ? { label: 'nav.guide', path: '#guide' } : undefined;
}
