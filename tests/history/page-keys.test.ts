import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { langs } from '../../src/model/languages.ts';
import { pageKeys } from '../../src/site/page-keys.ts';

const root = mkdtempSync(join(tmpdir(), 'page-keys-'));
afterAll(() => {
	rmSync(root, { recursive: true, force: true });
});
const [lang, other] = langs;
const sector = `content/docs/${lang}/sectors/space.mdx`;
const paths = [`/${lang}/sectors/space/`, `/${other}/sectors/space/`, `/${lang}/sources/up-delegations-japan-2025/`];

beforeEach(() => {
	for (const folder of ['content/docs', 'content/data', 'content/i18n']) cpSync(folder, join(root, folder), { recursive: true, force: true });
	mkdirSync(join(root, 'src'), { recursive: true });
	writeFileSync(join(root, 'src/code.ts'), 'a');
});
const change = (file: string, edit: (text: string) => string): void => {
	const text = readFileSync(join(root, file), 'utf8');
	expect(edit(text)).not.toBe(text);
	writeFileSync(join(root, file), edit(text));
};
/** Which of the pages a build would make again after an edit. */
function againAfter(edit: () => void): boolean[] {
	const before = pageKeys(root);
	const keys = paths.map((path) => before(path));
	expect(keys.every((key) => key !== undefined)).toBe(true);
	edit();
	const after = pageKeys(root);
	return paths.map((path, index) => after(path) !== keys[index]);
}

describe('a page is made again', () => {
	test('alone, where its text has changed', () => {
		expect(againAfter(() => {
			change(sector, (text) => text.replace('</Text>', 'x</Text>'));
		})).toEqual([true, false, false]);
	});
	test('with all others, where a title, a label, the name of a country, a file of the code or a setting has changed, or a page is new', () => {
		for (const edit of [
			() => {
				change(sector, (text) => text.replace(/^title: "?/m, '$&x'));
			},
			() => {
				change(`content/i18n/${lang}.json`, (text) => text.replace('": "', '": "x'));
			},
			() => {
				// Lists are filtered by it.
				change('content/data/glossary.json', (text) => text.replace(/(?<="category":"country","name":\{"en":")/, 'x'));
			},
			() => {
				change('src/code.ts', () => 'b');
			},
			() => {
				writeFileSync(join(root, `content/docs/${lang}/new.mdx`), '---\ntitle: New\n---\n');
			},
			() => {
				process.env['SITE_TEST'] = '1';
			},
		]) expect(againAfter(edit)).toEqual([true, true, true]);
		delete process.env['SITE_TEST'];
	});
	test('where the picture on it shows something else', () => {
		expect(againAfter(() => {
			change('content/data/statements.json', (text) => JSON.stringify({ statements: (JSON.parse(text) as { statements: { sectors: string[]; status: string }[] }).statements.map((each) => (each.sectors.includes('space') ? { ...each, status: 'signed' } : each)) }));
		})).toEqual([true, true, false]);
	});
	test('always, where it shows what no key holds', () => {
		const key = pageKeys(root);
		for (const path of ['', 'changes/', 'overview/', 'editors/', 'timeline/', 'search/', 'nowhere/']) expect(key(`/${lang}/${path}`)).toBeUndefined();
		change(sector, (text) => `${text}\n<Ref id="x" />\n`);
		expect(pageKeys(root)(paths[0] ?? '')).toBeUndefined();
		change(sector, (text) => text.replace('<Ref id="x" />', 'import X from "./x.astro";'));
		expect(pageKeys(root)(paths[0] ?? '')).toBeUndefined();
	});
	test('and so is its twin', () => {
		const key = pageKeys(root);
		expect(key(`/${lang}/sectors/space/index.md`)).toBe(key(`/${lang}/sectors/space/`));
	});
});
