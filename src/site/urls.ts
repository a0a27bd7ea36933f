import { defaultLang, langs, type Lang } from '../model/languages.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Path of a page or file of this site, with `base` in front. @example sitePath('en/about/') // => '/en/about/' */
export const sitePath = (path = ''): string => base + path;

/** The full URL of a page or file of this site. */
export const pageUrl = (site: URL | undefined, path = ''): string => new URL(sitePath(path), site).href;

/** A locale of Starlight as a language of the table. */
export const asLang = (locale: string | undefined): Lang => langs.find((lang) => lang === locale) ?? defaultLang;

/** The same page in another language. @example inLanguage('/en/about/', 'ja') // => '/ja/about/' */
export const inLanguage = (pathname: string, lang: Lang): string =>
	sitePath(pathname.slice(base.length).replace(/^[^/]+/, lang));
