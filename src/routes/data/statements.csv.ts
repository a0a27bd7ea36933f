import type { APIRoute } from 'astro';
import { toCsv } from '../../site/csv.ts';
import { publish, statements } from '../../site/statements.ts';
import { pageUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site }) =>
	new Response(toCsv(statements.map((statement) => publish(statement, (path) => pageUrl(site, path)))));
