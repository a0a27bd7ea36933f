import { z } from 'zod';
import { langs, localize, type Lang, type Localized } from '../../src/model/languages.ts';

/**
 * Staleness of translations. The lock file remembers, for each statement, fingerprints of the texts
 * that a person last confirmed to say the same. Where one text has changed since, the others are stale.
 */
export const translationLockSchema = z.record(z.string(), z.partialRecord(z.enum(langs), z.string()));
export type TranslationLock = Readonly<z.output<typeof translationLockSchema>>;

/** A short digest of a text, which may come in pieces. Given by the caller: digests are the platform's. */
export type Fingerprint = (...pieces: readonly string[]) => string;

export type TranslationState = 'confirmed' | 'unconfirmed' | 'stale';

/** The fingerprints to remember once a person has confirmed that `texts` say the same. */
export const lockEntry = (texts: Localized<string>, fingerprint: Fingerprint): Localized<string> =>
	localize((lang) => fingerprint(texts[lang]));

/**
 * Compares a statement with the lock.
 * @returns the languages whose text is older than the others. None where nothing or everything has
 * changed since: then there is nothing older, and the state is `unconfirmed` until a person looks.
 */
export function translationState(id: string, texts: Localized<string>, lock: TranslationLock, fingerprint: Fingerprint): { state: TranslationState; staleIn: Lang[] } {
	const locked = lock[id];
	if (!locked) return { state: 'unconfirmed', staleIn: [] };
	const unchanged = langs.filter((lang) => locked[lang] === fingerprint(texts[lang]));
	if (unchanged.length === langs.length) return { state: 'confirmed', staleIn: [] };
	return unchanged.length === 0 ? { state: 'unconfirmed', staleIn: [] } : { state: 'stale', staleIn: unchanged };
}
