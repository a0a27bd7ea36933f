import { csvTable } from '../../../src/model/csv.ts';
import { langs, languages } from '../../../src/model/languages.ts';
import type { Term } from '../../../src/model/seed.ts';

/**
 * The names of the glossary as a table: what translation programs take as a termbase. A row an entry. It begins with a byte
 * order mark, without which a spreadsheet takes Japanese for the encoding of its own system.
 */
export const termTable = (terms: readonly Term[]): string =>
	`\uFEFF${csvTable([
		['id', 'category', ...langs.flatMap((lang) => [languages[lang].tag, `${languages[lang].tag} (other names)`]), 'abbreviations', 'reading', 'rendering'],
		...terms.map(({ id, category, name, aliases, abbreviations, reading, rendering }) => [
			id,
			category,
			...langs.flatMap((lang) => [name[lang], aliases[lang].join('; ')]),
			abbreviations.join('; '),
			reading.join('; '),
			rendering,
		]),
	])}`;
