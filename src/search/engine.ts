import type { Lang } from '../model/languages.ts';
import { answersFrom, type Answered } from './answers.ts';
import type { Backend, Hit } from './backend.ts';
import { neighbours, readQuestion, readText, type Concept, type Question } from './query.ts';
import { rank, type Ranked } from './rank.ts';
import { soughtIn, toResult } from './results.ts';
import { mendSlips } from './suggest.ts';
import { entryToken, single, typeToken } from './tokens.ts';
import { facetNames, type Facets, type Filters, type SearchEngine, type SearchRequest, type SearchResponse } from './types.ts';
import { keyPart, type Unit } from './units.ts';

/** The search itself: several small searches of the index, put together and ranked. Knows nothing of the browser. */

/** What a record's kind counts beside a statement. */
const kindFactors = { term: 0.55, page: 0.6 } as const;

/** Where the best record holds less of the question than this, the sources do not cover it. */
const coveredFrom = 0.6;
/** A page is long and holds many words by chance. */
const pageCoverage = 0.75;
/** Results that hold much less than the best are noise; a short list is filled up with what comes nearest. */
const keptShare = 0.5;
const nearShare = 0.3;
const filledUpTo = 5;
/** Results before the entry of the glossary that the question names. */
const entryPlace = 5;
const defaultLimit = 10;

interface Evaluation {
	readonly question: Question;
	/** What was found for each concept. */
	readonly answered: readonly (readonly Answered[])[];
	readonly ranked: readonly Ranked[];
	readonly coverage: number;
	/** What no record holds. */
	readonly unknown: readonly Concept[];
	/** The glossary entry that the question names and nothing else. */
	readonly named?: string;
}

/** What nothing holds, or only in parts. */
const doubtfulIn = ({ question, answered }: Evaluation): Concept[] =>
	question.concepts.filter(({ kind, light }, at) => kind !== 'entry' && !light && answered[at]?.some(({ matches, sought }) => matches.size === 0 || sought.parts.length > 0));

export function createEngine(backend: Backend, lang: Lang): SearchEngine {
	const answers = answersFrom(backend);
	const find = (token: string): Promise<readonly Hit[]> => backend.find(single(token));

	async function read(text: string, typing: boolean): Promise<Question> {
		const { text: kept, units } = readText(text);
		const table = await backend.names(keysIn(units, backend.longestName));
		return readQuestion(kept, units, { longest: backend.longestName, get: (key) => table.get(key) }, typing);
	}

	async function evaluate(question: Question): Promise<Evaluation> {
		const [answered, terms, pages, together] = await Promise.all([
			Promise.all(question.concepts.map((concept) => answers.answer(concept, question.concepts.length === 1))),
			find(typeToken('term')),
			find(typeToken('page')),
			Promise.all(neighbours(question).map(([first, second]) => answers.side(first, second, question.units))),
		]);
		const termIds = new Set(terms.map(({ id }) => id));
		const pageIds = new Set(pages.map(({ id }) => id));
		const ranked = rank(answered.flat(), together, (id) => (termIds.has(id) ? kindFactors.term : pageIds.has(id) ? kindFactors.page : 1));
		const only = question.concepts.length === 1 ? question.concepts[0] : undefined;
		const named = only?.kind === 'entry' ? (await find(entryToken(only.ids[0] ?? '', 'name')))[0]?.id : undefined;
		return {
			question,
			answered,
			ranked,
			coverage: Math.max(0, ...ranked.map(({ id, coverage }) => coverage * (pageIds.has(id) ? pageCoverage : 1))),
			unknown: question.concepts.filter((_, at) => answered[at]?.every(({ matches }) => matches.size === 0)),
			...(named === undefined ? {} : { named }),
		};
	}

	/** The records that all filters let through; `undefined` where there is no filter. */
	async function allowed(filters: Filters, without?: string): Promise<ReadonlySet<string> | undefined> {
		const sets = await Promise.all(
			facetNames
				.filter((facet) => facet !== without && (filters[facet]?.length ?? 0) > 0)
				.map(async (facet) => new Set((await Promise.all((filters[facet] ?? []).map((value) => backend.having(facet, value)))).flatMap((set) => [...set]))),
		);
		return sets.reduce<ReadonlySet<string> | undefined>((all, set) => (all ? all.intersection(set) : set), undefined);
	}

	/** All that can be filtered: the statements. */
	const everything = async (): Promise<string[]> => (await find(typeToken('statement'))).map(({ id }) => id);

	/** What a question finds, before filters. */
	async function ask({ query, typing = false, signal }: SearchRequest): Promise<{ used: Evaluation; answer: SearchResponse['answer']; suggestion?: string; unknown: readonly Concept[] }> {
		const asked = await evaluate(await read(query, typing));
		signal?.throwIfAborted();
		if (asked.question.concepts.length === 0) return { used: asked, answer: 'empty', unknown: [] };
		const answerOf = ({ coverage }: Evaluation): SearchResponse['answer'] => (coverage >= 0.999 ? 'all' : coverage >= coveredFrom ? 'most' : 'none');
		const complete = answerOf(asked) === 'all' && asked.unknown.length === 0;
		const suggestion = complete ? undefined : await mendSlips(backend, asked.question, doubtfulIn(asked));
		signal?.throwIfAborted();
		if (suggestion !== undefined) {
			const mended = await evaluate(await read(suggestion, typing));
			if (mended.coverage > asked.coverage && answerOf(mended) !== 'none') return { used: mended, answer: 'corrected', suggestion, unknown: asked.unknown };
		}
		return { used: asked, answer: answerOf(asked), unknown: asked.unknown };
	}

	/** The results in their order. Of a question that is not covered, what is nearest. */
	function order({ ranked, coverage, named }: Evaluation, answer: SearchResponse['answer']): string[] {
		const holding = (share: number): Ranked[] => ranked.filter((each) => each.coverage >= Math.max(0.2, coverage * share));
		const kept = answer === 'none' ? ranked : holding(keptShare);
		const near = kept.length < filledUpTo ? holding(nearShare).filter((each) => !kept.includes(each)).slice(0, filledUpTo - kept.length) : [];
		const ids = [...kept, ...near].map(({ id }) => id);
		if (named === undefined) return ids;
		const others = ids.filter((id) => id !== named);
		return [...others.slice(0, entryPlace), named, ...others.slice(entryPlace)];
	}

	return {
		async search(request) {
			const { from = 0, limit = defaultLimit, filters = {}, signal } = request;
			const { used, answer, suggestion, unknown } = await ask(request);
			const through = await allowed(filters);
			// Nothing asked, but filters set: all that they let through, in an order that stays.
			const ids = answer === 'empty' ? [...(through ?? [])].sort() : order(used, answer).filter((id) => through?.has(id) ?? true);
			signal?.throwIfAborted();
			const soughts = soughtIn(used.answered.flat());
			const results = await Promise.all(ids.slice(from, from + limit).map(async (id) => toResult(await backend.load(id), soughts, lang)));
			signal?.throwIfAborted();
			return {
				results,
				total: answer === 'none' ? 0 : ids.length,
				unknownWords: unknown.filter(({ light }) => !light).map(({ units }) => request.query.toWellFormed().slice(units[0]?.from, units.at(-1)?.to)),
				answer,
				...(suggestion === undefined ? {} : { suggestion }),
			};
		},
		async facets(request) {
			const { filters = {} } = request;
			const { used, answer } = await ask(request);
			const ids = answer === 'none' ? [] : answer === 'empty' ? await everything() : order(used, answer);
			const labels = await backend.labels();
			const counted = await Promise.all(
				facetNames.map(async (facet) => {
					const through = await allowed(filters, facet);
					const left = new Set(through ? ids.filter((id) => through.has(id)) : ids);
					const counts = await Promise.all(
						(await backend.values(facet)).map(async (value) => ({ value, label: labels.get(`${facet} ${value}`)?.[lang] ?? value, count: [...(await backend.having(facet, value))].filter((id) => left.has(id)).length })),
					);
					const chosen = new Set(filters[facet]);
					return [facet, counts.filter(({ value, count }) => count > 0 || chosen.has(value)).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
				}),
			);
			return Object.fromEntries(counted) as unknown as Facets;
		},
	};
}

/** Every name that may begin at a unit of the question, as a key. */
function keysIn(units: readonly Unit[], longest: number): string[] {
	const keys = new Set<string>();
	for (let start = 0; start < units.length; start += 1) {
		let key = '';
		for (let at = start; at < units.length && key.length < longest; at += 1) {
			key += keyPart(units[at] as Unit, at === start);
			// No name is a single character.
			if (key.length > 1) keys.add(key);
		}
	}
	return [...keys];
}
