import { z } from 'zod';
import { differencesFileSchema, documentSchema, glossaryFileSchema, sectorsFileSchema } from '../../src/model/seed.ts';

/** The JSON Schemas of the seed files, by file name: an editor's program completes and explains fields with them. */
export const jsonSchemas = (): Map<string, string> =>
	new Map(
		Object.entries({ document: documentSchema, sectors: sectorsFileSchema, glossary: glossaryFileSchema, differences: differencesFileSchema }).map(
			([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }), undefined, '\t')}\n`],
		),
	);
