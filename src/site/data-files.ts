import { createHash } from 'node:crypto';
import { z } from 'zod';
import { publishedStatementsSchema, type PublishedStatement } from '../model/published.ts';
import { columns, toCsv } from './csv.ts';

/** The texts of the files at `/data/`. All of them describe the same statements. */

const licence = { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'Creative Commons Attribution 4.0' };

export const statementsJson = (statements: readonly PublishedStatement[]): string => `${JSON.stringify(statements, null, '\t')}\n`;

/** The JSON Schema (2020-12) of `statements.json`. @param url its own address */
export const schemaJson = (url: string): string =>
	`${JSON.stringify({ ...z.toJSONSchema(publishedStatementsSchema), $id: url }, null, '\t')}\n`;

/** The description of the data as a Frictionless data package. */
export function dataPackage(statements: readonly PublishedStatement[], about: { title: string; description: string; homepage: string }): string {
	const fields = columns.map(({ name, description, must }) => ({ name, type: 'string', description, ...must }));
	const json = statementsJson(statements);
	const csv = toCsv(statements);
	return `${JSON.stringify(
		{
			$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
			name: 'india-japan-cooperation-statements',
			...about,
			licenses: [licence],
			resources: [
				{ name: 'statements', type: 'table', path: 'statements.csv', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', ...measure(csv), schema: { fields, primaryKey: ['id'], missingValues: [''] } },
				{ name: 'statements-json', path: 'statements.json', format: 'json', mediatype: 'application/json', encoding: 'utf-8', ...measure(json), jsonSchema: 'statements.schema.json' },
			],
		},
		null,
		'\t',
	)}\n`;
}

const measure = (text: string): { bytes: number; hash: string } => ({
	bytes: Buffer.byteLength(text),
	hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
});
