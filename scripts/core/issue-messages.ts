import { langs, languages, type Lang } from '../../src/model/languages.ts';
import type { Issue } from './issue.ts';

/**
 * Messages of issues in the editor's language. As with gettext, the English sentence is the key: it is written where the
 * mistake is found, and a catalogue (`content/messages/<lang>.json`) has its translation, with `{{holes}}` where the
 * sentence has a name, a number or another message. So whoever adds a rule writes a plain sentence, and whoever
 * translates needs no code.
 */
export type IssueCatalogue = Readonly<Record<string, string>>;

/** Translates a sentence; what the catalogue does not have stays as it is. */
export type TranslateIssue = (sentence: string) => string;

/** How a language puts the parts of an issue together: the keys of these in its catalogue. */
const frame = {
	issue: '{{found}}; expected {{expected}}. To mend it: {{fix}}.',
	count_one: '{{count}} problem found.',
	count_other: '{{count}} problems found.',
	fixed_one: '{{count}} mended.',
	fixed_other: '{{count}} mended.',
} as const;

interface Template {
	readonly pattern: RegExp;
	readonly names: readonly string[];
	readonly translation: string;
}

/** @param catalogue none for the language that the messages are written in */
export function createIssueTranslator(catalogue: IssueCatalogue = {}): TranslateIssue {
	const templates = Object.entries(catalogue).map(([sentence, translation]): Template & { readonly literal: number } => {
		const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
		const parts = sentence.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
		return { pattern: new RegExp(`^${parts.join('([^]+?)')}$`), names, translation, literal: sentence.replaceAll(/\{\{\w+\}\}/g, '').length };
	});
	// The sentence with the most words of its own fits best.
	templates.sort((a, b) => b.literal - a.literal);
	const translate = (sentence: string): string => {
		const whole = catalogue[sentence];
		if (whole !== undefined) return whole;
		for (const { pattern, names, translation } of templates) {
			const match = names.length > 0 ? pattern.exec(sentence) : null;
			if (!match) continue;
			const values = new Map(names.map((name, index) => [name, translate(match[index + 1] ?? '')]));
			return translation.replaceAll(/\{\{(\w+)\}\}/g, (_hole, name: string) => values.get(name) ?? '');
		}
		return sentence;
	};
	return translate;
}

const fill = (template: string, values: Readonly<Record<string, string | number>>): string => template.replaceAll(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''));

/** Everything that a report says in one language. */
export interface IssueReporter {
	/** One issue in a line, and the lines of its detail below it. */
	readonly text: (issue: Issue) => string;
	/** The same without its place, for formats that have fields for that. */
	readonly message: (issue: Issue) => string;
	readonly count: (problems: number) => string;
	readonly fixed: (edits: number) => string;
	/** Where the help for a code is, on the site. */
	readonly help: (code: string) => string;
	readonly sentence: TranslateIssue;
}

/** @param groupOf the page of the help that tells of a code; '' for the list of all */
export function createIssueReporter(lang: Lang, catalogue: IssueCatalogue | undefined, groupOf: (code: string) => string): IssueReporter {
	const sentence = createIssueTranslator(catalogue);
	const framed = (key: keyof typeof frame, values: Readonly<Record<string, string | number>>): string => fill(catalogue?.[frame[key]] ?? frame[key], values);
	const help = (code: string): string => `/${[languages[lang].tag, 'help', groupOf(code)].filter(Boolean).join('/')}/#${code}`;
	const message = ({ found, expected, fix }: Issue): string => framed('issue', { found: sentence(found), expected: sentence(expected), fix: sentence(fix) });
	const plural = (count: number): 'one' | 'other' => (count === 1 ? 'one' : 'other');
	return {
		sentence,
		help,
		message,
		text: (issue) => `${issue.file}:${issue.line}:${issue.column}  ${issue.code}  ${message(issue)}${issue.detail === undefined ? '' : `\n${issue.detail.split('\n').map((line) => detail(line, sentence)).join('\n')}`}`,
		count: (count) => framed(`count_${plural(count)}`, { count }),
		fixed: (count) => framed(`fixed_${plural(count)}`, { count }),
	};
}

/** Another place: `file:line:column  sentence`. A difference stays as it is. */
function detail(line: string, sentence: TranslateIssue): string {
	const [all, place = '', said = ''] = /^(\s*\S+:\d+:\d+ {2})(.*)$/.exec(line) ?? [];
	return all === undefined ? line : place + sentence(said);
}

/** The language of the editor, from the environment as POSIX has it; the first language where it names none of ours. */
export function editorLang(environment: Readonly<Record<string, string | undefined>>): Lang {
	const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((value) => value !== undefined && value !== '') ?? '';
	return langs.find((lang) => locale.toLowerCase().startsWith(lang)) ?? langs[0];
}
