import { attributes, tags, type Tag } from './html.ts';

/** What a reader's browser fetches to show a page: the page, and what it asks for before anybody touches it. */

export interface PageFiles {
	/** Paths below the base. */
	readonly styles: readonly string[];
	readonly scripts: readonly string[];
}

/** The static imports of a module that a bundler wrote, which come with it. @returns paths beside the module */
export const importsOf = (code: string): string[] =>
	[...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^"'`;()]*?from\s*)?["'](\.{1,2}\/[^"']+)["']/g)].map((match) => match[1] ?? '');

/**
 * Scripts that a page names, with all that comes with them.
 * @param read the text of a script, by its path below the base
 */
export function withImports(scripts: readonly string[], read: (path: string) => string | undefined): string[] {
	const all = new Set<string>();
	const take = (path: string): void => {
		if (all.has(path)) return;
		all.add(path);
		for (const imported of importsOf(read(path) ?? '')) take(new URL(imported, `file:///${path}`).pathname.slice(1));
	};
	for (const path of scripts) take(path);
	return [...all].sort();
}

/** What a page names of what its reader fetches by it. @param found its tags */
export function filesNamed(html: string, base: string, found: Iterable<Tag> = tags(html)): PageFiles {
	const styles = new Set<string>();
	const scripts = new Set<string>();
	const local = (address: string | undefined): string | undefined => (address?.startsWith(base) ? address.slice(base.length).replace(/[?#].*$/, '') : undefined);
	// What stands for those without a script is not fetched by others.
	let outside = 0;
	for (const tag of found) {
		if (tag.name === 'noscript' && tag.start >= outside) outside = Math.max(tag.end, html.indexOf('</noscript>', tag.end));
		if (tag.start < outside || (tag.name !== 'link' && tag.name !== 'script')) continue;
		const its = attributes(tag);
		const rel = its.get('rel') ?? '';
		const path = local(its.get(tag.name === 'link' ? 'href' : 'src'));
		if (path === undefined) {
			// A small module stands inline, with imports of its own; their addresses are absolute.
			if (tag.name === 'script') for (const [, address] of tag.content.matchAll(/(?:^|[;}\s])import\s*(?:[\w$*{][^"'`;()]*?from\s*)?["']([^"']+)["']/g)) {
				const imported = local(address);
				if (imported !== undefined) scripts.add(imported);
			}
		} else if (tag.name === 'script' || rel === 'modulepreload') scripts.add(path);
		else if (rel === 'stylesheet' && !/\bprint\b/.test(its.get('media') ?? '')) styles.add(path);
	}
	return { styles: [...styles].sort(), scripts: [...scripts].sort() };
}

export interface PageWeight {
	/** Path of the file below the base. */
	readonly path: string;
	/** Bytes as they travel, in brotli. */
	readonly html: number;
	readonly styles: number;
	readonly scripts: number;
	/** Bytes as they are read, uncompressed. */
	readonly htmlRaw: number;
	/** The part of these that is not the page's own content, which is in `main`, and named in the table of contents. */
	readonly frame: number;
}

/** @returns the bytes of a page that stand around its content */
export const frameOf = (html: string): number => Buffer.byteLength(html.replace(/<main\b[^]*<\/main>/, '').replace(/<aside\b[^]*?<\/aside>/, ''));

export const firstLoad = ({ html, styles, scripts }: PageWeight): number => html + styles + scripts;
