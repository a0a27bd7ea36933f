import type { Nodes } from 'mdast';

/**
 * What blocks weigh once they are built: the bytes of their HTML, unpacked. A list is cut into pages before any of them is
 * written, so this is an estimate, from the tree that is written and from what `src/components/parts.ts` puts around it.
 * `tests/site/weights.test.ts` compares it with pages that are built.
 */

/** What an element adds to its texts and its attributes, and how often its id stands in it. */
interface Frame {
	readonly bytes: number;
	readonly ids?: number;
	/** The paragraph that is its only content is taken out of it. */
	readonly isLine?: true;
}

const frames: Readonly<Record<string, Frame>> = {
	Anchor: { bytes: 36, ids: 1 },
	// The permalink, the way to the other language and that to the citation name the statement.
	Statement: { bytes: 380, ids: 6 },
	Text: { bytes: 34 },
	Note: { bytes: 62 },
	Facts: { bytes: 23 },
	Fact: { bytes: 37, isLine: true },
	Entries: { bytes: 29 },
	Entry: { bytes: 160, isLine: true },
	Name: { bytes: 40, isLine: true },
	Term: { bytes: 225, ids: 4 },
	Difference: { bytes: 300, ids: 4 },
	span: { bytes: 24 },
};

/** What HTML puts around the nodes of Markdown. */
const marks: Readonly<Partial<Record<Nodes['type'], number>>> = { paragraph: 8, link: 15, list: 10, listItem: 10, table: 130, tableRow: 11, tableCell: 10, strong: 17, inlineCode: 13 };
/** A link into another list is longer than it seems while that is not cut: the name of the part comes to it. */
const partName = 8;
/** A heading stands in the table of contents too, as its id and as the link to it. */
const headingMarks = 50;
/** A choice of a filter, beside its words: `<li><a id="list_status_signed" href="#list_status_signed">Signed</a></li>`. */
const choice = 65;
const filters = 520;
const wayHome = 70;
/** What a statement has on the page of its source and not at home: its lines, and the way home with its address. */
export const onlyInSource = wayHome + 60;

/** @returns bytes */
export function weigh(node: Nodes | undefined): number {
	if (node === undefined) return 0;
	switch (node.type) {
		case 'text':
		case 'inlineCode': return utf8Length(node.value) + (marks[node.type] ?? 0);
		case 'heading': return headingMarks + 4 * weighAll(node.children);
		case 'link': return (marks.link ?? 0) + node.url.length + (node.url.includes('/#') ? partName : 0) + weighAll(node.children);
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement': return weighElement(node);
		default: return (marks[node.type] ?? 0) + ('children' in node ? weighAll(node.children) : 0);
	}
}

export const weighAll = (nodes: readonly (Nodes | undefined)[]): number => nodes.reduce((total, node) => total + weigh(node), 0);

function weighElement({ name, attributes, children }: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): number {
	const frame = frames[name ?? ''];
	let bytes = frame?.bytes ?? 0;
	for (const attribute of attributes) {
		const value = typeof attribute.value === 'string' ? attribute.value : '';
		if (name === 'Filters') bytes += value.split(' ').reduce((total, each) => total + choice + 3 * each.length, 0);
		else if (attribute.type === 'mdxJsxAttribute') bytes += attribute.name === 'id' ? value.length * (frame?.ids ?? 1) : utf8Length(value);
	}
	if (name === 'Filters') return bytes + filters;
	// On the page of its source it names its lines, and leads to its home.
	if (name === 'Statement' && attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href')) bytes += wayHome;
	return bytes + weighAll(children) - (frame?.isLine ? (marks.paragraph ?? 0) : 0);
}

const ascii = /^[\x20-\x7e]*$/;

/** @returns bytes of a text in UTF-8 */
function utf8Length(text: string): number {
	let bytes = text.length;
	if (ascii.test(text)) return bytes;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		// Each half of a pair stands for two of four bytes.
		if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
	}
	return bytes;
}
