import type { BlockContent, PhrasingContent } from 'mdast';
import { languages } from '../../../src/model/languages.ts';
import type { Difference, Sector, Term } from '../../../src/model/seed.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, link, paragraph, text } from '../mdx.ts';
import { andMore, firstFew, href, inLanguage, join, langsFrom, listedBelow, present, prose, termLinks, type PageContext } from './context.ts';
import { mostBeside } from './parts.ts';
import { entries, fact, facts, note, texts } from './statement.ts';

/** What has its names for a heading: entries of the glossary, and differences. */

const names = ({ lang }: PageContext, name: Term['name']): BlockContent[] =>
	langsFrom(lang).map((nameLang) => element('Name', { lang: languages[nameLang].tag }, [paragraph(prose({ lang: nameLang }, name[nameLang]))]));

/** A name with all that is known of it, and the statements that name it. @param listed those of them that are listed below it */
export function termBlock(context: PageContext, term: Term, listed = listedBelow(context, term)): BlockContent {
	const { lang, t, uses } = context;
	const words = (values: readonly string[]): PhrasingContent[] => join(context, values.map((value) => prose(context, value)));
	const aliases = langsFrom(lang).flatMap((aliasLang) => term.aliases[aliasLang].map((alias) => inLanguage(context, aliasLang, alias)));
	return element('Term', { id: term.id, category: term.category }, present(
		...names(context, term.name),
		facts(
			fact('abbreviations', words(term.abbreviations)),
			fact('aliases', join(context, aliases)),
			fact('reading', words(term.reading)),
			fact('country', term.country === undefined ? [] : termLinks(context, [term.country])),
			fact('within', term.within === undefined ? [] : termLinks(context, [term.within])),
			fact('rendering', [text(t(`rendering.${term.rendering}`))]),
			fact('reference', term.reference === undefined ? [] : reference(term.reference)),
			listed ? undefined : fact('namedIn', sectorCounts(context, uses.get(term.id) ?? [])),
		),
		note(context, term.note),
		listed && entries(context, listed),
	));
}

/** The sectors of some statements, each with how many there are, in the order of the sectors. */
function sectorCounts(context: PageContext, statements: readonly CorpusStatement[]): PhrasingContent[] {
	const { corpus, lang, t } = context;
	const bySector = groupBy(statements, ({ sector }) => sector);
	const count = ({ id }: Sector): number => bySector.get(id)?.length ?? 0;
	const found = corpus.sectors.filter(({ id }) => bySector.has(id));
	const { shown, more } = firstFew(found.length > mostBeside ? found.toSorted((a, b) => count(b) - count(a)) : found);
	return join(context, [
		...shown.map((sector) => [link(href(context, `sectors/${sector.id}`), prose(context, sector.name[lang])), text(`${t('parenthesis.open')}${count(sector)}${t('parenthesis.close')}`)]),
		...andMore(context, more),
	]);
}

const reference = (value: string): PhrasingContent[] => (/^https?:\/\/\S+$/.test(value) ? [link(value, value)] : [text(value)]);

/** A difference, and the statements that it compares. */
export function differenceBlock(context: PageContext, difference: Difference): BlockContent {
	return element('Difference', { id: difference.id, kind: difference.kind }, present(
		...names(context, difference.title),
		...texts(context, difference.text),
		note(context, difference.note),
		facts(fact('references', join(context, difference.references.map((url) => [link(url, url)])))),
		entries(context, statementsOf(context, difference)),
	));
}

/** The statements that a difference compares. */
export const statementsOf = ({ corpus }: PageContext, { statements }: Difference): CorpusStatement[] => statements.flatMap((id) => corpus.statementById.get(id) ?? []);
