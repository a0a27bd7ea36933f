import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { langs, languages, type Lang } from '../../src/model/languages.ts';
import { readCorpus } from '../../src/search/build-index.ts';
import { readCatalogues } from '../../src/site/config-files.ts';
import { markdownTwin } from '../../src/site/markdown-twin.ts';
import { createTranslators } from '../core/messages.ts';
import { createPageContexts } from '../core/pages/lists.ts';
import { pages } from '../core/pages/index.ts';
import { loadCatalogues, loadSeeds, projectFolder } from '../io/project.ts';
import { sizeOf, synthesizeGuide, type GlossaryEntry, type GuideSize } from './synthetic-guide.ts';

/** Projects to build: this site with made-up seeds, and default Starlight with the text of the same pages. */

const run = promisify(execFile);

/** What a build and convert need. */
const parts = ['astro.config.mjs', 'content.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'content', 'public', 'scripts', 'src'];
/** What packages and builds keep from one build to the next; a cold build has none of it. */
const kept = ['.astro', '.cache', 'dist', 'node_modules/.astro', 'node_modules/.cache', 'node_modules/.vite'];

export const clean = async (folder: string): Promise<void> => {
	for (const part of kept) await rm(join(folder, part), { recursive: true, force: true });
};

/** The packages themselves, as links to the same files where the disk allows. */
async function linkPackages(folder: string): Promise<void> {
	await run('cp', ['-al', join(projectFolder, 'node_modules'), folder]).catch(async () => {
		await rm(join(folder, 'node_modules'), { recursive: true, force: true });
		await run('cp', ['-a', join(projectFolder, 'node_modules'), folder]);
	});
	await clean(folder);
}

/** Writes made-up seeds. @param sizeOf how much of everything, given how much the real guide has */
export async function writeSeeds(folder: string, sizeOf: (real: GuideSize) => GuideSize): Promise<void> {
	const seed = async (name: string): Promise<unknown[]> => parse(await readFile(join(projectFolder, 'seeds', name), 'utf8')) as unknown[];
	const [sectors, glossary, differences] = await Promise.all([seed('sectors.yaml'), seed('glossary.yaml') as Promise<GlossaryEntry[]>, seed('differences.yaml')]);
	const real = readCorpus(join(projectFolder, 'content'));
	const documents = new Set(real.statements.map(({ source }) => source)).size;
	const size = sizeOf({ sectors: sectors.length, documents, statements: real.statements.length, differences: differences.length, names: glossary.length });
	for (const [path, value] of synthesizeGuide(real, glossary, size)) {
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, path.endsWith('.json') ? JSON.stringify(value) : stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 }));
	}
}

/** The pages that convert makes of seeds, by their paths below `docs`. */
async function madePages(seeds: string): Promise<Set<string>> {
	const [{ corpus, issues }, { catalogues }] = await Promise.all([loadSeeds(seeds, 'seeds'), loadCatalogues()]);
	if (!corpus || !catalogues) throw new Error(`The seeds in ${seeds} have ${issues.length} mistakes: ${issues[0]?.found ?? ''}`);
	return new Set(Array.from(pages(corpus, createPageContexts(corpus, createTranslators(catalogues))), ({ path }) => path));
}

/** The fewest pages of a guide that has a help for its editors. */
const smallest = 40;

/** How far the number of pages may be from what was asked for. */
const nearEnough = 0.02;

/**
 * Writes seeds of which convert makes so many pages in each language: the real guide, times the factor that gives them.
 * How many that is cannot be known before, since long lists and sources are cut into parts.
 * @param pairs that convert is to make
 * @param ofRealSeeds the pages that it makes of the real ones
 * @returns the pages that it makes
 */
async function writeSeedsFor(seeds: string, pairs: number, ofRealSeeds: ReadonlySet<string>): Promise<ReadonlySet<string>> {
	const first = langs[0];
	let made = ofRealSeeds;
	const inFirst = (paths: ReadonlySet<string>): number => [...paths].filter((path) => path.startsWith(`${first}/`)).length;
	// From two sizes on the line between them to the next; the first guess is from the real guide, and none at all is the second.
	let [lower, upper] = [{ factor: 0, count: 0 }, { factor: 1, count: inFirst(made) }];
	for (let tries = 0; tries < 8; tries += 1) {
		const factor = Math.max(0, lower.factor + ((pairs - lower.count) * (upper.factor - lower.factor)) / (upper.count - lower.count || 1));
		await rm(seeds, { recursive: true, force: true });
		await writeSeeds(seeds, (size) => sizeOf(size, factor));
		made = await madePages(seeds);
		const count = inFirst(made);
		if (Math.abs(count - pairs) <= pairs * nearEnough) break;
		[lower, upper] = [upper, { factor, count }];
	}
	return made;
}

/**
 * This project with made-up seeds in place of its own, its pages made by convert, in a repository with one commit.
 * @param asked how many pages it is to have in each language, as nearly as the pages that every guide has allow
 * @returns how many it has, and its statements
 */
export async function makeOurs(folder: string, asked: number): Promise<{ pairs: number; statements: number }> {
	await mkdir(folder, { recursive: true });
	for (const part of parts) await cp(join(projectFolder, part), join(folder, part), { recursive: true });
	await linkPackages(folder);
	const docs = join(folder, 'content/docs');
	// A guide as small as that has no help of eight pages for its editors.
	if (asked < smallest) for (const lang of langs) for (const help of ['help', 'help.mdx']) await rm(join(docs, lang, help), { recursive: true, force: true });
	const first = langs[0];
	const seeds = join(folder, 'seeds');
	const ofRealSeeds = await madePages(join(projectFolder, 'seeds'));
	const byHand = (await pagesOf(docs)).filter((path) => path.startsWith(`${first}/`) && !ofRealSeeds.has(path)).length;
	const made = await writeSeedsFor(seeds, asked - byHand, ofRealSeeds);
	// Pages that hold words of editors too, such as those of the views, stay.
	for (const path of ofRealSeeds.difference(made)) await rm(join(docs, path));
	await run(process.execPath, ['scripts/convert.ts'], { cwd: folder, maxBuffer: 1 << 26 });
	const { statements } = JSON.parse(await readFile(join(folder, 'content/data/statements.json'), 'utf8')) as { statements: { id: string }[] };
	// The guide for editors shows how to point at a statement, by one of the real ones.
	for (const path of await pagesOf(docs)) {
		const text = await readFile(join(docs, path), 'utf8');
		if (text.includes('<Ref id=')) await writeFile(join(docs, path), text.replace(/(<Ref id=")[^"]*/g, `$1${statements[0]?.id ?? ''}`));
	}
	await writeFile(join(folder, '.gitignore'), 'node_modules/\ndist/\n.astro/\n.cache/\n');
	const git = (...args: string[]): Promise<unknown> => run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: folder, maxBuffer: 1 << 26 });
	await git('init', '--quiet');
	await git('add', '.');
	await git('commit', '--quiet', '--message', 'Made-up seeds');
	return { pairs: (await pagesOf(join(docs, first))).length, statements: statements.length };
}

/** A copy of a project as it stands, with nothing that a build has kept. */
export async function copyCold(folder: string, to: string): Promise<void> {
	await run('cp', ['-al', folder, to]).catch(() => run('cp', ['-a', folder, to]));
	await clean(to);
}

/** Changes the words of one statement in one seed, as an editor does, and converts. */
export async function changeOneSeed(folder: string): Promise<void> {
	const documents = join(folder, 'seeds/documents');
	const names = (await readdir(documents)).sort();
	const file = join(documents, names[Math.floor(names.length / 2)] ?? '');
	const document = parse(await readFile(file, 'utf8')) as { statements: { text: Record<Lang, string> }[] };
	for (const lang of langs) {
		const statement = document.statements[0];
		if (statement) statement.text[lang] = statement.text[lang].replace(/[.。]$/, languages[lang].script === 'Latn' ? ', as announced.' : '（発表による）。');
	}
	await rm(file);
	await writeFile(file, stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }));
	await run(process.execPath, ['scripts/convert.ts'], { cwd: folder, maxBuffer: 1 << 26 });
}

/** Default Starlight, which knows the languages and nothing else of ours, with the text of the pages as Markdown. */
export async function makeDefault(folder: string, ours: string): Promise<void> {
	const catalogues = readCatalogues(new URL(`file://${join(projectFolder, 'content/i18n/')}`));
	await mkdir(join(folder, 'src'), { recursive: true });
	// Astro takes a package that is named here into the bundle, as Starlight has to be.
	const { dependencies } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
	const needed = Object.fromEntries(['astro', '@astrojs/starlight'].map((name) => [name, dependencies[name]]));
	await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'default-starlight', private: true, type: 'module', dependencies: needed }));
	await linkPackages(folder);
	await writeFile(join(folder, 'astro.config.mjs'), `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
	site: 'http://localhost:4321',
	integrations: [starlight({ title: 'Default', defaultLocale: '${langs[0]}', locales: ${JSON.stringify(Object.fromEntries(langs.map((lang) => [lang, { label: languages[lang].label, lang: languages[lang].tag }])))} })],
});
`);
	await writeFile(join(folder, 'src/content.config.ts'), `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`);
	const docs = join(ours, 'content/docs');
	for (const path of await pagesOf(docs)) {
		const lang = langs.find((each) => path.startsWith(`${each}/`));
		if (!lang) continue;
		const [, matter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(await readFile(join(docs, path), 'utf8')) ?? [];
		const { title, description, sidebar } = parse(matter) as Record<string, unknown>;
		const markdown = markdownTwin({
			lang,
			title: '',
			description: undefined,
			body,
			url: `http://localhost:4321/${path.replace(/(?:index)?\.mdx$/, '/').replace('//', '/')}`,
			links: [],
			t: (key) => catalogues[lang][key] ?? key,
			lists: {},
			statement: () => undefined,
		}).replace(/^#\s*\n+/, '');
		const file = join(folder, 'src/content/docs', path.replace(/mdx$/, 'md'));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `---\n${stringify({ title, description, ...(sidebar ? { sidebar } : {}) }, { lineWidth: 0 })}---\n\n${markdown}`);
	}
}

const pagesOf = async (docs: string): Promise<string[]> => (await readdir(docs, { recursive: true })).filter((path) => path.endsWith('.mdx')).map((path) => path.replaceAll('\\', '/')).sort();
