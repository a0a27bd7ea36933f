import { z } from 'zod';

const perLang = <T extends z.ZodType>(value: T) => z.partialRecord(z.string(), value);

/** What the site's open data take from `content/data/glossary.json`, which convert writes. */
export const glossaryFileSchema = z.object({
	rows: z.array(z.object({ id: z.string(), name: perLang(z.string()), abbreviations: z.array(z.string()), aliases: perLang(z.array(z.string())), path: perLang(z.string()) })),
});
