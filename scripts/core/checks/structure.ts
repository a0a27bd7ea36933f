import type { Issue } from '../issue.ts';
import { mdxIssues } from '../mdx-issues.ts';
import { attributeOf, endOf, headingsOf, isElement, offsetOf, walk, withoutGenerated, type Page } from './page.ts';

/** What keeps a page from compiling. */
export function syntaxIssues(page: Page): Issue[] {
	// What convert wrote was read back when it was written: its parser, which explains best, need only see what editors wrote.
	const own = mdxIssues(withoutGenerated(page.text), page.file);
	const [, line = '1', column = '1', found = page.problem ?? ''] = /^(\d+):(\d+): (.*?)(?: \([\w:-]+\))?$/s.exec(page.problem ?? '') ?? [];
	// What is never closed runs on to the end of the file for the one, and begins where it was opened for the other.
	if (page.problem !== undefined && own.some((issue) => issue.found.startsWith('Unexpected end of file'))) return own.map((issue) => ({ ...issue, line: Number(line), column: Number(column) }));
	if (own.length > 0 || page.problem === undefined) return own;
	return [{ file: page.file, line: Number(line), column: Number(column), code: 'mdx-syntax', found, expected: 'text that compiles as MDX', fix: 'write `{` and `<` as `\\{` and `\\<` where they are text, and close what is open' }];
}

/** Levels that are left out, titles inside the text, and identifiers that stand twice. */
export function headingIssues(page: Page): Issue[] {
	const issues: Issue[] = [];
	const seen = new Set<string>();
	let level = 1;
	for (const { depth, id, text, offset } of headingsOf(page)) {
		if (depth === 1) issues.push({ ...page.at(offset), code: 'skipped-heading', found: `a heading of level 1, “${text}”`, expected: 'headings from level 2 on: the title of the page is its heading of level 1', fix: 'write `##`' });
		else if (depth > level + 1) issues.push({ ...page.at(offset), code: 'skipped-heading', found: `a heading of level ${depth} below one of level ${level}`, expected: `level ${level + 1} at most`, fix: `write \`${'#'.repeat(level + 1)}\`` });
		level = Math.max(2, depth === 1 ? 2 : depth);
		if (id === undefined) continue;
		if (seen.has(id)) issues.push({ ...page.at(page.text.indexOf(`#${id} `, offset + depth)), code: 'duplicate-anchor', found: `the identifier \`${id}\` a second time`, expected: 'an identifier that stands once on the page', fix: 'choose another one here, and the same in every language' });
		seen.add(id);
	}
	return issues;
}

/** Pictures without a text in their place. */
export function altIssues(page: Page): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		const lacks = node.type === 'image' ? !node.alt?.trim() : isElement(node) && (node.name === 'img' || node.name === 'Image') && attributeOf(node, 'alt') === undefined && !node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'alt');
		return lacks
			? [{ ...page.at(offsetOf(node)), code: 'missing-alt', found: 'a picture without a text in its place', expected: 'a text that says what the picture shows', fix: node.type === 'image' ? 'write it between the brackets: `![what it shows](…)`' : 'add `alt="what it shows"`, or `alt=""` where the picture only decorates' }]
			: [];
	});
}

/**
 * Asterisks that were to make text bold and are shown instead. Markdown does not see the end of `**「…」**を`: a mark
 * between punctuation and a letter opens, it does not close.
 */
export function boldIssues(page: Page): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (node.type !== 'text') return [];
		const [from, to] = [offsetOf(node), endOf(node)];
		const source = page.text.slice(from, to);
		return [...source.matchAll(/(?<![\\*])(\*\*|__)(?=\S)([^*\n]*?[^\s*])\1(?!\*)/g)].map(({ 0: written, 2: inner = '', index }): Issue => ({
			...page.at(from + index),
			code: 'broken-bold',
			found: `“${written}”, which is shown with its asterisks`,
			expected: 'bold text: Markdown does not end it between a bracket and a letter',
			fix: `write \`<strong>${inner}</strong>\`, or put the asterisks inside the brackets`,
			edit: { from: written, to: `<strong>${inner}</strong>` },
		}));
	});
}
