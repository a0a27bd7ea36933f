import type { Issue } from './issue.ts';
import { parse } from './mdx.ts';

/** A place in a text, from 1, and what is wrong there. */
interface MdxProblem {
	readonly line: number;
	readonly column: number;
	readonly found: string;
}

/** What keeps a text (without front matter) from compiling as MDX. */
export function mdxProblem(source: string): MdxProblem | undefined {
	try {
		parse(source);
		return undefined;
	} catch (error) {
		const { reason, place, column = 1 } = error as { reason: string; place?: { offset?: number; start?: { offset?: number } }; column?: number };
		// The parser names the tag that is left open in its message: that is where the edit goes.
		const [written, tagLine, tagColumn] = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? [];
		const offset = place?.start?.offset ?? place?.offset ?? 0;
		return {
			line: tagLine === undefined ? source.slice(0, offset).split('\n').length : Number(tagLine),
			column: Number(tagColumn ?? column),
			found: plainWords(reason.replace(written ?? '', '')),
		};
	}
}

/** What the parser says of code, without the names of its tools. */
const plainWords = (reason: string): string =>
	reason.replace(/^Could not parse import\/exports with acorn$/, 'an import or export that cannot be read').replace(/^Could not parse expression with acorn$/, 'what stands between `{` and `}` cannot be read as code');

/** Says such a problem as an issue of a file, at a line of that file. */
export const mdxIssue = ({ column, found }: Omit<MdxProblem, 'line'>, file: string, line: number): Issue => ({
	file,
	line,
	column,
	code: 'mdx-syntax',
	found,
	expected: 'text that compiles as MDX',
	fix: edits.find(([words]) => words.test(found))?.[1] ?? 'write `{` and `<` as `\\{` and `\\<` where they are text, and close what is open',
});

/** The edit to make, by what the parser says. */
const edits: readonly (readonly [words: RegExp, fix: string])[] = [
	[/before attribute value/, 'put the value in straight quotes: `name="value"`'],
	[/^an import or export/, "write it as `import { Note, Ref } from '@components';`, in half-width letters; where it is text, begin the line with another word"],
	[/to create a comment/, 'write a comment as `{/* text */}`'],
	[/to create a link/, 'write a link as `[text](address)`'],
	[/closing tag for `<(?:br|hr|img|wbr)\b/, 'end the tag with `/>`: it has no closing tag'],
];

/** What keeps a whole page from compiling. Editors' own text is the usual place. */
export function mdxIssues(text: string, file: string): Issue[] {
	const frontMatter = /^---\r?\n[^]*?\r?\n---\r?\n/.exec(text)?.[0] ?? '';
	const problem = mdxProblem(text.slice(frontMatter.length));
	return problem ? [mdxIssue(problem, file, problem.line + frontMatter.split('\n').length - 1)] : [];
}
