import type { APIRoute } from 'astro';
import { schemaJson } from '../../site/data-files.ts';
import { pageUrl } from '../../site/urls.ts';

export const GET: APIRoute = ({ site }) => new Response(schemaJson(pageUrl(site, 'data/statements.schema.json')));
