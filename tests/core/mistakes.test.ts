import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIssue, issueCodes, sortIssues, type Issue } from '../../scripts/core/issue.ts';
import { createIssueTranslator } from '../../scripts/core/issue-messages.ts';
import { readCatalogues } from '../../scripts/core/messages.ts';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { readSeeds } from '../../scripts/core/seeds.ts';
import type { TextFile } from '../../scripts/core/yaml.ts';
import { fingerprint } from '../../scripts/io/files.ts';
import { loadIssueCatalogue } from '../../scripts/io/editor.ts';
import { loadSeeds } from '../../scripts/io/project.ts';
import { languages, localize, scripts } from '../../src/model/languages.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { corpusOf, get, replaceOnce, runConvert, snapshot, temporaryFolder } from '../helpers/convert.ts';
import { place } from '../helpers/places.ts';
import { miniSeeds, withFile, writeSeeds, type SeedFolder } from '../helpers/mini-seeds.ts';

const facts = 'documents/fact-sheet.yaml';
const paper = 'documents/newspaper.yaml';
const glossary = 'glossary.yaml';
const sectors = 'sectors.yaml';
const differences = 'differences.yaml';

type Edit = (text: string) => string;
const swap = (from: string, to: string): Edit => (text) => replaceOnce(text, from, to);
/** Adds text before the one place where `before` stands. */
const add = (text: string, before: string): Edit => swap(before, text + before);
const all = (...edits: readonly Edit[]): Edit => (text) => edits.reduce((result, edit) => edit(result), text);

interface Mistake {
	readonly name: string;
	readonly file: string;
	readonly edit: Edit;
	/** What stands at the place to be named, in the edited text; `▸` is the place. */
	readonly at: string;
	readonly code: Issue['code'];
	/** Words of the edit that the editor is told to make. */
	readonly fix: string;
	/** A second place that must be named with it. */
	readonly also?: string;
}

const sentences = await Promise.all(Object.values(languages).map(async ({ tag, script }) => ({ tag, letters: scripts[script], translate: createIssueTranslator(await loadIssueCatalogue(tag)), catalogue: await loadIssueCatalogue(tag) })));

/** The languages whose catalogue has no translation of a sentence. */
const untranslated = (sentence: string): string[] =>
	sentences.filter(({ catalogue, translate, letters }) => catalogue && !letters.test(translate(sentence).replaceAll(/`[^`]*`|“[^”]*”/g, ''))).map(({ tag }) => `${tag}: ${sentence}`);

/** What the seeds of a folder have wrong. */
async function issuesOf(seeds: SeedFolder): Promise<Issue[]> {
	const folder = await temporaryFolder();
	await writeSeeds(folder, seeds);
	const { corpus, issues } = await loadSeeds(folder, 'seeds');
	expect(corpus === undefined).toBe(issues.length > 0);
	return issues;
}

/** The same without a folder, for the many. */
const issuesIn = (seeds: ReadonlyMap<string, string>): { readonly corpus?: Corpus; readonly issues: Issue[] } => {
	const file = (path: string): TextFile => ({ path: `seeds/${path}`, text: get(seeds, path) });
	const documents = [...seeds.keys()].filter((path) => path.startsWith('documents/')).map(file);
	return readSeeds({ sectors: file(sectors), glossary: file(glossary), differences: file(differences), documents, lock: {} }, fingerprint);
};

const headline = ({ file, line, column, code }: Issue): string => `${file}:${line}:${column} ${code}`;

const visit = 'Minister Rao visited Osaka from 20 to 26 July 2025.';
const visitJa = 'ラオ大臣は2025年7月20日から26日まで大阪を訪れた。';

const fields: readonly Mistake[] = [
	{ name: 'an unknown field of a document', file: facts, edit: add('licence: CC\n', 'rights:\n'), at: '▸licence: CC', code: 'unknown-field', fix: 'remove the field' },
	{ name: 'an unknown field of a statement', file: facts, edit: add('    priority: high\n', '    kind: dialogue\n'), at: '▸priority: high', code: 'unknown-field', fix: 'remove the field' },
	{ name: 'an unknown field of an amount', file: facts, edit: add('        currency: yen\n', '        money: loan\n'), at: '▸currency: yen', code: 'unknown-field', fix: 'remove the field' },
	{ name: 'an unknown language of a text', file: facts, edit: add('      de: Ein Besuch\n', `      en: ${visit}`), at: '▸de: Ein Besuch', code: 'unknown-field', fix: 'remove the field' },
	{ name: 'an unknown field of a sector', file: sectors, edit: add('  colour: red\n', '  priority: false'), at: '▸colour: red', code: 'unknown-field', fix: 'remove the field' },
	{ name: 'a misspelt field', file: facts, edit: swap('kind: funding', 'kid: funding'), at: '▸kid: funding', code: 'unknown-field', fix: 'write `kind`' },
	{ name: 'a misspelt field that another rule misses', file: facts, edit: swap('money: loan', 'mony: loan'), at: '▸mony: loan', code: 'unknown-field', fix: 'write `money`' },
	{ name: 'a misspelt language', file: facts, edit: swap(`ja: ${visitJa}`, `jp: ${visitJa}`), at: '▸jp: ラオ', code: 'unknown-field', fix: 'write `ja`' },
	{ name: 'a full-width space before a field', file: facts, edit: swap('kind: funding', '　kind: funding'), at: '▸　kind: funding', code: 'unknown-field', fix: 'write `kind`' },
	{ name: 'a text in one language only', file: facts, edit: swap(`      ja: ${visitJa}\n`, ''), at: `    ▸text:\n      en: ${visit}`, code: 'missing-language', fix: 'add `ja:`' },
	{ name: 'a name in one language only', file: glossary, edit: swap('{ en: Pune, ja: プネー }', '{ en: Pune }'), at: '▸name: { en: Pune }', code: 'missing-language', fix: 'add `ja:`' },
	{ name: 'a language with nothing after it', file: facts, edit: swap(visitJa, ''), at: `${visit}\n      ja: ▸\n`, code: 'missing-language', fix: 'write `ja:`' },
	{ name: 'an empty text', file: facts, edit: swap(visitJa, "''"), at: "ja: ▸''", code: 'missing-field', fix: 'write the text' },
	{ name: 'a text of spaces', file: facts, edit: swap(visitJa, "'  '"), at: "ja: ▸'  '", code: 'missing-field', fix: 'write the text' },
	{ name: 'a text that ends with a line break', file: facts, edit: swap('en: >-\n', 'en: >\n'), at: 'en: ▸>\n', code: 'bad-value', fix: '`>-`' },
	{ name: 'a statement without an id', file: facts, edit: swap('id: power-loan\n    lines', 'lines'), at: '- ▸lines: [5, 7]', code: 'missing-field', fix: 'add `id:`' },
	{ name: 'a statement without a sector', file: facts, edit: swap('    sector: energy\n', ''), at: '- ▸id: power-loan', code: 'missing-field', fix: 'add `sector:`' },
	{ name: 'a statement without lines', file: facts, edit: swap('    lines: [5, 7]\n', ''), at: '- ▸id: power-loan', code: 'missing-field', fix: 'add `lines:`' },
	{ name: 'a statement without a status', file: facts, edit: swap('    status: planned\n', ''), at: '- ▸id: power-loan', code: 'missing-field', fix: 'add `status:`' },
	{ name: 'a document without an id', file: facts, edit: swap('id: fact-sheet\n', ''), at: '▸kind: government-fact-sheet', code: 'missing-field', fix: 'add `id:`' },
	{ name: 'a document without the number of its lines', file: facts, edit: swap('  lines: 12\n', ''), at: '▸original:', code: 'missing-field', fix: 'add `lines:`' },
	{ name: 'a status with nothing after it', file: facts, edit: swap('status: planned', 'status:'), at: 'kind: funding\n    status:▸', code: 'missing-field', fix: 'after `status:`' },
	{ name: 'a null status', file: facts, edit: swap('status: planned', 'status: null'), at: 'status: ▸null', code: 'missing-field', fix: 'after `status:`' },
	{ name: 'a null list', file: facts, edit: swap('[trade-office, sakura-chips]', 'null'), at: 'parties: ▸null', code: 'missing-field', fix: 'or remove the field' },
	{ name: 'a null date', file: facts, edit: swap('when: 2025-08-29', 'when:'), at: 'when:▸\n', code: 'missing-field', fix: 'or remove the field' },
	{ name: 'an empty entry of a list', file: facts, edit: swap('[power-board, ganga-power]', '[power-board, null]'), at: ', ▸null', code: 'missing-field', fix: 'remove its “-” or comma' },
	{ name: 'an empty entry of a file', file: sectors, edit: add('- \n', '- id: energy'), at: '- ▸\n- id: energy', code: 'missing-field', fix: 'remove its “-” or comma' },
	{ name: 'a word where a list is needed', file: facts, edit: swap('[trade-office, sakura-chips]', 'trade-office'), at: 'parties: ▸trade-office', code: 'wrong-type', fix: 'write it as a list' },
	{ name: 'fields where a list is needed', file: facts, edit: swap('[trade-office, sakura-chips]', '\n      trade-office: yes'), at: '▸trade-office: yes', code: 'wrong-type', fix: 'write it as a list' },
	{ name: 'a list where fields are needed', file: facts, edit: all(swap(`      en: ${visit}`, `      - en: ${visit}`), swap(`      ja: ${visitJa}`, `      - ja: ${visitJa}`)), at: `▸- en: ${visit}`, code: 'wrong-type', fix: 'once a language' },
	{ name: 'a text where both languages are needed', file: facts, edit: swap(`\n      en: ${visit}\n      ja: ${visitJa}`, ` ${visit}`), at: `text: ▸${visit}`, code: 'wrong-type', fix: 'once a language' },
	{ name: 'a list where a text is needed', file: facts, edit: swap(visit, `[${visit}]`), at: `en: ▸[${visit}]`, code: 'wrong-type', fix: 'one text' },
	{ name: 'a number where a text is needed', file: facts, edit: swap(visit, '2025'), at: 'en: ▸2025\n', code: 'wrong-type', fix: 'put it in quotes' },
	{ name: 'a fingerprint of digits only', file: facts, edit: swap('0123456789abcdef'.repeat(4), '1234567890'.repeat(6) + '1234'), at: `sha256: ▸1234567890`, code: 'wrong-type', fix: 'put it in quotes' },
	{ name: 'yes where true is needed', file: sectors, edit: swap('priority: false', 'priority: yes'), at: 'priority: ▸yes', code: 'wrong-type', fix: '`true` or `false`' },
];

const words: readonly Mistake[] = [
	{ name: 'a misspelt status', file: facts, edit: swap('status: planned', 'status: planed'), at: 'status: ▸planed', code: 'unknown-value', fix: 'write `planned`' },
	{ name: 'a status in capitals', file: facts, edit: swap('status: signed', 'status: SIGNED'), at: 'status: ▸SIGNED', code: 'unknown-value', fix: 'write `signed`' },
	{ name: 'a status that there is not', file: facts, edit: swap('status: planned', 'status: cancelled'), at: 'status: ▸cancelled', code: 'unknown-value', fix: 'choose one of these words' },
	{ name: 'a misspelt kind', file: facts, edit: swap('kind: agreement', 'kind: agreemnet'), at: 'kind: ▸agreemnet', code: 'unknown-value', fix: 'write `agreement`' },
	{ name: 'a misspelt kind of document', file: paper, edit: swap('kind: newspaper-article', 'kind: news-paper-article'), at: 'kind: ▸news-paper-article', code: 'unknown-value', fix: 'write `newspaper-article`' },
	{ name: 'a misspelt category', file: glossary, edit: swap('category: programme', 'category: program'), at: 'category: ▸program\n', code: 'unknown-value', fix: 'write `programme`' },
	{ name: 'a unit in other letters', file: facts, edit: swap('unit: MW', 'unit: Mw'), at: 'unit: ▸Mw', code: 'unknown-value', fix: 'write `MW`' },
	{ name: 'a misspelt reason', file: facts, edit: swap('reason: title', 'reason: titel'), at: 'reason: ▸titel', code: 'unknown-value', fix: 'write `title`' },
	{ name: 'a language that there is not', file: facts, edit: swap('language: en', 'language: fr'), at: 'language: ▸fr', code: 'unknown-value', fix: 'choose one of these words' },
	{ name: 'an id with capitals and a space', file: facts, edit: swap('[trade-office, sakura-chips]', '[trade-office, Sakura Chips]'), at: '▸Sakura Chips]', code: 'bad-id', fix: 'write `sakura-chips`' },
	{ name: 'an id in Japanese', file: paper, edit: swap('id: chip-firms', 'id: 企業'), at: 'id: ▸企業', code: 'bad-id', fix: 'write `a-short-name`' },
	{ name: 'ids with a full-width comma between them', file: facts, edit: swap('[trade-office, sakura-chips]', '[trade-office、sakura-chips]'), at: '[▸trade-office、', code: 'bad-id', fix: 'separate ids with “, ”' },
	{ name: 'an id with a full-width digit', file: paper, edit: swap('id: chip-firms', 'id: chip-firms２'), at: 'id: ▸chip-firms２', code: 'bad-id', fix: 'write `chip-firms2`' },
	{ name: 'lines in full-width digits', file: facts, edit: swap('lines: [5, 7]', 'lines: [５, ７]'), at: 'lines: ▸[５', code: 'bad-lines', fix: 'write `[5, 7]`' },
	{ name: 'an id with two hyphens', file: paper, edit: swap('id: chip-firms', 'id: chip--firms'), at: 'id: ▸chip--firms', code: 'bad-id', fix: 'write `chip-firms`' },
	{ name: 'a number as an id', file: paper, edit: swap('id: chip-firms', 'id: 2025'), at: 'id: ▸2025', code: 'bad-id', fix: 'write `a-short-name`' },
	{ name: 'an id that is too long', file: paper, edit: swap('id: chip-firms', `id: ${'chip-'.repeat(13)}firms`), at: 'id: ▸chip-chip-', code: 'bad-id', fix: 'shorten it' },
	{ name: 'an address without https', file: facts, edit: swap('https://example.com/fact-sheet', 'www.example.com'), at: 'url: ▸www.example.com', code: 'bad-url', fix: 'full address' },
	{ name: 'an address that is a script', file: differences, edit: swap('https://example.com/loan', 'javascript:alert(1)'), at: '▸javascript:alert(1)', code: 'bad-url', fix: 'full address' },
	{ name: 'a fingerprint that is too long', file: facts, edit: swap('sha256: 0123', 'sha256: 00123'), at: 'sha256: ▸00123', code: 'bad-value', fix: 'sha256sum' },
	{ name: 'a fingerprint in capitals', file: facts, edit: swap('sha256: 0123456789abcdef', 'sha256: 0123456789ABCDEF'), at: 'sha256: ▸0123456789ABCDEF', code: 'bad-value', fix: 'sha256sum' },
	{ name: 'a certainty without a date', file: facts, edit: swap('  date: 2025-09-01\n', ''), at: 'certainty: ▸stated', code: 'bad-value', fix: '`unknown`' },
	{ name: 'a date with an unknown certainty', file: paper, edit: add('  date: 2025\n', '  certainty: unknown'), at: 'certainty: ▸unknown', code: 'bad-value', fix: '`stated`' },
	{ name: 'a document that is not named as its file', file: facts, edit: swap('id: fact-sheet\n', 'id: factsheet\n'), at: 'id: ▸factsheet', code: 'file-name', fix: 'rename the file' },
	{ name: 'a document with the id of another', file: paper, edit: swap('id: newspaper\n', 'id: fact-sheet\n'), at: 'id: ▸fact-sheet', code: 'file-name', fix: 'correct the id' },
];

const references: readonly Mistake[] = [
	{ name: 'an unknown sector', file: facts, edit: swap('sector: energy', 'sector: enrgy'), at: 'sector: ▸enrgy', code: 'unknown-sector', fix: 'write `energy`' },
	{ name: 'an unknown further sector', file: facts, edit: swap('also: [research]', 'also: [agriculture]'), at: 'also: [▸agriculture]', code: 'unknown-sector', fix: 'add it to sectors.yaml' },
	{ name: 'an unknown related sector', file: sectors, edit: swap('[chips, energy]', '[chips, energie]'), at: ', ▸energie]', code: 'unknown-sector', fix: 'write `energy`' },
	{ name: 'an unknown party', file: facts, edit: swap('[trade-office, sakura-chips]', '[trade-ofice, sakura-chips]'), at: '▸trade-ofice', code: 'unknown-party', fix: 'write `trade-office`' },
	{ name: 'an unknown place', file: facts, edit: swap('[india, pune]', '[india, mars]'), at: ', ▸mars]', code: 'unknown-place', fix: 'add it to glossary.yaml' },
	{ name: 'an unknown term', file: facts, edit: swap('terms: [fuel-cell]', 'terms: [fuel-cells]'), at: '▸fuel-cells', code: 'unknown-term', fix: 'write `fuel-cell`' },
	{ name: 'an unknown country', file: glossary, edit: swap('country: india\n  within', 'country: inida\n  within'), at: 'country: ▸inida', code: 'unknown-place', fix: 'write `india`' },
	{ name: 'an unknown larger body', file: glossary, edit: swap('within: power-board', 'within: power-bored'), at: 'within: ▸power-bored', code: 'unknown-term', fix: 'write `power-board`' },
	{ name: 'an unknown statement of a difference', file: differences, edit: swap('plant-investment]', 'plant-investmant]'), at: ', ▸plant-investmant]', code: 'unknown-statement', fix: 'write `plant-investment`' },
	{ name: 'a place among the parties', file: facts, edit: swap('[trade-office, sakura-chips]', '[trade-office, pune]'), at: '[trade-office, ▸pune]', code: 'wrong-category', fix: 'move it to `places`' },
	{ name: 'a company among the terms', file: facts, edit: swap('terms: [fuel-cell]', 'terms: [sakura-chips]'), at: 'terms: [▸sakura-chips]', code: 'wrong-category', fix: 'move it to `parties`' },
	{ name: 'a city as a country', file: glossary, edit: swap('country: india\n  within', 'country: pune\n  within'), at: 'country: ▸pune', code: 'wrong-category', fix: '`within`' },
	{ name: 'a party twice', file: facts, edit: swap('[trade-office, sakura-chips]', '[trade-office, trade-office]'), at: ', ▸trade-office]', code: 'repeated-reference', fix: 'remove it here' },
	{ name: 'the sector again as a further one', file: facts, edit: swap('also: [research]', 'also: [research, chips]'), at: ', ▸chips]', code: 'repeated-reference', fix: 'remove it here' },
	{ name: 'a sector related to itself', file: sectors, edit: swap('related: [research]', 'related: [chips]'), at: 'related: [▸chips]', code: 'repeated-reference', fix: 'remove it here' },
	{ name: 'a statement twice in a difference', file: differences, edit: swap('plant-investment]', 'plant-investment, power-loan]'), at: ', ▸power-loan]', code: 'repeated-reference', fix: 'remove it here' },
	{ name: 'a difference without statements', file: differences, edit: swap('[power-loan, plant-investment]', '[]'), at: '▸[]', code: 'bad-value', fix: 'add an entry' },
	{ name: 'sameAs of a statement that there is not', file: paper, edit: swap('sameAs: rao-visit', 'sameAs: rao-vist'), at: 'sameAs: ▸rao-vist', code: 'unknown-statement', fix: 'write `rao-visit`' },
	{ name: 'sameAs of itself', file: paper, edit: swap('sameAs: rao-visit', 'sameAs: rao-visit-reported'), at: 'sameAs: ▸rao-visit-reported', code: 'same-as-itself', fix: 'name the statement that is to be shown' },
	{ name: 'sameAs in a chain', file: paper, edit: add('    sameAs: rao-visit-reported\n', '    kind: context'), at: 'sameAs: ▸rao-visit-reported', code: 'same-as-itself', fix: 'write `rao-visit`' },
	{ name: 'a glossary id twice', file: glossary, edit: (text) => `${text}\n- id: osaka\n  category: term\n  name: { en: Osaka sauce, ja: 大阪ソース }\n  rendering: ours\n`, at: '- id: ▸osaka\n  category: term', code: 'duplicate-id', fix: 'choose another id' },
	{ name: 'a statement id twice in a file', file: paper, edit: swap('id: chip-firms', 'id: plant-investment'), at: 'id: ▸plant-investment\n    lines: [4, 5]', code: 'duplicate-id', fix: 'choose another id' },
	{ name: 'a statement id twice over two files', file: paper, edit: swap('id: chip-firms', 'id: chip-accord-signed'), at: 'id: ▸chip-accord-signed', code: 'duplicate-id', fix: 'choose another id' },
	{ name: 'a sector id twice', file: sectors, edit: (text) => `${text}\n- id: energy\n  name: { en: Power, ja: 電力 }\n  description: { en: Power., ja: 電力。 }\n  priority: false\n`, at: '- id: ▸energy\n  name: { en: Power', code: 'duplicate-id', fix: 'choose another id' },
];

const dateIs = (when: string, at = `when: ▸${when}\n`): Mistake => ({ name: `the date ${when}`, file: facts, edit: swap('2025-08-29', when), at, code: 'bad-date', fix: 'write it as 2024, 2024-11' });
const dates: readonly Mistake[] = [
	...['2025-13', '2025-02-30', '2025-02-29', '2025-08-32', '2025-8', '0025-08', 'August 2025', '2025年8月', '29/08/2025', '20XX', '2025-21', '2025-08-29T10:00', '2025.5', 'true'].map((when) => dateIs(when)),
	...['2025-08/2025-07', '2026/2025', '..', '../..', '2025/', '2025 / 2026', '2025-08-29/30'].map((when) => dateIs(when)),
	dateIs('[2025-08, Aug 2025]', '[2025-08, ▸Aug 2025]'),
	{ name: 'the date of a document', file: facts, edit: swap('date: 2025-09-01', 'date: 1 September 2025'), at: 'date: ▸1 September 2025', code: 'bad-date', fix: '2024-11-05' },
];

const amountIs = (value: string): Mistake => ({ name: `the amount ${value}`, file: facts, edit: swap('value: 60 billion', `value: ${value}`), at: `value: ▸${value}\n`, code: 'bad-amount', fix: 'write a number of zero or more' });
const amounts: readonly Mistake[] = [
	...['sixty billion', '-60', '60 bilion', '¥60 billion', '600億円', '1,23', '.inf', 'true', '[60]'].map(amountIs),
	{ name: 'an amount without a unit', file: facts, edit: swap('        unit: MW\n', ''), at: '- ▸value: 400', code: 'missing-field', fix: 'add `unit:`' },
	{ name: 'an amount without a figure', file: facts, edit: swap('value: 400\n        unit', 'unit'), at: '- ▸unit: MW', code: 'bad-amount', fix: 'one or the other' },
	{ name: 'a figure and a range', file: facts, edit: add('        from: 1\n        to: 2\n', '        unit: MW'), at: '- ▸value: 400', code: 'bad-amount', fix: 'one or the other' },
	{ name: 'a figure and half a range', file: facts, edit: add('        to: 500\n', '        unit: MW'), at: '- ▸value: 400', code: 'bad-amount', fix: 'one or the other' },
	{ name: 'a range without an end', file: paper, edit: swap('        to: 400 million\n', ''), at: '- ▸from: 100 million', code: 'bad-amount', fix: 'one or the other' },
	{ name: 'a range of one figure', file: paper, edit: swap('from: 100 million', 'from: 400 million'), at: 'from: ▸400 million', code: 'bad-amount', fix: 'the smaller figure first' },
	{ name: 'a reversed range', file: paper, edit: swap('from: 100 million', 'from: 0.5 billion'), at: 'from: ▸0.5 billion', code: 'bad-amount', fix: 'the smaller figure first' },
	{ name: 'a currency without a kind of money', file: facts, edit: swap('        money: loan\n', ''), at: 'unit: ▸JPY', code: 'bad-amount', fix: 'investment, loan, subsidy, fund' },
	{ name: 'a kind of money without a currency', file: facts, edit: add('        money: fund\n', '        what: { en: power'), at: 'money: ▸fund', code: 'bad-amount', fix: 'remove `money`' },
];

const linesAre = (lines: string, fix = '[first, last]'): Mistake => ({ name: `the lines ${lines}`, file: facts, edit: swap('lines: [5, 7]', `lines: ${lines}`), at: `lines: ▸${lines}\n`, code: 'bad-lines', fix });
const lines: readonly Mistake[] = [
	linesAre('[7, 5]', '[5, 7]'), linesAre('[5]', '[5, 5]'), linesAre('5', '[5, 5]'), linesAre('5-7', '[5, 7]'),
	...['[0, 7]', '[-1, 7]', '[5.5, 7]', '[five, seven]', '[5, 6, 7]', '[5, null]', '[]'].map((written) => linesAre(written)),
	linesAre('["5", "7"]', '[5, 7]'),
	{ name: 'lines outside the original', file: facts, edit: swap('lines: [5, 7]', 'lines: [5, 13]'), at: 'lines: ▸[5, 13]', code: 'lines-outside', fix: 'correct the range' },
	{ name: 'furniture outside the original', file: facts, edit: swap('[11, 12]', '[11, 13]'), at: 'lines: ▸[11, 13]', code: 'lines-outside', fix: 'correct the range' },
	{ name: 'a heading outside the original', file: facts, edit: swap('- line: 2', '- line: 20'), at: 'line: ▸20', code: 'lines-outside', fix: 'correct the range' },
	{ name: 'a heading on line zero', file: facts, edit: swap('- line: 2', '- line: 0'), at: 'line: ▸0', code: 'bad-value', fix: 'correct the number' },
	{ name: 'a statement that begins on furniture', file: facts, edit: swap('lines: [5, 7]', 'lines: [1, 7]'), at: 'lines: ▸[1, 7]', code: 'lines-overlap', fix: 'remove them from the other list' },
	{ name: 'a statement that ends on furniture', file: facts, edit: swap('lines: [8, 10]', 'lines: [8, 11]'), at: 'lines: ▸[8, 11]', code: 'lines-overlap', fix: 'remove them from the other list' },
	{ name: 'a statement on a heading', file: facts, edit: swap('lines: [3, 4]', 'lines: [2, 4]'), at: 'lines: ▸[2, 4]', code: 'lines-overlap', fix: 'remove them from the other list' },
	{ name: 'a heading on furniture', file: facts, edit: swap('lines: [1, 1]', 'lines: [1, 2]'), at: 'line: ▸2', code: 'lines-overlap', fix: 'remove them from the other list' },
];

const figures: readonly Mistake[] = [
	{ name: 'a number', file: paper, edit: swap('70社', '71社'), at: 'More than ▸70 firms', also: '企業は▸71社', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a day', file: facts, edit: swap('on 29 August', 'on 28 August'), at: 'on ▸28 August', also: '8月▸29日', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a month', file: facts, edit: swap('on 29 August', 'on 29 September'), at: 'on 29 ▸September', also: '2025年▸8月29日', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a year', file: facts, edit: swap('2030年', '2031年'), at: 'run by ▸2030', also: '▸2031年', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a currency', file: facts, edit: swap('up to ¥60 billion', 'up to $60 billion'), at: 'up to ▸$60 billion', also: '最大▸600億円', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a unit', file: facts, edit: swap('プネーの400MW', 'プネーの400GWh'), at: 'for a plant of ▸400 MW in', also: 'プネーの▸400GWh', code: 'figures-differ', fix: 'correct the figure' },
	{ name: '億 for 万', file: facts, edit: swap('最大600億円', '最大600万円'), at: 'up to ▸¥60 billion', also: '最大▸600万円', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'million for billion', file: facts, edit: swap('up to ¥60 billion', 'up to ¥60 million'), at: 'up to ▸¥60 million', also: '最大▸600億円', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'one end of a range', file: paper, edit: swap('1億〜4億ドル', '1億〜5億ドル'), at: 'of ▸$100–400 million', also: '▸1億〜5億ドル', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a lost percent sign', file: paper, edit: swap('hold 60%', 'hold 60'), at: 'hold ▸60.', also: 'うち▸60%', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a figure that one text lacks', file: paper, edit: swap('企業は70社を超える', '企業は数多い'), at: 'More than ▸70 firms', code: 'figures-differ', fix: 'add the one that is missing' },
	{ name: 'a figure in a note', file: facts, edit: swap('plant of 400 MW is', 'plant of 300 MW is'), at: 'plant of ▸300 MW is', also: 'ja: ▸400MWの発電所は2つ目', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a figure in what an amount is', file: facts, edit: swap('what: { en: power of the plant', 'what: { en: power of 2 plants'), at: 'power of ▸2 plants', code: 'figures-differ', fix: 'add the one that is missing' },
	{ name: 'a figure in a title', file: facts, edit: swap('2025年の半導体', '2024年の半導体'), at: 'power in ▸2025', also: '▸2024年の半導体', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a figure in a heading', file: facts, edit: swap('{ en: Chips, ja: 半導体 }', '{ en: Chips, ja: 半導体2 }'), at: '半導体▸2 }', code: 'figures-differ', fix: 'add the one that is missing' },
	{ name: 'a figure in a difference', file: differences, edit: swap('最大600億円', '最大60億円'), at: 'up to ▸¥60 billion', also: '最大▸60億円', code: 'figures-differ', fix: 'correct the figure' },
	{ name: 'a figure in the glossary', file: glossary, edit: swap('in 1999', 'in 1998'), at: 'in ▸1998', also: 'ja: ▸1999年', code: 'figures-differ', fix: 'correct the figure' },
];

const syntax: readonly Mistake[] = [
	{ name: 'a tab for indentation', file: facts, edit: swap('    kind: funding', '\tkind: funding'), at: '▸\tkind: funding', code: 'yaml-syntax', fix: 'indent with spaces' },
	{ name: 'a field that is indented too far', file: facts, edit: swap('    kind: funding', '     kind: funding'), at: '▸kind: funding', code: 'yaml-syntax', fix: 'indent this line' },
	{ name: 'a field that is not indented far enough', file: facts, edit: swap('    kind: funding', '   kind: funding'), at: '▸kind: funding', code: 'yaml-syntax', fix: 'indent this line' },
	{ name: 'a language that is not indented far enough', file: facts, edit: swap(`      en: ${visit}`, `     en: ${visit}`), at: `▸en: ${visit}`, code: 'yaml-syntax', fix: 'indent this line' },
	{ name: 'an entry that is not indented as the others', file: facts, edit: swap('  - id: rao-visit', '- id: rao-visit'), at: '▸- id: rao-visit', code: 'yaml-syntax', fix: 'indent this line' },
	{ name: 'an entry that is indented further', file: facts, edit: swap('  - id: rao-visit', '   - id: rao-visit'), at: '▸- id: rao-visit', code: 'yaml-syntax', fix: 'indent this line' },
	{ name: 'a text that goes on without indentation', file: facts, edit: swap('Minister Rao visited Osaka', 'Minister Rao\nvisited Osaka'), at: '▸visited Osaka', code: 'yaml-syntax', fix: 'indent the continued text' },
	{ name: 'a missing dash', file: facts, edit: swap('  - id: rao-visit', '    id: rao-visit'), at: '▸id: rao-visit', code: 'yaml-syntax', fix: 'begin this line with “- ”' },
	{ name: 'a missing dash in the glossary', file: glossary, edit: swap('- id: osaka', '  id: osaka'), at: '▸id: osaka', code: 'yaml-syntax', fix: 'begin this line with “- ”' },
	{ name: 'a missing dash before the first entry', file: glossary, edit: swap('- id: japan', '  id: japan'), at: '▸id: japan', code: 'yaml-syntax', fix: 'begin this line with “- ”' },
	{ name: 'a missing dash in a list of amounts', file: facts, edit: swap('      - value: 400', '        value: 400'), at: '▸value: 400', code: 'yaml-syntax', fix: 'begin this line with “- ”' },
	{ name: 'a dash without a space', file: facts, edit: swap('  - id: rao-visit', '  -id: rao-visit'), at: '▸-id: rao-visit', code: 'yaml-syntax', fix: 'a space after the “-”' },
	{ name: 'a missing colon', file: facts, edit: swap('kind: funding', 'kind funding'), at: '▸kind funding', code: 'yaml-syntax', fix: 'add “: ”' },
	{ name: 'a colon without a space', file: facts, edit: swap('kind: funding', 'kind:funding'), at: '▸kind:funding', code: 'yaml-syntax', fix: 'add “: ”' },
	{ name: 'a full-width colon', file: facts, edit: swap('kind: funding', 'kind：funding'), at: '▸kind：funding', code: 'yaml-syntax', fix: 'for “：”' },
	{ name: 'a colon in a text', file: facts, edit: swap(`en: ${visit}`, `en: Visit: ${visit}`), at: 'en: ▸Visit: ', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'a quote that is not closed', file: facts, edit: swap(`en: ${visit}`, `en: "${visit}`), at: 'en: ▸"Minister', code: 'yaml-syntax', fix: 'close the quote' },
	{ name: 'a quote that the next one closes', file: facts, edit: all(swap(`en: ${visit}`, `en: "${visit}`), swap(visitJa, `"${visitJa}"`)), at: 'en: ▸"Minister', code: 'yaml-syntax', fix: 'close the quote' },
	{ name: 'an apostrophe in single quotes', file: facts, edit: swap(visit, `'Minister Rao's visit to Osaka'`), at: `'Minister Rao'▸s visit`, code: 'yaml-syntax', fix: 'quotes' },
	{ name: 'text after a quotation', file: facts, edit: swap(visit, '"Minister Rao" visited Osaka'), at: '"Minister Rao" ▸visited', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'a bracket that is not closed', file: facts, edit: swap('[minister-rao, india]', '[minister-rao, india'), at: 'parties: ▸[minister-rao, india\n', code: 'yaml-syntax', fix: 'close the bracket' },
	{ name: 'a brace that is not closed', file: facts, edit: swap('ja: 発電所への融資 }', 'ja: 発電所への融資'), at: 'what: ▸{ en: loan for', code: 'yaml-syntax', fix: 'close the bracket' },
	{ name: 'a text that begins with @', file: facts, edit: swap(`en: ${visit}`, `en: @${visit}`), at: 'en: ▸@Minister', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'a word that begins with *', file: facts, edit: swap(visit, '*Minister'), at: 'en: ▸*Minister', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'a text that begins with &', file: facts, edit: swap(`en: ${visit}`, `en: &${visit}`), at: 'en: ▸&Minister', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'a text that begins with !', file: facts, edit: swap(`en: ${visit}`, `en: !${visit}`), at: 'en: ▸!Minister', code: 'yaml-syntax', fix: 'in quotes' },
	{ name: 'the text of a block on its first line', file: facts, edit: swap('ja: >-\n        電力庁', 'ja: >- 電力庁'), at: '▸電力庁は', code: 'yaml-syntax', fix: 'on the line below' },
	{ name: 'a field twice', file: facts, edit: add('    kind: plan\n', '    status: planned'), at: '▸kind: plan\n', code: 'yaml-syntax', fix: 'keep one of the two' },
	{ name: 'a merge conflict', file: facts, edit: swap('    kind: funding', '<<<<<<< HEAD\n    kind: funding\n=======\n    kind: plan\n>>>>>>> theirs'), at: '▸<<<<<<< HEAD', code: 'merge-conflict', fix: 'keep one version' },
	{ name: 'a merge conflict in the glossary', file: glossary, edit: swap('  name: { en: Osaka, ja: 大阪 }', '<<<<<<< HEAD\n  name: { en: Osaka, ja: 大阪 }\n=======\n  name: { en: Osaka, ja: 大阪市 }\n>>>>>>> theirs'), at: '▸<<<<<<< HEAD', code: 'merge-conflict', fix: 'keep one version' },
	{ name: 'a first mark alone that is left of a merge conflict', file: facts, edit: swap('    kind: funding', '<<<<<<< HEAD\n    kind: funding'), at: '▸<<<<<<< HEAD', code: 'merge-conflict', fix: 'keep one version' },
	{ name: 'a last mark alone that is left of a merge conflict', file: facts, edit: swap('    kind: funding', '    kind: funding\n>>>>>>> theirs'), at: '▸>>>>>>> theirs', code: 'merge-conflict', fix: 'keep one version' },
	{ name: 'a mark that is left of a merge conflict', file: facts, edit: swap('    kind: funding', '=======\n    kind: funding'), at: '▸=======', code: 'yaml-syntax', fix: 'keep one of the two versions' },
	{ name: 'two documents in a file', file: facts, edit: add('---\n', 'statements:'), at: '▸---', code: 'yaml-syntax', fix: 'remove the line' },
];

const characters: readonly Mistake[] = [
	...[['\0', '0000'], ['\u001B', '001B'], ['\u000B', '000B'], ['\u0092', '0092'], ['\u200B', '200B'], ['\u202E', '202E'], ['\uFEFF', 'FEFF']].map(
		([character = '', code = '']): Mistake => ({ name: `the character U+${code}`, file: facts, edit: swap('Fact sheet', `Fact ${character}sheet`), at: `Fact ▸${character}sheet`, code: 'not-well-formed', fix: 'delete the character' }),
	),
	{ name: 'a letter that an earlier conversion lost', file: facts, edit: swap('ラオ大臣は2', 'ラ\uFFFD大臣は2'), at: 'ラ▸\uFFFD', code: 'not-well-formed', fix: 'retype the word' },
	// UTF-8 cannot hold half of a surrogate pair; an escape can.
	{ name: 'half a character, as an escape', file: facts, edit: swap('en: Fact sheet', String.raw`en: "Fact\uD800sheet"`), at: String.raw`en: ▸"Fact\uD800sheet"`, code: 'not-well-formed', fix: 'delete the character' },
	{ name: 'a control character, as an escape', file: facts, edit: swap('en: Fact sheet', String.raw`en: "Fact\0sheet"`), at: String.raw`en: ▸"Fact\0sheet"`, code: 'not-well-formed', fix: 'delete the character' },
	{ name: 'an empty file', file: differences, edit: () => '', at: '▸', code: 'empty-file', fix: 'write the seed' },
	{ name: 'a file of blank lines', file: facts, edit: () => '\n \n', at: '▸\n \n', code: 'empty-file', fix: 'write the seed' },
	{ name: 'a file of comments', file: glossary, edit: () => '# to come\n', at: '▸# to come', code: 'empty-file', fix: 'write the seed' },
	{ name: 'an empty list as a file', file: sectors, edit: () => '[]\n', at: '▸[]', code: 'empty-file', fix: 'write the entries' },
	{ name: 'a document without statements', file: paper, edit: (text) => `${text.slice(0, text.indexOf('statements:'))}statements: []\n`, at: 'statements: ▸[]', code: 'bad-value', fix: 'add an entry' },
	{ name: 'a list as a document', file: facts, edit: () => '- id: fact-sheet\n', at: '▸- id', code: 'wrong-type', fix: 'write its fields' },
	{ name: 'fields as the glossary', file: glossary, edit: () => 'id: japan\n', at: '▸id', code: 'wrong-type', fix: 'write it as a list' },
	{ name: 'line ends of old computers', file: facts, edit: (text) => text.replaceAll('\n', '\r'), at: 'id: fact-sheet▸\rkind', code: 'not-well-formed', fix: 'LF line ends' },
];

const groups = { fields, words, references, dates, amounts, lines, figures, syntax, characters };

test('the valid seeds have no issue', async () => {
	expect(await issuesOf(miniSeeds)).toEqual([]);
});

describe.each(Object.entries(groups))('a mistake in %s is one issue at its place, with the edit to make', (_group, mistakes) => {
	test.each(mistakes)('$name', async ({ file, edit, at, code, fix, also }) => {
		const text = edit(get(miniSeeds, file));
		const issues = await issuesOf(withFile(file, text));
		expect(issues.map(headline)).toEqual([`seeds/${file}:${place(text, at)} ${code}`]);
		expect(issues[0]?.fix).toContain(fix);
		for (const sentence of [issues[0]?.found, issues[0]?.expected, issues[0]?.fix]) expect(untranslated(sentence ?? '')).toEqual([]);
		expect(issues[0]?.detail ?? '').toContain(also === undefined ? '' : `seeds/${file}:${place(text, also)} `);
	});

	test.each(mistakes.filter(({ file, edit }) => !edit(get(miniSeeds, file)).includes('\r')))('$name, in a file with CRLF line ends', async ({ file, edit, at, code }) => {
		const text = edit(get(miniSeeds, file));
		const issues = await issuesOf(new Map([...miniSeeds, [file, text.replaceAll('\n', '\r\n')]]));
		expect(issues.map(headline)).toEqual([`seeds/${file}:${place(text, at)} ${code}`]);
	});
});

test('files with CRLF line ends say the same as those with LF', () => {
	const crlf = new Map([...miniSeeds].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
	const placesOf = (corpus: Corpus | undefined): unknown => corpus && { ...corpus, positionOf: ['sector chips', 'document fact-sheet', 'statement power-loan'].map((entry) => corpus.positionOf(entry as 'sector chips')) };
	expect(placesOf(issuesIn(crlf).corpus)).toEqual(placesOf(corpusOf(miniSeeds)));
});

describe('a file that is not UTF-8 is named with its encoding, at the first character that cannot be read', () => {
	/** The bytes of a text in an encoding that can only be decoded here: every pair of bytes is tried once. */
	function encoder(label: string): (text: string) => Buffer {
		const decoder = new TextDecoder(label, { fatal: true });
		const bytesOf = new Map<string, readonly number[]>();
		for (let first = 0x80; first < 0xff; first += 1) {
			for (let second = 0x40; second < 0xff; second += 1) {
				try {
					const character = decoder.decode(Uint8Array.of(first, second));
					if (character.length === 1) bytesOf.set(character, [first, second]);
				} catch {
					// No character has these bytes.
				}
			}
		}
		return (text) => Buffer.from(text.split(/(?:)/u).flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? [0x3f]))));
	}
	const [shiftJis, eucJp] = [encoder('shift_jis'), encoder('euc-jp')];
	/** JIS X 0208 between escape sequences: the bytes of EUC-JP without their high bits. */
	const iso2022Jp = (text: string): Buffer =>
		Buffer.concat(text.split(/([^\0-\x7F]+)/).map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.concat([Buffer.from('\u001B$B'), Buffer.from(eucJp(part).map((byte) => byte & 0x7f)), Buffer.from('\u001B(B')]))));
	const text = get(miniSeeds, facts);
	const latin1 = (edit: Edit): Buffer => Buffer.from(edit(text.replaceAll(/[^\0-\x7F]/g, '?')), 'latin1');

	test.each([
		{ name: 'Shift_JIS', bytes: shiftJis(text), at: 'ja: 2025▸年の', named: 'Shift_JIS' },
		// The two bytes of 年 happen to be a letter of UTF-8; those of の are none.
		{ name: 'EUC-JP', bytes: eucJp(text), at: 'ja: 2025年▸の', named: 'EUC-JP' },
		{ name: 'ISO-2022-JP', bytes: iso2022Jp(text), at: 'ja: 2025▸年の', named: 'ISO-2022-JP' },
		{ name: 'UTF-16, little end first', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le'), at: '▸id: fact-sheet', named: 'UTF-16' },
		{ name: 'UTF-16, big end first', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), at: '▸id: fact-sheet', named: 'UTF-16' },
		{ name: 'UTF-16 without its mark', bytes: Buffer.from(text, 'utf16le'), at: '▸id: fact-sheet', named: 'UTF-16' },
		{ name: 'Latin-1', bytes: latin1(swap('Trade Office of Osaka\n', 'Trade Offïce of Osaka\n')), at: 'Trade Off▸ice of Osaka\n', named: 'another encoding' },
		{ name: 'UTF-8 that is cut off', bytes: Buffer.from(text.trimEnd()).subarray(0, -2), at: '大阪を訪れた▸。', named: 'damaged' },
		{ name: 'UTF-8 that is cut off, after a lost letter', bytes: Buffer.from(text.trimEnd().replace('ラオ', 'ラ\uFFFD')).subarray(0, -2), at: '大阪を訪れた▸。', named: 'damaged' },
	])('$name', async ({ bytes, at, named }) => {
		const issues = await issuesOf(withFile(facts, bytes));
		expect(issues.map(headline)).toEqual([`seeds/${facts}:${place(text, at)} bad-encoding`]);
		expect(issues[0]?.found).toContain(named);
		expect(issues[0]?.fix).toContain('save it as “UTF-8”');
	});

	test('a byte order mark hides nothing else that is wrong', async () => {
		const issues = await issuesOf(withFile(facts, `\uFEFF${replaceOnce(get(miniSeeds, facts), 'status: planned', 'status: planed')}`));
		expect(issues.map(headline)).toEqual([`seeds/${facts}:1:1 byte-order-mark`, expect.stringMatching(/:\d+:13 unknown-value$/)]);
	});

	test('a byte order mark', async () => {
		const issues = await issuesOf(withFile(glossary, `\uFEFF${get(miniSeeds, glossary)}`));
		expect(issues.map(formatIssue)).toMatchInlineSnapshot(`
			[
			  "seeds/glossary.yaml:1:1  byte-order-mark  a byte order mark; expected UTF-8 without one. To mend it: save the file as “UTF-8”, not “UTF-8 with BOM”.",
			]
		`);
	});
});

describe('a file that is missing', () => {
	test.each([sectors, glossary, differences])('%s', async (file) => {
		const issues = await issuesOf(withFile(file, undefined));
		expect(issues.map(headline)).toEqual([`seeds/${file}:1:1 missing-file`]);
		expect(issues[0]?.fix).toContain('--seeds');
	});

	test('a document that others name', async () => {
		expect((await issuesOf(withFile(facts, undefined))).map(headline).sort()).toEqual([
			`seeds/${differences}:${place(get(miniSeeds, differences), '[▸power-loan')} unknown-statement`,
			`seeds/${paper}:${place(get(miniSeeds, paper), 'sameAs: ▸rao-visit')} unknown-statement`,
		]);
	});
});

describe('the memory of what was confirmed', () => {
	test.each([
		['{"power-loan": }', '1:16 json-syntax'],
		['{"power-loan": {"en": "0"}', '1:27 json-syntax'],
		['<<<<<<< HEAD\n{}', '1:1 merge-conflict'],
		['null', '1:1 wrong-type'],
		['{"power-loan": {"en": 1}}', '1:1 wrong-type'],
		['\uFEFF{}', '1:1 byte-order-mark'],
	])('%j is reported', async (text, expected) => {
		expect((await issuesOf(withFile('translations.lock.json', text))).map(headline)).toEqual([`seeds/translations.lock.json:${expected}`]);
	});
});

describe('a catalogue of labels', () => {
	const catalogue = '{\n\t"nav.sectors": "Sectors",\n\t"count_one": "{{count}} page",\n\t"count_other": "{{count}} pages"\n}\n';
	const [first, ...others] = Object.keys(languages) as (keyof typeof languages)[];
	const read = (edit: Edit): Issue[] => readCatalogues(localize((lang) => ({ path: `i18n/${lang}.json`, text: lang === first ? edit(catalogue) : catalogue.replace('\t"count_one": "{{count}} page",\n', '') }))).issues;

	test('as it should be has no issue', () => {
		expect(read((text) => text)).toEqual([]);
	});

	test.each([
		{ name: 'a missing comma', edit: swap('"Sectors",', '"Sectors"'), at: '▸"count_one"' },
		{ name: 'a comma at the end', edit: swap('pages"\n', 'pages",\n'), at: 'pages"▸,' },
		{ name: 'a missing quote', edit: swap('"Sectors"', '"Sectors'), at: '"Sectors,▸\n' },
		{ name: 'a missing colon', edit: swap('"nav.sectors":', '"nav.sectors"'), at: '"nav.sectors" ▸"Sectors"' },
		{ name: 'a missing message', edit: swap('"Sectors"', ''), at: '"nav.sectors": ▸,' },
		{ name: 'a word without quotes', edit: swap('"Sectors"', 'Sectors'), at: '"nav.sectors": ▸Sectors' },
		{ name: 'single quotes', edit: swap('"nav.sectors"', "'nav.sectors'"), at: "▸'nav.sectors'" },
		{ name: 'a comment', edit: add('// pages\n', '\t"count_one"'), at: '▸// pages' },
		{ name: 'a file that is cut off', edit: swap('\n}\n', '\n'), at: 'pages"\n▸' },
		{ name: 'a brace too many', edit: swap('\n}\n', '\n}}\n'), at: '\n}▸}' },
	])('with $name is reported at its place', ({ edit, at }) => {
		expect(read(edit).map(headline)).toEqual([`i18n/${first}.json:${place(edit(catalogue), at)} json-syntax`]);
	});

	test('with a message that is no text is reported at its place', () => {
		const edit = swap('"Sectors"', '["Sectors"]');
		expect(read(edit).map(headline)).toEqual([`i18n/${first}.json:${place(edit(catalogue), '▸"nav.sectors"')} wrong-type`]);
	});

	test('with a message that stands twice is reported where it stands again', () => {
		const edit = add('\t"nav.sectors": "Fields",\n', '\t"count_one"');
		expect(read(edit).map(headline)).toEqual([`i18n/${first}.json:${place(edit(catalogue), '"Sectors",\n\t▸"nav.sectors"')} json-syntax`]);
	});

	test.each([
		{ name: 'a misspelt value', edit: swap('{{count}} pages', '{{cuont}} pages'), file: first, at: '▸"count_one"' },
		{ name: 'a value in single braces', edit: swap('{{count}} pages', '{count} pages'), file: first, at: '▸"count_one"' },
		{ name: 'a value that is left out', edit: all(swap('{{count}} page"', 'page"'), swap('{{count}} pages', 'pages')), file: others[0], at: '▸"count_other"' },
	])('with $name is reported at the message', ({ edit, file, at }) => {
		const text = file === first ? edit(catalogue) : catalogue.replace('\t"count_one": "{{count}} page",\n', '');
		const issues = read(edit);
		expect(issues.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([`${place(text, at)} labels-differ`]);
		expect(issues.flatMap(({ found, expected, fix }) => [found, expected, fix].flatMap(untranslated))).toEqual([]);
	});

	test('without a message that the others have is named with the message', () => {
		expect(read(swap('\t"nav.sectors": "Sectors",\n', '')).map(formatIssue)).toMatchInlineSnapshot(`
			[
			  "i18n/en.json:2:2  missing-message  no message \`nav.sectors\`; expected every message in every catalogue. To mend it: add "nav.sectors": "…".",
			]
		`);
		expect(others.length).toBeGreaterThan(0);
	});

	test('without a plural form of its language is named with the form', () => {
		expect(read(swap('\t"count_one": "{{count}} page",\n', '')).map(formatIssue)).toMatchInlineSnapshot(`
			[
			  "i18n/en.json:2:2  missing-message  no message \`count_one\`; expected every message in every catalogue. To mend it: add "count_one": "…".",
			]
		`);
	});
});

describe('several mistakes', () => {
	/** One edit from each group in each file, none in the same entry as another. */
	const edits: ReadonlyMap<string, readonly Edit[]> = new Map(Object.entries({
		[facts]: [swap('url: https', 'url: htps'), swap('status: signed', 'status: sined'), swap('2030年', '2031年'), swap('[osaka]', '[osaca]')],
		[paper]: [swap('    kind: dialogue', '\tkind: dialogue'), swap('from: 100 million', 'from: 500 million'), swap('企業は70社', '企業は71社')],
		[glossary]: [swap('- id: power-board', '-id: power-board'), swap('category: place\n  name: { en: Osaka', 'category: town\n  name: { en: Osaka'), swap('country: india\n  within', 'country: inida\n  within')],
		[sectors]: [swap('[chips, energy]', '[chips, energyy]')],
	}));

	test('in different files and entries are all reported in one run, in the order of the files', () => {
		const seeds = new Map([...miniSeeds].map(([path, text]) => [path, (edits.get(path) ?? []).reduce((result, edit) => edit(result), text)]));
		expect(sortIssues(issuesIn(seeds).issues).map(headline)).toMatchInlineSnapshot(`
			[
			  "seeds/documents/fact-sheet.yaml:20:8 bad-url",
			  "seeds/documents/fact-sheet.yaml:41:13 unknown-value",
			  "seeds/documents/fact-sheet.yaml:71:28 figures-differ",
			  "seeds/documents/fact-sheet.yaml:86:14 unknown-place",
			  "seeds/documents/newspaper.yaml:32:1 yaml-syntax",
			  "seeds/documents/newspaper.yaml:48:15 bad-amount",
			  "seeds/documents/newspaper.yaml:71:21 figures-differ",
			  "seeds/glossary.yaml:24:1 yaml-syntax",
			  "seeds/glossary.yaml:40:12 unknown-place",
			  "seeds/glossary.yaml:51:13 unknown-value",
			  "seeds/sectors.yaml:22:20 unknown-sector",
			]
		`);
	});

	test('are printed by the command, which writes nothing and exits with 1', async () => {
		const folder = await temporaryFolder();
		const content = `${folder}/content`;
		await writeSeeds(`${folder}/seeds`);
		expect(await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
		const before = await snapshot(content);
		expect(before.size).toBeGreaterThan(20);
		for (const [path, list] of edits) await writeSeeds(`${folder}/seeds`, new Map([[path, all(...list)(get(miniSeeds, path))]]));
		const { code, stdout, stderr } = await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: folder });
		const places = stderr.split('\n').flatMap((line) => /^seeds\S+:\d+:\d+(?= )/.exec(line)?.[0] ?? []);
		expect({ code, stdout, end: stderr.trim().split('\n').slice(-2) }).toEqual({ code: 1, stdout: '', end: [`${places.length} problems found.`, 'Nothing was written.'] });
		expect(places.length).toBe([...edits.values()].flat().length);
		expect(await snapshot(content)).toEqual(before);
	});
});

test('a mistake in the syntax of an entry hides neither its id nor the other entries', () => {
	const text = all(swap('id: osaka\n  category: place', 'id: osaka\n  category place'), swap('rendering: unverified', 'rendering: unsure'))(get(miniSeeds, glossary));
	expect(issuesIn(new Map([...miniSeeds, [glossary, text]])).issues.map(headline).sort()).toEqual([`seeds/${glossary}:${place(text, 'rendering: ▸unsure')} unknown-value`, `seeds/${glossary}:${place(text, '▸category place')} yaml-syntax`]);
});

test('the message of an issue says where, what and what to do', async () => {
	const issues = await issuesOf(withFile(facts, swap('最大600億円', '最大650億円')(get(miniSeeds, facts))));
	expect(issues.map(formatIssue).join('\n')).toMatchInlineSnapshot(`
		"seeds/documents/fact-sheet.yaml:70:62  figures-differ  “¥60 billion” (60000000000 JPY) of the \`en\` text, which the \`ja\` text does not have; expected the same figures, dates and units in every language. To mend it: correct the figure that is wrong, or add the one that is missing.
			seeds/documents/fact-sheet.yaml:73:37  “650億円” (65000000000 JPY) of the \`ja\` text, which the \`en\` text does not have"
	`);
});

describe('the command line', () => {
	test('--help explains the options and exits with 0', async () => {
		const { code, stdout, stderr } = await runConvert(['--help'], { cwd: await temporaryFolder() });
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		for (const option of ['--seeds DIR', '--content DIR', '--check', '--help']) expect(stdout).toContain(option);
	});

	test.each([[['--seed', 'x']], [['--seeds']], [['--check=yes']], [['seeds']]])('%j is wrong usage: exit with 2, and the help', async (args) => {
		const { code, stdout, stderr } = await runConvert(args, { cwd: await temporaryFolder() });
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('--content DIR');
	});

	test('a folder without seeds exits with 1 and names every file that it misses', async () => {
		const folder = await temporaryFolder();
		const { code, stderr } = await runConvert(['--seeds', 'nowhere', '--content', 'content'], { cwd: folder });
		expect(code).toBe(1);
		for (const file of [sectors, glossary, differences]) expect(stderr).toContain(`nowhere/${file}:1:1  missing-file`);
		expect((await snapshot(folder)).size).toBe(0);
	});

	test('a file in place of the folder is said in one line', async () => {
		const folder = await temporaryFolder();
		await writeSeeds(folder, new Map([['seeds', 'a file']]));
		const { code, stderr } = await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: folder });
		expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
		expect(stderr).toContain('a file stands where a folder is needed');
	});
});

test.each([['a CR alone', '\r'], ['a NUL', '\0']])('%s is named where it stands, also behind a mistake from which on a parser counts no lines', (_, character) => {
	const text = `""'\n${swap('kind: funding', `${character}kind: funding`)(get(miniSeeds, facts))}`;
	const { issues } = issuesIn(new Map([...miniSeeds, [facts, text]]));
	expect(issues.map(headline)).toContain(`seeds/${facts}:${place(text, `▸${character}kind: funding`)} not-well-formed`);
});

test('whatever an edit does to a seed, the outcome is seeds, or issues that lie inside the files', { timeout: 60_000 + fuzzRuns(200) * 20 }, () => {
	const slips = fc.constantFrom('', ' ', '\t', '\n', '- ', ': ', '"', "'", '[', '}', '#', '*', '&', '!', '|', '>', '%', '-', '0', '：', '　', '\r', '\0', '---\n', 'null', '日本');
	fc.assert(
		fc.property(fc.constantFrom(...miniSeeds.keys()), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), slips), { minLength: 1, maxLength: 3 }), (path, edits) => {
			const text = edits.reduce((result, [at, length, slip]) => {
				const from = Math.floor(at * result.length);
				return result.slice(0, from) + slip + result.slice(from + length);
			}, get(miniSeeds, path));
			const { corpus, issues } = issuesIn(new Map([...miniSeeds, [path, text]]));
			expect(corpus === undefined).toBe(issues.length > 0);
			for (const { file, line, column, code, found, expected, fix } of issues) {
				const lines = (file === `seeds/${path}` ? text : get(miniSeeds, file.replace('seeds/', ''))).split('\n');
				expect(line).toBeLessThanOrEqual(lines.length);
				expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
				expect(code in issueCodes && found !== '' && expected !== '' && fix !== '').toBe(true);
				expect(`${found} ${expected} ${fix}`).not.toMatch(/undefined|\[object/);
			}
		}),
		{ numRuns: fuzzRuns(200) },
	);
});
