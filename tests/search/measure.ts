import type { Lang } from '../../src/model/languages.ts';
import { langs, otherLangs } from '../../src/model/languages.ts';
import type { SearchResponse, SearchResult } from '../../src/search/types.ts';
import type { Question } from './questions.ts';

/** From questions and a search to the figures of the table. */

export type Ask = (query: string, lang: Lang) => Promise<SearchResponse>;

export interface Outcome {
	readonly question: Question;
	/** Share of the expected answers among the first five, on the pages of the question's language. */
	readonly recall: number;
	/** The same on the other language's pages; the lowest of them. */
	readonly across: number;
	/** Whether all languages' pages give the same results in the same order. */
	readonly sameOrder: boolean;
	/** Of a variant: whether the first five are those of the plain form. */
	readonly sameAsBase?: boolean;
	readonly answer: SearchResponse['answer'];
	readonly found: readonly string[];
	readonly milliseconds: readonly number[];
}

export const nameOf = (result: SearchResult): string => (result.type === 'statement' ? result.id : result.type === 'term' ? `term:${result.id}` : `page:${result.path.replace(/^[a-z-]+\//, '')}`);

const recallAt5 = (expected: readonly string[], found: readonly string[]): number => {
	const first = new Set(found.slice(0, 5));
	return expected.filter((id) => first.has(id)).length / Math.min(5, expected.length);
};

/** Runs one question on the pages of every language. */
export async function measure(question: Question, ask: Ask): Promise<Outcome> {
	const milliseconds: number[] = [];
	const timed = async (query: string, lang: Lang): Promise<SearchResponse> => {
		const start = performance.now();
		const response = await ask(query, lang);
		milliseconds.push(performance.now() - start);
		return response;
	};
	const own = await timed(question.q, question.lang);
	const found = own.results.map(nameOf);
	const others: string[][] = [];
	for (const lang of otherLangs(question.lang)) others.push((await timed(question.q, lang)).results.map(nameOf));
	const base = question.base === undefined ? undefined : (await timed(question.base, question.lang)).results.map(nameOf);
	const five = (names: readonly string[]): string => names.slice(0, 5).join(' ');
	return {
		question,
		recall: question.expect ? recallAt5(question.expect, found) : Number.NaN,
		across: question.expect ? Math.min(...others.map((names) => recallAt5(question.expect ?? [], names))) : Number.NaN,
		sameOrder: others.every((names) => names.join(' ') === found.join(' ')),
		...(base ? { sameAsBase: base.length > 0 && five(base) === five(found) } : {}),
		answer: own.answer,
		found,
		milliseconds,
	};
}

const mean = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length);
export const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

export interface Figures {
	readonly questions: number;
	/** Plain and compound questions on the pages of their own language. */
	readonly recall: Readonly<Record<Lang, number>>;
	readonly across: number;
	readonly sameOrder: number;
	readonly sentences: number;
	readonly variants: number;
	readonly slips: number;
	readonly unanswerable: number;
	/** Answerable questions that were called not covered. */
	readonly falseNone: number;
}

export function figures(outcomes: readonly Outcome[]): Figures {
	const of = (...kinds: string[]): Outcome[] => outcomes.filter(({ question }) => kinds.includes(question.kind));
	const plain = of('keyword', 'compound');
	const answerable = outcomes.filter(({ question }) => question.kind !== 'none');
	return {
		questions: outcomes.length,
		recall: Object.fromEntries(langs.map((lang) => [lang, mean(plain.filter(({ question }) => question.lang === lang).map(({ recall }) => recall))])) as Record<Lang, number>,
		across: mean(of('keyword', 'compound', 'sentence').map(({ across }) => across)),
		sameOrder: mean(outcomes.map(({ sameOrder }) => Number(sameOrder))),
		sentences: mean(of('sentence').map(({ recall }) => recall)),
		variants: mean(of('variant').map(({ sameAsBase }) => Number(sameAsBase))),
		slips: mean(of('slip').map(({ recall }) => recall)),
		unanswerable: mean(of('none').map(({ answer }) => Number(answer === 'none'))),
		falseNone: mean(answerable.map(({ answer }) => Number(answer === 'none'))),
	};
}
