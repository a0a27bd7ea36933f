import { join, resolve } from 'node:path';
import { attributes, tags } from '../src/built/html.ts';
import { readBuiltSite } from './io/built-site.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';

const help = `Usage: npm run check:links [-- --dir DIR]

Asks other sites whether the pages that ours link to are still there, a few at a time.
It is for a scheduled job: a page that does not answer today may do so tomorrow, so
nothing is stopped by it.

  --dir DIR   the built site (default: dist)
  -h, --help  this text

Environment: SITE_URL as it was for the build.

Exit code: 0 whatever is found; 2 wrong usage.`;

const atOnce = 4;
const patience = 20_000;

await runCommand(help, { dir: { type: 'string' } } as const, async ({ values, positionals }) => {
	if (positionals.length > 0) {
		console.error(`Unexpected argument: ${positionals.join(' ')}\n\n${help}`);
		return exit.usage;
	}
	const own = new URL(process.env['SITE_URL'] || 'http://localhost:4321').origin;
	const { texts } = await readBuiltSite(resolve(values.dir ?? join(projectFolder, 'dist')));
	const pagesByLink = new Map<string, Set<string>>();
	for (const [file, html] of texts) {
		if (!file.endsWith('.html')) continue;
		for (const tag of tags(html)) {
			const href = tag.name === 'a' ? attributes(tag).get('href') : undefined;
			if (href === undefined || !/^https?:/.test(href) || new URL(href).origin === own) continue;
			const link = href.replace(/#.*$/, '');
			pagesByLink.set(link, (pagesByLink.get(link) ?? new Set()).add(file));
		}
	}
	const queue = [...pagesByLink].sort(([a], [b]) => (a < b ? -1 : 1)).values();
	let gone = 0;
	await Promise.all(Array.from({ length: atOnce }, async () => {
		for (const [link, pages] of queue) {
			const problem = await problemOf(link);
			if (problem === undefined) continue;
			gone += 1;
			console.log(`${link}: ${problem}\n    on ${[...pages].slice(0, 5).join(', ')}${pages.size > 5 ? ` and ${pages.size - 5} more` : ''}`);
		}
	}));
	console.log(`${pagesByLink.size} links to other sites, ${gone} to look at.`);
	return exit.ok;
});

async function problemOf(link: string): Promise<string | undefined> {
	try {
		const response = await fetch(link, { headers: { 'user-agent': 'link-check (a static site asks whether its links are alive)' }, signal: AbortSignal.timeout(patience), redirect: 'follow' });
		await response.body?.cancel();
		// Some sites refuse programs and let people in.
		return response.ok || [401, 403, 405, 429].includes(response.status) ? undefined : `status ${response.status}`;
	} catch (error) {
		return (error as Error).name === 'TimeoutError' ? 'no answer' : 'cannot be reached';
	}
}
