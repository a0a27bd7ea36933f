import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { parse as parseYaml } from 'yaml';
import { parse } from '../../scripts/core/mdx.ts';
import { languages, langs } from '../../src/model/languages.ts';
import { statuses } from '../../src/model/vocabulary.ts';

/** What Astro's parser switches on for this site. */
const features = { gfm: true, directive: true, smartPunctuation: false };

/** The parser of the guard, and the one that the site is built with. */
export const parsers: Readonly<Record<string, (mdx: string) => Root>> = {
	micromark: parse,
	satteri: (mdx) => mdxToMdast(mdx, { features }) as Root,
};

export interface Page {
	readonly path: string;
	/** The page's address on the site, such as `/en/sectors/chips/`. */
	readonly url: string;
	readonly lang: string;
	readonly frontMatter: Readonly<Record<string, unknown>>;
	readonly yaml: string;
	readonly body: string;
	readonly root: Root;
}

export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly node: Nodes;
}

/** Reads the pages of a content folder. */
export const readPages = (content: ReadonlyMap<string, string>, parser = parse): Page[] =>
	[...content].filter(([path]) => path.endsWith('.mdx')).map(([path, text]) => {
		const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
		const url = `/${path.replace(/^docs\//, '').replace(/\.mdx$/, '')}/`;
		return { path, url, lang: url.split('/')[1] ?? '', frontMatter: parseYaml(yaml) as Record<string, unknown>, yaml, body, root: parser(body) };
	});

/** All nodes below a node, itself first, each with the nodes around it. */
export function* walk(node: Nodes, around: readonly Nodes[] = []): Generator<{ node: Nodes; around: readonly Nodes[] }> {
	yield { node, around };
	if ('children' in node) for (const child of node.children) yield* walk(child, [...around, node]);
}

export const asElement = (node: Nodes): Element | undefined => {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
	const attributes = node.attributes.flatMap((attribute): [string, string][] => {
		if (attribute.type !== 'mdxJsxAttribute') throw new Error('a spread attribute');
		const { name, value } = attribute;
		return [[name, typeof value === 'object' && value ? String(JSON.parse(value.value)) : (value ?? '')]];
	});
	return { name: node.name ?? '', attributes: Object.fromEntries(attributes), node };
};

/** The elements of one name below a node, in their order. */
export const elements = (node: Nodes, name: string): Element[] => [...walk(node)].map(({ node: each }) => asElement(each)).filter((element) => element?.name === name) as Element[];

/** The text that a node shows. */
export const textOf = (node: Nodes): string => [...walk(node)].map(({ node: each }) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : '')).join('').trim();

/** The content of `<Fact name="…">` below a node. */
export const factOf = (node: Nodes, name: string): string | undefined => {
	const fact = elements(node, 'Fact').find(({ attributes }) => attributes['name'] === name);
	return fact && textOf(fact.node);
};

/** Where the links of a page lead: those of Markdown and those in `href`. */
export const linksOf = ({ root }: Page): string[] =>
	[...walk(root)].flatMap(({ node }) => (node.type === 'link' ? [node.url] : [asElement(node)?.attributes['href'] ?? []].flat()));

/** The anchors of a page. */
export const idsOf = ({ root }: Page): string[] => [...walk(root)].flatMap(({ node }) => asElement(node)?.attributes['id'] ?? []);

/** The links of all pages that lead to no page or no anchor. */
export function deadLinks(pages: readonly Page[]): string[] {
	const anchors = new Map(pages.map((page) => [page.url, new Set(idsOf(page))]));
	// Written by hand; it defines every status.
	for (const lang of langs) anchors.set(`/${languages[lang].tag}/about/`, new Set(statuses.map((status) => `status-${status}`)));
	return pages.flatMap((page) =>
		linksOf(page)
			.filter((link) => !/^https?:/.test(link))
			.filter((link) => {
				const { pathname, hash } = new URL(link, `https://site.example${page.url}`);
				const ids = anchors.get(pathname);
				return !ids || (hash !== '' && !ids.has(hash.slice(1)));
			})
			.map((link) => `${page.path}: ${link}`),
	);
}
