import { languages, type Lang } from '../model/languages.ts';
import type { CatalogueKeys } from './ambient.d.ts';

/** The UI strings in a given language, for pages that stand in all of them. */
export const translate =
	(locals: App.Locals, lang: Lang) =>
	(key: CatalogueKeys): string =>
		locals.t(key, { lng: languages[lang].tag });
