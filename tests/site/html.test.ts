import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import catalogue from '../../content/i18n/en.json' with { type: 'json' };
import { defaultLang, languages, langs, otherLangs } from '../../src/model/languages.ts';
import { built } from './global-setup.ts';
import { attributes, contentPages, ids, isOrder, links, mainPages, mainSlug, pages, publicUrl, readBuilt } from './pages.ts';

const origin = 'http://reader.example';

test('every page stands in every language', () => {
	const slugs = (lang: string): string[] => contentPages.filter((page) => page.lang === lang).map(({ slug }) => slug).sort();
	expect(slugs(defaultLang).length).toBeGreaterThan(25);
	for (const lang of langs) expect(slugs(lang)).toEqual(slugs(defaultLang));
});

describe('languages and addresses', () => {
	test.each(contentPages)('$path names its language, its address and its counterparts', ({ lang, slug, html }) => {
		expect(/<html lang="([^"]+)"/.exec(html)?.[1]).toBe(languages[lang].tag);
		expect(links(html, 'canonical').map(({ href }) => href)).toEqual([publicUrl(`${lang}/${mainSlug(slug)}`)]);
		const alternates = links(html, 'alternate').filter(({ hreflang }) => hreflang !== undefined);
		expect(alternates).toEqual(isOrder({ slug }) ? [] : [
			...langs.map((other) => ({ href: publicUrl(`${other}/${slug}`), hreflang: languages[other].tag })),
			{ href: publicUrl(slug === '' ? '' : `${defaultLang}/${slug}`), hreflang: 'x-default' },
		]);
	});

	test('the root names the first page of every language, and itself for everybody else', () => {
		const root = readBuilt('index.html');
		expect(links(root, 'canonical').map(({ href }) => href)).toEqual([publicUrl('')]);
		expect(links(root, 'alternate').filter(({ hreflang }) => hreflang !== undefined)).toEqual([
			...langs.map((lang) => ({ href: publicUrl(`${lang}/`), hreflang: languages[lang].tag })),
			{ href: publicUrl(''), hreflang: 'x-default' },
		]);
	});

	test('the site map lists every page but the search and lists in another order with its counterparts, and no others', () => {
		const sitemap = readBuilt('sitemap-0.xml');
		const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]).sort();
		expect(listed).toEqual(pages.filter((page) => page.path !== '404.html' && !page.path.endsWith('/search/') && !isOrder(page)).map(({ path }) => publicUrl(path)).sort());
		for (const { lang, slug } of mainPages.filter(({ slug }) => slug !== 'search/')) {
			expect(sitemap).toContain(`hreflang="${languages[lang].tag}" href="${publicUrl(`${lang}/${slug}`)}"`);
		}
	});
});

test('the header leads to the same page in the other languages', () => {
	for (const { lang, slug, path, html } of contentPages) {
		const header = /<header class="header\b[^]*?<\/header>/.exec(html)?.[0] ?? '';
		const switches = [...header.matchAll(/<a class="language" href="([^"]*)" lang="([^"]*)" hreflang="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map((match) => match.slice(1));
		expect.soft(switches, path).toEqual(otherLangs(lang).map((other) => [`${built.base}${other}/${slug}`, languages[other].tag, languages[other].tag, languages[other].label]));
	}
});

describe('links', () => {
	const idsByPath = new Map(pages.map(({ path, html }) => [path, new Set(ids(html))]));

	test.each(pages)('every link of $path leads somewhere', ({ path, html }) => {
		const broken = [...attributes(html, 'a', 'href'), ...attributes(html, 'link', 'href'), ...attributes(html, 'script', 'src')].filter((href) => {
			if (/^mailto:/.test(href)) return false;
			const url = new URL(href.replace(built.site, origin), origin + built.base + path);
			if (url.origin !== origin) return false;
			if (!url.pathname.startsWith(built.base)) return true;
			const target = decodeURIComponent(url.pathname.slice(built.base.length));
			const known = idsByPath.get(target);
			if (known) return url.hash !== '' && !known.has(decodeURIComponent(url.hash.slice(1)));
			const file = join(built.directory, target);
			return !existsSync(file) || statSync(file).isDirectory();
		});
		expect(broken).toEqual([]);
	});

	test.each(pages)('$path has no id twice', ({ html }) => {
		const all = ids(html);
		expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
	});

	test('a statement has the same address on its sector page in every language', () => {
		for (const { slug, lang, html } of contentPages.filter((page) => page.slug.startsWith('sectors/'))) {
			const other = contentPages.find((page) => page.slug === slug && page.lang !== lang);
			const statementIds = attributes(html, 'article', 'id');
			expect(attributes(other?.html ?? '', 'article', 'id')).toEqual(statementIds);
		}
	});

	test('an edit link leads to the file of its page', () => {
		for (const { lang, slug, html } of contentPages) {
			const edit = attributes(html, 'a', 'href').filter((href) => href.includes('/edit/'));
			expect(edit.map((href) => href.replace(/^.*\/edit\/[^/]+\//, ''))).toEqual([`content/docs/${lang}/${slug === '' ? 'index' : slug.replace(/\/$/, '')}.mdx`]);
			expect(existsSync(edit[0]?.replace(/^.*\/edit\/[^/]+\//, '') ?? '')).toBe(true);
		}
	});
});

test('no page shows the key of a missing label', () => {
	const groups = [...new Set(Object.keys(catalogue).map((key) => key.split('.')[0]))].join('|');
	const key = new RegExp(`[>"](?:${groups})\\.[A-Za-z-]+(?:\\.[A-Za-z-]+)*[<"]`, 'g');
	for (const { path, html } of pages) expect.soft(html.match(key), path).toBeNull();
});

test('no page takes anything from another host', () => {
	for (const { path, html } of pages) {
		const loaded = [...attributes(html, 'script', 'src'), ...attributes(html, 'img', 'src'), ...links(html, 'stylesheet').map(({ href }) => href), ...links(html, 'preload').map(({ href }) => href)];
		expect.soft(loaded.filter((url) => /^(?:https?:)?\/\//.test(url)), path).toEqual([]);
	}
});

test('headings of a language without spaces are cut at phrases, and say the same', () => {
	const page = contentPages.find(({ lang, slug }) => languages[lang].script === 'Jpan' && slug === 'about/');
	const heading = /<h2 id="cite"[^>]*>(.*?)<\/h2>/.exec(page?.html ?? '')?.[1];
	expect(heading).toContain('<wbr');
	expect(heading?.replace(/<[^>]+>/g, '')).toBe('引用の方法');
});
