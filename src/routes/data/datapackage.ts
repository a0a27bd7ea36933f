import type { APIRoute } from 'astro';
import { defaultLang, languages } from '../../model/languages.ts';
import { dataPackage } from '../../site/data-files.ts';
import { publish, statements } from '../../site/statements.ts';
import { translate } from '../../site/translate.ts';
import { pageUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site, locals }) => {
	const t = translate(locals, defaultLang);
	const published = statements.map((statement) => publish(statement, (path) => pageUrl(site, path)));
	return new Response(dataPackage(published, { title: t('data.title'), description: t('data.description'), homepage: pageUrl(site, `${languages[defaultLang].tag}/about/#data`) }));
};
