import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { afterBuild } from '../../src/built/after-build.ts';
import { temporaryFolder } from '../helpers/convert.ts';

/** What the build does with a site of these files once it is written. */
async function finish(files: Readonly<Record<string, string>>, folder?: string): Promise<string> {
	folder ??= await temporaryFolder();
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const url = pathToFileURL(`${folder}/`);
	const { hooks } = afterBuild();
	await hooks['astro:config:done']?.({ config: { base: '/', root: url } } as never);
	await hooks['astro:build:done']?.({ dir: url, logger: { info: () => undefined } } as never);
	return folder;
}

const page = (text: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${text}</body></html>`;

test.each(['en/index.html', 'data/statements.json', 'en/feed.xml', 'en/page.md'])('U+FFFD in %s fails the build, which names the file', async (path) => {
	const files = { 'index.html': page('Text'), [path]: path.endsWith('.html') ? page('日本') : '"日本"' };
	await expect(finish(files)).resolves.toBeDefined();
	await expect(finish({ ...files, [path]: files[path]?.replace('本', '\uFFFD') ?? '' })).rejects.toThrow(`${path} holds U+FFFD`);
});

test('compressed copies are those of their file after a change, and where what was kept of the build before is broken', async () => {
	const files = { 'index.html': page('Text '.repeat(400)), 'en/page.md': 'Words. '.repeat(300) };
	const folder = await finish(files);
	const expectRight = async (): Promise<void> => {
		for (const path of Object.keys(files)) {
			const content = await readFile(join(folder, path));
			expect(brotliDecompressSync(await readFile(join(folder, `${path}.br`))).equals(content)).toBe(true);
			expect(gunzipSync(await readFile(join(folder, `${path}.gz`))).equals(content)).toBe(true);
		}
	};
	await expectRight();
	files['index.html'] = page('Other '.repeat(400));
	await finish(files, folder);
	await expectRight();
	const kept = join(folder, 'node_modules/.cache/compressed');
	const whole = await readFile(kept);
	for (const broken of [whole.subarray(0, whole.length - 9), Buffer.from(whole).fill(0, whole.length - 40, whole.length - 20), Buffer.from('{'), Buffer.from('{}\n'), Buffer.alloc(0)]) {
		await writeFile(kept, broken);
		await finish(files, folder);
		await expectRight();
		expect((await readFile(kept)).equals(whole)).toBe(true);
	}
});

test('copies that stand are left, those of files that are gone are deleted with their folders', async () => {
	const files = { 'index.html': page('Text '.repeat(400)), 'en/gone/page.md': 'Words. '.repeat(300) };
	const folder = await finish(files);
	const copy = join(folder, 'index.html.br');
	const { ino } = await stat(copy);
	await rm(join(folder, 'en/gone/page.md'));
	await finish({ 'index.html': files['index.html'] }, folder);
	expect((await stat(copy)).ino).toBe(ino);
	expect((await readdir(folder)).includes('en')).toBe(false);
});

test('a site is the same whether its pages and style sheets are looked through or known from the build before, and where that is broken', async () => {
	const sheet = '_astro/a.css';
	const link = `<link rel="stylesheet" href="/${sheet}"><script>let a = 1;</script>`;
	const files = { 'index.html': page(`${link}<p class="x" style="color:red">`), 'en/index.html': page(`${link}<p class="y">`), [sheet]: '.x{color:red}.y{color:blue}.z{color:green}' };
	const folder = await finish(files);
	// A build begins with an empty folder of these.
	const again = async (changed: Readonly<Record<string, string>>): Promise<void> => {
		await rm(join(folder, '_astro'), { recursive: true });
		await finish({ ...files, ...changed }, folder);
	};
	const made = async (): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await readdir(folder, { recursive: true })).filter((path) => /^(?:en\/|_astro\/)?[\w.-]+$/.test(path) && path.includes('.')).sort().map(async (path) => [path, (await readFile(join(folder, path))).toString('latin1')] as const)));
	const first = await made();
	expect(Object.keys(first)).toHaveLength(5);
	expect(Object.entries(first).find(([path]) => path.endsWith('.css'))?.[1]).toBe('.x{color:red}.y{color:blue}');
	for (const kept of ['finished', 'styles']) {
		const file = join(folder, 'node_modules/.cache', kept);
		const whole = await readFile(file);
		for (const content of [whole, whole.subarray(0, whole.length / 2), Buffer.from(whole.toString().replaceAll('red', 'rex')), Buffer.from('x')]) {
			await writeFile(file, content);
			await again({});
			expect(await made()).toEqual(first);
		}
	}
	// A page that must not be published is refused each time.
	for (let time = 0; time < 2; time += 1) await expect(again({ 'index.html': page('<p onclick="x()">') })).rejects.toThrow('security policy');
	await again({ 'index.html': page(link) });
	expect(Object.entries(await made()).find(([path]) => path.endsWith('.css'))?.[1]).toBe('.y{color:blue}');
});

test('a page that stands as the build before left it is as it would be made, also where its style sheet is another', async () => {
	const sheet = '_astro/a.css';
	const link = `<link rel="stylesheet" href="/${sheet}"><script>let a = 1;</script>`;
	const css = '.x{color:red}.y{color:blue}.z{color:green}';
	const standing = { 'en/index.html': page(`${link}<p class="y" style="color:red">`) };
	const folder = await finish({ ...standing, 'index.html': page(`${link}<p class="x">`), [sheet]: css });
	const file = join(folder, 'en/index.html');
	const { ino } = await stat(file);
	for (const name of ['x', 'z']) {
		const changed = { 'index.html': page(`${link}<p class="${name}">More`), [sheet]: css };
		for (const path of await readdir(join(folder, '_astro'))) await rm(join(folder, '_astro', path));
		await finish(changed, folder);
		const whole = await finish({ ...standing, ...changed });
		expect(await readFile(file, 'utf8')).toBe(await readFile(join(whole, 'en/index.html'), 'utf8'));
		expect(await readdir(join(folder, '_astro'))).toEqual(await readdir(join(whole, '_astro')));
		expect(await readFile(join(folder, '_headers'), 'utf8')).toBe(await readFile(join(whole, '_headers'), 'utf8'));
		if (name === 'x') expect((await stat(file)).ino).toBe(ino);
	}
});

test('citations, which are thousands, get no compressed copies, and are looked through all the same', async () => {
	const files = { 'index.html': page('Text'), 'data/cite/en/loan.txt': 'Words. '.repeat(300) };
	await expect(readFile(join(await finish(files), 'data/cite/en/loan.txt.br'))).rejects.toThrow('ENOENT');
	await expect(finish({ ...files, 'data/cite/en/loan.txt': 'Wor\uFFFD' })).rejects.toThrow('loan.txt holds U+FFFD');
});
