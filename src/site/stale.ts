import { languages, localize, type Lang, type Localized } from '../model/languages.ts';

/**
 * Puts a notice at the head of each text that is older than its counterpart.
 * @param html rendered `Text` components
 * @param own the language of the page, which its own text does not name
 * @param staleIn the languages of the older texts
 * @param notice what the reader is told, in the language of the text
 */
export function withStaleNotices(html: string, own: Lang, staleIn: readonly Lang[], notice: (lang: Lang) => string): string {
	return staleIn.reduce(
		(result, lang) => result.replace(lang === own ? /<div class="text own"[^>]*>/ : new RegExp(`<div class="text other" lang="${languages[lang].tag}">`), (start) => `${start}<p class="stale">${notice(lang)}</p>`),
		html,
	);
}

/** How many statements of a page have an older text, by its language. @param body the page in MDX */
export function countStale(body: string): Localized<number> {
	const marks = [...body.replace(/^(```)[^]*?^\1/gm, '').matchAll(/<Statement\b[^>]*\sstale="([^"]*)"/g)].map(([, stale = '']) => stale.split(' '));
	return localize((lang) => marks.filter((stale) => stale.includes(languages[lang].tag)).length);
}
