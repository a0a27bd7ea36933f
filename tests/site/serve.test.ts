import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'serve-'));
	const site = join(folder, 'site');
	mkdirSync(join(site, 'page'), { recursive: true });
	writeFileSync(join(folder, 'secret.txt'), 'secret');
	writeFileSync(join(site, 'index.html'), '<p>first</p>');
	writeFileSync(join(site, '404.html'), '<p>not here</p>');
	writeFileSync(join(site, 'page/index.html'), '<p>ページ</p>');
	writeFileSync(join(site, 'index.wasm'), Buffer.from([0, 97, 115, 109]));
	const started = await serve({ directory: site, port: 0, base: '/base' });
	server = started.server;
	port = Number(new URL(started.url).port);
});
afterAll(async () => {
	await new Promise((closed) => server.close(closed));
	rmSync(folder, { recursive: true });
});

/** Asks for a path as it is written, which `fetch` would tidy up. */
const ask = (path: string, method = 'GET', headers = {}): Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }> =>
	new Promise((resolve, reject) => {
		request({ host: '127.0.0.1', port, path, method, headers: { connection: 'close', ...headers } }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
		})
			.on('error', reject)
			.end();
	});

describe('serve', () => {
	test('serves pages with their type', async () => {
		const page = await ask('/base/page/');
		expect(page).toMatchObject({ status: 200, body: '<p>ページ</p>' });
		expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
		expect((await ask('/base/index.wasm')).headers['content-type']).toBe('application/wasm');
	});

	test('sends to the slash, with the query', async () => {
		expect(await ask('/base/page?q=1')).toMatchObject({ status: 308, headers: { location: '/base/page/?q=1' } });
		expect(await ask('/base')).toMatchObject({ status: 308, headers: { location: '/base/' } });
	});

	test.each(['/', '/base/nothing', '/base/page/nothing/', '/other/page/', '/base/%zz'])('%s is the page for what is not there, with status 404', async (path) => {
		expect(await ask(path)).toMatchObject({ status: 404, body: '<p>not here</p>' });
	});

	test.each(['/base/../../secret.txt', '/base/%2e%2e/secret.txt', '/base/..%2fsecret.txt', '/base/page/../../../secret.txt', '/base//../secret.txt', '/base/secret.txt%00'])('%s does not leave the folder', async (path) => {
		const { status, body } = await ask(path);
		expect(status).toBe(404);
		expect(body).not.toContain('secret');
	});

	test('compresses text where the reader can read it', async () => {
		expect((await ask('/base/page/', 'GET', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br');
		expect((await ask('/base/index.wasm', 'GET', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
	});

	test('answers HEAD without a body, and refuses to be written to', async () => {
		expect(await ask('/base/', 'HEAD')).toMatchObject({ status: 200, body: '' });
		expect((await ask('/base/', 'POST')).status).toBe(405);
	});

	test('says what to do when the port is taken', async () => {
		await expect(serve({ directory: join(folder, 'site'), port })).rejects.toThrow(`Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm run serve`);
	});

	test('says what to do when nothing is built', async () => {
		await expect(serve({ directory: join(folder, 'nothing'), port: 0 })).rejects.toThrow('There is no built site');
	});

	test('the command explains itself, and refuses what it does not know', async () => {
		const run = promisify(execFile);
		expect((await run(process.execPath, ['scripts/serve.ts', '--help'])).stdout).toContain('Usage: npm run serve');
		await expect(run(process.execPath, ['scripts/serve.ts', '--nonsense'])).rejects.toMatchObject({ code: 2 });
		await expect(run(process.execPath, ['scripts/serve.ts'], { env: { ...process.env, PORT: 'x' } })).rejects.toMatchObject({ code: 2 });
	});
});
