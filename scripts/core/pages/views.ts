import type { BlockContent, PhrasingContent } from 'mdast';
import { sizeOf } from '../../../src/model/amount.ts';
import { edtfOrder, edtfYear, parseEdtf } from '../../../src/model/edtf.ts';
import { langs, languages, type Lang } from '../../../src/model/languages.ts';
import { isCurrency, type Amount, type Difference, type Sector, type Term } from '../../../src/model/seed.ts';
import { categories, differenceKinds, moneyKinds, units, type Category } from '../../../src/model/vocabulary.ts';
import { groupBy, type CorpusStatement } from '../corpus.ts';
import { element, heading, link, list, paragraph, table, text } from '../mdx.ts';
import type { PageSource } from '../regions.ts';
import { byName, langsFrom, href, inLanguage, join, present, prose, sortName, statementHref, termLinks, termPage, type PageContext } from './context.ts';
import { pageSource, type Part } from './page.ts';
import { filesOf } from './sector.ts';
import { amountText, entries, entry, fact, facts, note, statementFilters, texts } from './statement.ts';

/** The pages that cut across sectors, by their slug, in the order of the navigation. */
export const views = {
	overview: overviewParts,
	timeline: (context) => timelineParts(context, yearParts(context, datedIn(context))),
	figures: (context) => figuresParts(context, figuresByKind(context)),
	organisations: organisationsParts,
	places: placesParts,
	differences: differencesParts,
	glossary: glossaryParts,
	changes: (context) => changesParts(context, {}),
	translations: translationsParts,
} as const satisfies Record<string, (context: PageContext) => Part[]>;

export type View = keyof typeof views;

/**
 * Further orders of a view, each a page below it, so that they are links that need no script. What stands first of the
 * orders that `Filters` names is that of the view's own page.
 */
export const orders: Readonly<Partial<Record<View, Readonly<Record<string, (context: PageContext) => Part[]>>>>> = {
	timeline: { newest: (context) => timelineParts(context, yearParts(context, datedIn(context).reverse())), 'by-sector': (context) => timelineParts(context, datesBySector(context)) },
	figures: { 'by-sector': (context) => figuresParts(context, figuresBySector(context)) },
	glossary: { 'a-z': allNamesParts },
	changes: { oldest: (context) => changesParts(context, { order: 'oldest' }) },
};

/** The orders of a view by their names, its own first. */
const orderNames = { timeline: 'oldest newest by-sector', figures: 'by-kind by-sector', glossary: 'by-category a-z', changes: 'newest oldest' } as const;

export const orderPage = (context: PageContext, view: View, name: string, parts: (context: PageContext) => Part[], order: number): PageSource =>
	pageSource(context, {
		title: context.t('view.ordered', { view: context.t(`view.${view}.title`), order: context.t(`list.order.${name}`) }),
		description: context.t(`view.${view}.${name}`),
		view,
		orderOf: view,
		label: context.t(`list.order.${name}`),
		order,
		from: ['content/i18n'],
		parts: [
			{ name: 'introduction', from: ['content/i18n'], content: [paragraph(context.t(`view.${view}.${name}`))] },
			...parts(context),
		],
	});

export const viewPage = (context: PageContext, view: View, order: number): PageSource =>
	pageSource(context, {
		title: context.t(`view.${view}.title`),
		description: context.t(`view.${view}.description`),
		view,
		order,
		from: ['content/i18n'],
		parts: [
			{ name: 'introduction', from: ['content/i18n'], content: [paragraph(context.t(`view.${view}.introduction`))] },
			...picture(view),
			...views[view](context),
		],
	});

/** The picture that stands at the head of a view. */
const pictures: Readonly<Partial<Record<View, string>>> = { timeline: 'TimelineChart', figures: 'AmountsChart', organisations: 'NetworkChart' };

function picture(view: View): Part[] {
	const name = pictures[view];
	return name === undefined ? [] : [{ name: 'picture', from: ['seeds/documents'], content: [element(name)] }];
}

/** The guide in pictures: who reports what, how far it has come, and the way to the pictures of the other views. */
function overviewParts(context: PageContext): Part[] {
	return [
		{ name: 'sources', from: ['seeds/documents'], content: [element('SourcesChart')] },
		{ name: 'statuses', from: ['seeds/documents'], content: [element('StatusChart')] },
		{
			name: 'more',
			from: ['content/i18n'],
			content: [
				heading(2, context.t('view.overview.more')),
				list((['timeline', 'figures', 'organisations'] as const).map((view) => [link(href(context, view), context.t(`view.${view}.title`)), text(context.t('colon')), text(context.t(`view.${view}.description`))])),
			],
		},
	];
}

const files = {
	glossary: ['seeds/glossary.yaml'],
	differences: ['seeds/differences.yaml'],
};

/** A date of a statement. */
interface Dated {
	readonly statement: CorpusStatement;
	/** EDTF. */
	readonly when: string;
	readonly year: number;
}

/** Every date that a statement carries, oldest first. */
const datedIn = ({ corpus }: PageContext): Dated[] =>
	corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.flatMap((statement) => statement.when.map((when) => ({ statement, when, date: parseEdtf(when) })))
		.flatMap(({ date, ...rest }) => (date ? [{ ...rest, order: edtfOrder(date), year: edtfYear(date) }] : []))
		.sort((a, b) => a.order - b.order);

function timelineParts(context: PageContext, parts: readonly Part[]): Part[] {
	const dated = datedIn(context).map(({ statement }) => statement);
	return [{ name: 'filters', from: ['seeds/documents'], content: [statementFilters(context, dated, { orders: orderNames.timeline })] }, ...parts];
}

/** Dates in the order in which they come, by year. */
const yearParts = (context: PageContext, dated: readonly Dated[]): Part[] =>
	[...groupBy(dated, ({ year }) => year)].map(([year, events]) => datesPart(context, `year-${year}`, context.format.date(String(year)), events));

const datesBySector = (context: PageContext): Part[] =>
	bySector(context, datedIn(context)).map(({ sector, found }) => datesPart(context, `sector-${sector.id}`, sector.name[context.lang], found));

const datesPart = (context: PageContext, name: string, title: string, events: readonly Dated[]): Part => ({
	name,
	from: filesOf(context, events.map(({ statement }) => statement)),
	content: [heading(2, title), element('Entries', {}, events.map(({ statement, when }) => entry(context, statement, [when])))],
});

/** What is told of statements, by the sector that is their home, in the order of the sectors. */
function bySector<Told extends { readonly statement: CorpusStatement }>({ corpus }: PageContext, told: readonly Told[]): { sector: Sector; found: readonly Told[] }[] {
	const groups = groupBy(told, ({ statement }) => statement.sector);
	return corpus.sectors.flatMap((sector) => {
		const found = groups.get(sector.id);
		return found ? [{ sector, found }] : [];
	});
}

interface Figure {
	readonly statement: CorpusStatement;
	readonly amount: Amount;
}

/** Every amount on its scale: each currency and kind of money, and each unit, apart from the others; the largest first. */
function scalesOf({ corpus, t }: PageContext): { name: string; title: string; found: readonly Figure[] }[] {
	const figures = corpus.statements
		.filter(({ sameAs }) => sameAs === undefined)
		.flatMap((statement) => statement.amounts.map((amount) => ({ statement, amount })));
	const groups = groupBy(figures, ({ amount }) => `${amount.unit} ${amount.money ?? ''}`);
	const scales = units.flatMap((unit) =>
		isCurrency(unit)
			? moneyKinds.map((money) => ({ group: `${unit} ${money}`, name: `${unit}-${money}`, title: t('unitGroup.money', { currency: t(`unitGroup.${unit}`), money: t(`money.${money}`) }) }))
			: [{ group: `${unit} `, name: unit, title: t(`unitGroup.${unit}`) }],
	);
	return scales.flatMap(({ group, name, title }) => {
		const found = groups.get(group);
		return found ? [{ name, title, found: found.toSorted((a, b) => sizeOf(b.amount) - sizeOf(a.amount)) }] : [];
	});
}

function figuresParts(context: PageContext, parts: readonly Part[]): Part[] {
	const statements = context.corpus.statements.filter(({ sameAs, amounts }) => sameAs === undefined && amounts.length > 0);
	return [{ name: 'filters', from: filesOf(context, statements), content: [statementFilters(context, statements, { source: sourcesOf(context, statements), orders: orderNames.figures })] }, ...parts];
}

const figuresByKind = (context: PageContext): Part[] => scalesOf(context).map(({ name, title, found }) => figuresPart(context, name, title, found));

const figuresBySector = (context: PageContext): Part[] =>
	bySector(context, scalesOf(context).flatMap(({ found }) => found)).map(({ sector, found }) => figuresPart(context, sector.id, sector.name[context.lang], found));

function figuresPart(context: PageContext, name: string, title: string, figures: readonly Figure[]): Part {
	const { t, lang } = context;
	return {
		name: `figures-${name}`,
		from: filesOf(context, figures.map(({ statement }) => statement)),
		content: [
			heading(2, title),
			table([
				[[text(t('column.figure'))], [text(t('column.what'))], [text(t('column.status'))], [text(t('column.source'))]],
				...figures.map(({ statement, amount }) => [
					amountText(context, amount),
					[link(statementHref(context, statement), prose(context, amount.what[lang]))],
					[link(href(context, 'about', `status-${statement.status}`), t(`status.${statement.status}`))],
					[link(href(context, `sources/${statement.document.id}`, statement.id), prose(context, statement.document.shortTitle[lang]))],
				]),
			]),
		],
	};
}

/** What changed. Git is no input of convert: the site reads the history when it is built. */
const changesParts = ({ corpus }: PageContext, attributes: Record<string, string>): Part[] => [
	{ name: 'filters', from: ['seeds/sectors.yaml'], content: [element('Filters', { sector: corpus.sectors.map(({ id }) => id).join(' '), orders: orderNames.changes })] },
	{ name: 'changes', from: ['seeds/documents'], content: [element('Changes', attributes, [])] },
];

/** The sources of some statements, as ids in the order of the sources. */
function sourcesOf({ corpus }: PageContext, statements: readonly CorpusStatement[]): string {
	const found = new Set(statements.map(({ document }) => document));
	return corpus.documents.filter((document) => found.has(document)).map(({ id }) => id).join(' ');
}

/** The names by category, and before them the second order: who is named most. */
function organisationsParts(context: PageContext): Part[] {
	const [filters, ...parts] = termParts(context, 'organisations', ['organisation', 'company', 'person']);
	return [...(filters ? [filters] : []), ...mostNamed(context, 'organisations'), ...parts];
}

/** Those that more than one statement names, by how many do. */
function mostNamed(context: PageContext, page: string): Part[] {
	const { corpus, t, uses } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termPage(context, term) === page));
	const byNumber = groupBy(terms, ({ id }) => uses.get(id)?.length ?? 0);
	const numbers = [...byNumber.keys()].filter((number) => number > 1).sort((a, b) => b - a);
	return numbers.length === 0
		? []
		: [{
			name: 'by-number',
			from: files.glossary,
			content: [
				heading(2, t('section.byNumber')),
				list(numbers.map((number) => [text(`${t('count.statements', { count: number })}${t('colon')}`), ...termLinks(context, (byNumber.get(number) ?? []).map(({ id }) => id))])),
				paragraph(t('section.byNumber.rest')),
			],
		}];
}

/** Countries; then the places of each country, every place below the one that it lies in; then those of no country. */
function placesParts(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termPage(context, term) === 'places'));
	const places = terms.filter(({ category }) => category === 'place');
	const countries = terms.filter(({ category }) => category === 'country');
	const part = (name: string, title: string, found: readonly Term[], index?: BlockContent): Part[] =>
		found.length === 0 ? [] : [{ name, from: files.glossary, content: [heading(2, title), index, ...found.map((term) => () => termBlock(context, term))] }];
	return [
		{ name: 'filters', from: files.glossary, content: [termFilters(context, 'places', terms, ['country', 'place'])] },
		...mostNamed(context, 'places'),
		...part('country', t('categoryGroup.country'), countries),
		...[...countries, undefined].flatMap((country) => {
			const own = inPlace(places.filter((place) => (countries.some(({ id }) => id === place.country) ? place.country : undefined) === country?.id));
			return country === undefined
				? part('place', t('section.placesElsewhere'), own.flat())
				: part(`place-${country.id}`, t('section.placesIn', { country: country.name[lang] }), own.flat(), placeIndex(context, own));
		}),
	];
}

/** Groups places: each that lies in no other of them, followed by all that lie in it. */
function inPlace(places: readonly Term[]): Term[][] {
	const ids = new Set(places.map(({ id }) => id));
	const inside = groupBy(places, ({ within }) => [within !== undefined && ids.has(within) ? within : '']);
	// A circle of places that lie in one another has no beginning: `check` reports it, and its places still have to be found.
	const seen = new Set<string>();
	const below = (place: Term): Term[] => (seen.has(place.id) ? [] : (seen.add(place.id), [place, ...(inside.get(place.id) ?? []).flatMap(below)]));
	return [...(inside.get('') ?? []), ...places].map(below).filter((group) => group.length > 0);
}

/** The places of a country at one look, with the number of statements that name each. */
function placeIndex(context: PageContext, groups: readonly (readonly Term[])[]): BlockContent {
	const { t, uses } = context;
	const one = ({ id }: Term): PhrasingContent[] => [...termLinks(context, [id]), text(`${t('parenthesis.open')}${uses.get(id)?.length ?? 0}${t('parenthesis.close')}`)];
	return list(groups.map(([first, ...rest]) => [...(first ? one(first) : []), ...(rest.length > 0 ? [text(t('colon')), ...join(context, rest.map(one))] : [])]));
}

/** Programmes, agreements and terms; then the names that no statement holds; and the way to the others. */
function glossaryParts(context: PageContext): Part[] {
	return [
		{ name: 'elsewhere', from: ['content/i18n'], content: [list((['organisations', 'places'] as const).map((view) => [link(href(context, view), context.t(`view.${view}.title`))]))] },
		...termParts(context, 'glossary', categories),
	];
}

/** Every name of the guide in one alphabet, wherever its entry stands, beside its names in the other languages. */
function allNamesParts(context: PageContext): Part[] {
	const { corpus, lang } = context;
	const byInitial = groupBy(byName(context, corpus.glossary), (term) => initial(sortName(context, term)));
	return [
		{ name: 'filters', from: ['content/i18n'], content: [element('Filters', { orders: orderNames.glossary })] },
		...[...byInitial].map(([letter, terms]): Part => ({
			name: `initial-${letter}`,
			from: files.glossary,
			content: [
				heading(2, letter),
				list(terms.map((term) => [...termLinks(context, [term.id]), ...langsFrom(lang).slice(1).filter((other) => term.name[other] !== term.name[lang]).flatMap((other) => [text(' '), ...inLanguage(context, other, term.name[other])])])),
			],
		})),
	];
}

function termParts(context: PageContext, page: string, wanted: readonly Category[]): Part[] {
	const byCategory = groupBy(
		context.corpus.glossary.filter((term) => termPage(context, term) === page),
		({ category }) => category,
	);
	const found = [...byCategory.values()].flat();
	const filters: Part = { name: 'filters', from: files.glossary, content: [termFilters(context, page, found, wanted)] };
	const order = page === 'glossary' ? [...wanted].sort((a, b) => glossaryOrder(a) - glossaryOrder(b)) : wanted;
	return [filters, ...order.flatMap((category) => {
		const terms = byName(context, byCategory.get(category) ?? []);
		return terms.length === 0
			? []
			: [{ name: category, from: files.glossary, content: [heading(2, context.t(`categoryGroup.${category}`)), initials(context, terms), ...terms.map((term) => () => termBlock(context, term))] }];
	})];
}

/** What a page of names can be narrowed to: where statements are listed, their sectors too. */
function termFilters(context: PageContext, page: string, terms: readonly Term[], wanted: readonly Category[]): BlockContent {
	const { corpus, uses } = context;
	const namedIn = new Set(terms.flatMap((term) => (term.category === 'country' ? [] : (uses.get(term.id) ?? []).map(({ sector }) => sector))));
	const countryIds = new Set(terms.map(({ country }) => country));
	const sectors = page === 'glossary' ? [] : corpus.sectors.filter(({ id }) => namedIn.has(id));
	const countries = page === 'glossary' ? [] : corpus.glossary.filter(({ id }) => countryIds.has(id));
	const ids = (values: readonly { id: string }[]): string | undefined => values.map(({ id }) => id).join(' ') || undefined;
	return element('Filters', {
		category: wanted.filter((category) => terms.some((term) => term.category === category)).join(' ') || undefined,
		country: ids(countries),
		sector: ids(sectors),
		orders: page === 'glossary' ? orderNames.glossary : undefined,
	});
}

/** The way to the first name of each initial; a short list needs none. */
function initials(context: PageContext, terms: readonly Term[]): BlockContent | undefined {
	const first = new Map<string, string>();
	for (const term of terms) {
		const letter = initial(sortName(context, term));
		if (!first.has(letter)) first.set(letter, term.id);
	}
	return terms.length > 12 && first.size > 1 ? element('Filters', { initials: [...first].map(([letter, id]) => `${letter}=${id}`).join(' ') }) : undefined;
}

/**
 * The initial under which a dictionary has a name: a letter, or the row of the kana table.
 * @example initial('がいむしょう') // => 'か'
 */
export function initial(name: string): string {
	const letter = (name.normalize('NFKD').match(/[\p{L}\p{N}]/u)?.[0] ?? '#').toUpperCase();
	const kana = letter.replace(/[ァ-ヶ]/, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));
	return /[ぁ-ゖ]/.test(kana) ? ('あかさたなはまやらわ'.split('').findLast((row) => row <= kana) ?? 'あ') : letter;
}

/** What a glossary is for comes first: words, then names. */
const glossaryOrder = (category: Category): number => -categories.indexOf(category);

const names = ({ lang }: PageContext, name: Term['name']): BlockContent[] =>
	langsFrom(lang).map((nameLang) => element('Name', { lang: languages[nameLang].tag }, [paragraph(prose({ lang: nameLang }, name[nameLang]))]));

function termBlock(context: PageContext, term: Term): BlockContent {
	const { lang, t, uses } = context;
	const words = (values: readonly string[]): PhrasingContent[] => join(context, values.map((value) => prose(context, value)));
	const aliases = langsFrom(lang).flatMap((aliasLang) => term.aliases[aliasLang].map((alias) => inLanguage(context, aliasLang, alias)));
	const statements = uses.get(term.id) ?? [];
	// A country or a word such as “semiconductors” is named all over: where, and how often, says more than the list.
	const listed = termPage(context, term) !== 'glossary' && term.category !== 'country';
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
			listed ? undefined : fact('namedIn', sectorCounts(context, statements)),
		),
		note(context, term.note),
		listed ? entries(context, statements) : undefined,
	));
}

/** The sectors of some statements, each with how many there are, in the order of the sectors. */
function sectorCounts(context: PageContext, statements: readonly CorpusStatement[]): PhrasingContent[] {
	const { corpus, lang, t } = context;
	const bySector = groupBy(statements, ({ sector }) => sector);
	return join(context, corpus.sectors.filter(({ id }) => bySector.has(id)).map(({ id, name }) => [
		link(href(context, `sectors/${id}`), prose(context, name[lang])),
		text(`${t('parenthesis.open')}${bySector.get(id)?.length ?? 0}${t('parenthesis.close')}`),
	]));
}

const reference = (value: string): PhrasingContent[] => (/^https?:\/\/\S+$/.test(value) ? [link(value, value)] : [text(value)]);

/** Where sources disagree, and what is easily taken for one another. */
function differencesParts(context: PageContext): Part[] {
	const { corpus } = context;
	const byKind = groupBy(corpus.differences, ({ kind }) => kind);
	const compared = corpus.statements.filter(({ id }) => corpus.differencesOf.has(id));
	const filters: Part = {
		name: 'filters',
		from: files.differences,
		content: [element('Filters', {
			difference: differenceKinds.filter((kind) => byKind.has(kind)).join(' '),
			sector: corpus.sectors.filter(({ id }) => compared.some(({ sector }) => sector === id)).map(({ id }) => id).join(' '),
		})],
	};
	return [...(corpus.differences.length > 0 ? [filters] : []), ...differenceKinds.flatMap((kind) => {
		const differences = byKind.get(kind) ?? [];
		return differences.length === 0
			? []
			: [{ name: kind, from: files.differences, content: [heading(2, context.t(`differenceGroup.${kind}`)), ...differences.map((difference) => () => differenceBlock(context, difference))] }];
	})];
}

function differenceBlock(context: PageContext, difference: Difference): BlockContent {
	const statements = difference.statements.map((id) => context.corpus.statementById.get(id)).filter((statement) => statement !== undefined);
	return element('Difference', { id: difference.id, kind: difference.kind }, present(
		...names(context, difference.title),
		...texts(context, difference.text),
		note(context, difference.note),
		facts(fact('references', join(context, difference.references.map((url) => [link(url, url)])))),
		entries(context, statements),
	));
}

/** How many statements each language has, and which of its texts are older than the others. */
function translationsParts(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const stale = corpus.statements.filter(({ id }) => (corpus.staleIn.get(id)?.length ?? 0) > 0);
	const languageName = (of: Lang): string => t(`language.${languages[of].tag}`);
	const bySector = groupBy(corpus.statements, ({ sector }) => sector);
	const olderIn = (statements: readonly CorpusStatement[], of: Lang): string => String(statements.filter(({ id }) => corpus.staleIn.get(id)?.includes(of)).length);
	return [
		{
			name: 'status',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				table([
					[[text(t('column.sector'))], [text(t('column.statements'))], ...langs.map((of) => [text(t('column.older', { language: languageName(of) }))])],
					...corpus.sectors.map(({ id, name }) => {
						const statements = bySector.get(id) ?? [];
						return [[link(href(context, `sectors/${id}`), prose(context, name[lang]))], [text(String(statements.length))], ...langs.map((of) => [text(olderIn(statements, of))])];
					}),
				]),
			],
		},
		{
			name: 'older',
			from: ['seeds/documents', 'seeds/translations.lock.json'],
			content: [
				heading(2, t('section.older')),
				entries(context, stale) ?? paragraph(t('section.older.none')),
			],
		},
	];
}
