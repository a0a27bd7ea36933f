// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { afterBuild } from './src/built/after-build.ts';
import { defaultLang, languages, langs } from './src/model/languages.ts';
import { searchIndex } from './src/search/integration.ts';
import { editBaseUrl, readCatalogues } from './src/site/config-files.ts';
import { siteIntegration } from './src/site/integration.ts';
import { markdownPlugins } from './src/site/markdown.ts';
import { siteMap } from './src/site/sitemap.ts';

const catalogues = readCatalogues(new URL('./content/i18n/', import.meta.url));
const editUrl = editBaseUrl(new URL('./package.json', import.meta.url));

// Not `defineConfig`: what it comes with (fonts, an optimiser of pictures) is 350 files, which take a fiftieth of a small build to load.
/** @type {import('astro').AstroUserConfig} */
export default {
	site: process.env.SITE_URL || 'http://localhost:4321',
	...(process.env.SITE_BASE ? { base: process.env.SITE_BASE } : {}),
	// Starlight reads its pages from <srcDir>/content/docs; this is what makes a top-level content/ work.
	srcDir: './',
	trailingSlash: 'always',
	// Styles that are small would else stand in every page; after the build the sheets that all pages share become one.
	build: { format: 'directory', inlineStylesheets: 'never' },
	// No syntax colours: Shiki gives a line up after 500 ms, so that two builds of the same page can differ.
	markdown: {
		syntaxHighlight: false,
		processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [markdownPlugins(catalogues)] }),
	},
	integrations: [
		siteIntegration(catalogues),
		searchIndex(),
		siteMap(),
		starlight({
			title: Object.fromEntries(langs.map((lang) => [languages[lang].tag, catalogues[lang]['site.title'] ?? ''])),
			locales: Object.fromEntries(langs.map((lang) => [lang, { lang: languages[lang].tag, label: languages[lang].label, dir: languages[lang].direction }])),
			defaultLocale: defaultLang,
			// The route middleware makes it: Starlight would copy all of it for each page.
			sidebar: [],
			...(editUrl ? { editLink: { baseUrl: editUrl } } : {}),
			lastUpdated: true,
			titleDelimiter: '·',
			favicon: '/favicon.svg',
			disable404Route: true,
			// The search is our own: src/search.
			pagefind: false,
			expressiveCode: false,
			// Every heading is in the table of contents; an icon beside each of them would double the weight of a page's headings.
			markdown: { headingLinks: false },
			routeMiddleware: './src/site/route-middleware.ts',
			customCss: ['./src/styles/tokens.css', './src/styles/type.css', './src/styles/frame.css', './src/styles/shell.css', './src/styles/wayfinding.css', './src/styles/entries.css', './src/styles/lists.css', './src/styles/charts.css', './src/styles/touch.css', './src/styles/print.css'],
			components: {
				ContentPanel: './src/components/starlight/ContentPanel.astro',
				EditLink: './src/components/starlight/EditLink.astro',
				FallbackContentNotice: './src/components/starlight/FallbackContentNotice.astro',
				Footer: './src/components/starlight/Footer.astro',
				Head: './src/components/starlight/Head.astro',
				Header: './src/components/starlight/Header.astro',
				LanguageSelect: './src/components/starlight/LanguageSelect.astro',
				LastUpdated: './src/components/starlight/LastUpdated.astro',
				MarkdownContent: './src/components/starlight/MarkdownContent.astro',
				PageFrame: './src/components/starlight/PageFrame.astro',
				PageSidebar: './src/components/starlight/PageSidebar.astro',
				PageTitle: './src/components/starlight/PageTitle.astro',
				Pagination: './src/components/starlight/Pagination.astro',
				Search: './src/components/starlight/Search.astro',
				Sidebar: './src/components/starlight/Sidebar.astro',
				SiteTitle: './src/components/starlight/SiteTitle.astro',
				SkipLink: './src/components/starlight/SkipLink.astro',
				ThemeProvider: './src/components/starlight/ThemeProvider.astro',
				ThemeSelect: './src/components/starlight/ThemeSelect.astro',
				TwoColumnContent: './src/components/starlight/TwoColumnContent.astro',
			},
		}),
		// Last: it works on what all others have written.
		afterBuild(),
	],
};
