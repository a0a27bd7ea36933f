import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Serves the built site on this machine, as a static host would: `index.html` of a folder, a redirect to the slash,
 * and the page for addresses that lead nowhere.
 */

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webp': 'image/webp',
	'.xml': 'application/xml; charset=utf-8',
};

/** Larger files, and those that are compressed already, go out as they are. */
const compressible = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;
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
	const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	const server = createServer((request, response) => answer(request, response, root, prefix));
	await new Promise<void>((ready, failed) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			failed(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm run serve`) : error);
		});
		server.listen(port, '127.0.0.1', ready);
	});
	const address = server.address();
	return { server, url: `http://localhost:${typeof address === 'object' ? address?.port : port}${prefix}` };
}

function answer(request: IncomingMessage, response: ServerResponse, root: string, prefix: string): void {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		return;
	}
	const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
	if (`${pathname}/` === prefix) {
		redirect(response, prefix, query);
		return;
	}
	const file = pathname.startsWith(prefix) ? fileOf(root, pathname.slice(prefix.length)) : undefined;
	const found = file && find(file);
	if (found?.isDirectory() && !pathname.endsWith('/')) redirect(response, `${pathname}/`, query);
	else if (found?.isFile()) send(request, response, 200, file as string, found);
	else {
		const index = found && join(file as string, 'index.html');
		const page = index && find(index);
		if (page) send(request, response, 200, index, page);
		else sendNotFound(request, response, join(root, '404.html'));
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

function sendNotFound(request: IncomingMessage, response: ServerResponse, file: string): void {
	const page = find(file);
	if (page) send(request, response, 404, file, page);
	else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string, stats: Stats): void {
	const type = types[extname(file)] ?? 'application/octet-stream';
	const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
	if (compressible.test(type) && stats.size <= compressUpTo) {
		const { body, encoding } = compress(readFileSync(file), String(request.headers['accept-encoding'] ?? ''));
		response.writeHead(status, { ...headers, Vary: 'Accept-Encoding', 'Content-Length': body.length, ...(encoding ? { 'Content-Encoding': encoding } : {}) });
		response.end(request.method === 'HEAD' ? undefined : body);
		return;
	}
	response.writeHead(status, { ...headers, 'Content-Length': stats.size });
	if (request.method === 'HEAD') response.end();
	else createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

function compress(body: Buffer, accepted: string): { body: Buffer; encoding?: string } {
	if (/\bbr\b/.test(accepted)) return { body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), encoding: 'br' };
	if (/\bgzip\b/.test(accepted)) return { body: gzipSync(body), encoding: 'gzip' };
	return { body };
}

const help = `Usage: npm run serve

Serves the built site (dist/) on this machine only.

Environment:
  PORT       the port; 4321 unless given
  SITE_BASE  the path that the site was built for; / unless given

Exit status: 0 when stopped, 1 if it cannot serve, 2 for wrong usage.
`;

async function main(): Promise<number> {
	let values: { help?: boolean };
	try {
		({ values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }));
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${help}`);
		return 2;
	}
	if (values.help) {
		console.log(help);
		return 0;
	}
	const port = Number(process.env['PORT'] || 4321);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		console.error(`PORT is ${process.env['PORT']}; it must be a whole number from 0 to 65535.`);
		return 2;
	}
	try {
		const { server, url } = await serve({ directory: fileURLToPath(new URL('../dist/', import.meta.url)), port, base: process.env['SITE_BASE'] ?? '/' });
		console.log(`The site is at ${url} (stop with Ctrl+C).`);
		await new Promise((stopped) => server.on('close', stopped));
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
