import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import encoding from 'encoding-japanese';
import { parse } from 'yaml';
import { checkProject } from '../../scripts/core/checks/index.ts';
import type { JapaneseLinter } from '../../scripts/core/checks/japanese.ts';
import { labelPassages } from '../../scripts/core/checks/passages.ts';
import type { Issue } from '../../scripts/core/issue.ts';
import { readCatalogues } from '../../scripts/core/messages.ts';
import { readSeeds } from '../../scripts/core/seeds.ts';
import type { TextFile } from '../../scripts/core/yaml.ts';
import { decode, fingerprint } from '../../scripts/io/files.ts';
import { createJapaneseLinter } from '../../scripts/io/japanese.ts';
import { loadSpelling } from '../../scripts/io/spelling.ts';
import { loadComponents, projectFolder } from '../../scripts/io/project.ts';
import { ruleHelpSchema, type RuleExample, type RuleHelp } from '../../src/model/help.ts';
import { langs, localize } from '../../src/model/languages.ts';
import { get, replaceOnce } from './convert.ts';
import { miniSeeds } from './mini-seeds.ts';

/** A project without a mistake: the mini seeds, two labels, and three pages in both languages. */
export const miniProject: ReadonlyMap<string, string> = new Map([
	...[...miniSeeds].map(([path, text]) => [`seeds/${path}`, text] as const),
	['seeds/glossary.yaml', replaceOnce(get(miniSeeds, 'glossary.yaml'), 'ja: ラオ大臣 }\n', 'ja: ラオ大臣 }\n  misspellings: [Minister Rau]\n')],
	['content/i18n/en.json', '{\n\t"site.title": "Guide",\n\t"nav.sectors": "Sectors",\n\t"fact.when": "When"\n}\n'],
	['content/i18n/ja.json', '{\n\t"site.title": "ガイド",\n\t"nav.sectors": "分野",\n\t"fact.when": "時期"\n}\n'],
	['content/docs/en/index.mdx', '---\ntitle: Home\n---\n\nSee the [example](./example/) and the [other page](./other/).\n'],
	['content/docs/ja/index.mdx', '---\ntitle: ホーム\n---\n\n[例](./example/)と[別のページ](./other/)をご覧ください。\n'],
	['content/docs/en/example.mdx', '---\ntitle: Example\n---\n\nThis is an example.\n'],
	['content/docs/ja/example.mdx', '---\ntitle: 例\n---\n\nこれは例です。\n'],
	['content/docs/en/other.mdx', '---\ntitle: Other\n---\n\n## Method {/* #method */}\n'],
	['content/docs/ja/other.mdx', '---\ntitle: その他\n---\n\n## 方法 {/* #method */}\n'],
]);

/** What the project of an example holds, with its mistake or without it. */
export function exampleProject(example: RuleExample, mistaken: boolean): Map<string, string | Uint8Array> {
	const files = new Map<string, string | Uint8Array>(miniProject);
	for (const [path, text] of Object.entries({ ...example.beside, ...(mistaken ? example.besideBad : {}) })) files.set(path, page(path, text));
	const { file = '', bad = '', good } = example;
	if (file.startsWith('content/docs/')) {
		const text = mistaken ? bad : good;
		if (text !== undefined) files.set(file, page(file, text));
	} else if (mistaken) files.set(file, good === undefined ? bad : replaceOnce(get(miniProject, file), good, bad));
	if (mistaken && example.encoding === 'shift_jis') files.set(file, Uint8Array.from(encoding.convert(encoding.stringToCode(String(files.get(file))), { from: 'UNICODE', to: 'SJIS' })));
	return files;
}

/** An example shows the text of a page; what stands above it is that of the mini project. */
function page(path: string, text: string): string {
	const known = miniProject.get(path) ?? '---\ntitle: New\n---\n\n';
	return !path.endsWith('.mdx') || text.startsWith('---') ? text : `${/^---\n[^]*?\n---\n\n/.exec(known)?.[0] ?? ''}${text}`;
}

const [spelling, components] = await Promise.all([loadSpelling(), loadComponents()]);
const lint = createJapaneseLinter();
const findings = new Map<string, ReturnType<JapaneseLinter>>();
/** Most examples share most of their Japanese: each text is read once. */
const japanese: JapaneseLinter = (text, style) => {
	const known = findings.get(style + text) ?? lint(text, style);
	findings.set(style + text, known);
	return known;
};

/** Everything that is wrong in a project. */
export async function issuesOfProject(files: ReadonlyMap<string, string | Uint8Array>): Promise<Issue[]> {
	const issues: Issue[] = [];
	const read = (path: string): TextFile | undefined => {
		const content = files.get(path) ?? '';
		const result = decode(typeof content === 'string' ? new TextEncoder().encode(content) : content, path);
		if ('text' in result) return { path, text: result.text };
		issues.push(result.issue);
		return undefined;
	};
	const below = (folder: string, ending: string): string[] => [...files.keys()].filter((path) => path.startsWith(folder) && path.endsWith(ending));
	const seeds = readSeeds({ sectors: read('seeds/sectors.yaml'), glossary: read('seeds/glossary.yaml'), differences: read('seeds/differences.yaml'), documents: below('seeds/documents/', '.yaml').map(read), lock: {} }, fingerprint);
	const labels = localize((lang) => read(`content/i18n/${lang}.json`) ?? { path: lang, text: '{}' });
	const catalogues = readCatalogues(labels);
	issues.push(...seeds.issues, ...catalogues.issues);
	const texts = catalogues.catalogues;
	const pages = new Map(below('content/docs/', '.mdx').flatMap((path) => {
		const file = read(path);
		return file ? [[path.slice('content/docs/'.length), file.text] as const] : [];
	}));
	issues.push(...(await checkProject({
		corpus: seeds.corpus,
		passages: [...seeds.passages(), ...(texts ? langs.flatMap((lang) => labelPassages(labels[lang].path, labels[lang].text, lang, texts[lang])) : [])],
		pages,
		unreadable: new Set(below('content/docs/', '.mdx').map((path) => path.slice('content/docs/'.length)).filter((path) => !pages.has(path))),
		folder: 'content/docs',
		components,
		files: new Set(below('content/', '.png').map((path) => `/${path}`)),
		labels: new Set(texts ? Object.values(texts).flatMap((catalogue) => Object.keys(catalogue)) : []),
	}, { spelling, japanese })));
	return issues;
}

/** The help for every rule, by its code. */
export async function readRuleHelp(): Promise<Map<string, RuleHelp>> {
	const folder = join(projectFolder, 'content/rules');
	const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
	return new Map(await Promise.all(names.map(async (name) => [name.replace('.yaml', ''), ruleHelpSchema.parse(parse(await readFile(join(folder, name), 'utf8')))] as const)));
}
