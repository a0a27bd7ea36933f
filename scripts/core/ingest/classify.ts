import type { StatementKind, Status } from '../../../src/model/vocabulary.ts';
import { kindCues, stateCues, statusCues } from './data/status.ts';

/** Kind and status of a passage, each with how sure the words make us. */

export interface Proposal<T extends string> {
	readonly value: T;
	readonly confidence: number;
}

export function statusOf(passage: string): Proposal<Status> {
	const text = passage.normalize('NFKC');
	// In Japanese the deed stands last; what stands before it is told of something else.
	const tail = /[\p{Script=Hiragana}。」)]\s*$/u.test(text) ? text.slice(-16) : text;
	for (const passed of tail === text ? [text] : [tail, text]) {
		for (const [value, confidence, pattern] of statusCues) if (pattern.test(passed)) return { value, confidence: passed === text ? confidence : Math.min(0.95, confidence + 0.05) };
	}
	return { value: 'stated', confidence: stateCues.test(tail === text ? text : tail) ? 0.65 : 0.5 };
}

const kindOfStatus: Partial<Record<Status, readonly [StatementKind, number]>> = {
	signed: ['agreement', 2], held: ['dialogue', 2], 'under-discussion': ['dialogue', 2], planned: ['plan', 3], proposed: ['plan', 1], stated: ['context', 3], expected: ['plan', 2], established: ['project', 1], agreed: ['agreement', 2], launched: ['programme', 1],
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
