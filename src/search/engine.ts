import { otherLangs, type Lang } from '../model/languages.ts';
import type { Backend, Hit } from './backend.ts';
import { gaps } from './fold.ts';
import { groupsOfKey } from './groups.ts';
import { excerpt, markText, type Sought } from './marks.ts';
import { neighbours, readQuestion, readText, type Concept, type Question } from './query.ts';
import { gather, rank, rarity, type Match, type Ranked, type Weighed } from './rank.ts';
import type { StoredRecord } from './records.ts';
import { ignoredWords, lightWords } from './stopwords.ts';
import { similarWords } from './suggest.ts';
import { aliasToken, entryToken, groupToken, joinedToken, joinPhrases, pairToken, phraseOf, typeToken, type Phrase } from './tokens.ts';
import { facetNames, type Facets, type Filters, type Passage, type SearchEngine, type SearchRequest, type SearchResponse, type SearchResult } from './types.ts';
import { joinedKey, keyPart, type Unit } from './units.ts';
import { spell } from './words.ts';

/** The search itself: several small searches of the index, put together and ranked. Knows nothing of the browser. */

/** How well a record answers a concept that it holds in one way or another. */
const values = { subject: 1, text: 0.95, whole: 1, unfinished: 0.95, reference: 0.75, alias: 0.8, group: 0.65, parts: 0.5, near: 0.2 } as const;

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
/** A single character before hiragana, or a word such as “project”, says little. */
const lightWeight = 0.3;
/** Words of a question that may be slips. */
const mostSlips = 3;
/** A word of kana is not found by a few of its syllables. */
const shortestPart = { kana: 4, han: 2 } as const;
/** Results before the entry of the glossary that the question names. */
const entryPlace = 5;
const defaultLimit = 10;

interface Answered extends Weighed {
	readonly sought: Sought;
}

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

/** Verbs and adverbs say how something was done: where no text holds them, another word says it there. */
const isInflected = (units: readonly Unit[]): boolean => units.length === 1 && /^[a-z]{2,}(?:ed|ing|ly)$/.test(units[0]?.surface ?? '');

/** カレー is folded to かれ, which stands in 書かれた too: so short a word must be one that the texts hold. */
const isShortKatakana = (units: readonly Unit[]): boolean => units.length > 1 && units.length <= 3 && units.every(({ script }) => script === 'kata');

/** Long enough to be asked for without the rest of its run. */
const isPart = (units: readonly Unit[]): boolean => units.length >= (units.every(({ script }) => script !== 'han') ? shortestPart.kana : shortestPart.han);

const single = (token: string): Phrase => ({ tokens: [token], prefix: false });

export function createEngine(backend: Backend, lang: Lang): SearchEngine {
	const find = (token: string): Promise<readonly Hit[]> => backend.find(single(token));

	async function read(text: string, typing: boolean): Promise<Question> {
		const { text: kept, units } = readText(text);
		const table = await backend.names(keysIn(units, backend.longestName));
		return readQuestion(kept, units, { longest: backend.longestName, get: (key) => table.get(key) }, typing);
	}

	/**
	 * The records for one concept. A run that nothing holds whole gives its parts.
	 * @param alone it is all that was asked: where few records hold the run whole, those that hold its parts are near
	 */
	async function answer(concept: Concept, alone = false): Promise<Answered[]> {
		const weigh = (matches: ReadonlyMap<string, Match>, parts: readonly (readonly Unit[])[] = [], light = concept.light, share = 1): Answered => ({
			matches,
			light,
			weight: rarity(matches.size, backend.records) * (light ? lightWeight : 1) * share,
			sought: { concept, parts },
		});
		const groups = await Promise.all(concept.groups.map((group) => find(groupToken(group))));
		const grouped = groups.map((hits) => ({ hits, value: values.group }));
		if (concept.kind === 'entry') {
			const lists = await Promise.all(
				concept.ids.flatMap((id) => [
					find(entryToken(id, 'subject')).then((hits) => ({ hits, value: values.subject })),
					find(entryToken(id, 'text')).then((hits) => ({ hits, value: values.text })),
					find(entryToken(id, 'name')).then((hits) => ({ hits, value: values.whole })),
					find(entryToken(id, 'reference')).then((hits) => ({ hits, value: values.reference })),
					find(entryToken(id, 'parts')).then((hits) => ({ hits, value: values.parts })),
				]),
			);
			return [weigh(gather([...lists, ...grouped]))];
		}
		if (concept.kind === 'word') return word(concept, grouped, weigh);
		if (!concept.unfinished && isShortKatakana(concept.units) && grouped.every(({ hits }) => hits.length === 0) && (await backend.wordsFrom(joinedKey(concept.units))).length === 0) return [weigh(new Map())];
		// A single character begins a great many words; where it is known as a word, that is what is meant.
		const whole = concept.units.length === 1 && grouped.some(({ hits }) => hits.length > 0) ? [] : await backend.find(phraseOf(concept.units));
		if (whole.length > 0 || grouped.some(({ hits }) => hits.length > 0) || concept.units.length === 1) {
			const near = alone && whole.length < filledUpTo ? await apart(concept.units) : [];
			return [weigh(gather([{ hits: whole, value: values.whole }, ...grouped, { hits: near, value: values.near }]))];
		}
		const pieces = byScript(concept.units);
		if (pieces.length > 1) return (await Promise.all(pieces.map((units) => answer({ ...concept, units, groups: groupsOfKey(joinedKey(units)) })))).flat();
		const { parts, missing } = await split(concept.units);
		const found = await Promise.all(parts.map((part) => backend.find(phraseOf(part))));
		const held = parts.reduce((sum, part) => sum + part.length, 0);
		return [
			...(await Promise.all(
				found.map(async (hits, at) => {
					const part = parts[at] ?? [];
					const related = await Promise.all(groupsOfKey(joinedKey(part)).map((group) => find(groupToken(group))));
					return weigh(gather([{ hits, value: values.parts }, ...related.map((each) => ({ hits: each, value: values.group }))]), [part], concept.light, part.length / held);
				}),
			)),
			// What is left counts by its length: 品 of 特産品 is a small part of what was asked.
			...(missing > 0 || parts.length === 0 ? [weigh(new Map(), [], concept.light, parts.length === 0 ? 1 : missing / concept.units.length)] : []),
		];
	}

	/** A word with a hyphen is asked for as one, where anything holds it so. */
	async function wordPhrase({ units }: Concept): Promise<Phrase> {
		const joined = single(joinedToken(units));
		return units.length > 1 && units[0]?.kind === 'word' && (await backend.find(joined)).length > 0 ? joined : phraseOf(units);
	}

	async function word(concept: Concept & { kind: 'word' }, grouped: readonly { hits: readonly Hit[]; value: number }[], weigh: (matches: ReadonlyMap<string, Match>, parts: [], light: boolean) => Answered): Promise<Answered[]> {
		const { units, unfinished } = concept;
		const lists = [{ hits: await backend.find(await wordPhrase(concept)), value: values.whole as number }];
		if (unfinished && units.length === 1) lists.push({ hits: await backend.find({ ...phraseOf(units), prefix: true }), value: values.unfinished });
		if (lists.every(({ hits }) => hits.length === 0)) {
			if (units.length > 1) {
				// Nothing holds the compound: its words are asked for one by one.
				const answers = await Promise.all(units.map((unit, at) => answer({ ...concept, units: [unit], groups: [], from: concept.from + at, to: concept.from + at + 1 })));
				return answers.flat();
			}
			lists.push({ hits: await find(aliasToken(units[0]?.key ?? '')), value: values.alias });
		}
		const matches = gather([...lists, ...grouped]);
		return [weigh(matches, [], concept.light || (matches.size === 0 && isInflected(units)))];
	}

	/** Cuts a run that nothing holds whole into the longest parts that something holds. @returns the parts, and how many characters are in none */
	async function split(units: readonly Unit[]): Promise<{ parts: Unit[][]; missing: number }> {
		const pairs = await Promise.all(units.slice(1).map(async (_, at) => (await backend.find(phraseOf(units.slice(at, at + 2)))).length > 0));
		const parts: Unit[][] = [];
		let [left, says] = [0, false];
		for (let at = 0; at < units.length; ) {
			let longest = at;
			while (longest < pairs.length && pairs[longest] && units[longest + 1]?.gap === gaps.none) longest += 1;
			let end = longest + 1;
			// The pairs are held; whether they are held together must be asked.
			while (end - at > 2 && (await backend.find(phraseOf(units.slice(at, end)))).length === 0) end -= 1;
			if (isPart(units.slice(at, end))) parts.push(units.slice(at, end));
			else {
				end = at + 1;
				left += 1;
				// 額 of 投資額 says nothing of its own.
				if (!lightWords.has(units[at]?.key ?? '') && !ignoredWords.has(units[at]?.key ?? '')) says = true;
			}
			at = end;
		}
		return { parts, missing: says ? left : 0 };
	}

	/** The records that hold a run in two parts, cut where most do: 月極域探査 for 月探査. A single character says too little to be asked for. */
	async function apart(units: readonly Unit[]): Promise<readonly Hit[]> {
		const cuts = units.slice(1).map((_, at) => [units.slice(0, at + 1), units.slice(at + 1)].filter(isPart));
		const held = await Promise.all(
			cuts.map(async (parts) => {
				const [first = [], ...others] = await Promise.all(parts.map((part) => backend.find(phraseOf(part))));
				return first.filter(({ id }) => others.every((hits) => hits.some((hit) => hit.id === id)));
			}),
		);
		return held.reduce((most, hits) => (hits.length > most.length ? hits : most), []);
	}

	/** The records that hold two concepts side by side. */
	async function side(first: Concept, second: Concept, units: readonly Unit[]): Promise<ReadonlySet<string>> {
		const written = units.slice(first.from, second.to);
		const inWords = written.every(({ kind }) => kind === 'word');
		const lists =
			first.kind === 'entry' && second.kind === 'entry' && first.to === second.from
				? await Promise.all(first.ids.flatMap((a) => second.ids.map((b) => find(pairToken(a, b)))))
				: [await backend.find(inWords ? joinPhrases(await wordPhrase(first), await wordPhrase(second)) : phraseOf(written))];
		return new Set(lists.flat().map(({ id }) => id));
	}

	async function evaluate(question: Question): Promise<Evaluation> {
		const [answered, terms, pages, together] = await Promise.all([
			Promise.all(question.concepts.map((concept) => answer(concept, question.concepts.length === 1))),
			find(typeToken('term')),
			find(typeToken('page')),
			Promise.all(neighbours(question).map(([first, second]) => side(first, second, question.units))),
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

	/** The question with its unknown words replaced by words one slip away. */
	async function mend({ question, answered }: Evaluation): Promise<string | undefined> {
		const doubtful = question.concepts.filter(({ kind, light }, at) => kind !== 'entry' && !light && answered[at]?.some(({ matches, sought }) => matches.size === 0 || sought.parts.length > 0));
		// So many words that nothing holds are another subject, not slips.
		if (doubtful.length > mostSlips) return undefined;
		const replacements: { from: number; to: number; text: string }[] = [];
		for (const concept of doubtful) {
			for (const { units, key } of slipCandidates(question.units, concept)) {
				const last = replacements.at(-1);
				const from = units[0]?.from ?? 0;
				if (last && from < last.to) break;
				const similar = await similarWords(backend, key);
				const best = similar[0];
				if (best) {
					replacements.push({ from, to: units.at(-1)?.to ?? 0, text: best[1] });
					break;
				}
			}
		}
		if (replacements.length === 0) return undefined;
		return replacements.reduceRight((text, { from, to, text: better }) => text.slice(0, from) + better + text.slice(to), question.text);
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
		const suggestion = complete ? undefined : await mend(asked);
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

/** A run of several kinds of character, cut where the kind changes. */
const byScript = (units: readonly Unit[]): Unit[][] =>
	units.reduce<Unit[][]>((pieces, unit) => (pieces.at(-1)?.[0]?.script === unit.script ? [...pieces.slice(0, -1), [...(pieces.at(-1) ?? []), unit]] : [...pieces, [unit]]), []);

/** Shortest words that are looked at for a slip: in short ones, one letter makes another word. */
const slipFrom = { word: 5, kana: 4, run: 3 } as const;

/** What may hold the slip: the word, or in a script without spaces the run it stands in, the part of one kind of character in it, and itself. */
function slipCandidates(units: readonly Unit[], concept: Concept): { units: readonly Unit[]; key: string }[] {
	if (concept.kind === 'word') {
		const surface = spell(concept.units.map((unit) => unit.surface).join(''));
		return surface.length >= slipFrom.word && /[a-z]/.test(surface) ? [{ units: concept.units, key: surface }] : [];
	}
	const grow = (same: (unit: Unit) => boolean): readonly Unit[] => {
		let { from, to } = concept;
		while (from > 0 && units[from]?.gap === gaps.none && same(units[from - 1] as Unit)) from -= 1;
		while (to < units.length && units[to]?.gap === gaps.none && same(units[to] as Unit)) to += 1;
		return units.slice(from, to);
	};
	const script = concept.units[0]?.script;
	const candidates = [grow(({ kind, script: each }) => kind === 'char' && each !== 'hira'), grow(({ script: each }) => each === script), concept.units];
	const seen = new Set<string>();
	return candidates
		.map((each) => ({ units: each, key: joinedKey(each) }))
		.filter(({ units: each, key }) => each.length >= (each.every((unit) => unit.script === 'kata' || unit.script === 'hira') ? slipFrom.kana : slipFrom.run) && !seen.has(key) && seen.add(key));
}

/** What to mark; of a concept that was cut, all its parts. Very common names beside rare ones are not worth a mark. */
function soughtIn(answers: readonly Answered[]): Sought[] {
	const heaviest = Math.max(0, ...answers.map(({ weight }) => weight));
	const byConcept = new Map<Concept, Sought>();
	for (const { sought, weight, matches } of answers) {
		if (matches.size === 0 || weight < heaviest * 0.12) continue;
		const before = byConcept.get(sought.concept);
		byConcept.set(sought.concept, before ? { concept: sought.concept, parts: [...before.parts, ...sought.parts] } : sought);
	}
	return [...byConcept.values()];
}

function toResult(record: StoredRecord, soughts: readonly Sought[], lang: Lang): SearchResult {
	const present = [lang, ...otherLangs(lang)].filter((each) => record.text[each] !== undefined);
	const own = present[0] ?? lang;
	const marked = (each: Lang): { passage: Passage; found: ReadonlySet<Concept> } => {
		const stored = record.text[each] ?? { text: '', named: [] };
		const { marks, found } = markText(stored.text, stored.named, soughts);
		return { passage: { lang: each, ...excerpt(stored.text, marks) }, found };
	};
	const first = marked(own);
	const others = present.slice(1).map(marked);
	// The other language is shown where it holds something of the question that the page's own does not.
	const other = others.find(({ found }) => [...found].some((concept) => !concept.light && !first.found.has(concept)));
	const found = { path: record.path[own] ?? '', passage: first.passage, ...(other ? { other: other.passage } : {}) };
	if (record.type === 'statement') {
		const { sector, source, date } = record.label[lang];
		return { ...found, type: 'statement', id: record.id, sector: record.sector, sectorLabel: sector, kind: record.kind, status: record.status, date, sourceLabel: source };
	}
	const title = (each: Lang): Passage => {
		const text = record.title[each] ?? '';
		const named = record.type === 'term' ? [[0, text.length, record.id] as const] : [];
		return { lang: each, text, marks: markText(text, named, soughts).marks };
	};
	if (record.type === 'page') return { ...found, type: 'page', title: title(own) };
	return { ...found, type: 'term', id: record.id, category: record.category, title: title(lang), otherTitle: title(otherLangs(lang)[0] ?? lang) };
}

