import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { langs, type Lang } from '../../model/languages.ts';
import { categories } from '../../model/vocabulary.ts';

/** What pictures and filters name things by: the files that convert writes beside the statements. Read, not imported: as code they would be bundled, and loaded as code. */

const perLang = z.object(Object.fromEntries(langs.map((lang) => [lang, z.string()])) as Record<Lang, z.ZodString>);
const entrySchema = z.object({ id: z.string(), category: z.enum(categories), name: perLang, abbreviations: z.array(z.string()), country: z.string().optional(), path: perLang });
const labelSchema = z.object({ facet: z.string(), id: z.string(), label: perLang });

export type Entry = z.output<typeof entrySchema>;

function read<T extends z.ZodType>(file: string, schema: T): z.output<T>[] {
	return z.object({ rows: z.array(schema) }).parse(JSON.parse(readFileSync(`content/data/${file}.json`, 'utf8'))).rows;
}

export const entries: ReadonlyMap<string, Entry> = new Map(read('glossary', entrySchema).map((entry) => [entry.id, entry]));

const labels = read('labels', labelSchema);
const named = (wanted: string): ReadonlyMap<string, Record<Lang, string>> => new Map(labels.filter(({ facet }) => facet === wanted).map(({ id, label }) => [id, label]));

/** Names by id, in the order of the seeds. */
export const sectorNames = named('sector');
export const sourceNames = named('source');
export const statusNames = named('status');
export const kindNames = named('kind');
/** How each language writes the dates of statements and documents: EDTF → words. */
export const dateNames = named('date');
