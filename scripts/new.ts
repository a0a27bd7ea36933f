import { join } from 'node:path';
import { idSchema } from '../src/model/seed.ts';
import { newPage, newSource, newTerm, type Skeleton } from './core/skeletons.ts';
import { exit, printIssues, refused, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { readText } from './io/files.ts';
import { projectFolder, writeProject } from './io/project.ts';
import { textNow } from './io/write.ts';

const help = `Usage: npm run new -- page SLUG | source ID | term ID

Makes the beginning of something new, in all languages. What you must still write
says TODO; npm run check names each place until it is done.

  page SLUG    a page to write by hand: content/docs/<language>/SLUG.mdx
  source ID    a source document: seeds/documents/ID.yaml
               (from a raw document, npm run ingest does more)
  term ID      an entry at the end of seeds/glossary.yaml
  -h, --help   this text

Ids and the parts of a slug are lower-case words joined by hyphens.
Nothing that exists is changed but the glossary, which gets longer.

Exit code: 0 made; 1 it exists already; 2 wrong usage.`;

const makers: Readonly<Record<string, (name: string) => Skeleton[]>> = { page: newPage, source: newSource, term: newTerm };

await runCommand(help, {}, async ({ positionals, wrongUsage }) => {
	const [what = '', name = '', ...more] = positionals;
	const make = makers[what];
	const isName = name.split('/').every((part) => idSchema.safeParse(part).success) && (what === 'page' || !name.includes('/'));
	if (!make) return wrongUsage(`Name what to make: ${Object.keys(makers).join(', ')}.`);
	if (name === '') return wrongUsage(`Name it: npm run new -- ${what} ${what === 'page' ? 'SLUG' : 'ID'}`);
	if (!isName) return wrongUsage(`\`${name}\` is no name for it: write lower-case words joined by hyphens.`);
	if (more.length > 0) return wrongUsage(`Unexpected argument: ${more.join(' ')}`);
	const skeletons = await Promise.all(make(name).map(async (skeleton) => ({ ...skeleton, before: await textNow(join(projectFolder, skeleton.path)) })));
	const taken = skeletons.filter(({ append, before, text }) => before !== undefined && (!append || before.includes(`${text.split('\n', 2).join('\n')}\n`)));
	// A run that was killed may have made a page in one language only.
	const isCutOff = taken.length < skeletons.length && taken.every(({ append, before, text }) => !append && before === text);
	if (taken.length > 0 && !isCutOff) {
		for (const { path, append } of taken) console.error(say(append ? `${path} has an entry \`${name}\` already.` : `${path} exists already.`));
		console.error(say('Nothing was written.'));
		return exit.wrong;
	}
	const unsettled = (await Promise.all(skeletons.filter(({ before }) => before !== undefined).map(async ({ path }) => readText(join(projectFolder, path), path)))).flatMap((result) => ('issue' in result ? [result.issue] : []));
	if (unsettled.length > 0) return refused(unsettled);
	const conflicts = await writeProject(skeletons.map(({ path, text, append, before }) => ({ path, before, text: append ? `${before ?? ''}${text}` : text })));
	if (conflicts.length > 0) {
		printIssues(conflicts);
		return exit.wrong;
	}
	for (const { path, append, before = '' } of skeletons) console.log(append ? `${path}:${before.split('\n').length + 1}` : path);
	console.log(`\n${say('Write what says TODO, then run npm run check.')}`);
	return exit.ok;
});
