import type { BlockContent, PhrasingContent } from 'mdast';
import type { Term } from '../../../../src/model/seed.ts';
import { groupBy } from '../../corpus.ts';
import { heading, list, text } from '../../mdx.ts';
import { byName, join, termLinks, termList, type PageContext } from '../context.ts';
import { termBlock } from '../names.ts';
import type { Part } from '../page.ts';
import { mostNamed } from './most-named.ts';
import { pagesOfParts, partList } from './part-list.ts';
import { termFilters, termFiltersPart } from './terms.ts';
import { files, type ViewPages } from './view.ts';

/** Countries; then the places of each country, every place below the one that it lies in; then those of no country. */
export const places: ViewPages = {
	parts: byCountry,
	cut: (contexts) => pagesOfParts(contexts, 'places', contexts('places').lists.names.places, (context, found) => [termFiltersPart(context, 'places', found), placesPart(context, found)]),
};

function byCountry(context: PageContext): Part[] {
	const { corpus, lang, t } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termList(context, term) === 'places'));
	const places = terms.filter(({ category }) => category === 'place');
	const countries = terms.filter(({ category }) => category === 'country');
	const part = (name: string, title: string, found: readonly Term[], index?: BlockContent): Part[] =>
		found.length === 0 ? [] : [{ name, from: files.glossary, content: [heading(2, title), index, ...found.map((term) => () => termBlock(context, term))] }];
	const inParts = context.lists.names.places;
	if (inParts.length > 0) return [...mostNamed(context, 'places'), ...part('country', t('categoryGroup.country'), countries), ...partList(context, 'places', inParts)];
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

/** The places of a part, with the way to each at one look. */
function placesPart(context: PageContext, places: readonly Term[]): Part {
	const own = inPlace(byName(context, places));
	return { name: 'entries', from: files.glossary, content: [heading(2, context.t('categoryGroup.place')), placeIndex(context, own), ...own.flat().map((place) => () => termBlock(context, place))] };
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
