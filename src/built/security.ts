import { createHash } from 'node:crypto';
import { attributes, tags, tagsOf, type Page } from './html.ts';

/**
 * The content security policy: nothing runs and nothing is loaded but what the build made. What stands inline is named by
 * its hash, so that a script which somebody manages to put on a page does not run.
 */

/** Hashes of what stands inline, as a policy writes them. */
export interface Inline {
	readonly scripts: ReadonlySet<string>;
	readonly styles: ReadonlySet<string>;
	readonly styleAttributes: ReadonlySet<string>;
}

/** Scripts that hold data and are never run. Import maps and speculation rules are no data to a browser. */
const isData = (type: string): boolean => /[/+]json$/.test(type);

/** The hash as browsers take it: of the text after the parser has read it, which has no carriage returns. */
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;

/** Most tags hold none of this, and their attributes need not be read: an attribute that begins so, a script's address, or a character reference, which could hide one. */
const suspicious = /(?:^|[^a-z])(?:on|style)|script|&/i;

/**
 * Finds what stands inline on a page.
 * @throws {Error} where it holds an event handler or a `javascript:` address, which no hash can allow without allowing more
 */
export function inlineOf(page: Page): Inline {
	const scripts = new Set<string>();
	const styles = new Set<string>();
	const styleAttributes = new Set<string>();
	for (const tag of tagsOf(page)) {
		if (tag.name !== 'script' && tag.name !== 'style' && !suspicious.test(tag.source)) continue;
		const found = attributes(tag);
		for (const [name, value] of found) {
			if (/^on[a-z]/.test(name)) throw new Error(`<${tag.name} ${name}="…"> is a script in an attribute, which the security policy blocks. Use addEventListener in a script.`);
			if (/^(?:href|src|action|formaction|xlink:href)$/.test(name) && /^[\s\p{Cc}]*javascript:/iu.test(value)) throw new Error(`<${tag.name} ${name}="javascript:…"> is a script in an address, which the security policy blocks.`);
		}
		if (tag.name === 'script' && !found.has('src') && !isData(found.get('type') ?? '')) scripts.add(hash(tag.content));
		if (tag.name === 'style') styles.add(hash(tag.content));
		const style = found.get('style');
		if (style !== undefined) styleAttributes.add(hash(style));
	}
	return { scripts, styles, styleAttributes };
}

/** What stands inline on any of the pages. */
export const union = (pages: readonly Inline[]): Inline => ({
	scripts: new Set(pages.flatMap(({ scripts }) => [...scripts])),
	styles: new Set(pages.flatMap(({ styles }) => [...styles])),
	styleAttributes: new Set(pages.flatMap(({ styleAttributes }) => [...styleAttributes])),
});

/** More style attributes than these, and naming each would fill the header: then any may stand, which only dresses what is there. */
const mostStyleAttributes = 12;

export const namesStyleAttributes = ({ styleAttributes }: Inline): boolean => styleAttributes.size <= mostStyleAttributes;

function styleAttributeSources(inline: Inline): string {
	if (inline.styleAttributes.size === 0) return "'none'";
	return namesStyleAttributes(inline) ? sources("'unsafe-hashes'", inline.styleAttributes) : "'unsafe-inline'";
}

const sources = (...parts: readonly (string | ReadonlySet<string>)[]): string =>
	parts.flatMap((part) => (typeof part === 'string' ? [part] : [...part].sort())).join(' ');

/**
 * The policy of a page, or of all pages.
 * `'wasm-unsafe-eval'` lets the search compile its WebAssembly and nothing else; without it search dies and no browser reports why.
 * `'unsafe-hashes'` in `style-src-attr` lets style attributes be named by hash: those of icons and of pictures stay, any other is ignored.
 */
export const contentSecurityPolicy = (inline: Inline): string =>
	[
		"default-src 'self'",
		`script-src ${sources("'self'", "'wasm-unsafe-eval'", inline.scripts)}`,
		"script-src-attr 'none'",
		`style-src ${sources("'self'", inline.styles)}`,
		`style-src-attr ${styleAttributeSources(inline)}`,
		"img-src 'self' data:",
		"object-src 'none'",
		"frame-src 'none'",
		"worker-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ');

/** What only a header can say. */
export const headerPolicy = (inline: Inline): string => `${contentSecurityPolicy(inline)}; frame-ancestors 'none'`;

/** Puts the page's own policy into it: after the encoding, before everything that it rules. */
export function withPolicy(html: string, inline: Inline): string {
	const meta = `<meta http-equiv="content-security-policy" content="${contentSecurityPolicy(inline)}">`;
	for (const tag of tags(html)) {
		if (tag.name === 'meta' && attributes(tag).has('charset')) return html.slice(0, tag.end) + meta + html.slice(tag.end);
		if (tag.name === 'script' || tag.name === 'style' || tag.name === 'link' || tag.name === 'body') break;
	}
	throw new Error('A page does not begin with <meta charset>, after which its security policy has to stand.');
}

/** Takes the policy out again: a page that is processed twice holds one. */
export const withoutPolicy = (html: string): string => html.replace(/<meta http-equiv="content-security-policy" content="[^"]*">/, '');
