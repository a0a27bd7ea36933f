import type { ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/**
 * Writes mdast as Markdown, byte for byte as `mdast-util-to-markdown` does. That asks of each character of each text
 * whether it could mean something where it stands. Nearly all texts hold letters and punctuation that never do: a block
 * of such texts is put together here, and any other is left to the library.
 */
export function writeMarkdown(nodes: readonly RootContent[]): string {
	const written = blocks(nodes);
	return written === '' || written.endsWith('\n') ? written : `${written}\n`;
}

function blocks(nodes: readonly RootContent[]): string {
	const parts: string[] = [];
	for (let at = 0; at < nodes.length; ) {
		let next = at + 1;
		// How a list or code is written depends on what stands before it.
		if (isRun(nodes[at])) while (isRun(nodes[next])) next += 1;
		if (nodes[next - 1]?.type === 'list' && beginsWithList(nodes[next])) next += 1;
		const run = nodes.slice(at, next);
		// Lists that follow each other take turns with their bullets, to stay apart.
		const written = run.map((node, index) => (index > 0 && node.type !== 'list' ? undefined : block(node, index % 2 === 0 ? '-' : '*')));
		parts.push(...(written.every((each) => each !== undefined) ? written : [stock(run)]));
		at = next;
	}
	return parts.join('\n\n');
}

const isRun = (node: RootContent | undefined): boolean => node?.type === 'list' || node?.type === 'code';

/** A list at the very beginning of a quotation takes turns with a list before it. */
const beginsWithList = (node: RootContent | undefined): boolean => node?.type === 'blockquote' && (node.children[0]?.type === 'list' || beginsWithList(node.children[0]));

/** What stands after all else, so that an empty line at the end is told from the one that ends the file. */
const end: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'x' }] };

const stock = (children: readonly RootContent[]): string =>
	toMarkdown({ type: 'root', children: [...children, end] }, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' }).replace(/\n\nx\n$/, '');

function block(node: RootContent, bullet: string): string | undefined {
	switch (node.type) {
		case 'paragraph':
			return line(node.children);
		case 'heading': {
			const words = line(node.children);
			return words === undefined ? undefined : `${'#'.repeat(node.depth)} ${words}`;
		}
		case 'blockquote':
			return node.children.length === 0 ? undefined : blocks(node.children).split(/(\r?\n|\r)/).map((part, index) => (index % 2 === 1 ? part : part === '' ? '>' : `> ${part}`)).join('');
		case 'list':
			if (node.ordered || node.spread || !node.children.every(isOneLine)) return undefined;
			return node.children.map((each) => `${bullet}${item(each) ?? stock([{ ...node, children: [each] }]).slice(1)}`).join('\n');
		case 'table':
			return table(node);
		default:
			return undefined;
	}
}

/** A table without alignment, each of whose rows has all cells. */
function table({ align, children: rows }: Table): string | undefined {
	const columns = rows[0]?.children.length ?? 0;
	if (columns === 0 || align?.some((each) => each !== null)) return undefined;
	const lines: string[] = [];
	for (const { children: cells } of rows) {
		const words = cells.map(({ children }) => line(children));
		if (words.length !== columns || !words.every((each) => each !== undefined && !each.includes('|'))) return undefined;
		lines.push(`| ${words.join(' | ')} |`);
	}
	return [lines[0], `|${' - |'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

const isOneLine = ({ children: [first, ...more], spread }: ListItem): boolean => first?.type === 'paragraph' && first.children.length > 0 && more.length === 0 && !spread;

function item({ children: [first], checked }: ListItem): string | undefined {
	const words = first?.type === 'paragraph' && typeof checked !== 'boolean' ? line(first.children) : undefined;
	return words === undefined ? undefined : ` ${words}`;
}

/** What may stand at the edges of a line, where a space, or a mark that makes a heading or list of it, would not stay what it is. */
const wholeLine = /^(?!\d+[.)])[\p{L}\p{N}[(“‘「『<*`](?:.*\S)?$/u;

function line(nodes: readonly PhrasingContent[]): string | undefined {
	const words = phrasing(nodes);
	return words !== undefined && wholeLine.test(words) ? words : undefined;
}

function phrasing(nodes: readonly PhrasingContent[]): string | undefined {
	let written = '';
	for (let at = 0; at < nodes.length; at += 1) {
		const node = nodes[at];
		if (!node) break;
		switch (node.type) {
			case 'text': {
				let { value } = node;
				for (let next = nodes[at + 1]; next?.type === 'text'; next = nodes[at + 1]) {
					value += next.value;
					at += 1;
				}
				if (!isPlain(value)) return undefined;
				written += value;
				break;
			}
			case 'strong': {
				const [only] = node.children;
				if (node.children.length !== 1 || only?.type !== 'text' || !isPlain(only.value)) return undefined;
				// Between a letter and punctuation, the marks would not be seen as marks.
				const next = nodes[at + 1];
				const isFree = (written === '' || written.endsWith(' ')) && (next === undefined || (next.type === 'text' && next.value.startsWith(' ')));
				if (!/^\S(?:.*\S)?$/.test(only.value) || !(isFree || /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(only.value))) return undefined;
				written += `**${only.value}**`;
				break;
			}
			case 'inlineCode':
				if (!/^[^\s`](?:[^`\n\r]*[^\s`])?$/.test(node.value)) return undefined;
				written += `\`${node.value}\``;
				break;
			case 'link': {
				const words = phrasing(node.children);
				const [only] = node.children;
				if (node.title || !plainUrl.test(node.url)) return undefined;
				if (only?.type === 'text' && node.children.length === 1 && only.value === node.url) written += `<${node.url}>`;
				else if (words === undefined || words === '' || !/^\S(?:.*\S)?$/.test(words)) return undefined;
				else written += `[${words}](${node.url})`;
				break;
			}
			default:
				return undefined;
		}
	}
	return written;
}

const plainUrl = /^https?:\/\/[\w\-.~/:#?=%+,;]*$/;

/** Letters, digits and punctuation without a meaning in Markdown, and no beginning of what readers make a link of. */
const plainText = /^[\p{L}\p{M}\p{N} ,.;:?()'"/%&·–—−’‘“”…、。，．・：；？「」『』（）〈〉《》【】〔〕〜～／％＆＋－€£¥₹°×-]+$/u;
const isPlain = (value: string): boolean => plainText.test(value) && !/[Ww]\.[-.\w]|[ps]:\/|:\/\/|&[#A-Za-z]/.test(value);
