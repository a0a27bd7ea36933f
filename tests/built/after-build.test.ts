import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { afterBuild } from '../../src/built/after-build.ts';
import { temporaryFolder } from '../helpers/convert.ts';

/** What the build does with a site of these files once it is written. */
async function finish(files: Readonly<Record<string, string>>): Promise<void> {
	const folder = await temporaryFolder();
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const url = pathToFileURL(`${folder}/`);
	const { hooks } = afterBuild();
	await hooks['astro:config:done']?.({ config: { base: '/', root: url } } as never);
	await hooks['astro:build:done']?.({ dir: url, logger: { info: () => undefined } } as never);
}

const page = (text: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${text}</body></html>`;

test.each(['en/index.html', 'data/statements.json', 'en/feed.xml', 'en/page.md'])('U+FFFD in %s fails the build, which names the file', async (path) => {
	const files = { 'index.html': page('Text'), [path]: path.endsWith('.html') ? page('日本') : '"日本"' };
	await expect(finish(files)).resolves.toBeUndefined();
	await expect(finish({ ...files, [path]: files[path]?.replace('本', '\uFFFD') ?? '' })).rejects.toThrow(`${path} holds U+FFFD`);
});
