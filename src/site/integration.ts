import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { emptyButStanding } from '../built/fill-folder.ts';
import { normalBase } from '../built/headers.ts';
import type { Localized } from '../model/languages.ts';
import type { Catalogue } from './config-files.ts';
import { standingPages, type StandingPages } from './standing-pages.ts';

/** Routes beside the pages that Starlight makes. `srcDir` is the root of the project, so a `pages/` folder would stand there. */
const routes: Readonly<Record<string, string>> = {
	'/': 'chooser.astro',
	'/404': 'not-found.astro',
	'/data/statements.json': 'data/statements.json.ts',
	'/data/statements.csv': 'data/statements.csv.ts',
	'/data/statements.schema.json': 'data/schema.ts',
	'/data/datapackage.json': 'data/datapackage.ts',
	'/data/names.json': 'data/names.json.ts',
	'/favicon.ico': 'icons/ico.ts',
	'/apple-touch-icon.png': 'icons/apple.ts',
	'/icons/[size].png': 'icons/png.ts',
	'/[lang]/manifest.webmanifest': 'manifest.ts',
	'/[lang]/feed.xml': 'feeds/all.ts',
	'/[lang]/sectors/[sector]/feed.xml': 'feeds/sector.ts',
	'/[lang]/[...slug]/index.md': 'twin.ts',
	'/[lang]/[...list]/parts.json': 'parts.ts',
	'/[lang]/glossary/terms.jsonld': 'glossary-terms.ts',
	'/llms.txt': 'llms.ts',
	'/robots.txt': 'robots.ts',
	'/filters.css': 'filters.css.ts',
	'/data/cite/[lang]/labels.json': 'cite/labels.ts',
	'/data/search/[lang].json': 'search/messages.ts',
};

/** What a build writes without the way through a route, since there are hundreds or thousands. */
const routesOfServer: typeof routes = { '/data/cite/[lang]/[id].txt': 'cite/citation.ts', '/cards/[...page].png': 'cards/page.ts' };
/** What it writes them from, where only what Astro bundles knows that. */
const routesOfBuild: typeof routes = { '/cards/list.json': 'cards/list.ts' };

export function siteIntegration(catalogues: Localized<Catalogue>): AstroIntegration {
	let address: (path: string) => string;
	let root = '';
	let outDir = '';
	let base = '/';
	let standing: StandingPages | undefined;
	return {
		name: 'site-routes',
		hooks: {
			'astro:config:setup': ({ addMiddleware, command, injectRoute, injectScript, updateConfig }) => {
				addMiddleware({ entrypoint: new URL('labels-middleware.ts', import.meta.url), order: 'post' });
				updateConfig({ vite: { build: { rolldownOptions: { onLog }, emptyOutDir: false }, plugins: [withoutSidebarState] } });
				injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('../components/page.ts', import.meta.url)))};`);
				for (const [pattern, file] of Object.entries({ ...routes, ...(command === 'dev' ? routesOfServer : routesOfBuild) })) {
					injectRoute({ pattern, entrypoint: new URL(`../routes/${file}`, import.meta.url), prerender: true });
				}
			},
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				outDir = fileURLToPath(config.outDir);
				base = normalBase(config.base);
				address = (path) => new URL(base + path, config.site).href;
			},
			'astro:build:start': ({ setPrerenderer }) => {
				const { files, leaveOut } = (standing = standingPages(root, outDir, base));
				// Astro would empty it of everything.
				emptyButStanding(outDir, files);
				setPrerenderer((prerenderer) => ({ ...prerenderer, getStaticPaths: async () => leaveOut(await prerenderer.getStaticPaths()) }));
			},
			'astro:build:done': async ({ dir }) => {
				// Reads what convert has made, which the development server may start without.
				const [{ writeCitations }, { writeCards }] = await Promise.all([import('./write-citations.ts'), import('./cards/write-cards.ts')]);
				await writeCitations(fileURLToPath(dir), catalogues, address);
				writeCards(fileURLToPath(dir), root);
				standing?.keep();
			},
		},
	};
}

/** Starlight puts into every page the script that remembers which groups of its sidebar are open: here all are (starlight/Sidebar.astro). */
const withoutSidebarState: NonNullable<ViteUserConfig['plugins']>[number] = {
	name: 'without-sidebar-state',
	enforce: 'pre',
	load: (id) => (id.includes('components-internals/SidebarPersistState') ? '' : undefined),
};

/** Astro marks every MDX module with a directive that the bundler warns about: noise that would hide a real warning. */
const onLog: NonNullable<NonNullable<NonNullable<ViteUserConfig['build']>['rolldownOptions']>['onLog']> = (level, log, handle) => {
	if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
};
