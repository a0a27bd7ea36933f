import type { Heading, Link, List, Nodes, Paragraph, PhrasingContent, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { remember } from '../../src/model/remember.ts';

/**
 * Writes what most of every page is made of (elements that hold elements and plain paragraphs) as the stock serialiser
 * would, at a hundredth of its cost. It knows a closed alphabet in which nothing has to be escaped, and no line of it can
 * be read as anything but itself: no mark of Markdown or JSX is in it, and what can begin a construct at the start of a
 * line is left out. What is not of it is left to the stock serialiser, or handed out to be read back. The fuzz tests write
 * lines and trees of this alphabet and read them with both parsers.
 */

/** A line that must be read back, with what it must be read back as. */
export interface Leaf {
	/** MDX: one block as it stands in an element. */
	readonly mdx: string;
	/** {@link signature} of the tree it was written from. */
	readonly means: string;
}

/** Characters that mean nothing to Markdown, wherever in a line they stand but at its start; a colon and an ampersand before a blank. */
const plainText = /^(?:[\p{L}\p{M}\p{N} ,.;'"()/%?¥$€£₹’‘“”–—…、。「」『』（）・〜％？！：；＆／-]|[:&](?= ))*$/u;
/** What each unit of UTF-16 is in such a text, once it was looked up. */
const units = new Uint8Array(0x10000);
const [plain, beforeBlank, other] = [1, 2, 3];
const unitIs = (unit: number): number => (units[unit] ||= plainText.test(String.fromCharCode(unit)) ? plain : plainText.test(`${String.fromCharCode(unit)} `) ? beforeBlank : other);

/** {@link plainText}, which takes five times as long. */
function isPlain(text: string): boolean {
	for (let at = 0; at < text.length; at += 1) {
		const is = unitIs(text.charCodeAt(at));
		if (is === plain || (is === beforeBlank && text[at + 1] === ' ')) continue;
		// Half of a pair.
		return plainText.test(text);
	}
	return true;
}

/** Where a line of such characters begins with something after all: a list, code, a rule; or holds an address. */
const active = /^(?:[- .]|\d+[.)]|import|export)|www\.| $/i;
/** Code in which there is no mark: names of files, digests. */
const plainCode = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** Addresses within the site: paths of ids. */
const plainUrl = /^(?:(?:\.\/|(?:\.\.\/)+)[a-z0-9/-]*)?(?:#[a-z0-9-]+)?$/;
/** Values of attributes that cannot be misread. */
const plainValue = /^[A-Za-z0-9 #./=-]*$/;
const isComponent = remember((name) => /^(?:[A-Z][A-Za-z]*|span)$/.test(name));
const isAttribute = remember((name) => /^[a-z]+$/.test(name));

/** How a block stands in a page, with what must be read back; `undefined` for what the stock serialiser has to write. */
export class QuickWriter {
	/** Lines that were written, and are to be read back. */
	readonly leaves: Leaf[] = [];
	/** Values of attributes that were written, as texts and as expressions: the same stand in thousands of elements of a page. */
	readonly #texts = new Set<string>();
	readonly #expressions = new Set<string>();
	readonly #stock: (paragraph: Nodes) => string;
	readonly #isValue: (value: string) => boolean;
	readonly #literal: (value: string | number) => string;

	/**
	 * @param stock writes a paragraph that is to be read back
	 * @param isValue whether a value needs no escape in an attribute
	 * @param literal writes a value as an expression
	 */
	constructor(stock: (paragraph: Nodes) => string, isValue: (value: string) => boolean, literal: (value: string | number) => string) {
		this.#stock = stock;
		this.#isValue = isValue;
		this.#literal = literal;
	}

	/** A block at the top of a page. */
	block(node: Nodes): string | undefined {
		switch (node.type) {
			case 'mdxJsxFlowElement': return this.element(node);
			case 'table': return table(node);
			case 'heading': return heading(node);
			case 'paragraph': return isLabelled(node.children) ? undefined : lineOf(node.children);
			case 'list': {
				const written = list(node);
				if (written !== undefined && node.children.some(({ children: [item] }) => item?.type === 'paragraph' && isLabelled(item.children))) this.leaves.push({ mdx: written, means: signature(node) });
				return written;
			}
			default: return undefined;
		}
	}

	element(node: MdxJsxFlowElement, indent = ''): string | undefined {
		const tag = this.#tag(node);
		if (tag === undefined) return undefined;
		if (node.children.length === 0) return `${indent}<${tag} />`;
		const inner = `${indent}  `;
		let blocks = '';
		for (const child of node.children) {
			const block = child.type === 'mdxJsxFlowElement' ? this.element(child, inner) : child.type === 'paragraph' ? this.#paragraph(child, inner) : undefined;
			if (block === undefined) return undefined;
			if (block !== '') blocks += blocks === '' ? block : `\n\n${block}`;
		}
		// What shows nothing is left out, and then the element is written as an empty one.
		return blocks === '' ? `${indent}<${tag} />` : `${indent}<${tag}>\n${blocks}\n${indent}</${node.name ?? ''}>`;
	}

	#paragraph(node: Paragraph, indent: string): string {
		const line = lineOf(node.children);
		if (line !== undefined) {
			if (isLabelled(node.children)) this.leaves.push({ mdx: line, means: signature(node) });
			return indent + line;
		}
		const written = this.#stock(node);
		return written === '' ? '' : indent + written.replaceAll('\n', `\n${indent}`);
	}

	#readBack(mdx: string, value: string | number): void {
		this.leaves.push({ mdx, means: attributeMeans(value) });
	}

	/** The name with its attributes. */
	#tag({ name, attributes }: MdxJsxFlowElement): string | undefined {
		if (name === null || !isComponent(name)) return undefined;
		let tag = name;
		for (const attribute of attributes) {
			if (attribute.type !== 'mdxJsxAttribute' || !isAttribute(attribute.name)) return undefined;
			const { name: key, value } = attribute;
			if (value === null || value === undefined) {
				tag += ` ${key}`;
				continue;
			}
			const isAddress = key === 'href' || key === 'src';
			if (typeof value !== 'string') {
				const said = literalOf(value.value);
				if (isAddress || said === undefined || this.#literal(said) !== value.value) return undefined;
				if (!this.#expressions.has(value.value)) this.#readBack(`<A x={${value.value}} />`, said);
				this.#expressions.add(value.value);
				tag += ` ${key}={${value.value}}`;
			} else if (isAddress ? plainUrl.test(value) : plainValue.test(value)) {
				tag += ` ${key}="${value}"`;
			} else if (!isAddress && this.#texts.has(value)) {
				tag += ` ${key}="${value}"`;
			} else if (!isAddress && this.#isValue(value)) {
				this.#readBack(`<A x="${value}" />`, value);
				this.#texts.add(value);
				tag += ` ${key}="${value}"`;
			} else return undefined;
		}
		return tag;
	}
}

/** Whether bold stands at the head of a line: on what forms it, the parsers may disagree with us. */
const isLabelled = ([first]: readonly PhrasingContent[]): boolean => first?.type === 'strong';

function heading({ depth, children }: Heading): string | undefined {
	const line = isLabelled(children) || ![1, 2, 3, 4, 5, 6].includes(depth) ? undefined : lineOf(children);
	return line === undefined ? undefined : `${'#'.repeat(depth)} ${line}`;
}

/** A list of one line an item. */
function list({ ordered, children: items }: List): string | undefined {
	if (ordered) return undefined;
	const lines: string[] = [];
	for (const { children: [paragraph, ...others] } of items) {
		const line = paragraph?.type === 'paragraph' && others.length === 0 ? lineOf(paragraph.children) : undefined;
		if (line === undefined) return undefined;
		lines.push(`- ${line}`);
	}
	return lines.length > 0 ? lines.join('\n') : undefined;
}

/** Rows of equal length, no cell of them empty. */
function table({ children: rows }: Table): string | undefined {
	const width = rows[0]?.children.length ?? 0;
	if (width === 0) return undefined;
	const lines: string[] = [];
	for (const { children: cells } of rows) {
		if (cells.length !== width) return undefined;
		let line = '|';
		for (const cell of cells) {
			const content = isLabelled(cell.children) ? undefined : inline(cell.children);
			if (content === undefined || content === '' || active.test(content.replace(/^[-.]|^\d+[.)]/, ''))) return undefined;
			line += ` ${content} |`;
		}
		lines.push(line);
		if (lines.length === 1) lines.push(`|${' - |'.repeat(width)}`);
	}
	return lines.join('\n');
}

function literalOf(expression: string): string | number | undefined {
	try {
		const value: unknown = JSON.parse(expression);
		return typeof value === 'string' || typeof value === 'number' ? value : undefined;
	} catch {
		return undefined;
	}
}

/** What was written of a line or a link that can no longer change; `undefined` where the stock serialiser has to write it. */
class Kept {
	written: string | undefined;
	isWritten = false;
}

const kept = Symbol('kept');
type Keeping = object & { [kept]?: Kept };

/** Writes what may have been written before. */
function once<T extends object>(content: T, write: (content: T) => string | undefined): string | undefined {
	const before = (content as Keeping)[kept];
	if (before?.isWritten) return before.written;
	const written = write(content);
	if (before) {
		before.written = written;
		before.isWritten = true;
	}
	return written;
}

/** Content that stands in several places, and is written once: nothing can change it any more. */
export function frozen(content: PhrasingContent[]): PhrasingContent[] {
	if (Object.isFrozen(content)) return content;
	content.forEach(freeze);
	(content as Keeping)[kept] = new Kept();
	return Object.freeze(content) as PhrasingContent[];
}

function freeze(node: PhrasingContent): void {
	if (Object.isFrozen(node)) return;
	if ('children' in node) {
		node.children.forEach(freeze);
		Object.freeze(node.children);
	}
	// Links are put together with others, and passages stay in the line they are in.
	if (node.type === 'link') (node as Keeping)[kept] = new Kept();
	Object.freeze(node);
}

/** A line of its own, where nothing at its head makes it anything else. */
const lineOf = (content: readonly PhrasingContent[]): string | undefined => once(content, asLine);

function asLine(content: readonly PhrasingContent[]): string | undefined {
	const written = inline(content);
	return written === undefined || written === '' || active.test(written) ? undefined : written;
}

/** Text, names in code, links within the site, and passages in another language; `undefined` where there is anything else. */
function inline(nodes: readonly PhrasingContent[], isInside = false): string | undefined {
	let line = '';
	for (const [index, node] of nodes.entries()) {
		if (node.type === 'strong') {
			// A label at the head of a line: what stands around the marks decides whether they are any.
			const [label, next] = [node.children[0], nodes[1]];
			const isLabel = index === 0 && !isInside && node.children.length === 1 && label?.type === 'text' && next?.type === 'text';
			if (!isLabel || !/^[\p{L}\p{N}](?:[\p{L}\p{N} ・]*[\p{L}\p{N}])?$/u.test(label.value) || !/^(?:: |：| \(|（)/.test(next.value)) return undefined;
			line += `**${label.value}**`;
			continue;
		}
		if (node.type === 'text') {
			if (!isPlain(node.value)) return undefined;
			line += node.value;
			continue;
		}
		if (node.type === 'inlineCode') {
			// Two marks side by side are another mark.
			if (!plainCode.test(node.value) || line.endsWith('`')) return undefined;
			line += `\`${node.value}\``;
			continue;
		}
		if (isInside && node.type === 'link') return undefined;
		if (node.type !== 'link' && !(node.type === 'mdxJsxTextElement' && isSpan(node))) return undefined;
		const written = once(node, linkOrSpan);
		if (written === undefined) return undefined;
		line += written;
	}
	return line;
}

function linkOrSpan(node: Link | MdxJsxTextElement): string | undefined {
	const content = inline(node.children, true);
	// A blank at the edge is written as a reference.
	if (content === undefined || content === '' || content.startsWith(' ') || content.endsWith(' ')) return undefined;
	if (node.type === 'link') return plainUrl.test(node.url) && node.url !== '' ? `[${content}](${node.url})` : undefined;
	const value = node.attributes[0]?.value;
	return `<span lang="${typeof value === 'string' ? value : ''}">${content}</span>`;
}

const isSpan = ({ name, attributes, children }: MdxJsxTextElement): boolean => {
	const [lang, ...others] = attributes;
	return name === 'span' && others.length === 0 && lang?.type === 'mdxJsxAttribute' && lang.name === 'lang' && typeof lang.value === 'string' && /^[a-z-]+$/.test(lang.value) && children.every(({ type }) => type === 'text');
};

const [begin, middle, end] = ['\u0001', '\u0002', '\u0003'];

const attributeMeans = (value: string | number): string => `${begin}E A x=${JSON.stringify(value)}${middle}${end}`;

/**
 * What a tree of the nodes above says, as one string: the same for two trees exactly if a reader sees the same. Texts
 * side by side are one text; a paragraph of nothing but JSX counts as that JSX. Anything else makes it differ from all.
 */
export function signature(node: Nodes): string {
	switch (node.type) {
		case 'text': return node.value;
		case 'inlineCode': return `${begin}C${middle}${node.value}${end}`;
		case 'link': return `${begin}L ${node.url}${node.title ? begin : ''}${middle}${signatures(node.children)}${end}`;
		case 'paragraph': {
			const seen = node.children.filter((child) => !(child.type === 'text' && /^[\t ]*$/.test(child.value)));
			return seen.length > 0 && seen.every((child) => child.type === 'mdxJsxTextElement') ? signatures(seen) : `${begin}P${middle}${signatures(node.children)}${end}`;
		}
		case 'mdxJsxFlowElement': case 'mdxJsxTextElement': {
			const attributes = node.attributes.map((attribute) => {
				if (attribute.type !== 'mdxJsxAttribute') return `${begin}spread`;
				const { name, value } = attribute;
				const said = typeof value === 'object' && value !== null ? literalOf(value.value) : value;
				return said === undefined ? `${begin}expression` : `${name}=${JSON.stringify(said)}`;
			});
			return `${begin}E ${[node.name, ...attributes].join(' ')}${middle}${signatures(node.children)}${end}`;
		}
		case 'heading': return `${begin}H${node.depth}${middle}${signatures(node.children)}${end}`;
		case 'strong': return `${begin}B${middle}${signatures(node.children)}${end}`;
		case 'list': return `${begin}${node.ordered ? `O ${node.start ?? 1}` : 'U'}${middle}${signatures(node.children)}${end}`;
		case 'listItem': return `${begin}I${node.checked ?? ''}${middle}${signatures(node.children)}${end}`;
		case 'table': return `${begin}T${middle}${signatures(node.children)}${end}`;
		case 'tableRow': return `${begin}R${middle}${signatures(node.children)}${end}`;
		case 'tableCell': return `${begin}D${middle}${signatures(node.children)}${end}`;
		default: return `${begin}${node.type}`;
	}
}

const signatures = (nodes: readonly Nodes[]): string => {
	let all = '';
	for (const node of nodes) all += signature(node);
	return all;
};
