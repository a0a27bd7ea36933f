import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { langs, localize, type Localized } from '../../src/model/languages.ts';
import { buildSearchIndex, readCorpus } from '../../src/search/build-index.ts';
import type { SearchCorpus } from '../../src/search/corpus.ts';
import { createEngine } from '../../src/search/engine.ts';
import type { SearchEngine } from '../../src/search/types.ts';
import { figures, measure, nameOf } from './measure.ts';
import { openIndex } from './open-index.ts';
import { readQuestions } from './questions.ts';

/** The real content must go on being found. The floors lie a little below what was measured. */

let folder: string;
let corpus: SearchCorpus;
let engines: Localized<SearchEngine>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'search-real-'));
	corpus = readCorpus(new URL('../../content', import.meta.url).pathname);
	await buildSearchIndex(corpus, join(folder, 'pagefind'));
	await close();
	const backend = await openIndex(join(folder, 'pagefind'));
	engines = localize((lang) => createEngine(backend, lang));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the questions of questions.yaml are answered', async () => {
	const outcomes = [];
	for (const question of readQuestions()) outcomes.push(await measure(question, (query, lang) => engines[lang].search({ query })));
	const found = figures(outcomes);
	for (const lang of langs) expect(found.recall[lang]).toBeGreaterThanOrEqual(0.97);
	expect(found).toMatchObject({ sameOrder: 1, variants: 1 });
	expect(found.across).toBeGreaterThanOrEqual(0.95);
	expect(found.sentences).toBeGreaterThanOrEqual(0.93);
	expect(found.slips).toBeGreaterThanOrEqual(0.9);
	expect(found.unanswerable).toBeGreaterThanOrEqual(0.9);
	expect(found.falseNone).toBeLessThanOrEqual(0.02);
}, 300_000);

test('every name of the glossary gives the same first five as any other of the same entry', async () => {
	const five = async (query: string): Promise<string> => (await engines[langs[0]].search({ query })).results.slice(0, 5).map(nameOf).join(' ');
	const differing: string[] = [];
	// Every third entry: a slice that moves as the glossary grows.
	for (const entry of corpus.entries.filter(({ statements }, at) => statements > 0 && at % 3 === 0)) {
		const names = [...langs.flatMap((lang) => [entry.name[lang], ...entry.aliases[lang]]), ...entry.abbreviations, ...entry.reading, ...entry.romaji, ...entry.misspellings];
		const wanted = await five(names[0] ?? '');
		for (const name of names.slice(1)) if ((await five(name)) !== wanted) differing.push(`${entry.id}: ${name}`);
	}
	expect(differing).toEqual([]);
}, 300_000);

test('every statement is found by its own words, in every language', async () => {
	const missed: string[] = [];
	for (const statement of corpus.statements.filter(({ sameAs }, at) => sameAs === undefined && at % 4 === 0)) {
		for (const lang of langs) {
			const { results } = await engines[lang].search({ query: statement.text[lang] });
			if (!results.slice(0, 5).some((result) => nameOf(result) === statement.id)) missed.push(`${statement.id} (${lang})`);
		}
	}
	expect(missed).toEqual([]);
}, 300_000);
