import { langs, languages, type Lang } from '../model/languages.ts';
import type { Section } from './corpus.ts';

/** The hand-written text of the pages, by heading. It is read from the MDX files: what convert owns in them is left out. */

const region = /\{\/\* convert:begin (\S+)[^]*?convert:end \1 \*\/\}/g;
const heading = /^(#{2,4})\s+(.*?)(?:\s*\{\/\*\s*#([\w-]+)\s*\*\/\})?\s*$/;

interface Part {
	readonly anchor: string;
	readonly title: string;
	readonly text: string;
}

/**
 * Cuts the sources of the pages into sections.
 * @param files path below `content/docs` → MDX
 */
export function readSections(files: ReadonlyMap<string, string>): Section[] {
	const sections = new Map<string, Partial<Record<Lang, { path: string; title: string; text: string }>>>();
	for (const [file, source] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const lang = langs.find((each) => file.startsWith(`${languages[each].tag}/`));
		if (lang === undefined) continue;
		const slug = file.slice(languages[lang].tag.length + 1).replace(/\.mdx?$/, '').replace(/(?:^|\/)index$/, '');
		for (const { anchor, title, text } of partsOf(source)) {
			const key = `${slug}#${anchor}`;
			const versions = sections.get(key) ?? {};
			versions[lang] = { path: `${languages[lang].tag}/${slug === '' ? '' : `${slug}/`}${anchor === '' ? '' : `#${anchor}`}`, title, text };
			sections.set(key, versions);
		}
	}
	return [...sections].map(([key, versions]) => ({ key, versions }));
}

function partsOf(source: string): Part[] {
	const matter = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(source);
	const pageTitle = /^title:\s*(.*)$/m.exec(matter?.[1] ?? '')?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? '';
	if (/^search: false$|^pagefind: false$/m.test(matter?.[1] ?? '')) return [];
	const body = source.slice(matter?.[0].length ?? 0).replace(region, '').replace(/^import .*$/gm, '');
	const parts: { anchor: string; title: string; lines: string[] }[] = [{ anchor: '', title: pageTitle, lines: [] }];
	let fenced = false;
	for (const line of body.split(/\r?\n/)) {
		if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
		const match = fenced ? null : heading.exec(line);
		if (match) parts.push({ anchor: match[3] ?? '', title: `${pageTitle}: ${plain(match[2] ?? '')}`, lines: [] });
		else parts.at(-1)?.lines.push(line);
	}
	return parts.map(({ anchor, title, lines }) => ({ anchor, title, text: plain(lines.join('\n')) })).filter(({ text, anchor }, at) => text !== '' && (anchor !== '' || at === 0));
}

/** Takes the marks of Markdown and JSX off, and leaves the words. */
function plain(markdown: string): string {
	return markdown
		.replace(/\{\/\*[^]*?\*\/\}/g, ' ')
		.replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
		.replace(/^\s*(?:```|~~~).*$/gm, ' ')
		.replace(/!?\[([^\]]*)\]\([^()\s]*\)/g, '$1')
		.replace(/^\s*(?:[-*>]|\d+\.)\s+/gm, '')
		.replace(/(\*\*|__|\*|`)(?=\S)([^*`]*?\S)\1/g, '$2')
		.replace(/\\([\\`*_{}[\]<>()#+.!|~:@-])/g, '$1')
		.replace(/&(?:#x?[0-9a-f]+|\w+);/gi, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
