import type { APIRoute, GetStaticPaths } from 'astro';
import { languages, langs, type Lang } from '../../model/languages.ts';
import type { StoredStatement } from '../../model/published.ts';
import { citationFormats, type CitationFormat } from '../../site/cite-files.ts';
import { citationTexts } from '../../site/cite-texts.ts';
import { statements } from '../../site/statements.ts';
import { pageUrl } from '../../site/urls.ts';

/** Citations while the site is being worked on; a build writes them itself (`src/site/write-citations.ts`). */
export const getStaticPaths = (() =>
	langs.flatMap((lang) => statements.flatMap((statement) => Object.keys(citationFormats).map((format) => ({ params: { lang, id: statement.id, format }, props: { statement } }))))) satisfies GetStaticPaths;

export const GET: APIRoute<{ statement: StoredStatement }> = ({ params, props: { statement }, locals, site }) => {
	const lang = params['lang'] as Lang;
	const t = ((key: 'cite.plain', values?: object) => locals.t(key, { lng: languages[lang].tag, ...values })) as unknown as (key: string, values?: object) => string;
	return new Response(citationTexts(statement, lang, t, (path) => pageUrl(site, path))[params['format'] as CitationFormat]);
};
