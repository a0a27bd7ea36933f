import renderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { Fragment, jsx, jsxs } from 'astro/jsx-runtime';
import type { Nodes, Root } from 'mdast';
import { evaluate } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { element, heading, inlineCode, link, list, paragraph, parse, serialize, strong, table, text, wellFormed } from '../../scripts/core/mdx.ts';
import { hostileTexts } from '../core/hostile-texts.ts';
import { launchBrowser } from './browser.ts';

/** Hostile texts on a page as Astro renders it, looked at in a real browser: each is that text, and nothing of it lives. */

const texts = Object.entries(hostileTexts).map(([name, value]) => ({ name, clean: wellFormed(value).replace(/\n+/g, ' '), value }));

/** Every place where a text of a seed can stand, once for each text. */
const mdx = serialize({
	type: 'root',
	children: texts.map(({ value }) => element('Box', { title: value }, [
		paragraph(value),
		heading(3, value),
		list([value]),
		table([['A', value]]),
		paragraph([text('A '), link('../x/', value)]),
		paragraph([text('A'), inlineCode(value)]),
		paragraph([text('日本'), strong(value), text('語')]),
		element('Box', {}, [paragraph([text(value), strong('B')])]),
	])),
} satisfies Root);

type Draw = (props: object) => unknown;
type Jsx = Parameters<typeof evaluate>[1]['jsx'];
const components = { Box: 'x-box' };

/** The page by the site's own parser and compiler. */
const bySatteri: Draw = (evaluate(mdx, { Fragment, jsx: jsx as Jsx, jsxs: jsxs as Jsx, features: { gfm: true, directive: true, smartPunctuation: false }, elementAttributeNameCase: 'html' }) as { default: (props: object) => unknown }).default;

const tags: Readonly<Record<string, string>> = { paragraph: 'p', list: 'ul', listItem: 'li', table: 'table', tableRow: 'tr', tableCell: 'td', inlineCode: 'code', strong: 'strong', link: 'a' };

/** The page as the other parser reads it. What it does not know how to draw fails the test. */
function draw(node: Nodes): unknown {
	if (node.type === 'text') return node.value;
	if (node.type === 'inlineCode') return jsx('code', { children: node.value });
	const children = 'children' in node ? node.children.map(draw) : [];
	if (node.type === 'root') return jsx(Fragment, { children });
	if (node.type === 'link') return jsx('a', { href: node.url, children });
	if (node.type === 'heading') return jsx(`h${node.depth}`, { children });
	if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
		const attributes = Object.fromEntries(node.attributes.map((attribute) => {
			if (attribute.type !== 'mdxJsxAttribute') throw new TypeError('a spread attribute');
			const { name, value } = attribute;
			return [name, typeof value === 'object' && value !== null ? (JSON.parse(value.value) as unknown) : value];
		}));
		return node.name === null ? jsx(Fragment, { children }) : jsx(node.name === 'Box' ? 'x-box' : node.name, { ...attributes, children });
	}
	const tag = tags[node.type];
	if (tag === undefined) throw new TypeError(`a ${node.type} on the page`);
	return jsx(tag, { children });
}

async function rendered(content: Draw): Promise<string> {
	const container = await AstroContainer.create();
	container.addServerRenderer({ name: 'astro:jsx', renderer });
	const page = Object.assign((props: object) => content({ ...props, components }), { [Symbol.for('mdx-component')]: true, [Symbol.for('astro.needsHeadRendering')]: true });
	return container.renderToString(page as never);
}

let browser: Browser;
beforeAll(async () => {
	browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([['Astro’s own parser', bySatteri], ['micromark', () => draw(parse(mdx))]] as const)('read by %s', (_, content) => {
	test(`${texts.length} hostile texts are text in the browser`, async () => {
		const page = await browser.newPage();
		const dialogs: string[] = [];
		const fetched: string[] = [];
		page.on('dialog', (dialog) => {
			dialogs.push(dialog.message());
			void dialog.dismiss();
		});
		page.on('request', (request) => fetched.push(request.url()));
		await page.setContent(`<!doctype html><meta charset="utf-8"><title>t</title><main>${await rendered(content)}</main>`, { waitUntil: 'load' });
		const { shown, alive, events } = await page.evaluate(() => {
			const boxes = [...document.querySelectorAll('main > x-box')];
			const known = new Set(['X-BOX', 'P', 'H3', 'UL', 'LI', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A', 'CODE', 'STRONG']);
			const all = [...document.querySelectorAll('main *')];
			return {
				shown: boxes.map((box) => ({
					title: box.getAttribute('title') ?? '',
					texts: [':scope > p', ':scope > h3', ':scope > ul > li', ':scope > table :is(td, th):nth-child(2)', ':scope > p > a', ':scope > p > code', ':scope > p > strong'].map((selector) => box.querySelector(selector)?.textContent ?? ''),
					inner: box.querySelector(':scope > x-box')?.textContent ?? '',
				})),
				alive: all.filter((node) => !known.has(node.tagName)).map((node) => node.outerHTML.slice(0, 100)),
				events: all.flatMap((node) => [...node.attributes].filter(({ name, value }) => name.startsWith('on') || (name !== 'title' && /javascript:/i.test(value))).map(({ name }) => name)),
			};
		});
		expect({ alive, events, dialogs, fetched }).toEqual({ alive: [], events: [], dialogs: [], fetched: [] });
		expect(shown.map((box, index) => ({ name: texts[index]?.name, ...box, inner: box.inner.trim() }))).toEqual(texts.map(({ name, value, clean }) => ({
			name,
			title: wellFormed(value),
			texts: Array<string>(7).fill(clean),
			inner: `${clean}B`.trim(),
		})));
		await page.close();
	});
});
