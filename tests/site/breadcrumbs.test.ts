import { describe, expect, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { contentPages, isOrder, publicUrl } from './pages.ts';
import { built } from './global-setup.ts';

/** What the reader sees of the way down to a page, and what programs are told of it. */
const seen = (html: string): { label: string; steps: { href: string | undefined; name: string; current: boolean }[] }[] =>
	[...html.matchAll(/<nav class="breadcrumbs[^>]*aria-label="([^"]+)"[^>]*>(.*?)<\/nav>/gs)].map(([, label = '', inside = '']) => ({
		label,
		steps: [...inside.matchAll(/<li>\s*<(?:a|span)([^>]*)>(.*?)<\/(?:a|span)>/gs)].map(([, attributes = '', name = '']) => ({ href: /href="([^"]*)"/.exec(attributes)?.[1], name, current: attributes.includes('aria-current="page"') })),
	}));
const text = (html: string): string => html.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

interface Listed {
	readonly '@type': string;
	readonly itemListElement?: readonly { readonly position: number; readonly name: string; readonly item?: string }[];
}
const told = (html: string): Listed | undefined => {
	const [, json = '{"@graph":[]}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
	return (JSON.parse(json) as { '@graph': { readonly breadcrumb?: Listed }[] })['@graph'].find(({ breadcrumb }) => breadcrumb)?.breadcrumb;
};

describe.each(langs)('breadcrumbs in %s', (lang) => {
	const own = contentPages.filter((page) => page.lang === lang);
	const below = own.filter(({ slug }) => slug !== '');

	test('stand on every page below the first, begin there and end with the page itself', () => {
		expect(seen(own.find(({ slug }) => slug === '')?.html ?? '')).toEqual([]);
		for (const { path, html } of below) {
			const [trail, ...more] = seen(html);
			expect(more, path).toEqual([]);
			expect(trail?.steps[0]?.href, path).toBe(`${built.base}${lang}/`);
			expect(trail?.steps.map(({ current }) => current), path).toEqual(trail?.steps.map((_, index, all) => index === all.length - 1));
			expect(trail?.steps.at(-1)?.name, path).not.toBe('');
		}
	});

	test('name the section of a page', () => {
		const steps = (start: string): (string | undefined)[] => seen(below.find(({ slug }) => (start === 'timeline/' ? slug === start : slug.startsWith(start)))?.html ?? '')[0]?.steps.map(({ href }) => href) ?? [];
		expect(steps('sectors/')[1]).toBe(`${built.base}${lang}/#sectors`);
		expect(steps('sources/')[1]).toBe(`${built.base}${lang}/#sources`);
		expect(steps('timeline/')[1]).toBe(`${built.base}${lang}/#views`);
		expect(steps('timeline/newest/').slice(1, 3)).toEqual([`${built.base}${lang}/#views`, `${built.base}${lang}/timeline/`]);
		expect(steps('sources/mofa-economic-security-fact-sheet/by-sector/').slice(1, 3)).toEqual([`${built.base}${lang}/#sources`, `${built.base}${lang}/sources/mofa-economic-security-fact-sheet/`]);
		expect(steps('about/')[1]).toBe(`${built.base}${lang}/#guide`);
		expect(steps('help/')[1]).toBe(`${built.base}${lang}/editors/`);
	});

	test('tell programs the same', () => {
		for (const { path, html } of below.filter((page) => !isOrder(page))) {
			const [trail] = seen(html);
			const list = told(html)?.itemListElement ?? [];
			expect(list.map(({ name }) => name), path).toEqual(trail?.steps.map(({ name }) => text(name)));
			expect(list.map(({ position }) => position), path).toEqual(list.map((_, index) => index + 1));
			// The last step is the page itself, and leads nowhere.
			expect(list.map(({ item }) => item), path).toEqual([...(trail?.steps.slice(0, -1).map(({ href }) => new URL(href ?? '', publicUrl('')).href) ?? []), undefined]);
		}
	});
});

test('the label of the breadcrumbs is in the language of the page', () => {
	const labels = langs.map((lang) => new Set(contentPages.filter((page) => page.lang === lang).flatMap(({ html }) => seen(html).map(({ label }) => label))));
	expect(labels.map(({ size }) => size)).toEqual(langs.map(() => 1));
	expect(new Set(labels.flatMap((each) => [...each])).size).toBe(langs.length);
});
