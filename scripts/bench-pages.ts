import { join } from 'node:path';
import lighthouse, { type Flags } from 'lighthouse';
import { chromium } from 'playwright-core';
import { langs } from '../src/model/languages.ts';
import { browserOptions } from '../tests/site/browser.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';
import { pageTypesOf } from './page-types.ts';
import { serve } from './serve.ts';

/** What a reader on a phone gets of each type of page, measured by Lighthouse on the served site. */

const help = `Usage: npm run bench:pages [-- PAGE…] [--json]

Measures the built site (dist/), served with compression, as Lighthouse sees it on a slow phone: the four scores, the
largest paint (LCP), shifts of the layout (CLS), bytes and requests, the size of the HTML, and of the scripts that come
before a reader does anything. PAGE is a path below a language, such as sectors/space/; without one, one page of each
of the main types.

      --json   as JSON
  -h, --help   this text

Exit code: 0 every target is met; 1 some are not, or there is no built site; 2 wrong usage.`;

const types = ['', 'sectors/', 'sources/', 'timeline/', 'organisations/', 'search/'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The targets of the project; what a list of everything may weigh is in the check of the site. */
const targets = { score: 100, lcp: 1200, cls: 0, bytes: 30_000, requests: 10, html: 40_000, scripts: 5000 } as const;

interface Request {
	transferSize?: number;
	resourceSize?: number;
	resourceType?: string;
	url: string;
}

await runCommand(help, { json: { type: 'boolean' } }, async ({ values, positionals }) => {
	const directory = join(projectFolder, 'dist');
	const { server, url } = await serve({ directory, port: 0, base: process.env['SITE_BASE'] ?? '/' }).catch((error: unknown) => {
		console.error((error as Error).message);
		return { server: undefined, url: '' };
	});
	if (!server) return exit.wrong;
	const all = pageTypesOf(directory);
	const slugs = positionals.length > 0 ? positionals : types.flatMap((type) => all.find((slug) => (type === '' ? slug === '' : slug.startsWith(type))) ?? []);
	const port = 9000 + (process.pid % 1000);
	const { executablePath, args } = await browserOptions();
	const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] });
	const rows: Record<string, string | number>[] = [];
	try {
		for (const lang of langs) {
			for (const slug of slugs) {
				const flags: Flags = { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] };
				const report = await lighthouse(`${url}${lang}/${slug}`, flags);
				if (!report) throw new Error(`Lighthouse gave no report for ${lang}/${slug}`);
				const { audits, categories: scored } = report.lhr;
				const requests = ((audits['network-requests']?.details as { items?: Request[] } | undefined)?.items ?? []).filter((request) => request.url.startsWith('http'));
				const sum = (list: readonly Request[], field: 'transferSize' | 'resourceSize'): number => list.reduce((total, request) => total + (request[field] ?? 0), 0);
				rows.push({
					page: `${lang}/${slug}`,
					...Object.fromEntries(categories.map((category) => [category, Math.round((scored[category]?.score ?? 0) * 100)])),
					lcp: Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
					cls: Math.round((audits['cumulative-layout-shift']?.numericValue ?? 0) * 1000) / 1000,
					bytes: sum(requests, 'transferSize'),
					requests: requests.length,
					html: sum(requests.filter(({ resourceType }) => resourceType === 'Document'), 'resourceSize'),
					scripts: sum(requests.filter(({ resourceType }) => resourceType === 'Script'), 'transferSize'),
					failed: Object.values(audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && (scoreDisplayMode === 'binary' || scoreDisplayMode === 'metricSavings')).map(({ id }) => id).join(' '),
				});
			}
		}
	} finally {
		await browser.close();
		server.closeAllConnections();
		server.close();
	}
	if (values.json) console.log(JSON.stringify(rows, null, '\t'));
	else {
		console.table(rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'failed'))));
		for (const { page, failed } of rows) if (failed) console.log(`${page}: ${failed}`);
		console.log(`Targets: scores ${targets.score}, LCP ≤ ${targets.lcp} ms, CLS ${targets.cls}, first load ≤ ${targets.bytes} bytes in ≤ ${targets.requests} requests, HTML ≤ ${targets.html}, scripts ≤ ${targets.scripts}`);
	}
	const isMet = rows.every((row) => categories.every((category) => row[category] === targets.score) && Number(row['lcp']) <= targets.lcp && row['cls'] === targets.cls && Number(row['bytes']) <= targets.bytes && Number(row['requests']) <= targets.requests && Number(row['html']) <= targets.html && Number(row['scripts']) <= targets.scripts);
	return isMet ? exit.ok : exit.wrong;
});
