import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { languages, langs, type Lang } from '../model/languages.ts';
import { certainties } from '../model/vocabulary.ts';

// Astro runs from the root of the project; a bundled module has no place of its own.
const file = 'content/data/sources.json';

const localized = z.object(Object.fromEntries(langs.map((lang) => [lang, z.string()])) as Record<Lang, z.ZodString>);
const schema = z.object({ rows: z.array(z.object({ id: z.string(), title: localized, shortTitle: localized, publisher: localized.optional(), author: localized.optional(), published: z.object({ date: z.string().optional(), certainty: z.enum(certainties) }) })) });

/** The source documents, as convert left them. */
export const sources: ReadonlyMap<string, z.output<typeof schema>['rows'][number]> = new Map(readSources().map((source) => [source.id, source]));

function readSources(): z.output<typeof schema>['rows'] {
	if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run convert, which writes it from the seeds.`);
	return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).rows;
}

/** Path of the file with a statement's citation. */
export const citationPath = (lang: Lang, id: string): string => `data/cite/${lang}/${id}.txt`;

const dayFormats = new Map<Lang, Intl.DateTimeFormat>();

/** A day such as 2026-11-22 in the words of a language. */
export function dayIn(lang: Lang, day: string): string {
	let format = dayFormats.get(lang);
	if (!format) dayFormats.set(lang, (format = new Intl.DateTimeFormat(languages[lang].locale, { dateStyle: 'long', timeZone: 'UTC' })));
	return format.format(new Date(`${day}T00:00:00Z`));
}
