import postcss, { type AtRule, type Container, type Rule } from 'postcss';
import parseSelectors, { type Node, type Selector } from 'postcss-selector-parser';
import { remember } from '../model/remember.ts';
import { attributes, tagsOf, type Page } from './html.ts';

/**
 * Leaves out of style sheets what can apply to nothing on the site: Starlight dresses parts that this site does not have
 * (asides, cards, badges, right-to-left), and every page would carry that. Only names decide: a rule goes when it asks for
 * a class, an id, an element or a direction that no page holds and no script says. States, targets and relations are
 * never judged, so that nothing that a reader or a script can bring about is lost.
 */

/** Names that stand on the pages or in the scripts of a site. */
export interface UsedNames {
	readonly classes: Set<string>;
	readonly ids: Set<string>;
	readonly elements: Set<string>;
	readonly directions: Set<string>;
	/** Words of scripts: any of them may become a name of any kind. */
	readonly words: Set<string>;
	/** Custom properties that are named outside of style sheets. */
	readonly properties: Set<string>;
	/** What was read of tags before, as it was written: many stand on all pages. */
	readonly read: Set<string>;
}

export const noNames = (): UsedNames => ({ classes: new Set(), ids: new Set(), elements: new Set(), directions: new Set(), words: new Set(), properties: new Set(), read: new Set() });

export function addScript(names: UsedNames, code: string): void {
	for (const [word] of code.matchAll(/[\w-]+/g)) names.words.add(word);
	addProperties(names, code);
}

export function addPage(names: UsedNames, page: Page): void {
	for (const tag of tagsOf(page)) {
		names.elements.add(tag.name);
		if (tag.name === 'script') addScript(names, tag.content);
		if (names.read.has(tag.source)) continue;
		names.read.add(tag.source);
		// Most tags hold none of what is looked for.
		if (!/class|id|dir|style/i.test(tag.source)) continue;
		for (const [name, value] of attributes(tag)) {
			if (name === 'class') for (const each of value.split(/\s+/)) names.classes.add(each);
			else if (name === 'id') names.ids.add(value);
			else if (name === 'dir') names.directions.add(value);
			else if (name === 'style') addProperties(names, value);
		}
	}
}

/** Adds names that were found before. */
export function addNames(names: UsedNames, found: { readonly [Kind in keyof UsedNames]: readonly string[] }): void {
	for (const kind of Object.keys(names) as (keyof UsedNames)[]) for (const name of found[kind]) names[kind].add(name);
}

/** For style sheets that stay as they are beside those that are made lean: what they read of them stays. */
export function addStyles({ properties }: UsedNames, css: string): void {
	for (const [, name = ''] of css.matchAll(/var\(\s*(--[\w-]+)/g)) properties.add(name);
}

function addProperties({ properties }: UsedNames, text: string): void {
	for (const [name] of text.matchAll(/--[\w-]+/g)) properties.add(name);
}

const holds = (set: ReadonlySet<string>, { words }: UsedNames, name: string): boolean => set.has(name) || words.has(name);

function canMatch(selector: Selector, names: UsedNames): boolean {
	return selector.nodes.every((node: Node) => {
		switch (node.type) {
			case 'class': return holds(names.classes, names, node.value);
			case 'id': return holds(names.ids, names, node.value);
			case 'tag': return holds(names.elements, names, node.value.toLowerCase());
			case 'attribute': return node.attribute !== 'dir' || node.value === undefined || names.directions.has(node.value);
			case 'pseudo': return !/^:(?:is|where|has)$/.test(node.value) || node.nodes.some((each) => canMatch(each, names));
			default: return true;
		}
	});
}

/** The sheets of the kinds of page have most of their rules in common. What is given out is only read. */
const parsed = remember((selector) => parseSelectors().astSync(selector));

const isKeyframe = ({ parent }: Rule): boolean => parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');

function removeEmpty(node: Container | undefined): void {
	let at = node;
	while (at && at.type !== 'root' && at.nodes?.length === 0) {
		const { parent } = at;
		at.remove();
		at = parent as Container | undefined;
	}
}

/** What the root element and the backdrop get by a selector; other selectors give undefined. */
function rootPart(selector: string): 'root' | 'backdrop' | undefined {
	if (/^(?:\[data-theme=["']?\w+["']?\] )?::backdrop$/.test(selector)) return 'backdrop';
	return /^:root(?:\[data-theme=["']?\w+["']?\])?$/.test(selector) ? 'root' : undefined;
}

/** Where the part of the sheet that holds a rule stands in it. */
function placeOf(rule: Rule, places: ReadonlyMap<postcss.Node, number>): number {
	let at: postcss.Node = rule;
	while (at.parent && at.parent.type !== 'root') at = at.parent;
	return places.get(at) ?? Number.MAX_SAFE_INTEGER;
}

const layerOf = (rule: Rule): boolean => {
	for (let at = rule.parent; at; at = at.parent as typeof at) if (at.type === 'atrule' && (at as unknown as AtRule).name === 'layer') return true;
	return false;
};

/** All that {@link leanStyles} goes by: of the names those that stand in the style sheet. */
export function stylesKey(css: string, names: UsedNames): string {
	const plain = css.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
	const asked = new Set(`${plain} ${plain.toLowerCase()}`.match(/[\w-]+/g));
	const { read: _, ...kinds } = names;
	return JSON.stringify([css, ...Object.values(kinds).map((kind) => [...kind].filter((name) => asked.has(name) || /[^\w-]/.test(name)).sort())]);
}

/**
 * @param css all style sheets of one page, in their order: what one reads another sets
 * @returns one style sheet that does the same on every page that `names` tells of
 */
export function leanStyles(css: string, names: UsedNames): string {
	const root = postcss.parse(css);
	root.walkRules((rule) => {
		if (isKeyframe(rule)) return;
		const selectors = parsed(rule.selector);
		const kept = selectors.nodes.filter((selector) => canMatch(selector, names));
		const { parent } = rule;
		if (kept.length === 0) rule.remove();
		else if (kept.length < selectors.nodes.length) rule.selector = kept.map((selector) => String(selector).trim()).join(',');
		removeEmpty(parent);
	});
	// What no layer holds wins over what a layer holds, whatever their selectors, and what comes later over what the same
	// selector holds before, in print too: there Starlight's own colours never show.
	const own = { root: new Map<string, number>(), backdrop: new Map<string, number>() };
	const places = new Map<postcss.Node, number>(root.nodes.map((node, index) => [node, index]));
	for (const [place, rule] of root.nodes.entries()) {
		if (rule.type !== 'rule') continue;
		const parts = rule.selectors.filter((selector) => /^(?::root|::backdrop)$/.test(selector)).map(rootPart);
		rule.each((node) => {
			if (node.type === 'decl' && node.prop.startsWith('--')) for (const part of parts) if (part) own[part].set(node.prop, place);
		});
	}
	root.walkRules((rule) => {
		const parts = rule.selectors.map(rootPart);
		const isLayered = layerOf(rule);
		if (parts.includes(undefined) || (!isLayered && rule.selector.includes('['))) return;
		const place = isLayered ? -1 : placeOf(rule, places);
		rule.each((node) => {
			if (node.type === 'decl' && !node.important && parts.every((part) => part && place < (own[part].get(node.prop) ?? -1))) node.remove();
		});
		if (rule.nodes.length === 0) {
			const { parent } = rule;
			rule.remove();
			removeEmpty(parent);
		}
	});
	while (removeUnreadProperties(root, names));
	return root.toString();
}

/** Takes away custom properties that nothing reads. @returns whether there were any: what only they read is unread now */
function removeUnreadProperties(root: postcss.Root, names: UsedNames): boolean {
	const read = new Set(names.properties);
	const take = (text: string): void => {
		for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name);
	};
	root.walkDecls(({ value }) => take(value));
	let found = false;
	root.walkDecls(/^--/, (declaration) => {
		if (read.has(declaration.prop)) return;
		const { parent } = declaration;
		declaration.remove();
		removeEmpty(parent);
		found = true;
	});
	return found;
}
