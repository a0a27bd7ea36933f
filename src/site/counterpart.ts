import { getEntry } from 'astro:content';
import { langs, type Lang } from '../model/languages.ts';
import { splitId } from './one-language.ts';
import { countStale } from './stale.ts';

/** What a reader should know before following a link to the same page in another language. */
export interface Counterpart {
	readonly lang: Lang;
	/** Nobody wrote the page in that language: its address holds a notice. */
	readonly isMissing: boolean;
	/** Statements whose text there is older than here. */
	readonly older: number;
	/** Statements whose text here is older than there. */
	readonly newer: number;
}

export const hasCaveat = ({ isMissing, older, newer }: Counterpart): boolean => isMissing || older + newer > 0;

/** The page in the other languages. @param id of the page's entry @param body the page in MDX */
export async function counterpartsOf(id: string, body: string): Promise<Counterpart[]> {
	const page = splitId(id);
	const stale = countStale(body);
	const others = langs.filter((lang) => lang !== page?.lang);
	return Promise.all(
		others.map(async (lang): Promise<Counterpart> => {
			const entry = await getEntry('docs', page === undefined || page.slug === '' ? lang : `${lang}/${page.slug}`);
			return { lang, isMissing: entry?.data.onlyIn !== undefined, older: stale[lang], newer: page === undefined ? 0 : stale[page.lang] };
		}),
	);
}
