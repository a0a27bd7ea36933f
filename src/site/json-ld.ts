import { languages, langs, type Lang } from '../model/languages.ts';

/** What a page is, in the vocabulary of schema.org: only what is known, with no date or author that no source gives. */

type Node = Readonly<Record<string, unknown>>;

export const licenceUrl = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Data for a `<script type="application/ld+json">`. What could end the element, or open a comment that hides its end,
 * is written as an escape of JSON, which means the same.
 */
export const jsonLdText = (graph: readonly Node[]): string =>
	JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

export interface PageFacts {
	readonly lang: Lang;
	/** Path below the language. */
	readonly slug: string;
	readonly title: string;
	readonly description: string | undefined;
	readonly view: string;
	/** The page and its counterparts. */
	readonly url: (path: string) => string;
	readonly words: { readonly site: string; readonly tagline: string };
	/** The way down to the page: its steps with full addresses. */
	readonly trail: readonly { readonly name: string; readonly url: string }[];
	readonly card: string;
}

/** So many sources the description of the data names. */
const mostNamed = 20;

/** The nodes of a page, tied to each other by their ids. */
export function pageGraph(page: PageFacts, more: { dataset?: DatasetFacts | undefined; document?: DocumentFacts | undefined; isGlossary?: boolean }): Node[] {
	const { lang, slug, url } = page;
	const { tag } = languages[lang];
	const address = url(`${lang}/${slug}`);
	const website = { '@id': url(`${lang}/#website`) };
	const others = langs.filter((other) => other !== lang).map((other) => ({ '@id': url(`${other}/${slug}`) }));
	const about = more.document && documentNode(more.document, `${address}#document`);
	return [
		{
			'@type': slug === '' ? 'WebPage' : (pageTypes[page.view] ?? 'WebPage'),
			'@id': address,
			url: address,
			name: page.title,
			...(page.description === undefined ? {} : { description: page.description }),
			inLanguage: tag,
			isPartOf: website,
			license: licenceUrl,
			image: page.card,
			// Each text was written for its language; neither is the original of the other.
			workTranslation: others,
			...(slug === '' ? {} : { breadcrumb: breadcrumbNode(page) }),
			...(about ? { about: { '@id': about['@id'] }, isBasedOn: { '@id': about['@id'] } } : {}),
			...(more.dataset ? { mainEntity: { '@id': url('data/#dataset') } } : {}),
			...(more.isGlossary ? { mainEntity: { '@id': `${address}#terms` } } : {}),
		},
		...(slug === '' ? [websiteNode(page, website['@id'])] : []),
		...(about ? [about] : []),
		...(more.dataset ? [datasetNode(more.dataset, url)] : []),
		...(more.isGlossary ? [termsNode(page)] : []),
	];
}

const pageTypes: Readonly<Record<string, string>> = { sector: 'CollectionPage', glossary: 'CollectionPage', organisations: 'CollectionPage', places: 'CollectionPage', about: 'AboutPage' };

const websiteNode = ({ lang, url, words }: PageFacts, id: string): Node => ({
	'@type': 'WebSite',
	'@id': id,
	url: url(`${lang}/`),
	name: words.site,
	description: words.tagline,
	inLanguage: languages[lang].tag,
	license: licenceUrl,
	// The search page takes a question in its address: programs can lead there.
	potentialAction: { '@type': 'SearchAction', target: { '@type': 'EntryPoint', urlTemplate: `${url(`${lang}/search/`)}?q={search_term_string}` }, 'query-input': 'required name=search_term_string' },
});

const breadcrumbNode = ({ trail }: PageFacts): Node => ({
	'@type': 'BreadcrumbList',
	// The last step is the page itself.
	itemListElement: trail.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, ...(index < trail.length - 1 ? { item: url } : {}) })),
});

/** A document that statements come from: its title is what is known of every one; kind, author and date are not. */
export interface DocumentFacts {
	readonly title: string;
}

const documentNode = ({ title }: DocumentFacts, id: string): Node => ({ '@type': 'CreativeWork', '@id': id, name: title });

export interface DatasetFacts {
	readonly lang: Lang;
	readonly name: string;
	readonly description: string;
	/** Titles of the documents that the data rest on. */
	readonly basedOn: readonly { title: string; url: string }[];
}

const datasetNode = ({ lang, name, description, basedOn }: DatasetFacts, url: PageFacts['url']): Node => ({
	'@type': 'Dataset',
	'@id': url('data/#dataset'),
	name,
	description,
	url: url(`${lang}/about/#data`),
	license: licenceUrl,
	isAccessibleForFree: true,
	inLanguage: langs.map((each) => languages[each].tag),
	// Of more sources than a page can name, each says so itself.
	isBasedOn: basedOn.slice(0, mostNamed).map(({ title, url: address }) => ({ '@type': 'CreativeWork', name: title, subjectOf: { '@id': address } })),
	distribution: [
		{ contentUrl: url('data/statements.json'), encodingFormat: 'application/json' },
		{ contentUrl: url('data/statements.csv'), encodingFormat: 'text/csv' },
	].map((file) => ({ '@type': 'DataDownload', ...file })),
});

export interface TermFacts {
	readonly id: string;
	/** Of its place, below the base. */
	readonly path: string;
	readonly name: string;
	readonly otherNames: readonly string[];
}

/** The glossary as a set of terms; the terms themselves are in a file of their own, so that the page stays light. */
export const termsNode = ({ lang, slug, title, url }: Pick<PageFacts, 'lang' | 'slug' | 'title' | 'url'>, terms: readonly TermFacts[] = []): Node => ({
	'@type': 'DefinedTermSet',
	'@id': `${url(`${lang}/${slug}`)}#terms`,
	name: title,
	inLanguage: languages[lang].tag,
	license: licenceUrl,
	url: url(`${lang}/${slug}`),
	...(terms.length === 0 ? {} : { hasDefinedTerm: terms.map(({ id, path, name, otherNames }) => ({ '@type': 'DefinedTerm', '@id': url(path), termCode: id, name, ...(otherNames.length > 0 ? { alternateName: otherNames } : {}) })) }),
});
