import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { languages, langs } from '../model/languages.ts';
import { overBudget } from './budgets.ts';
import { buildSummary } from './build-summary.ts';
import { codeKey, digest } from './code-key.ts';
import { getsCopies, isTextFile } from './compress.ts';
import { deleteFiles, writeIfOther } from './fill-folder.ts';
import { finishedFiles, finishedKey, mayStand } from './finished.ts';
import { commonHeaders, normalBase } from './headers.ts';
import { caddyHeaders, headersFile, hostFiles, hostLimits, nginxHeaders, redirectsFile } from './host-files.ts';
import { keptCopies } from './kept-copies.ts';
import { keptResults } from './kept.ts';
import { readFacts, inlineIn } from './page-facts.ts';
import { headerPolicy, namesStyleAttributes, union, withoutPolicy, withPolicy, type Inline } from './security.ts';
import { makeStylesLean, type BuiltPage } from './site-styles.ts';
import { leanStyles, stylesKey } from './used-styles.ts';
import { scales } from './weigh.ts';

/**
 * What happens to the site once all others have written their files; so it has to be the last integration. Pages get
 * their security policy, hosts their files, text its compressed copies, and whoever builds a summary.
 */
export function afterBuild(): AstroIntegration {
	let base = '/';
	let root: URL;
	return {
		name: 'after-build',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = normalBase(config.base);
				root = config.root;
			},
			'astro:build:done': async ({ dir, logger }) => {
				const summary = await finish(fileURLToPath(dir), base, fileURLToPath(root));
				logger.info(`done\n\n${summary}\n`);
			},
		},
	};
}

/** @returns the summary @throws {Error} where a page is not fit to be published */
async function finish(folder: string, base: string, root: string): Promise<string> {
	const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
	// What the build before left of its own: what is not written again is deleted.
	const leftover = new Set(paths.filter((path) => /\.(?:br|gz)$/.test(path) || (Object.values(hostFiles) as string[]).includes(path)));
	const found = paths.filter((path) => !leftover.has(path));

	const finished = finishedFiles(root, base);
	const lean = keptResults<string>(join(root, 'node_modules/.cache/styles'), codeKey(root));
	const pages = new Map<string, BuiltPage>();
	// One after the other: most files are small, and to wait for each of thousands takes longer than to read it.
	for (const path of found.filter((each) => each.endsWith('.html'))) {
		const content = readFileSync(join(folder, path));
		const before = finished.before(finishedKey(path, content));
		const html = before ? content.toString() : withShortShapes(withLateScripts(withoutIndents(withoutPolicy(content.toString()))));
		const facts = before ?? readFacts(html, base);
		pages.set(path, { html, facts, styles: facts.files.styles, isFinished: before != null });
	}
	const files = await makeStylesLean(folder, base, pages, found, (css, names) => lean.of(digest(stylesKey(css, names)), () => leanStyles(css, names)));
	const inline: Inline[] = [];
	const spoilt: string[] = [];
	for (const [path, page] of pages) {
		const standing = inlineIn(page.facts);
		inline.push(standing);
		if (page.facts.spoilt !== undefined) {
			spoilt.push(`${path}: ${page.facts.spoilt}`);
			continue;
		}
		if (page.isFinished) continue;
		try {
			page.html = withPolicy(page.html, standing);
		} catch (error) {
			spoilt.push(`${path}: ${(error as Error).message}`);
		}
	}
	const all = union(inline);
	const policy = headerPolicy(all);
	const headers = commonHeaders({ policy, hsts: process.env['SITE_HSTS'] || undefined, reportTo: process.env['SITE_CSP_REPORTS'] || undefined });

	let bytes = 0;
	const sizes = new Map<string, number>();
	const copies = keptCopies(join(root, 'node_modules/.cache/compressed'));
	for (const path of files) {
		const file = join(folder, path);
		const page = pages.get(path);
		if (page === undefined && !isTextFile(path)) {
			bytes += statSync(file).size;
			continue;
		}
		const content = page === undefined ? readFileSync(file) : Buffer.from(page.html);
		if (page !== undefined) (page.isFinished ? writeIfOther : writeFileSync)(file, content);
		if (mayStand(path)) finished.of(finishedKey(path, content), () => page?.facts ?? null);
		bytes += content.length;
		if (content.includes('\uFFFD')) spoilt.push(`${path} holds U+FFFD, which stands where text was lost: a file is not UTF-8, or was cut. Look for it in the seeds and pages.`);
		if (!getsCopies(path, content.length)) continue;
		const { br, gz } = copies.of(path, content);
		sizes.set(path, br.length);
		for (const [ending, copy] of [['br', br], ['gz', gz]] as const) {
			writeIfOther(`${file}.${ending}`, copy);
			leftover.delete(`${path}.${ending}`);
		}
	}
	if (spoilt.length > 0) throw new Error(`The site is not fit to be published:\n${spoilt.sort().join('\n')}`);

	deleteFiles(folder, [...leftover]);
	await Promise.all([
		writeFile(join(folder, hostFiles.headers), headersFile(headers, base)),
		writeFile(join(folder, hostFiles.redirects), redirectsFile(base)),
		writeFile(join(folder, hostFiles.nginx), nginxHeaders(headers)),
		writeFile(join(folder, hostFiles.caddy), caddyHeaders(headers)),
	]);

	copies.keep();
	lean.keep();
	finished.keep();
	const weigh = scales(folder, base, sizes);
	const weights = [...pages].map(([path, { html, facts, styles }]) => weigh(path, html, { styles, scripts: facts.files.scripts }));
	const statementsFile = join(root, 'content/data/statements.json');
	// The pages have read it with its schema.
	const { statements } = existsSync(statementsFile) ? (JSON.parse(readFileSync(statementsFile, 'utf8')) as { readonly statements: readonly unknown[] }) : { statements: [] };
	return buildSummary({
		pages: weights,
		languages: langs.map((lang) => ({ label: languages[lang].label, pages: weights.filter(({ path }) => path.startsWith(`${lang}/`)).length })),
		statements: statements.length,
		stale: countStale(pages),
		files: files.length,
		bytes,
		inlineScripts: all.scripts.size,
		policyLength: policy.length,
		over: overBudget(weights),
		warnings: warningsOf(headers['Content-Security-Policy'] ?? '', all),
	});
}

/** Scripts that stand in the page, without the room that makes them readable: every page carries them. */
const withoutIndents = (html: string): string => html.replace(/<script>([^<]*)<\/script>/g, (_, script: string) => `<script>${script.trim().replaceAll(/\n\s+/g, '\n')}</script>`);

/** A module runs when the page is read, so that it need not compete with what the page is drawn with: without this, browsers fetch it as urgently. */
const withLateScripts = (html: string): string => html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');

/** What draws holds nothing between its tags, and there are hundreds on a page with pictures. */
const withShortShapes = (html: string): string => html.replace(/><\/(?:circle|path|rect)>/g, '/>');

/** Statements whose page says that one of their texts is older: the site is made from the pages, and so is this. */
function countStale(pages: ReadonlyMap<string, BuiltPage>): number {
	const stale = new Set<string>();
	for (const { html } of pages.values()) {
		if (!html.includes('class="stale"')) continue;
		for (const article of html.split('<article ').slice(1)) if (article.includes('class="stale"')) stale.add(/\sid="([^"]+)"/.exec(article)?.[1] ?? '');
	}
	return stale.size;
}

function warningsOf(policy: string, inline: Inline): string[] {
	const line = `Content-Security-Policy: ${policy}`.length;
	return [
		...(line > hostLimits.charactersOfLine ? [`the security policy has ${line} characters, and Cloudflare Pages takes lines of ${hostLimits.charactersOfLine}: ${inline.scripts.size} different scripts stand inline`] : []),
		...(namesStyleAttributes(inline) ? [] : [`${inline.styleAttributes.size} different style attributes: too many to name, so the policy allows any (style-src-attr 'unsafe-inline')`]),
		...(process.env['SITE_URL'] ? [] : ['SITE_URL is not set: canonical addresses, feeds and data name http://localhost:4321']),
	];
}
