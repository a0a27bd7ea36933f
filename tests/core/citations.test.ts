import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtex, citationText, cslJson, readCitation, type Citable } from '../../src/site/citations.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';

const citable = (text: string): Citable => ({ id: 'loan', site: text, title: text, source: { title: text, author: text, publisher: undefined }, lines: 'line 1', url: 'https://guide.example/en/#loan', language: 'en' });

test('what is put into one file is taken out of it again, whatever the texts hold', () => {
	fc.assert(fc.property(anyText, fc.constantFrom('', 'Since today.'), fc.constantFrom([], ['日本語: https://guide.example/ja/#loan']), (text, age, elsewhere) => {
		const each = citable(text);
		const made = citationText({ txt: `A ${text} z`, age, bib: bibtex(each, ', '), json: cslJson(each) }, elsewhere);
		const read = readCitation(made);
		expect(read.txt).toMatch(/^A [^]* z$/);
		expect(read.age).toBe(age);
		expect(read.bib).toMatch(/^@misc\{loan,\n[^]*\n\}$/);
		expect((JSON.parse(read.json) as { title: string }[])[0]?.title).toBe(text);
		for (const line of elsewhere) expect(made.endsWith(`\n\n${line}\n`)).toBe(true);
	}), { numRuns: fuzzRuns(300) });
});

test.each(['', '<!doctype html>', 'A sentence.\n\n@misc{a,\n}\n'])('%j is no citation', (text) => expect(() => readCitation(text)).toThrow());
