import { languages, type Lang } from '../model/languages.ts';
import type { CatalogueKeys } from './ambient.d.ts';

/** For what is put into a label: it stays as it is, since whoever writes the label escapes all of it. */
export const plain = { interpolation: { escapeValue: false } } as const;

/** The UI strings in a given language, for pages that stand in all of them. */
export const translate =
	(locals: App.Locals, lang: Lang) =>
	(key: CatalogueKeys): string =>
		locals.t(key, { lng: languages[lang].tag });
