import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../src/components/search/address.ts';
import { langs } from '../../src/model/languages.ts';
import type { Backend } from '../../src/search/backend.ts';
import { createEngine } from '../../src/search/engine.ts';
import { excerpt, markText } from '../../src/search/marks.ts';
import { longestRun, readQuestion, readText } from '../../src/search/query.ts';
import { phraseOf, type Phrase } from '../../src/search/tokens.ts';
import { toUnits } from '../../src/search/units.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { hostileTexts } from '../core/hostile-texts.ts';

/** Whatever a reader types or an address holds, the search asks for little, in its own alphabet, and says something. */

const names = { longest: 12, get: (key: string) => (key.length % 5 === 0 ? ['an-entry'] : undefined) };
const token = /^[a-z0-9]+$/;
const mostTokens = 2 * longestRun;

/** An index that holds nothing, and remembers what it was asked for. */
function emptyIndex(): { backend: Backend; asked: Phrase[] } {
	const asked: Phrase[] = [];
	const backend: Backend = {
		records: 10,
		longestName: 12,
		find: (phrase) => {
			asked.push(phrase);
			return Promise.resolve([]);
		},
		load: () => Promise.reject(new Error('there is nothing to load')),
		names: () => Promise.resolve(new Map()),
		wordsFrom: () => Promise.resolve([]),
		wordsTo: () => Promise.resolve([]),
		values: () => Promise.resolve([]),
		having: () => Promise.resolve(new Set()),
		labels: () => Promise.resolve(new Map()),
	};
	return { backend, asked };
}

function expectRead(text: string): void {
	const { text: read, units } = readText(text);
	expect(read.isWellFormed()).toBe(true);
	expect(read.length).toBeLessThanOrEqual(300);
	expect(units.length).toBeLessThanOrEqual(300);
	for (const typing of [false, true]) {
		const question = readQuestion(read, units, names, typing);
		expect(question.concepts.length).toBeLessThanOrEqual(16);
		for (const { units: own } of question.concepts) {
			for (const each of phraseOf(own).tokens) expect(each).toMatch(token);
		}
		// What is marked in a text is that text, cut at the marks.
		const { text: marked, marks } = excerpt(text, markText(text, [], question.concepts.map((concept) => ({ concept, parts: [] }))).marks);
		for (const [from, to] of marks) expect(from < to && from >= 0 && to <= marked.length).toBe(true);
	}
	expect(readAddress(writeAddress({ query: read, filters: { sector: [read] } })).query.trim()).toBe(read.trim());
	for (const { from, to } of toUnits(text.toWellFormed())) expect(from < to && to <= text.length).toBe(true);
}

async function expectAnswered(text: string): Promise<void> {
	for (const lang of langs) {
		const { backend, asked } = emptyIndex();
		const { results } = await createEngine(backend, lang).search({ query: text, typing: text.length % 2 === 0 });
		expect(results).toEqual([]);
		// A question of 300 characters is cut into pieces of two.
		expect(asked.length).toBeLessThanOrEqual(1000);
		for (const { tokens } of asked) {
			expect(tokens.length).toBeLessThanOrEqual(mostTokens);
			for (const each of tokens) expect(each).toMatch(token);
		}
	}
}

describe('any text as a question', () => {
	test.each(Object.entries(hostileTexts))('%s', async (_, text) => {
		expectRead(text);
		expectRead(text.repeat(40));
		await expectAnswered(text);
	});

	test.each([['a long line of kana', `は${'あ'.repeat(299)}`], ['a long line of words with hyphens', 'a-b-'.repeat(75)], ['figures with hyphens', '1-'.repeat(150)]])('%s', async (_, text) => {
		expectRead(text);
		await expectAnswered(text);
	});

	const runs = fuzzRuns(1000);

	test('is read within bounds, and never fails', { timeout: 60_000 + runs * 10 }, () => {
		fc.assert(fc.property(fc.oneof(anyText, fc.array(anyText, { maxLength: 30 }).map((parts) => parts.join(''))), expectRead), { numRuns: runs });
	});

	const questions = fuzzRuns(250);
	test('asks the index in its own alphabet', { timeout: 60_000 + questions * 10 }, async () => {
		await fc.assert(fc.asyncProperty(anyText, expectAnswered), { numRuns: questions });
	});
});
