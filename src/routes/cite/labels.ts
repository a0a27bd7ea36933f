import type { APIRoute, GetStaticPaths } from 'astro';
import { languages, langs, type Lang } from '../../model/languages.ts';
import { citationFormats, type CitationFormat } from '../../site/citations.ts';
import { translate } from '../../site/translate.ts';
import { sitePath } from '../../site/urls.ts';

/** The words of the dialog, once a language instead of once a page. */
export const getStaticPaths = (() => langs.map((lang) => ({ params: { lang } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, locals }) => {
	const lang = params['lang'] as Lang;
	const t = translate(locals, lang);
	return new Response(JSON.stringify({
		title: t('cite.title'),
		close: t('cite.close'),
		copy: t('cite.copy'),
		copied: t('cite.copied'),
		select: t('cite.select'),
		accessed: locals.t('cite.accessed', { lng: languages[lang].tag, date: '{{date}}' }),
		locale: languages[lang].locale,
		formats: Object.fromEntries((Object.keys(citationFormats) as CitationFormat[]).map((format) => [format, t(`cite.format.${format}`)])),
		history: { label: t('cite.history'), href: sitePath(`${lang}/changes/`) },
	}));
};
