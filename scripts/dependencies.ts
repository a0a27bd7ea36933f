import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dependenciesPage, dependencyReasons, type Dependency } from './core/dependency-reasons.ts';
import { compare } from './core/issue.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { isMissing } from './io/files.ts';
import { projectFolder } from './io/project.ts';
import { writeFiles } from './io/write.ts';

const help = `Usage: npm run dependencies [-- --check]

Writes docs/dependencies.md: every direct dependency with why it is here, its licence,
size and keeper.

  --check     write nothing; exit 1 where the page is out of date, or a reason is missing
  -h, --help  this text`;

interface Manifest {
	readonly version?: string;
	readonly license?: string;
	readonly repository?: string | { readonly url?: string };
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly allowScripts?: Readonly<Record<string, boolean>>;
}

const readManifest = async (folder: string): Promise<Manifest> => JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

await runCommand(help, { check: { type: 'boolean' } } as const, async ({ values }) => {
	const { dependencies = {}, devDependencies = {}, allowScripts = {} } = await readManifest(projectFolder);
	const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort(compare);
	const wrong = [
		...names.filter((name) => !(name in dependencyReasons)).map((name) => `${name} has no reason in scripts/core/dependency-reasons.ts.`),
		...Object.keys(dependencyReasons).filter((name) => !names.includes(name)).map((name) => `${name} has a reason in scripts/core/dependency-reasons.ts and is no dependency.`),
	];
	const text = dependenciesPage(await Promise.all(names.map((name) => read(name, name in dependencies))), allowScripts);
	const before = await readFile(join(projectFolder, 'docs/dependencies.md'), 'utf8').catch((error: unknown) => {
		if (isMissing(error)) return undefined;
		throw error;
	});
	if (values.check && text !== before) wrong.push('docs/dependencies.md is out of date. To mend it: npm run dependencies.');
	for (const line of wrong) console.error(line);
	if (wrong.length > 0) return exit.wrong;
	const conflicts = text === before ? [] : await writeFiles(join(projectFolder, 'docs'), [{ path: 'dependencies.md', text, before }]);
	if (conflicts.length > 0) printIssues(conflicts);
	return conflicts.length > 0 ? exit.wrong : exit.ok;
});

async function read(name: string, isBuild: boolean): Promise<Dependency> {
	const folder = join(projectFolder, 'node_modules', name);
	const { version = '', license, repository } = await readManifest(folder);
	const url = typeof repository === 'string' ? repository : repository?.url;
	const keeper = /(?:github\.com[/:]|^github:|^)([\w.-]+)\/[\w.-]+/.exec(url ?? '')?.[1] ?? 'not given';
	const bytes = await sizeOf(folder);
	// To two digits: what a machine adds while it installs is less.
	const size = Number((bytes / 1000).toPrecision(2));
	return { name, version, licence: license ?? 'not given', keeper, size, isBuild };
}

async function sizeOf(folder: string): Promise<number> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules') && !entry.parentPath.slice(folder.length + 1).startsWith('bin'));
	return (await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size))).reduce((sum, size) => sum + size, 0);
}
