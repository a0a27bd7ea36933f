import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const sector = `content/docs/${lang}/sectors/talent-skills.mdx`;
const page = (path: string): string => `${path}/index.html`;
const paths = [`${lang}/sectors/talent-skills`, `${other}/sectors/talent-skills`, `${lang}/sources/up-delegations-japan-2025`].map(page);

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
function changeStatement(id: string | undefined, to: object): void {
	expect(id).toBeDefined();
	change('content/data/statements.json', (text) => JSON.stringify({ statements: (JSON.parse(text) as { statements: { id: string }[] }).statements.map((each) => (each.id === id ? { ...each, ...to } : each)) }));
}
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
			change('content/data/statements.json', (text) => JSON.stringify({ statements: (JSON.parse(text) as { statements: { sectors: string[]; status: string }[] }).statements.map((each) => (each.sectors.includes('talent-skills') ? { ...each, status: 'signed' } : each)) }));
		})).toEqual([true, true, false]);
	});
	test('where a statement that it points at, or a rule that it explains, has changed', () => {
		const [first, second] = (JSON.parse(readFileSync(join(root, 'content/data/statements.json'), 'utf8')) as { statements: { id: string }[] }).statements;
		change(sector, (text) => `${text}\n<Ref id="${first?.id ?? ''}" />\n`);
		cpSync('content/rules', join(root, 'content/rules'), { recursive: true });
		const help = page(`${lang}/help/wording`);
		const keys = (): (string | undefined)[] => [paths[2] ?? '', paths[0] ?? '', help].map(pageKeys(root));
		const before = keys();
		expect(before).not.toContain(undefined);
		changeStatement(second?.id, { note: { en: 'x', ja: 'x' } });
		const afterOther = keys();
		changeStatement(first?.id, { path: { en: 'en/elsewhere/#x', ja: 'ja/elsewhere/#x' } });
		const afterOwn = keys();
		const rule = readdirSync(join(root, 'content/rules'))[0] ?? '';
		change(`content/rules/${rule}`, (text) => `${text}# more\n`);
		expect([afterOther[0], afterOwn[0], keys()[0]]).toEqual([before[0], before[0], before[0]]);
		expect([afterOwn[1] === afterOther[1], keys()[1] === afterOwn[1]]).toEqual([false, true]);
		expect([afterOwn[2] === before[2], keys()[2] === before[2]]).toEqual([true, false]);
	});
	test('where a part of its list is called otherwise, or the last part of the list before, and not where one of another list is', () => {
		const seen = ['sectors/clean-energy', 'sectors/clean-energy/3', 'sectors/environment-climate', 'sectors/environment-climate/2', 'sectors/talent-skills', 'organisations/company-india'].map((path) => page(`${lang}/${path}`));
		const before = seen.map(pageKeys(root));
		expect(before).not.toContain(undefined);
		change(`content/docs/${lang}/sectors/clean-energy/4.mdx`, (text) => text.replace(/^ {2}label: "/m, '$&x'));
		expect(seen.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, false, false, true, true, true]);
	});
	test('not where the description of another has changed, nor what convert notes beside it', () => {
		expect(againAfter(() => {
			change(sector, (text) => text.replace(/^description: "/m, '$&x').replace(/^# convert:begin front-matter.*/m, '$&x'));
		})).toEqual([true, false, false]);
	});
	test('always, where it shows what no key holds', () => {
		const key = pageKeys(root);
		for (const path of ['', '/changes', '/overview', '/editors', '/timeline', '/search', '/nowhere']) expect(key(page(`${lang}${path}`))).toBeUndefined();
		for (const path of ['index.html', '404.html', 'data/statements.json', 'favicon.ico']) expect(key(path)).toBeUndefined();
		change(sector, (text) => `${text}\n<Newest />\n`);
		expect(pageKeys(root)(paths[0] ?? '')).toBeUndefined();
		change(sector, (text) => text.replace('<Newest />', 'import X from "./x.astro";'));
		expect(pageKeys(root)(paths[0] ?? '')).toBeUndefined();
		change(sector, (text) => text.replace('import X from "./x.astro";', '![A picture](./x.png)'));
		expect(pageKeys(root)(paths[0] ?? '')).toBeUndefined();
	});
	test('and so is a feed, where one of its statements has changed, and no other', () => {
		const feeds = [`${lang}/feed.xml`, `${lang}/sectors/talent-skills/feed.xml`, `${lang}/sectors/semiconductors/feed.xml`];
		const before = feeds.map(pageKeys(root));
		expect(before).not.toContain(undefined);
		const { statements } = JSON.parse(readFileSync(join(root, 'content/data/statements.json'), 'utf8')) as { statements: { id: string; sectors: string[]; sameAs?: string }[] };
		changeStatement(statements.find((each) => each.sectors.includes('talent-skills') && !each.sectors.includes('semiconductors') && each.sameAs === undefined)?.id, { text: { en: 'x', ja: 'x' } });
		expect(feeds.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, false, true]);
	});
	test('with a list in another order, where the parts of that list are called otherwise', () => {
		const files = ['glossary', 'glossary/a-z', 'glossary/a-z/2', 'timeline/by-sector'].map((path) => page(`${lang}/${path}`));
		for (const path of ['glossary', 'timeline/by-sector']) change(`content/docs/${lang}/${path}.mdx`, (text) => text.replaceAll(/<(?:TimelineChart|Filters)[^>]*>/g, '') + '\n');
		const before = files.map(pageKeys(root));
		expect(before).not.toContain(undefined);
		change(`content/docs/${lang}/glossary/term.mdx`, (text) => text.replace(/^ {2}(?:label|order): "?/m, '$&1'));
		expect(files.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, false, false, true]);
	});
	test('where it was committed since, and its twin is not', () => {
		const git = (...args: string[]): unknown => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], { cwd: root, stdio: 'ignore' });
		const commit = (seconds: number): unknown => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', 'commit', '--quiet', '--all', '--message', 'Pages'], { cwd: root, stdio: 'ignore', env: { ...process.env, GIT_COMMITTER_DATE: `${seconds} +0000` } });
		git('init', '--quiet');
		git('add', 'content');
		commit(1_700_000_000);
		const files = [...paths, `${lang}/sectors/talent-skills/index.md`];
		change(sector, (text) => `${text}\nMore.\n`);
		const before = files.map(pageKeys(root));
		commit(1_800_000_000);
		expect(files.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, true, true, true]);
		rmSync(join(root, '.git'), { recursive: true });
	});
	test('and so is its twin, but for what it holds nothing of', () => {
		const files = [`${lang}/sectors/talent-skills/index.md`, `${lang}/help/wording/index.md`, `${lang}/timeline/index.md`];
		const before = files.map(pageKeys(root));
		expect(before).not.toContain(undefined);
		changeStatement((JSON.parse(readFileSync(join(root, 'content/data/statements.json'), 'utf8')) as { statements: { id: string; sectors: string[] }[] }).statements.find((each) => each.sectors.includes('talent-skills'))?.id, { status: 'signed', path: { en: 'en/elsewhere/#x', ja: 'ja/elsewhere/#x' } });
		expect(files.map(pageKeys(root))).toEqual(before);
		change(sector, (text) => text.replace('</Text>', 'x</Text>'));
		expect(files.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, true, true]);
	});
	test('and so is what says where the entries of a list stand', () => {
		const files = [`${lang}/sectors/clean-energy/parts.json`, `${lang}/sectors/talent-skills/parts.json`];
		const before = files.map(pageKeys(root));
		change(`content/docs/${lang}/sectors/clean-energy/4.mdx`, (text) => `${text}\n<Anchor id="x" />\n`);
		expect(files.map(pageKeys(root)).map((key, index) => key === before[index])).toEqual([false, true]);
	});
	test('and the picture of who acts together does not ask for the words of a statement', () => {
		const picture = page(`${lang}/sectors/talent-skills`);
		const before = pageKeys(root)(picture);
		changeStatement((JSON.parse(readFileSync(join(root, 'content/data/statements.json'), 'utf8')) as { statements: { id: string; sectors: string[] }[] }).statements.find((each) => each.sectors.includes('talent-skills'))?.id, { text: { en: 'x', ja: 'x' } });
		expect(pageKeys(root)(picture)).toBe(before);
	});
});
