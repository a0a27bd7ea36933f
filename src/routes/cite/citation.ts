import type { APIRoute, GetStaticPaths } from 'astro';
import { languages, langs, type Lang } from '../../model/languages.ts';
import type { StoredStatement } from '../../model/published.ts';
import { historyOf } from '../../site/changes.ts';
import { bibtex, cslJson, plainCitation, type Citable } from '../../site/citations.ts';
import { citationFormats, dayIn, sources, type CitationFormat } from '../../site/cite-files.ts';
import { readHistory } from '../../site/history.ts';
import { statements } from '../../site/statements.ts';
import { pageUrl } from '../../site/urls.ts';

/** The citation of a statement in one language and form. The plain text says how old the statement is, too. */
export const getStaticPaths = (() =>
	langs.flatMap((lang) => statements.flatMap((statement) => Object.keys(citationFormats).map((format) => ({ params: { lang, id: statement.id, format }, props: { statement } }))))) satisfies GetStaticPaths;

const history = readHistory();
const days = history.isKnown ? historyOf(history.changes) : undefined;

export const GET: APIRoute<{ statement: StoredStatement }> = ({ params, props: { statement }, locals, site }) => {
	const lang = params['lang'] as Lang;
	const format = params['format'] as CitationFormat;
	const t = ((key: 'cite.plain', values?: object) => locals.t(key, { lng: languages[lang].tag, ...values })) as unknown as (key: string, values?: object) => string;
	const source = sources.get(statement.source);
	const [from, to] = statement.lines;
	const citable: Citable = {
		id: statement.id,
		site: t('site.title'),
		title: t('cite.statement', { id: statement.id }),
		source: { title: source?.title[lang] ?? statement.source, author: source?.author?.[lang], publisher: source?.publisher?.[lang] },
		lines: t(from === to ? 'lines.single' : 'lines.range', { from, to }),
		url: pageUrl(site, statement.path[lang]),
		language: languages[lang].tag,
	};
	const separator = t('cite.separator');
	if (format === 'bib') return new Response(bibtex(citable, separator));
	if (format === 'json') return new Response(cslJson(citable));
	const known = days?.get(statement.id);
	const age = known ? [t('cite.added', { date: dayIn(lang, known.added) }), ...(known.changed === undefined ? [] : [t('cite.changed', { date: dayIn(lang, known.changed) })])] : [];
	return new Response(`${plainCitation(citable, (values) => t('cite.plain', { ...values, interpolation: { escapeValue: false } }), separator)}\n${age.length > 0 ? `\n${age.join(' ')}\n` : ''}`);
};
