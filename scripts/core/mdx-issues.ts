import type { Issue } from './issue.ts';
import { parse } from './mdx.ts';

/** What keeps a page from compiling as MDX, at its line. Editors' own text is the usual place. */
export function mdxIssues(text: string, file: string): Issue[] {
	const frontMatter = /^---\r?\n[^]*?\r?\n---\r?\n/.exec(text)?.[0] ?? '';
	const offset = frontMatter.split('\n').length - 1;
	try {
		parse(text.slice(frontMatter.length));
		return [];
	} catch (error) {
		const { reason, line = 1, column = 1 } = error as { reason?: string; line?: number; column?: number };
		return [{ file, line: line + offset, column, code: 'mdx-syntax', found: reason ?? String(error), expected: 'text that compiles as MDX', fix: 'write `{` and `<` as `\\{` and `\\<` where they are text, and close what is open' }];
	}
}
