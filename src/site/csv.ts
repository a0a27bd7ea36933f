import { csvTable } from '../model/csv.ts';
import { langs } from '../model/languages.ts';
import type { PublishedStatement } from '../model/published.ts';

type Cell = (statement: PublishedStatement) => string;

const joined = (values: readonly string[]): string => values.join(';');

/** The columns of `statements.csv`, in order, each with what goes into it and what it holds. */
export const columns: readonly { name: string; description: string; cell: Cell }[] = [
	{ name: 'id', description: 'Permanent identifier.', cell: ({ id }) => id },
	{ name: 'source', description: 'Identifier of the source document.', cell: ({ source }) => source },
	{ name: 'lines', description: 'First and last line of the original, as first-last.', cell: ({ lines }) => lines.join('-') },
	{ name: 'sector', description: 'The sector whose page is the statement’s home.', cell: ({ sector }) => sector },
	{ name: 'sectors', description: 'All sectors it concerns, joined by semicolons.', cell: ({ sectors }) => joined(sectors) },
	{ name: 'kind', description: 'What it is about.', cell: ({ kind }) => kind },
	{ name: 'status', description: 'How far the matter has come, as the source tells it.', cell: ({ status }) => status },
	{ name: 'when', description: 'EDTF dates and intervals, joined by semicolons.', cell: ({ when }) => joined(when) },
	{ name: 'parties', description: 'Glossary ids of the parties, joined by semicolons.', cell: ({ parties }) => joined(parties) },
	{ name: 'places', description: 'Glossary ids of the places, joined by semicolons.', cell: ({ places }) => joined(places) },
	{ name: 'amounts', description: 'Amounts as a JSON array; empty where there are none.', cell: ({ amounts }) => (amounts.length > 0 ? JSON.stringify(amounts) : '') },
	...langs.map((lang) => ({ name: `text_${lang}`, description: `The fact in the guide’s own words (${lang}).`, cell: (({ text }) => text[lang]) satisfies Cell })),
	...langs.map((lang) => ({ name: `url_${lang}`, description: `Where the statement is on the site (${lang}).`, cell: (({ url }) => url[lang]) satisfies Cell })),
];

/** A comma-separated table with a header row. */
export const toCsv = (statements: readonly PublishedStatement[]): string =>
	csvTable([columns.map(({ name }) => name), ...statements.map((statement) => columns.map(({ cell }) => cell(statement)))]);
