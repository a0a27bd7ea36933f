import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { Element, ElementContent } from 'hast';
import { langs, languages, type Lang, type Localized } from '../model/languages.ts';
import type { Catalogue } from './config-files.ts';
import { phrases } from './phrases.ts';

type HastPluginEntry = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/** `{/* #method *\/}` at the end of a heading: its id, the same in every language, which plain MDX tools can read. */
const idComment = /^\/\*\s*#([\w-]+)\s*\*\/$/;

/**
 * What Markdown on our pages gets beyond the stock: ids of headings from a comment, line breaks of headings at
 * phrases, and tables in a region that a keyboard can scroll.
 */
export const markdownPlugins = (catalogues: Localized<Catalogue>): HastPluginEntry => ({ fileURL }) => {
	const lang = langOfFile(fileURL);
	if (!lang) return null;
	let section: string | undefined;
	return {
		name: 'site-headings-and-tables',
		element: [
			{
				filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
				visit(node) {
					const heading = shapeHeading(node, languages[lang].tag);
					section = textOf(heading);
					return heading;
				},
			},
			{
				filter: ['table'],
				visit(node, context) {
					const label = section ?? catalogues[lang]['table.label'] ?? '';
					context.wrapNode(node, {
						type: 'element',
						tagName: 'div',
						properties: { className: ['table'], role: 'region', tabIndex: 0, ariaLabel: label },
						children: [],
					});
				},
			},
		],
	};
};

/** @example langOfFile(new URL('file:///x/content/docs/en/about.mdx')) // => 'en' */
const langOfFile = (file: URL | undefined): Lang | undefined =>
	langs.find((lang) => file?.pathname.includes(`/content/docs/${lang}/`));

function shapeHeading(node: Readonly<Element>, tag: string): Element {
	const children = node.children as readonly (ElementContent | { type: string; value?: string })[];
	const comments = children.map((child) => ('value' in child && idComment.exec(child.value ?? '')?.[1]) || undefined);
	const id = comments.find((found) => found !== undefined);
	const kept = node.children.filter((_, index) => comments[index] === undefined);
	return {
		type: 'element',
		tagName: node.tagName,
		properties: { ...node.properties, ...(id === undefined ? {} : { id }) },
		children: kept.flatMap((child, index) => splitAtPhrases(child, tag, index === kept.length - 1)),
	};
}

function splitAtPhrases(child: ElementContent, tag: string, isLast: boolean): ElementContent[] {
	if (child.type !== 'text') return [child];
	const value = isLast ? child.value.trimEnd() : child.value;
	return phrases(value, tag).flatMap((phrase, index): ElementContent[] => [
		...(index > 0 ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] } as Element] : []),
		{ type: 'text', value: phrase },
	]);
}

const textOf = (node: ElementContent): string =>
	node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
