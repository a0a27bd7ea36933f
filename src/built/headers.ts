/**
 * What a server sends with the site. This is the one source: the files for hosts, the configuration of servers, the
 * local server and the tests of a deployed site are all made from it.
 */

export interface Redirect {
	/** Path below the base, such as `sitemap.xml`. */
	readonly from: string;
	readonly to: string;
	readonly status: 301 | 302;
}

/** Folders whose files hold a hash of their content in their names: what is kept under such a name never goes out of date. */
export const hashedFolders = ['_astro/', 'pagefind/index/', 'pagefind/filter/', 'pagefind/fragment/', 'pagefind/shards/'] as const;

/** For files of {@link hashedFolders}. */
export const keepForever = 'public, max-age=31536000, immutable';
/** For everything else: kept, but asked for again each time, which costs an empty answer (304). */
export const askAgain = 'no-cache';

/** Addresses that people and programs try. */
export const redirects: readonly Redirect[] = [
	{ from: 'sitemap.xml', to: 'sitemap-index.xml', status: 301 },
	{ from: 'data/', to: 'data/datapackage.json', status: 302 },
];

/** Types by the ending of a name. What has none here goes out as `application/octet-stream`. */
export const contentTypes: Readonly<Record<string, string>> = {
	avif: 'image/avif',
	bib: 'text/plain',
	css: 'text/css',
	csv: 'text/csv',
	html: 'text/html',
	ico: 'image/x-icon',
	jpg: 'image/jpeg',
	js: 'text/javascript',
	json: 'application/json',
	jsonld: 'application/ld+json',
	md: 'text/markdown',
	mjs: 'text/javascript',
	nt: 'application/n-triples',
	pdf: 'application/pdf',
	png: 'image/png',
	ris: 'application/x-research-info-systems',
	svg: 'image/svg+xml',
	ttl: 'text/turtle',
	txt: 'text/plain',
	wasm: 'application/wasm',
	webmanifest: 'application/manifest+json',
	webp: 'image/webp',
	woff2: 'font/woff2',
	xml: 'application/xml',
};

/** Whether a type is text: it is written in UTF-8, and it is worth compressing. */
export const isText = (type: string): boolean => /^text\/|[/+](?:json|xml|n-triples)$|research-info/.test(type);

/** What other sites' scripts may read: the open data. */
export const openFolder = 'data/';
export const openHeaders: Readonly<Record<string, string>> = { 'Access-Control-Allow-Origin': '*' };

/** Abilities of browsers that the site has no use for. */
const refused = ['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'];

export interface HeaderOptions {
	/** The value of `Content-Security-Policy`. */
	readonly policy: string;
	/** The value of `Strict-Transport-Security`; off until an operator turns it on, since it cannot be taken back quickly. */
	readonly hsts?: string | undefined;
	/** Where browsers send reports of what the policy blocked. */
	readonly reportTo?: string | undefined;
}

/** Headers of every answer. */
export function commonHeaders({ policy, hsts, reportTo }: HeaderOptions): Record<string, string> {
	return {
		'Content-Security-Policy': reportTo ? `${policy}; report-uri ${reportTo}; report-to csp` : policy,
		...(reportTo ? { 'Reporting-Endpoints': `csp="${reportTo}"` } : {}),
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'Permissions-Policy': refused.map((feature) => `${feature}=()`).join(', '),
		'Cross-Origin-Opener-Policy': 'same-origin',
		// Pictures and data are there to be used elsewhere.
		'Cross-Origin-Resource-Policy': 'cross-origin',
		...(hsts ? { 'Strict-Transport-Security': hsts } : {}),
	};
}

/**
 * Headers that mean something only where a browser makes a document of the answer. Over HTTP/2 a header that comes again
 * costs a byte or so, and the files for hosts name them once for all; over HTTP/1.1 they cost 2 kB on every file.
 */
export const documentHeaders: readonly string[] = ['Content-Security-Policy', 'Reporting-Endpoints', 'Referrer-Policy', 'Permissions-Policy', 'Cross-Origin-Opener-Policy'];

/** Whether a browser makes a document of what comes with this type, one that could run a script. */
export const isDocument = (type: string): boolean => /^(?:text\/html|image\/svg\+xml|application\/(?:xml|pdf))\b/.test(type);

/** `Cache-Control` of a file. @param path below the base, such as `_astro/a.js` */
export const cacheControl = (path: string): string => (hashedFolders.some((folder) => path.startsWith(folder)) ? keepForever : askAgain);

/** The base as all parts write it: with a slash at both ends. @example normalBase('guide') // => '/guide/' */
export const normalBase = (base: string | undefined): string => `/${(base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
