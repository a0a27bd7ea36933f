import { z } from 'zod';
import { langs, type Lang, type Localized } from '../model/languages.ts';
import { statementsFileSchema, type StoredStatement } from '../model/published.ts';
import { categories } from '../model/vocabulary.ts';

/** What the index is made from: the data files that convert writes, and the hand-written sections of the pages. */

const perLang = <T extends z.ZodType>(make: () => T): z.ZodObject<Record<Lang, T>> =>
	z.object(Object.fromEntries(langs.map((lang) => [lang, make()])) as Record<Lang, T>);
const text = perLang(() => z.string());

const entrySchema = z.object({
	id: z.string(),
	category: z.enum(categories),
	name: text,
	abbreviations: z.array(z.string()),
	aliases: perLang(() => z.array(z.string())),
	reading: z.array(z.string()),
	romaji: z.array(z.string()),
	misspellings: z.array(z.string()),
	note: text.optional(),
	path: text,
	statements: z.number(),
});
const labelSchema = z.object({ facet: z.string(), id: z.string(), label: text });

export type Entry = z.output<typeof entrySchema>;
export type Label = z.output<typeof labelSchema>;

/** A section of a hand-written page, in the languages in which it exists. */
export interface Section {
	/** The same in all languages. */
	readonly key: string;
	readonly versions: Readonly<Partial<Localized<{ readonly path: string; readonly title: string; readonly text: string }>>>;
}

export interface SearchCorpus {
	readonly statements: readonly StoredStatement[];
	readonly entries: readonly Entry[];
	readonly labels: readonly Label[];
	readonly sections: readonly Section[];
}

const rows = <T extends z.ZodType>(schema: T) => z.object({ rows: z.array(schema) });

/** Reads the three data files. @throws {z.ZodError} where one is not as convert writes it */
export function parseCorpus(files: { statements: unknown; glossary: unknown; labels: unknown }, sections: readonly Section[]): SearchCorpus {
	return {
		statements: statementsFileSchema.parse(files.statements).statements,
		entries: rows(entrySchema).parse(files.glossary).rows,
		labels: rows(labelSchema).parse(files.labels).rows,
		sections,
	};
}
