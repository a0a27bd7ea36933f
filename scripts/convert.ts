import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import './io/compiled.mjs';
import type { Change } from './core/convert.ts';
import { exit, refused, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';
import { digestOf } from './io/files.ts';
import { projectFolder } from './io/project-folder.ts';

// Left alone, the heap of a large guide grows to four times of what it holds before it is cleared up: faster by a twentieth, and too much for many machines.
setFlagsFromString('--heap-growing-percent=50');
// To make the fastest code of a function takes longer than a run on 10,000 statements gains by it, and the more the more it holds of what it calls: that is for what is called very often, and holds little.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
setFlagsFromString('--invocation-count-for-turbofan=40000');
const { isDone, remember, stateNow } = await import('./io/convert-key.ts');
const { Staging } = await import('./io/write.ts');

const help = `Usage: npm run convert -- [--seeds DIR] [--content DIR] [--check]

Makes the MDX pages of all languages from the seeds. What convert owns stands
between markers; everything outside them is yours and is never touched.

  --seeds DIR    the seeds (default: seeds)
  --content DIR  the folder that holds docs/ and data/ (default: content)
  --check        write nothing; exit 1 and list the pages that are out of date
  -h, --help     this text

Exit code: 0 done; 1 something is wrong, and nothing was written; 2 wrong usage.`;

const options = { seeds: { type: 'string' }, content: { type: 'string' }, check: { type: 'boolean' } } as const;

await runCommand(help, options, async ({ values, positionals, wrongUsage }) => {
	if (positionals.length > 0) return wrongUsage(`Unexpected argument: ${positionals.join(' ')}`);
	const seeds = resolve(values.seeds ?? resolve(projectFolder, 'seeds'));
	const content = resolve(values.content ?? resolve(projectFolder, 'content'));
	const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;
	const state = values.check ? undefined : await stateNow(seeds, content);
	const done = await isDone(seeds, content, state);
	if (done) {
		console.log(say(`${done.statements} statements; ${files(0)} written, ${done.files} unchanged.`));
		return exit.ok;
	}
	// Nothing of it is needed where there is nothing to do.
	const { folderName, planProject } = await import('./io/convert-project.ts');
	const staging = await Staging.in(content);
	try {
		const written = new Map<string, string>();
		const write = (change: Change): void => {
			staging.add(change);
			written.set(change.path, digestOf(change.text));
		};
		const { corpus, plan, issues } = await planProject(seeds, content, values.check ? undefined : write);
		if (plan) {
			for (const path of plan.orphans) console.warn(say(`${folderName(content)}/${path}: no seed makes this page any more. Delete it when its own text is no longer needed.`));
			if (plan.disappeared.length > 0) console.warn(say(`Statements that are no longer in the seeds (their permalinks end): ${plan.disappeared.join(', ')}`));
		}
		// All pages are of one run, so that those which need not be written may not have changed either.
		if (state) for (const path of plan?.unchanged ?? []) staging.expect(path, state.content.get(path));
		const conflicts = plan && issues.length === 0 && !values.check ? await staging.commit() : issues;
		if (!plan || conflicts.length > 0) return refused(conflicts);
		if (values.check) {
			for (const { path } of plan.changes) console.error(say(`${folderName(content)}/${path} is out of date`));
			if (plan.changes.length === 0) console.log(say(`All ${files(plan.unchanged.length)} are up to date.`));
			else console.error(`\n${say(`${files(plan.changes.length)} out of date. To mend it: npm run convert.`)}`);
			return plan.changes.length === 0 ? exit.ok : exit.wrong;
		}
		await staging.dispose();
		// What was said of orphans is to be said again.
		if (state && plan.orphans.length === 0) await remember(seeds, content, state, written, { statements: corpus.statements.length, files: plan.changes.length + plan.unchanged.length });
		console.log(say(`${corpus.statements.length} statements; ${files(plan.changes.length)} written, ${plan.unchanged.length} unchanged.`));
		return exit.ok;
	} finally {
		await staging.dispose();
	}
});
