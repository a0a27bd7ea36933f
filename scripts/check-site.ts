import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatOverBudget, overBudget } from '../src/built/budgets.ts';
import { checkSite, type Finding } from '../src/built/check-site.ts';
import { normalBase } from '../src/built/headers.ts';
import { hostFiles, hostLimits, readHeadersFile, readRedirectsFile } from '../src/built/host-files.ts';
import { contentSecurityPolicy, inlineOf, withoutPolicy } from '../src/built/security.ts';
import { weighPages } from '../src/built/weigh.ts';
import { defaultLang, languages, langs } from '../src/model/languages.ts';
import { run } from './build.ts';
import { checkCopies, readBuiltSite } from './io/built-site.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';

const help = `Usage: npm run check:site [-- --dir DIR] [--quick]

Checks the built site as it is: every link, anchor, language counterpart, site map,
feed and data address leads somewhere; the security policy fits what stands on the
pages; compressed copies unpack to their files; no text was lost; no page is over
its budget. Then the tests of pages and data run on it.

  --dir DIR   the site (default: dist)
  --quick     without the tests
  -h, --help  this text

Environment: SITE_URL and SITE_BASE as they were for the build.

Exit code: 0 nothing found; 1 something is wrong; 2 wrong usage.`;

await runCommand(help, { dir: { type: 'string' }, quick: { type: 'boolean' } } as const, async ({ values, positionals }) => {
	if (positionals.length > 0) {
		console.error(`Unexpected argument: ${positionals.join(' ')}\n\n${help}`);
		return exit.usage;
	}
	const folder = resolve(values.dir ?? join(projectFolder, 'dist'));
	const findings = await findingsOf(folder, new URL(process.env['SITE_URL'] || 'http://localhost:4321').origin, normalBase(process.env['SITE_BASE']));
	for (const { file, problem } of findings) console.error(`${file}: ${problem}`);
	console.log(findings.length === 0 ? 'Links, languages, security policy, compressed copies and budgets: nothing to correct.' : `\n${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} found.`);
	if (findings.length > 0) return exit.wrong;
	if (values.quick) return exit.ok;
	process.env['SITE_DIRECTORY'] = `${folder}/`;
	return run('vitest', ['run', '--project', 'site', 'tests/site/html.test.ts', 'tests/site/data.test.ts']);
});

async function findingsOf(folder: string, origin: string, base: string): Promise<Finding[]> {
	const { paths, texts } = await readBuiltSite(folder);
	const read = async (file: string): Promise<string> => (paths.includes(file) ? readFile(join(folder, file), 'utf8') : '');
	const redirects = readRedirectsFile(await read(hostFiles.redirects));
	const headers = await read(hostFiles.headers);
	return [
		...checkSite({
			origin,
			base,
			texts,
			files: new Set(paths),
			languages: langs.map((lang) => ({ folder: lang, tag: languages[lang].tag })),
			defaultFolder: defaultLang,
			redirects: new Set(redirects.map(({ from }) => from.slice(base.length))),
		}),
		...redirects.filter(({ to }) => !paths.includes(to.slice(base.length))).map(({ from, to }) => ({ file: hostFiles.redirects, problem: `${from} is sent to ${to}, where nothing is` })),
		...policyFindings(texts, headers),
		...(await checkCopies(folder, paths)),
		...overBudget(weighPages(folder, base)).map((over) => ({ file: over.page, problem: formatOverBudget(over).slice(over.page.length + 2) })),
	];
}

/** Every page must carry the policy that fits it, and the header must allow what any page needs, within what hosts take. */
function policyFindings(texts: ReadonlyMap<string, string>, headersFile: string): Finding[] {
	const findings: Finding[] = [];
	const rules = readHeadersFile(headersFile);
	const header = rules.flatMap(({ headers }) => headers['Content-Security-Policy'] ?? [])[0];
	if (header === undefined) findings.push({ file: hostFiles.headers, problem: 'gives no Content-Security-Policy' });
	for (const line of headersFile.split('\n')) if (line.length > hostLimits.charactersOfLine) findings.push({ file: hostFiles.headers, problem: `has a line of ${line.length} characters; Cloudflare Pages takes ${hostLimits.charactersOfLine}` });
	if (rules.length > hostLimits.headerRules) findings.push({ file: hostFiles.headers, problem: `has ${rules.length} rules; Cloudflare Pages takes ${hostLimits.headerRules}` });
	for (const [file, html] of texts) {
		if (!file.endsWith('.html')) continue;
		const inline = inlineOf(withoutPolicy(html));
		if (!html.includes(`content="${contentSecurityPolicy(inline)}"`)) findings.push({ file, problem: 'its security policy is missing, or does not fit what stands on it' });
		for (const hash of [...inline.scripts, ...inline.styles]) if (header && !header.includes(hash)) findings.push({ file, problem: `the header does not allow ${hash}, which stands on it` });
	}
	return findings;
}
