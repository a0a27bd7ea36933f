import type { Nodes } from 'mdast';
import { langs } from '../../../src/model/languages.ts';
import type { Issue, IssueCode } from '../issue.ts';
import type { Components } from './components.ts';
import { attributeOf, isElement, offsetOf, walk, type Element, type Page } from './page.ts';

/** Components that are the pieces of a list, by the component that is the list, which holds nothing else. */
const pieces: Readonly<Partial<Record<string, string>>> = { Facts: 'Fact', Entries: 'Entry', Columns: 'Column' };
const listOf = new Map(Object.entries(pieces).map(([list, piece]) => [piece, list]));

/** Components that show a thing in all languages, and the component that holds it in one; those that cannot do without. */
const bilingual: Readonly<Partial<Record<string, { readonly part: 'Text' | 'Name'; readonly always: boolean }>>> = {
	Statement: { part: 'Text', always: true },
	Term: { part: 'Name', always: true },
	Difference: { part: 'Name', always: true },
	Note: { part: 'Text', always: false },
	Entry: { part: 'Text', always: false },
	Fact: { part: 'Text', always: false },
};

/** Components that are empty, that are given what they do not show, that stand outside their list, or that lack a language. */
export function contentIssues(page: Page, components: Components): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node, around }): Issue[] => {
		const component = isElement(node) ? components.get(node.name ?? '') : undefined;
		if (!component || !isElement(node) || node.name === null) return [];
		const { name } = node;
		const say = (at: Nodes, code: IssueCode, found: string, expected: string, fix: string): Issue => ({ ...page.at(offsetOf(at)), code, found, expected, fix });
		const inside = contentOf(node);
		const [first] = inside;
		const issues: Issue[] = [];
		const list = listOf.get(name);
		const home = around.findLast((each): each is Element => isElement(each) && components.has(each.name ?? ''));
		if (list !== undefined && home?.name !== list) issues.push(say(node, 'component-content', `\`${name}\` outside \`${list}\``, `every \`${name}\` inside \`${list}\``, `put \`<${list}>\` and \`</${list}>\` around it`));
		if (component.content === 'needed' && !first) issues.push(say(node, 'component-content', `\`${name}\` with nothing inside`, 'what it is to show', `write it between \`<${name}>\` and \`</${name}>\`, or remove the component`));
		if (component.content === 'none' && first) issues.push(say(first, 'component-content', `something inside \`${name}\`, which does not show it`, `nothing inside \`${name}\``, `move it out, and write \`<${name} />\` without a closing tag`));
		const piece = pieces[name];
		const other = piece === undefined ? undefined : inside.find((each) => !isElement(each) || (each.name !== piece && components.has(each.name ?? '') && !listOf.has(each.name ?? '')));
		if (other) issues.push(say(other, 'component-content', `something other than \`${piece}\` inside \`${name}\``, `nothing but \`${piece}\` inside \`${name}\``, `put it into \`<${piece}>\`, or move it out of \`<${name}>\``));
		return [...issues, ...(first ? languageIssues(node, inside, say) : [])];
	});
}

/** The languages that a component shows in one language only, though it holds texts in several. */
function languageIssues(node: Element, inside: readonly Nodes[], say: (at: Nodes, code: IssueCode, found: string, expected: string, fix: string) => Issue): Issue[] {
	const { part, always } = bilingual[node.name ?? ''] ?? {};
	const parts = inside.filter((each): each is Element => isElement(each) && each.name === part);
	const given = new Set(parts.map((each) => attributeOf(each, 'lang')));
	// A language that there is not is said where it stands.
	if (part === undefined || (!always && parts.length === 0) || [...given].some((lang) => !langs.some((each) => each === lang))) return [];
	const lacking = langs.filter((lang) => !given.has(lang));
	const list = (words: readonly string[]): string => words.map((each) => `\`${each}\``).join(', ');
	return lacking.length === 0 ? [] : [say(node, 'missing-language', `no text in ${list(lacking)} for \`${node.name}\``, `a text in each of ${list(langs)}`, `add ${list(lacking.map((lang) => `<${part} lang="${lang}">`))} with the same text in that language`)];
}

/** What stands between the tags of a component, without what Markdown puts around it, comments and spaces. */
const contentOf = (node: Element): Nodes[] =>
	node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child])).filter((child) => (child.type === 'text' ? child.value.trim() !== '' : !('value' in child && isComment(child))));

const isComment = ({ type, value }: { readonly type: string; readonly value: string }): boolean => (type === 'mdxFlowExpression' || type === 'mdxTextExpression') && /^\s*(?:\/\*[^]*\*\/\s*)?$/.test(value);
