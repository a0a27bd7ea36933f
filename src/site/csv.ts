import { csvTable } from '../model/csv.ts';
import { langs } from '../model/languages.ts';
import type { PublishedStatement } from '../model/published.ts';
import { statementKinds, statuses } from '../model/vocabulary.ts';

type Cell = (statement: PublishedStatement) => string;

/** What the Table Schema of Frictionless can say of a column. */
interface TableSchemaField {
	readonly format?: 'uri';
	readonly constraints: { readonly required: true; readonly unique?: true; readonly enum?: readonly string[]; readonly pattern?: string };
}

const required = { constraints: { required: true } } as const;

const joined = (values: readonly string[]): string => values.join(';');

/** The columns of `statements.csv`, in order, each with what goes into it, what it holds, and what must hold of it (Table Schema). */
export const columns: readonly { name: string; description: string; cell: Cell; must?: TableSchemaField }[] = [
	{ name: 'id', description: 'Permanent identifier.', cell: ({ id }) => id, must: { constraints: { required: true, unique: true } } },
	{ name: 'source', description: 'Identifier of the source document.', cell: ({ source }) => source, must: required },
	{ name: 'lines', description: 'First and last line of the original, as first-last.', cell: ({ lines }) => lines.join('-'), must: { constraints: { required: true, pattern: '[1-9][0-9]*-[1-9][0-9]*' } } },
	{ name: 'sector', description: 'The sector whose page is the statement’s home.', cell: ({ sector }) => sector, must: required },
	{ name: 'sectors', description: 'All sectors it concerns, joined by semicolons.', cell: ({ sectors }) => joined(sectors), must: required },
	{ name: 'kind', description: 'What it is about.', cell: ({ kind }) => kind, must: { constraints: { required: true, enum: statementKinds } } },
	{ name: 'status', description: 'How far the matter has come, as the source tells it.', cell: ({ status }) => status, must: { constraints: { required: true, enum: statuses } } },
	{ name: 'when', description: 'EDTF dates and intervals, joined by semicolons.', cell: ({ when }) => joined(when) },
	{ name: 'parties', description: 'Glossary ids of the parties, joined by semicolons.', cell: ({ parties }) => joined(parties) },
	{ name: 'places', description: 'Glossary ids of the places, joined by semicolons.', cell: ({ places }) => joined(places) },
	{ name: 'amounts', description: 'Amounts as a JSON array; empty where there are none.', cell: ({ amounts }) => (amounts.length > 0 ? JSON.stringify(amounts) : '') },
	...langs.map((lang) => ({ name: `text_${lang}`, description: `The fact in the guide’s own words (${lang}).`, cell: (({ text }) => text[lang]) satisfies Cell, must: required })),
	...langs.map((lang) => ({ name: `url_${lang}`, description: `Where the statement is on the site (${lang}).`, cell: (({ url }) => url[lang]) satisfies Cell, must: { format: 'uri', ...required } as const })),
];

/** A comma-separated table with a header row. */
export const toCsv = (statements: readonly PublishedStatement[]): string =>
	csvTable([columns.map(({ name }) => name), ...statements.map((statement) => columns.map(({ cell }) => cell(statement)))]);
