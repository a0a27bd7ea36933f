import { defaultLang, languages, langs } from '../../model/languages.ts';
import type { CatalogueKeys } from '../ambient.d.ts';
import { cardPath, docsPages, subjectOf, type DocsPage } from '../docs-pages.ts';
import { counts } from '../statements.ts';
import type { Card } from './card.ts';

/** The card of a page: its path on the site, and what is on it, given the labels. */
export interface PageCard {
	readonly path: string;
	readonly card: (t: App.Locals['t']) => Card;
}

/** The cards of all pages, each in the language of its page, and that of the page where a reader chooses one. */
export const pageCards = async (): Promise<readonly PageCard[]> =>
	[...(await docsPages()).map((page): PageCard => ({ path: cardPath(page.lang, page.slug), card: (t) => pageCard(page, t) })), { path: 'cards/index.png', card: chooserCard }];

const inAll = (t: App.Locals['t'], key: CatalogueKeys, between: string): string => langs.map((lang) => t(key, { lng: languages[lang].tag })).join(between);

const chooserCard = (t: App.Locals['t']): Card => ({
	tag: languages[langs[langs.length - 1] ?? defaultLang].tag,
	site: inAll(t, 'site.title', ' · '),
	title: inAll(t, 'site.title', ' · '),
	text: t('site.tagline', { lng: languages[defaultLang].tag }),
	foot: langs.map((lang) => languages[lang].label).join(' · '),
});

function pageCard({ lang, slug, entry }: DocsPage, t: App.Locals['t']): Card {
	const { tag } = languages[lang];
	const { title, description, view } = entry.data;
	const [sector, source] = [subjectOf(slug, 'sectors'), subjectOf(slug, 'sources')];
	const count = (sector === undefined ? counts.source.get(source ?? '') : counts.sector.get(sector)) ?? 0;
	return {
		tag,
		site: t('site.title', { lng: tag }),
		kicker: view === 'sector' || view === 'source' ? t(`view.${view}`, { lng: tag }) : undefined,
		title,
		text: description ?? '',
		foot: count > 0 ? t('count.statements', { lng: tag, count }) : t('site.tagline', { lng: tag }),
	};
}
