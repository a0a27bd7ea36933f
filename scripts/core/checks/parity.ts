import { langs, languages, type Lang } from '../../../src/model/languages.ts';
import { compareFigures } from '../figures.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { headingsOf, isElement, linksOf, offsetOf, walk, type Page } from './page.ts';

/** A page in each language that has it. */
export type Twins = ReadonlyMap<Lang, Page>;

/** Pages that a language lacks. */
export function missingPages(twins: Twins): Issue[] {
	return [...twins.values()].flatMap((page) =>
		langs.filter((lang) => !twins.has(lang)).map((lang): Issue => ({
			file: page.file,
			line: 1,
			column: 1,
			code: 'missing-page',
			found: `no page ${languages[lang].tag}/${page.path.slice(page.path.indexOf('/') + 1)}`,
			expected: 'every page in every language',
			fix: 'write the page in that language',
		})),
	);
}

/** One thing of a page that the other languages are to have too. */
interface Item {
	/** What must be the same. */
	readonly key: string;
	readonly offset: number;
	/** As a message names it. */
	readonly name: string;
}

/** Mistakes of one page that make it differ from the others by themselves. */
const causes: Partial<Readonly<Record<IssueCode, readonly IssueCode[]>>> = {
	'headings-differ': ['skipped-heading', 'duplicate-anchor'],
	'components-differ': ['unknown-component', 'component-content', 'missing-language'],
	'links-differ': ['broken-link', 'broken-anchor', 'link-form'],
};

/**
 * What differs between the languages of a page: its headings in their order, where its links lead, what it is built of.
 * @param reported what is wrong in one of the pages on its own
 */
export function parityIssues(twins: Twins, slug: string, reported: ReadonlySet<IssueCode>): Issue[] {
	const [first, ...others] = twins.values();
	if (!first) return [];
	const follows = ({ code }: Issue): boolean => causes[code]?.some((cause) => reported.has(cause)) ?? false;
	return others.flatMap((other): Issue[] => {
		if (first.root === undefined || other.root === undefined) return [];
		const headings = compareHeadings(first, other);
		if (headings) return [headings];
		return [
			...compareSets(first, other, componentItems, 'components-differ', 'the same components in every language', 'add it there, or remove it here'),
			...compareSets(first, other, (page) => linkItems(page, slug), 'links-differ', 'links to the same places in every language', 'make both texts link to the same place'),
			...figureIssues(first, other),
		];
	}).filter((issue) => !follows(issue));
}

/** Headings are compared in their order, by level and by the identifier that their comment gives. */
function compareHeadings(first: Page, other: Page): Issue | undefined {
	const [own, theirs] = [headingsOf(first).filter(({ offset }) => first.isOwn(offset)), headingsOf(other).filter(({ offset }) => other.isOwn(offset))];
	const say = (page: Page, offset: number, found: string, fix: string): Issue => ({ ...page.at(offset), code: 'headings-differ', found, expected: 'the same headings in every language, with the same levels and identifiers', fix });
	for (const [index, heading] of own.entries()) {
		const twin = theirs[index];
		if (!twin) return say(first, heading.offset, `the heading “${heading.text}”, which ${other.file} does not have`, 'write it there too, or remove it here');
		if (twin.depth !== heading.depth) return say(other, twin.offset, `a heading of level ${twin.depth}, which is of level ${heading.depth} in ${first.file}`, 'give both the same level');
		if (twin.id !== heading.id) return say(other, twin.offset, `a heading with ${twin.id === undefined ? 'no identifier' : `the identifier \`${twin.id}\``}, which has ${heading.id === undefined ? 'none' : `\`${heading.id}\``} in ${first.file}`, heading.id === undefined ? 'give both the same identifier' : `write \`{/* #${heading.id} */}\` after it`);
	}
	const extra = theirs[own.length];
	return extra && say(other, extra.offset, `the heading “${extra.text}”, which ${first.file} does not have`, 'write it there too, or remove it here');
}

/** The first thing that one page has more often than the other. Order does not matter: lists are sorted by each language. */
function compareSets(first: Page, other: Page, itemsOf: (page: Page) => Item[], code: IssueCode, expected: string, fix: string): Issue[] {
	const surplus = (page: Page, twin: Page): Issue | undefined => {
		const left = new Map<string, number>();
		for (const { key } of itemsOf(twin)) left.set(key, (left.get(key) ?? 0) + 1);
		for (const { key, offset, name } of itemsOf(page)) {
			const count = left.get(key) ?? 0;
			if (count === 0) return { ...page.at(offset), code, found: `${name}, which ${twin.file} does not have`, expected, fix };
			left.set(key, count - 1);
		}
		return undefined;
	};
	// A thing that differs is too much on either side: said once, where the first page has it.
	return [surplus(first, other) ?? surplus(other, first)].filter((issue) => issue !== undefined);
}

const componentItems = (page: Page): Item[] =>
	page.root === undefined ? [] : walk(page.root).flatMap(({ node }) => (isElement(node) && node.name !== null && /^[A-Z]/.test(node.name) && page.isOwn(offsetOf(node)) ? [{ key: node.name, offset: offsetOf(node), name: `the component \`${node.name}\`` }] : []));

/** Addresses on the site without their language; those elsewhere may lead to the page in the reader's language. */
const linkItems = (page: Page, slug: string): Item[] =>
	linksOf(page).filter(({ offset }) => page.isOwn(offset)).map(({ url, offset }) => {
		const absolute = URL.canParse(url);
		if (!absolute && !URL.canParse(url, 'https://site.example/')) return { key: url, offset, name: `a link to ${url}` };
		const { host, pathname, hash } = absolute ? new URL(url) : new URL(url, `https://site.example/${slug === 'index' ? '' : `${slug}/`}`);
		// What is searched for is said in the language of the page.
		const key = absolute ? host : pathname + hash;
		return { key, offset, name: `a link to ${url}` };
	});

/** Figures of the editors' own text. */
function figureIssues(first: Page, other: Page): Issue[] {
	const texts = new Map([first, other].map((page) => [page.lang, ownText(page)]));
	const localized = Object.fromEntries(langs.map((lang) => [lang, texts.get(lang)?.map(({ text }) => text).join('\n') ?? texts.get(first.lang)?.map(({ text }) => text).join('\n') ?? ''])) as Record<Lang, string>;
	const [mismatch] = compareFigures(localized);
	if (!mismatch) return [];
	const page = mismatch.lang === first.lang ? first : other;
	const part = texts.get(page.lang)?.find(({ text }) => text.normalize('NFKC').includes(mismatch.figure.text));
	const within = part?.text.indexOf(mismatch.figure.text) ?? -1;
	return [{
		...page.at((part?.offset ?? 0) + Math.max(0, within)),
		code: 'figures-differ',
		found: `“${mismatch.figure.text}” (${mismatch.figure.key}) of the \`${mismatch.lang}\` text, which the \`${mismatch.missingIn}\` text does not have`,
		expected: 'the same figures, dates and units in every language',
		fix: 'correct the figure that is wrong, or add the one that is missing',
	}];
}

const ownText = (page: Page): { readonly text: string; readonly offset: number }[] =>
	page.root === undefined ? [] : walk(page.root).flatMap(({ node, around }) => (node.type === 'text' && page.isOwn(offsetOf(node)) && !around.some((each) => isElement(each) && each.name === 'Text') ? [{ text: node.value, offset: offsetOf(node) }] : []));
