import { contentTypes, hashedFolders, isText, keepForever, askAgain, openFolder, openHeaders, redirects, type Redirect } from './headers.ts';

/**
 * The same headers and redirects in the words of each host. `_headers` and `_redirects` are read by Netlify and Cloudflare
 * Pages; servers take their headers from a file that the build leaves beside the pages, so that a release and its
 * security policy change together.
 */

/** Cloudflare's limits; Netlify's are wider. https://developers.cloudflare.com/pages/configuration/headers/ */
export const hostLimits = { charactersOfLine: 2_000, headerRules: 100 } as const;

/**
 * `_headers`. A path that several rules match gets the headers of all, joined by commas where they are the same: no two
 * rules here set the same one. What has no rule for `Cache-Control` is asked for again, by the default of both hosts.
 */
export function headersFile(common: Readonly<Record<string, string>>, base: string): string {
	const rules: [string, Readonly<Record<string, string>>][] = [
		[`${base}*`, common],
		[`${base}${openFolder}*`, openHeaders],
		...hashedFolders.map((folder): [string, Readonly<Record<string, string>>] => [`${base}${folder}*`, { 'Cache-Control': keepForever }]),
	];
	const lines = rules.flatMap(([path, headers]) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)]);
	return `${lines.join('\n')}\n`;
}

export const redirectsFile = (base: string, list: readonly Redirect[] = redirects): string =>
	list.map(({ from, to, status }) => `${base}${from} ${base}${to} ${status}\n`).join('');

export interface HeaderRule {
	/** A path, or the beginning of paths with `*` after it. */
	readonly pattern: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** Reads a `_headers` file as hosts do. */
export function readHeadersFile(text: string): HeaderRule[] {
	const rules: { pattern: string; headers: Record<string, string> }[] = [];
	for (const line of text.split('\n')) {
		const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line);
		if (header) Object.assign(rules.at(-1)?.headers ?? {}, { [header[1] ?? '']: header[2] });
		else if (line.trim() !== '' && !line.startsWith('#')) rules.push({ pattern: line.trim(), headers: {} });
	}
	return rules;
}

/** All headers that the rules give a path. */
export const headersOf = (rules: readonly HeaderRule[], path: string): Record<string, string> =>
	Object.assign({}, ...rules.filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern)).map(({ headers }) => headers)) as Record<string, string>;

export interface RedirectRule {
	readonly from: string;
	readonly to: string;
	readonly status: number;
}

/** Reads a `_redirects` file. */
export const readRedirectsFile = (text: string): RedirectRule[] =>
	[...text.matchAll(/^(\/\S*)\s+(\S+)\s+(\d{3})$/gm)].map(([, from = '', to = '', status]) => ({ from, to, status: Number(status) }));

/** Names of the files that the build leaves in the site's folder for hosts and servers. Servers do not give them out. */
export const hostFiles = { headers: '_headers', redirects: '_redirects', nginx: '_headers.nginx', caddy: '_headers.caddy' } as const;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

export const nginxHeaders = (common: Readonly<Record<string, string>>): string =>
	Object.entries(common).map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`).join('');

export const caddyHeaders = (common: Readonly<Record<string, string>>): string =>
	`header {\n${Object.entries(common).map(([name, value]) => `\t${name} ${quoted(value)}\n`).join('')}}\n`;

export interface ServerOptions {
	/** The folder of the release that is served: what `npm run build` leaves in `dist`. */
	readonly folder: string;
	/** The path that the site was built for, with a slash at both ends. */
	readonly base: string;
	readonly port: number;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const made = (command: string): string => `# Made by ${command} from src/built/headers.ts. Change that, not this.\n`;

export const defaultServer: ServerOptions = { folder: '/srv/guide/current', base: '/', port: 8080 };

export function nginxConfig({ folder, base, port }: ServerOptions): string {
	const below = escaped(base);
	return `${made('npm run deploy:config')}#
# For http {}: /etc/nginx/conf.d/guide.conf. TLS belongs in front, or in a listen line of your own.
# ${folder} is a link to the release; after it is moved: nginx -s reload.

map $uri $guide_cache {
	default "${askAgain}";
${hashedFolders.map((each) => `	~^${below}${escaped(each)} "${keepForever}";\n`).join('')}}

map $uri $guide_open {
	default "";
	~^${below}${escaped(openFolder)} "${openHeaders['Access-Control-Allow-Origin'] ?? ''}";
}

server {
	listen ${port};
	server_tokens off;
	absolute_redirect off;
${base === '/' ? `	root ${folder};` : `	location ${base} {\n		alias ${folder}/;\n	}\n	location = ${base.slice(0, -1)} { return 301 ${base}; }`}
	index index.html;
	charset utf-8;
	charset_types ${[...new Set(Object.values(contentTypes).filter(isText))].sort().join(' ')};
	types {
${Object.entries(contentTypes).map(([ending, type]) => `		${type} ${ending};\n`).join('')}	}
	default_type application/octet-stream;

	# A location with an add_header of its own would send none of these: there is none.
	include ${folder}/${hostFiles.nginx};
	add_header Cache-Control $guide_cache always;
	add_header Access-Control-Allow-Origin $guide_open always;

	gzip_static on;
	gzip_vary on;
	# Needs the module ngx_http_brotli_static (Debian: libnginx-mod-http-brotli-static).
	# brotli_static on;

	error_page 404 ${base}404.html;
	location ~ ^${below}_(headers|redirects) { return 404; }
${redirects.map(({ from, to, status }) => `	location = ${base}${from} { return ${status} ${base}${to}; }\n`).join('')}}
`;
}

export function caddyConfig({ folder, base, port }: ServerOptions): string {
	const hashed = hashedFolders.map((each) => `${base}${each}*`).join(' ');
	return `${made('npm run deploy:config')}#
# ${folder} is a link to the release; after it is moved: caddy reload.
# With a name in place of :${port} Caddy gets a certificate and serves HTTPS.

:${port} {
	root * ${folder}
	import ${folder}/${hostFiles.caddy}

	@hashed path ${hashed}
	@other not path ${hashed}
	header @hashed Cache-Control "${keepForever}"
	header @other Cache-Control "${askAgain}"
	header ${base}${openFolder}* Access-Control-Allow-Origin "${openHeaders['Access-Control-Allow-Origin'] ?? ''}"

${redirects.map(({ from, to, status }) => `	redir ${base}${from} ${base}${to} ${status}\n`).join('')}${base === '/' ? '' : `	redir ${base.slice(0, -1)} ${base} 301\n`}
	@config path ${base}${hostFiles.headers}* ${base}${hostFiles.redirects}*
${base === '/' ? '' : `	@outside not path ${base}*\n`}	route {
		error @config 404
${base === '/' ? '' : `		error @outside 404\n		uri strip_prefix ${base.slice(0, -1)}\n`}		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		header Cache-Control "${askAgain}"
		rewrite * /404.html
		file_server
	}
}
`;
}
