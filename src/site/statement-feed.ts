import { languages, otherLangs, type Lang } from '../model/languages.ts';
import type { StoredStatement } from '../model/published.ts';
import { statementDates } from './dates.ts';
import { feedPath } from './docs-pages.ts';
import { atom, clipped, type FeedEntry } from './feed.ts';
import { pagesIn } from './pages.ts';
import { statements } from './statements.ts';
import { plain } from './translate.ts';
import { pageUrl } from './urls.ts';

/** Entries of the feed of everything; a sector's feed holds all of its statements. */
const newest = 60;

/** Characters of a title, by how much one says. */
const titleLength = { Latn: 110, Jpan: 60 } as const;

/** The feed of a language, or of one of its sectors. */
export async function statementFeed(lang: Lang, sector: string | undefined, site: URL | undefined, t: App.Locals['t']): Promise<string> {
	const { tag } = languages[lang];
	const sectorTitles = new Map((await pagesIn(lang, 'sectors')).map((page) => [page.id.split('/').at(-1) ?? '', page.data.title]));
	const title = sector === undefined ? undefined : (sectorTitles.get(sector) ?? sector);
	const name = t('site.title', { lng: tag });
	const url = (path: string): string => pageUrl(site, path);
	const entries = statements
		.filter(({ sectors, sameAs }) => sameAs === undefined && (sector === undefined || sectors.includes(sector)))
		.map((statement) => toEntry(statement, lang, url, t, (id) => sectorTitles.get(id) ?? id))
		.sort((a, b) => b.updated.getTime() - a.updated.getTime());
	return atom({
		lang,
		id: tagUri(url, `${lang}/feed${sector === undefined ? '' : `/${sector}`}`),
		title: title === undefined ? `${name} · ${t('open.feed', { lng: tag })}` : `${t('open.sectorFeed', { lng: tag, title, ...plain })} · ${name}`,
		subtitle: t('site.tagline', { lng: tag }),
		author: name,
		rights: t('footer.licence', { lng: tag }),
		self: url(feedPath(lang, sector)),
		page: url(sector === undefined ? `${lang}/` : `${lang}/sectors/${sector}/`),
		icon: url('favicon.svg'),
		entries: sector === undefined ? entries.slice(0, newest) : entries,
	});
}

function toEntry(statement: StoredStatement, lang: Lang, url: (path: string) => string, t: App.Locals['t'], sectorTitle: (id: string) => string): FeedEntry {
	const { tag, script } = languages[lang];
	const { id, path, text, note, sectors, status, kind } = statement;
	const { added, changed } = statementDates(statement);
	const label = { status: t(`status.${status}`, { lng: tag }), kind: t(`kind.${kind}`, { lng: tag }) };
	return {
		id: tagUri(url, `${lang}/${id}`),
		title: `${label.status}${t('colon', { lng: tag })}${clipped(text[lang], titleLength[script])}`,
		summary: note ? `${text[lang]}\n\n${t('note.label', { lng: tag })}${t('colon', { lng: tag })}${note[lang]}` : text[lang],
		url: url(path[lang]),
		others: otherLangs(lang).map((other) => ({ lang: other, url: url(path[other]) })),
		published: added,
		updated: changed,
		categories: [
			...sectors.map((term) => ({ term, scheme: url('data/statements.schema.json#sector'), label: sectorTitle(term) })),
			{ term: status, scheme: url('data/statements.schema.json#status'), label: label.status },
			{ term: kind, scheme: url('data/statements.schema.json#kind'), label: label.kind },
		],
	};
}

/** An id that stays when a statement moves to another page (RFC 4151). The year is that of the guide's first edition. */
const tagUri = (url: (path: string) => string, specific: string): string => {
	const { hostname, pathname } = new URL(url(''));
	return `tag:${hostname},2026:${pathname.slice(1)}${specific}`;
};
