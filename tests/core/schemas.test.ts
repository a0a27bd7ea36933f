import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../scripts/core/json-schemas.ts';
import { projectFolder } from '../../scripts/io/project.ts';

const read = (path: string): Promise<string> => readFile(join(projectFolder, path), 'utf8');

describe('in VS Code', async () => {
	const settings = JSON.parse(await read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string | string[]> };
	const wired = Object.entries(settings['yaml.schemas']);

	test('every kind of seed file has its schema, and the extension that reads it is recommended', async () => {
		expect(wired.map(([path]) => path.replace('./seeds/schema/', '')).sort()).toEqual([...jsonSchemas().keys()].sort());
		for (const [schema] of wired) await access(join(projectFolder, schema));
		expect(wired.flatMap(([, globs]) => globs).sort()).toEqual(['seeds/differences.yaml', 'seeds/documents/*.yaml', 'seeds/drafts/*.yaml', 'seeds/glossary.yaml', 'seeds/sectors.yaml']);
		expect((JSON.parse(await read('.vscode/extensions.json')) as { recommendations: string[] }).recommendations).toEqual(expect.arrayContaining(['redhat.vscode-yaml', 'unifiedjs.vscode-mdx']));
	});

	test.each([...jsonSchemas()])('%s is as the types make it, and explains every field', async (path, text) => {
		expect(await read(`seeds/schema/${path}`)).toBe(text);
		const silent: string[] = [];
		const walk = (node: unknown, at: string): void => {
			if (typeof node !== 'object' || node === null) return;
			for (const [name, value] of Object.entries((node as { properties?: object }).properties ?? {})) {
				// The languages of a text say themselves what they are.
				if (!('description' in (value as object)) && !('$ref' in (value as object)) && !/\.(?:en|ja)$/.test(`.${name}`)) silent.push(`${at}.${name}`);
			}
			for (const [key, value] of Object.entries(node)) walk(value, `${at}/${key}`);
		};
		walk(JSON.parse(text), '');
		expect(silent).toEqual([]);
	});
});
