import { languages } from '../../../src/model/languages.ts';
import { esm, serializeInPieces, wellFormed, type Block } from '../mdx.ts';
import type { Pieces } from '../pieces.ts';
import type { PageSource, Region } from '../regions.ts';
import type { PageContext } from './context.ts';

/** A generated part of a page; left out where it has no content. */
export interface Part {
	readonly name: string;
	/** Seed files. */
	readonly from: readonly string[];
	readonly content: readonly (Block | undefined)[];
}

export interface PageDescription {
	readonly title: string;
	readonly description: string;
	readonly view: string;
	/** For the page of a view in another order: that view. */
	readonly orderOf?: string;
	/** For a part of a list that one page cannot hold: the page that leads to its parts, below the language. */
	readonly partOf?: string;
	/** Place in the navigation among its neighbours. */
	readonly order: number;
	/** Label in the navigation where the title is too long for it. */
	readonly label?: string;
	/** Seed files of the front matter. */
	readonly from: readonly string[];
	readonly parts: readonly Part[];
	/** What a new page says where the editors' prose goes. */
	readonly invitation?: string;
}

/** Every page may use every component, so that editors need no imports of their own. */
export const components = ['AmountsChart', 'Anchor', 'Changes', 'Difference', 'Entries', 'Entry', 'Fact', 'Facts', 'Filters', 'Name', 'NetworkChart', 'Note', 'Ref', 'SourcesChart', 'Statement', 'StatusChart', 'Term', 'Text', 'TimelineChart'];

/**
 * A text in front matter. Quoted, because readers of YAML disagree on which words are dates, numbers or truth values; on
 * one line, because several could be read as a marker or as the end. A string of JSON is one of YAML.
 */
const quoted = (value: string): string => JSON.stringify(wellFormed(value).replace(/\n+/g, ' '));

/** The imports of every page. */
let imports: Pieces | undefined;
const writeImports: Region['body'] = () => (imports ??= write([esm(`import { ${components.join(', ')} } from '@components';`)])());

const write = (children: readonly Block[]): Region['body'] => (guarded) => withoutEnd(serializeInPieces({ children }, guarded === undefined ? undefined : `${guarded}\n`));

/** Without the line end of the last line. */
const withoutEnd = (pieces: Pieces): Pieces => pieces.map((piece, index) => (index === pieces.length - 1 ? piece.slice(0, -1) : piece));

/** Makes a page of what a view says. */
export function pageSource({ lang, slug }: PageContext, page: PageDescription): PageSource {
	const { title, description, view, orderOf, partOf, order, label } = page;
	const frontMatter = [
		`title: ${quoted(title)}`,
		`description: ${quoted(description)}`,
		`view: ${view}`,
		// The search finds what stands there on the page of the view.
		...(orderOf === undefined ? [] : [`orderOf: ${orderOf}`, 'pagefind: false']),
		...(partOf === undefined ? [] : [`partOf: ${partOf}`]),
		'sidebar:',
		`  order: ${order}`,
		...(label === undefined ? [] : [`  label: ${quoted(label)}`]),
	];
	const regions = page.parts.flatMap(({ name, from, content }): Region[] => {
		const children = content.filter((block) => block !== undefined);
		return children.length > 0 ? [{ name, from, body: write(children) }] : [];
	});
	return {
		path: `${languages[lang].tag}/${slug}.mdx`,
		frontMatter: { name: 'front-matter', from: page.from, body: () => [frontMatter.join('\n')] },
		regions: [
			{ name: 'imports', from: ['src/components'], body: writeImports },
			...regions,
		],
		scaffold: page.invitation === undefined ? [] : [{ after: 'imports', text: `{/* ${page.invitation} */}` }],
	};
}
