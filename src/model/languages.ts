/**
 * The one table of languages. `'en'` and `'ja'` are written here and nowhere else: all other code
 * loops over {@link langs}, so a third language is a row here, a catalogue in `content/i18n` and
 * translations in the seeds.
 */
export const languages = {
	en: { tag: 'en', locale: 'en-GB', label: 'English', script: 'Latn', writes: ['Latn'], direction: 'ltr' },
	ja: { tag: 'ja', locale: 'ja-JP', label: '日本語', script: 'Jpan', writes: ['Latn', 'Jpan'], direction: 'ltr' },
} as const satisfies Record<string, Language>;

/** ISO 15924 codes, and the letters of each script. */
export const scripts = {
	Latn: /\p{Script=Latin}/u,
	Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
} as const;

export type Script = keyof typeof scripts;

/** What the rest of the code may know about a language. */
export interface Language {
	/** BCP 47 tag for `lang` and `hreflang`. */
	readonly tag: string;
	/** Locale for `Intl`: the regional form of dates and numbers. */
	readonly locale: string;
	/** The language's name in itself. */
	readonly label: string;
	/** ISO 15924 script: typography, word counting and number words follow the script, not the language. */
	readonly script: Script;
	/** Scripts that its texts hold as a matter of course; a run in any other is a passage in another language. */
	readonly writes: readonly Script[];
	readonly direction: 'ltr' | 'rtl';
}

export type Lang = keyof typeof languages;

/** All languages, in the order of the table. */
export const langs = Object.keys(languages) as [Lang, ...Lang[]];

/** Used where something must stand in one language: the first of the table. */
export const defaultLang: Lang = langs[0];

/** One value for each language. */
export type Localized<T> = Record<Lang, T>;

/**
 * Builds a {@link Localized} value, one call a language.
 * @example localize((lang) => languages[lang].label) // => { en: 'English', ja: '日本語' }
 */
export function localize<T>(make: (lang: Lang) => T): Localized<T> {
	const all: Partial<Localized<T>> = {};
	for (const lang of langs) all[lang] = make(lang);
	return all as Localized<T>;
}

/** The languages other than `lang`, in the order of the table. */
export const otherLangs = (lang: Lang): Lang[] => langs.filter((other) => other !== lang);
