import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, readContent, replaceOnce, runConvert, snapshot, temporaryFolder, withEdit, type Run } from '../helpers/convert.ts';
import { miniSeeds, withFile, writeSeeds, type SeedFolder } from '../helpers/mini-seeds.ts';

/** A folder with seeds and nothing else, and convert to run there. */
async function project(seeds: SeedFolder = miniSeeds): Promise<{ folder: string; content: string; convert: (...args: string[]) => Promise<Run> }> {
	const folder = await temporaryFolder();
	await writeSeeds(join(folder, 'seeds'), seeds);
	return { folder, content: join(folder, 'content'), convert: (...args) => runConvert(['--seeds', 'seeds', '--content', 'content', ...args], { cwd: folder }) };
}

/** The content folder that the mini seeds make. */
let made: string;
beforeAll(async () => {
	made = await mkdtemp(join(tmpdir(), 'convert-'));
	await writeSeeds(join(made, 'seeds'));
	expect(await runConvert(['--seeds', 'seeds', '--content', 'content'], { cwd: made })).toMatchObject({ code: 0, stderr: '' });
	return () => rm(made, { recursive: true });
});

/** A project whose pages are up to date. */
async function convertedProject(): ReturnType<typeof project> {
	const copy = await project();
	await cp(join(made, 'content'), copy.content, { recursive: true });
	return copy;
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
	await writeFile(path, change(await readFile(path, 'utf8')));
}

const changedChips = withEdit('documents/newspaper.yaml', 'More than 70 firms make chips', 'More than 70 firms produce chips');
const pagesOfChips = ['data/statements.json', 'docs/en/sectors/chips.mdx', 'docs/en/sources/newspaper.mdx', 'docs/en/sources/newspaper/by-sector.mdx', 'docs/ja/sectors/chips.mdx', 'docs/ja/sources/newspaper.mdx'];

describe('a run', () => {
	test('writes all files; a second one writes none, and does not touch any', async () => {
		const { content, convert } = await project();
		const first = await convert();
		const files = await snapshot(content);
		expect(first).toEqual({ code: 0, stdout: `6 statements; ${files.size} files written, 0 unchanged.\n`, stderr: '' });
		expect(await convert()).toEqual({ code: 0, stdout: `6 statements; 0 files written, ${files.size} unchanged.\n`, stderr: '' });
		expect(await snapshot(content)).toEqual(files);
	});

	test('writes only the files that a changed seed shows on', async () => {
		const { folder, content, convert } = await convertedProject();
		const before = await snapshot(content);
		await writeSeeds(join(folder, 'seeds'), changedChips);
		expect((await convert()).stdout).toBe(`6 statements; ${pagesOfChips.length} files written, ${before.size - pagesOfChips.length} unchanged.\n`);
		const after = await snapshot(content);
		expect([...after].filter(([path, { inode, modified }]) => inode !== get(before, path).inode || modified !== get(before, path).modified).map(([path]) => path)).toEqual(pagesOfChips);
	});

	test('makes the same bytes in another time zone, locale, folder, and order of files', async () => {
		const { folder, content } = await convertedProject();
		const expected = await readContent(content);
		const seeds = join(await temporaryFolder(), 'Seeds — 種 with spaces');
		for (const path of [...miniSeeds.keys()].reverse()) await writeSeeds(seeds, new Map([[path, get(miniSeeds, path)]]));
		const variants: readonly Readonly<Record<string, string>>[] = [
			{ TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
			{ TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
			{ TZ: 'Asia/Kolkata', LANG: 'C', LC_ALL: 'C', LANGUAGE: 'hi' },
		];
		const others = await Promise.all(variants.map(async (env) => {
			const other = join(await temporaryFolder(), 'deep/er/content');
			expect(await runConvert(['--seeds', seeds, '--content', other], { cwd: '/', env })).toMatchObject({ code: 0, stderr: '' });
			return readContent(other);
		}));
		for (const pages of others) expect(pages).toEqual(expected);
		// And the pages that one of them made are up to date for the others.
		expect(await runConvert(['--seeds', seeds, '--content', content, '--check'], { cwd: folder, env: variants[0] ?? {} })).toMatchObject({ code: 0 });
	});

	test('keeps what editors wrote, and puts back a region that was taken out with its markers', async () => {
		const { folder, content, convert } = await convertedProject();
		const page = join(content, 'docs/ja/sectors/chips.mdx');
		const fresh = await readFile(page, 'utf8');
		const prose = '半導体は、\r\n重要である。\n\n<Note>\n\n編集者の注\n\n</Note>\n';
		await edit(page, (text) => text.replace(/\{\/\* (?!convert:).*\*\/\}\n/, () => prose).replace(/\{\/\* convert:begin figures [^]*?convert:end figures \*\/\}\n\n/, ''));
		expect(await readFile(page, 'utf8')).not.toContain('begin figures');
		await writeSeeds(join(folder, 'seeds'), changedChips);
		expect(await convert()).toMatchObject({ code: 0, stderr: '' });
		const text = await readFile(page, 'utf8');
		expect(text).toContain(prose);
		expect(text.replace(prose, '')).toBe(fresh.replace(/\{\/\* (?!convert:).*\*\/\}\n/, '').replace(/statements-context .* #[0-9a-f]+/, /statements-context .* #[0-9a-f]+/.exec(text)?.[0] ?? '').replace('70 firms make', '70 firms produce'));
	});
});

describe('--check', () => {
	test('is content with pages that are up to date', async () => {
		const { content, convert } = await convertedProject();
		const before = await snapshot(content);
		expect(await convert('--check')).toEqual({ code: 0, stdout: `All ${before.size} files are up to date.\n`, stderr: '' });
		expect(await snapshot(content)).toEqual(before);
	});

	test('lists the pages that are not, exits 1, and writes nothing', async () => {
		const { folder, content, convert } = await convertedProject();
		await writeSeeds(join(folder, 'seeds'), changedChips);
		const before = await snapshot(content);
		const { code, stdout, stderr } = await convert('--check');
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr.split('\n').filter((line) => line.endsWith('is out of date')).sort()).toEqual(pagesOfChips.map((path) => `content/${path} is out of date`));
		expect(stderr).toContain('6 files out of date. To mend it: npm run convert.');
		expect(await snapshot(content)).toEqual(before);
	});

	test('lists all of them where there are none yet, and makes no folder', async () => {
		const { folder, convert } = await project();
		expect(await convert('--check')).toMatchObject({ code: 1, stdout: '' });
		expect(await readdir(folder)).toEqual(['seeds']);
	});
});

describe('nothing at all is written', () => {
	/** Runs convert with seeds that change pages, and holds the content folder to what it was. */
	async function refused({ folder, content, convert }: Awaited<ReturnType<typeof project>>, seeds: SeedFolder = changedChips): Promise<string> {
		await writeSeeds(join(folder, 'seeds'), seeds);
		const before = await snapshot(content);
		const { code, stdout, stderr } = await convert();
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(/\nNothing was written\.\n$/);
		expect(await snapshot(content)).toEqual(before);
		return stderr;
	}

	test('where a region was edited: the message has its line, the difference, and the line of the seed', async () => {
		const copy = await convertedProject();
		await edit(join(copy.content, 'docs/en/sectors/energy.mdx'), (text) => replaceOnce(text, 'the Power Board planned a loan', 'the Power Board signed a loan'));
		expect(await refused(copy)).toMatchInlineSnapshot(`
			"content/docs/en/sectors/energy.mdx:76:1  edited-region  the generated region \`statements-funding\` was edited by hand; expected the text that convert wrote; your own text goes outside the markers. To mend it: make the change in seeds/documents/fact-sheet.yaml:50, then undo it here (git checkout, or delete the region with its markers) and run convert again.
			    - in the page        In July 2025 the Power Board signed a loan of up to ¥60 billion for a plant of 400 MW in Pune, which is to run by 2030.
			    + from the seed      In July 2025 the Power Board planned a loan of up to ¥60 billion for a plant of 400 MW in Pune, which is to run by 2030.

			1 problem found.
			Nothing was written.
			"
		`);
	});

	test('where the data was edited', async () => {
		const copy = await convertedProject();
		await edit(join(copy.content, 'data/statements.json'), (text) => replaceOnce(text, '"planned"', '"signed"'));
		expect(await refused(copy)).toMatch(/^content\/data\/statements\.json:1:1 {2}edited-region /);
	});

	test('where an editor’s text does not compile', async () => {
		const copy = await convertedProject();
		await edit(join(copy.content, 'docs/ja/timeline.mdx'), (text) => `${text}\n年表の{注\n`);
		expect(await refused(copy)).toMatch(/^content\/docs\/ja\/timeline\.mdx:\d+:\d+ {2}mdx-syntax /);
	});

	test.each([
		['Shift_JIS', Uint8Array.of(0x8c, 0x66, 0x8d, 0xda, 0x0a, 0x82, 0xa0), 'bad-encoding'],
		['with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'byte-order-mark'],
	])('where a page is %s', async (_, bytes, code) => {
		const copy = await convertedProject();
		await writeFile(join(copy.content, 'docs/en/own.mdx'), bytes);
		expect(await refused(copy)).toContain(`  ${code}  `);
	});

	test('where the seeds have mistakes: all of them are reported', async () => {
		const seeds = withEdit('documents/newspaper.yaml', 'status: reported', 'status: reportd', withEdit('sectors.yaml', 'related: [research]', 'related: [reserch]'));
		const stderr = await refused(await convertedProject(), seeds);
		expect(stderr).toMatch(/^seeds\/documents\/newspaper\.yaml:\d+:\d+ {2}unknown-value /m);
		expect(stderr).toMatch(/^seeds\/sectors\.yaml:\d+:\d+ {2}unknown-sector /m);
		expect(stderr).toContain('2 problems found.');
	});

	test('where a folder stands in the place of a page', async () => {
		const copy = await convertedProject();
		await rm(join(copy.content, 'docs/en/timeline.mdx'));
		await mkdir(join(copy.content, 'docs/en/timeline.mdx'));
		await writeSeeds(join(copy.folder, 'seeds'), changedChips);
		const before = await snapshot(copy.content);
		expect(await copy.convert()).toMatchObject({ code: 1, stdout: '' });
		expect(await snapshot(copy.content)).toEqual(before);
	});

	test('through a link that leads away', async () => {
		const copy = await convertedProject();
		const page = join(copy.content, 'docs/en/sectors/chips.mdx');
		const elsewhere = join(copy.folder, 'elsewhere.mdx');
		await writeFile(elsewhere, 'mine');
		await rm(page);
		await symlink(elsewhere, page);
		expect(await refused(copy)).toContain('changed-meanwhile');
		expect(await readFile(elsewhere, 'utf8')).toBe('mine');
	});
});

describe('what is no longer in the seeds', () => {
	test('is named, and its pages are left to a person', async () => {
		const { folder, content, convert } = await convertedProject();
		const seeds = withFile('differences.yaml', '[]\n', withFile('documents/newspaper.yaml', undefined));
		await rm(join(folder, 'seeds'), { recursive: true });
		await writeSeeds(join(folder, 'seeds'), seeds);
		const before = await snapshot(content);
		const { code, stderr } = await convert();
		expect(code).toBe(0);
		expect(stderr).toMatchInlineSnapshot(`
			"content/docs/en/sources/newspaper.mdx: no seed makes this page any more. Delete it when its own text is no longer needed.
			content/docs/en/sources/newspaper/by-sector.mdx: no seed makes this page any more. Delete it when its own text is no longer needed.
			content/docs/ja/sources/newspaper.mdx: no seed makes this page any more. Delete it when its own text is no longer needed.
			content/docs/ja/sources/newspaper/by-sector.mdx: no seed makes this page any more. Delete it when its own text is no longer needed.
			Statements that are no longer in the seeds (their permalinks end): chip-firms, plant-investment, rao-visit-reported
			"
		`);
		const after = await snapshot(content);
		expect([...after.keys()]).toEqual([...before.keys()]);
		for (const lang of ['en', 'ja']) expect(after.get(`docs/${lang}/sources/newspaper.mdx`)).toEqual(before.get(`docs/${lang}/sources/newspaper.mdx`));
	});
});

describe('the command line', () => {
	test('says how it is used', async () => {
		const { convert } = await project();
		const { code, stdout, stderr } = await convert('--help');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		for (const option of ['--seeds DIR', '--content DIR', '--check', '--help']) expect(stdout).toContain(option);
	});

	test.each([[['--chek']], [['seeds']], [['--seeds']], [['--check=yes']]])('refuses %s with exit code 2', async (args) => {
		const { folder } = await project();
		const { code, stdout, stderr } = await runConvert(args, { cwd: folder });
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('Usage: npm run convert');
		expect(await readdir(folder)).toEqual(['seeds']);
	});

	test('names a seeds folder that is not there', async () => {
		const { folder } = await project();
		const { code, stderr } = await runConvert(['--seeds', 'sedes', '--content', 'content'], { cwd: folder });
		expect(code).toBe(1);
		expect(stderr).toContain('sedes/sectors.yaml:1:1  missing-file');
		expect(await readdir(folder)).toEqual(['seeds']);
	});

	test('says in one line that a file stands in the place of the content folder', async () => {
		const { content, convert } = await project();
		await writeFile(content, 'a file');
		expect(await convert()).toEqual({ code: 1, stdout: '', stderr: `${content}: a file stands where a folder is needed; nothing was changed. Move it away, or correct the path, and run the command again\n` });
	});
});
