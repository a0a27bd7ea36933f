import { remember } from '../model/remember.ts';

/** Reads the tags of HTML that a generator wrote: enough to find what a page links to, runs and names. */

export interface Tag {
	/** In lower case. */
	readonly name: string;
	/** What stands between the name and the `>`. */
	readonly source: string;
	/** Where the tag begins, and where what follows it begins. */
	readonly start: number;
	readonly end: number;
	/** What a `script`, `style`, `title` or `textarea` holds, which is text and not tags. */
	readonly content: string;
}

const token = /<!--[^]*?-->|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const holdsText: Readonly<Record<string, RegExp>> = { script: /<\/script[\s/>]/gi, style: /<\/style[\s/>]/gi, title: /<\/title[\s/>]/gi, textarea: /<\/textarea[\s/>]/gi };

/** A page, or its tags where somebody has read them already. */
export type Page = string | readonly Tag[];

export const tagsOf = (page: Page): Iterable<Tag> => (typeof page === 'string' ? tags(page) : page);

/** The opening tags of a page, in their order. */
export function* tags(html: string): Generator<Tag> {
	const next = new RegExp(token);
	for (let match = next.exec(html); match; match = next.exec(html)) {
		const name = match[1]?.toLowerCase();
		if (name === undefined) continue;
		const end = next.lastIndex;
		let content = '';
		const closing = holdsText[name];
		if (closing) {
			closing.lastIndex = end;
			const close = closing.exec(html)?.index ?? html.length;
			content = html.slice(end, close);
			next.lastIndex = close;
		}
		yield { name, source: match[2] ?? '', start: match.index, end, content };
	}
}

const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The attributes of a tag, their values decoded. */
export const attributes = ({ source }: Tag): ReadonlyMap<string, string> => attributesOf(source);

/** Many tags stand on all pages of a site as they are. */
const attributesOf = remember((source): ReadonlyMap<string, string> => {
	const found = new Map<string, string>();
	for (const [, name = '', double, single, bare] of source.matchAll(attributePattern)) {
		const key = name.toLowerCase();
		if (!found.has(key)) found.set(key, decode(double ?? single ?? bare ?? ''));
	}
	return found;
});

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Resolves the character references that generators write. @example decode('a&amp;b') // => 'a&b' */
export const decode = (text: string): string =>
	text.includes('&') ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
		if (name !== undefined) return named[name] ?? all;
		return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
	}) : text;
