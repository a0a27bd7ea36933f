import type { APIRoute } from 'astro';
import { pageUrl } from '../site/urls.ts';

/** Everything may be read. Crawlers look for this at the root of a host: below a base it is there for whoever puts it there. */
export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${pageUrl(site, 'sitemap-index.xml')}\n`);
