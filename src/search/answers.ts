import type { Backend, Hit } from './backend.ts';
import { gaps } from './fold.ts';
import { groupsOfKey } from './groups.ts';
import type { Sought } from './marks.ts';
import type { Concept } from './query.ts';
import { gather, rarity, type Match, type Weighed } from './rank.ts';
import { ignoredWords, lightWords } from './stopwords.ts';
import { aliasToken, entryToken, groupToken, joinedToken, joinPhrases, pairToken, phraseOf, single, type Phrase } from './tokens.ts';
import { joinedKey, type Unit } from './units.ts';

/** Which records hold a concept of a question, and how well: as a whole, by another name, in its parts. */

/** How well a record answers a concept that it holds in one way or another. */
const values = { subject: 1, text: 0.95, whole: 1, unfinished: 0.95, reference: 0.75, alias: 0.8, group: 0.65, parts: 0.5, near: 0.2 } as const;

/** A single character before hiragana, or a word such as “project”, says little. */
const lightWeight = 0.3;
/** A word of kana is not found by a few of its syllables. */
const shortestPart = { kana: 4, han: 2 } as const;
/** What fewer records hold whole, may be held nearly by others. */
const fewHits = 5;

/** The records for a concept, or for one part of it. */
export interface Answered extends Weighed {
	readonly sought: Sought;
}

export interface Answers {
	/**
	 * The records for one concept. A run that nothing holds whole gives its parts.
	 * @param alone it is all that was asked: where few records hold the run whole, those that hold its parts are near
	 */
	answer(concept: Concept, alone?: boolean): Promise<Answered[]>;
	/** The records that hold two concepts side by side. */
	side(first: Concept, second: Concept, units: readonly Unit[]): Promise<ReadonlySet<string>>;
}

/** Verbs and adverbs say how something was done: where no text holds them, another word says it there. */
const isInflected = (units: readonly Unit[]): boolean => units.length === 1 && /^[a-z]{2,}(?:ed|ing|ly)$/.test(units[0]?.surface ?? '');

/** カレー is folded to かれ, which stands in 書かれた too: so short a word must be one that the texts hold. */
const isShortKatakana = (units: readonly Unit[]): boolean => units.length > 1 && units.length <= 3 && units.every(({ script }) => script === 'kata');

/** Long enough to be asked for without the rest of its run. */
const isPart = (units: readonly Unit[]): boolean => units.length >= (units.every(({ script }) => script !== 'han') ? shortestPart.kana : shortestPart.han);

export function answersFrom(backend: Backend): Answers {
	const find = (token: string): Promise<readonly Hit[]> => backend.find(single(token));

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
			const near = alone && whole.length < fewHits ? await apart(concept.units) : [];
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

	async function side(first: Concept, second: Concept, units: readonly Unit[]): Promise<ReadonlySet<string>> {
		const written = units.slice(first.from, second.to);
		const inWords = written.every(({ kind }) => kind === 'word');
		const lists =
			first.kind === 'entry' && second.kind === 'entry' && first.to === second.from
				? await Promise.all(first.ids.flatMap((a) => second.ids.map((b) => find(pairToken(a, b)))))
				: [await backend.find(inWords ? joinPhrases(await wordPhrase(first), await wordPhrase(second)) : phraseOf(written))];
		return new Set(lists.flat().map(({ id }) => id));
	}

	return { answer, side };
}

/** A run of several kinds of character, cut where the kind changes. */
const byScript = (units: readonly Unit[]): Unit[][] =>
	units.reduce<Unit[][]>((pieces, unit) => (pieces.at(-1)?.[0]?.script === unit.script ? [...pieces.slice(0, -1), [...(pieces.at(-1) ?? []), unit]] : [...pieces, [unit]]), []);
