import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWhole, parseYaml } from '../../scripts/core/yaml.ts';
import { quickYaml } from '../../src/model/yaml-quick.ts';
import { projectFolder } from '../../scripts/io/project.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { hostileTexts } from './hostile-texts.ts';

/** Whatever is read quickly is read in the same way, and without a complaint, by the whole parser. */
function expectSame(text: string): unknown {
	const quick = quickYaml(text);
	if (quick === undefined) return undefined;
	const { data, issues, leftOut } = parseWhole({ path: 'a.yaml', text });
	// Characters that may not be published are looked for before.
	expect({ text, data: quick, issues: [], leftOut: [] }).toEqual({ text, data, issues: issues.filter(({ code }) => code !== 'not-well-formed'), leftOut });
	return quick;
}

describe('YAML that is read quickly', () => {
	const seeds = join(projectFolder, 'seeds');
	test.each(readdirSync(join(seeds, 'documents')))('is the seed %s, and what it says', (name) => {
		expectSame(readFileSync(join(seeds, 'documents', name), 'utf8'));
	});

	test('is the usual form of a seed', () => {
		const text = `# a comment
id: a-source
title: { en: A title, ja: 題名 }
lines: [2, 14]
when: [2025-07, ../2030]
none: []
aliases: [Science & Technology, Japan's Agency, "one, two", 'three']
about:
  en: >-
    A text over
    two lines: with a colon.
  ja: '一行の文。'

  # between
statements:
  - id: first
    value: 60 billion
    names:
      - one
      - "two: 2"
  - id: second
    year: 2025
`;
		expect(expectSame(text)).toEqual({
			id: 'a-source', title: { en: 'A title', ja: '題名' }, lines: [2, 14], when: ['2025-07', '../2030'], none: [],
			aliases: ['Science & Technology', "Japan's Agency", 'one, two', 'three'],
			about: { en: 'A text over two lines: with a colon.', ja: '一行の文。' },
			statements: [{ id: 'first', value: '60 billion', names: ['one', 'two: 2'] }, { id: 'second', year: 2025 }],
		});
		expect(parseYaml({ path: 'a.yaml', text }).locate(['statements', 1, 'year'])).toEqual({ file: 'a.yaml', line: 22, column: 11 });
	});

	test('has no character that may not be published', () => {
		const uncommon = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uF002\uFFFD]/u.test(String.fromCodePoint(code)));
		const missed = uncommon.filter((code) => {
			const file = { path: 'a.yaml', text: `a: x${String.fromCodePoint(code)}y\n` };
			return JSON.stringify(parseYaml(file).issues) !== JSON.stringify(parseWhole(file).issues);
		});
		expect(missed.map((code) => code.toString(16))).toEqual([]);
	});

	test.each(['a: [「b」　, c]\n', 'a: { b: x　, c: y }\n'])('keeps a full-width space: %j', (text) => {
		expect(JSON.stringify(expectSame(text))).toContain('　');
	});

	test('is never a text with a mistake', () => {
		for (const text of ['a: b: c', 'a: "b', 'a: [b', 'a: b\n c', 'a: b\n  c: d', 'a: &x b', 'a: [&x, b]', 'a: ["b" c]', 'a: *x', 'a: b\na: c', '- a\nb: c', '  a: b', 'a:\n- b', '<<<<<<< a\na: b', 'a: b # c', 'a: >-\n  b\n\n  c', '']) expect(quickYaml(text)).toBeUndefined();
	});

	const runs = fuzzRuns(3000);
	const line = fc.tuple(
		fc.constantFrom('', '  ', '  ', '    ', '      ', '   '),
		fc.constantFrom('', '- ', '- ', '-'),
		fc.constantFrom('', 'a: ', 'b: ', 'c:', 'd: ', 'null: ', '"e": '),
		fc.oneof(
			fc.constantFrom('', '>-', '>', '|', '[a, b]', '{ a: b }', '[1, x y]', '[', '{ a: 1, b: 2 }', '[a: b]', '{a: b}', '[a,]', '[a & b, c]', '[&a, b]', "[it's, b]", "['a' b, c]", "[a 'b, c' d]", '[a "b, c" d]', "{ a: it's }", '{ a }', "''", '""', '"x"', "'it''s'", 'true', 'Null', '~', '1', '01', '1.5', '0x1', '1e3', '12 GW', '2025-07', '2025-07-01', '../2030', '-1', '.5', '# c', 'a # c', 'a: b', 'x:', 'あ', '「あ」', '---', '...'),
			fc.constantFrom(...Object.values(hostileTexts)),
			fc.string({ maxLength: 6 }),
		),
	).map((parts) => parts.join(''));

	test('says the same as the whole parser, whatever it is', { timeout: 60_000 + runs * 5 }, () => {
		let quick = 0;
		fc.assert(fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
			if (expectSame(lines.join('\n')) !== undefined) quick += 1;
		}), { numRuns: runs });
		expect(quick).toBeGreaterThan(runs / 200);
	});

	/** What may mean something in YAML, between what does not. */
	const value = fc.array(fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom('a', 'b c', 'Z', 'é', 'あ', '、', '「あ」', '12', ' ') },
		{ weight: 2, arbitrary: fc.constantFrom(':', ': ', ' :', '#', ' #', '-', '- ', ' - ', ',', ', ', '.', '...', '---', '[', ']', '{', '}', '"', "'", '&', '*', '!', '%', '@', '`', '|', '>', '?', '? ', '=', '<<', '~', '+', '_', '\\', '/', '../', '  ') },
		{ weight: 1, arbitrary: fc.constantFrom('0', '00', '0x1', '0o7', '1e3', '.5', '5.', '1_000', '12:30', '2025-07-01', 'true', 'null', 'NULL', 'yes', 'NaN', '.inf', '\u00A0', '\u2028', '\u3000', '👋') },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
	), { minLength: 1, maxLength: 5 }).map((units) => units.join(''));
	/** Where a value stands in a seed. */
	const place = fc.constantFrom(
		(written: string) => `a: ${written}\nb: 1\n`,
		(written: string) => `- a: ${written}\n  b: x\n- a: y\n`,
		(written: string) => `a:\n  - ${written}\n  - x\n`,
		(written: string) => `a: [${written}, x]\n`,
		(written: string) => `a: [x, "y", ${written}]\n`,
		(written: string) => `a: { b: ${written}, c: x }\n`,
		(written: string) => `a: "${written}"\nb: '${written}'\n`,
		(written: string) => `a: >-\n  ${written}\n  x\nb: 1\n`,
		(written: string) => `a:\n  b: >-\n    x\n    ${written}\n\n  c: ${written}\n`,
		(written: string) => `a: x\n${written}\nb: y\n`,
	);

	test('says the same as the whole parser, whatever stands in a seed', { timeout: 60_000 + runs * 5 }, () => {
		let quick = 0;
		fc.assert(fc.property(place, value, (seed, written) => {
			if (expectSame(seed(written)) !== undefined) quick += 1;
		}), { numRuns: runs });
		expect(quick).toBeGreaterThan(runs / 4);
	});
});
