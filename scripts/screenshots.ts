import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../tests/site/browser.ts';
import { exit, runCommand } from './io/cli.ts';
import { projectFolder } from './io/project.ts';
import { allPages } from './page-types.ts';
import { serve } from './serve.ts';

/** Pictures of every type of page, for people to look at. */

const help = `Usage: npm run screenshots [-- --out DIR] [--width PX]

Makes screenshots of the built site (dist/): every type of page in every language, in the light and the dark
theme, at 320, 768 and 1280 pixels, with the search open, and as printed; and index.html, which shows them all.

      --out DIR    where to (default: .cache/screenshots)
      --width PX   only this width
  -h, --help       this text

Exit code: 0 done; 1 there is no built site; 2 wrong usage.`;

/** A page is cut here: what is further down is more of the same. */
const tallest = 4000;

await runCommand(help, { out: { type: 'string' }, width: { type: 'string' } }, async ({ values, positionals }) => {
	const only = values.width === undefined ? undefined : Number(values.width);
	if (positionals.length > 0 || (only !== undefined && !(only >= 200))) {
		console.error(help);
		return exit.usage;
	}
	const directory = join(projectFolder, 'dist');
	const out = values.out ?? join(projectFolder, '.cache/screenshots');
	const { server, url } = await serve({ directory, port: 0, base: process.env['SITE_BASE'] ?? '/' }).catch((error: unknown) => {
		console.error((error as Error).message);
		return { server: undefined, url: '' };
	});
	if (!server) return exit.wrong;
	const browser = await launchBrowser();
	const made: { file: string; title: string }[] = [];
	try {
		await rm(out, { recursive: true, force: true });
		await mkdir(out, { recursive: true });
		for (const width of only === undefined ? [320, 768, 1280] : [only]) {
			for (const theme of ['light', 'dark'] as const) {
				const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' });
				const page = await context.newPage();
				const shoot = async (name: string): Promise<void> => {
					const file = `${name.replace(/\W+/g, '-') || 'root'}-${width}-${theme}.png`;
					const height = await page.evaluate(() => document.documentElement.scrollHeight);
					await page.screenshot({ path: join(out, file), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } });
					made.push({ file, title: `/${name} · ${width} px · ${theme}` });
				};
				for (const path of allPages(directory)) {
					await page.goto(url + path);
					await shoot(path.replace(/\/$/, ''));
					if (/^[^/]+\/about\/$/.test(path)) {
						await page.keyboard.press('/');
						await page.keyboard.type('JAXA');
						await page.locator('[role=option]').first().waitFor({ timeout: 5000 }).catch(() => undefined);
						const file = `${path.replace(/\W+/g, '-')}search-open-${width}-${theme}.png`;
						await page.screenshot({ path: join(out, file) });
						made.push({ file, title: `/${path} search open · ${width} px · ${theme}` });
					}
					if (width === 1280 && theme === 'light' && /sectors\//.test(path)) {
						await page.emulateMedia({ media: 'print' });
						await shoot(`${path}print`);
						await page.emulateMedia({ media: 'screen' });
					}
				}
				await context.close();
				console.log(`${width} px, ${theme}: ${made.length} so far`);
			}
		}
	} finally {
		await browser.close();
		server.closeAllConnections();
		server.close();
	}
	const figures = made.map(({ file, title }) => `<figure><a href="${file}"><img src="${file}" alt="${title}" loading="lazy"></a><figcaption>${title}</figcaption></figure>`);
	await writeFile(join(out, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:1rem;background:#ddd}figure{margin:0;width:20rem}img{width:100%;max-height:30rem;object-fit:cover;object-position:top;background:#fff}</style>${figures.join('\n')}</html>\n`);
	console.log(`${made.length} pictures: ${join(out, 'index.html')}`);
	return exit.ok;
});
