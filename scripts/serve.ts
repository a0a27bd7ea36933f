import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { askAgain, contentTypes, documentHeaders, isDocument, isText, normalBase } from '../src/built/headers.ts';
import { headersOf, hostFiles, readHeadersFile, readRedirectsFile, type HeaderRule, type RedirectRule } from '../src/built/host-files.ts';
import { exit, runCommand } from './io/cli.ts';
import { say } from './io/editor.ts';

/**
 * Serves the built site on this machine, as a static host would: `index.html` of a folder, a redirect to the slash, the
 * page for addresses that lead nowhere, and the headers, redirects and compressed files that the build made for hosts.
 */

/** Larger files, and those that are compressed already, go out as they are. */
const compressUpTo = 4_000_000;

export interface ServeOptions {
	/** The folder with the built site. */
	readonly directory: string;
	/** 0 takes any free port. */
	readonly port: number;
	/** The path that the site was built for (`SITE_BASE`). */
	readonly base?: string;
}

/**
 * Starts the server on the loopback interface.
 * @returns the server and the address of the site's first page
 * @throws {Error} where the folder holds no built site, or the port cannot be had
 */
export async function serve({ directory, port, base = '/' }: ServeOptions): Promise<{ server: Server; url: string }> {
	const root = resolve(directory);
	if (!find(join(root, 'index.html'))) throw new Error(`There is no built site in ${root}. Run npm start, which builds it.`);
	const prefix = normalBase(base);
	const site: Site = { root, prefix, headers: readHeadersFile(readIfThere(join(root, hostFiles.headers))), redirects: readRedirectsFile(readIfThere(join(root, hostFiles.redirects))) };
	const server = createServer((request, response) => answer(request, response, site));
	await new Promise<void>((ready, failed) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			failed(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm run serve`) : error);
		});
		server.listen(port, '127.0.0.1', ready);
	});
	const address = server.address();
	return { server, url: `http://localhost:${typeof address === 'object' ? address?.port : port}${prefix}` };
}

interface Site {
	readonly root: string;
	readonly prefix: string;
	readonly headers: readonly HeaderRule[];
	readonly redirects: readonly RedirectRule[];
}

const readIfThere = (file: string): string => (find(file) ? readFileSync(file, 'utf8') : '');

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
	const { root, prefix } = site;
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
	if (`${pathname}/` === prefix) {
		redirect(response, prefix, query);
		return;
	}
	const moved = site.redirects.find(({ from }) => from === pathname);
	if (moved) {
		response.writeHead(moved.status, { ...headersOf(site.headers, pathname), Location: moved.to }).end();
		return;
	}
	const isForHosts = (Object.values(hostFiles) as string[]).includes(pathname.slice(prefix.length));
	const file = pathname.startsWith(prefix) && !isForHosts ? fileOf(root, pathname.slice(prefix.length)) : undefined;
	const found = file === undefined ? undefined : find(file);
	if (file === undefined || found === undefined) sendNotFound(request, response, site);
	else if (found.isFile()) send(request, response, 200, file, found, headersOf(site.headers, pathname));
	else if (!pathname.endsWith('/')) redirect(response, `${pathname}/`, query);
	else {
		const page = find(join(file, 'index.html'));
		if (page) send(request, response, 200, join(file, 'index.html'), page, headersOf(site.headers, pathname));
		else sendNotFound(request, response, site);
	}
}

/** The file of a path, or `undefined` where the path is malformed or leads out of the folder. */
function fileOf(root: string, path: string): string | undefined {
	let decoded: string;
	try {
		decoded = decodeURIComponent(path);
	} catch {
		return undefined;
	}
	if (decoded.includes('\0')) return undefined;
	const file = resolve(root, `./${decoded}`);
	return file === root || file.startsWith(root + sep) ? file : undefined;
}

const find = (file: string): Stats | undefined => statSync(file, { throwIfNoEntry: false });

/** Not more than one slash in front: two would name another host. */
function redirect(response: ServerResponse, pathname: string, query: string | undefined): void {
	response.writeHead(308, { Location: pathname.replace(/^\/+/, '/') + (query === undefined ? '' : `?${query}`) }).end();
}

function sendNotFound(request: IncomingMessage, response: ServerResponse, { root, prefix, headers }: Site): void {
	const file = join(root, '404.html');
	const page = find(file);
	// What is not there today may be there tomorrow, whatever its address.
	const sent = { ...headersOf(headers, `${prefix}404.html`), 'Cache-Control': askAgain };
	if (page) send(request, response, 404, file, page, sent);
	else response.writeHead(404, { ...sent, 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string, stats: Stats, extra: Readonly<Record<string, string>>): void {
	const type = contentTypes[extname(file).slice(1)] ?? 'application/octet-stream';
	const wanted = isDocument(type) ? extra : Object.fromEntries(Object.entries(extra).filter(([name]) => !documentHeaders.includes(name)));
	const headers = { 'Cache-Control': askAgain, 'X-Content-Type-Options': 'nosniff', ...wanted, 'Content-Type': isText(type) ? `${type}; charset=utf-8` : type };
	if (stats.size > compressUpTo) {
		response.writeHead(status, { ...headers, 'Content-Length': stats.size });
		if (request.method === 'HEAD') response.end();
		else createReadStream(file).on('error', () => response.destroy()).pipe(response);
		return;
	}
	const { body, encoding } = isText(type) ? compressed(file, stats, request.headers['accept-encoding'] ?? '') : { body: readFileSync(file), encoding: undefined };
	const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
	const answered = { ...headers, ETag: tag, ...(isText(type) ? { Vary: 'Accept-Encoding' } : {}) };
	if (status === 200 && request.headers['if-none-match']?.split(/,\s*/).includes(tag)) {
		response.writeHead(304, answered).end();
		return;
	}
	response.writeHead(status, { ...answered, 'Content-Length': body.length, ...(encoding ? { 'Content-Encoding': encoding } : {}) });
	response.end(request.method === 'HEAD' ? undefined : body);
}

/** The compressed copy that the build made, or one made now where there is none. */
function compressed(file: string, stats: Stats, accepted: string): { body: Buffer; encoding?: string } {
	const copies: readonly [RegExp, string, string, (body: Buffer) => Buffer][] = [
		[/\bbr\b/, 'br', '.br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
		[/\bgzip\b/, 'gzip', '.gz', (body) => gzipSync(body)],
	];
	for (const [wanted, encoding, ending, compress] of copies) {
		if (!wanted.test(accepted)) continue;
		const copy = find(file + ending);
		return { body: copy && copy.mtimeMs >= stats.mtimeMs ? readFileSync(file + ending) : compress(readFileSync(file)), encoding };
	}
	return { body: readFileSync(file) };
}

const help = `Usage: npm run serve

Serves the built site (dist/) on this machine only.

  -h, --help  this text

Environment:
  PORT       the port (default: 4321)
  SITE_BASE  the path that the site was built for (default: /)

Exit code: 0 stopped; 1 it cannot serve; 2 wrong usage.`;

async function main(positionals: readonly string[], wrongUsage: (message: string) => Promise<number>): Promise<number> {
	const port = Number(process.env['PORT'] || 4321);
	const wrong = positionals.length > 0 ? `Unexpected argument: ${positionals.join(' ')}` : !Number.isInteger(port) || port < 0 || port > 65_535 ? `PORT is ${process.env['PORT']}; it must be a whole number from 0 to 65535.` : undefined;
	if (wrong !== undefined) return wrongUsage(wrong);
	try {
		const { server, url } = await serve({ directory: fileURLToPath(new URL('../dist/', import.meta.url)), port, base: process.env['SITE_BASE'] ?? '/' });
		console.log(say(`The site is at ${url} (stop with Ctrl+C).`));
		await new Promise((stopped) => server.on('close', stopped));
		return exit.ok;
	} catch (error) {
		console.error(say((error as Error).message));
		return exit.wrong;
	}
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await runCommand(help, {}, ({ positionals, wrongUsage }) => main(positionals, wrongUsage));
