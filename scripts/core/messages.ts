import i18next, { type i18n } from 'i18next';
import { langs, localize, type Lang, type Localized } from '../../src/model/languages.ts';
import { compare, type Issue } from './issue.ts';
import type { TextFile } from './yaml.ts';

/** The labels of one language: Starlight's catalogue in `content/i18n`, through i18next. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export type Catalogues = Localized<Record<string, string>>;

/** Reads the catalogues; reports syntax errors and messages that a catalogue lacks. */
export function readCatalogues(files: Localized<TextFile>): { catalogues?: Catalogues; issues: Issue[] } {
	const issues: Issue[] = [];
	const catalogues = localize((lang): Record<string, string> => {
		const { path: file, text } = files[lang];
		try {
			return JSON.parse(text) as Record<string, string>;
		} catch (error) {
			const message = (error as SyntaxError).message;
			const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
			const before = text.slice(0, offset).split('\n');
			issues.push({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, code: 'json-syntax', found: message.replace(/ in JSON at.*| \(line.*$/, ''), expected: 'valid JSON', fix: 'correct the quote, comma or bracket here' });
			return {};
		}
	});
	if (issues.length > 0) return { issues };
	// Plural forms differ by language; a message is present where any of its forms is.
	const stem = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
	const stems = localize((lang) => new Set(Object.keys(catalogues[lang]).map(stem)));
	for (const key of [...new Set(langs.flatMap((lang) => [...stems[lang]]))].sort(compare)) {
		for (const lang of langs.filter((candidate) => !stems[candidate].has(key))) {
			issues.push({ file: files[lang].path, line: 1, column: 1, code: 'missing-message', found: `no message \`${key}\``, expected: 'every message in every catalogue', fix: `add "${key}": "…"` });
		}
	}
	return issues.length > 0 ? { issues } : { catalogues, issues };
}

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
		return (key, values = {}) => {
			if (!instance.exists(key, { lng: lang, ...values })) throw new RangeError(`content/i18n/${lang}.json has no message "${key}"`);
			return t(key, values);
		};
	});
}
