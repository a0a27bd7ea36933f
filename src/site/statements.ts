import { existsSync, readFileSync } from 'node:fs';
import { langs } from '../model/languages.ts';
import { statementsFileSchema, type PublishedStatement, type StoredStatement } from '../model/published.ts';

// Astro runs builds and the development server from the root of the project; a bundled module has no place of its own.
const file = 'content/data/statements.json';

/** All statements, as convert left them. */
export const statements: readonly StoredStatement[] = readStatements();

/** The statement of each id. */
export const statementById: ReadonlyMap<string, StoredStatement> = new Map(statements.map((statement) => [statement.id, statement]));

/** How many statements have their home in each sector, and how many each source makes. */
export const counts = { sector: countBy(({ sector }) => sector), source: countBy(({ source }) => source) } as const;

function countBy(key: (statement: StoredStatement) => string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const statement of statements) counts.set(key(statement), (counts.get(key(statement)) ?? 0) + 1);
	return counts;
}

function readStatements(): StoredStatement[] {
	if (!existsSync(file)) throw new Error(`${file} is missing. Run npm run convert, which writes it from the seeds.`);
	return statementsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).statements;
}

/**
 * A statement as it is published: full addresses in place of paths.
 * @param url the full address of a path on this site
 */
export function publish({ path, ...statement }: StoredStatement, url: (path: string) => string): PublishedStatement {
	return { ...statement, url: Object.fromEntries(langs.map((lang) => [lang, url(path[lang])])) as PublishedStatement['url'] };
}
