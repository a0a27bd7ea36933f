import { defaultLang, languages, type Lang } from '../../../src/model/languages.ts';
import type { Difference, Term } from '../../../src/model/seed.ts';
import type { Category, DifferenceKind } from '../../../src/model/vocabulary.ts';
import { groupBy } from '../corpus.ts';

/**
 * How a list is cut into pages. A list that one page can hold stands on the page of its view, or of its source. A longer
 * one stands in parts, each a page below that, and the page itself says what is in each. So no page grows with the guide.
 * The parts are the same in every language, so that a place has one address below the language.
 */

/**
 * What the content of a page may weigh, in bytes of HTML (`weigh.ts`): with all that stands around it, the page is then at most
 * the 40 kB that a phone lays out at once.
 */
export const room = 27_500;
/** A sector has no filters around its statements, and where all of it is on one page, no ways to others either. */
export const sectorRoom = { part: room + 1_000, whole: room + 4_000 };

/** The share of an entry in what a page says of its list as a whole: filters, and headings. */
export const shareOfList = 120;
/** And that of a statement in short below an entry. */
export const shareOfBelow = 50;

/** So many lines are taken in beside what a page is for; the first of more stand there, with the number of the others. */
export const mostBeside = 16;

/** Among more than so many nobody chooses: such a filter weighs more than it is worth. */
export const mostChoices = 24;

/** So many names are taken in at once, and so many rows of a table. */
export const mostAtOnce = 60;

/** What the entries of a part have in common, step by step: their kind, their country, their initials, or no more than their place. */
export type Step =
	| { readonly by: 'category'; readonly category: Category | 'other' }
	| { readonly by: 'kind'; readonly kind: DifferenceKind }
	/** No country: those of others, or of none. */
	| { readonly by: 'country'; readonly country: string | undefined }
	| { readonly by: 'initials'; readonly from: string; readonly to: string }
	/** A place, and those that lie in it. */
	| { readonly by: 'within'; readonly place: string }
	/** From the first sector to the last, in the order of the sectors. */
	| { readonly by: 'sectors'; readonly sectors: readonly string[] }
	| { readonly by: 'number'; readonly number: number };

/** A part of a list. */
export interface ListPart<Item> {
	/** The page below the view's. @example 'company-japan' */
	readonly name: string;
	readonly steps: readonly Step[];
	readonly items: readonly Item[];
}

type Group<Item> = Pick<ListPart<Item>, 'items'> & { readonly step?: Step };
/** Cuts a list by what its entries have in common. */
type Cut<Item> = (items: readonly Item[], weigh: Weigh<Item>) => readonly Group<Item>[];
type Weigh<Item> = (item: Item) => number;

/**
 * @param cuts the ways to cut a list, the most natural first: the next is taken where a part is still too long
 * @returns nothing where one page can hold the list
 */
export function partsOf<Item>(items: readonly Item[], cuts: readonly Cut<Item>[], weigh: Weigh<Item>): ListPart<Item>[] {
	if (total(items, weigh) <= room) return [];
	const cut = (found: readonly Item[], steps: readonly Step[], [by, ...finer]: readonly Cut<Item>[], isFirst = false): Omit<ListPart<Item>, 'name'>[] =>
		by === undefined || (!isFirst && total(found, weigh) <= room)
			? [{ steps, items: found }]
			: by(found, weigh).flatMap(({ step, items: group }) => cut(group, step ? [...steps, step] : steps, finer));
	const parts = cut(items, [], cuts, true);
	const names = uniqueNames(parts.map(({ steps }) => steps.flatMap((step) => (step.by === 'category' ? [step.category] : step.by === 'kind' ? [step.kind] : step.by === 'country' ? [step.country ?? 'elsewhere'] : [])).join('-') || 'part'));
	return parts.map((part, index) => ({ name: names[index] ?? '', ...part }));
}

/** The number of each text among those that are the same, from 1 on. */
export function numbersOf(texts: readonly string[]): number[] {
	const counts = new Map<string, number>();
	return texts.map((each) => {
		const number = (counts.get(each) ?? 0) + 1;
		counts.set(each, number);
		return number;
	});
}

/** Names of pages: where one comes again, its number tells it apart. @example uniqueNames(['company', 'person', 'company']) // => ['company', 'person', 'company-2'] */
export function uniqueNames(names: readonly string[]): string[] {
	const numbers = numbersOf(names);
	return names.map((name, index) => (numbers[index] === 1 ? name : `${name}-${numbers[index]}`));
}

export const total = <Item>(items: readonly Item[], weigh: Weigh<Item>): number => items.reduce((sum, item) => sum + weigh(item), 0);

/** Cuts by a property, in the order of its values. */
const groupsBy = <Item, Value>(items: readonly Item[], values: readonly Value[], valueOf: (item: Item) => Value, step: (value: Value) => Step): Group<Item>[] => {
	const groups = groupBy(items, valueOf);
	return values.flatMap((value) => (groups.has(value) ? [{ step: step(value), items: groups.get(value) ?? [] }] : []));
};

/** What all of a list share sets no part of it apart. */
const apart = <Item>(groups: readonly Group<Item>[]): readonly Group<Item>[] => (groups.length === 1 ? groups.map(({ items }) => ({ items })) : groups);

/** By the kind of name, in the order given; those of a kind that is not among them come last. */
export const byCategory = (categories: readonly Category[]): Cut<Term> => (terms) =>
	groupsBy<Term, Category | 'other'>(terms, [...categories, 'other'], ({ category }) => (categories.includes(category) ? category : 'other'), (category) => ({ by: 'category', category }));

export const byKind = (kinds: readonly DifferenceKind[]): Cut<Difference> => (differences) =>
	groupsBy(differences, kinds, ({ kind }) => kind, (kind) => ({ by: 'kind', kind }));

/** By sectors, in the order given, as many as a page can hold. @param sectorOf the sector of an item */
export const bySectors = <Item>(sectors: readonly string[], sectorOf: (item: Item) => string): Cut<Item> => (items, weigh) => {
	const groups = groupBy(items, sectorOf);
	const runs = runsOf(sectors.map((sector) => groups.get(sector) ?? []), weigh);
	return apart(runs.map((run) => ({ step: { by: 'sectors', sectors: [...new Set(run.map(sectorOf))] }, items: run })));
};

/** By the country of a name, in the order given. */
export const byCountry = (countries: readonly string[]): Cut<Term> => (terms) =>
	apart(groupsBy(terms, [...countries, undefined], ({ country }) => (country !== undefined && countries.includes(country) ? country : undefined), (country) => ({ by: 'country', country })));

/** By the initials that names have in the language that comes first, for a part is the same in all. @param headOf the entry by whose name one stands */
export const byInitials = (headOf: (term: Term) => Term = (term) => term): Cut<Term> => (terms, weigh) => {
	const { compare } = new Intl.Collator(languages[defaultLang].locale);
	const name = (term: Term): string => sortName(defaultLang, headOf(term));
	const letters = [...groupBy([...terms].sort((a, b) => compare(name(a), name(b))), (term) => initial(name(term))).values()];
	// A letter stays whole: one that no page can hold is cut by what comes next.
	const runs = runsOf(letters.map((letter) => [letter]), (letter) => total(letter, weigh)).map((run) => run.flat());
	return apart(runs.map((items): Group<Term> => {
		const [first, last] = [items[0], items.at(-1)].map((term) => headOf(term as Term)) as [Term, Term];
		const isWithin = first === last && items.length > 1;
		return { step: isWithin ? { by: 'within', place: first.id } : { by: 'initials', from: initial(sortName(defaultLang, first)), to: initial(sortName(defaultLang, last)) }, items };
	}));
};

/** As they stand, so many a page: for what has nothing else to be cut by. */
export const byNumber = <Item>(items: readonly Item[], weigh: (item: Item) => number): readonly Group<Item>[] =>
	apart(runsOf(items.map((item) => [item]), weigh).map((run, index) => ({ step: { by: 'number', number: index + 1 }, items: run })));

/**
 * What speaks against a way to cut a row, beside the pages that it takes, of which each counts 1: a cut within a piece that a
 * page could hold, one within a longer piece, and the room that is left on a page, by its square, so that pages are about as
 * long. With these, an entry that comes to one of the lists of this guide moves .8 others to another page on average.
 */
const costs = { within: 1, withinLong: 0.5, left: 1.3 };

/**
 * Cuts a row into few runs that pages can hold, where its pieces begin rather than within them.
 * @param pieces of the row
 * @param most that a page can hold
 */
export function runsOf<Item>(pieces: readonly (readonly Item[])[], weigh: Weigh<Item>, most = room): Item[][] {
	const row = pieces.flatMap((piece) => {
		const weights = piece.map(weigh);
		const within = weights.reduce((sum, weight) => sum + weight, 0) > most ? costs.withinLong : costs.within;
		return piece.map((item, index) => ({ item, weight: weights[index] ?? 0, cost: index === 0 ? 0 : within }));
	});
	/** The best way to cut what stands before each place: where its last run begins, and what speaks against all of it. */
	const best: { from: number; cost: number }[] = [{ from: 0, cost: 0 }];
	for (let end = 1; end <= row.length; end += 1) {
		let weight = 0;
		let found = { from: end - 1, cost: Infinity };
		for (let from = end - 1; from >= 0; from -= 1) {
			weight += row[from]?.weight ?? 0;
			// What no page can hold has one of its own.
			if (weight > most && from < end - 1) break;
			const cost = (best[from]?.cost ?? 0) + 1 + costs.left * Math.max(0, 1 - weight / most) ** 2 + (from > 0 ? (row[from]?.cost ?? 0) : 0);
			if (cost < found.cost) found = { from, cost };
		}
		best.push(found);
	}
	const runs: Item[][] = [];
	for (let end = row.length; end > 0; end = best[end]?.from ?? 0) runs.unshift(row.slice(best[end]?.from, end).map(({ item }) => item));
	return runs;
}

/** Cuts a row into runs of the same length, as many as pages need: what is the same in all languages, whatever their order. */
export function evenRuns<Item>(items: readonly Item[], weigh: Weigh<Item>): Item[][] {
	// The heavier ones may stand together: a page has room for more than the average.
	const count = Math.ceil((1.2 * total(items, weigh)) / room);
	const size = Math.ceil(items.length / count);
	return Array.from({ length: Math.ceil(items.length / size) || 0 }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** The form by which a name is sorted: its reading, where the writing does not show it. */
export const sortName = (lang: Lang, { name, reading }: Pick<Term, 'name' | 'reading'>): string => {
	const written = name[lang];
	return /\p{Script=Han}/u.test(written) ? (reading[0] ?? written) : written;
};

/**
 * The initial under which a dictionary has a name: a letter, or the row of the kana table.
 * @example initial('がいむしょう') // => 'か'
 */
export function initial(name: string): string {
	const letter = (name.normalize('NFKD').match(/[\p{L}\p{N}]/u)?.[0] ?? '#').toUpperCase();
	const kana = letter.replace(/[ァ-ヶ]/, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));
	return /[ぁ-ゖ]/.test(kana) ? ('あかさたなはまやらわ'.split('').findLast((row) => row <= kana) ?? 'あ') : letter;
}
