import fc from 'fast-check';
import { expect, test } from 'vitest';
import { langs, otherLangs } from '../../src/model/languages.ts';
import { crossViews, guidePages, navigationOf, type NavigationPage, type Section } from '../../src/site/navigation.ts';
import { neighboursOf, placesIn, sidebarAt } from '../../src/site/section.ts';

const [lang] = langs;
const t = (key: string): string => `label of ${key}`;

const page = (id: string, { title = id, navigation, ...sidebar }: { title?: string; navigation?: NavigationPage['data']['navigation']; label?: string; order?: number; hidden?: boolean } = {}): NavigationPage => ({
	id,
	data: { title, sidebar: { hidden: false, attrs: {}, ...sidebar }, navigation },
});
const idsOf = (navigation: readonly Section[], name: Section['name']): string[] => navigation.find((section) => section.name === name)?.entries.map(({ id }) => id) ?? [];

test('pages of a folder are in the navigation by themselves, in the order that they ask for and then by their names', () => {
	const pages = [page(`${lang}/sectors/b`), page(`${lang}/sectors/a`), page(`${lang}/sectors/last`, { order: 2, label: 'Short' }), page(`${lang}/sectors/first`, { order: 1 }), page(`${lang}/sectors/hidden`, { hidden: true }), page(`${lang}/sectors/a/part`), page(`${lang}/sectors`)];
	const others = otherLangs(lang).flatMap((other) => pages.map(({ id }) => page(`${other}${id.slice(lang.length)}`)));
	const navigation = navigationOf(lang, [...others, ...pages]);
	expect(idsOf(navigation, 'sectors')).toEqual(['first', 'last', 'a', 'b'].map((slug) => `${lang}/sectors/${slug}`));
	expect(navigation[0]?.entries.map(({ label }) => label)).toEqual([`${lang}/sectors/first`, 'Short', `${lang}/sectors/a`, `${lang}/sectors/b`]);
});

test('a page that asks for a place stands after those that every guide has, where every language has it', () => {
	const everywhere = (slug: string, order?: number): NavigationPage[] => langs.map((each) => page(`${each}/${slug}`, { navigation: 'guide', ...(order === undefined ? {} : { order }) }));
	const navigation = navigationOf(lang, [...everywhere('later'), ...everywhere('sooner', 1), page(`${lang}/alone`, { navigation: 'guide' }), ...otherLangs(lang).map((other) => page(`${other}/alone`)), page(`${lang}/silent`)]);
	expect(idsOf(navigation, 'guide')).toEqual([...guidePages, 'sooner', 'later'].map((slug) => `${lang}/${slug}`));
	expect(idsOf(navigation, 'views')).toEqual(crossViews.map((slug) => `${lang}/${slug}`));
});

/** A guide of some size, and how many entries were looked at since. */
function guide(sectors: number, sources: number): { navigation: readonly Section[]; looked: { at: number } } {
	const looked = { at: 0 };
	const numbered = (folder: string, count: number): NavigationPage[] => Array.from({ length: count }, (_, index) => page(`${lang}/${folder}/${String(index).padStart(5, '0')}`));
	const navigation = navigationOf(lang, [...numbered('sectors', sectors), ...numbered('sources', sources)]).map((section) => ({
		...section,
		entries: new Proxy(section.entries, {
			get: (entries, key, receiver): unknown => {
				if (typeof key === 'string' && /^\d+$/.test(key)) looked.at++;
				return Reflect.get(entries, key, receiver);
			},
		}),
	}));
	return { navigation, looked };
}

test('a page carries pages of its own section, itself among them and at most thirty, and one way into each other', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), fc.nat(), (sectors, sources, wanted) => {
			const { navigation } = guide(sectors, sources);
			const id = `${lang}/sectors/${String(wanted % sectors).padStart(5, '0')}`;
			const sidebar = sidebarAt(navigation, placesIn(navigation).get(id), t);
			const [own, ...others] = sidebar;
			const pages = own?.type === 'group' ? own.entries : [];
			expect(own?.label).toBe('label of nav.sectors');
			expect(pages).toHaveLength(Math.min(24, sectors));
			expect(pages.every((entry) => entry.type === 'link' && entry.href.includes('/sectors/'))).toBe(true);
			expect(pages.filter((entry) => entry.type === 'link' && entry.isCurrent)).toMatchObject([{ href: `/${id}/` }]);
			expect(others.map(({ type }) => type)).toEqual(Array.from({ length: sources > 0 ? 3 : 2 }, () => 'link'));
		}),
	);
});

test('how much of the navigation a page looks at does not grow with the site', () => {
	const count = (sectors: number, sources: number): number => {
		const { navigation, looked } = guide(sectors, sources);
		const place = placesIn(navigation).get(`${lang}/sectors/00050`);
		looked.at = 0;
		sidebarAt(navigation, place, t);
		if (place) neighboursOf(place, {}, t);
		return looked.at;
	};
	expect(count(100, 100)).toBeGreaterThan(24);
	expect(count(2000, 5000)).toBe(count(100, 100));
});

test('the pages before and after are those of the section, unless the page turns one off', () => {
	const { navigation } = guide(3, 3);
	const around = (slug: string, wanted: { prev?: unknown; next?: unknown } = {}): (string | undefined)[] => {
		const place = placesIn(navigation).get(`${lang}/${slug}`);
		const { prev, next } = place ? neighboursOf(place, wanted, t) : {};
		return [prev?.href, next?.href];
	};
	const path = (slug: string): string => `/${lang}/${slug}/`;
	expect(around('sectors/00001')).toEqual([path('sectors/00000'), path('sectors/00002')]);
	expect(around('sectors/00002')).toEqual([path('sectors/00001'), undefined]);
	expect(around('sources/00000')).toEqual([undefined, path('sources/00001')]);
	expect(around('sources/00001', { prev: false })).toEqual([undefined, path('sources/00002')]);
	expect(around('sources/00001', { next: false })).toEqual([path('sources/00000'), undefined]);
	expect(around('search')).toEqual([undefined, undefined]);
});
