import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { langs, languages, otherLangs } from '../../src/model/languages.ts';
import { missingPages } from '../../src/site/one-language.ts';
import { countStale } from '../../src/site/stale.ts';
import en from '../../content/i18n/en.json' with { type: 'json' };
import ja from '../../content/i18n/ja.json' with { type: 'json' };
import { copyProject } from '../../scripts/io/project-copy.ts';

const catalogues = { en, ja };

/** A page that somebody wrote in one language only, in each language. */
const path = (lang: string): string => `only-${lang}`;
const title = Object.fromEntries(langs.map((lang) => [lang, `Written in ${languages[lang].label}`]));

/** A sector where one text of a statement, in the second language, was left behind by a change in the first. */
const [first, second = first] = langs;
const behind = 'sectors/space';
const older = (lang: string): string => readFileSync(`content/docs/${lang}/${behind}.mdx`, 'utf8').replace(/<Statement (?=id=)/, `<Statement stale="${languages[second].tag}" `);

let dist: string;
beforeAll(async () => {
	const folder = await copyProject('one-language', {
		...Object.fromEntries(langs.map((lang) => [`content/docs/${lang}/${path(lang)}.mdx`, `---\ntitle: ${title[lang]}\nnavigation: guide\n---\n\nText.\n`])),
		...Object.fromEntries(langs.map((lang) => [`content/docs/${lang}/asking.mdx`, `---\ntitle: Asking ${lang}\nnavigation: guide\nsidebar:\n  label: Short ${lang}\n---\n\nText.\n`])),
		...Object.fromEntries(langs.map((lang) => [`content/docs/${lang}/${behind}.mdx`, older(lang)])),
	});
	await promisify(execFile)(process.execPath, ['../../node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, SITE_URL: 'https://guide.example', SITE_BASE: '' }, maxBuffer: 2 ** 26 });
	dist = join(folder, 'dist');
});

const read = (file: string): Promise<string> => readFile(join(dist, file), 'utf8');
const alternates = (html: string): string[] => [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => `${lang} ${href}`).sort();

test('a page that asks for it by its front matter is in the navigation of every language', async () => {
	for (const lang of langs) {
		const html = await read(`${lang}/about/index.html`);
		expect(html).toMatch(new RegExp(`<a href="/${lang}/asking/">Short ${lang}</a>`));
		// What a language lacks is not offered in its navigation.
		for (const written of langs) expect(html).not.toContain(`/${path(written)}/`);
	}
});

for (const lang of langs) {
	const real = `https://guide.example/${lang}/${path(lang)}/`;

	test(`a page in ${lang} only is offered in that language only`, async () => {
		expect(alternates(await read(`${lang}/${path(lang)}/index.html`))).toEqual([`${languages[lang].tag} ${real}`, `x-default ${real}`].sort());
		const sitemap = await read('sitemap-0.xml');
		expect(sitemap).toContain(`<loc>${real}</loc></url>`);
		for (const other of otherLangs(lang)) expect(sitemap).not.toContain(`/${other}/${path(lang)}/`);
	});

	for (const other of otherLangs(lang)) {
		test(`in ${other} its address says that it exists in ${lang} only, and leads there`, async () => {
			const html = await read(`${other}/${path(lang)}/index.html`);
			expect(html).toContain(`<html lang="${languages[other].tag}"`);
			expect(html).toMatch(new RegExp(`<h1 id="_top" lang="${languages[lang].tag}">`));
			expect(html).toMatch(new RegExp(`<p class="only-in[^>]*lang="${languages[other].tag}">[^<]+<a href="/${lang}/${path(lang)}/" hreflang="${languages[lang].tag}"`));
			expect(html).toContain(`<link rel="canonical" href="${real}"`);
			expect(html).toContain('<meta name="robots" content="noindex"');
			expect(html).not.toContain('data-pagefind-body');
			expect(alternates(html)).not.toContainEqual(expect.stringContaining(`/${other}/${path(lang)}/`));
		});
	}
}

/** What the header's link to the other language is described by, and the words of that. */
function caveat(html: string): string | undefined {
	const [, id] = /<a class="language"[^>]*\saria-describedby="([^"]+)"/.exec(html) ?? [];
	return id === undefined ? undefined : new RegExp(`id="${id}"[^>]*>(.*?)</div>`, 's').exec(html)?.[1]?.replace(/<[^>]+>/g, ' ').trim();
}

test.each(langs)('a page that exists in %s only says so beside the link to the other language', async (lang) => {
	expect(caveat(await read(`${lang}/${path(lang)}/index.html`))).toContain(catalogues[lang]['page.missingIn'].split('{{')[0]);
	// The notice itself leads to the real page: its link needs no warning.
	for (const other of otherLangs(lang)) expect(caveat(await read(`${other}/${path(lang)}/index.html`))).toBeUndefined();
});

test('a page with a text that is older than in the other language says so on both', async () => {
	const said = (lang: (typeof langs)[number], key: 'page.olderIn_other' | 'page.newerIn_other' | 'page.olderIn_one' | 'page.newerIn_one'): string => ((catalogues[lang] as Record<string, string>)[key] ?? '').replace('{{count}}', '1').replace('{{language}}', catalogues[lang][`language.${otherLangs(lang)[0] ?? lang}`]);
	expect(caveat(await read(`${first}/${behind}/index.html`))).toContain(said(first, 'page.olderIn_one'));
	expect(caveat(await read(`${second}/${behind}/index.html`))).toContain(said(second, 'page.newerIn_other'));
	for (const lang of langs) expect(caveat(await read(`${lang}/about/index.html`))).toBeUndefined();
});

test('older texts are counted by language, and not where a page only shows how one is written', () => {
	expect(countStale('<Statement id="a" stale="ja">\n<Statement stale="en ja" id="b">\n```\n<Statement id="c" stale="ja">\n```\n<Statement id="d">')).toEqual({ en: 1, ja: 2 });
});

test('of the pages, those are missing that another language has', () => {
	expect([...missingPages([first, second, `${first}/about`, `${second}/about`, `${first}/a/b`])]).toEqual(langs.slice(1).map((lang) => [`${lang}/a/b`, `${first}/a/b`]));
	expect([...missingPages(langs)]).toEqual([]);
});
