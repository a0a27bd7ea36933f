/**
 * What changed in the seeds, worked out from versions of their parsed files. Pure: versions in, changes out. A
 * statement is itself as long as it has its id, whichever file it stands in and however its YAML is laid out.
 */

/** The fields of a statement that a reader is told of when they change, in the order in which they are told. */
export const changeFields = ['status', 'text', 'when', 'amounts', 'note', 'kind', 'sectors', 'parties', 'places', 'terms', 'lines', 'sameAs'] as const;
export type ChangeField = (typeof changeFields)[number];

/** A statement as some version of a seed had it: whatever the schema was then. */
export type SeedStatement = Readonly<Record<string, unknown>> & { readonly id: string };

/** One commit: the seed files that it changed, as they were after it. */
export interface SeedVersion {
	readonly commit: string;
	/** ISO 8601, with the offset of who committed. */
	readonly date: string;
	/** The statements of each file by its path; `null` for a file that is gone. A file that could not be read is left out. */
	readonly files: ReadonlyMap<string, { readonly source: string; readonly statements: readonly SeedStatement[] } | null>;
}

export interface StatementChange {
	readonly kind: 'added' | 'changed' | 'removed';
	readonly id: string;
	/** The day of the commit, `YYYY-MM-DD`, where it was made. */
	readonly day: string;
	readonly commit: string;
	readonly source: string;
	/** Whether the source itself came with the same commit. */
	readonly isNewSource: boolean;
	/** For `changed`: which fields. */
	readonly fields: readonly ChangeField[];
	/** For a change of status: what it was and what it is. */
	readonly status?: { readonly from: string; readonly to: string };
}

/** @param versions oldest first. @returns the changes, oldest first */
export function changesOf(versions: readonly SeedVersion[]): StatementChange[] {
	const files = new Map<string, { source: string; statements: readonly SeedStatement[] }>();
	const changes: StatementChange[] = [];
	for (const { commit, date, files: changed } of versions) {
		const before = byId(files);
		const knownSources = new Set([...files.values()].map(({ source }) => source));
		for (const [path, file] of changed) {
			if (file === null) files.delete(path);
			else files.set(path, file);
		}
		const after = byId(files);
		const shared = { day: date.slice(0, 10), commit };
		for (const [id, { statement, source }] of after) {
			const old = before.get(id);
			const isNewSource = !knownSources.has(source);
			if (!old) changes.push({ ...shared, kind: 'added', id, source, isNewSource, fields: [] });
			else {
				const fields = changedFields(old.statement, statement);
				if (fields.length > 0) changes.push({ ...shared, kind: 'changed', id, source, isNewSource, fields, ...(fields.includes('status') ? { status: { from: String(old.statement['status']), to: String(statement['status']) } } : {}) });
			}
		}
		for (const [id, { source }] of before) if (!after.has(id)) changes.push({ ...shared, kind: 'removed', id, source, isNewSource: false, fields: [] });
	}
	return changes;
}

const byId = (files: ReadonlyMap<string, { source: string; statements: readonly SeedStatement[] }>): Map<string, { statement: SeedStatement; source: string }> =>
	new Map([...files.values()].flatMap(({ source, statements }) => statements.map((statement) => [statement.id, { statement, source }] as const)));

const changedFields = (before: SeedStatement, after: SeedStatement): ChangeField[] =>
	changeFields.filter((field) => canonical(valueOf(before, field)) !== canonical(valueOf(after, field)));

const valueOf = (statement: SeedStatement, field: ChangeField): unknown =>
	field === 'sectors' ? [statement['sector'], ...list(statement['also'])] : field === 'when' ? list(statement['when']).map(String) : statement[field];

const list = (value: unknown): unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value]);

/** The same text for the same value: keys in order; an empty list is no list. */
const canonical = (value: unknown): string =>
	value === undefined || value === null || (Array.isArray(value) && value.length === 0)
		? ''
		: JSON.stringify(value, (_, part: unknown) =>
			typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);

/** When each statement was added and last changed: days. A statement that was removed and came back was added when it came back. */
export function historyOf(changes: readonly StatementChange[]): Map<string, { readonly added: string; readonly changed: string | undefined }> {
	const found = new Map<string, { added: string; changed: string | undefined }>();
	for (const { kind, id, day } of changes) {
		const known = found.get(id);
		if (kind === 'removed') found.delete(id);
		else if (kind === 'added' || !known) found.set(id, { added: day, changed: undefined });
		else known.changed = day;
	}
	return found;
}
