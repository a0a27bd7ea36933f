import type { Issue, Position } from '../issue.ts';
import { mdxIssue, mdxIssues } from '../mdx-issues.ts';
import { attributeOf, endOf, headingsOf, isElement, offsetOf, walk, withoutGenerated, type Page } from './page.ts';

/** What keeps a page from compiling. */
export function syntaxIssues(page: Page): Issue[] {
	// What convert wrote was read back when it was written: its parser, which explains best, need only see what editors wrote.
	const own = mdxIssues(withoutGenerated(page.text), page.file);
	const [, line = '1', column = '1', found = page.problem ?? ''] = /^(\d+):(\d+): (.*?)(?: \([\w:-]+\))?$/s.exec(page.problem ?? '') ?? [];
	// What is never closed runs on to the end of the file for the one, and begins where it was opened for the other.
	if (page.problem !== undefined && own.some((issue) => issue.found.startsWith('Unexpected end of file'))) return own.map((issue) => ({ ...issue, line: Number(line), column: Number(column) }));
	if (own.length > 0 || page.problem === undefined) return own;
	return [mdxIssue({ column: Number(column), found }, page.file, Number(line))];
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

const shownBold = /(?<![\\*])(\*\*|__)(?=\S)([^*\n]*?[^\s*])\1(?!\*)/g;

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
		const open = source.replace(shownBold, (written) => ' '.repeat(written.length)).search(/(?<![\\*])\*\*(?!\*)(?=\S)|(?<=\S)(?<![\\*])\*\*(?!\*)/);
		return [...(open < 0 ? [] : [{
			...page.at(from + open),
			code: 'broken-bold' as const,
			found: '“**”, which is shown as it is written',
			expected: 'bold text: asterisks before and after it, in the same paragraph',
			fix: 'write `**` at its other end, too; where asterisks are meant, write `\\*\\*`',
		}]), ...[...source.matchAll(shownBold)].map(({ 0: written, 2: inner = '', index }): Issue => ({
			...page.at(from + index),
			code: 'broken-bold',
			found: `“${written}”, which is shown with its asterisks`,
			expected: 'bold text: Markdown does not end it between a bracket and a letter',
			fix: `write \`<strong>${inner}</strong>\`, or put the asterisks inside the brackets`,
			edit: { from: written, to: `<strong>${inner}</strong>` },
		}))];
	});
}

/** Cells that nobody sees, and tables that are shown as their text: what Markdown makes of a slip in a table. */
export function tableIssues(page: Page): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (node.type === 'paragraph') {
			const lines = page.text.slice(offsetOf(node), endOf(node)).split('\n');
			return lines.length > 1 && lines.every((line) => /^\s*\|.*\|\s*$/.test(line))
				? [{ ...page.at(offsetOf(node)), code: 'broken-table', found: 'lines with “|” that are no table', expected: 'a line of dashes below the head, with as many cells as the head', fix: 'write `| - | - |` below the first line, a dash for each of its cells' }]
				: [];
		}
		if (node.type !== 'table') return [];
		const width = node.children[0]?.children.length ?? 0;
		return node.children.filter(({ children }) => children.length > width).map((row): Issue => ({
			...page.at(offsetOf(row.children[width] ?? row)),
			code: 'broken-table',
			found: `a row of ${row.children.length} cells in a table of ${width} columns: what is too much is not shown`,
			expected: 'no more cells in a row than in the head of the table',
			fix: 'remove the cell, or add a column to the head; where “|” is text, write `\\|`',
		}));
	});
}

/** Links that are shown as they are written, because there is a space in the address, or because it does not end. */
export function brokenLinkIssues(page: Page): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (node.type !== 'text') return [];
		const from = offsetOf(node);
		const source = page.text.slice(from, endOf(node));
		return [
			...[...source.matchAll(/(?<=\]\()[^()\n"]*[ \u3000][^()\n"]*(?=\))/g)].map(({ 0: address, index }): Issue => ({
				...page.at(from + index),
				code: 'link-form',
				found: `the address “${address}” with a space: the link is shown as it is written`,
				expected: 'an address without spaces',
				fix: 'take out the space, or write `%20` for it',
			})),
			...[...source.matchAll(/\[[^[\]\n]*\](?:\((?![^\n]*\))|（)/g)].map(({ 0: written, index }): Issue => ({
				...page.at(from + index + written.length - 1),
				code: 'link-form',
				found: `the link “${written}…”, which is shown as it is written`,
				expected: 'the address of a link between “(” and “)”',
				fix: 'write `[text](address)`, with both brackets half-width',
			})),
		];
	});
}

/** What MDX takes for words of code, which holds none of them: the build would stop there. */
const globals: ReadonlySet<string> = new Set(['true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'props', 'frontmatter', 'String', 'Number', 'Math', 'Date', 'JSON', 'Object', 'Array']);

/** Braces around words: MDX reads them as code, and what is a word of the text is no name in it. */
export function braceIssues(page: Page): Issue[] {
	if (page.root === undefined) return [];
	const code = page.root.children.flatMap((node) => ((node.type as string) === 'mdxjsEsm' ? [(node as unknown as { readonly value: string }).value] : [])).join('\n');
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return [];
		const [, name] = /^\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(node.value) ?? [];
		if (name === undefined || globals.has(name) || new RegExp(String.raw`(?<![\p{L}\p{N}_$])${name.replaceAll('$', String.raw`\$`)}(?![\p{L}\p{N}_$])`, 'u').test(code)) return [];
		return [{ ...page.at(offsetOf(node)), code: 'mdx-syntax', found: `\`{${name}}\`, which MDX reads as code`, expected: 'text that compiles as MDX', fix: `write \`\\{${name}\\}\` where the braces are text, or leave them out` }];
	});
}

/** Components between full-width brackets, which readers see as they are written. */
export function wideBracketIssues(page: Page, components: ReadonlyMap<string, unknown>): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (node.type !== 'text') return [];
		const from = offsetOf(node);
		return [...page.text.slice(from, endOf(node)).matchAll(/[＜〈](\/?)(\w+)/g)].flatMap(({ 0: written, 1: slash = '', 2: name = '', index }): Issue[] =>
			components.has(name) ? [{ ...page.at(from + index), code: 'unknown-component', found: `“${written}” in a full-width bracket, which is shown as it is written`, expected: 'a component between `<` and `>`', fix: `write \`<${slash}${name}\`, and \`>\` at its end` }] : [],
		);
	});
}

/** What a page of `npm run new` still asks to be written. */
export function toDoIssues(page: Page): Issue[] {
	const say = (at: Position, found: string): Issue => ({ ...at, code: 'still-to-do', found, expected: 'that nothing is left to do on a page', fix: 'write it, or delete it' });
	const heads = Object.entries(page.fields).flatMap(([field, value]) => (isToDo(value) && page.frontMatter ? [say(page.frontMatter.locate([field]), `\`${field}\` is still to be written`)] : []));
	const texts = page.root === undefined ? [] : walk(page.root).flatMap(({ node, around }) => (node.type === 'text' && isToDo(node.value) && page.isOwn(offsetOf(node)) ? [say(page.at(offsetOf(node)), around.at(-1)?.type === 'heading' ? 'a heading is still to be written' : 'a text is still to be written')] : []));
	return [...heads, ...texts];
}

const isToDo = (value: unknown): boolean => typeof value === 'string' && /^\s*TODO\b/.test(value);
