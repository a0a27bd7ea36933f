import type { AstroIntegration, ViteUserConfig } from 'astro';

/** Routes beside the pages that Starlight makes. `srcDir` is the root of the project, so a `pages/` folder would stand there. */
const routes: Readonly<Record<string, string>> = {
	'/': 'chooser.astro',
	'/404': 'not-found.astro',
	'/data/statements.json': 'data/statements.json.ts',
	'/data/statements.csv': 'data/statements.csv.ts',
	'/data/statements.schema.json': 'data/schema.ts',
	'/data/datapackage.json': 'data/datapackage.ts',
	'/cards/[...page].png': 'cards/page.ts',
	'/favicon.ico': 'icons/ico.ts',
	'/apple-touch-icon.png': 'icons/apple.ts',
	'/icons/[size].png': 'icons/png.ts',
	'/[lang]/manifest.webmanifest': 'manifest.ts',
	'/[lang]/feed.xml': 'feeds/all.ts',
	'/[lang]/sectors/[sector]/feed.xml': 'feeds/sector.ts',
	'/[lang]/[...slug]/index.md': 'twin.ts',
	'/[lang]/glossary/terms.jsonld': 'glossary-terms.ts',
	'/llms.txt': 'llms.ts',
	'/robots.txt': 'robots.ts',
	'/data/cite/[lang]/[id].[format]': 'cite/citation.ts',
	'/filters.css': 'filters.css.ts',
	'/data/cite/[lang]/labels.json': 'cite/labels.ts',
};

export const siteIntegration = (): AstroIntegration => ({
	name: 'site-routes',
	hooks: {
		'astro:config:setup': ({ injectRoute, updateConfig }) => {
			updateConfig({ vite: { build: { rolldownOptions: { onLog } } } });
			for (const [pattern, file] of Object.entries(routes)) {
				injectRoute({ pattern, entrypoint: new URL(`../routes/${file}`, import.meta.url), prerender: true });
			}
		},
	},
});

/** Astro marks every MDX module with a directive that the bundler warns about: noise that would hide a real warning. */
const onLog: NonNullable<NonNullable<NonNullable<ViteUserConfig['build']>['rolldownOptions']>['onLog']> = (level, log, handle) => {
	if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
};
