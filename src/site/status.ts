import type { Status } from '../model/vocabulary.ts';

/** How firm a status is; it gives the mark of the badge, which says the same as the word. */
export const firmness: Readonly<Record<Status, 'done' | 'moving' | 'intended' | 'hearsay' | 'plain'>> = {
	signed: 'done',
	established: 'done',
	launched: 'done',
	held: 'done',
	'under-way': 'moving',
	agreed: 'moving',
	announced: 'moving',
	planned: 'intended',
	proposed: 'intended',
	'under-discussion': 'intended',
	expected: 'intended',
	reported: 'hearsay',
	stated: 'plain',
};
