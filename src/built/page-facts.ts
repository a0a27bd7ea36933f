import { attributes, tags, type Tag } from './html.ts';
import { filesNamed, type PageFiles } from './page-weight.ts';
import { inlineOf, type Inline } from './security.ts';
import { addPage, noNames, type UsedNames } from './used-styles.ts';

/** What is asked of a page after the build, found in one look at its tags; as JSON can hold it, for a build keeps it for the next. */
export interface PageFacts {
	readonly sheets: readonly Sheet[];
	/** What the page names, before its sheets are one. */
	readonly files: PageFiles;
	readonly names: Lists<UsedNames>;
	/** Why it must not be published. */
	readonly spoilt?: string;
	readonly inline: Lists<Inline>;
}

type Lists<Sets> = { readonly [Name in keyof Sets]: readonly string[] };

/** A link to a style sheet that the bundler wrote. */
export interface Sheet {
	/** Where the tag begins and ends. */
	readonly start: number;
	readonly end: number;
	/** Path below the base. */
	readonly path: string;
	/** What it holds for; nothing is all. */
	readonly media?: string;
}

export function readFacts(html: string, base: string): PageFacts {
	const found = [...tags(html)];
	const names = noNames();
	addPage(names, found);
	// What was read is no name.
	names.read.clear();
	const [inline, spoilt] = allowed(found);
	return { sheets: sheetsOf(found, base), files: filesNamed(html, base, found), names: listed(names), inline: listed(inline), ...(spoilt === undefined ? {} : { spoilt }) };
}

function allowed(found: readonly Tag[]): [Inline, spoilt?: string] {
	try {
		return [inlineOf(found)];
	} catch (error) {
		return [inlineOf([]), (error as Error).message];
	}
}

const sheetsOf = (found: readonly Tag[], base: string): Sheet[] =>
	found.flatMap((tag): Sheet[] => {
		if (tag.name !== 'link') return [];
		const its = attributes(tag);
		const href = its.get('href') ?? '';
		const media = its.get('media');
		return its.get('rel') === 'stylesheet' && href.startsWith(`${base}_astro/`) ? [{ start: tag.start, end: tag.end, path: href.slice(base.length), ...(media === undefined ? {} : { media }) }] : [];
	});

const listed = <Sets extends { readonly [Name in keyof Sets]: ReadonlySet<string> }>(sets: Sets): Lists<Sets> =>
	Object.fromEntries(Object.entries<ReadonlySet<string>>(sets).map(([name, set]) => [name, [...set]])) as unknown as Lists<Sets>;

/** As sets again. */
export const inlineIn = ({ inline: { scripts, styles, styleAttributes } }: PageFacts): Inline => ({ scripts: new Set(scripts), styles: new Set(styles), styleAttributes: new Set(styleAttributes) });
