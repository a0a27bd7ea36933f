import { join, resolve } from 'node:path';
import { nearest } from './core/issue.ts';
import { lockEntry, type TranslationLock } from './core/translations.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { fingerprint } from './io/files.ts';
import { loadSeeds, lockFile, projectFolder } from './io/project.ts';
import { writeFiles } from './io/write.ts';

const help = `Usage: npm run confirm -- ID… | --all [--seeds DIR]

An ID is that of a statement, or of a document for all of its statements.

Records that you have compared the texts of these statements and that all
languages say the same. A text that is changed later makes the others stale.

  --all        every statement
  --seeds DIR  the seeds (default: seeds)
  -h, --help   this text

Exit code: 0 recorded; 1 something is wrong; 2 wrong usage.`;

const options = { seeds: { type: 'string' }, all: { type: 'boolean' } } as const;

await runCommand(help, options, async ({ values, positionals, wrongUsage }) => {
	if ((values.all ?? false) === positionals.length > 0) return wrongUsage('Name the statements, or --all.');
	const folder = resolve(values.seeds ?? join(projectFolder, 'seeds'));
	const { corpus, lock, lockText, issues } = await loadSeeds(folder, 'seeds');
	if (!corpus) {
		printIssues(issues);
		return exit.wrong;
	}
	// The id of a document stands for all of its statements.
	const ids = positionals.flatMap((id) => (!corpus.statementById.has(id) && corpus.documents.some((document) => document.id === id) ? corpus.statements.filter(({ document }) => document.id === id).map((statement) => statement.id) : [id]));
	const unknown = ids.filter((id) => !corpus.statementById.has(id));
	for (const id of unknown) {
		const meant = nearest(id, corpus.statementById.keys());
		console.error(say(meant ? `There is no statement \`${id}\`. Did you mean \`${meant}\`?` : `There is no statement \`${id}\`.`));
	}
	if (unknown.length > 0) return exit.wrong;
	const confirmed = new Set(ids);
	const entries = [...corpus.statementById.values()].flatMap(({ id, text }) =>
		values.all || confirmed.has(id) ? [[id, lockEntry(text, fingerprint)] as const] : lock[id] ? [[id, lock[id]] as const] : [],
	);
	const next: TranslationLock = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
	const conflicts = await writeFiles(folder, [{ path: lockFile, text: `${JSON.stringify(next, undefined, '\t')}\n`, before: lockText }]);
	if (conflicts.length > 0) {
		printIssues(conflicts);
		return exit.wrong;
	}
	console.log(say(`${values.all ? entries.length : confirmed.size} confirmed.`));
	return exit.ok;
});
