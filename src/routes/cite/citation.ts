import type { APIRoute, GetStaticPaths } from 'astro';
import { languages, langs, type Lang } from '../../model/languages.ts';
import type { StoredStatement } from '../../model/published.ts';
import { citationFile } from '../../site/cite-texts.ts';
import { statements } from '../../site/statements.ts';
import { pageUrl } from '../../site/urls.ts';

/** Citations while the site is being worked on; a build writes them itself (`src/site/write-citations.ts`). */
export const getStaticPaths = (() =>
	langs.flatMap((lang) => statements.map((statement) => ({ params: { lang, id: statement.id }, props: { statement } })))) satisfies GetStaticPaths;

export const GET: APIRoute<{ statement: StoredStatement }> = ({ params, props: { statement }, locals, site }) => {
	const lang = params['lang'] as Lang;
	const t = ((key: 'cite.plain', values?: object) => locals.t(key, { lng: languages[lang].tag, ...values })) as unknown as (key: string, values?: object) => string;
	return new Response(citationFile(statement, lang, t, (path) => pageUrl(site, path)));
};
