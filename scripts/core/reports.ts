import { sortIssues, type Issue } from './issue.ts';
import type { IssueReporter } from './issue-messages.ts';

/** The forms of a report: for people, for the log of a workflow on GitHub, for other programs. */
export const reportFormats = ['text', 'github', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes all issues in one report, by file and place. */
export function writeReport(issues: readonly Issue[], format: ReportFormat, reporter: IssueReporter): string {
	const sorted = sortIssues(issues);
	switch (format) {
		case 'json':
			return JSON.stringify({ count: sorted.length, issues: sorted.map((issue) => ({ file: issue.file, line: issue.line, column: issue.column, code: issue.code, found: reporter.sentence(issue.found), expected: reporter.sentence(issue.expected), fix: reporter.sentence(issue.fix), ...(issue.detail === undefined ? {} : { detail: issue.detail }), fixable: issue.edit !== undefined, help: reporter.help(issue.code) })) }, undefined, '\t');
		case 'github':
			return sorted.map((issue) => `::error file=${property(issue.file)},line=${issue.line},col=${issue.column},title=${property(issue.code)}::${data(`${reporter.message(issue)} ${reporter.help(issue.code)}`)}`).join('\n');
		case 'text':
			return [...sorted.map(reporter.text), '', reporter.count(sorted.length), ...[...new Set(sorted.map(({ code }) => code))].sort().map((code) => `  ${code}: ${reporter.help(code)}`)].join('\n');
	}
}

/** Workflow commands end at a line end and use `%`, `:` and `,` themselves. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Makes the edits that a program can make without a doubt.
 * @returns the new text; the same where no edit fits any more, or where the file holds the marks of a merge conflict
 */
export function applyEdits(text: string, issues: readonly Issue[]): { readonly text: string; readonly made: number } {
	if (/^(?:<{7}|>{7})(?: |\r?$)/m.test(text)) return { text, made: 0 };
	const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	const edits = issues.flatMap(({ line, column, edit }) => (edit ? [{ offset: (lines[line - 1] ?? 0) + column - 1, ...edit }] : [])).sort((a, b) => b.offset - a.offset);
	let result = text;
	let made = 0;
	let next = Infinity;
	for (const { offset, from, to } of edits) {
		// From the end to the start, so that places stay right; two edits of the same words are made in two runs.
		if (offset + from.length > next || !result.startsWith(from, offset)) continue;
		result = result.slice(0, offset) + to + result.slice(offset + from.length);
		next = offset;
		made += 1;
	}
	return { text: result, made };
}
