import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { langs, languages, otherLangs } from '../../src/model/languages.ts';
import { missingPages } from '../../src/site/one-language.ts';
import { copyProject } from '../../scripts/io/project-copy.ts';

/** A page that somebody wrote in one language only, in each language. */
const path = (lang: string): string => `only-${lang}`;
const title = Object.fromEntries(langs.map((lang) => [lang, `Written in ${languages[lang].label}`]));

let dist: string;
beforeAll(async () => {
	const folder = await copyProject('one-language', Object.fromEntries(langs.map((lang) => [`content/docs/${lang}/${path(lang)}.mdx`, `---\ntitle: ${title[lang]}\n---\n\nText.\n`])));
	await promisify(execFile)(process.execPath, ['../../node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, SITE_URL: 'https://guide.example', SITE_BASE: '' }, maxBuffer: 2 ** 26 });
	dist = join(folder, 'dist');
});

const read = (file: string): Promise<string> => readFile(join(dist, file), 'utf8');
const alternates = (html: string): string[] => [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => `${lang} ${href}`).sort();

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

test('of the pages, those are missing that another language has', () => {
	const [first, second = first] = langs;
	expect([...missingPages([first, second, `${first}/about`, `${second}/about`, `${first}/a/b`])]).toEqual(langs.slice(1).map((lang) => [`${lang}/a/b`, `${first}/a/b`]));
	expect([...missingPages(langs)]).toEqual([]);
});
