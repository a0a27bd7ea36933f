import type { PhrasingContent } from 'mdast';
import type { Difference, Term } from '../../../../src/model/seed.ts';
import { link, list, paragraph, text } from '../../mdx.ts';
import type { PageSource } from '../../regions.ts';
import { byName, href, join, labelOf, numbered, prose, type NameList, type PageContext } from '../context.ts';
import { pageSource, type Part } from '../page.ts';
import { room, total, type ListPart, type Step } from '../parts.ts';
import { files } from './view.ts';
import { rangeOf, ways, type Way } from './ways.ts';

type ListView = NameList | 'differences';

/** The ways to the parts of a list, with what each holds: by name where all names fit, or else from the first to the last. */
export function partList<Item extends Term | Difference>(context: PageContext, view: ListView, parts: readonly ListPart<Item>[]): Part[] {
	const { lang, t } = context;
	const isShort = total(parts.flatMap(({ items }) => items), (item) => context.weights.name(nameOf(item))) <= 0.8 * room;
	const titles = partTitles(context, view, parts);
	return ways(context, parts.map((part, index) => {
		const slug = `${view}/${part.name}`;
		const items = sortedPart(context, part);
		const names = items.map((item): PhrasingContent[] => [link(href(context, slug, item.id), prose(context, nameOf(item)[lang]))]);
		const [first, last] = [names[0] ?? [], names.at(-1) ?? []];
		return {
			name: part.name,
			title: titles[index] ?? '',
			...withinOf(context, view, part),
			slug,
			from: isDifference(items[0]) ? files.differences : files.glossary,
			count: items.length,
			content: [
				// The titles of differences are sentences.
				isShort && isDifference(items[0]) ? list(names) : paragraph([text(`${t('count.entries', { count: items.length })}${t('colon')}`), ...(isShort ? join(context, names) : (items.length > 1 ? join(context, [first, last], 'part.between') : first))]),
			],
		};
	}));
}

/** The pages of these parts. */
export function* pagesOfParts<Item extends Term | Difference>(contexts: (slug: string) => PageContext, view: ListView, parts: readonly ListPart<Item>[], content: (context: PageContext, items: readonly Item[]) => Part[]): Generator<PageSource> {
	const titles = partTitles(contexts(view), view, parts);
	for (const [index, part] of parts.entries()) {
		const context = contexts(`${view}/${part.name}`);
		const { lang, t } = context;
		const title = titles[index] ?? '';
		const [first, last] = [0, -1].map((at) => nameOf(sortedPart(context, part).at(at) as Term | Difference)[lang]) as [string, string];
		yield pageSource(context, {
			title,
			description: t('part.description', { view: t(`view.${view}.title`), title, count: part.items.length, range: rangeOf(t, 'part.names', first, last) }),
			view,
			partOf: view,
			order: index + 1,
			from: isDifference(part.items[0]) ? files.differences : files.glossary,
			parts: content(context, part.items),
		});
	}
}

const isDifference = (item: Term | Difference | undefined): item is Difference => item !== undefined && 'title' in item;
const nameOf = (item: Term | Difference): Term['name'] => (isDifference(item) ? item.title : item.name);
/** Names in the order of the language's alphabet, differences as they stand. */
const sortedPart = <Item extends Term | Difference>(context: PageContext, { items }: ListPart<Item>): readonly (Term | Difference)[] =>
	(isDifference(items[0]) ? items : byName(context, items as readonly Term[]));

const partTitles = (context: PageContext, view: ListView, parts: readonly Pick<ListPart<unknown>, 'steps'>[]): string[] => numbered(context.t, parts.map((part) => partTitle(context, view, part)));

/** What the entries of a part have in common, as a title. */
function partTitle(context: PageContext, view: ListView, { steps }: Pick<ListPart<unknown>, 'steps'>): string {
	const { corpus, lang, t } = context;
	const word = (step: Step): string => {
		switch (step.by) {
			case 'category': return t(step.category === 'other' ? 'section.otherNames' : `categoryGroup.${step.category}`);
			case 'kind': return t(`differenceGroup.${step.kind}`);
			case 'country': return placesOrCountry(step.country === undefined ? undefined : corpus.termById.get(step.country)?.name[lang]);
			case 'initials': return t('part.initials', { range: rangeOf(t, 'part.range', step.from, step.to) });
			case 'within': return corpus.termById.get(step.place)?.name[lang] ?? step.place;
			case 'sectors': return labelOf(t, step.sectors.map((id) => corpus.sectorById.get(id)?.name[lang] ?? id), 2);
			case 'number': return t('part.number', { number: step.number });
		}
	};
	const placesOrCountry = (country: string | undefined): string => {
		if (view !== 'places') return country ?? t('part.elsewhere');
		return country === undefined ? t('section.placesElsewhere') : t('section.placesIn', { country });
	};
	const isNamed = steps[0] !== undefined && ['category', 'kind', 'country'].includes(steps[0].by);
	const [whole, ...rest] = [...(isNamed ? [] : [t(`view.${view}.title`)]), ...steps.map(word)];
	return rest.length === 0 ? (whole ?? '') : t('part.title', { whole: whole ?? '', part: rest.join(t('list.separator')) });
}

/** Parts that differ by initials, or by number, are of a kind. */
function withinOf(context: PageContext, view: ListView, { steps }: Pick<ListPart<unknown>, 'steps'>): Pick<Way, 'within'> {
	const at = steps.findIndex(({ by }) => by === 'initials' || by === 'number');
	if (at < 0) return {};
	const { t } = context;
	const label = steps.slice(at).map((step) => (step.by === 'initials' ? rangeOf(t, 'part.range', step.from, step.to) : step.by === 'number' ? t('part.page', { number: step.number }) : '')).join(' ');
	return { within: { title: partTitle(context, view, { steps: steps.slice(0, at) }), label } };
}
