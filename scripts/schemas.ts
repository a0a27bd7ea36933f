import { join } from 'node:path';
import { jsonSchemas } from './core/json-schemas.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { loadFieldCatalogues } from './io/editor.ts';
import { listFiles, readText } from './io/files.ts';
import { projectFolder } from './io/project.ts';
import { writeFiles } from './io/write.ts';

const help = `Usage: npm run schemas [-- --check]

Writes the JSON Schemas of the seed files to seeds/schema, from the types,
with what they say of each field in every language (content/messages/fields).

  --check     write nothing; exit 1 where a schema is out of date
  -h, --help  this text`;

await runCommand(help, { check: { type: 'boolean' } } as const, async ({ values }) => {
	const folder = join(projectFolder, 'seeds/schema');
	const present = new Map<string, string>();
	for (const [path, full] of await listFiles(folder, ['.json'])) {
		const result = await readText(full, `seeds/schema/${path}`);
		if ('text' in result) present.set(path, result.text);
	}
	const writes = [...jsonSchemas(await loadFieldCatalogues())].map(([path, text]) => ({ path, text, before: present.get(path) })).filter(({ text, before }) => text !== before);
	if (values.check) {
		for (const { path } of writes) console.error(`seeds/schema/${path} is out of date. To mend it: npm run schemas.`);
		return writes.length === 0 ? exit.ok : exit.wrong;
	}
	const conflicts = await writeFiles(folder, writes);
	if (conflicts.length > 0) printIssues(conflicts);
	return conflicts.length > 0 ? exit.wrong : exit.ok;
});
