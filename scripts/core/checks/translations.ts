import { groupBy, type Corpus } from '../corpus.ts';
import type { Issue, IssueCode, Position } from '../issue.ts';
import { translationState, type Fingerprint, type TranslationLock } from '../translations.ts';

/** Statements whose texts may no longer say the same. A document that nobody has confirmed yet is one thing to do. */
export function checkTranslations({ statements, positionOf }: Corpus, lock: TranslationLock, fingerprint: Fingerprint): Issue[] {
	const say = (position: Position, code: IssueCode, found: string, id: string): Issue => ({ ...position, code, found, expected: 'texts that were confirmed to say the same', fix: `compare the texts, correct what differs, then run npm run confirm -- ${id}` });
	const unconfirmed = (position: Position, id: string): Issue => say(position, 'unconfirmed-translation', `nobody has confirmed the texts of \`${id}\` as they are now`, id);
	return [...groupBy(statements, ({ document }) => document.id)].flatMap(([document, own]): Issue[] => {
		const position = own.length > 1 && own.every(({ id }) => !(id in lock)) ? positionOf(`document ${document}`) : undefined;
		if (position) return [unconfirmed(position, document)];
		return own.flatMap((statement): Issue[] => {
			const { id, text } = statement;
			const { state, staleIn } = translationState(id, text, lock, fingerprint);
			if (state === 'confirmed') return [];
			return [state === 'stale' ? say(statement.position, 'stale-translation', `the text of \`${id}\` in ${staleIn.join(', ')} is older than the others`, id) : unconfirmed(statement.position, id)];
		});
	});
}
