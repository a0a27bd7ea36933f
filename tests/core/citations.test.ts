import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtex, citationText, cslJson, type Citable } from '../../src/site/citations.ts';
import { anyText, fuzzRuns } from '../helpers/any-text.ts';

const citable = (text: string): Citable => ({ id: 'loan', site: text, title: text, source: { title: text, author: text, publisher: undefined }, lines: 'line 1', url: 'https://guide.example/en/#loan', language: 'en' });

test('a file holds the sentence, the age, BibTeX and CSL-JSON as paragraphs, whatever the texts hold', () => {
	fc.assert(fc.property(anyText, fc.boolean(), (text, hasAge) => {
		const each = citable(text);
		const paragraphs = citationText({ txt: `A ${text} z`, age: hasAge ? ['Since today.'] : [], bib: bibtex(each, ', '), json: cslJson(each) }).split('\n\n');
		expect(paragraphs.length).toBe(hasAge ? 4 : 3);
		expect(paragraphs[0]).toMatch(/^A [^]* z$/);
		expect(paragraphs.at(-2)).toMatch(/^@misc\{loan,\n[^]*\n\}$/);
		expect((JSON.parse(paragraphs.at(-1) ?? '') as { title: string }[])[0]?.title).toBe(text);
		expect(paragraphs.at(-1)?.endsWith('\n')).toBe(true);
	}), { numRuns: fuzzRuns(300) });
});
