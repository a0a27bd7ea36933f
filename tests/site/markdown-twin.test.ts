import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { publishedStatementsSchema } from '../../src/model/published.ts';
import { jsonLdText } from '../../src/site/json-ld.ts';
import { markdownTwin, silent } from '../../src/site/markdown-twin.ts';
import { built } from './global-setup.ts';
import { attributes, mainPages, publicUrl, readBuilt } from './pages.ts';

const statements = publishedStatementsSchema.parse(JSON.parse(readBuilt('data/statements.json')));
const twinOf = (path: string): string => readBuilt(`${path}index.md`);

/** The words alone: what Markdown escapes, links and marks differs from the data. */
interface MdNode {
	value?: string;
	children?: MdNode[];
}
const words = (markdown: string): string => {
	const read = (node: MdNode): string => node.value ?? (node.children ?? []).map(read).join('');
	return read(fromMarkdown(markdown) as MdNode).replace(/\s+/g, '');
};

describe('the Markdown twin', () => {
	test.each(mainPages)('of $path is named in its head, and holds every statement of the page in every language', ({ path, html, slug }) => {
		const named = /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(html)?.[1];
		expect(named).toBe(new URL(publicUrl(`${path}index.md`)).pathname);
		const markdown = twinOf(path);
		const said = words(markdown);
		for (const id of attributes(html, 'article', 'id')) {
			const statement = statements.find((each) => each.id === id);
			expect(markdown, id).toContain(`### ${id}\n`);
			expect(markdown, id).toContain(`<${publicUrl(path)}#${id}>`);
			for (const lang of langs) expect(said, id).toContain(statement?.text[lang].replace(/\s+/g, ''));
			for (const lang of langs) if (statement?.note) expect(said, id).toContain(statement.note[lang].replace(/\s+/g, ''));
		}
		// Every entry of a list, term and difference of the page too.
		for (const id of attributes(html, 'section', 'id').filter((each) => html.includes(`aria-labelledby="${each}-name"`))) expect(markdown).toContain(`<${publicUrl(path)}#${id}>`);
		const entries = [...html.matchAll(/<a class="entry-link" href="([^"]+)"/g)].map(([, href = '']) => href);
		for (const href of entries) expect(markdown).toContain(new URL(href, publicUrl(path)).href);
		if (slug.startsWith('sectors/')) expect([...attributes(html, 'article', 'id'), ...entries].length).toBeGreaterThan(2);
	});

	test('names the page in the other language and its twin', () => {
		for (const { path, lang, slug } of mainPages) {
			const other = mainPages.find((page) => page.slug === slug && page.lang !== lang);
			// It stands at the head; to read all of a long page again would take a second.
			const head = twinOf(path).slice(0, 3000);
			const title = /<meta property="og:title" content="([^"]*)"/.exec(other?.html ?? '')?.[1]?.replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? '';
			expect(words(head)).toContain(title.replace(/\s+/g, ''));
			expect(head).toContain(publicUrl(`${other?.path}index.md`));
		}
	});

	test('holds no component, import or comment of MDX, and no link that only the page could follow', () => {
		for (const { path } of mainPages) {
			const markdown = twinOf(path).replace(/^(```)[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
			expect(markdown, path).not.toMatch(/^(?:import|export) |^<\/?[A-Z]|\{\/\*|convert:(?:begin|end)/m);
			expect(markdown, path).not.toMatch(/\]\((?!https?:|mailto:)/);
		}
	});

	test('every component that pages use is one that has a form in Markdown, or content of its own', () => {
		const form = new Set(['Statement', 'Term', 'Difference', 'Text', 'Note', 'Facts', 'Entries', 'Counts', 'Sectors', 'Sources', 'Views', 'Statuses', 'Changes', 'Newest', 'Ref', ...silent]);
		const empty = mainPages.flatMap(({ lang, slug }) => {
			const file = `content/docs/${lang}/${slug === '' ? 'index' : slug.replace(/\/$/, '')}.mdx`;
			const body = readFileSync(file, 'utf8').replace(/^(```)[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
			return [...body.matchAll(/<([A-Z]\w*)\b[^>]*\/>/g)].map((match) => `${match[1]} in ${file}`).filter((found) => !form.has(found.split(' ')[0] ?? ''));
		});
		expect(empty, 'give it a list in src/routes/twin.ts, or name it in `silent` where it says nothing').toEqual([]);
	});

	test('keeps what a hostile page says as text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
				const made = markdownTwin({ lang: langs[0], title: `${title}<script>alert(1)</script>`, description: `[x](javascript:alert(1)) ${title}`, body: '', url: 'https://guide.example/', links: [{ label: title, url: 'https://guide.example/' }], t: (key) => key, lists: {}, statement: () => undefined });
				const types = JSON.stringify(fromMarkdown(made), ['type', 'url', 'children']);
				expect(types).not.toMatch(/"html"|javascript:/);
			}),
		);
	});
});

describe('llms.txt', () => {
	const text = readBuilt('llms.txt');
	test('has the form of llmstxt.org, and leads to the twin of every page in every language', () => {
		expect(text).toMatch(/^# .+\n\n> .+/);
		expect(text.match(/^# /gm)).toHaveLength(1);
		const listed = [...text.matchAll(/\((https?:[^)]+)\)/g)].map((match) => match[1] ?? '');
		for (const address of listed) expect(existsSync(join(built.directory, address.slice(publicUrl('').length))), address).toBe(true);
		expect(listed).toEqual(expect.arrayContaining(mainPages.filter(({ slug }) => slug !== 'search/').map(({ path }) => publicUrl(`${path}index.md`))));
	});
});

test('schema.org data stay data, whatever a title says', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const written = jsonLdText([{ name: `${text}</script><!--<script>` }]);
			expect(written).not.toMatch(/[<>&\u2028\u2029]/);
			expect((JSON.parse(written) as { '@graph': { name: string }[] })['@graph'][0]?.name).toBe(`${text}</script><!--<script>`);
		}),
	);
});

test('robots.txt, manifests and icons stand below the base, and lead to files that are there', () => {
	expect(readBuilt('robots.txt')).toContain(`Sitemap: ${publicUrl('sitemap-index.xml')}`);
	for (const lang of langs) {
		const manifest = JSON.parse(readBuilt(`${lang}/manifest.webmanifest`)) as { lang: string; start_url: string; icons: { src: string }[] };
		expect(manifest.start_url).toBe(`${built.base}${lang}/`);
		for (const { src } of manifest.icons) expect(existsSync(join(built.directory, src.slice(built.base.length)))).toBe(true);
	}
	expect(readFileSync(join(built.directory, 'favicon.ico')).subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 1, 0]));
	expect(readFileSync(join(built.directory, 'apple-touch-icon.png')).readUInt32BE(16)).toBe(180);
});
