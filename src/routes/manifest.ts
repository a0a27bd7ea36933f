import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { langs } from '../model/languages.ts';
import { themeColours } from '../site/cards/render.ts';
import { webManifest } from '../site/manifest.ts';
import { translate } from '../site/translate.ts';
import { sitePath } from '../site/urls.ts';

export const getStaticPaths = (() => langs.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { lang }, locals }) => {
	const t = translate(locals, lang);
	return new Response(webManifest(lang, { name: t('site.title'), description: t('site.tagline') }, themeColours.light, sitePath), { headers: { 'Content-Type': 'application/manifest+json' } });
};
