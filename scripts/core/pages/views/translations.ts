import { langs, languages, type Lang } from '../../../../src/model/languages.ts';
import type { Sector } from '../../../../src/model/seed.ts';
import { groupBy, type CorpusStatement } from '../../corpus.ts';
import { heading, link, paragraph, table, text } from '../../mdx.ts';
import { andMore, href, prose, type PageContext } from '../context.ts';
import type { Part } from '../page.ts';
import { mostAtOnce, mostBeside } from '../parts.ts';
import { entries } from '../statement.ts';
import type { ViewPages } from './view.ts';

/** How many statements each language has, and which of its texts are older than the others. */
export const translations: ViewPages = { parts: progress };

function progress(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const stale = corpus.statements.filter(({ id }) => (corpus.staleIn.get(id)?.length ?? 0) > 0);
	const languageName = (of: Lang): string => t(`language.${languages[of].tag}`);
	const bySector = groupBy(corpus.statements, ({ sector }) => sector);
	const older = ({ id }: Sector): number => (bySector.get(id) ?? []).filter((statement) => (corpus.staleIn.get(statement.id)?.length ?? 0) > 0).length;
	// Of more sectors than a table holds, those where most is to be done.
	const shown = corpus.sectors.length > mostAtOnce ? corpus.sectors.toSorted((a, b) => older(b) - older(a)).slice(0, mostAtOnce) : corpus.sectors;
	const few = stale.slice(0, mostBeside);
	const olderIn = (statements: readonly CorpusStatement[], of: Lang): string => String(statements.filter(({ id }) => corpus.staleIn.get(id)?.includes(of)).length);
	return [
		{
			name: 'status',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				table([
					[[text(t('column.sector'))], [text(t('column.statements'))], ...langs.map((of) => [text(t('column.older', { language: languageName(of) }))])],
					...shown.map(({ id, name }) => {
						const statements = bySector.get(id) ?? [];
						return [[link(href(context, `sectors/${id}`), prose(context, name[lang]))], [text(String(statements.length))], ...langs.map((of) => [text(olderIn(statements, of))])];
					}),
				]),
				...andMore(context, corpus.sectors.length - shown.length).map(paragraph),
			],
		},
		{
			name: 'older',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				heading(2, t('section.older')),
				entries(context, few) ?? paragraph(t('section.older.none')),
				...andMore(context, stale.length - few.length).map(paragraph),
			],
		},
	];
}
