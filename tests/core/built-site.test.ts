import { describe, expect, test } from 'vitest';
import { overBudget, shortOfGoal } from '../../src/built/budgets.ts';
import { checkSite } from '../../src/built/check-site.ts';
import { attributes, tags } from '../../src/built/html.ts';
import { filesNamed, frameOf, withImports } from '../../src/built/page-weight.ts';
import { contentSecurityPolicy, inlineOf, withPolicy } from '../../src/built/security.ts';

describe.each(['/', '/sub/path/'])('a site at %s', (base) => {
	const origin = 'https://guide.example';
	const page = (folder: string, slug: string, body = ''): string =>
		`<!doctype html><html lang="${folder}"><head><meta charset="utf-8"><link rel="canonical" href="${origin}${base}${folder}/${slug}">${['en', 'ja'].map((lang) => `<link rel="alternate" hreflang="${lang}" href="${origin}${base}${lang}/${slug}">`).join('')}<link rel="alternate" hreflang="x-default" href="${origin}${base}${slug === '' ? '' : `en/${slug}`}"></head><body><a data-language hreflang="${folder === 'en' ? 'ja' : 'en'}" href="${base}${folder === 'en' ? 'ja' : 'en'}/${slug}">other</a>${body}</body></html>`;
	const files = (change: Readonly<Record<string, string>> = {}): Map<string, string> => {
		const paths = ['en/', 'ja/', 'en/a/', 'ja/a/'];
		return new Map(Object.entries({
			...Object.fromEntries(paths.map((path) => [`${path}index.html`, page(path.slice(0, 2), path.slice(3), path.endsWith('a/') ? '<p id="x">x</p>' : `<a href="${base}${path}a/#x">a</a>`)])),
			'index.html': '<html><head><meta charset="utf-8"></head></html>',
			'sitemap-0.xml': paths.map((path) => `<loc>${origin}${base}${path}</loc>`).join(''),
			...change,
		}));
	};
	const problems = (change: Readonly<Record<string, string>>): string[] => {
		const texts = files(change);
		return checkSite({ origin, base, texts, files: new Set(texts.keys()), languages: [{ folder: 'en', tag: 'en' }, { folder: 'ja', tag: 'ja' }], defaultFolder: 'en', redirects: new Set(['moved']) }).map(({ file, problem }) => `${file}: ${problem}`);
	};
	const inPage = (body: string): string[] => problems({ 'en/a/index.html': page('en', 'a/', `<p id="x">x</p>${body}`) });

	test('without a mistake has no findings', () => expect(problems({})).toEqual([]));
	test.each([
		['a link to nothing', '<a href="../b/">b</a>'],
		['a link to no place on its page', '<a href="#y">y</a>'],
		['a picture that is not there', '<img src="x.png">'],
		['a picture in a set', '<img srcset="x.png 1x, y.png 2x">'],
		['a script in an address', '<a href="javascript:x()">x</a>'],
		['an id that stands twice', '<p id="x"></p>'],
		['a form that leads to nothing', `<form action="${base}nothing/"></form>`],
	])('with %s has a finding', (_, body) => expect(inPage(body)).not.toEqual([]));
	test.each(['<a href="https://other.example/x#y">x</a>', '<a href="mailto:a@b.example">x</a>', `<a href="${base}moved">x</a>`, '<script>"<a href=nothing>"</script>', '<!-- <a href="nothing"> -->', '<a href="#%78">x</a>'])('%s is no mistake', (body) => expect(inPage(body)).toEqual([]));
	test('whose languages do not name each other has findings on both', () => {
		const found = problems({ 'ja/a/index.html': page('ja', '') });
		expect(found.some((line) => line.startsWith('ja/a/'))).toBe(true);
		expect(found.some((line) => line.startsWith('en/a/') && line.includes('counterpart'))).toBe(true);
	});
	test('can have a list in another order, which its own order stands for', () => {
		const order = (folder: string): string => page(folder, 'a/newest/').replace(/<link rel="alternate"[^>]*>/g, '').replace('a/newest/">', 'a/">');
		const orders = { 'en/a/newest/index.html': order('en'), 'ja/a/newest/index.html': order('ja') };
		expect(problems(orders)).toEqual([]);
		expect(problems({ ...orders, 'en/a/newest/index.html': page('en', 'a/newest/').replace('a/newest/">', 'a/">') })).not.toEqual([]);
		expect(problems({ ...orders, 'sitemap-0.xml': [...files({}).get('sitemap-0.xml')?.matchAll(/<loc>[^<]*<\/loc>/g) ?? [], `<loc>${origin}${base}en/a/newest/</loc>`].join('') })).toEqual(['en/a/newest/index.html: a site map lists it, which its canonical address is not']);
		// Another page, or the home page, stands for none.
		expect(problems({ ...orders, 'en/b/index.html': order('en'), 'ja/b/index.html': order('ja') })).not.toEqual([]);
		expect(problems({ 'en/a/index.html': page('en', 'a/').replace('en/a/">', 'en/">') })).not.toEqual([]);
	});
	test('whose map lacks a page, or lists one that is not there, has a finding', () => {
		expect(problems({ 'sitemap-0.xml': `<loc>${origin}${base}en/</loc>` }).length).toBe(3);
		expect(problems({ 'feed.xml': `<link>${origin}${base}gone/</link>` })).toHaveLength(1);
		expect(problems({ 'data/x.csv': `a,${origin}${base}en/a/#x,${origin}${base}en/a/#gone` })).toHaveLength(1);
	});
	test('what a page fetches is found through the imports of its scripts', () => {
		const code: Record<string, string> = { '_astro/a.js': 'import{b as c}from"./b.js";import("./later.js");', '_astro/b.js': 'import"./c.js"', '_astro/c.js': '' };
		const html = `<link rel="stylesheet" href="${base}_astro/s.css"><script type="module" src="${base}_astro/a.js"></script>`;
		const { styles, scripts } = filesNamed(`${html}<noscript><link rel="stylesheet" href="${base}_astro/none.css"></noscript>`, base);
		expect([styles, withImports(scripts, (path) => code[path])]).toEqual([['_astro/s.css'], ['_astro/a.js', '_astro/b.js', '_astro/c.js']]);
	});
});

test('attributes are read as browsers read them', () => {
	const [tag] = [...tags('<a  href=x title="a > b &amp; c" data-x=\'"\' hidden>')];
	expect(tag && Object.fromEntries(attributes(tag))).toEqual({ href: 'x', title: 'a > b & c', 'data-x': '"', hidden: '' });
});

describe('the security policy', () => {
	test('names a script by the hash that the standard gives for it', () => {
		// The example of CSP Level 3, section 2.3.1.
		expect([...inlineOf("<script>alert('Hello, world.');</script>").scripts]).toEqual(["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]);
	});
	test('leaves data out, and import maps not', () => {
		expect(inlineOf('<script type="application/ld+json">{}</script><script src="x.js"></script>').scripts.size).toBe(0);
		expect(inlineOf('<script type="importmap">{}</script><script type="speculationrules">{ }</script>').scripts.size).toBe(2);
	});
	test.each(['<p onclick="x()">', '<a href=" javascript:x()">', '<a href="java&#x73;cript:x()">'])('refuses %s', (html) => expect(() => inlineOf(html)).toThrow('security policy'));
	test('stands after the encoding, and refuses a page where something comes before', () => {
		expect(withPolicy('<head><meta charset="utf-8"><script>1</script>', inlineOf(''))).toMatch(/^<head><meta charset="utf-8"><meta http-equiv/);
		expect(() => withPolicy('<head><script>1</script><meta charset="utf-8">', inlineOf(''))).toThrow();
	});
	test('names style attributes while they are few', () => {
		const many = (count: number): string => contentSecurityPolicy(inlineOf(Array.from({ length: count }, (_, index) => `<p style="top:${index}px">`).join('')));
		expect(many(0)).toContain("style-src-attr 'none'");
		expect(many(3)).toContain("style-src-attr 'unsafe-hashes' 'sha256-");
		expect(many(40)).toContain("style-src-attr 'unsafe-inline'");
	});
});

test('the frame of a page is what is not in its main part, or names that', () => expect(frameOf('<html><p>é<aside>z</aside><main class="x"><p>y</main></html>')).toBe('<html><p></html>'.length + 2));

test('no page is longer than a phone can lay out, with a little room for an estimate', () => {
	const page = { path: 'en/sectors/a/index.html', html: 9_000, styles: 5_000, scripts: 1_000, frame: 9_000 };
	expect(overBudget([{ ...page, htmlRaw: 42_000 }])).toEqual([]);
	expect(overBudget([{ ...page, htmlRaw: 42_001 }])).toMatchObject([{ budget: 'HTML (unpacked)', allowed: 42_000 }]);
	expect(shortOfGoal([{ ...page, htmlRaw: 40_000 }])).toEqual([]);
	expect(shortOfGoal([{ ...page, htmlRaw: 40_001 }])).toEqual([{ what: 'HTML (unpacked)', goal: 40_000, pages: 1 }]);
});

test('a page over its budget is named with what it is made of, the heaviest part first', () => {
	expect(overBudget([{ path: 'en/a/index.html', html: 9_000, styles: 50_000, scripts: 1_000, htmlRaw: 30_000, frame: 9_000 }])).toMatchObject([
		{ page: 'en/a/index.html', budget: 'first load (brotli)', cause: expect.stringMatching(/^CSS 50.0 kB, HTML 9.0 kB/) as string },
		{ budget: 'CSS (brotli)' },
	]);
	expect(overBudget([{ path: 'en/a/index.html', html: 9_000, styles: 5_000, scripts: 1_000, htmlRaw: 30_000, frame: 9_000 }])).toEqual([]);
	expect(overBudget([{ path: 'en/glossary/index.html', html: 20_000, styles: 5_000, scripts: 1_000, htmlRaw: 30_000, frame: 19_000 }])).toMatchObject([{ budget: 'HTML around the content (unpacked)' }]);
});
