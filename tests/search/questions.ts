import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { langs } from '../../src/model/languages.ts';

/** The questions by which the search is measured: `questions.yaml`. */

const question = z.strictObject({
	id: z.string(),
	lang: z.enum(langs),
	q: z.string().min(1),
	expect: z.array(z.string()).min(1).optional(),
	base: z.string().optional(),
});

export const questionClasses = ['keyword', 'sentence', 'variant', 'slip', 'compound', 'none'] as const;
export type QuestionClass = (typeof questionClasses)[number];

export interface Question extends z.output<typeof question> {
	readonly kind: QuestionClass;
	/** Fixed by the id before anything was tuned; frozen questions are only reported. */
	readonly set: 'tuning' | 'frozen';
}

const schema = z.strictObject(Object.fromEntries(questionClasses.map((kind) => [kind, z.array(question)])) as Record<QuestionClass, z.ZodArray<typeof question>>);

/** Half of the questions, by a digest of the id. */
const setOf = (id: string): Question['set'] => ((createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'frozen');

export function readQuestions(): Question[] {
	const file = schema.parse(parse(readFileSync(new URL('questions.yaml', import.meta.url), 'utf8')));
	return questionClasses.flatMap((kind) => file[kind].map((each) => ({ ...each, kind, set: setOf(each.id) })));
}
