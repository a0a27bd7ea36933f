import type { APIRoute, GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import { pick, type Catalogue } from '../../components/search/messages.ts';
import { wantedMessages } from '../../components/search/wanted.ts';
import { langs, type Lang } from '../../model/languages.ts';

/** The words of the search, once a language instead of once a page. */
export const getStaticPaths = (() => langs.map((lang) => ({ params: { lang } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
	const lang = params['lang'] as Lang;
	const catalogue = await getEntry('i18n', lang);
	if (!catalogue) throw new Error(`content/i18n/${lang}.json is missing.`);
	return new Response(JSON.stringify(pick(catalogue.data as Catalogue, wantedMessages)));
};
