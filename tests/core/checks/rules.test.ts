import { describe, expect, test } from 'vitest';
import { issueCodes } from '../../../scripts/core/issue.ts';
import { createIssueReporter } from '../../../scripts/core/issue-messages.ts';
import { groupOf, loadIssueCatalogue } from '../../../scripts/io/editor.ts';
import { langs } from '../../../src/model/languages.ts';
import { exampleProject, issuesOfProject, miniProject, readRuleHelp } from '../../helpers/rule-examples.ts';

const rules = await readRuleHelp();
const reporters = new Map(await Promise.all(langs.map(async (lang) => [lang, createIssueReporter(lang, await loadIssueCatalogue(lang), groupOf)] as const)));

/** Mistakes that are not in what a file of the project says: a file that is missing, the lock, the originals. They are tested where they are found. */
const withoutFile = ['bad-exchange-file', 'broken-markers', 'changed-meanwhile', 'edited-region', 'line-not-covered', 'missing-file', 'missing-original', 'shared-wording', 'stale-translation', 'still-to-do', 'translation-conflict', 'unconfirmed-translation', 'unreadable-source', 'would-overwrite', 'wrong-fingerprint'];

test('every code has its help, and there is help for no other', () => {
	expect([...rules.keys()]).toEqual(Object.keys(issueCodes).sort());
});

test('the help shows a mistake and the right way, but where no file holds the mistake', () => {
	expect([...rules].filter(([, { examples }]) => examples.some(({ bad }) => bad === undefined)).map(([code]) => code)).toEqual(withoutFile);
});

test('a project without a mistake has no issue', async () => {
	expect(await issuesOfProject(miniProject)).toEqual([]);
});

const examples = [...rules].flatMap(([code, help]) => help.examples.filter(({ file }) => file !== undefined).map((example, index) => ({ name: `${code}, example ${index + 1}`, code, example })));

describe('an example of the help', () => {
	test.each(examples)('$name: the mistake is one issue of its file, printed as the help has it', async ({ code, example }) => {
		const issues = await issuesOfProject(exampleProject(example, true));
		const [file] = example.report[langs[0]].split(':');
		const own = issues.filter((issue) => issue.file === file);
		expect(own.map((issue) => issue.code)).toEqual([code]);
		if (example.besideBad === undefined) expect(issues).toHaveLength(1);
		for (const lang of langs) expect(own.map((issue) => reporters.get(lang)?.text(issue))).toEqual([example.report[lang]]);
	});

	test.each(examples)('$name: the right way has no issue', async ({ example }) => {
		expect(await issuesOfProject(exampleProject(example, false))).toEqual([]);
	});
});
