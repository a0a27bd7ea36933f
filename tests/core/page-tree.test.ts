import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import renderer from '@astrojs/mdx/server.js';
import { satteri } from '@astrojs/markdown-satteri';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import { evaluate } from 'satteri';
import { expect, test } from 'vitest';
import { element, inlineElement, list, paragraph, serialize, table, text } from '../../scripts/core/mdx.ts';
import type { PageNode } from '../../src/site/page-nodes.ts';
import { pageTree } from '../../src/site/page-tree.ts';
import { hostileTexts } from './hostile-texts.ts';

const { options } = satteri({ features: { smartPunctuation: false, directive: true } });
const read = (body: string) => pageTree(body, pathToFileURL('content/docs/en/x.mdx'), options);

test('a page is HTML and components, and knows its headings', () => {
	expect(read("import { Note, Ref } from '@components';\n\n## A *b*\n\n<Note>\n  Of <Ref id=\"x\">one</Ref> & {1 + 1}.\n</Note>")).toEqual({
		nodes: ['<h2 id="a-b">A <em>b</em></h2>\n', ['Note', {}, [['p', {}, ['Of ', ['Ref', { id: 'x' }, ['one']], ' &amp; 2.']]]]],
		headings: [{ depth: 2, slug: 'a-b', text: 'A b' }],
	});
});

test.each([
	["import A from '../a.astro';\n\n<A />", 'other code'],
	["import { Note } from '@components';\n\nexport const a = 1;", 'an export'],
	["import { Note } from '@components';\nimport '../a.css';", 'a style sheet'],
	['![A](./a.png)', 'a picture'],
	['<script>{`a`}</script>', 'a script'],
	["import { Note } from '@components';\n\n<Note client:load />", 'a component for the browser'],
	["import { Note } from '@components';\n\n<Note a={{ b: 1 }} />", 'a value that is no text or number'],
	["import { Note } from '@components';\n\n<Note><p slot=\"a\">b</p></Note>", 'a named slot'],
	['<Note />', 'a component that nobody imports'],
	['<Note', 'a mistake'],
	['{frontmatter.title}', 'a value of the module'],
])('%s has to be a module (%s)', (body) => {
	expect(read(body)).toBeUndefined();
});

/** As the site draws it, with an element in place of each component. */
const drawn = (nodes: readonly PageNode[]): string => nodes.map((node) => (typeof node === 'string' ? node : `<${node[0].toLowerCase()}>${drawn(node[2] ?? [])}</${node[0].toLowerCase()}>`)).join('');

test('texts are what Astro makes of them, whatever they hold', async () => {
	const body = serialize({
		type: 'root',
		children: Object.values(hostileTexts).flatMap((value) => {
			const box = inlineElement('Mark', {}, value);
			return [element('Section', {}, [paragraph(value), paragraph([text(value), box, text(value)]), list([value, [box]]), table([['A', 'B'], [value, [box]]])])];
		}),
	});
	const container = await AstroContainer.create();
	container.addServerRenderer({ name: 'astro:jsx', renderer });
	type Jsx = Parameters<typeof evaluate>[1]['jsx'];
	const module = evaluate(body, { Fragment, jsx: jsx as Jsx, jsxs: jsxs as Jsx, features: options.features as NonNullable<Parameters<typeof evaluate>[1]['features']>, elementAttributeNameCase: 'html', optimizeStatic: { component: 'Fragment', prop: 'set:html' } }) as { default: (props: object) => unknown };
	const Page = Object.assign(() => module.default({ components: { Fragment, Section: 'section', Mark: 'mark' } }), { [Symbol.for('mdx-component')]: true });
	const expected = await container.renderToString(Page as unknown as Parameters<typeof container.renderToString>[0]);
	const tree = read(`import { Mark, Section } from '@components';\n\n${body}`);
	expect(drawn(tree?.nodes ?? []).trim()).toBe(expected.replace(/^<!DOCTYPE html>/i, '').trim());
});

test('all pages of the guide are drawn from trees, but the search, which has a component of its own', () => {
	const pages = readdirSync('content/docs', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mdx'));
	const modules = pages.filter((path) => read(readFileSync(join('content/docs', path), 'utf8').replace(/^---\n[^]*?\n---\n/, '').trim()) === undefined);
	expect(modules.map((path) => path.replace(/^\w+\//, ''))).toEqual(['search.mdx', 'search.mdx']);
});
