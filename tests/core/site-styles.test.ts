import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readFacts } from '../../src/built/page-facts.ts';
import { makeStylesLean, type BuiltPage } from '../../src/built/site-styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'styles-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the sheets of a page become one under a new name, what is for print as well; what scripts fetch stays and is served', async () => {
	mkdirSync(join(folder, '_astro'));
	const files = {
		'_astro/tokens.a.css': ':root{--ink:red;--shade:1px;--paper:#fff;--unread:1}',
		'_astro/page.b.css': '.x{color:var(--ink)}.unused{color:var(--unread)}',
		'_astro/print.c.css': ':root{--ink:black}.x{background:var(--paper)}',
		'_astro/list.d.css': '.later{margin:var(--shade)}',
		'_astro/list.e.js': 'load("/sub/_astro/list.d.css")',
	};
	for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
	const link = (path: string, more = ''): string => `<link rel="stylesheet" href="/sub/_astro/${path}"${more}>`;
	const pages = new Map([
		['a.html', `${link('print.c.css', ' media="print"')}${link('tokens.a.css')}<meta>${link('page.b.css')}<p class="x">`],
		['b.html', `${link('tokens.a.css')}<p>`],
	].map(([path = '', html = '']): [string, BuiltPage] => [path, { html, facts: readFacts(html, '/sub/'), styles: [], isFinished: false }]));
	const kept = await makeStylesLean(folder, '/sub/', pages, Object.keys(files));
	expect(kept).toEqual(readdirSync(join(folder, '_astro')).map((name) => `_astro/${name}`).sort());
	const sheet = (page: string): string => /href="\/sub\/(_astro\/styles\.[\w-]{8}\.css)"/.exec(pages.get(page)?.html ?? '')?.[1] ?? '';
	expect(pages.get('a.html')?.html).toBe(`<link rel="stylesheet" href="/sub/${sheet('a.html')}"><meta><p class="x">`);
	expect(readFileSync(join(folder, sheet('a.html')), 'utf8')).toBe('@media print{.x{background:var(--paper)}}\n:root{--ink:red;--shade:1px;--paper:#fff}\n.x{color:var(--ink)}');
	expect(readFileSync(join(folder, sheet('b.html')), 'utf8')).toBe(':root{--shade:1px}');
	expect(readFileSync(join(folder, '_astro/list.d.css'), 'utf8')).toBe(files['_astro/list.d.css']);
});
