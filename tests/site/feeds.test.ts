import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { langs, languages } from '../../src/model/languages.ts';
import { publishedStatementsSchema } from '../../src/model/published.ts';
import { datesOfBlame } from '../../src/site/dates.ts';
import { atom, clipped, escapeXml, type Feed } from '../../src/site/feed.ts';
import { launchBrowser } from './browser.ts';
import { attributes, contentPages, ids, isOrder, publicUrl, readBuilt } from './pages.ts';

const statements = publishedStatementsSchema.parse(JSON.parse(readBuilt('data/statements.json')));
const feeds = contentPages.filter(({ slug }) => slug === '' || /^sectors\/[^/]+\/$/.test(slug)).map(({ lang, slug }) => ({ lang, slug, path: `${lang}/${slug}feed.xml` }));

const texts = (xml: string, element: string): string[] => [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`, 'g'))].map((match) => match[1] ?? '');

describe('every feed', () => {
	test.each(feeds)('$path has what Atom requires, in its language', ({ lang, path }) => {
		const xml = readBuilt(path);
		expect(xml).toMatch(new RegExp(`^<\\?xml version="1.0" encoding="utf-8"\\?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languages[lang].tag}">`));
		expect(xml).toContain(`<link rel="self" type="application/atom+xml" href="${publicUrl(path)}"/>`);
		const entries = xml.split('<entry>').slice(1);
		expect(entries.length).toBeGreaterThan(2);
		for (const part of [xml.split('<entry>')[0] ?? '', ...entries]) {
			for (const required of ['id', 'title', 'updated']) expect(texts(part, required)).toHaveLength(1);
		}
		const all = texts(xml, 'id');
		expect(new Set(all).size).toBe(all.length);
		for (const id of all) expect(id).toMatch(/^tag:[\w.-]+,\d{4}:\S+$/);
		for (const date of [...texts(xml, 'updated'), ...texts(xml, 'published')]) expect(date).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		const updated = texts(xml, 'updated').slice(1);
		expect(updated).toEqual([...updated].sort().reverse());
		expect(texts(xml, 'updated')[0]).toBe(updated[0]);
	});

	test.each(feeds)('$path leads to statements that are there', ({ path, lang }) => {
		const known = new Map(contentPages.map((page) => [publicUrl(page.path), new Set(ids(page.html))]));
		const addresses = readBuilt(path).split('<entry>').slice(1).flatMap((entry) => attributes(entry, 'link', 'href'));
		expect(addresses.length).toBeGreaterThan(4);
		expect(addresses.filter((address) => !known.get(address.split('#')[0] ?? '')?.has(address.split('#')[1] ?? ''))).toEqual([]);
		expect(addresses.some((address) => address.startsWith(publicUrl(`${lang}/`)))).toBe(true);
	});

	test('of a sector holds every statement that its page is the home of', () => {
		for (const { lang, slug, path } of feeds.filter((feed) => feed.slug !== '')) {
			const xml = readBuilt(path);
			const home = statements.filter((statement) => `sectors/${statement.sector}/` === slug && statement.sameAs === undefined);
			expect(home.filter(({ text }) => !xml.includes(escapeXml(text[lang]))).map(({ id }) => id)).toEqual([]);
		}
	});

	test('is named in the head of its page, and linked on it', () => {
		for (const { lang, slug, html } of contentPages) {
			const named = [...html.matchAll(/<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/g)].map((match) => match[1]);
			const own = slug.startsWith('sectors/') ? [`${lang}/${slug.split('/').slice(0, 2).join('/')}/feed.xml`] : [];
			expect.soft(named, slug).toEqual([`${lang}/feed.xml`, ...own].map((path) => new URL(publicUrl(path)).pathname));
			expect.soft(attributes(html, 'a', 'href'), slug).toContain(named.at(-1));
		}
	});

	test('is well-formed for a browser', async () => {
		const browser = await launchBrowser();
		try {
			const page = await browser.newPage();
			await page.goto(`${inject('siteUrl')}404.html`);
			const errors = await page.evaluate((documents) => documents.map((xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? ''), [...feeds.map(({ path }) => readBuilt(path)), hostileFeed]);
			expect(errors.filter((error) => error !== '')).toEqual([]);
		} finally {
			await browser.close();
		}
	});
});

const hostile = '</title><script>alert(1)</script> & ]]> \u0000\u0008\u000b\ud800\uffff "\' <!-- \u2028';
const feedOf = (text: string): Feed => ({
	lang: langs[0],
	id: text,
	title: text,
	subtitle: text,
	author: text,
	rights: text,
	self: text,
	page: text,
	icon: text,
	entries: [{ id: text, title: text, summary: text, url: text, others: [], published: new Date(0), updated: new Date(0), categories: [{ term: text, scheme: text, label: text }] }],
});
const hostileFeed = atom(feedOf(hostile));

describe('hostile texts', () => {
	test('stay text in a feed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const xml = atom(feedOf(text + hostile));
				expect(xml.match(/<[a-z]+/g)).toEqual(atom(feedOf('plain')).match(/<[a-z]+/g));
				expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
			}),
		);
	});

	test('a title is the beginning of its text and not longer than it may be', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 80 }), (text, length) => {
				const title = clipped(text, length);
				expect([...title].length).toBeLessThanOrEqual(Math.max(length, [...text].length > length ? length : [...text].length));
				expect(title === text || (title.endsWith('…') && text.startsWith(title.slice(0, -1)))).toBe(true);
			}),
		);
	});
});

test('the history of a seed gives each statement its days', () => {
	const line = (commit: string, time: number, text: string): string => `${commit} 1 1 1\nauthor A\ncommitter-time ${time}\nsummary x\n\t${text}\n`;
	const [old, young, none] = ['a'.repeat(40), 'b'.repeat(40), '0'.repeat(40)];
	const dates = datesOfBlame([line(old, 100, 'statements:'), line(old, 100, '  - id: one'), line(old, 100, '    text: x'), line(old, 100, '  - id: two'), line(young, 200, '    text: y'), line(none, 900, '    note: z')].join(''));
	expect([...dates]).toEqual([
		['one', { added: new Date(100_000), changed: new Date(100_000) }],
		['two', { added: new Date(100_000), changed: new Date(200_000) }],
	]);
});

test('a reader of HTML finds the schema.org data, and nothing in it ends its element', () => {
	for (const { html, path, slug } of contentPages) {
		const { document } = parseHTML(html);
		const [script, ...more] = document.querySelectorAll('script[type="application/ld+json"]');
		expect(more).toEqual([]);
		// A list in another order is the same thing, which its view describes.
		if (isOrder({ slug })) {
			expect(script).toBeUndefined();
			continue;
		}
		expect(script?.textContent, path).not.toMatch(/[<>&]/);
		const { '@graph': graph } = JSON.parse(script?.textContent ?? '') as { '@graph': { '@id': string; '@type': string }[] };
		expect(graph[0]?.['@id']).toBe(publicUrl(path));
	}
});
