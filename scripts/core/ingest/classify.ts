import type { StatementKind, Status } from '../../../src/model/vocabulary.ts';
import { japanese } from './clean.ts';
import { bareVerb, firstPerson, futureClause, goesOn, headingStatus, kindCues, modalCues, plainForm, politeForms, quotation, stateCues, statusCues } from './data/status.ts';

/** Kind and status of a passage, each with how sure the words make us. */

export interface Proposal<T extends string> {
	readonly value: T;
	readonly confidence: number;
}

/** What a passage is read against where it tells no deed of its own. */
export interface StatusContext {
	/** Headings and introducing sentences, outermost first. */
	readonly above?: readonly string[];
	/** The part of the sentence before it. */
	readonly before?: Status | undefined;
	/** All that it dates lies after the publication. */
	readonly ahead?: boolean;
}

/** Nothing but a state is told, or nothing at all. */
const idle = 0.55;

/** How far a matter has come, by tense and hedge words. */
export function statusOf(passage: string, { above = [], before, ahead = false }: StatusContext = {}): Proposal<Status> {
	const own = ownStatus(passage);
	// No deed lies in the future: “opens on 1 July”, “Opened or due: 2027”.
	if (ahead && (own.confidence < idle || ['established', 'launched', 'held'].includes(own.value))) return { value: 'planned', confidence: 0.65 };
	if (own.confidence >= idle) return own;
	if (before !== undefined && goesOn.test(passage)) return { value: before, confidence: 0.6 };
	for (const text of [...above].reverse()) {
		const value = headingStatus.find(([, pattern]) => pattern.test(text))?.[0];
		if (value) return { value, confidence: 0.6 };
	}
	return bareVerb.test(passage) ? { value: 'planned', confidence: idle } : own;
}

/** Japanese verbs in the polite form, as press releases have them, in the plain one. */
const plain = (text: string): string => politeForms.reduce((said, [pattern, form]) => said.replace(pattern, form), text);

/** A plan that a quotation mentions is no plan of the speaker's unless they say “we will”. */
function ownStatus(passage: string): Proposal<Status> {
	const read = statusOfWords(passage);
	if (read.value !== 'planned' && read.value !== 'proposed') return read;
	const quoted = quotation.exec(passage)?.[0] ?? '';
	if (quoted.length < passage.length * 0.4 || firstPerson.test(quoted) || statusOfWords(passage.replace(quoted, '“”')).value === read.value) return read;
	return /\b(?:will|would|shall|going to)\b/i.test(quoted) ? { value: 'expected', confidence: 0.6 } : { value: 'stated', confidence: 0.6 };
}

function statusOfWords(passage: string): Proposal<Status> {
	const text = plain(passage.normalize('NFKC'));
	// In Japanese the deed stands last; what stands before it is told of something else.
	const tail = /[\p{Script=Hiragana}。」)]\s*$/u.test(text) ? text.slice(-16) : text.replace(futureClause, '');
	for (const passed of tail === text ? [text] : [tail, text]) {
		for (const [value, confidence, pattern] of statusCues) if (pattern.test(passed)) return { value, confidence: passed === text ? confidence : Math.min(0.95, confidence + 0.05) };
	}
	if (modalCues.test(text)) return { value: 'expected', confidence: 0.6 };
	if (stateCues.test(tail)) return { value: 'stated', confidence: 0.65 };
	if (japanese.test(text) && plainForm.test(text)) return { value: 'planned', confidence: 0.6 };
	return { value: 'stated', confidence: 0.5 };
}

const kindOfStatus: Partial<Record<Status, readonly [StatementKind, number]>> = {
	signed: ['agreement', 2], held: ['dialogue', 2], 'under-discussion': ['dialogue', 2], planned: ['plan', 2], proposed: ['plan', 1], stated: ['context', 3], expected: ['plan', 2], established: ['project', 1], agreed: ['agreement', 2], launched: ['programme', 1], 'under-way': ['programme', 2], reported: ['plan', 2],
};

export function kindOf(passage: string, status: Status): Proposal<StatementKind> {
	const text = passage.normalize('NFKC');
	const scores = new Map<StatementKind, number>();
	for (const [kind, weight, pattern] of kindCues) if (pattern.test(text)) scores.set(kind, (scores.get(kind) ?? 0) + weight);
	const byStatus = kindOfStatus[status];
	if (byStatus) scores.set(byStatus[0], (scores.get(byStatus[0]) ?? 0) + byStatus[1]);
	const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
	if (!best) return { value: 'context', confidence: 0.4 };
	return { value: best[0], confidence: Math.min(0.9, 0.45 + (best[1] - (second?.[1] ?? 0)) / 10) };
}
