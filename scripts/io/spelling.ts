import type { Spelling } from '../core/checks/english.ts';

/** Hunspell's British dictionary, without that of any other English. */
export async function loadSpelling(): Promise<Spelling> {
	const [{ default: nspell }, { default: dictionary }] = await Promise.all([import('nspell'), import('dictionary-en-gb')]);
	return nspell(dictionary);
}
