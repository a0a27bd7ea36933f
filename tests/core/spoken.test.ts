import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { issueCodes } from '../../scripts/core/issue.ts';
import { createIssueTranslator } from '../../scripts/core/issue-messages.ts';
import { loadIssueCatalogue } from '../../scripts/io/editor.ts';
import { projectFolder } from '../../scripts/io/project.ts';
import { defaultLang, languages, otherLangs, scripts } from '../../src/model/languages.ts';

/** What the tools of editors print, read from their code: nothing of it may be in one language only. */

/** The command lines of editors. Those of programmers (benches, deployment, dependencies) speak English. */
const commands = ['check', 'confirm', 'convert', 'dev', 'ingest', 'new', 'pseudo', 'serve', 'sources-verify', 'start', 'translations'];
const programmers = /\/(?:bench|bench-\w+|deploy-config|dependencies|smoke|screenshots|check-links|check-reproducible|check-site|schemas)\b|dependency-reasons|json-schemas|ingest\/(?:score|classify)|built-site/;

/** Sentences as they are printed, with a word in place of each value. */
function sentencesOf(path: string, code: string): { readonly sentence: string; readonly at: string }[] {
	const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
	const found: { sentence: string; at: string }[] = [];
	const take = (node: ts.Node): void => {
		const at = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
		if (ts.isStringLiteralLike(node)) found.push({ sentence: node.text, at });
		else if (ts.isTemplateExpression(node)) found.push({ sentence: node.head.text + node.templateSpans.map(({ literal }) => `XY${literal.text}`).join(''), at });
		else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
		else if (ts.isParenthesizedExpression(node)) take(node.expression);
		else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(take);
	};
	const walk = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const name = ts.isIdentifier(node.expression) ? node.expression.text : '';
			const [first, second] = node.arguments;
			if ((name === 'say' || name === 'wrongUsage') && first) take(first);
			// Those of a draft are said row by row.
			if (name === 'check' && path.endsWith('draft.ts') && second) take(second);
		}
		if ((ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ['issue', 'refuse'].includes(node.expression.text) && path.includes('ingest/')) || (ts.isNewExpression(node) && node.expression.getText() === 'Unreadable')) node.arguments?.slice(0, 2).forEach(take);
		if (ts.isPropertyAssignment(node) && ['found', 'expected', 'fix', 'problem'].includes(node.name.getText())) take(node.initializer);
		ts.forEachChild(node, walk);
	};
	walk(source);
	return found;
}

const files = (await readdir(join(projectFolder, 'scripts'), { recursive: true })).filter((path) => path.endsWith('.ts')).map((path) => `scripts/${path.replaceAll('\\', '/')}`).filter((path) => !programmers.test(path)).sort();
const sentences = (await Promise.all(files.map(async (path) => sentencesOf(path, await readFile(join(projectFolder, path), 'utf8'))))).flat();

describe.each(otherLangs(defaultLang))('in %s', async (lang) => {
	const translate = createIssueTranslator(await loadIssueCatalogue(lang));
	const letters = scripts[languages[lang].script];
	const words = (text: string): string => text.replaceAll(/`[^`]*`|“[^”]*”|XY/g, '');

	test('every sentence that a tool prints is translated', () => {
		expect(sentences.length).toBeGreaterThan(200);
		// Nothing to translate in names, values and places alone.
		const spoken = sentences.filter(({ sentence }) => !(sentence in issueCodes) && /[A-Za-z]{2,} [a-z]{2,}|[a-z]{4,}/.test(words(sentence).replaceAll(/npm run [\w:-]+|--\w+|\S*[/.]\S*/g, '')));
		expect(spoken.filter(({ sentence }) => !letters.test(words(translate(sentence)))).map(({ sentence, at }) => `${at}  ${sentence}`)).toEqual([]);
	});

	test.each(commands.filter((name) => name !== 'start'))('the help of %s has the same usage, options and exit codes', async (name) => {
		const code = await readFile(join(projectFolder, `scripts/${name}.ts`), 'utf8');
		const help = /const help = `([^`]*)`/.exec(code)?.[1] ?? '';
		const translated = await readFile(join(projectFolder, `content/messages/help/${languages[lang].tag}/${name}.txt`), 'utf8');
		const options = (text: string): string[] => [...text.matchAll(/^ {2}(-[-\w, ]+|[A-Z][A-Z_]+(?= ))/gm)].map(([, option = '']) => option.trim().split(/ {2}/)[0] ?? '').sort();
		expect(translated).toMatch(letters);
		expect(options(translated)).toEqual(options(help));
		expect([...translated.matchAll(/\b[0-2](?= |：)/g)].length).toBeGreaterThan(0);
	});

	test.each(commands)('%s prints nothing past the catalogue', async (name) => {
		const source = ts.createSourceFile(name, await readFile(join(projectFolder, `scripts/${name}.ts`), 'utf8'), ts.ScriptTarget.Latest, true);
		const bare: string[] = [];
		const walk = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && /^console\.\w+$/.test(node.expression.getText())) {
				const [first] = node.arguments;
				const literal = first === undefined ? '' : ts.isStringLiteralLike(first) ? first.text : ts.isTemplateExpression(first) ? first.head.text + first.templateSpans.map((span) => span.literal.text).join(' ') : '';
				if (/[A-Za-z]{3,}/.test(literal)) bare.push(first?.getText() ?? '');
			}
			ts.forEachChild(node, walk);
		};
		walk(source);
		expect(bare).toEqual([]);
	});
});
