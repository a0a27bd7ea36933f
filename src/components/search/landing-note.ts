import type { Passage, SearchResult } from '../../search/types.ts';

/** What the page that a result leads to needs to show what was found there. */
export interface LandingNote {
	/** Path and fragment of the result. */
	readonly address: string;
	readonly passages: readonly Passage[];
}

export const landingKey = 'search-landing';

/** Leaves word, for this tab only, for the page that a result leads to. */
export function leaveNote(link: HTMLAnchorElement, result: SearchResult): void {
	const passages = [result.passage, ...(result.other ? [result.other] : []), ...(result.type === 'term' ? [result.title, result.otherTitle] : [])];
	const note: LandingNote = { address: link.pathname + link.hash, passages: passages.filter(({ marks }) => marks.length > 0) };
	try {
		if (note.passages.length > 0) sessionStorage.setItem(landingKey, JSON.stringify(note));
	} catch { /* no storage: the statement is shown without marks in it */ }
}
