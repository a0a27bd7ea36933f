import type { APIRoute } from 'astro';
import { statementsJson } from '../../site/data-files.ts';
import { publish, statements } from '../../site/statements.ts';
import { pageUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site }) =>
	new Response(statementsJson(statements.map((statement) => publish(statement, (path) => pageUrl(site, path)))));
