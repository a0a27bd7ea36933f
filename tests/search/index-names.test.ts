import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { expect, onTestFinished, test } from 'vitest';
import { localize } from '../../src/model/languages.ts';
import { cacheControl, keepForever } from '../../src/built/headers.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { SearchCorpus } from '../../src/search/corpus.ts';
import { fixedCorpus } from './fixed-corpus.ts';

/** The files of an index that browsers may keep for ever. */
async function keptFiles(corpus: SearchCorpus): Promise<Map<string, string>> {
	const folder = await mkdtemp(join(tmpdir(), 'index-names-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await buildSearchIndex(corpus, join(folder, 'pagefind'));
	await close();
	const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
	const kept = names.filter((name) => cacheControl(name) === keepForever);
	return new Map(await Promise.all(kept.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')] as const)));
}

test('an index is the same whether its records are made or known from before, and where those are broken', async () => {
	const root = await mkdtemp(join(tmpdir(), 'index-records-'));
	onTestFinished(() => rm(root, { recursive: true, force: true }));
	const index = async (corpus: SearchCorpus, kept?: string): Promise<Map<string, string>> => {
		const folder = join(root, kept === undefined ? 'fresh' : 'kept');
		await buildSearchIndex(corpus, folder, kept);
		await close();
		return new Map(await Promise.all((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort().map(async (file) => [file.slice(folder.length), (await readFile(file)).toString('base64')] as const)));
	};
	const corpus = fixedCorpus();
	const changed: SearchCorpus = { ...corpus, statements: corpus.statements.map((statement, at) => (at === 0 ? { ...statement, text: localize((lang) => `${statement.text[lang]} ${corpus.statements[1]?.text[lang] ?? ''}`) } : statement)) };
	const renamed: SearchCorpus = { ...changed, entries: corpus.entries.map((entry, at) => (at === 0 ? { ...entry, name: localize((lang) => `${entry.name[lang]} ${lang}`) } : entry)) };
	// Where an entry stands changes with every list that is cut otherwise, and makes no other record again.
	const moved: SearchCorpus = { ...renamed, entries: renamed.entries.map((entry) => ({ ...entry, path: localize((lang) => `${entry.path[lang]}2`), statements: entry.statements + 1, ...(entry.note === undefined ? {} : { note: localize((lang) => `${entry.note?.[lang] ?? ''} ${lang} xylophones`) }) })) };
	for (const each of [corpus, changed, renamed, moved, corpus]) expect(await index(each, root)).toEqual(await index(each));
	for (const [name, word] of [['search-records', 'bamboo'], ['search-names', 'supply']] as const) {
		const file = join(root, 'node_modules/.cache', name);
		const whole = await readFile(file, 'utf8');
		expect(whole).toContain(word);
		for (const broken of [whole.slice(0, 200), whole.replace(word, 'banana'), '']) {
			await writeFile(file, broken);
			expect(await index(corpus, root)).toEqual(await index(corpus));
		}
	}
});

test('a file that browsers keep for ever has a new name where it has a new content', async () => {
	const corpus = fixedCorpus();
	const before = await keptFiles(corpus);
	// The words are the same; what a result shows is not.
	const after = await keptFiles({ ...corpus, statements: corpus.statements.map((statement) => ({ ...statement, text: localize((lang) => statement.text[lang].replace(/[.。]$/, '!')) })) });
	expect(before.size).toBeGreaterThan(10);
	expect([...after.keys()].filter((name) => !before.has(name)).length).toBeGreaterThan(0);
	for (const [name, content] of after) if (before.has(name)) expect(content, name).toBe(before.get(name));
});
