import { languages, type Lang } from '../model/languages.ts';

/**
 * Puts a notice at the head of each text that is older than its counterpart.
 * @param html rendered `Text` components
 * @param staleIn the languages of the older texts
 * @param notice what the reader is told, in the language of the text
 */
export function withStaleNotices(html: string, staleIn: readonly Lang[], notice: (lang: Lang) => string): string {
	return staleIn.reduce(
		(result, lang) => result.replace(new RegExp(`<div class="text [^>]*lang="${languages[lang].tag}"[^>]*>`), (start) => `${start}<p class="stale">${notice(lang)}</p>`),
		html,
	);
}
