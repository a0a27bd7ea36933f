import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import i18next from 'i18next';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { planConversion, type Change } from '../../scripts/core/convert.ts';
import { createTranslators, type Translate } from '../../scripts/core/messages.ts';
import { views } from '../../scripts/core/pages/views/index.ts';
import { fingerprint } from '../../scripts/io/files.ts';
import { loadCatalogues, projectFolder } from '../../scripts/io/project.ts';
import { langs, languages } from '../../src/model/languages.ts';
import * as vocabulary from '../../src/model/vocabulary.ts';
import { corpusOf } from '../helpers/convert.ts';
import { miniSeeds } from '../helpers/mini-seeds.ts';

const { catalogues, issues } = await loadCatalogues();
if (!catalogues) throw new Error(`the catalogues have issues: ${JSON.stringify(issues)}`);
const translators = createTranslators(catalogues);

/** A message without the ending of its plural form. */
const stem = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const keysOf = (lang: keyof typeof languages): Set<string> => new Set(Object.keys(catalogues[lang]).map(stem));

describe.each(langs)('the labels of %s', (lang) => {
	const keys = keysOf(lang);

	test('hold every word of the closed lists, and what each status means', () => {
		const { bounds, categories, certainties, currencies, differenceKinds, documentKinds, furnitureReasons, moneyKinds, renderings, statementKinds, statuses, units } = vocabulary;
		const wanted: readonly (readonly [readonly string[], ...string[]])[] = [
			[statuses, 'status.%', 'status.%.definition'],
			[statementKinds, 'kind.%', 'kindGroup.%'],
			[documentKinds, 'documentKind.%'],
			[certainties, 'certainty.%'],
			[furnitureReasons, 'furniture.%'],
			[categories, 'category.%', 'categoryGroup.%'],
			[renderings, 'rendering.%'],
			[units, 'unit.%', 'unitGroup.%'],
			[currencies, 'scale.%'],
			[moneyKinds, 'money.%'],
			[bounds, 'bound.%'],
			[differenceKinds, 'differenceKind.%', 'differenceGroup.%'],
			[langs.map((code) => languages[code].tag), 'language.%'],
			[Object.keys(views), 'nav.%', 'view.%.title', 'view.%.description', 'view.%.introduction'],
		];
		expect(wanted.flatMap(([words, ...patterns]) => words.flatMap((word) => patterns.map((pattern) => pattern.replace('%', word)))).filter((key) => !keys.has(key))).toEqual([]);
	});

	test('hold no word that the closed lists do not have', () => {
		const lists: Readonly<Record<string, readonly string[]>> = { status: vocabulary.statuses, kind: vocabulary.statementKinds, documentKind: vocabulary.documentKinds, certainty: vocabulary.certainties, furniture: vocabulary.furnitureReasons, category: vocabulary.categories, rendering: vocabulary.renderings, unit: vocabulary.units, money: vocabulary.moneyKinds, bound: vocabulary.bounds };
		expect([...keys].filter((key) => {
			const [list = '', word = ''] = key.split('.');
			return lists[list] !== undefined && !lists[list].includes(word);
		})).toEqual([]);
	});

	test('are texts, none of them empty', () => {
		expect(Object.entries(catalogues[lang]).filter(([, message]) => message.trim() === '')).toEqual([]);
	});

	test('stand in the plural forms of the language, and in no others', () => {
		const forms = new Intl.PluralRules(languages[lang].locale).resolvedOptions().pluralCategories.map((form) => `_${form}`).sort();
		const plurals = Map.groupBy(Object.keys(catalogues[lang]).filter((key) => stem(key) !== key), stem);
		expect(plurals.size).toBeGreaterThan(5);
		for (const [key, found] of plurals) expect([key, found.map((form) => form.slice(key.length)).sort()]).toEqual([key, forms]);
	});
});

test('plural forms follow the number, in each language', () => {
	const count = (key: string): string[] => langs.flatMap((lang) => [0, 1, 1.5, 2].map((number) => translators[lang](key, { count: number, number })));
	expect(count('unit.companies')).toEqual(['0 companies', '1 company', '1.5 companies', '2 companies', '0社', '1社', '1.5社', '2社']);
	expect(count('count.statements')).toEqual(['0 statements', '1 statement', '1.5 statements', '2 statements', '0件', '1件', '1.5件', '2件']);
});

test('the languages fill the same values into a message', () => {
	const values = (message: string): string[] => [...message.matchAll(/\{\{-?\s*(\w+)/g)].map(([, name = '']) => name);
	for (const key of new Set(langs.flatMap((lang) => [...keysOf(lang)]))) {
		const [first, ...others] = langs.map((lang) => {
			const forms = Object.entries(catalogues[lang]).filter(([name]) => stem(name) === key);
			// A scale word stands at one end of a range or at both, as the language has it.
			return [...new Set(forms.flatMap(([, message]) => values(message)).filter((name) => !name.endsWith('Scale')))].sort();
		});
		for (const other of others) expect([key, other]).toEqual([key, first]);
	}
});

/** The messages that a file of code asks for: those named outright, and patterns for those put together. */
function asked(file: string, code: string): { key: string; at: string }[] {
	const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
	const found: { key: string; at: string }[] = [];
	const take = (node: ts.Node, prefix = ''): void => {
		if (ts.isStringLiteralLike(node)) found.push({ key: prefix + node.text, at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
		else if (ts.isTemplateExpression(node)) found.push({ key: prefix + node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join(''), at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
		else if (ts.isConditionalExpression(node)) {
			take(node.whenTrue, prefix);
			take(node.whenFalse, prefix);
		}
	};
	const walk = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const name = ts.isIdentifier(node.expression) ? node.expression.text : ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
			const [first, , third] = node.arguments;
			if (name === 't' && first) take(first);
			if (name === 'fact' && first) take(first, 'fact.');
			if (name === 'join' && third) take(third);
		}
		ts.forEachChild(node, walk);
	};
	walk(source);
	return found;
}

test('every message that convert asks for is in the catalogues', async () => {
	const files = ['src/model/format.ts', ...(await readdir(join(projectFolder, 'scripts/core/pages'), { recursive: true })).filter((name) => name.endsWith('.ts')).map((name) => `scripts/core/pages/${name}`)];
	const wanted = (await Promise.all(files.map(async (file) => asked(file, await readFile(join(projectFolder, file), 'utf8'))))).flat();
	expect(wanted.map(({ key }) => key)).toEqual(expect.arrayContaining(['fact.parties', 'kindGroup.*', 'semicolon', 'lines.single', 'lines.range', 'view.*.title']));
	for (const lang of langs) {
		const keys = [...keysOf(lang)];
		const missing = wanted.filter(({ key }) => !keys.some((known) => new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll('*', String.raw`[\w-]+`)}$`).test(known)));
		expect(missing).toEqual([]);
	}
});

test('no placeholder is left in the pages', () => {
	const changes: Change[] = [];
	planConversion(corpusOf(miniSeeds), catalogues, new Map(), 'content', fingerprint, (change) => changes.push(change));
	expect(changes.length).toBeGreaterThan(20);
	for (const { path, text } of changes) expect([path, /\{\{\s*\w+\s*\}\}|\$t\(/.exec(text.join(''))?.[0]]).toEqual([path, undefined]);
});

describe('a message', () => {
	test('takes values as they are: no markup is escaped, no message or placeholder inside them is filled in', () => {
		const hostile = '<b>&amp; {{lines}} {{- lines}} $t(site.title) $t(citation)';
		for (const lang of langs) expect(translators[lang]('citation', { source: hostile, lines: '1' })).toContain(hostile);
	});

	test.each([0, 1, 2, 5, 11, 21, 1.5, 1_000_000])('has the plural form that i18next gives it: %d', (count) => {
		for (const lang of langs) {
			const whole = i18next.createInstance();
			void whole.init({ resources: { [lang]: { translation: catalogues[lang] } }, lng: lang, initAsync: false, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
			const t = whole.getFixedT(lang) as unknown as Translate;
			const counted = Object.entries(catalogues[lang]).filter(([key, message]) => /_(?:one|other)$/.test(key) || message.includes('{{count}}') || key.startsWith('unit.')).map(([key]) => key.replace(/_(?:one|other)$/, ''));
			expect(counted).toEqual(expect.arrayContaining(['count.statements', 'count.lines', 'unit.JPY', 'unit.people']));
			for (const key of counted) expect({ key, says: translators[lang](key, { count, number: 'N' }) }).toEqual({ key, says: t(key, { count, number: 'N' }) });
		}
	});

	test('that no catalogue has is an error that names it', () => {
		for (const lang of langs) expect(() => translators[lang]('status.finished')).toThrow(new RangeError(`content/i18n/${lang}.json has no message "status.finished"`));
	});
});
