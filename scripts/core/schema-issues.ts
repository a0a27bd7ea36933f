import type { z } from 'zod';
import { langs } from '../../src/model/languages.ts';
import { amountForms, dateForms } from '../../src/model/seed.ts';
import { formatIssue, issueCodes, nearest, shorten, type Issue, type IssueCode } from './issue.ts';
import type { ParsedYaml } from './yaml.ts';

type ZodIssue = z.core.$ZodIssue;

/** Turns what the schema found wrong into issues at the exact place, with the edit to make. */
export function schemaIssues(error: z.ZodError, schema: z.ZodType, parsed: ParsedYaml): Issue[] {
	const place = (path: readonly PropertyKey[]): string => JSON.stringify(path);
	const missing = new Set(error.issues.filter(({ path }) => at(parsed.data, path) === undefined).map(({ path }) => place(path)));
	// A field whose name is misspelt is also missing, perhaps to a rule about several fields: one mistake, said once.
	const meant = (path: readonly PropertyKey[], key: string): string | undefined => {
		const known = fieldsAt(schema, path).filter((field) => at(parsed.data, [...path, field]) === undefined);
		return nearest(key, known.filter((field) => missing.has(place([...path, field])))) ?? nearest(key, known);
	};
	const misspelt = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ group: place(issue.path), field: meant(issue.path, key) })) : [])).filter(({ field }) => field !== undefined);
	const follows = ({ code, path }: ZodIssue): boolean =>
		misspelt.some(({ group, field }) => (group === place(path.slice(0, -1)) && field === path.at(-1)) || (code === 'custom' && [place(path), place(path.slice(0, -1))].includes(group)));
	// A text that is to be written in every language is one thing to do.
	const texts = Map.groupBy(error.issues.filter(isToDo), ({ path }) => place(path.slice(0, -1)));
	const others = error.issues.filter((issue) => !isToDo(issue) || texts.get(place(issue.path.slice(0, -1)))?.[0] === issue);
	const issues = others.filter((issue) => !follows(issue)).flatMap((issue) => [...explain(issue, schema, parsed, meant)]);
	// One value may break a rule twice: a range of two lines that are no numbers.
	return [...new Map(issues.map((issue) => [formatIssue(issue), issue])).values()];
}

const isToDo = (issue: ZodIssue): boolean => issue.code === 'custom' && (issue.params as { code?: string } | undefined)?.code === 'still-to-do';

function* explain(issue: ZodIssue, schema: z.ZodType, parsed: ParsedYaml, meant: (path: readonly PropertyKey[], key: string) => string | undefined, prefix: readonly PropertyKey[] = []): Generator<Issue> {
	const path = [...prefix, ...issue.path];
	const field = path.filter((part) => typeof part === 'string').at(-1) ?? 'the file';
	const value = at(parsed.data, path);
	const place = parsed.locate(path);
	const say = (code: IssueCode, found: string, expected: string, fix: string): Issue => ({ ...place, code, found, expected, fix });

	if (issue.code === 'unrecognized_keys') {
		const known = fieldsAt(schema, path);
		for (const key of issue.keys) {
			const name = meant(path, key);
			yield {
				...parsed.locate([...path, key], 'key'),
				code: 'unknown-field',
				found: `unknown field \`${key}\``,
				expected: known.length ? `one of ${list(known)}` : 'a field of the schema',
				fix: name ? `write \`${name}\`, or remove the field` : 'remove the field, or correct its name',
			};
		}
		return;
	}
	const lines = path.lastIndexOf('lines');
	if (lines >= 0 && path[lines - 1] !== 'original' && at(parsed.data, path.slice(0, lines + 1)) != null) {
		const range = path.slice(0, lines + 1);
		const written = at(parsed.data, range);
		yield { ...parsed.locate(range), code: 'bad-lines', found: `\`${JSON.stringify(written)}\` for \`lines\``, expected: 'the first and the last line, counted from 1', fix: `write \`${rangeFrom(written)}\`` };
		return;
	}
	if (value === undefined || value === null) {
		// The entries of an empty list may have been left out for their syntax, which is reported.
		if (parsed.leftOut.length > 0 && value === null && issue.code === 'invalid_type' && issue.expected === 'array') return;
		yield nothing(path, value, issue, schema, say);
		return;
	}
	switch (issue.code) {
		case 'invalid_type':
			if (issue.message === 'bad-id') yield badId(value, field, say);
			else yield say('wrong-type', `${describe(value)} for \`${field}\``, typeNames[issue.expected] ?? issue.expected, typeFix(issue.expected, value, fieldsAt(schema, path)));
			return;
		case 'invalid_value': {
			const values = issue.values.map(String);
			const near = typeof value === 'string' ? nearest(value, values) : undefined;
			yield say('unknown-value', `${describe(value)} for \`${field}\``, `one of ${list(values)}`, near ? `write \`${near}\`` : 'choose one of these words');
			return;
		}
		case 'invalid_format':
			if (issue.message === 'bad-id') yield badId(value, field, say);
			else if (issue.message === 'bad-sha256') yield say('bad-value', `${describe(value)} for \`sha256\``, '64 lower-case hexadecimal digits', 'paste the output of sha256sum for the original');
			else yield say('bad-url', `${describe(value)} for \`${field}\``, 'an address that begins with https:// or http://', 'write the full address');
			return;
		case 'too_small':
			yield Array.isArray(value)
				? say(field === 'the file' ? 'empty-file' : 'bad-value', `an empty list for \`${field}\``, 'at least one entry', field === 'the file' ? 'write the entries, or restore the file from version control' : 'add an entry')
				: say('bad-value', `${describe(value)} for \`${field}\``, value === '' ? 'a text' : `at least ${issue.minimum}`, value === '' ? 'write the text' : 'correct the number');
			return;
		case 'too_big':
			yield say('bad-id', `an id of ${typeof value === 'string' ? value.length : 0} characters`, `at most ${issue.maximum} characters`, 'shorten it');
			return;
		case 'invalid_union': {
			// Of the forms that a field may take, the one that got furthest is the one that was meant.
			const branch = issue.errors.find((errors) => errors.every(({ code, path: inner }) => code !== 'invalid_type' || inner.length > 0));
			if (branch) for (const inner of branch) yield* explain(inner, schema, parsed, meant, path);
			else if (path.includes('amounts')) yield say('bad-amount', `${describe(value)} for \`${field}\``, `that ${issueCodes['bad-amount']}`, amountForms);
			else yield say('bad-date', `${describe(value)} for \`${field}\``, `that ${issueCodes['bad-date']}`, dateForms);
			return;
		}
		case 'custom': {
			const { code, fix } = (issue.params ?? {}) as { code?: string; fix?: string };
			const known = code !== undefined && code in issueCodes ? (code as IssueCode) : 'bad-value';
			if (known === 'still-to-do') {
				yield say(known, `\`${langs.some((lang) => lang === path.at(-1)) ? parentField(path) : field}\` is still to be written`, `that ${issueCodes[known]}`, fix ?? 'correct the value');
				return;
			}
			yield say(known, `${value === '' || typeof value === 'object' ? `\`${field}\`` : describe(value)}: ${issue.message}`, `that ${issueCodes[known]}`, fix ?? 'correct the value');
			return;
		}
		default:
			yield say('bad-value', `${describe(value)} for \`${field}\` (${issue.message})`, 'a value of the schema', 'correct the value');
	}
}

type Say = (code: IssueCode, found: string, expected: string, fix: string) => Issue;

/** Nothing stands where something is needed: the field is left out, or nothing is written after its name. */
function nothing(path: readonly PropertyKey[], value: undefined | null, issue: ZodIssue, schema: z.ZodType, say: Say): Issue {
	const last = path.at(-1);
	const expected = issue.code === 'invalid_type' ? (typeNames[issue.expected] ?? issue.expected) : issue.code === 'invalid_value' ? `one of ${list(issue.values.map(String))}` : 'a value';
	if (last === undefined) return say('empty-file', 'nothing', 'a seed', 'write the seed, or restore the file from version control');
	if (typeof last === 'number') return say('missing-field', `an empty entry in \`${parentField(path)}\``, expected, 'write the entry, or remove its “-” or comma');
	const name = String(last);
	if ((langs as readonly string[]).includes(name)) {
		return say('missing-language', `no text in \`${name}\` for \`${parentField(path)}\``, `a text in each of ${list(langs)}`, `${value === undefined ? 'add' : 'write'} \`${name}:\` with the same text in that language`);
	}
	const optional = schemaAt(schema, path)?.safeParse(undefined).success === true;
	return value === undefined ? say('missing-field', `no \`${name}\``, expected, `add \`${name}:\``) : say('missing-field', `nothing for \`${name}\``, expected, `write the value after \`${name}:\`${optional ? ', or remove the field' : ''}`);
}

const badId = (value: unknown, field: string, say: Say): Issue =>
	value === 'TODO'
		? say('still-to-do', `\`${field}\` is still to be written`, `that ${issueCodes['still-to-do']}`, 'write an id: of a sector as in sectors.yaml, of a name as in glossary.yaml')
		: say('bad-id', `${describe(value)} as an id`, 'lower-case letters and digits, words joined by single hyphens, a letter first', typeof value === 'string' && /[、，]/.test(value) ? 'separate ids with “, ”' : `write \`${idFrom(typeof value === 'string' ? value : '')}\``);

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

function schemaAt(schema: unknown, path: readonly PropertyKey[]): z.ZodType | undefined {
	const [key, ...rest] = path;
	if (key === undefined) return schema as z.ZodType | undefined;
	const { element, shape } = definition(schema);
	return schemaAt(typeof key === 'number' ? element : shape?.[String(key)], rest);
}

/** The names of the fields that the schema knows at `path`. */
const fieldsAt = (schema: unknown, path: readonly PropertyKey[]): string[] => Object.keys(definition(schemaAt(schema, path)).shape ?? {});

const at = (data: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const parentField = (path: readonly PropertyKey[]): string => path.slice(0, -1).findLast((part) => typeof part === 'string') ?? 'the file';

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

const describe = (value: unknown): string =>
	value === undefined || value === null
		? 'nothing'
		: Array.isArray(value)
			? 'a list'
			: typeof value === 'object'
				? 'a group of fields'
				: `\`${shorten((value as string | number | boolean).toString(), 60)}\``;

const typeNames: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: '`true` or `false`',
	array: 'a list',
	tuple: 'the first and the last line, counted from 1',
	object: 'a group of fields',
};

function typeFix(expected: string, value: unknown, fields: readonly string[]): string {
	if (expected === 'string') return typeof value === 'object' ? 'write one text' : 'put it in quotes';
	if (expected === 'array') return 'write it as a list, each entry on a line of its own after “- ”';
	if (expected === 'object') return langs.every((lang) => fields.includes(lang)) ? `write the text once a language: ${langs.map((lang) => `${lang}: …`).join(', ')}` : `write its fields on lines of their own: ${list(fields)}`;
	return `write ${typeNames[expected] ?? 'a value of that type'}`;
}

/** The range that was probably meant. */
function rangeFrom(written: unknown): string {
	const numbers = typeof written === 'string' ? written.normalize('NFKC').split(/\s*[-–,、~]\s*/).map(Number) : [written].flat().map((line: unknown) => (typeof line === 'string' ? Number(line.normalize('NFKC')) : line));
	const [from, to = from] = numbers.every((line): line is number => Number.isInteger(line) && Number(line) > 0) ? [...numbers].sort((a, b) => a - b) : [];
	return numbers.length <= 2 && from !== undefined && to !== undefined ? `[${from}, ${to}]` : '[first, last]';
}

const idFrom = (value: string): string =>
	value.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[-0-9]+|-+$/g, '') || 'a-short-name';
