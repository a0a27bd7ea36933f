import { ruleGroups } from '../../../src/model/help.ts';
import { langs } from '../../../src/model/languages.ts';
import { categories, differenceKinds, statementKinds, statuses } from '../../../src/model/vocabulary.ts';
import { nearest, type Issue, type IssueCode } from '../issue.ts';
import { attributeOf, attributeOffset, endOf, isElement, offsetOf, walk, type Element, type Page } from './page.ts';

/** A property of a component. */
interface Property {
	readonly required: boolean;
	/** The words it takes, where they are a closed list. */
	readonly words: readonly string[] | undefined;
}

/** The components that pages can import, by name. */
export type Components = ReadonlyMap<string, ReadonlyMap<string, Property>>;

/** The closed lists that components name in their types. */
const lists: Readonly<Record<string, readonly string[]>> = {
	Lang: langs,
	Status: statuses,
	StatementKind: statementKinds,
	Category: categories,
	RuleGroup: ruleGroups,
	'(typeof differenceKinds)[number]': differenceKinds,
};

/**
 * Reads the components out of their sources, so that nobody has to list them twice.
 * @param index `src/components/index.ts`
 * @param sources file name → source
 */
export function readComponents(index: string, sources: ReadonlyMap<string, string>): Components {
	return new Map([...index.matchAll(/export \{ default as (\w+) \} from '\.\/([\w/.-]+)'/g)].map(([, name = '', file = '']) => [name, propertiesOf(sources.get(file) ?? '')]));
}

function propertiesOf(source: string): Map<string, Property> {
	const [, inside = ''] = /interface Props \{\n([^]*?)\n\}/.exec(source) ?? [];
	return new Map([...inside.matchAll(/^\t(\w+)(\?)?: (.+);$/gm)].map(([, name = '', optional, type = '']) => {
		const literals = /^'[^']*'(?: \| '[^']*')*$/.test(type) ? [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word) : undefined;
		return [name, { required: optional === undefined, words: literals ?? lists[type] }];
	}));
}

/** Elements of HTML are lower-case; `span` and its like are left to the parser. */
const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

/** Components that a page uses and does not import, properties that a component has not, and those that it needs. */
export function componentIssues(page: Page, components: Components): Issue[] {
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
				if (from !== '@components' || components.has(name)) continue;
				const near = nearest(name, components.keys());
				say(start + statement.indexOf('{') + 1 + match.index, 'unknown-component', `there is no component \`${name}\``, 'a component of the editors’ guide', near ? `write \`${near}\`` : 'remove it');
			}
		}
		for (const [, name = ''] of value.matchAll(/import\s+(\w+)\s+from/g)) imported.add(name);
		for (const [, name = ''] of value.matchAll(/export\s+(?:const|function)\s+(\w+)/g)) imported.add(name);
	}
	for (const { node } of walk(page.root)) {
		if (!isElement(node) || node.name === null || !isComponent(node.name)) continue;
		const name = node.name.split('.')[0] ?? '';
		const properties = components.get(name);
		if (!imported.has(name)) {
			const near = nearest(name, components.keys());
			if (properties) say(offsetOf(node), 'unknown-component', `the component \`${name}\`, which this page does not import`, 'an import of every component that a page uses', `add \`${name}\` to the line \`import { … } from '@components';\``);
			else say(offsetOf(node), 'unknown-component', `there is no component \`${name}\``, 'a component of the editors’ guide', near ? `write \`${near}\`` : 'remove it');
			continue;
		}
		if (properties) propertyIssues(page, node, name, properties, say);
	}
	return issues;
}

function propertyIssues(page: Page, node: Element, name: string, properties: ReadonlyMap<string, Property>, say: (offset: number, code: IssueCode, found: string, expected: string, fix: string) => void): void {
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
		const value = attributeOf(node, attribute);
		if (value !== undefined && property.words && !property.words.includes(value)) {
			const near = nearest(value, property.words);
			say(attributeOffset(page, node, attribute, 'value'), 'unknown-value', `\`${value}\` for \`${attribute}\``, `one of ${property.words.map((word) => `\`${word}\``).join(', ')}`, near ? `write \`${near}\`` : 'choose one of these words');
		}
	}
	for (const key of lacking.filter((each) => !misspelt.has(each))) say(offsetOf(node), 'missing-property', `\`${name}\` without \`${key}\``, 'every property that the component needs', `add \`${key}="…"\``);
}

/** Statements that `<Ref id="…">` names and the seeds do not have. */
export function refIssues(page: Page, statementIds: ReadonlySet<string>): Issue[] {
	if (page.root === undefined) return [];
	return walk(page.root).flatMap(({ node }): Issue[] => {
		if (!isElement(node) || node.name !== 'Ref') return [];
		const id = attributeOf(node, 'id');
		if (id === undefined || statementIds.has(id)) return [];
		const near = nearest(id, statementIds);
		return [{ ...page.at(attributeOffset(page, node, 'id', 'value')), code: 'unknown-statement', found: `unknown statement \`${id}\``, expected: 'a statement of any document', fix: near ? `write \`${near}\`` : 'correct the id, or add it to any document' }];
	});
}
