import type { APIRoute } from 'astro';
import { langs, languages, type Lang } from '../model/languages.ts';
import { docsPages, feedPath } from '../site/docs-pages.ts';
import { llmsText } from '../site/llms.ts';
import { translate } from '../site/translate.ts';
import { pageUrl } from '../site/urls.ts';

/** The way in for language models: what the guide is, and every page as Markdown (llmstxt.org). */
export const GET: APIRoute = async ({ site, locals }) => {
	const pages = await docsPages();
	const url = (path: string): string => pageUrl(site, path);
	const part = (lang: Lang) => {
		const t = translate(locals, lang);
		return {
			language: languages[lang].label,
			title: t('site.title'),
			tagline: t('site.tagline'),
			advice: t('open.llms'),
			pagesLabel: t('open.pages'),
			pages: pages.filter((page) => page.lang === lang && !page.slug.startsWith('search/')).map(({ slug, entry }) => ({ title: entry.data.title, description: entry.data.description, url: url(`${lang}/${slug}index.md`) })),
			dataLabel: t('open.data'),
			data: [
				...['statements.json', 'statements.csv', 'statements.schema.json', 'datapackage.json'].map((file) => ({ title: file, url: url(`data/${file}`) })),
				{ title: t('open.feed'), url: url(feedPath(lang)) },
			],
		};
	};
	return new Response(llmsText(langs.map(part)));
};
