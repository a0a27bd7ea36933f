import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languages, otherLangs, type Lang } from '../model/languages.ts';
import { statuses } from '../model/vocabulary.ts';
import type { CatalogueKeys } from '../site/ambient.d.ts';
import { dateNames } from '../site/charts/data.ts';
import { docsPages } from '../site/docs-pages.ts';
import { markdownTwin, type TwinList } from '../site/markdown-twin.ts';
import { newest } from '../site/newest.ts';
import { pagesIn, viewPages } from '../site/pages.ts';
import { readHistory } from '../site/history.ts';
import { statements } from '../site/statements.ts';
import { translate } from '../site/translate.ts';
import { pageUrl } from '../site/urls.ts';

/** Every page as Markdown, at `index.md` in its own folder: what is relative to the one is relative to the other. */
export const getStaticPaths = (async () =>
	(await docsPages()).map((page) => ({ params: { lang: page.lang, slug: page.slug.replace(/\/$/, '') || undefined }, props: page }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { lang, slug, entry }, site, locals }) => {
	const t = translate(locals, lang);
	const { tag } = languages[lang];
	const url = (path: string): string => pageUrl(site, path);
	const [sectors, sources, views] = await Promise.all([pagesIn(lang, 'sectors'), pagesIn(lang, 'sources'), viewPages(lang)]);
	const listed = (pages: typeof sectors): TwinList[] =>
		pages.map((page) => ({ text: page.data.title, href: url(`${page.id}/`), ...(page.data.description === undefined ? {} : { more: page.data.description }) }));
	const all = await docsPages();
	const titleIn = (other: Lang): string => all.find((page) => page.lang === other && page.slug === slug)?.entry.data.title ?? '';
	const markdown = markdownTwin({
		lang,
		title: entry.data.title,
		description: entry.data.description,
		body: entry.body ?? '',
		url: url(`${lang}/${slug}`),
		links: [
			{ label: t('open.address'), url: url(`${lang}/${slug}`) },
			...otherLangs(lang).map((other) => ({ label: locals.t('open.otherLanguage', { lng: tag, language: languages[other].label }), url: url(`${other}/${slug}index.md`), text: titleIn(other) })),
		],
		t: (key) => t(key as CatalogueKeys),
		statement: (id) => {
			const found = statements.find((each) => each.id === id);
			return found && { url: url(found.path[lang]), text: found.text[lang] };
		},
		lists: {
			Counts: [{ text: locals.t('count.all', { lng: tag, statements: statements.length, sources: sources.length, sectors: sectors.length }) }],
			Sectors: listed(sectors),
			Sources: listed(sources),
			Views: listed(views),
			Newest: newest(statements).map(({ statement, date }) => ({ text: statement.text[lang], href: url(statement.path[lang]), more: `${dateNames.get(date)?.[lang] ?? date} · ${t(`status.${statement.status}`)}` })),
			Changes: changed(lang, t),
			Statuses: statuses.map((status) => ({ text: t(`status.${status}`), href: url(`${lang}/about/#status-${status}`), more: t(`status.${status}.definition`) })),
		},
	});
	return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};

/** What changed in the statements, newest first. */
function changed(lang: Lang, t: (key: CatalogueKeys) => string): TwinList[] {
	const history = readHistory();
	if (!history.isKnown) return [{ text: t('changes.unknown') }];
	const texts = new Map(statements.map(({ id, text }) => [id, text[lang]]));
	return history.changes.toReversed().map(({ day, id, kind, fields }) => ({
		text: `${day} ${t(`changes.${kind}`)}`,
		more: `${texts.get(id) ?? id}${fields.length > 0 ? ` (${fields.map((field) => t(`changes.field.${field}`)).join(', ')})` : ''}`,
	}));
}
