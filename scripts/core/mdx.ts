import type {
	BlockContent, Emphasis, Heading, InlineCode, Link, List, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Strong, Table, Text,
} from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import {
	mdxFromMarkdown, mdxToMarkdown,
	type MdxFlowExpression, type MdxJsxAttribute, type MdxJsxFlowElement, type MdxJsxTextElement, type MdxjsEsm,
} from 'mdast-util-mdx';
import { toMarkdown, type Info, type Options, type State } from 'mdast-util-to-markdown';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { mdxToMdast } from 'satteri';
import { remember } from '../../src/model/remember.ts';
import { QuickWriter, signature, type Leaf } from './mdx-quick.ts';
import { isText, PieceWriter, type Pieces } from './pieces.ts';

/**
 * Builds and writes MDX from untrusted text. MDX is code: a sentence that begins with `import`, or holds `{`, `<` or
 * `:::`, must arrive on the page as that sentence. So pages are trees, made with the builders below, and
 * {@link serialize} is the one way from a tree to text. It takes the nodes of an allowlist only, and reads its own
 * output again before it lets it go.
 */

/** Plain text, or ready-made inline nodes. */
export type Inline = string | PhrasingContent[];
/** Attributes of an element: `true` becomes a bare attribute, `false` and `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Units of UTF-16 of which one at least stands in every text that is not well formed as it is, but for lone surrogates. */
const suspect = /[\0-\x08\v-\x1F\x7F-\x9F\uDFFE\uDFFF\uF002\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/;

/**
 * The text as it can survive in MDX: lone surrogates and noncharacters become U+FFFD, and so does U+F002, a private
 * use character that Astro's parser uses itself; every line ending becomes LF; byte order marks and control characters
 * other than tab and LF are dropped.
 */
export const wellFormed = (text: string): string =>
	!suspect.test(text) && text.isWellFormed() ? text : text.toWellFormed()
		.replace(/[\p{Noncharacter_Code_Point}\uF002]/gu, '\uFFFD')
		.replace(/\r\n?|[\v\f\u0085]/g, '\n')
		.replace(/(?![\t\n])\p{Cc}|\uFEFF/gu, '');

/** Addresses within the site: paths of ids. */
const siteUrl = /^(?:\.\/|(?:\.\.\/)+)[a-z0-9/-]*(?:#[a-z0-9-]+)?$|^#[a-z0-9-]+$/;

/** No controls, invisible or unassigned characters, spaces, backslashes, or what the URL standard calls invalid. */
const urlCharacters = /^[^\p{C}\p{Z}\\<>"`{}|^]+$/u;

/**
 * The URL, unchanged, where it is one that a page may link to: `http:`, `https:`, `mailto:`, or relative in a way
 * that leaves no room for a scheme or a host.
 * @example safeUrl('../health/#jica') // => '../health/#jica'
 * @example safeUrl('//example.com') // => undefined
 */
export function safeUrl(url: string): string | undefined {
	if (siteUrl.test(url)) return url;
	if (!urlCharacters.test(url)) return undefined;
	if (/^https?:\/\//i.test(url)) return URL.canParse(url) ? url : undefined;
	return /^(?:mailto:[^/]|[#?]|\.{1,2}\/|\/(?!\/))/i.test(url) ? url : undefined;
}

/** @throws {RangeError} naming the URL where it is not safe. */
function checkedUrl(url: string): string {
	const safe = safeUrl(url);
	if (safe === undefined) throw new RangeError(`Not a URL that a page may link to: ${JSON.stringify(url)}. Expected http:, https:, mailto:, or a relative URL that begins with "../", "./", "/", "#" or "?".`);
	return safe;
}

/** Units of UTF-16 of which one at least stands in every text that {@link oneLine} changes. */
const suspectInLine = new RegExp(String.raw`${suspect.source}|[\n\uD800-\uDFFF]`);

/** A text node has one line: Markdown sees a new block wherever a line begins. */
const oneLine = (value: string): string => (suspectInLine.test(value) ? wellFormed(value).replace(/\n+/g, ' ') : value);
const inline = (content: Inline): PhrasingContent[] => (typeof content === 'string' ? [text(content)] : content);

export const text = (value: string): Text => ({ type: 'text', value: oneLine(value) });
export const inlineCode = (value: string): InlineCode => ({ type: 'inlineCode', value: oneLine(value) });
export const strong = (content: Inline): Strong => ({ type: 'strong', children: inline(content) });
export const emphasis = (content: Inline): Emphasis => ({ type: 'emphasis', children: inline(content) });
export const paragraph = (content: Inline): Paragraph => ({ type: 'paragraph', children: inline(content) });
export const heading = (depth: Heading['depth'], content: Inline): Heading => ({ type: 'heading', depth, children: inline(content) });

/** @throws {RangeError} naming the URL where {@link safeUrl} does not know it. */
export const link = (url: string, content: Inline): Link => ({ type: 'link', url: checkedUrl(url), children: inline(content) });

/** A list with a paragraph for each item. */
export const list = (items: readonly Inline[], ordered = false): List => ({
	type: 'list',
	ordered,
	children: items.map((item) => ({ type: 'listItem', children: [paragraph(item)] })),
});

/** A table; the first row is its head, and all rows are as long. */
export const table = (rows: readonly (readonly Inline[])[]): Table => ({
	type: 'table',
	children: rows.map((row) => ({
		type: 'tableRow',
		children: row.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
	})),
});

/**
 * A JSX element among blocks, its children blocks: `<Statement id="x">…</Statement>`.
 * @throws {RangeError} for a name that is none, and for an `href` or `src` that {@link safeUrl} does not know.
 */
export const element = (name: string, attributes: Attributes = {}, children: BlockContent[] = []): MdxJsxFlowElement => ({
	type: 'mdxJsxFlowElement',
	name: elementName(name),
	attributes: jsxAttributes(attributes),
	children,
});

/** A JSX element within a line; throws as {@link element} does. */
export const inlineElement = (name: string, attributes: Attributes = {}, content: Inline = []): MdxJsxTextElement => ({
	type: 'mdxJsxTextElement',
	name: elementName(name),
	attributes: jsxAttributes(attributes),
	children: inline(content),
});

/** Elements whose content is not text but code, or another document. */
const liveElements = /^(?:script|style|iframe|object|embed|base|link|meta)$/i;

const elementName = remember((name) => {
	if (!/^[A-Za-z][A-Za-z0-9.-]*$/.test(name) || liveElements.test(name)) throw new RangeError(`Not an element that a page may hold: ${JSON.stringify(name)}`);
	return name;
});

/** Whether an attribute of this name holds an address. */
const isAddress = remember((name) => {
	if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) throw new RangeError(`Not an attribute name: ${JSON.stringify(name)}`);
	return /^(?:href|src)$/i.test(name);
});

/** What needs no escape between double quotes, in JSX as in HTML. */
const plainAttribute = /^[\p{L}\p{M}\p{N} .,:;/#?=%+()_~'’・、。「」『』（）％〜–—-]*$/u;

function jsxAttributes(attributes: Attributes): MdxJsxAttribute[] {
	const all: MdxJsxAttribute[] = [];
	for (const name of Object.keys(attributes)) {
		const value = attributes[name];
		const leads = isAddress(name);
		if (value === undefined || value === false) continue;
		if (leads && typeof value === 'string' && siteUrl.test(value)) {
			all.push({ type: 'mdxJsxAttribute', name, value });
			continue;
		}
		if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`Attribute ${name}: ${value} is no number that can be written`);
		if (leads && value !== true) checkedUrl(typeof value === 'string' ? wellFormed(value) : String(value));
		all.push({ type: 'mdxJsxAttribute', name, value: value === true ? null : typeof value === 'string' ? attributeText(value) : expression(value) });
	}
	return all;
}

const expression = (value: string | number): { type: 'mdxJsxAttributeValueExpression'; value: string } => ({ type: 'mdxJsxAttributeValueExpression', value: literal(value) });

/** A text as it stands in an attribute: an id, or a date or a name, which stand in thousands of elements. */
const attributeText = (value: string): MdxJsxAttribute['value'] => (/^[A-Za-z0-9-]*$/.test(value) ? value : labelText(value));

const labelText = remember((value): MdxJsxAttribute['value'] => {
	const clean = wellFormed(value);
	return plainAttribute.test(clean) ? clean : expression(clean);
});

/** A JavaScript literal without the characters that end a line, a tag, an expression, a code span or a table cell. */
const literal = (value: string | number): string =>
	JSON.stringify(value).replace(/[<>{}[\]`|\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const importLine = /^import (?:[A-Za-z_$][\w$]*|\{ [A-Za-z_$][\w$]*(?:, [A-Za-z_$][\w$]*)* \}) from '[\w@~./-]+';$/;

/**
 * The import lines of a page. The caller vouches for them: they must not come from a seed.
 * @throws {RangeError} for anything but `import A from '…';` and `import { A, B } from '…';`.
 */
export function esm(...lines: string[]): MdxjsEsm {
	const bad = lines.find((line) => !importLine.test(line));
	if (bad !== undefined || lines.length === 0) throw new RangeError(`Not an import line: ${JSON.stringify(bad)}. Expected import A from '…'; or import { A, B } from '…';`);
	return { type: 'mdxjsEsm', value: lines.join('\n') };
}

/** A comment among blocks, on one line, which the reader does not see. */
export const comment = (value: string): MdxFlowExpression => ({
	type: 'mdxFlowExpression',
	value: `/* ${oneLine(value).replaceAll('*/', '* /')} */`,
});

/** Made once: to make them takes longer than to read a short text. */
const reading = {
	extensions: [mdxjs(), gfm(), directive()],
	mdastExtensions: [mdxFromMarkdown(), gfmFromMarkdown(), directiveFromMarkdown()],
};

/** MDX as Astro and Starlight read it, but for the front matter, which the caller takes off first. */
export const parse = (mdx: string): Root => fromMarkdown(mdx, reading);

/** A block, or what makes it when its turn comes, so that the blocks of a long page need not all be held at a time. */
export type Block = RootContent | (() => RootContent);

const made = (block: Block): RootContent => (typeof block === 'function' ? block() : block);

/**
 * Writes a tree as MDX, one line a paragraph, with a newline at the end.
 *
 * Link titles, cell alignment and `data` are not written. What shows nothing (empty text, bold, paragraph) is left out.
 * What is written is read back by Astro's own parser before it is given out, but for lines of a closed alphabet that
 * holds no mark of Markdown or JSX (`mdx-quick.ts`).
 * @throws {TypeError} naming the node, for a kind of node that is not on the allowlist.
 * @throws {RangeError} for a URL, a name, an import or an expression that the builders would refuse.
 * @throws {Error} naming the first node that would be read back otherwise than it was meant (two bold texts side by
 * side, rows of unequal length).
 * @param guarded a text that this function has given before: the same text is not read again
 */
export const serialize = (tree: Tree, guarded?: string): string => serializeInPieces(tree, guarded).join('');

interface Tree {
	readonly type?: 'root';
	readonly children: readonly Block[];
}

/** As {@link serialize}. */
export function serializeInPieces({ children }: Tree, guarded?: string): Pieces {
	const unread: { readonly tree: Root; readonly mdx: string }[] = [];
	const stock = (nodes: readonly Nodes[]): string => {
		let tree: Root;
		try {
			tree = harden({ type: 'root', children: [...nodes] as Root['children'] });
		} catch (error) {
			// The whole tree knows the way to the node.
			harden({ type: 'root', children: children.map(made) });
			throw error;
		}
		const mdx = toMarkdown(tree, writing);
		unread.push({ tree, mdx });
		return mdx.replace(/\n$/, '');
	};
	const quick = new QuickWriter((paragraph) => stock([paragraph]), (value) => plainAttribute.test(value), literal);
	let written = new PieceWriter();
	let isFirst = true;
	const add = (block: string): void => {
		if (block === '') return;
		if (!isFirst) written.add('\n');
		written.add(block);
		written.add('\n');
		isFirst = false;
	};
	let isAfterList = false;
	for (const each of children) {
		const node = made(each);
		// Two lists side by side are written with an eye on each other; a paragraph between them may show nothing.
		if (isAfterList && node.type === 'list') {
			[written, isFirst] = [new PieceWriter(), true];
			add(stock(children.map(made)));
			break;
		}
		if (node.type !== 'paragraph') isAfterList = node.type === 'list';
		add(quick.block(node) ?? stock([node]));
	}
	const pieces = written.pieces();
	if (isText(pieces, guarded)) return pieces;
	for (const each of unread) expectSame(each.tree, each.mdx);
	expectRead(quick.leaves);
	return pieces;
}

/** @throws {Error} naming the first node that is read back otherwise than it was meant */
function expectSame(tree: Root, mdx: string): void {
	const expected = outline(tree);
	const found = outline(reread(mdx));
	const at = expected.findIndex((line, index) => line !== found[index]);
	const differs = at >= 0 ? at : expected.length;
	if (expected[differs] !== found[differs]) throw cannotBeWritten(expected[differs], found[differs]);
}

const cannotBeWritten = (expected = 'the end', found = 'the end'): Error =>
	new Error(`This tree cannot be written as MDX: it would be read as something else.\n  expected: ${expected}\n  found:    ${found}`);

/** Lines that were read back before, with what they mean. The same line is read in the same way each time. */
const readBefore = new Map<string, string>();
/** So many lines are remembered. */
const mostRemembered = 100_000;
/** So many lines are read back in one go: enough to spread the cost of a call, few enough to be forgotten soon. */
const mostAtOnce = 1_000;

/** {@link signature} of the element that a line is read back in. */
const readAs = ((empty) => (means: string) => empty.slice(0, -1) + means + empty.slice(-1))(signature(element('Read')));

/**
 * Reads back lines of text, many of them at once, each as a block of an element as it stands on a page.
 * @throws {Error} naming the first one that is read otherwise than it was meant
 */
function expectRead(leaves: readonly Leaf[]): void {
	const meanings = new Map<string, string>();
	for (const { mdx, means } of leaves) {
		const known = readBefore.get(mdx) ?? meanings.get(mdx);
		if (known === undefined) meanings.set(mdx, means);
		else if (known !== means) throw cannotBeWritten(means, known);
	}
	const lines = [...meanings];
	for (let from = 0; from < lines.length; from += mostAtOnce) {
		const batch = lines.slice(from, from + mostAtOnce);
		const read = reread(batch.map(([mdx]) => `<Read>\n  ${mdx.includes('\n') ? mdx.replaceAll('\n', '\n  ') : mdx}\n</Read>\n`).join('\n'), false).children;
		for (const [index, [, means]] of batch.entries()) {
			const block = read[index];
			const found = block && signature(block);
			if (found !== readAs(means)) throw cannotBeWritten(means, found);
		}
		if (read.length > batch.length) throw cannotBeWritten(undefined, read[batch.length]?.type);
	}
	if (readBefore.size + meanings.size > mostRemembered) readBefore.clear();
	for (const [mdx, means] of meanings) readBefore.set(mdx, means);
}

/** What Astro's parser switches on for this site: GFM by default, directives by Starlight, front matter always; no smart punctuation. */
const features = { gfm: true, directive: true, smartPunctuation: false };

function reread(mdx: string, isHardened = true): Root {
	try {
		const root = mdxToMdast(mdx, { features, position: false }) as Root;
		return isHardened ? harden(root) : root;
	} catch (error) {
		throw new Error(`This tree cannot be written as MDX: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}

/**
 * The tree in its one canonical form: nodes of the allowlist with their known fields, cleaned as the builders clean.
 * It serves both the tree to write and the tree read back, so that the two can be compared.
 */
function harden(root: Root): Root {
	return { type: 'root', children: hardenChildren(root, 'root') as Root['children'] };
}

function hardenChildren(parent: Parents, path: string): Nodes[] {
	const nodes: Nodes[] = [];
	for (const [index, child] of parent.children.entries()) {
		const at = `${path} > ${child.type}[${index}]`;
		if (child.type === 'break' && parent.type !== 'paragraph') throw new TypeError(`${at}: a line break is written in a paragraph only`);
		if (path.includes(`> ${child.type}[`) && /^(?:strong|emphasis|link)$/.test(child.type)) throw new TypeError(`${at}: ${child.type} is not written inside ${child.type}`);
		const node = hardenNode(child, at);
		const last = nodes.at(-1);
		if (node.type === 'text' && last?.type === 'text') last.value += node.value;
		else if (!showsNothing(node)) nodes.push(node);
	}
	return nodes;
}

function showsNothing(node: Nodes): boolean {
	switch (node.type) {
		case 'text': case 'inlineCode': return node.value === '';
		case 'paragraph': case 'strong': case 'emphasis': return node.children.length === 0;
		default: return false;
	}
}

function hardenNode(node: Nodes, path: string): Nodes {
	const children = 'children' in node ? hardenChildren(node, path) : [];
	switch (node.type) {
		case 'text': return text(node.value);
		case 'inlineCode': return inlineCode(node.value);
		case 'break': case 'thematicBreak': return { type: node.type };
		case 'paragraph': case 'strong': case 'emphasis': case 'blockquote': case 'table': case 'tableRow': case 'tableCell':
			return { type: node.type, children } as Nodes;
		case 'heading': return heading(node.depth, children as PhrasingContent[]);
		case 'link': return link(node.url, children as PhrasingContent[]);
		case 'list': {
			const items = children as List['children'];
			return { type: 'list', ordered: node.ordered === true, start: node.ordered ? node.start ?? 1 : null, spread: items.some((item) => item.spread), children: items };
		}
		case 'listItem': return { type: 'listItem', spread: children.length > 1, children: children as BlockContent[] };
		case 'mdxJsxFlowElement': return element(node.name ?? '', attributesOf(node, path), children as BlockContent[]);
		case 'mdxJsxTextElement':
			if (node.name === null && node.children.length === 0) return text('');
			if (node.name === 'code' && node.attributes.length === 0 && children.every((child) => child.type === 'text')) return inlineCode(children.map((child) => child.value).join(''));
			return inlineElement(node.name ?? '', attributesOf(node, path), children as PhrasingContent[]);
		case 'mdxjsEsm': return esm(...node.value.split('\n'));
		case 'mdxFlowExpression': {
			const said = /^\/\* ((?:(?!\*\/)[^\n])*) \*\/$/u.exec(node.value)?.[1];
			if (said === undefined) throw new RangeError(`${path}: an expression that is no comment: ${JSON.stringify(node.value)}`);
			return comment(said);
		}
		default: throw new TypeError(`${path}: this kind of node is not written to MDX`);
	}
}

/** Reads attributes back into values; an expression must be a JSON literal. */
function attributesOf(node: MdxJsxFlowElement | MdxJsxTextElement, path: string): Attributes {
	return Object.fromEntries(node.attributes.map((attribute): [string, string | number | boolean] => {
		if (attribute.type !== 'mdxJsxAttribute') throw new TypeError(`${path}: a spread attribute is not written to MDX`);
		const { name, value } = attribute;
		if (value === null || value === undefined) return [name, true];
		if (typeof value === 'string') return [name, value];
		try {
			const parsed: unknown = JSON.parse(value.value);
			if (typeof parsed === 'string' || typeof parsed === 'number' || typeof parsed === 'boolean') return [name, parsed];
		} catch { /* no JSON: refused below */ }
		throw new RangeError(`${path}: attribute ${name} is an expression that is no literal: ${JSON.stringify(value.value)}`);
	}));
}

/**
 * A line for each node, parents before children, so that two trees are the same exactly if their outlines are.
 * A paragraph of nothing but JSX counts as that JSX, and JSX in a line as JSX among blocks: MDX makes no difference.
 * Whether a list has blank lines does not count.
 */
function outline(node: Nodes, path = ''): string[] {
	const { type, children = [], ...fields } = node as { type: string; children?: Nodes[] };
	const kind = type.replace(/^mdxJsx(?:Flow|Text)Element$/, 'element');
	const here = path + kind;
	const shown = JSON.stringify(fields, (key, value: unknown) => (key === 'spread' ? undefined : value));
	return [`${here} ${shown}`, ...children.flatMap(unravel).flatMap((child) => outline(child, `${here} > `))];
}

function unravel(node: Nodes): Nodes[] {
	if (node.type !== 'paragraph') return [node];
	const blank = (child: Nodes): boolean => child.type === 'text' && /^[\t ]+$/.test(child.value);
	const seen = node.children.filter((child) => !blank(child));
	return seen.length > 0 && seen.every((child) => child.type === 'mdxJsxTextElement') ? seen : [node];
}

/**
 * How trees are written: as the stock serialiser does, with what it lacks. The `unsafe` rules answer, in their order:
 * `import` and `export` make code of a line (in Astro's parser even without a space after them); `+++` opens TOML front
 * matter; a colon before anything but a space can be a directive (`10:30`).
 */
const writing: Options = {
	bullet: '-',
	emphasis: '_',
	fences: true,
	resourceLink: true,
	extensions: [mdxToMarkdown(), gfmToMarkdown({ tablePipeAlign: false })],
	handlers: { text: writeText, inlineCode: writeCode },
	unsafe: [
		{ atBreak: true, character: 'i', after: 'mport(?![A-Za-z])' },
		{ atBreak: true, character: 'e', after: 'xport(?![A-Za-z])' },
		{ atBreak: true, character: '+' },
		{ character: ':', after: '(?=[^ \\n])', inConstruct: 'phrasing', notInConstruct: ['destinationRaw', 'destinationLiteral'] },
	],
};

/**
 * Writes inline code. Nothing can be escaped between backticks, and in Astro's parser a directive or an expression that
 * begins in there can end outside: code that holds such a character is written as an element, with escapes.
 */
function writeCode(node: InlineCode, _: Parents | undefined, state: State, info: Info): string {
	if (!/[`\\[\]{}<>|]|^\s|\s$/.test(node.value)) return `\`${node.value}\``;
	return state.handle(inlineElement('code', {}, node.value), undefined, state, info);
}
writeCode.peek = (): string => '`';

/** Where a bare address would become a link, in spite of any escape: both parsers look for addresses in the finished text. */
const addresses = /(?<=https?)(?=:\/\/)|(?<=www)(?=\.)|(?<=[\w+.-])(?=@[\w.-])/i;

/**
 * Writes text. An address is broken by an empty fragment (`www<></>.example.com`), which shows and links nothing.
 * At the edges a character reference stands for a character that would undo the bold beside it or be trimmed.
 */
function writeText(node: Text, parent: Parents | undefined, state: State, info: Info): string {
	const siblings: Nodes[] = parent?.children ?? [];
	const at = siblings.indexOf(node);
	const isLinked = state.stack.includes('link');
	const pieces = isLinked ? [node.value] : node.value.split(addresses);
	// The mark of emphasis before it counts as a part of the address.
	if (!isLinked && info.before === '_' && node.value.startsWith('@')) pieces.unshift('');
	return pieces.map((piece, index) => {
		const isFirst = index === 0;
		const isLast = index === pieces.length - 1;
		const head = isFirst ? edge(piece, 'before', siblings[at - 1], parent) : '';
		const rest = piece.slice(head.length);
		const tail = isLast ? edge(rest, 'after', siblings[at + 1], parent) : '';
		return reference(head) + state.safe(rest.slice(0, rest.length - tail.length), {
			before: isFirst ? info.before : '>',
			after: isLast ? info.after : '<',
		}) + reference(tail);
	}).join('<></>');
}

const reference = (character: string): string =>
	character.replace(/./su, (found) => `&#x${found.codePointAt(0)?.toString(16).toUpperCase()};`);

/**
 * Blanks and punctuation on which the parsers agree. They know different versions of Unicode, and one of them sees
 * the halves of a surrogate pair, as in emoji, as letters.
 */
const surePunctuation = /(?=[\t-\u00BF\u2010-\u205E\u3000-\u3030\u30FB\uFF01-\uFF65])[\s\p{P}\p{S}]/u;

/**
 * The character at one edge of a text if it must be written as a reference, else nothing. Bold forms between letters
 * (日本は**宇宙**で), but a letter beside bold that begins or ends with punctuation undoes it (は**「宇宙」**で), and so does
 * a blank inside.
 */
function edge(value: string, side: 'before' | 'after', neighbour: Nodes | undefined, parent: Parents | undefined): string {
	const [character = ''] = (side === 'before' ? /^./su : /.$/su).exec(value) ?? [];
	if (neighbour === undefined) {
		const trims = parent?.type === 'strong' || parent?.type === 'emphasis' || parent?.type === 'tableCell' || parent?.type === 'mdxJsxTextElement';
		return trims && /\s/.test(character) ? character : '';
	}
	if (neighbour.type !== 'strong' && neighbour.type !== 'emphasis') return '';
	if (surePunctuation.test(character)) return '';
	const inner = neighbour.children.at(side === 'before' ? -1 : 0);
	const formsAnyway = neighbour.type === 'strong' && inner?.type === 'text' && (side === 'before' ? /[\p{L}\p{N}]$/u : /^[\p{L}\p{N}]/u).test(inner.value);
	return formsAnyway ? '' : character;
}
