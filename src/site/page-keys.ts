import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKey, digest, filesIn } from '../built/code-key.ts';
import { langs } from '../model/languages.ts';
import type { StoredStatement } from '../model/published.ts';
import { remember } from '../model/remember.ts';
import { factsOf } from './charts/facts.ts';
import { statementDates } from './dates.ts';

/**
 * Keys by which a build knows that a page is as it was, and takes it from the build before. A key holds everything that
 * the page is made from: its own file and its date, what pages show of each other, labels, code, and for a picture its
 * statements. A page that reads more than that (a list of everything, the history) has no key and is always made again. A
 * feed is made from its statements and their dates, and where the entries of a list stand from its pages.
 */

/** Components that show what stands between their tags, and labels. Any other may read what no key holds. */
const plainComponents: ReadonlySet<string> = new Set(['Anchor', 'Column', 'Columns', 'Difference', 'Entries', 'Entry', 'Fact', 'Facts', 'Filters', 'Name', 'Note', 'Statement', 'Statuses', 'Term', 'Text']);

/** Components of which a Markdown twin holds nothing (`markdown-twin.ts`). */
const leftOut: ReadonlySet<string> = new Set(['AmountsChart', 'NetworkChart', 'Rules', 'SourcesChart', 'StatusChart', 'TimelineChart']);

/** Whether a page may be a module that is bundled with the site (`page-tree.ts`), since it has code or pictures of its own. */
const isBundled = (text: string): boolean => text.includes('![') || /^import (?!\{[^}]*\} from '@components';$)/m.test(text);

/**
 * @param root the folder of the project
 * @returns the key of a file of the site (`en/sectors/space/index.html`, or `index.md`), where it has one
 */
export function pageKeys(root: string): (file: string) => string | undefined {
	const docs = join(root, 'content/docs');
	const files = filesIn(docs).map((file) => [file.slice(docs.length + 1).replaceAll('\\', '/'), readFileSync(file)] as const);
	const pages = new Map(files.flatMap(([path, content]) => (/\.mdx?$/.test(path) ? [[path.replace(/\.mdx?$/, ''), content.toString()]] : [])));
	const said = saidOf(pages);
	// Lists are filtered by countries, whose names are those of the glossary.
	const { rows } = JSON.parse(readFileSync(join(root, 'content/data/glossary.json'), 'utf8')) as { readonly rows: readonly { readonly id: string; readonly category: string; readonly name: unknown }[] };
	// What is bundled decides how the style sheets and scripts of all pages are called.
	const bundled = files.flatMap(([path, content]) => (/\.mdx?$/.test(path) && !isBundled(content.toString()) ? [] : [path, content]));
	const shared = digest(codeKey(root), JSON.stringify(rows.flatMap(({ category, name }) => (category === 'country' ? [name] : []))), said.byAll, ...bundled);
	const { pictured, told, ofFeed } = shownData(root, new Map(rows.map((row) => [row.id, row])));
	const rules = remember(() => digest(...filesIn(join(root, 'content/rules')).map((file) => readFileSync(file))));
	const dates = remember(() => commitDates(root));
	const keyOf = (path: string, isTwin: boolean): string | undefined => {
		const text = pages.get(path);
		if (text === undefined || isBundled(text)) return undefined;
		const needed: string[] = [];
		for (const [, name = '', rest = ''] of text.matchAll(/<([A-Z]\w*)([^>]*)/g)) {
			if (plainComponents.has(name) || (isTwin && leftOut.has(name))) continue;
			const of = /^ (?:id|sector)="([^"]+)"/.exec(rest)?.[1];
			if (name === 'Rules') needed.push(rules(''));
			else if (name === 'Ref' && of !== undefined) needed.push(told(of));
			else if (name === 'NetworkChart' && of !== undefined) needed.push(pictured(of));
			else return undefined;
		}
		return digest(shared, path, text, ...needed, ...(isTwin ? [said.of(path)] : [said.around(path), String(dates('').get(path))]));
	};
	const partsOf = Map.groupBy(pages.keys(), (path) => `${path.slice(0, path.indexOf('/'))}/${listIn(pages.get(path)) ?? ''}`);
	return (file) => {
		const [, path = '', name] = /^(.+)\/([\w.-]+)$/.exec(file) ?? [];
		if (name === 'feed.xml') return digest(shared, file, ofFeed(/^[^/]+\/sectors\/([^/]+)$/.exec(path)?.[1] ?? ''));
		if (name === 'parts.json') return digest(shared, file, ...[path, ...(partsOf.get(path) ?? [])].map((each) => pages.get(each) ?? ''));
		return name === 'index.html' || name === 'index.md' ? keyOf(path, name === 'index.md') : undefined;
	};
}

/** What pages say of each other, which is their titles, order and languages: what describes a page stands only where all are listed. */
interface Said {
	/** What every page may name: the pages that are no parts of lists. */
	readonly byAll: string;
	/** What a page names of the parts of lists: those of its own, and the last one of the list before it. */
	readonly around: (path: string) => string;
	/** What is said of a page in all languages. */
	readonly of: (path: string) => string;
}

/** @param pages their texts by path */
function saidOf(pages: ReadonlyMap<string, string>): Said {
	const fronts = new Map([...pages].map(([path, text]) => [path, `${path}\n${/^---\r?\n[^]*?\n---/.exec(text)?.[0].replace(/^(?:description:|#).*$/gm, '') ?? ''}`]));
	const named = (paths: readonly string[]): string => paths.map((path) => fronts.get(path) ?? '').join('\n');
	const orderOf = remember((path): number => Number(/^\s+order: (-?[\d.]+)/m.exec(fronts.get(path) ?? '')?.[1] ?? Number.MAX_VALUE));
	/** The parts of each list; under nothing, the pages that are none. */
	const parts = Map.groupBy(fronts.keys(), (path) => listIn(fronts.get(path)));
	const whole = parts.get(undefined) ?? [];
	const lastOnes = (list: string): string[] => {
		const all = parts.get(list) ?? [];
		const most = Math.max(...all.map(orderOf));
		return all.filter((path) => orderOf(path) === most);
	};
	// As the navigation puts them (navigation.ts), in each folder of each language; the views have an order of their own.
	const folders = Map.groupBy(whole.filter((path) => !/^\s+hidden: true/m.test(fronts.get(path) ?? '')).sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1)), (path) => path.slice(0, path.lastIndexOf('/')));
	const views = remember(() => named([...parts.keys()].flatMap((list) => (list === undefined || list.includes('/') ? [] : lastOnes(list)))));
	const before = (path: string): string => {
		const folder = folders.get(path.slice(0, path.lastIndexOf('/'))) ?? [];
		return slugOf(path).includes('/') ? named(lastOnes(slugOf(folder[folder.indexOf(path) - 1] ?? ''))) : views('');
	};
	return {
		byAll: named(whole),
		around: (path) => {
			const list = listIn(fronts.get(path));
			const order = orderIn(fronts.get(path));
			// A list in another order stands in the navigation where the list stands.
			const shown = order === undefined ? path : `${path.slice(0, path.indexOf('/'))}/${order}`;
			return named([...new Set([list ?? slugOf(path), slugOf(shown)])].flatMap((each) => parts.get(each) ?? [])) + (list === undefined || order !== undefined ? before(shown) : '');
		},
		of: (path) => named(langs.map((lang) => `${lang}/${slugOf(path)}`)),
	};
}

const slugOf = (path: string): string => path.slice(path.indexOf('/') + 1);

/** The list that a page is a part of, below the language. */
const listIn = (text = ''): string | undefined => /^partOf: "?([^"\n]+?)"?\r?$/m.exec(text)?.[1];

/** The list that a page holds in another order, below the language. */
const orderIn = (text = ''): string | undefined => /^orderOf: "?([^"\n]+?)"?\r?$/m.exec(text)?.[1];

/**
 * What pages and feeds show of the data, by a sector or a statement.
 * @param names the rows of the glossary
 */
function shownData(root: string, names: ReadonlyMap<string, unknown>): Record<'pictured' | 'told' | 'ofFeed', (id: string) => string> {
	// The pages read it with its schema.
	const { statements } = JSON.parse(readFileSync(join(root, 'content/data/statements.json'), 'utf8')) as { readonly statements: readonly StoredStatement[] };
	const byId = new Map(statements.map((statement) => [statement.id, statement]));
	return {
		// Who acts together: what repeats a statement adds its parties to it, wherever it stands itself.
		pictured: remember((sector) => digest(...factsOf(statements).filter(({ sectors }) => sectors.includes(sector)).map(({ path, status, parties }) => JSON.stringify([path, status, parties.map((id) => [id, names.get(id)])])))),
		told: (id) => JSON.stringify(byId.get(id) ?? ''),
		ofFeed: remember((sector) => digest(...statements.filter(({ sameAs, sectors }) => sameAs === undefined && (sector === '' || sectors.includes(sector))).flatMap((statement) => [JSON.stringify(statement), JSON.stringify(statementDates(statement))]))),
	};
}

/** When each page was last committed, in seconds since 1970: pages say so. None where there is no history. */
function commitDates(root: string): ReadonlyMap<string, number> {
	const dates = new Map<string, number>();
	try {
		const log = execFileSync('git', ['log', '--name-only', '--relative', '-z', '--format=%x01%ct', '--', 'content/docs'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
		for (const commit of log.split('\u0001').slice(1)) {
			const [time = '', ...files] = commit.split('\0').map((part) => part.trim());
			for (const file of files) {
				const path = /^content\/docs\/(.+)\.mdx?$/.exec(file)?.[1];
				if (path !== undefined) dates.set(path, Math.max(Number(time), dates.get(path) ?? 0));
			}
		}
	} catch {
		// A copy of the files alone.
	}
	return dates;
}
