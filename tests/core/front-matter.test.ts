import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { wellFormed } from '../../scripts/core/mdx.ts';
import type { PageContext } from '../../scripts/core/pages/context.ts';
import { pageSource } from '../../scripts/core/pages/page.ts';
import { defaultLang } from '../../src/model/languages.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { hostileTexts } from './hostile-texts.ts';

/** The parser with which Astro reads front matter, and ours. */
const astro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'))('js-yaml') as { load: (text: string) => unknown };
const parsers: Readonly<Record<string, (text: string) => unknown>> = { 'js-yaml': astro.load, yaml: (text) => parse(text) as unknown };

/** Writes a text as title, description and label of a page, and reads the front matter as Astro cuts it out. */
function expectText(value: string): void {
	const written = pageSource({ lang: defaultLang, slug: 'a' } as PageContext, { title: value, description: value, view: 'source', order: 1, label: value, from: [], parts: [] }).frontMatter.body().join('');
	const [, cut] = /^---\n([^]*?)\n---/.exec(`---\n${written}\n---\n\nText\n---\n`) ?? [];
	const clean = wellFormed(value).replace(/\n+/g, ' ');
	for (const [name, read] of Object.entries(parsers)) expect({ name, written, read: read(cut ?? '') }).toEqual({ name, written, read: { title: clean, description: clean, view: 'source', sidebar: { order: 1, label: clean } } });
}

test.each(Object.entries(hostileTexts))('%s in front matter is that text', (_, value) => expectText(value));

const runs = fuzzRuns(500);
test('any text in front matter is that text', { timeout: 60_000 + runs * 10 }, () => {
	fc.assert(fc.property(anyText, expectText), { numRuns: runs });
});
