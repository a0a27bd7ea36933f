import i18next, { type i18n } from 'i18next';
import type { Translate } from '../../src/model/format.ts';
import { langs, languages, localize, type Lang, type Localized } from '../../src/model/languages.ts';
import { remember } from '../../src/model/remember.ts';
import { compare, type Issue } from './issue.ts';
import { parseJson } from './json.ts';
import type { TextFile } from './yaml.ts';

export type { Translate };
export type Catalogues = Localized<Record<string, string>>;

/** Reads the catalogues; reports syntax errors, and messages that a catalogue lacks or that are no text. */
export function readCatalogues(files: Localized<TextFile>): { catalogues?: Catalogues; issues: Issue[] } {
	const issues: Issue[] = [];
	const catalogues = localize((lang) => readCatalogue(files[lang], issues));
	if (issues.length > 0) return { issues };
	const stems = new Set(langs.flatMap((lang) => Object.keys(catalogues[lang]).map(stem)));
	// A message that stands in plural forms in one language needs, in each other, the forms of that language.
	const plurals = new Set(langs.flatMap((lang) => Object.keys(catalogues[lang]).filter((key) => stem(key) !== key).map(stem)));
	for (const key of [...stems].sort(compare)) {
		for (const lang of langs) {
			const forms = plurals.has(key) ? new Intl.PluralRules(languages[lang].locale).resolvedOptions().pluralCategories.map((form) => `${key}_${form}`).sort(compare) : [key];
			for (const form of forms.filter((name) => catalogues[lang][name] === undefined)) {
				issues.push({ ...placeFor(form, lang, catalogues, files), code: 'missing-message', found: `no message \`${form}\``, expected: 'every message in every catalogue', fix: `add "${form}": "…"` });
			}
		}
	}
	const values = localize((lang) => valuesIn(catalogues[lang]));
	issues.push(...[...stems].sort(compare).flatMap((key) => otherValues(key, values, catalogues, files)));
	return issues.length > 0 ? { issues } : { catalogues, issues };
}

/** The values (`{{count}}`) of the messages of a catalogue; `{count}` is one that was meant. */
interface Values {
	/** Of each message, in all its plural forms. */
	readonly of: (key: string) => ReadonlySet<string>;
	readonly all: ReadonlySet<string>;
}

function valuesIn(catalogue: Readonly<Record<string, string>>): Values {
	const byKey = new Map<string, Set<string>>();
	for (const [name, message] of Object.entries(catalogue)) {
		const values = byKey.get(stem(name)) ?? new Set();
		for (const [written, value] of message.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}|\{\w+\}/g)) values.add(value === undefined ? written : `{{${value}}}`);
		byKey.set(stem(name), values);
	}
	return { of: (key) => byKey.get(key) ?? new Set(), all: new Set([...byKey.values()].flatMap((values) => [...values])) };
}

/**
 * Values that a message leaves out which it has in the first language, and those that are misspelt: no message of
 * another language has them. One more than the first language has may be needed: 5万〜10万 for 50,000–100,000.
 */
function otherValues(key: string, values: Localized<Values>, catalogues: Catalogues, files: Localized<TextFile>): Issue[] {
	const [first, ...others] = langs;
	const list = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(', ') || 'none';
	const differ = (lang: Lang, from: Lang): Issue => ({
		...placeOf(files[lang], Object.keys(catalogues[lang]).find((name) => stem(name) === key) ?? key),
		code: 'labels-differ',
		found: `${list(values[lang].of(key))} in the message \`${key}\`; ${list(values[from].of(key))} in ${files[from].path}`,
		expected: 'the same values in every language',
		fix: 'correct the name that is wrong, or add the value that is missing',
	});
	for (const other of others) {
		const [own, theirs] = [values[first].of(key), values[other].of(key)];
		const misspelt = (names: ReadonlySet<string>, lang: Lang): boolean => [...names].some((name) => !values[lang].all.has(name));
		if (misspelt(own, other)) return [differ(first, other)];
		if (misspelt(theirs, first) || [...own].some((name) => !theirs.has(name))) return [differ(other, first)];
	}
	return [];
}

/** Where a message that a catalogue lacks would stand: at the message that it follows in another catalogue, else at the first. */
function placeFor(key: string, lang: Lang, catalogues: Catalogues, files: Localized<TextFile>): ReturnType<typeof placeOf> {
	const own = Object.keys(catalogues[lang]);
	const owner = langs.map((each) => Object.keys(catalogues[each])).find((keys) => keys.some((each) => stem(each) === stem(key) && !own.includes(each))) ?? [];
	const at = owner.findIndex((each) => stem(each) === stem(key));
	const before = owner.slice(0, Math.max(0, at)).findLast((each) => own.includes(each)) ?? own[0];
	return placeOf(files[lang], before ?? key);
}

/** Where a message stands in its catalogue. @param nth which of several of that name, from 0 */
function placeOf({ path: file, text }: TextFile, key: string, nth = 0): Pick<Issue, 'file' | 'line' | 'column'> {
	const offset = [...text.matchAll(new RegExp(`${JSON.stringify(key).replaceAll(/[.*+?^$(){}|[\]\\]/g, String.raw`\$&`)}\\s*:`, 'g'))][nth]?.index ?? 0;
	const before = text.slice(0, offset).split('\n');
	return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** A message without the ending of its plural form. */
const stem = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

function readCatalogue(file: TextFile, issues: Issue[]): Record<string, string> {
	const result = parseJson(file);
	const wrong = (offset: number, found: string, expected: string, fix: string): void => {
		const before = file.text.slice(0, offset).split('\n');
		issues.push({ file: file.path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code: 'wrong-type', found, expected, fix });
	};
	if ('issue' in result) {
		issues.push(result.issue);
		return {};
	}
	if (typeof result.data !== 'object' || result.data === null || Array.isArray(result.data)) {
		wrong(0, 'no messages', '`{`, the messages by their keys, `}`', 'restore the catalogue from version control');
		return {};
	}
	const messages = Object.entries(result.data);
	const written = [...file.text.matchAll(/^\s*("(?:[^"\\\n]|\\.)*")\s*:/gm)].map(([, key = '']) => JSON.parse(key) as string);
	for (const [key, all] of Map.groupBy(written, (name) => name)) {
		if (all.length > 1) issues.push({ ...placeOf(file, key, 1), code: 'json-syntax', found: `the message \`${key}\` a second time`, expected: 'every key once', fix: 'keep one of the two and delete the other' });
	}
	for (const [key, message] of messages) {
		if (typeof message !== 'string') wrong(file.text.indexOf(JSON.stringify(key)), `the message \`${key}\`, which is no text`, 'a text in quotes', 'put it in quotes');
	}
	return Object.fromEntries(messages);
}

/** The message of a key, in the plural form that the number of things asks for, where it has such. */
function formOf(catalogue: Readonly<Record<string, string>>, rules: Intl.PluralRules, key: string, count: string | number | undefined): string | undefined {
	const form = typeof count === 'number' ? catalogue[`${key}_${rules.select(count)}`] : undefined;
	return (count === 0 ? catalogue[`${key}_zero`] : undefined) ?? form ?? catalogue[key];
}

/** What i18next would give for a message without formats or references to others, at a tenth of its cost. */
function fillIn(message: string | undefined, values: Readonly<Record<string, string | number>>): string | undefined {
	if (message === undefined || 'context' in values) return undefined;
	const { parts, names } = taken(message);
	if (names === undefined) return undefined;
	let filled = parts[0] ?? '';
	for (const [index, name] of names.entries()) {
		const value = values[name];
		// A value with a mark of i18next's own is left to it.
		if (value === undefined || (typeof value === 'string' && /\{\{|\$/.test(value))) return undefined;
		filled += String(value) + (parts[index + 1] ?? '');
	}
	return filled;
}

/** A message taken apart: what stands around the names of its values; no names where it holds more than values. */
const taken = remember((message: string): { readonly parts: readonly string[]; readonly names: readonly string[] | undefined } => {
	const pieces = message.split(/\{\{([^}]*)\}\}/);
	return { parts: pieces.filter((_, index) => index % 2 === 0), names: message.includes('$t(') ? undefined : pieces.filter((_, index) => index % 2 === 1).map((name) => name.trim()) };
});

/**
 * Makes the `t` function of each language.
 * @throws RangeError where a message is asked for that no catalogue has: a mistake in code, not in a seed
 */
export function createTranslators(catalogues: Catalogues): Localized<Translate> {
	const instance: i18n = i18next.createInstance();
	void instance.init({
		resources: localize((lang) => ({ translation: catalogues[lang] })),
		lng: langs[0],
		fallbackLng: false,
		initAsync: false,
		keySeparator: false,
		nsSeparator: false,
		interpolation: { escapeValue: false },
	});
	return localize((lang: Lang) => {
		const t = instance.getFixedT(lang) as unknown as Translate;
		const rules = new Intl.PluralRules(languages[lang].locale);
		/** Messages that hold nothing to fill in. */
		const plainMessages = new Map(Object.entries(catalogues[lang]).filter(([, message]) => !/\{\{|\$t\(/.test(message)));
		return (key, values) => {
			const plain = values === undefined ? plainMessages.get(key) : fillIn(formOf(catalogues[lang], rules, key, values['count']), values);
			if (plain !== undefined) return plain;
			if (!instance.exists(key, { lng: lang, ...values })) throw new RangeError(`content/i18n/${lang}.json has no message "${key}"`);
			return t(key, values);
		};
	});
}
