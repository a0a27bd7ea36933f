import { z } from 'zod';
import { differencesFileSchema, documentSchema, glossaryFileSchema, sectorsFileSchema } from '../../src/model/seed.ts';
import type { IssueCatalogue } from './issue-messages.ts';

/**
 * The JSON Schemas of the seed files, by file name: an editor's program completes and explains fields with them.
 * @param translations what the schema says of each field, in every further language: an editor's program knows of one text only, so all stand in it
 */
export const jsonSchemas = (translations: readonly IssueCatalogue[]): Map<string, string> =>
	new Map(
		Object.entries({ document: documentSchema, sectors: sectorsFileSchema, glossary: glossaryFileSchema, differences: differencesFileSchema }).map(
			([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }), inAllLanguages(translations), '\t')}\n`],
		),
	);

/** What `JSON.stringify` asks for each value. */
const inAllLanguages = (translations: readonly IssueCatalogue[]) => (_key: string, value: unknown): unknown => {
	if (typeof value !== 'object' || value === null || !('description' in value) || typeof value.description !== 'string') return value;
	const { description, ...others } = value;
	const text = [description, ...translations.flatMap((catalogue) => catalogue[description] ?? [])].join('\n\n');
	// VS Code shows a plain text with its marks of code as they are written.
	return { description: text, ...(text.includes('`') ? { markdownDescription: text } : {}), ...others };
};
