import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../scripts/io/project.ts';
import { processEnv, temporaryFolder, type Run } from '../helpers/convert.ts';
import { miniProject } from '../helpers/rule-examples.ts';

const page = 'content/docs/ja/example.mdx';

/** Runs `scripts/check.ts` in a process of its own, in the language of the C locale where a test does not say another. */
const runCheck = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
	new Promise((done) => {
		execFile(process.execPath, [join(projectFolder, 'scripts/check.ts'), ...args], { env: { ...processEnv, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', ...env } }, (error, stdout, stderr) => {
			done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
		});
	});

/** The mini project in a folder, with some files changed. Its translations are confirmed by nobody: they are reported, too. */
async function project(changes: Readonly<Record<string, string>>): Promise<{ readonly folder: string; readonly args: string[] }> {
	const folder = await temporaryFolder();
	for (const [path, text] of new Map([...miniProject, ...Object.entries(changes)])) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return { folder, args: ['--seeds', join(folder, 'seeds'), '--content', join(folder, 'content')] };
}

const wide = '---\ntitle: 例\n---\n\n例の数は４です，[別のページ](/ja/other/)。\n';
const twin = '---\ntitle: Example\n---\n\nThe number is 4, [other page](../other/).\n';

test('the project itself has nothing to correct', async () => {
	const { code, stdout, stderr } = await runCheck([]);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	expect(stdout).toMatch(/^\d+ statements and \d+ pages: nothing to correct\.\n$/);
});

describe('the report', () => {
	test('is in the language of the editor, and names the help', async () => {
		const { args } = await project({ [page]: wide, 'content/docs/en/example.mdx': twin });
		const [english, japanese, chosen] = await Promise.all([runCheck(args), runCheck(args, { LANG: 'ja_JP.UTF-8' }), runCheck([...args, '--locale', 'ja'])]);
		expect(english.code).toBe(1);
		expect(english.stderr).toContain(`${page}:5:5  ja-width  “４”; expected half-width digits and Latin letters. To mend it: write “4”.`);
		expect(english.stderr).toContain('ja-width: /en/help/wording/#ja-width');
		expect(japanese.stderr).toContain(`${page}:5:5  ja-width  「４」と書かれています。規則：数字とアルファベットは半角にします。直し方：「4」と書いてください。`);
		expect(japanese.stderr).toContain('ja-width: /ja/help/wording/#ja-width');
		expect(chosen.stderr).toBe(japanese.stderr);
	});

	test('--format json holds every issue with its place, its help and whether it can be mended', async () => {
		const { args } = await project({ [page]: wide, 'content/docs/en/example.mdx': twin });
		const { code, stdout } = await runCheck([...args, '--format', 'json']);
		const report = JSON.parse(stdout) as { count: number; issues: { file: string; code: string; line: number; column: number; fixable: boolean; help: string }[] };
		expect({ code, count: report.count }).toEqual({ code: 1, count: report.issues.length });
		expect(report.issues.filter(({ file }) => file === page).map(({ code: rule, line, column, fixable, help }) => [rule, line, column, fixable, help])).toEqual([
			['ja-width', 5, 5, true, '/en/help/wording/#ja-width'],
			['ja-punctuation', 5, 8, true, '/en/help/wording/#ja-punctuation'],
			['link-form', 5, 17, true, '/en/help/pages/#link-form'],
		]);
	});

	test('--format github is a command of a workflow for every issue', async () => {
		const { args } = await project({ [page]: wide, 'content/docs/en/example.mdx': twin });
		const lines = (await runCheck([...args, '--format', 'github'])).stdout.trim().split('\n');
		expect(lines.every((line) => /^::error file=[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+/.test(line))).toBe(true);
		expect(lines).toContain(`::error file=${page},line=5,col=5,title=ja-width::“４”; expected half-width digits and Latin letters. To mend it: write “4”. /en/help/wording/#ja-width`);
	});

	test.each([[['--format', 'xml']], [['--locale', 'fr']], [['pages']], [['--fixx']]])('%j is wrong usage', async (args) => {
		expect((await runCheck(args)).code).toBe(2);
	});
});

describe('--fix', () => {
	test('makes the edits that need no judgement, and nothing else', async () => {
		const { folder, args } = await project({ [page]: wide, 'content/docs/en/example.mdx': twin, 'content/docs/en/other.mdx': `\uFEFF${miniProject.get('content/docs/en/other.mdx') ?? ''}` });
		const { stderr } = await runCheck([...args, '--fix']);
		expect(stderr).toMatch(/^4 mended\./);
		expect(await readFile(join(folder, page), 'utf8')).toBe('---\ntitle: 例\n---\n\n例の数は4です、[別のページ](../other/)。\n');
		expect(await readFile(join(folder, 'content/docs/en/other.mdx'), 'utf8')).toBe(miniProject.get('content/docs/en/other.mdx'));
		for (const [path, text] of miniProject) if (path !== page && path !== 'content/docs/en/example.mdx') expect([path, await readFile(join(folder, path), 'utf8')]).toEqual([path, text]);
	});

	test('leaves a file alone that holds the marks of a conflict', async () => {
		const conflict = '---\ntitle: 例\n---\n\n<<<<<<< HEAD\n例の数は４です。\n=======\n例の数は5です。\n>>>>>>> theirs\n';
		const { folder, args } = await project({ [page]: conflict });
		await runCheck([...args, '--fix']);
		expect(await readFile(join(folder, page), 'utf8')).toBe(conflict);
	});
});
