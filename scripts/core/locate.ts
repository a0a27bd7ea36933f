import type { Corpus, EntryKind } from './corpus.ts';
import type { Position } from './issue.ts';

/** A line of a generated region that differs from what convert wrote there. */
export interface EditedLine {
	/** The page's path below `content/docs`. */
	readonly page: string;
	/** What the marker says that the region is made from. */
	readonly from: string;
	/** The lines as convert would write them, or as they stand where it no longer writes the region. */
	readonly lines: readonly string[];
	readonly at: number;
	/** The edited line as it stands on the page. */
	readonly edited: string;
}

/** Names the place in the seeds, `file:line` where it can, that decides what an edited line says. */
export type LocateSeed = (line: EditedLine) => string;

interface Entry {
	readonly kind: EntryKind;
	readonly id: string;
}

const elements: Readonly<Record<string, EntryKind>> = { Statement: 'statement', Anchor: 'statement', Term: 'term', Difference: 'difference' };
const pageKinds: Readonly<Record<string, EntryKind>> = { sectors: 'sector', sources: 'document' };
/** What an anchor on a page names. */
const anchorKinds: Readonly<Record<string, EntryKind>> = { sectors: 'statement', sources: 'statement', organisations: 'term', places: 'term', glossary: 'term', differences: 'difference' };

/** Reads the entry from the elements and links of the line and of those above it. */
export const createLocateSeed = ({ positionOf, fileOf }: Pick<Corpus, 'positionOf' | 'fileOf'>): LocateSeed => ({ page, from, lines, at, edited }) => {
	const place = (entry: Entry | undefined): Position | undefined => entry && positionOf(`${entry.kind} ${entry.id}`);
	const slug = page.replace(/\.mdx$/, '');
	const [lang = '', view = '', subject = ''] = slug.split('/');
	const current = lines[at] ?? '';
	// Headings of the second level are labels; those below are the original's.
	if (from === 'content/i18n' || current.startsWith('## ')) return `content/i18n/${lang}.json`;

	const links = linksIn(current, slug);
	const renamed = links.find(({ written, target }) => !edited.includes(written) && edited.includes(target));
	const around = current.startsWith('#') ? undefined : lines.slice(0, at + 1).map((line) => opened(line, slug)).findLast(place);
	const found = place(renamed ?? around ?? (links.length === 1 ? links[0] : undefined));
	if (found) return `${found.file}:${found.line}`;

	// What names no entry belongs to the one that the page is about, if the region is made from that.
	const kind = pageKinds[view];
	const about = kind && place({ kind, id: subject });
	return about && from === (kind === 'document' ? fileOf.get(subject) : 'seeds/sectors.yaml') ? `${about.file}:${about.line}` : from;
};

/** The entry whose element begins on a line. */
function opened(line: string, page: string): Entry | undefined {
	const [, name = '', id] = /^\s*<([A-Z]\w*) id="([^"]+)"/.exec(line) ?? [];
	const kind = elements[name];
	if (kind && id !== undefined) return { kind, id };
	const href = /^\s*<Entry href="([^"]+)"/.exec(line)?.[1];
	return href === undefined ? undefined : entryOf(href, page);
}

function linksIn(line: string, page: string): (Entry & { readonly written: string; readonly target: string })[] {
	return [...line.matchAll(/\[(?:[^\]\\]|\\.)*\](\(([^)\s]+)\))/g)].flatMap(([written, target = '', href = '']) => {
		const entry = entryOf(href, page);
		return entry ? [{ ...entry, written, target }] : [];
	});
}

/** The entry that a relative address on a page leads to. */
function entryOf(href: string, page: string): Entry | undefined {
	if (!/^[.#]/.test(href)) return undefined;
	const { pathname, hash } = new URL(href, `https://guide.example/${page}/`);
	const [, , view = '', subject] = pathname.split('/');
	const anchor = hash.slice(1);
	const kind = anchor === '' ? pageKinds[view] : anchorKinds[view];
	const target = anchor || subject;
	return kind && target ? { kind, id: target } : undefined;
}
