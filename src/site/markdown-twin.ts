import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { languages, langs, type Lang } from '../model/languages.ts';
import { writeMarkdown } from './markdown-writer.ts';

/**
 * A page as plain Markdown, for programs and people who read that better than HTML. It is made from the page's own tree
 * (MDX), so that it holds what the page holds; the components become headings, lists and quotations.
 */

/** A list that the site makes from its data, such as that of all sectors. */
export interface TwinList {
	readonly text: string;
	readonly href?: string;
	readonly more?: string;
}

export interface TwinPage {
	readonly lang: Lang;
	readonly title: string;
	readonly description: string | undefined;
	/** The page's body in MDX. */
	readonly body: string;
	/** The address of the page; relative links start from it. */
	readonly url: string;
	/** Lines below the title: what each is, and where it leads. */
	readonly links: readonly { readonly label: string; readonly url: string; readonly text?: string }[];
	/** A label of the catalogues. */
	readonly t: (key: string) => string;
	/** What components without content show, by their names. */
	readonly lists: Readonly<Record<string, readonly TwinList[]>>;
	/** The statement of an id: its address and its text. */
	readonly statement: (id: string) => { readonly url: string; readonly text: string } | undefined;
}

/** Components that hold nothing to read by themselves: places to link to, and pictures, whose data are the statements. */
export const silent: ReadonlySet<string> = new Set(['Anchor', 'Filters', 'Rules', 'AmountsChart', 'NetworkChart', 'SourcesChart', 'StatusChart', 'TimelineChart']);

/** What satteri gives, as far as it is read here: mdast with the nodes of MDX. */
interface Node {
	readonly type: string;
	readonly name?: string | null;
	readonly value?: string;
	readonly url?: string;
	readonly depth?: number;
	readonly attributes?: readonly { readonly name?: string; readonly value?: string | { readonly value: string } | null }[];
	readonly children?: readonly Node[];
}

/** The page in Markdown (CommonMark with tables), with all its links absolute. */
export function markdownTwin(page: TwinPage): string {
	return writeMarkdown([
		{ type: 'heading', depth: 1, children: [text(page.title)] },
		...(page.description === undefined ? [] : [quote([paragraph([text(page.description)])])]),
		list(page.links.map(({ label, url, text: words }) => [text(`${label}: `), { type: 'link' as const, url, children: [text(words ?? url)] }])),
		...blocks((mdxToMdast(page.body, { position: false }) as Node).children ?? [], page),
	]);
}

const blocks = (nodes: readonly Node[], page: TwinPage): BlockContent[] => nodes.flatMap((node) => block(node, page));

function block(node: Node, page: TwinPage): BlockContent[] {
	if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression') return [];
	if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return component(node, page);
	if (node.type === 'paragraph' && node.children?.length === 1 && node.children[0]?.type === 'mdxJsxTextElement' && isComponent(node.children[0])) return component(node.children[0], page);
	return [plain(node, page) as BlockContent];
}

const isComponent = ({ name }: Node): boolean => /^[A-Z]/.test(name ?? '');

/** A node of Markdown as it is, without what only MDX knows. */
function plain(node: Node, page: TwinPage): RootContent {
	const { children, ...rest } = node;
	const kept: Record<string, unknown> = { ...rest };
	delete kept['data'];
	if (node.url !== undefined) kept['url'] = absolute(node.url, page);
	if (children) kept['children'] = children.flatMap((child) => inline(child, page));
	const last = (kept['children'] as Node[] | undefined)?.at(-1);
	// The comment with a heading's id is gone; so is the space before it.
	if (node.type === 'heading' && last?.type === 'text') (kept['children'] as Node[]).splice(-1, 1, { ...last, value: last.value?.trimEnd() ?? '' });
	return kept as unknown as RootContent;
}

function inline(node: Node, page: TwinPage): RootContent[] {
	if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return [];
	if (node.name === 'Ref') return [reference(node, page)];
	if (node.type === 'mdxJsxTextElement') return (node.children ?? []).flatMap((child) => inline(child, page));
	if (node.type === 'mdxJsxFlowElement') return component(node, page);
	return [plain(node, page)];
}

/** A link to a statement, with the editor's words or the statement's own. */
function reference(node: Node, page: TwinPage): RootContent {
	const found = page.statement(attribute(node, 'id') ?? '');
	const words = (node.children ?? []).flatMap((child) => inline(child, page)) as PhrasingContent[];
	return { type: 'link', url: found?.url ?? page.url, children: words.length > 0 ? words : [text(found?.text ?? '')] };
}

const absolute = (url: string, page: TwinPage): string => URL.parse(url, page.url)?.href ?? url;

const attribute = (node: Node, name: string): string | undefined => {
	const value = node.attributes?.find((each) => each.name === name)?.value;
	if (value === null || value === undefined) return undefined;
	if (typeof value === 'string') return value;
	try {
		const parsed: unknown = JSON.parse(value.value);
		return typeof parsed === 'string' ? parsed : undefined;
	} catch {
		return undefined;
	}
};

function component(node: Node, page: TwinPage): BlockContent[] {
	const children = node.children ?? [];
	const { t } = page;
	const id = attribute(node, 'id');
	const address = id === undefined ? [] : [paragraph([text(`${t('open.address')}: `), { type: 'link', url: absolute(`#${id}`, page), children: [text(absolute(`#${id}`, page))] }])];
	switch (node.name) {
		case 'Statement': {
			const status = attribute(node, 'status') ?? '';
			const about = [attribute(node, 'lines'), t(`kind.${attribute(node, 'kind') ?? ''}`)].filter((part) => part !== undefined).join(' · ');
			return [{ type: 'heading', depth: 3, children: [text(id ?? '')] }, paragraph([text(`${about} · ${t('open.status')}: `), { type: 'strong', children: [text(t(`status.${status}`))] }]), ...blocks(children, page), ...address];
		}
		case 'Term':
		case 'Difference': {
			const names = children.filter(({ name }) => name === 'Name').sort((a, b) => Number(attribute(b, 'lang') === page.lang) - Number(attribute(a, 'lang') === page.lang));
			const label = t(node.name === 'Term' ? `category.${attribute(node, 'category') ?? ''}` : `differenceKind.${attribute(node, 'kind') ?? ''}`);
			const heading = names.flatMap((name, index) => [...(index > 0 ? [text(' — ')] : []), ...phrasing(name, page)]);
			return [{ type: 'heading', depth: 3, children: heading }, paragraph([text(label)]), ...blocks(children.filter(({ name }) => name !== 'Name'), page), ...address];
		}
		case 'Text': {
			const lang = langs.find((each) => each === attribute(node, 'lang'));
			const content = blocks(children, page);
			if (lang === undefined || lang === page.lang) return content;
			return [quote(labelled(languages[lang].label, content))];
		}
		case 'Note':
			return [quote(labelled(t('note.label'), blocks(children, page)))];
		case 'Facts':
			return [list(children.filter(({ name }) => name === 'Fact').map((fact) => [{ type: 'strong' as const, children: [text(t(`fact.${attribute(fact, 'name') ?? ''}`))] }, text(': '), ...phrasing(fact, page)]))];
		case 'Entries':
			return [list(children.filter(({ name }) => name === 'Entry').map((entry) => entryLine(entry, page)))];
		default: {
			const made = page.lists[node.name ?? ''];
			if (made) return [list(made.map(({ text: words, href, more }) => [href === undefined ? text(words) : { type: 'link' as const, url: href, children: [text(words)] }, ...(more === undefined ? [] : [text(`: ${more}`)])]))];
			return blocks(children, page);
		}
	}
}

function entryLine(entry: Node, page: TwinPage): PhrasingContent[] {
	const status = attribute(entry, 'status');
	const before = [attribute(entry, 'when'), status === undefined ? undefined : page.t(`status.${status}`)].filter((part) => part !== undefined).join(' · ');
	const href = attribute(entry, 'href');
	return [
		...(before === '' ? [] : [{ type: 'strong' as const, children: [text(before)] }, text(' ')]),
		...phrasing(entry, page),
		...(href === undefined ? [] : [text(' '), { type: 'link' as const, url: absolute(href, page), children: [text(attribute(entry, 'sector') ?? page.t('statement.home'))] }]),
	];
}

/** The words of what holds paragraphs, as one line. */
const phrasing = (node: Node, page: TwinPage): PhrasingContent[] =>
	(node.children ?? []).flatMap((child, index) => {
		const before = index > 0 && isBlock(child) ? [text(' ')] : [];
		if (child.type === 'paragraph' || child.type === 'mdxJsxFlowElement') return [...before, ...phrasing(child, page)];
		return inline(child, page) as PhrasingContent[];
	});

const isBlock = ({ type }: Node): boolean => type === 'paragraph' || type === 'mdxJsxFlowElement';

/** The label stands in front of the first paragraph. */
function labelled(label: string, content: readonly BlockContent[]): BlockContent[] {
	const [first, ...rest] = content;
	const start: PhrasingContent[] = [{ type: 'strong', children: [text(`${label}:`)] }];
	return first?.type === 'paragraph' ? [paragraph([...start, text(' '), ...first.children]), ...rest] : [paragraph(start), ...content];
}

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const quote = (children: BlockContent[]): BlockContent => ({ type: 'blockquote', children });
const list = (items: readonly PhrasingContent[][]): List => ({ type: 'list', ordered: false, spread: false, children: items.map((item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(item)] })) });
