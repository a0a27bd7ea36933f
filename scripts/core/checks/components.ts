import { ruleGroups } from '../../../src/model/help.ts';
import { langs } from '../../../src/model/languages.ts';
import { categories, differenceKinds, statementKinds, statuses } from '../../../src/model/vocabulary.ts';
import type { Corpus } from '../corpus.ts';
import { nearest, type Issue, type IssueCode } from '../issue.ts';
import { attributeOf, attributeOffset, endOf, isElement, offsetOf, walk, type Element, type Page } from './page.ts';

/** A component as its source has it. */
interface Component {
	readonly properties: ReadonlyMap<string, Property>;
	/** What stands between its tags: it shows none of it, shows what there is, or is nothing without it. */
	readonly content: 'none' | 'optional' | 'needed';
}

interface Property {
	readonly required: boolean;
	/** The type as it is written. */
	readonly type: string;
}

/** The components that pages can import, by name. */
export type Components = ReadonlyMap<string, Component>;

/** The words of closed lists, by the name of their type. A type without a list takes any text. */
export type ClosedLists = Readonly<Partial<Record<string, readonly string[]>>>;

/**
 * The closed lists that components name in their types.
 * @param corpus none where the seeds have issues of their own: what they close is then not looked at
 * @param labels the keys of the catalogues
 */
export const closedLists = (corpus: Corpus | undefined, labels: ReadonlySet<string>): ClosedLists => ({
	Lang: langs,
	Status: statuses,
	StatementKind: statementKinds,
	Category: categories,
	RuleGroup: ruleGroups,
	DifferenceKind: differenceKinds,
	FactName: [...labels].flatMap((key) => (key.startsWith('fact.') ? [key.slice('fact.'.length)] : [])),
	...(corpus && { SectorId: corpus.sectors.map(({ id }) => id), CountryId: corpus.glossary.flatMap(({ id, category }) => (category === 'country' ? [id] : [])) }),
});

/**
 * Reads the components out of their sources, so that nobody has to list them twice.
 * @param index `src/components/index.ts`
 * @param sources file name → source
 */
export function readComponents(index: string, sources: ReadonlyMap<string, string>): Components {
	return new Map([...index.matchAll(/export \{ default as (\w+) \} from '\.\/([\w/.-]+)'/g)].map(([, name = '', file = '']) => {
		const source = sources.get(file);
		if (source === undefined) throw new RangeError(`the source of the component ${name} is missing: ${file}`);
		return [name, { properties: propertiesOf(source, sources.get('parts.ts') ?? ''), content: !/<slot \/>|slots\.render\('default'\)/.test(source) ? 'none' : source.includes("slots.has('default')") ? 'optional' : 'needed' }];
	}));
}

/** @param parts the source in which the properties of some stand, under another name */
function propertiesOf(source: string, parts: string): Map<string, Property> {
	const [, elsewhere] = /^type Props = (\w+);$/m.exec(source) ?? [];
	const [, inside = ''] = new RegExp(`interface ${elsewhere ?? 'Props'} \\{\\n([^]*?)\\n\\}`).exec(elsewhere === undefined ? source : parts) ?? [];
	return new Map([...inside.matchAll(/^\t(\w+)(\?)?: (.+);$/gm)].map(([, name = '', optional, type = '']) => [name, { required: optional === undefined, type }]));
}

/** Elements of HTML are lower-case; `span` and its like are left to the parser. */
const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

/** Elements of HTML that are called as a component is. */
const elementsLikeComponents: ReadonlySet<string> = new Set(['mark']);

/** Where pages import components from. */
const componentsModule = '@components';

/** Components that a page uses and does not import, properties that a component has not, and those that it needs. */
export function componentIssues(page: Page, components: Components, lists: ClosedLists): Issue[] {
	if (page.root === undefined) return [];
	const imported = new Set<string>();
	const issues: Issue[] = [];
	const say = (offset: number, code: IssueCode, found: string, expected: string, fix: string): void => void issues.push({ ...page.at(offset), code, found, expected, fix });
	for (const node of page.root.children) {
		if ((node.type as string) !== 'mdxjsEsm') continue;
		const { value } = node as unknown as { readonly value: string };
		for (const [statement, names = '', from = ''] of value.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g)) {
			const start = offsetOf(node) + page.text.slice(offsetOf(node), endOf(node)).indexOf(statement);
			for (const match of names.matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)) {
				const [, name = '', alias = name] = match;
				imported.add(alias);
				if (from !== componentsModule || components.has(name)) continue;
				const near = nearest(name, components.keys());
				say(start + statement.indexOf('{') + 1 + match.index, 'unknown-component', `there is no component \`${name}\``, 'a component of the editors’ guide', near ? `write \`${near}\`` : 'remove it');
			}
		}
		for (const { 0: statement, 1: name = '', 2: from = '', index } of value.matchAll(/import\s+(\w+)\s+from\s*['"]([^'"]+)['"]/g)) {
			imported.add(name);
			if (from === componentsModule) say(offsetOf(node) + index + statement.indexOf(name), 'unknown-component', `the import of \`${name}\` without braces`, 'the names of components between braces', `write \`{ ${name} }\``);
		}
		for (const { 1: from = '', index, 0: statement } of value.matchAll(/from\s*['"]([^'"]+)['"]/g)) {
			if (from !== componentsModule && nearest(from, [componentsModule])) say(offsetOf(node) + index + statement.indexOf(from), 'unknown-component', `an import from \`${from}\`, which does not exist`, `components from \`${componentsModule}\``, `write \`${componentsModule}\``);
		}
		for (const [, name = ''] of value.matchAll(/export\s+(?:const|function)\s+(\w+)/g)) imported.add(name);
	}
	for (const { node } of walk(page.root)) {
		if (!isElement(node) || node.name === null) continue;
		if (!isComponent(node.name)) {
			const meant = elementsLikeComponents.has(node.name) ? undefined : [...components.keys()].find((name) => name.toLowerCase() === node.name);
			if (meant) say(offsetOf(node), 'unknown-component', `there is no component \`${node.name}\``, 'a component of the editors’ guide', `write \`${meant}\``);
			continue;
		}
		const name = node.name.split('.')[0] ?? '';
		const component = components.get(name);
		if (!imported.has(name)) {
			const near = nearest(name, components.keys());
			if (component) say(offsetOf(node), 'unknown-component', `the component \`${name}\`, which this page does not import`, 'an import of every component that a page uses', `add \`${name}\` to the line \`import { … } from '@components';\``);
			else say(offsetOf(node), 'unknown-component', `there is no component \`${name}\``, 'a component of the editors’ guide', near ? `write \`${near}\`` : 'remove it');
			continue;
		}
		if (component) propertyIssues(page, node, name, component.properties, lists, say);
	}
	return issues;
}

function propertyIssues(page: Page, node: Element, name: string, properties: ReadonlyMap<string, Property>, lists: ClosedLists, say: (offset: number, code: IssueCode, found: string, expected: string, fix: string) => void): void {
	const known = [...properties.keys()];
	const given = node.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? [attribute.name] : []));
	const lacking = known.filter((key) => properties.get(key)?.required === true && !given.includes(key));
	const listed = known.length > 0 ? `one of ${known.map((key) => `\`${key}\``).join(', ')}` : 'no properties';
	const misspelt = new Set<string>();
	for (const attribute of given) {
		const property = properties.get(attribute);
		if (!property) {
			const near = nearest(attribute, lacking) ?? lacking.find((key) => attribute.startsWith(key)) ?? nearest(attribute, known.filter((key) => !given.includes(key)));
			if (near) misspelt.add(near);
			say(attributeOffset(page, node, attribute, 'name'), 'unknown-property', `\`${name}\` has no property \`${attribute}\``, listed, near ? `write \`${near}\`` : 'remove it');
			continue;
		}
		const at = attributeOffset(page, node, attribute, 'value');
		const { value: written } = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === attribute) ?? {};
		const value = attributeOf(node, attribute);
		if (property.type === 'boolean') {
			if (value !== undefined) say(at, 'unknown-value', `\`${value}\` for \`${attribute}\``, `\`${attribute}\` without a value`, `write \`${attribute}\` alone, or remove it`);
			continue;
		}
		// What is computed in braces is for the build to know.
		if (typeof written === 'object' && written !== null && value === undefined) continue;
		if (!value?.trim()) {
			say(attributeOffset(page, node, attribute, 'name'), 'missing-property', `\`${attribute}\` of \`${name}\` without a value`, 'every property that the component needs', property.required ? `write \`${attribute}="…"\`` : `write \`${attribute}="…"\`, or remove it`);
			continue;
		}
		const { words, isList } = wordsOf(property.type, lists);
		for (const { word, index } of isList ? [...value.matchAll(/\S+/g)].map(({ 0: each, index: place }) => ({ word: each, index: place })) : [{ word: value, index: 0 }]) {
			if (!words || words.includes(word)) continue;
			const near = nearest(word, words);
			say(at + index, 'unknown-value', `\`${word}\` for \`${attribute}\``, `one of ${words.map((each) => `\`${each}\``).join(', ')}`, near ? `write \`${near}\`` : 'choose one of these words');
		}
	}
	for (const key of lacking.filter((each) => !misspelt.has(each))) say(offsetOf(node), 'missing-property', `\`${name}\` without \`${key}\``, 'every property that the component needs', `add \`${key}="…"\``);
}

/** The words that a type takes, where they are closed: `'a' | 'b'`, `Status`, or several of them with `Words<Status>`. */
function wordsOf(type: string, lists: ClosedLists): { readonly words: readonly string[] | undefined; readonly isList: boolean } {
	const [, several] = /^Words<(\w+)>$/.exec(type) ?? [];
	if (/^'[^']*'(?: \| '[^']*')*$/.test(type)) return { words: [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word), isList: false };
	return { words: lists[several ?? type], isList: several !== undefined };
}

/** Statements that `<Ref id="…">` names and the seeds do not have. */
export function refIssues(page: Page, statements: ReadonlyMap<string, unknown>): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (!isElement(node) || node.name !== 'Ref') return [];
		const id = attributeOf(node, 'id');
		if (!id?.trim() || statements.has(id)) return [];
		const near = nearest(id, statements.keys());
		return [{ ...page.at(attributeOffset(page, node, 'id', 'value')), code: 'unknown-statement', found: `unknown statement \`${id}\``, expected: 'a statement of any document', fix: near ? `write \`${near}\`` : 'correct the id, or add it to any document' }];
	});
}
