import type { Link, List, PhrasingContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

interface Listed {
	readonly title: string;
	readonly url: string;
	readonly description?: string | undefined;
}

export interface LlmsPart {
	readonly language: string;
	readonly title: string;
	readonly tagline: string;
	readonly advice: string;
	readonly pagesLabel: string;
	readonly pages: readonly Listed[];
	readonly dataLabel: string;
	readonly data: readonly Listed[];
}

/** The form that llmstxt.org describes: a title, a quotation that sums up, paragraphs, then lists of files under headings. */
export function llmsText(parts: readonly LlmsPart[]): string {
	const root: Root = {
		type: 'root',
		children: [
			{ type: 'heading', depth: 1, children: [text(parts.map(({ title }) => title).join(' · '))] },
			{ type: 'blockquote', children: parts.map(({ tagline }) => ({ type: 'paragraph', children: [text(tagline)] })) },
			...parts.map(({ advice }) => ({ type: 'paragraph' as const, children: [text(advice)] })),
			...parts.flatMap(({ language, pagesLabel, pages, dataLabel, data }) => [
				{ type: 'heading' as const, depth: 2 as const, children: [text(`${pagesLabel} (${language})`)] },
				list(pages),
				{ type: 'heading' as const, depth: 2 as const, children: [text(`${dataLabel} (${language})`)] },
				list(data),
			]),
		],
	};
	return toMarkdown(root, { bullet: '-' });
}

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });
const link = ({ title, url }: Listed): Link => ({ type: 'link', url, children: [text(title)] });
const list = (items: readonly Listed[]): List => ({
	type: 'list',
	spread: false,
	children: items.map((item) => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link(item) as PhrasingContent, ...(item.description ? [text(`: ${item.description}`)] : [])] }] })),
});
