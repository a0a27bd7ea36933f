import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKey, digest, filesIn } from '../built/code-key.ts';
import { statementsFileSchema } from '../model/published.ts';
import { remember } from '../model/remember.ts';

/**
 * Keys by which a build knows that a page is as it was, and takes it from the build before. A key holds everything that
 * the page is made from: its own file, what pages show of each other, labels, code, and for a picture its statements. A
 * page that reads more than that (a list of everything, the history) has no key and is always made again.
 */

/** Components that show what stands between their tags, and labels. Any other may read what no key holds. */
const plainComponents: ReadonlySet<string> = new Set(['Anchor', 'Difference', 'Entries', 'Entry', 'Fact', 'Facts', 'Filters', 'Name', 'Note', 'Statement', 'Term', 'Text']);

/**
 * @param root the folder of the project
 * @returns the key of a path that a build is to make (`/en/sectors/space/`, or its `index.md`), where it has one
 */
export function pageKeys(root: string): (pathname: string) => string | undefined {
	const docs = join(root, 'content/docs');
	const pages = new Map(filesIn(docs).map((file) => [file.slice(docs.length + 1).replaceAll('\\', '/').replace(/\.mdx?$/, ''), readFileSync(file, 'utf8')]));
	// Titles, order and languages of all pages stand in the navigation of each.
	const navigation = [...pages].map(([path, text]) => `${path}\n${/^---\r?\n[^]*?\n---/.exec(text)?.[0] ?? ''}`);
	const shared = digest(codeKey(root), ...navigation);
	const dataOf = picturedData(root);
	const keyOf = remember((path) => {
		const text = pages.get(path);
		if (text === undefined || /^import (?!\{[^}]*\} from '@components';$)/m.test(text)) return undefined;
		const needed: string[] = [];
		for (const [, name = '', rest = ''] of text.matchAll(/<([A-Z]\w*)([^>]*)/g)) {
			if (plainComponents.has(name)) continue;
			const sector = name === 'NetworkChart' ? /^ sector="([^"]+)"/.exec(rest)?.[1] : undefined;
			if (sector === undefined) return undefined;
			needed.push(dataOf(sector));
		}
		return digest(shared, path, text, ...needed);
	});
	return (pathname) => keyOf(pathname.replace(/^\/|\/?(?:index\.(?:html|md))?$/g, ''));
}

/** What the picture of a sector is drawn from. */
function picturedData(root: string): (sector: string) => string {
	const read = (name: string): string => readFileSync(join(root, 'content/data', name), 'utf8');
	let all: { statements: { sectors: readonly string[]; isRepeat: boolean; text: string }[]; glossary: string } | undefined;
	return remember((sector) => {
		all ??= {
			statements: statementsFileSchema.parse(JSON.parse(read('statements.json'))).statements.map((statement) => ({ sectors: statement.sectors, isRepeat: statement.sameAs !== undefined, text: JSON.stringify(statement) })),
			glossary: digest(read('glossary.json')),
		};
		const { statements, glossary } = all;
		// What repeats a statement adds its parties to it, wherever it stands itself.
		return digest(glossary, ...statements.filter(({ sectors, isRepeat }) => isRepeat || sectors.includes(sector)).map(({ text }) => text));
	});
}
