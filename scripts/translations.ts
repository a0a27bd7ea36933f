import { basename, dirname, join, resolve } from 'node:path';
import { defaultLang, langs, languages, otherLangs, type Lang } from '../src/model/languages.ts';
import { frontMatterIssues } from './core/checks/front-matter.ts';
import { readPage } from './core/checks/page.ts';
import { syntaxIssues } from './core/checks/structure.ts';
import { applyBatch } from './core/exchange/apply.ts';
import { isWanted, toMessage, type Batch } from './core/exchange/message.ts';
import { fromPo, toPo } from './core/exchange/po.ts';
import { termTable } from './core/exchange/terms.ts';
import { labelUnits, pageUnits, seedUnits, type Direction, type Unit } from './core/exchange/units.ts';
import { fromXliff, toXliff } from './core/exchange/xliff.ts';
import type { Issue } from './core/issue.ts';
import { exit, printIssues, refused, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { fingerprint, listFiles, readText } from './io/files.ts';
import { loadSeeds, projectFolder, writeProject } from './io/project.ts';
import { textNow, writeFiles } from './io/write.ts';

const help = `Usage: npm run translations -- export [--from LANG] --to LANG [--format po|xliff] [--all] [--out FILE]
       npm run translations -- import FILE… [--unfinished]
       npm run translations -- terms [--out FILE]

Sends the texts that lack a translation, or whose translation is older than its
source, to a translator's program (Poedit, Weblate, OmegaT …), and takes them back.

  export        writes gettext PO, or XLIFF 2; what is stale is marked as unfinished
  import        takes back what is finished. A text that was changed here after the
                export is a conflict: it is reported, and nothing at all is written
  terms         writes the names of the glossary as CSV, for the translator's termbase
  --from LANG   (default: ${defaultLang})     --to LANG  one of: ${langs.join(', ')}
  --all         also what is translated already
  --unfinished  import also what is not marked as finished
  --out FILE    (default: translations-<from>-<to>.po or .xlf; terms.csv). A file that is
                there already may hold a translator's work, and is never overwritten
  -h, --help    this text

Exit code: 0 done; 1 something is wrong, and nothing was written; 2 wrong usage.`;

const options = { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' }, all: { type: 'boolean' }, unfinished: { type: 'boolean' }, out: { type: 'string' } } as const;

const formats = { po: { ending: 'po', write: toPo, read: fromPo }, xliff: { ending: 'xlf', write: toXliff, read: fromXliff } } as const;
const isFormat = (name: string): name is keyof typeof formats => name in formats;
/** The pages. */
const docs = 'content/docs/';

const isLang = (name: string | undefined): name is Lang => langs.some((lang) => lang === name);

await runCommand(help, options, async ({ values, positionals: [verb, ...files], wrongUsage }) => {
	if (verb === 'terms' && files.length === 0) return exportTerms(values.out ?? 'terms.csv');
	if (verb === 'import' && files.length > 0) return importFiles(files, values.unfinished ?? false);
	if (verb !== 'export' || files.length > 0) return wrongUsage('Say what to do: export, import FILE… or terms.');
	const [from = defaultLang, to = langs.length === 2 && isLang(from) ? otherLangs(from)[0] : undefined, format = 'po'] = [values.from, values.to, values.format];
	if (!isLang(from) || !isLang(to) || from === to) return wrongUsage(`--from and --to name two languages of: ${langs.join(', ')}.`);
	if (!isFormat(format)) return wrongUsage(`--format is one of: ${Object.keys(formats).join(', ')}.`);
	const { units, issues } = await readProject({ from, to });
	if (issues.length > 0) {
		printIssues(issues);
		return exit.wrong;
	}
	const wanted = units.filter(({ state }) => values.all ?? isWanted(state));
	if (wanted.length === 0) {
		console.log(say('No text is missing, and none is stale: there is nothing to translate.'));
		return exit.ok;
	}
	const { ending, write } = formats[format];
	const out = values.out ?? `translations-${languages[from].tag}-${languages[to].tag}.${ending}`;
	const conflicts = await writeOut(out, write({ from, to, messages: wanted.map((unit) => toMessage(unit, fingerprint)) }));
	if (conflicts.length > 0) return refused(conflicts);
	const count = (state: Unit['state']): number => wanted.filter((unit) => unit.state === state).length;
	const [missing, stale] = [count('missing'), count('stale')];
	console.log(say(wanted.length === 1 ? `${out}: 1 text (${missing} missing, ${stale} stale).` : `${out}: ${wanted.length} texts (${missing} missing, ${stale} stale).`));
	return exit.ok;
});

/** All texts that may be translated, and the files that they stand in. */
async function readProject(direction: Direction): Promise<{ units: Unit[]; texts: Map<string, string>; issues: Issue[] }> {
	const issues: Issue[] = [];
	const texts = new Map<string, string>();
	for (const [folder, ending] of [['seeds', '.yaml'], ['content/i18n', '.json'], ['content/docs', '.mdx']] as const) {
		for (const [path, full] of await listFiles(join(projectFolder, folder), [ending])) {
			if (path.startsWith('drafts/')) continue;
			const result = await readText(full, `${folder}/${path}`);
			if ('issue' in result) issues.push(result.issue);
			else texts.set(`${folder}/${path}`, result.text);
		}
	}
	const { lock } = await loadSeeds(join(projectFolder, 'seeds'), 'seeds');
	const file = (path: string) => ({ path, text: texts.get(path) ?? '{}' });
	const label = (lang: Lang) => file(`content/i18n/${languages[lang].tag}.json`);
	const pages = new Map([...texts].filter(([path]) => path.startsWith(docs)).map(([path, text]) => [path.slice(docs.length), text]));
	const units = [
		...[...texts.keys()].filter((path) => path.endsWith('.yaml')).flatMap((path) => seedUnits(file(path), direction, lock, fingerprint)),
		...labelUnits(label(direction.from), label(direction.to), direction),
		...pageUnits(pages, 'content/docs', direction),
	];
	return { units, texts, issues };
}

async function importFiles(files: readonly string[], takeUnfinished: boolean): Promise<number> {
	const changes = new Map<string, string>();
	const before = new Map<string, string>();
	const issues: Issue[] = [];
	const taken: string[] = [];
	const unfinished: string[] = [];
	let left = 0;
	for (const file of files) {
		const batch = await readBatch(file, issues);
		if (!batch) continue;
		const project = await readProject(batch);
		if (project.issues.length > 0) return refused(project.issues);
		const applied = applyBatch(batch, project.units, new Map([...project.texts, ...changes]), file, fingerprint, takeUnfinished);
		issues.push(...applied.issues);
		for (const [path, text] of applied.files) {
			if (changes.has(path)) issues.push({ file, line: 1, column: 1, code: 'translation-conflict', found: `texts of ${path}, which another of these files changes too`, expected: 'one file for each', fix: 'import the files one after the other' });
			if (path.endsWith('.mdx')) issues.push(...pageProblems(path, text));
			changes.set(path, text);
			const old = project.texts.get(path);
			if (old !== undefined) before.set(path, old);
		}
		taken.push(...applied.taken);
		left += applied.left;
		unfinished.push(...applied.unfinished);
	}
	if (issues.length === 0) issues.push(...(await writeProject([...changes].map(([path, text]) => ({ path, text, before: before.get(path) })))));
	if (issues.length > 0) return refused(issues);
	console.log(say(`${taken.length} taken over, ${left} left as they are.`));
	if (unfinished.length > 0) console.log(`${say('Not marked as finished (fuzzy, or a state before `translated`), and left; with --unfinished they are taken, too:')}\n${unfinished.map((id) => `  ${id}`).join('\n')}`);
	const statements = taken.flatMap((id) => /#statements\/([^/]+)\/text$/.exec(id)?.[1] ?? []);
	if (statements.length > 0) console.log(say(`Compare the texts, then: npm run confirm -- ${statements.join(' ')}`));
	if (taken.length > 0) console.log(say('To make the pages: npm run convert'));
	return exit.ok;
}

/** What keeps a page that came back from being one. */
function pageProblems(file: string, text: string): Issue[] {
	const page = readPage(file.slice(docs.length), text, docs.slice(0, -1));
	return page ? [...syntaxIssues(page), ...frontMatterIssues(page)] : [];
}

async function readBatch(file: string, issues: Issue[]): Promise<Batch | undefined> {
	const result = await readText(resolve(file), file);
	// Programs on Windows begin a file with a byte order mark. It is theirs, and nothing of it stays here.
	const text = 'text' in result ? result.text : result.unmarked;
	if ('issue' in result && text === undefined) {
		issues.push(result.issue);
		return undefined;
	}
	try {
		return (/^\s*</.test(text ?? '') ? formats.xliff : formats.po).read(text ?? '');
	} catch (error) {
		const { message, lineNumber } = error as Error & { lineNumber?: number };
		issues.push({ file, line: lineNumber ?? Number(/\[line:(\d+)/.exec(message)?.[1] ?? 1), column: 1, code: 'bad-exchange-file', found: `a file that cannot be read: ${message.split('\n')[0]}`, expected: 'PO or XLIFF 2 as npm run translations exports it', fix: `export again, or ask for ${basename(file)} in one of the two formats` });
		return undefined;
	}
}

async function exportTerms(out: string): Promise<number> {
	const { corpus, issues } = await loadSeeds(join(projectFolder, 'seeds'), 'seeds');
	if (!corpus) {
		printIssues(issues);
		return exit.wrong;
	}
	const conflicts = await writeOut(out, termTable([...corpus.termById.values()]));
	if (conflicts.length > 0) return refused(conflicts);
	console.log(say(`${out}: ${corpus.termById.size} terms.`));
	return exit.ok;
}

/** Writes what is for the translator. A file that is there already may hold a translator's work, and stays as it is. */
async function writeOut(out: string, text: string): Promise<Issue[]> {
	const path = resolve(out);
	const before = await textNow(path);
	if (before === text) return [];
	if (before !== undefined) return [{ file: out, line: 1, column: 1, code: 'would-overwrite', found: 'a file that exists, and may hold a translator’s work', expected: 'a new file', fix: 'take it back with import, or delete it; or choose another name with --out' }];
	return writeFiles(dirname(path), [{ path: basename(path), text, before }]);
}
