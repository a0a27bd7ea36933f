import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getEntry } from 'astro:content';
import { languages, otherLangs, type Lang } from '../model/languages.ts';
import { statuses } from '../model/vocabulary.ts';
import type { CatalogueKeys } from '../site/ambient.d.ts';
import { dateNames } from '../site/charts/data.ts';
import { docsPages } from '../site/docs-pages.ts';
import { bodyOf } from '../site/kept-pages.ts';
import { markdownTwin, type TwinList } from '../site/markdown-twin.ts';
import { newest } from '../site/newest.ts';
import { pagesIn, viewPages } from '../site/pages.ts';
import { readHistory } from '../site/history.ts';
import { statementById, statements } from '../site/statements.ts';
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
	const titleIn = async (other: Lang): Promise<string> => {
		const page = await getEntry('docs', `${other}/${slug}`.slice(0, -1));
		return page?.data.onlyIn === undefined ? (page?.data.title ?? '') : '';
	};
	const others = await Promise.all(otherLangs(lang).map(async (other) => ({ other, title: await titleIn(other) })));
	const markdown = markdownTwin({
		lang,
		title: entry.data.title,
		description: entry.data.description,
		body: bodyOf(entry),
		url: url(`${lang}/${slug}`),
		links: [
			{ label: t('open.address'), url: url(`${lang}/${slug}`) },
			...others.map(({ other, title }) => ({ label: locals.t('open.otherLanguage', { lng: tag, language: languages[other].label }), url: url(`${other}/${slug}index.md`), text: title })),
		],
		t: (key) => t(key as CatalogueKeys),
		statement: (id) => {
			const found = statementById.get(id);
			return found && { url: url(found.path[lang]), text: found.text[lang] };
		},
		// Made when a page asks for them: most pages hold none, and some lists name everything.
		lists: {
			get Counts() { return [{ text: locals.t('count.all', { lng: tag, statements: statements.length, sources: sources.length, sectors: sectors.length }) }]; },
			get Sectors() { return listed(sectors); },
			get Sources() { return listed(sources); },
			get Views() { return listed(views); },
			get Newest() { return newest(statements).map(({ statement, date }) => ({ text: statement.text[lang], href: url(statement.path[lang]), more: `${dateNames.get(date)?.[lang] ?? date} · ${t(`status.${statement.status}`)}` })); },
			get Changes() { return changed(lang, t); },
			get Statuses() { return statuses.map((status) => ({ text: t(`status.${status}`), href: url(`${lang}/about/#status-${status}`), more: t(`status.${status}.definition`) })); },
		},
	});
	return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};

/** What changed in the statements, newest first. */
function changed(lang: Lang, t: (key: CatalogueKeys) => string): TwinList[] {
	const history = readHistory();
	if (!history.isKnown) return [{ text: t('changes.unknown') }];
	return history.changes.toReversed().map(({ day, id, kind, fields }) => ({
		text: `${day} ${t(`changes.${kind}`)}`,
		more: `${statementById.get(id)?.text[lang] ?? id}${fields.length > 0 ? ` (${fields.map((field) => t(`changes.field.${field}`)).join(', ')})` : ''}`,
	}));
}
