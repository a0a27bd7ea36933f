import { createFormatter, type Formatter, type Translate } from '../../model/format.ts';
import { languages, localize, type Lang } from '../../model/languages.ts';
import { plain } from '../../site/translate.ts';
import { asLang, sitePath } from '../../site/urls.ts';

/** What every picture says, whatever it is drawn as. */
export interface PictureWords {
	readonly id: string;
	readonly title: string;
	/** The main point first. */
	readonly points: readonly string[];
	/** What the drawing shows and how, for those who do not see it. */
	readonly description: string;
}

/** What a picture needs of the page that it stands on. */
export interface Tools {
	readonly lang: Lang;
	readonly tag: string;
	readonly t: Translate;
	readonly format: Formatter;
	/** The address of a path of this language’s site: on the page itself no more than the fragment, and below it what comes after it. */
	readonly to: (path: string) => string;
}

export function toolsOf(locals: App.Locals): Tools {
	const lang = asLang(locals.starlightRoute.locale);
	const here = `${locals.starlightRoute.id}/`;
	const t = locals.t as unknown as (key: string, options: object) => string;
	const translators = localize((each): Translate => (key, values) => t(key, { lng: languages[each].tag, ...plain, ...values }));
	return { lang, tag: languages[lang].tag, t: translators[lang], format: createFormatter(lang, translators), to: (path) => (path.startsWith(here) ? path.slice(here.length) : sitePath(path)) };
}

/** The beginning of a text, as much as a link or a cell needs. */
export function excerpt(text: string, limit = 90): string {
	if (text.length <= limit) return text;
	const cut = text.slice(0, limit);
	return `${cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.slice(0, limit / 2)}…`;
}
