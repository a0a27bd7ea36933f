import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { langs, languages, type Lang } from '../../../src/model/languages.ts';
import type { Position } from '../issue.ts';
import { parseYaml, type ParsedYaml } from '../yaml.ts';

/** A page as the rules see it. Offsets are those of the file. */
export interface Page {
	/** Below the folder of the pages: `en/sectors/space.mdx`. */
	readonly path: string;
	/** As messages name it. */
	readonly file: string;
	readonly text: string;
	readonly lang: Lang;
	/** The same in every language: `sectors/space`, and `index` for the home page. */
	readonly slug: string;
	/** Below the site: `/en/sectors/space/`. */
	readonly url: string;
	/** `undefined` where the page does not compile; `problem` says why. */
	readonly root: Root | undefined;
	readonly problem: string | undefined;
	/** `undefined` where there is none. Its places are those of the file. */
	readonly frontMatter: ParsedYaml | undefined;
	readonly fields: Readonly<Record<string, unknown>>;
	/** The place of an offset. */
	at(offset: number): Position;
	/** Whether an editor wrote what stands there, and not convert. */
	isOwn(offset: number): boolean;
}

/** What Astro's parser switches on for this site. It is the one that the site is built with, and the quickest. */
const features = { gfm: true, directive: true, smartPunctuation: false };

/** Takes a page apart. `undefined` for a file that is in no language's folder. */
export function readPage(path: string, text: string, folder: string): Page | undefined {
	const [tag = '', ...rest] = path.split('/');
	const lang = langs.find((each) => languages[each].tag === tag);
	if (lang === undefined || rest.length === 0) return undefined;
	const file = `${folder}/${path}`;
	const slug = rest.join('/').replace(/\.mdx?$/, '').replace(/\/index$/, '');
	const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	const generated = [...text.matchAll(/^(?:\{\/\*|#) convert:begin (\S+)[^]*?^(?:\{\/\*|#) convert:end \1(?: \*\/\})?$/gm)].map(({ 0: region, index }) => [index, index + region.length] as const);
	const written = /^---[ \t]*\r?\n([^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
	// The first line of dashes becomes a comment, so that every place is that of the file.
	const frontMatter = written ? parseYaml({ path: file, text: `#${text.slice(1, written[0].trimEnd().length - 3)}` }) : undefined;
	return {
		path,
		file,
		text,
		lang,
		slug,
		url: `/${tag}/${slug === 'index' ? '' : `${slug}/`}`,
		...parsed(text),
		frontMatter,
		fields: typeof frontMatter?.data === 'object' && frontMatter.data !== null ? (frontMatter.data as Record<string, unknown>) : {},
		at: (offset) => {
			let [low, high] = [0, lineStarts.length - 1];
			while (low < high) {
				const middle = Math.ceil((low + high) / 2);
				if ((lineStarts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
		},
		isOwn: (offset) => !generated.some(([from, to]) => offset >= from && offset < to),
	};
}

function parsed(text: string): Pick<Page, 'root' | 'problem'> {
	try {
		return { root: mdxToMdast(text, { features }) as Root, problem: undefined };
	} catch (error) {
		return { root: undefined, problem: (error as Error).message };
	}
}

/** The text of a page in which generated regions are blank, every other character at its place. */
export const withoutGenerated = (text: string): string =>
	text.replaceAll(/^(\{\/\* convert:begin (\S+)[^\n]*\n)([^]*?)(?=^\{\/\* convert:end \2 \*\/\})/gm, (_all, begin: string, _name: string, inner: string) => begin + inner.replaceAll(/[^\r\n]/g, ' '));

/** An element of JSX, in a line of text or on lines of its own. */
export type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export const isElement = (node: Nodes): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** A node with the nodes around it, from the outermost. */
export interface Walked {
	readonly node: Nodes;
	readonly around: readonly Nodes[];
}

const walked = new WeakMap<Nodes, readonly Walked[]>();

/** All nodes below a node, itself first. Many rules ask for those of the same page: they are listed once. */
export function walk(node: Nodes): readonly Walked[] {
	const known = walked.get(node);
	if (known) return known;
	const all: Walked[] = [];
	const visit = (each: Nodes, around: readonly Nodes[]): void => {
		all.push({ node: each, around });
		if (!('children' in each)) return;
		const inside = [...around, each];
		for (const child of each.children) visit(child, inside);
	};
	visit(node, []);
	walked.set(node, all);
	return all;
}

export const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** The value of an attribute that is a text; `undefined` where it is missing or an expression. */
export function attributeOf(element: Element, name: string): string | undefined {
	const attribute = element.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
	if (!attribute || typeof attribute.value !== 'string') {
		const value = typeof attribute?.value === 'object' ? attribute.value?.value : undefined;
		const literal = value === undefined ? undefined : /^\s*(["'`])([^]*)\1\s*$/.exec(value)?.[2];
		return literal;
	}
	return attribute.value;
}

/** Where an attribute of an element is written: of its name, or of its value. The parser gives no place for them. */
export function attributeOffset(page: Page, element: Element, name: string, part: 'name' | 'value'): number {
	const from = offsetOf(element);
	const tag = page.text.slice(from, endOf(element));
	const match = new RegExp(String.raw`(\s)(${name.replaceAll(/[^\w-]/g, String.raw`\$&`)})(\s*=\s*(?:["']|\{\s*["'\u0060]?)|(?=[\s/>]))`).exec(tag);
	if (!match) return from;
	return from + match.index + 1 + (part === 'name' ? 0 : name.length + (match[3] ?? '').length);
}

/** The text that a node shows. */
export const shownText = (node: Nodes): string => walk(node).map(({ node: each }) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : '')).join('');

/** `{/* #id *\/}` at the end of a heading. */
const idComment = /^\/\*\s*#([\w-]+)\s*\*\/$/;

export interface PageHeading {
	readonly depth: number;
	/** The identifier that its comment gives it. */
	readonly id: string | undefined;
	readonly text: string;
	readonly offset: number;
}

export const headingsOf = ({ root }: Page): PageHeading[] =>
	root === undefined
		? []
		: walk(root).flatMap(({ node }) =>
				node.type === 'heading'
					? [{ depth: node.depth, id: node.children.map((child) => ('value' in child ? idComment.exec(child.value)?.[1] : undefined)).find((id) => id !== undefined), text: shownText(node).trim(), offset: offsetOf(node) }]
					: [],
			);

export interface PageLink {
	readonly url: string;
	/** Of the address. */
	readonly offset: number;
	readonly isImage: boolean;
}

/** The links and pictures of a page, of Markdown and of elements. */
export function linksOf(page: Page): PageLink[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): PageLink[] => {
		if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
			const [from, to] = [offsetOf(node), endOf(node)];
			const source = page.text.slice(from, to);
			const at = source.lastIndexOf(`(${node.url}`);
			return [{ url: node.url, offset: at < 0 ? from + Math.max(0, source.lastIndexOf(node.url)) : from + at + 1, isImage: node.type === 'image' }];
		}
		if (!isElement(node)) return [];
		const name = node.name === 'img' ? 'src' : 'href';
		const url = attributeOf(node, name);
		return url === undefined ? [] : [{ url, offset: attributeOffset(page, node, name, 'value'), isImage: name === 'src' }];
	});
}
