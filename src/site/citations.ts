/** How to cite a statement: as plain text, BibTeX and CSL-JSON. Pure. No date of access: only the reader knows it. */

/** The forms in which a citation can be had: the ending of a file and its media type. */
export const citationFormats = { txt: 'text/plain', bib: 'application/x-bibtex', json: 'application/vnd.citationstyles.csl+json' } as const;
export type CitationFormat = keyof typeof citationFormats;

export interface Citable {
	readonly id: string;
	/** The name of the site. */
	readonly site: string;
	/** “Statement “…””, in the language of the citation. */
	readonly title: string;
	readonly source: { readonly title: string; readonly author: string | undefined; readonly publisher: string | undefined };
	/** `line 16`, in the language of the citation. */
	readonly lines: string;
	readonly url: string;
	/** BCP 47 tag. */
	readonly language: string;
}

/** Where the statement rests, joined by the separator of the language. */
const sourceOf = ({ source, lines }: Citable, separator: string): string => [source.author, source.title, source.publisher, lines].filter((part) => part !== undefined).join(separator);

/** @param layout the sentence of the language, with its places filled in */
export const plainCitation = (citable: Citable, layout: (values: { site: string; title: string; source: string; url: string }) => string, separator: string): string =>
	layout({ site: citable.site, title: citable.title, source: sourceOf(citable, separator), url: citable.url });

/** A BibTeX entry. Letters beyond ASCII stay as they are: Biber and today's BibTeX styles read UTF-8. */
export function bibtex(citable: Citable, separator: string): string {
	const fields = {
		title: `{${escapeBibtex(citable.title)}}`,
		author: `{${escapeBibtex(citable.site)}}`,
		note: escapeBibtex(sourceOf(citable, separator)),
		url: citable.url.replace(/[{}\\%\s]/g, (character) => (character === '%' ? '\\%' : encodeURIComponent(character).replaceAll('%', '\\%'))),
		language: citable.language,
	};
	const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
	return `@misc{${citable.id},\n${lines.join(',\n')}\n}\n`;
}

const bibtexEscapes: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'–': '--',
	'—': '---',
};

/** @example escapeBibtex('R&D_50% – 協力') // => 'R\\&D\\_50\\% -- 協力' */
export const escapeBibtex = (text: string): string => text.replace(/[\\~^–—]|[&%$#_{}]/gu, (character) => bibtexEscapes[character] ?? `\\${character}`);

/** CSL-JSON, version 1.0.2: an array of one item, on one line. */
export const cslJson = (citable: Citable): string => `${JSON.stringify([{
	id: citable.id,
	type: 'webpage',
	title: citable.title,
	author: [{ literal: citable.site }],
	'container-title': citable.site,
	'original-title': citable.source.title,
	...(citable.source.author === undefined ? {} : { 'original-author': [{ literal: citable.source.author }] }),
	...(citable.source.publisher === undefined ? {} : { 'original-publisher': citable.source.publisher }),
	section: citable.lines,
	URL: citable.url,
	language: citable.language,
}])}\n`;

/** A citation in each of its forms, and what is for the reader and no part of what is copied. */
export interface Citation extends Readonly<Record<CitationFormat, string>> {
	/** How old the statement is. */
	readonly age: string;
}

/**
 * A citation as one file: a sentence, the age, BibTeX and CSL-JSON, each a paragraph, and where else the statement stands.
 * A reader without a script reads all of it; {@link readCitation} takes it apart.
 */
export const citationText = ({ txt, age, bib, json }: Citation, elsewhere: readonly string[]): string =>
	[txt, age, bib, json, elsewhere.join('\n')].map((part) => part.trim().replace(/\n\s*\n/g, '\n')).filter((part) => part !== '').map((part) => `${part}\n`).join('\n');

/** @throws {Error} where the text is not one of {@link citationText} */
export function readCitation(text: string): Citation {
	const parts = text.split('\n\n');
	const at = parts.findIndex((part) => part.startsWith('@misc{'));
	const [txt, bib, json] = [parts[0], parts[at], parts[at + 1]];
	if (txt === undefined || bib === undefined || json === undefined) throw new Error('This is no citation.');
	return { txt, age: parts.slice(1, at).join(' '), bib, json: JSON.stringify(JSON.parse(json), null, '\t') };
}
