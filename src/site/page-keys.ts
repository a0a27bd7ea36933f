import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKey, digest, filesIn } from '../built/code-key.ts';
import { statementsFileSchema } from '../model/published.ts';
import { remember } from '../model/remember.ts';
import { statementDates } from './dates.ts';

/**
 * Keys by which a build knows that a page is as it was, and takes it from the build before. A key holds everything that
 * the page is made from: its own file, what pages show of each other, labels, code, and for a picture its statements. A
 * page that reads more than that (a list of everything, the history) has no key and is always made again. A feed is made
 * from its statements and their dates.
 */

/** Components that show what stands between their tags, and labels. Any other may read what no key holds. */
const plainComponents: ReadonlySet<string> = new Set(['Anchor', 'Column', 'Columns', 'Difference', 'Entries', 'Entry', 'Fact', 'Facts', 'Filters', 'Name', 'Note', 'Statement', 'Statuses', 'Term', 'Text']);

/**
 * @param root the folder of the project
 * @returns the key of a path that a build is to make (`/en/sectors/space/`, or its `index.md`), where it has one
 */
export function pageKeys(root: string): (pathname: string) => string | undefined {
	const docs = join(root, 'content/docs');
	const pages = new Map(filesIn(docs).map((file) => [file.slice(docs.length + 1).replaceAll('\\', '/').replace(/\.mdx?$/, ''), readFileSync(file, 'utf8')]));
	const navigationOf = namedAround(pages);
	// Lists are filtered by countries, whose names are those of the glossary.
	const { rows } = JSON.parse(readFileSync(join(root, 'content/data/glossary.json'), 'utf8')) as { readonly rows: readonly { readonly category: string; readonly name: unknown }[] };
	const shared = digest(codeKey(root), JSON.stringify(rows.flatMap(({ category, name }) => (category === 'country' ? [name] : []))), navigationOf(''));
	const { pictured, told, ofFeed } = shownData(root);
	const rules = remember(() => digest(...filesIn(join(root, 'content/rules')).map((file) => readFileSync(file))));
	const keyOf = remember((path) => {
		const text = pages.get(path);
		if (text === undefined || /^import (?!\{[^}]*\} from '@components';$)/m.test(text)) return undefined;
		const needed: string[] = [];
		for (const [, name = '', rest = ''] of text.matchAll(/<([A-Z]\w*)([^>]*)/g)) {
			if (plainComponents.has(name)) continue;
			const of = /^ (?:id|sector)="([^"]+)"/.exec(rest)?.[1];
			if (name === 'Rules') needed.push(rules(''));
			else if (name === 'Ref' && of !== undefined) needed.push(told(of));
			else if (name === 'NetworkChart' && of !== undefined) needed.push(pictured(of));
			else return undefined;
		}
		return digest(shared, navigationOf(path), path, text, ...needed);
	});
	return (pathname) => {
		const feed = /^\/([^/]+)(?:\/sectors\/([^/]+))?\/feed\.xml$/.exec(pathname);
		return feed ? digest(shared, pathname, ofFeed(feed[2] ?? '')) : keyOf(pathname.replace(/^\/|\/?(?:index\.(?:html|md))?$/g, ''));
	};
}

/**
 * What pages say of each other, which is their titles, order and languages: what describes a page stands only where all are listed.
 * @param pages their texts by path
 * @returns for a page, what it names of the parts of lists: those of its own, and the last one of a list beside it; for none, what every page may name
 */
function namedAround(pages: ReadonlyMap<string, string>): (path: string) => string {
	const fronts = new Map([...pages].map(([path, text]) => [path, `${path}\n${/^---\r?\n[^]*?\n---/.exec(text)?.[0].replace(/^(?:description:|#).*$/gm, '') ?? ''}`]));
	const slugOf = (path: string): string => path.slice(path.indexOf('/') + 1);
	const listOf = (path: string): string | undefined => /^partOf: "?([^"\n]+?)"?\r?$/m.exec(fronts.get(path) ?? '')?.[1];
	/** The parts of each list; under nothing, the pages that are none. */
	const parts = Map.groupBy(fronts.keys(), listOf);
	const named = (paths: readonly string[]): string => paths.map((path) => fronts.get(path) ?? '').join('\n');
	const byAll = named(parts.get(undefined) ?? []);
	// The page before the first of a list is the last part of another one of its folder; which one, its order says.
	const lasts = remember((folder) => named([...parts].flatMap(([list, all]) => (list !== undefined && folderOf(list) === folder ? lastOnes(all) : []))));
	const lastOnes = (paths: readonly string[]): string[] => {
		const order = (path: string): number => Number(/^\s+order: (\d+)/m.exec(fronts.get(path) ?? '')?.[1] ?? 0);
		const most = Math.max(...paths.map(order));
		return paths.filter((path) => order(path) === most);
	};
	return (path) => {
		if (path === '') return byAll;
		const list = listOf(path);
		return named(parts.get(list ?? slugOf(path)) ?? []) + (list === undefined ? lasts(folderOf(slugOf(path))) : '');
	};
}

const folderOf = (slug: string): string => (slug.includes('/') ? slug.slice(0, slug.indexOf('/')) : '');

/** What pages and feeds show of the data, by a sector or a statement. */
function shownData(root: string): Record<'pictured' | 'told' | 'ofFeed', (id: string) => string> {
	const read = (name: string): string => readFileSync(join(root, 'content/data', name), 'utf8');
	const all = remember(() => statementsFileSchema.parse(JSON.parse(read('statements.json'))).statements.map((statement) => ({ statement, text: JSON.stringify(statement) })));
	const glossary = remember(() => digest(read('glossary.json')));
	const byId = remember(() => new Map(all('').map(({ statement, text }) => [statement.id, text])));
	return {
		// What repeats a statement adds its parties to it, wherever it stands itself.
		pictured: remember((sector) => digest(glossary(''), ...all('').filter(({ statement }) => statement.sameAs !== undefined || statement.sectors.includes(sector)).map(({ text }) => text))),
		told: (id) => byId('').get(id) ?? '',
		ofFeed: remember((sector) => digest(...all('').filter(({ statement }) => statement.sameAs === undefined && (sector === '' || statement.sectors.includes(sector))).flatMap(({ statement, text }) => [text, JSON.stringify(statementDates(statement))]))),
	};
}
