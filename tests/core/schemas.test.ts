import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../scripts/core/json-schemas.ts';
import { langs, languages } from '../../src/model/languages.ts';
import { loadFieldCatalogues } from '../../scripts/io/editor.ts';
import { projectFolder } from '../../scripts/io/project.ts';

const read = (path: string): Promise<string> => readFile(join(projectFolder, path), 'utf8');

describe('in VS Code', async () => {
	const settings = JSON.parse(await read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string | string[]> };
	const schemas = jsonSchemas(await loadFieldCatalogues());
	const wired = Object.entries(settings['yaml.schemas']);

	test('every kind of seed file has its schema, and the extension that reads it is recommended', async () => {
		expect(wired.map(([path]) => path.replace('./seeds/schema/', '')).sort()).toEqual([...schemas.keys()].sort());
		for (const [schema] of wired) await access(join(projectFolder, schema));
		expect(wired.flatMap(([, globs]) => globs).sort()).toEqual(['seeds/differences.yaml', 'seeds/documents/*.yaml', 'seeds/drafts/*.yaml', 'seeds/glossary.yaml', 'seeds/sectors.yaml']);
		expect((JSON.parse(await read('.vscode/extensions.json')) as { recommendations: string[] }).recommendations).toEqual(expect.arrayContaining(['redhat.vscode-yaml', 'unifiedjs.vscode-mdx']));
	});

	test.each([...schemas])('%s is as the types make it, and explains every field', async (path, text) => {
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

	test('what is said of a field is said in every language, and nothing is translated that is not said', async () => {
		const written = new Set<string>();
		for (const text of jsonSchemas([]).values()) JSON.parse(text, (key, value: unknown) => {
			if (key === 'description' && typeof value === 'string') written.add(value);
			return value;
		});
		expect(written.size).toBeGreaterThan(50);
		for (const lang of langs.slice(1)) {
			const catalogue = JSON.parse(await read(`content/messages/fields/${languages[lang].tag}.json`)) as Record<string, string>;
			expect(Object.keys(catalogue).sort()).toEqual([...written].sort());
			for (const [sentence, translation] of Object.entries(catalogue)) {
				expect(translation).not.toBe(sentence);
				// What is code stays as it is; a field may be named where a person would say it.
				for (const [code] of sentence.matchAll(/`[^`]+`/g)) expect(translation).toContain(code);
			}
		}
	});

	test('a description holds the text of each language, apart by a blank line', () => {
		const status = schemas.get('document.schema.json') ?? '';
		expect(JSON.parse(status)).toMatchObject({ properties: { id: { description: 'Also the file name, and the address of the source page.\n\nファイル名にもなり、出典ページのアドレスにもなります。' } } });
		expect(status).toContain('"markdownDescription": "Lower end of a range; goes with `to`.\\n\\n範囲の下限です。`to`と一緒に書きます。"');
	});
});
