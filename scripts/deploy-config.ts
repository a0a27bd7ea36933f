import { join, resolve } from 'node:path';
import { normalBase } from '../src/built/headers.ts';
import { caddyConfig, defaultServer, nginxConfig } from '../src/built/host-files.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { isMissing, readText } from './io/files.ts';
import { projectFolder } from './io/project.ts';
import { writeFiles } from './io/write.ts';

const help = `Usage: npm run deploy:config [-- --check] [--out DIR] [--folder DIR] [--base PATH] [--port N]

Writes the configuration of nginx and Caddy from src/built/headers.ts.
(_headers and _redirects, for Netlify and Cloudflare Pages, are written by the build.)

  --check       write nothing; exit 1 where a file is out of date
  --out DIR     where to write (default: deploy)
  --folder DIR  the folder of the release on the server (default: ${defaultServer.folder})
  --base PATH   the path that the site was built for (default: /)
  --port N      the port to listen on (default: ${defaultServer.port})
  -h, --help    this text

Exit code: 0 done; 1 out of date; 2 wrong usage.`;

const options = { check: { type: 'boolean' }, out: { type: 'string' }, folder: { type: 'string' }, base: { type: 'string' }, port: { type: 'string' } } as const;

await runCommand(help, options, async ({ values, positionals }) => {
	const port = Number(values.port ?? defaultServer.port);
	const folder = (values.folder ?? defaultServer.folder).replace(/\/+$/, '');
	const wrong = positionals.length > 0 ? `Unexpected argument: ${positionals.join(' ')}` : !Number.isInteger(port) || port < 1 || port > 65_535 ? `--port is ${values.port}; it must be a whole number from 1 to 65535.` : /[\s;{}"$]/.test(folder + (values.base ?? '')) ? 'A folder and a base hold no spaces, quotes, braces or semicolons.' : undefined;
	if (wrong !== undefined) {
		console.error(`${wrong}\n\n${help}`);
		return exit.usage;
	}
	const server = { folder, base: normalBase(values.base), port };
	const out = resolve(values.out ?? join(projectFolder, 'deploy'));
	const files = new Map([['nginx.conf', nginxConfig(server)], ['Caddyfile', caddyConfig(server)]]);
	const writes = (await Promise.all([...files].map(async ([path, text]) => ({ path, text, before: await textOf(join(out, path)) })))).filter(({ text, before }) => text !== before);
	if (values.check) {
		for (const { path } of writes) console.error(`${join(values.out ?? 'deploy', path)} is out of date. To mend it: npm run deploy:config.`);
		return writes.length === 0 ? exit.ok : exit.wrong;
	}
	const conflicts = await writeFiles(out, writes);
	if (conflicts.length > 0) printIssues(conflicts);
	return conflicts.length > 0 ? exit.wrong : exit.ok;
});

async function textOf(path: string): Promise<string | undefined> {
	try {
		const result = await readText(path, path);
		return 'text' in result ? result.text : '';
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}
