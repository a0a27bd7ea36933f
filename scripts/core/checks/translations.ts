import type { Corpus } from '../corpus.ts';
import type { Issue } from '../issue.ts';
import { translationState, type Fingerprint, type TranslationLock } from '../translations.ts';

/** Statements whose texts may no longer say the same. */
export function checkTranslations({ statements }: Corpus, lock: TranslationLock, fingerprint: Fingerprint): Issue[] {
	return statements.flatMap(({ id, text, position }): Issue[] => {
		const { state, staleIn } = translationState(id, text, lock, fingerprint);
		const fix = `compare the texts, correct what differs, then run npm run confirm -- ${id}`;
		if (state === 'confirmed') return [];
		return state === 'stale'
			? [{ ...position, code: 'stale-translation', found: `the text of \`${id}\` in ${staleIn.join(', ')} is older than the others`, expected: 'texts that were confirmed to say the same', fix }]
			: [{ ...position, code: 'unconfirmed-translation', found: `nobody has confirmed the texts of \`${id}\` as they are now`, expected: 'texts that were confirmed to say the same', fix }];
	});
}

