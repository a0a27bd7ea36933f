import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev, type AstroIntegration } from 'astro';
import { closedLists } from './core/checks/components.ts';
import { issuesOfPage } from './core/checks/index.ts';
import { readPage } from './core/checks/page.ts';
import { sortIssues, type Issue } from './core/issue.ts';
import { parseYaml, type ParsedYaml, type TextFile } from './core/yaml.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { editor, say } from './io/editor.ts';
import type { Change } from './core/convert.ts';
import { planProject, type Planned } from './io/convert-project.ts';
import { contentAsData, contentModules, Door, sayShown, type DevServer } from './io/dev-server.ts';
import { fingerprint, isMissing, listFiles, readText } from './io/files.ts';
import { loadComponents, projectFolder } from './io/project.ts';
import { writeFiles } from './io/write.ts';

const help = `Usage: npm run dev [-- --port N]

Shows the site while you work. Seeds, labels and pages are watched: what you save
is in the browser a moment later. What is wrong is shown over the page, with file,
line and the edit to make, and the site goes on with its last good state.

  --port N    the port (default: PORT, or 4321)
  -h, --help  this text

Exit code: 0 stopped; 1 it cannot run; 2 wrong usage.`;

const seeds = join(projectFolder, 'seeds');
const content = join(projectFolder, 'content');
const watched = [seeds, content];
/** What other commands build beside the site. Every page there would reload the pages that are open, and every file have Astro read all of its routes. */
const isWorkOfOthers = (file: string): boolean => file.startsWith(join(projectFolder, '.cache') + sep);
/** An editor may write a file in several steps. */
const settleMilliseconds = 60;

/** Each watched file as it was last read or written here, by the fingerprint of its text: a save that leaves it so is none. */
const known = new Map<string, string>();

/** What convert has written and the watcher has not told of yet. */
const written = new Set<string>();

/** What each seed was read as: one that is as it was is not read again. */
const readBefore = new Map<string, { readonly text: string; readonly parsed: ParsedYaml }>();

function parse(file: TextFile): ParsedYaml {
	const before = readBefore.get(file.path);
	if (before?.text === file.text) return before.parsed;
	const parsed = parseYaml(file);
	readBefore.set(file.path, { text: file.text, parsed });
	return parsed;
}

/**
 * Makes the pages again.
 * @param only the pages, below `content/docs`, that were saved where nothing else was
 * @returns what was read, with what keeps it from doing so; then nothing was written
 */
async function convert(only?: ReadonlySet<string>): Promise<Planned & { readonly hasChanged: boolean }> {
	const changes: Change[] = [];
	const planned = await planProject(seeds, content, (change) => changes.push(change), { parse, only });
	if (planned.issues.length > 0) return { ...planned, hasChanged: false };
	const conflicts = await writeFiles(content, changes);
	if (conflicts.length > 0) return { ...planned, issues: conflicts, hasChanged: false };
	for (const { path, text } of changes) {
		known.set(join(content, path), fingerprint(...text));
		written.add(join(content, path));
	}
	if (changes.length > 0) console.log(say(changes.length === 1 ? '1 file of content/ made again.' : `${changes.length} files of content/ made again.`));
	return { ...planned, hasChanged: changes.length > 0 };
}

/** Whether a file is another than the one that is known; it is known then. */
async function isChanged(file: string): Promise<boolean> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	const now = text === undefined ? undefined : fingerprint(text);
	if (now === known.get(file)) return false;
	if (now === undefined) known.delete(file);
	else known.set(file, now);
	return true;
}

const pages = join(content, 'docs');
const components = await loadComponents();

/** The path of a page below `content/docs`; nothing where a file is none. */
const pageOf = (file: string): string | undefined => (file.startsWith(pages + sep) && /\.mdx?$/.test(file) ? relative(pages, file).replaceAll(sep, '/') : undefined);

/** What is wrong in a page by itself: what the build would stop at, and what it would pass over in silence. */
async function mistakesOf(path: string, { corpus, labels = new Set() }: Planned): Promise<readonly Issue[]> {
	try {
		const result = await readText(join(pages, path), `content/docs/${path}`);
		if ('issue' in result) return [result.issue];
		const page = readPage(path, result.text, 'content/docs');
		return page ? issuesOfPage(page, { corpus, components, lists: closedLists(corpus, labels) }).issues : [];
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}

/** The first issue in full, all others below it: as Vite's overlay takes it. */
function overlayOf(issues: readonly Issue[]) {
	const [first, ...others] = sortIssues(issues);
	if (!first) throw new RangeError('no issue to show');
	return {
		// The overlay shows these as a name, a heading and a text.
		...{ name: first.code, title: `${first.file}:${first.line}:${first.column}`, hint: editor.help(first.code) },
		message: editor.message(first),
		loc: { file: resolve(projectFolder, first.file), line: first.line, column: first.column },
		stack: [first, ...others].map(editor.text).join('\n\n'),
	};
}

const data = contentModules('content/data/');

/** What keeps the site from taking in what was read, as an issue. */
const failure = (error: unknown): Issue => ({ file: 'seeds', line: 1, column: 1, code: 'missing-file', found: error instanceof Error ? error.message : String(error), expected: 'files that can be read and written', fix: 'make them so, and save again' });

/** Runs convert after every change of what it reads. One run at a time; what changes meanwhile is taken by the next. */
function watchSeeds(server: DevServer, refreshContent: () => Promise<void>, atStart: readonly Issue[]): void {
	const door = new Door(server);
	/** What is wrong, and what of it was last told. */
	let shown = atStart;
	let told = atStart;
	let isNews = false;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	/** Files that were saved since the last run. */
	let saved = new Set<string>();
	let isConverted = atStart.length === 0;
	/** Pages that were saved since they were last looked at, and those that had a mistake then. */
	const toLookAt = new Set<string>();
	const show = (): void => server.ws.send({ type: 'error', err: overlayOf(shown) });
	/** @returns what is wrong; with a mistake the site stays in its last good state */
	const takeIn = async (files: readonly string[]): Promise<readonly Issue[]> => {
		const pagesSaved = files.map(pageOf);
		for (const page of pagesSaved) if (page !== undefined) toLookAt.add(page);
		const converted = await convert(isConverted && !pagesSaved.includes(undefined) ? toLookAt : undefined);
		isConverted = converted.issues.length === 0;
		if (!isConverted) return converted.issues;
		const found: Issue[] = [];
		for (const page of [...toLookAt]) {
			const mistakes = await mistakesOf(page, converted);
			if (mistakes.length === 0) toLookAt.delete(page);
			found.push(...mistakes);
		}
		if (found.length > 0) return found;
		if (converted.hasChanged || files.some((file) => file.startsWith(content + sep))) {
			data.forget(server, files);
			await refreshContent();
		}
		return [];
	};
	const run = async (): Promise<void> => {
		const files: string[] = [];
		const taken = saved;
		saved = new Set();
		// With a mistake on the screen, whoever saves wants to hear of it again.
		for (const file of taken) {
			const isOwn = written.delete(file);
			if ((await isChanged(file)) || (shown.length > 0 && !isOwn)) files.push(file);
		}
		if (files.length > 0) {
			shown = await takeIn(files).catch((error: unknown) => [failure(error)]);
			isNews = true;
		}
		// Among what was saved meanwhile is what convert wrote: the run that takes it in tells of this one too.
		if (saved.size > 0) return;
		const wasWrong = told.length > 0;
		door.open(isNews && (shown.length === 0 || wasWrong));
		if (!isNews) return;
		isNews = false;
		told = shown;
		if (shown.length > 0) {
			printIssues(shown);
			show();
		} else if (wasWrong) console.log(say('Nothing to correct any more.'));
	};
	server.watcher.add(watched);
	server.watcher.on('all', (_event, file) => {
		const isInput = watched.some((folder) => file.startsWith(folder + sep)) && !file.includes('.staging-');
		if (!isInput) return;
		saved.add(file);
		const closed = door.close();
		clearTimeout(timer);
		timer = setTimeout(() => {
			running = Promise.all([running, closed]).then(run);
		}, settleMilliseconds);
	});
	// A page that is opened later shows what is wrong, too.
	server.ws.on('connection', () => {
		if (shown.length > 0) show();
	});
}

const seedsIntegration = (atStart: readonly Issue[]): AstroIntegration => ({
	name: 'seeds',
	hooks: {
		'astro:config:setup': ({ injectScript, updateConfig, config }) => {
			injectScript('page', sayShown);
			updateConfig({ vite: { server: { watch: { ignored: isWorkOfOthers } }, plugins: [contentAsData(fileURLToPath(new URL('.astro/data-store.json', config.root))), data.plugin] } });
		},
		'astro:server:setup': ({ server, refreshContent }) => {
			watchSeeds(server, async () => refreshContent?.({}), atStart);
		},
	},
});

await runCommand(help, { port: { type: 'string' } } as const, async ({ values, positionals, wrongUsage }) => {
	const port = Number(values.port ?? process.env['PORT'] ?? 4321);
	if (positionals.length > 0) return wrongUsage(`Unexpected argument: ${positionals.join(' ')}`);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrongUsage('The port must be a whole number from 0 to 65535.');
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	// Which version of Astro the site is built with is not an editor's matter.
	process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
	const { issues } = await convert();
	if (issues.length > 0) printIssues(issues);
	for (const folder of watched) for (const file of (await listFiles(folder, [''])).values()) await isChanged(file);
	await dev({ root: projectFolder, server: { port }, integrations: [seedsIntegration(issues)] });
	return exit.ok;
});
