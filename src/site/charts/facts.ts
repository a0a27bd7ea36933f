import type { StoredStatement } from '../../model/published.ts';

/** A statement with all that is told of it: what repetitions add counts with the statement that is shown for them. */
export type Fact = StoredStatement & { readonly sources: readonly string[] };

const known = new WeakMap<readonly StoredStatement[], readonly Fact[]>();

/** The statements that stand for themselves: a fact that several sources tell counts once. The same list gives the same facts, which every picture asks for. */
export function factsOf(statements: readonly StoredStatement[]): readonly Fact[] {
	const facts = known.get(statements) ?? gather(statements);
	known.set(statements, facts);
	return facts;
}

function gather(statements: readonly StoredStatement[]): Fact[] {
	const repeats = Map.groupBy(statements.filter(({ sameAs }) => sameAs !== undefined), ({ sameAs }) => sameAs);
	return statements
		.filter(({ sameAs }) => sameAs === undefined)
		.map((statement) => {
			const told = [statement, ...(repeats.get(statement.id) ?? [])];
			const all = (field: 'sectors' | 'parties'): string[] => [...new Set(told.flatMap((each) => each[field]))];
			return { ...statement, sectors: all('sectors'), parties: all('parties'), sources: [...new Set(told.map(({ source }) => source))] };
		});
}
