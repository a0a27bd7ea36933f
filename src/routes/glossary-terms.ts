import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languages, otherLangs } from '../model/languages.ts';
import { docsPages } from '../site/docs-pages.ts';
import { glossaryFileSchema } from '../site/glossary.ts';
import { jsonLdText, termsNode } from '../site/json-ld.ts';
import { pageUrl } from '../site/urls.ts';

/** The terms of the glossary, in one language, in the vocabulary of schema.org. */
export const getStaticPaths = (async () =>
	(await docsPages()).filter(({ entry }) => entry.data.view === 'glossary' && entry.data.partOf === undefined).map((page) => ({ params: { lang: page.lang }, props: page }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang, slug, entry }, site }) => {
	const { rows } = glossaryFileSchema.parse(JSON.parse(readFileSync('content/data/glossary.json', 'utf8')));
	const terms = rows
		.flatMap(({ path, ...row }) => (path[lang]?.startsWith(`${languages[lang].tag}/${slug}`) ? [{ ...row, path: path[lang] }] : []))
		.map(({ id, path, name, abbreviations, aliases }) => ({
			id,
			path,
			name: name[lang] ?? id,
			otherNames: [...new Set([...abbreviations, ...(aliases[lang] ?? []), ...otherLangs(lang).flatMap((other) => name[other] ?? [])])],
		}));
	return new Response(`${jsonLdText([termsNode({ lang, slug, title: entry.data.title, url: (path) => pageUrl(site, path) }, terms)])}\n`, { headers: { 'Content-Type': 'application/ld+json' } });
};
