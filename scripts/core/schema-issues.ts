import type { z } from 'zod';
import { langs } from '../../src/model/languages.ts';
import { issueCodes, nearest, type Issue, type IssueCode } from './issue.ts';
import type { ParsedYaml } from './yaml.ts';

type ZodIssue = z.core.$ZodIssue;

/** Turns what the schema found wrong into issues at the exact place, with the edit to make. */
export const schemaIssues = (error: z.ZodError, schema: z.ZodType, parsed: ParsedYaml): Issue[] =>
	error.issues.flatMap((issue) => [...explain(issue, schema, parsed)]);

function* explain(issue: ZodIssue, schema: z.ZodType, parsed: ParsedYaml, prefix: readonly PropertyKey[] = []): Generator<Issue> {
	const path = [...prefix, ...issue.path];
	const field = path.filter((part) => typeof part === 'string').at(-1) ?? 'the file';
	const value = at(parsed.data, path);
	const place = parsed.locate(path);
	const say = (code: IssueCode, found: string, expected: string, fix: string): Issue => ({ ...place, code, found, expected, fix });

	switch (issue.code) {
		case 'unrecognized_keys':
			for (const key of issue.keys) {
				const known = fieldsAt(schema, path);
				const meant = nearest(key, known);
				yield {
					...parsed.locate([...path, key], 'key'),
					code: 'unknown-field',
					found: `unknown field \`${key}\``,
					expected: known.length ? `one of ${list(known)}` : 'a field of the schema',
					fix: meant ? `write \`${meant}\`, or remove the field` : 'remove the field, or correct its name',
				};
			}
			return;
		case 'invalid_type':
			if (value === undefined || value === null) {
				const last = path.at(-1);
				if ((langs as readonly PropertyKey[]).includes(last ?? '')) {
					yield say('missing-language', `no text in \`${String(last)}\` for \`${parentField(path)}\``, `a text in each of ${list(langs)}`, `add \`${String(last)}:\` with the same text in that language`);
				} else if (typeof last === 'string') {
					yield say('missing-field', `no \`${last}\``, `a ${issue.expected}`, `add \`${last}:\``);
				} else yield say('empty-file', 'nothing', `a ${issue.expected}`, 'write the entries, or restore the file from version control');
				return;
			}
			yield say('wrong-type', `${describe(value)} for \`${field}\``, `a ${issue.expected}`, typeFix(issue.expected, value));
			return;
		case 'invalid_value': {
			const values = issue.values.map(String);
			const meant = typeof value === 'string' ? nearest(value, values) : undefined;
			yield value === undefined
				? say('missing-field', `no \`${field}\``, `one of ${list(values)}`, `add \`${field}:\``)
				: say('unknown-value', `${describe(value)} for \`${field}\``, `one of ${list(values)}`, meant ? `write \`${meant}\`` : 'choose one of these words');
			return;
		}
		case 'invalid_format':
			if (issue.message === 'bad-id') yield say('bad-id', `${describe(value)} as an id`, 'lower-case letters and digits, words joined by single hyphens, a letter first', `write \`${idFrom(String(value))}\``);
			else if (issue.message === 'bad-sha256') yield say('bad-value', `${describe(value)} for \`sha256\``, '64 lower-case hexadecimal digits', 'paste the output of sha256sum for the original');
			else yield say('bad-url', `${describe(value)} for \`${field}\``, 'an address that begins with https:// or http://', 'write the full address');
			return;
		case 'too_small':
			if (value === undefined) yield say('missing-field', `no \`${field}\``, 'a list with at least one entry', `add \`${field}:\``);
			else if (path.includes('lines')) yield say('bad-lines', `${describe(value)} in \`lines\``, 'line numbers from 1', 'write [first, last]');
			else yield say('bad-value', `${describe(value)} for \`${field}\``, `at least ${issue.minimum}`, Array.isArray(value) ? 'add an entry, or remove the field' : 'correct the number');
			return;
		case 'too_big':
			yield path.includes('lines')
				? say('bad-lines', `${describe(value)} in \`lines\``, 'two line numbers', 'write [first, last]')
				: say('bad-value', `${describe(value)} for \`${field}\``, `at most ${issue.maximum}`, 'shorten it');
			return;
		case 'invalid_union': {
			if (value === undefined) {
				yield say('missing-field', `no \`${field}\``, 'a value', `add \`${field}:\``);
				return;
			}
			// Of the forms that a field may take, the one that got furthest is the one that was meant.
			const branch = issue.errors.find((errors) => errors.every(({ code, path: inner }) => code !== 'invalid_type' || inner.length > 0));
			if (branch) for (const inner of branch) yield* explain(inner, schema, parsed, path);
			else {
				const code: IssueCode = path.includes('amounts') ? 'bad-amount' : path.includes('when') || field === 'date' ? 'bad-date' : 'wrong-type';
				const forms = issue.errors.flatMap((errors) => errors.map((inner) => ('expected' in inner ? String(inner.expected) : '')));
				yield say(code, `${describe(value)} for \`${field}\``, `a ${[...new Set(forms)].join(' or ')}`, 'write the value in one of these forms');
			}
			return;
		}
		case 'custom': {
			const { code, fix } = (issue.params ?? {}) as { code?: string; fix?: string };
			const known = code !== undefined && code in issueCodes ? (code as IssueCode) : 'bad-value';
			yield say(known, `${value === undefined || typeof value === 'object' ? `\`${field}\`` : describe(value)}: ${issue.message}`, issueCodes[known], fix ?? 'correct the value');
			return;
		}
		default:
			yield say('bad-value', `${describe(value)} for \`${field}\` (${issue.message})`, 'a value of the schema', 'correct the value');
	}
}

/** The parts of a zod definition that lead from a field to the fields inside it. */
interface Definition {
	readonly shape?: Readonly<Record<string, unknown>>;
	readonly element?: unknown;
	readonly innerType?: unknown;
	readonly in?: unknown;
	readonly options?: readonly unknown[];
}

const definition = (schema: unknown): Definition => {
	const def = (schema as { def?: Definition } | undefined)?.def ?? {};
	const wrapped = def.innerType ?? def.in;
	return wrapped === undefined ? def : definition(wrapped);
};

/** The names of the fields that the schema knows at `path`. */
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
	let current = definition(schema);
	for (const key of path) current = definition(typeof key === 'number' ? current.element : current.shape?.[String(key)]);
	return Object.keys(current.shape ?? {});
}

const at = (data: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const parentField = (path: readonly PropertyKey[]): string => path.slice(0, -1).findLast((part) => typeof part === 'string') ?? 'the entry';

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const describe = (value: unknown): string =>
	value === undefined || value === null
		? 'nothing'
		: Array.isArray(value)
			? 'a list'
			: typeof value === 'object'
				? 'a group of fields'
				: `\`${String(value as string | number | boolean).slice(0, 60)}\``;

const typeFix = (expected: string, value: unknown): string =>
	expected === 'string' && typeof value !== 'object'
		? 'put it in quotes'
		: expected === 'array'
			? 'write it as a list, each entry on a line of its own after “- ”'
			: expected === 'object' && typeof value === 'string'
				? `write the text once a language: ${langs.map((lang) => `${lang}: …`).join(', ')}`
				: 'write a value of that type';

const idFrom = (value: string): string =>
	value.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[-0-9]+|-+$/g, '') || 'a-short-name';
