import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { langs, languages } from '../src/model/languages.ts';
import { run } from './build.ts';
import { hardCoded, pseudo, squeeze, textsOf } from './core/pseudo.ts';
import { exit, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { listFiles } from './io/files.ts';
import { copyProject } from './io/project-copy.ts';
import { projectFolder } from './io/project.ts';

const help = `Usage: npm run pseudo

Builds a copy of the site (in .cache/pseudo) in which every label is changed, such as
⟦Ŝèàŕçĥ··⟧, and lists the texts that are not: they are written into the code and nobody
can translate them. The copy stays, to be looked at.

  -h, --help  this text

Exit code: 0 every text comes from a catalogue or from the content; 1 some do not.`;

await runCommand(help, {}, async () => {
	const folder = await copyProject('pseudo', await pseudoCatalogues());
	const built = (await run('node', ['scripts/convert.ts'], folder)) || (await run('astro', ['build'], folder));
	if (built !== 0) return exit.wrong;
	const content = await contentOf(folder);
	const pages = await listFiles(join(folder, 'dist'), ['.html']);
	const texts = async (prefix: string): Promise<string[]> =>
		(await Promise.all([...pages].filter(([path]) => path.startsWith(prefix)).map(async ([, file]) => textsOf(await readFile(file, 'utf8'))))).flat();
	const found = hardCoded(await Promise.all(langs.map((lang) => texts(`${languages[lang].tag}/`))), content);
	for (const text of found) console.log(text);
	console.log(`\n${say(`${pages.size} pages; ${found.length} texts come from neither a catalogue nor the content.`)}`);
	return found.length === 0 ? exit.ok : exit.wrong;
});

/** The catalogues of the copy: path → text. */
async function pseudoCatalogues(): Promise<Record<string, string>> {
	const files = langs.map((lang) => `content/i18n/${languages[lang].tag}.json`);
	return Object.fromEntries(
		await Promise.all(
			files.map(async (file) => {
				const messages = JSON.parse(await readFile(join(projectFolder, file), 'utf8')) as Record<string, string>;
				return [file, JSON.stringify(Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudo(message)])))] as const;
			}),
		),
	);
}

/** All that editors wrote: seeds and pages, as a reader would see it. */
async function contentOf(folder: string): Promise<string> {
	const files = [...(await listFiles(join(folder, 'seeds'), ['.yaml'])).values(), ...(await listFiles(join(folder, 'content'), ['.mdx'])).values()];
	const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
	return squeeze(texts.join('\n'));
}
