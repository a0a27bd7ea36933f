import { satteriHeadingIdsPlugin, type SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { evaluate, type EvaluateOptions } from 'satteri';
import { joined, type PageNode } from './page-nodes.ts';
import { escapeHtml } from './safe-html.ts';

/**
 * The body of a page as a tree of HTML and components, which the site draws without a module for each page
 * (`components/PageBody.astro`). It is read by the same parser, with the same plugins, as a page that is a module.
 */

export interface PageTree {
	readonly nodes: readonly PageNode[];
	readonly headings: readonly MarkdownHeading[];
}

/** All the code that a page may have of its own: it names components. */
const importOfComponents = /^import \{ ([\w$]+(?:, [\w$]+)*),? \} from '@components';?$/;

/** What only a page that is a module can hold: other code, pictures to be processed, content for a named slot. */
class NeedsModule extends Error {}

/**
 * @param body MDX without its front matter
 * @param fileURL the page, for plugins that ask where it stands
 * @param options of the parser that Astro is configured with
 * @returns nothing where the page has to be a module, be it that it is broken: then the bundler says where
 */
export function pageTree(body: string, fileURL: URL, { mdastPlugins, hastPlugins, features }: Required<SatteriProcessorOptions>): PageTree | undefined {
	const components: Record<string, string> = { [fragment]: fragment };
	const astro = { frontmatter: {}, headings: [] as MarkdownHeading[], localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
	try {
		const module = evaluate(body, {
			...tree,
			mdastPlugins: [
				...mdastPlugins,
				{
					name: 'imports-of-components',
					mdxjsEsm(node, context) {
						for (const line of node.value.split('\n')) {
							const names = importOfComponents.exec(line.trim())?.[1];
							if (names === undefined) throw new NeedsModule(line);
							for (const name of names.split(', ')) components[name] = name;
						}
						context.removeNode(node);
					},
					image({ url }) {
						throw new NeedsModule(url);
					},
				},
			],
			hastPlugins: [...hastPlugins, satteriHeadingIdsPlugin()],
			optimizeStatic: { component: fragment, prop: 'set:html' },
			features: features as NonNullable<EvaluateOptions['features']>,
			fileURL,
			elementAttributeNameCase: 'html',
			data: { astro },
		});
		// Only a plugin that waits for something makes it a promise.
		if (module instanceof Promise) return undefined;
		const content = (module['default'] as (props: object) => Child)({ components });
		return { nodes: nodesOf(content), headings: astro.headings };
	} catch {
		return undefined;
	}
}

type Child = string | number | boolean | null | undefined | readonly Child[] | Made;

/** What the code of a page makes in place of elements. */
class Made {
	readonly nodes: readonly PageNode[];
	constructor(nodes: readonly PageNode[]) {
		this.nodes = nodes;
	}
}

const fragment = 'Fragment';

/** Makes nodes where Astro's JSX runtime would make elements. */
function make(name: unknown, { children, ...attributes }: Readonly<Record<string, unknown>> & { readonly children?: Child }): Made {
	if (name === fragment) {
		const html = attributes['set:html'];
		return new Made(typeof html === 'string' ? [html] : nodesOf(children));
	}
	if (typeof name !== 'string' || name === 'script' || name === 'style' || name.includes('-')) throw new NeedsModule(String(name));
	for (const [key, value] of Object.entries(attributes)) {
		if (key === 'slot' || key.includes(':') || !['string', 'number', 'boolean'].includes(typeof value)) throw new NeedsModule(key);
	}
	const plain = attributes as Record<string, string | number | boolean>;
	return new Made([children === undefined ? [name, plain] : [name, plain, nodesOf(children)]]);
}

const tree = { Fragment: fragment, jsx: make as (type: unknown, props: unknown) => unknown, jsxs: make as (type: unknown, props: unknown) => unknown };

/** As Astro writes what stands between tags. */
function nodesOf(child: Child): readonly PageNode[] {
	if (child instanceof Made) return child.nodes;
	if (typeof child === 'string') return [escapeHtml(child)];
	if (typeof child === 'number') return [String(child)];
	if (Array.isArray(child)) return joined((child as readonly Child[]).flatMap(nodesOf));
	if (child === null || child === undefined || child === false) return [];
	throw new NeedsModule(typeof child);
}
