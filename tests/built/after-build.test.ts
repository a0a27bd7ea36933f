import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

test('citations, which are thousands, get no compressed copies, and are looked through all the same', async () => {
	const files = { 'index.html': page('Text'), 'data/cite/en/loan.txt': 'Words. '.repeat(300) };
	await expect(readFile(join(await finish(files), 'data/cite/en/loan.txt.br'))).rejects.toThrow('ENOENT');
	await expect(finish({ ...files, 'data/cite/en/loan.txt': 'Wor\uFFFD' })).rejects.toThrow('loan.txt holds U+FFFD');
});
