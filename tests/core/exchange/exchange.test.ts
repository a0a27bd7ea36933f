import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyBatch } from '../../../scripts/core/exchange/apply.ts';
import { toMessage, type Batch, type Message } from '../../../scripts/core/exchange/message.ts';
import { fromPo, toPo } from '../../../scripts/core/exchange/po.ts';
import { labelUnits, pageUnits, seedUnits, type Unit } from '../../../scripts/core/exchange/units.ts';
import { fromXliff, toXliff } from '../../../scripts/core/exchange/xliff.ts';
import { lockEntry } from '../../../scripts/core/translations.ts';
import { fingerprint } from '../../../scripts/io/files.ts';
import { langs, localize, type Lang } from '../../../src/model/languages.ts';

const [from, to] = langs as [Lang, Lang];
const direction = { from, to };

const seed = `# an editor's comment
id: a-source
title:
  ${from}: A title
  ${to}: 題名
about:
  ${from}: Only in one language
statements:
  - id: first-fact
    text:
      ${from}: >-
        A long text that an editor folded
        over two lines.
      ${to}: 長い文。 # compared
    note:
      ${from}: A note
      ${to}: TODO
  - id: second-fact # keep me
    text: { ${from}: One, ${to}: 一 }
  - id: third-fact
    text: { ${from}: Two }
`;
const file = { path: 'seeds/documents/a-source.yaml', text: seed };
const units = (text = seed, lock = {}): Unit[] => seedUnits({ ...file, text }, direction, lock, fingerprint);
const id = (path: string): string => `${file.path}#${path}`;

/** A message as a translator sends it back. */
const sentBack = (unit: Unit | undefined, target: string, change: Partial<Message> = {}): Batch => {
	if (!unit) throw new Error('no such unit');
	return { ...direction, messages: [{ ...toMessage(unit, fingerprint), target, unfinished: false, ...change }] };
};
const find = (path: string, from = units()): Unit | undefined => from.find((unit) => unit.id === id(path));
const apply = (batch: Batch, text = seed) => applyBatch(batch, units(text), new Map([[file.path, text]]), 'back.po', fingerprint);

describe('what is exported', () => {
	test('every localised text, under an address that stays when the file is edited around it', () => {
		expect(units().map((unit) => [unit.id, unit.state])).toEqual([
			[id('title'), 'current'],
			[id('about'), 'missing'],
			[id('statements/first-fact/text'), 'current'],
			[id('statements/first-fact/note'), 'missing'],
			[id('statements/second-fact/text'), 'current'],
			[id('statements/third-fact/text'), 'missing'],
		]);
		expect(find('statements/first-fact/text')).toMatchObject({ source: 'A long text that an editor folded over two lines.', target: '長い文。' });
	});

	test('a statement whose other text changed since it was confirmed is stale', () => {
		const lock = { 'second-fact': lockEntry(localize((lang) => (lang === from ? 'One, before' : '一')), fingerprint) };
		expect(find('statements/second-fact/text', units(seed, lock))?.state).toBe('stale');
	});

	test('labels, in the plural forms of the other language', () => {
		const english = { path: 'en.json', text: '{\n\t"a": "One",\n\t"n_one": "{{count}} page",\n\t"n_other": "{{count}} pages"\n}\n' };
		const japanese = { path: 'ja.json', text: '{\n\t"a": "一"\n}\n' };
		expect(labelUnits(english, japanese, direction).map((unit) => [unit.id, unit.state])).toEqual([['ja.json#a', 'current'], ['ja.json#n_other', 'missing']]);
		const added = applyBatch({ ...direction, messages: [{ ...toMessage(labelUnits(english, japanese, direction)[1] as Unit, fingerprint), target: '{{count}}ページ', unfinished: false }] }, labelUnits(english, japanese, direction), new Map([['ja.json', japanese.text]]), 'x', fingerprint);
		expect(JSON.parse(added.files.get('ja.json') ?? '')).toEqual({ a: '一', n_other: '{{count}}ページ' });
	});

	test('a page that a language lacks, whole', () => {
		expect(pageUnits(new Map([[`${from}/a.mdx`, 'Text'], [`${from}/b.mdx`, 'B'], [`${to}/b.mdx`, 'ビー']]), 'content/docs', direction).map((unit) => unit.file)).toEqual([`content/docs/${to}/a.mdx`]);
	});
});

describe('what comes back', () => {
	test('goes into its place, and every other byte of the file stays', () => {
		const { files, taken, issues } = apply(sentBack(find('statements/first-fact/text'), '別の文。'));
		expect(issues).toEqual([]);
		expect(taken).toEqual([id('statements/first-fact/text')]);
		expect(files.get(file.path)).toBe(seed.replace('長い文。', '別の文。'));
	});

	test('is added beside its source where there was none', () => {
		const { files } = apply(sentBack(find('about'), '片方だけ: "はい"'));
		expect(files.get(file.path)).toContain(`  ${from}: Only in one language\n  ${to}: `);
		expect(parse(files.get(file.path) ?? '')).toMatchObject({ about: { [from]: 'Only in one language', [to]: '片方だけ: "はい"' } });
	});

	test('also with the line ends of Windows', () => {
		const text = seed.replaceAll('\n', '\r\n');
		const { files } = apply(sentBack(units(text).find((unit) => unit.id === id('about')), '訳 '.repeat(80).trim()), text);
		expect(files.get(file.path)?.replaceAll('\r\n', '')).not.toContain('\n');
	});

	test.each([
		['the source changed here meanwhile', seed.replace('A note', 'Another note'), 'statements/first-fact/note', 'changed after the export'],
		['the translation changed here meanwhile', seed.replace('長い文。', '短い文。'), 'statements/first-fact/text', 'changed here after the export'],
		['the text is gone', seed.replace('second-fact', 'another-fact'), 'statements/second-fact/text', 'not in the project any more'],
	])('is a conflict where %s, and nothing is changed', (_name, now, path, found) => {
		const { files, issues } = apply(sentBack(find(path), '訳'), now);
		expect(issues).toEqual([expect.objectContaining({ code: 'translation-conflict', found: expect.stringContaining(found) as string })]);
		expect(files.size).toBe(0);
	});

	test.each(['! !', 'A text, with a comma', 'A longer text that goes on and on, as texts do that have to be folded because no line of a file should be wider than what a person can read at once.'])('keeps the comment beside a text, and the braces around one: %s', (words) => {
		for (const path of ['first', 'second', 'third'].map((name) => `statements/${name}-fact/text`)) {
			const { files } = apply(sentBack(find(path), words));
			const now = files.get(file.path) ?? '';
			expect(find(path, units(now))?.target).toBe(words);
			expect(now).toContain(' # compared\n');
			expect(now).toContain(' # keep me\n');
		}
	});

	test('what the translator has not finished is left', () => {
		expect(apply(sentBack(find('title'), '新しい題名', { unfinished: true })).files.size).toBe(0);
		expect(apply(sentBack(find('title'), '')).files.size).toBe(0);
	});

	test('what the translator has worked on and not finished is named, and taken where that is asked for', () => {
		const back = sentBack(find('title'), '新しい題名', { unfinished: true });
		expect(apply(back)).toMatchObject({ taken: [], left: 1, unfinished: [id('title')] });
		expect(apply(sentBack(find('title'), '題名', { unfinished: true })).unfinished).toEqual([]);
		expect(applyBatch(back, units(), new Map([[file.path, seed]]), 'back.po', fingerprint, true)).toMatchObject({ taken: [id('title')], unfinished: [] });
	});

	test('a page that was written here meanwhile, and a note that the program has dropped, are said as what they are', () => {
		const [page] = pageUnits(new Map([[`${from}/a.mdx`, 'Text']]), 'content/docs', direction);
		const written = applyBatch(sentBack(page, '訳'), [], new Map([[`content/docs/${to}/a.mdx`, '別の訳']]), 'back.po', fingerprint);
		expect(written.issues).toEqual([expect.objectContaining({ code: 'translation-conflict', found: expect.stringContaining('somebody has written here meanwhile') as string })]);
		const { issues } = apply(sentBack(find('title'), '新しい題名', { exported: '' }));
		expect(issues).toEqual([expect.objectContaining({ code: 'translation-conflict', found: expect.stringContaining('without the note') as string })]);
	});

	test('any text is read from the seed as it was written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && text.isWellFormed() && !/[\p{Cc}\uFEFF\u2028\u2029]/u.test(text.replaceAll('\n', '')) && text !== 'TODO'), fc.constantFrom('title', 'about', 'statements/first-fact/text', 'statements/first-fact/note', 'statements/second-fact/text', 'statements/third-fact/text'), (text, path) => {
				const { files } = apply(sentBack(find(path), text));
				const back = seedUnits({ ...file, text: files.get(file.path) ?? seed }, direction, {}, fingerprint).find((unit) => unit.id === id(path));
				expect(back?.target).toBe(text);
			}),
			{ numRuns: 500 },
		);
	});
});

describe.each([['PO', toPo, fromPo], ['XLIFF 2', toXliff, fromXliff]] as const)('%s', (_name, write, read) => {
	const message = fc.record({
		id: fc.stringMatching(/^[a-z]{1,8}\/[a-z.]{1,8}#[a-z/-]{1,20}$/),
		source: fc.string({ unit: 'grapheme', minLength: 1 }),
		target: fc.string({ unit: 'grapheme' }),
		unfinished: fc.constant(false),
		exported: fc.stringMatching(/^[0-9a-f]{16}$/),
	});
	// Line separators are not written in a seed, and XML may take them for line ends.
	const fits = (text: string): boolean => text.isWellFormed() && !/[^\P{C}\n\t]|[\u2028\u2029\uFFFE\uFFFF]/u.test(text);

	test('says the same after the way there and back', () => {
		fc.assert(
			fc.property(fc.uniqueArray(message.filter(({ source, target }) => fits(source) && fits(target) && target !== ''), { selector: (each) => each.id, maxLength: 8 }), (messages) => {
				const batch = { ...direction, messages };
				expect(read(write(batch))).toEqual(batch);
			}),
			{ numRuns: 300 },
		);
	});

	test('tells what is not finished', () => {
		const messages: Message[] = [{ id: 'a#b', source: 'One', target: '一', unfinished: true, exported: '0000000000000000' }];
		expect(read(write({ ...direction, messages })).messages[0]?.unfinished).toBe(true);
	});

	test('is finished when the translator’s program has marked it as such', () => {
		const messages: Message[] = [{ id: 'a#b', source: 'One', target: '一', unfinished: true, exported: '0000000000000000' }];
		const sent = write({ ...direction, messages });
		const back = sent.replace('#, fuzzy\n', '').replace('state="initial"', 'state="translated"');
		expect(back).not.toBe(sent);
		expect(read(back).messages[0]?.unfinished).toBe(false);
	});

	test('is refused with a reason where it is something else', () => {
		for (const text of ['', 'msgid "x', '<html>', '<xliff version="1.2"/>', 'msgid ""\nmsgstr ""\n"Language: xx\\n"\n']) expect(() => read(text)).toThrow(/./);
	});
});
