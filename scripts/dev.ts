import { join, relative, resolve, sep } from 'node:path';
import { dev, type AstroIntegration } from 'astro';
import { closedLists } from './core/checks/components.ts';
import { issuesOfPage } from './core/checks/index.ts';
import { readPage } from './core/checks/page.ts';
import { sortIssues, type Issue } from './core/issue.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { editor, say } from './io/editor.ts';
import type { Change } from './core/convert.ts';
import { planProject, type Planned } from './io/convert-project.ts';
import { isMissing, readText } from './io/files.ts';
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
/** An editor may write a file in several steps. */
const settleMilliseconds = 60;

/** Files that convert wrote and the watcher has not told of yet: they are no edit of a person's. */
const ownWrites = new Set<string>();

/** Makes the pages again. @returns what was read, with what keeps it from doing so; then nothing was written */
async function convert(): Promise<Planned> {
	const changes: Change[] = [];
	const planned = await planProject(seeds, content, (change) => changes.push(change));
	const { plan, issues } = planned;
	if (!plan || issues.length > 0) return planned;
	for (const { path } of changes) ownWrites.add(join(content, path));
	const conflicts = await writeFiles(content, changes);
	if (conflicts.length === 0 && plan.changes.length > 0) console.log(say(plan.changes.length === 1 ? '1 file of content/ made again.' : `${plan.changes.length} files of content/ made again.`));
	return { ...planned, issues: conflicts };
}

const pages = join(content, 'docs');
const components = await loadComponents();

/** What is wrong in a page by itself: what the build would stop at, and what it would pass over in silence. */
async function mistakesOf(file: string, { corpus, labels = new Set() }: Planned): Promise<readonly Issue[]> {
	const path = relative(pages, file).replaceAll(sep, '/');
	try {
		const result = await readText(file, `content/docs/${path}`);
		if ('issue' in result) return [result.issue];
		const page = readPage(path, result.text, 'content/docs');
		return page ? issuesOfPage(page, { corpus, components, lists: closedLists(corpus, labels) }).issues : [];
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}

/** Vite's server, as Astro hands it to an integration. */
type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

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

/** Runs convert after every change of what it reads. One run at a time; what changes meanwhile is taken by the next. */
function watchSeeds(server: DevServer, atStart: readonly Issue[]): void {
	let shown = atStart;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	/** Pages that were saved since they were last looked at, and those that had a mistake then. */
	const toLookAt = new Set<string>();
	const show = (): void => server.ws.send({ type: 'error', err: overlayOf(shown) });
	const convertAndLook = async (): Promise<readonly Issue[]> => {
		const converted = await convert();
		if (converted.issues.length > 0) return converted.issues;
		const found: Issue[] = [];
		for (const file of [...toLookAt]) {
			const mistakes = await mistakesOf(file, converted);
			if (mistakes.length === 0) toLookAt.delete(file);
			found.push(...mistakes);
		}
		return found;
	};
	const run = async (): Promise<void> => {
		const issues = await convertAndLook().catch((error: unknown): Issue[] => [
			{ file: 'seeds', line: 1, column: 1, code: 'missing-file', found: error instanceof Error ? error.message : String(error), expected: 'files that can be read and written', fix: 'make them so, and save again' },
		]);
		const wasWrong = shown.length > 0;
		shown = issues;
		if (issues.length > 0) {
			printIssues(issues);
			show();
		} else if (wasWrong) {
			console.log(say('Nothing to correct any more.'));
			server.ws.send({ type: 'full-reload', path: '*' });
		}
	};
	const schedule = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			running = (running ?? Promise.resolve()).then(run);
		}, settleMilliseconds);
	};
	server.watcher.add(watched);
	server.watcher.on('all', (_event, file) => {
		const isInput = watched.some((folder) => file.startsWith(folder + sep)) && !file.includes('.staging-');
		if (!isInput || ownWrites.delete(file)) return;
		if (file.startsWith(pages + sep) && /\.mdx?$/.test(file)) toLookAt.add(file);
		schedule();
	});
	// A page that is opened later shows what is wrong, too.
	server.ws.on('connection', () => {
		if (shown.length > 0) show();
	});
}

const seedsIntegration = (atStart: readonly Issue[]): AstroIntegration => ({
	name: 'seeds',
	hooks: { 'astro:server:setup': ({ server }) => watchSeeds(server, atStart) },
});

await runCommand(help, { port: { type: 'string' } } as const, async ({ values, positionals, wrongUsage }) => {
	const port = Number(values.port ?? process.env['PORT'] ?? 4321);
	if (positionals.length > 0) return wrongUsage(`Unexpected argument: ${positionals.join(' ')}`);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrongUsage('The port must be a whole number from 0 to 65535.');
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	const { issues } = await convert();
	if (issues.length > 0) printIssues(issues);
	await dev({ root: projectFolder, server: { port }, integrations: [seedsIntegration(issues)] });
	return exit.ok;
});
