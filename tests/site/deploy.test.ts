import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { redirects } from '../../src/built/headers.ts';
import { caddyConfig, headersOf, hostLimits, nginxConfig, readHeadersFile, readRedirectsFile } from '../../src/built/host-files.ts';
import { built } from './global-setup.ts';
import { readBuilt } from './pages.ts';

const run = promisify(execFile);
const script = (name: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> => run(process.execPath, [`scripts/${name}.ts`, ...args]);

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => resolve(port));
		});
	});

/** Starts a server, and waits until it answers. It ends with the test. */
async function start(command: string, args: string[], url: string): Promise<void> {
	const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: tmpdir(), XDG_DATA_HOME: tmpdir(), XDG_CONFIG_HOME: tmpdir() } });
	let said = '';
	child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise((resolve) => child.once('close', resolve));
	onTestFinished(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	for (let tries = 0; tries < 100; tries += 1) {
		if (child.exitCode !== null) throw new Error(`${command} did not start:\n${said}`);
		if (await fetch(url).then(() => true, () => false)) return;
		await new Promise((later) => setTimeout(later, 100));
	}
	throw new Error(`${command} did not answer:\n${said}`);
}

function temporary(): string {
	const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const caddy = ['/usr/bin/caddy', '/usr/local/bin/caddy'].find((path) => existsSync(path));
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const folder = built.directory.replace(/\/$/, '');
const smoke = (url: string): Promise<string> => script('smoke', url).then(({ stdout }) => stdout, (error: unknown) => (error as { stdout: string }).stdout);
/** The site under test was built for another address than the one it is served at here. */
const expected = (report: string): string[] => report.split('\n').filter((line) => line.startsWith('WRONG') && !line.includes('the site map'));

describe('the site as each server serves it passes the smoke test', () => {
	test('npm run serve', async () => {
		const report = await smoke(inject('siteUrl'));
		expect(expected(report), report).toEqual([]);
	});

	test.skipIf(!nginx)('nginx (skipped where it is not installed)', async () => {
		const work = temporary();
		const port = await freePort();
		const hasBrotli = existsSync(brotliModule);
		const config = nginxConfig({ folder, base: built.base, port }).replace(`listen ${port}`, `listen 127.0.0.1:${port}`).replace('# brotli_static on', hasBrotli ? 'brotli_static on' : '# none');
		writeFileSync(join(work, 'nginx.conf'), `${hasBrotli ? `load_module ${brotliModule};\n` : ''}daemon off; pid ${work}/pid; error_log stderr; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}\nevents {}\nhttp {\naccess_log off; client_body_temp_path ${work}/b; proxy_temp_path ${work}/p; fastcgi_temp_path ${work}/f; uwsgi_temp_path ${work}/u; scgi_temp_path ${work}/s;\n${config}\n}\n`);
		const url = `http://127.0.0.1:${port}${built.base}`;
		await start(nginx ?? '', ['-p', work, '-c', join(work, 'nginx.conf')], url);
		const report = await smoke(url);
		expect(expected(report), report).toEqual([]);
	});

	test.skipIf(!caddy)('Caddy (skipped where it is not installed)', async () => {
		const work = temporary();
		const port = await freePort();
		writeFileSync(join(work, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${caddyConfig({ folder, base: built.base, port }).replace(`:${port} {`, `http://127.0.0.1:${port} {`)}`);
		const url = `http://127.0.0.1:${port}${built.base}`;
		await start(caddy ?? '', ['run', '--adapter', 'caddyfile', '--config', join(work, 'Caddyfile')], url);
		const report = await smoke(url);
		expect(expected(report), report).toEqual([]);
	});
});

test('every link, anchor, counterpart, address of the site map, of feeds and of the data leads somewhere below the base', async () => {
	const { stdout } = await run(process.execPath, ['scripts/check-site.ts', '--dir', folder, '--quick'], { env: { ...process.env, SITE_URL: built.site, SITE_BASE: built.base } });
	expect(stdout).toContain('nothing to correct');
});

describe('the smoke test', () => {
	test('tells wrong usage from a site that is not well', async () => {
		expect((await script('smoke', '--help')).stdout).toContain('Usage: npm run smoke');
		await expect(script('smoke')).rejects.toMatchObject({ code: 2 });
		await expect(script('smoke', 'ftp://x')).rejects.toMatchObject({ code: 2 });
		await expect(script('smoke', `http://127.0.0.1:${await freePort()}/`)).rejects.toMatchObject({ code: 1 });
	});
});

describe('the files for hosts', () => {
	const rules = readHeadersFile(readBuilt('_headers'));

	test('are within what hosts take', () => {
		expect(rules.length).toBeLessThanOrEqual(hostLimits.headerRules);
		for (const line of readBuilt('_headers').split('\n')) expect(line.length).toBeLessThanOrEqual(hostLimits.charactersOfLine);
	});

	// Hosts join what several rules say, with commas.
	test('give no header twice', () => {
		for (const path of ['', '_astro/a.js', 'data/statements.json', 'pagefind/index/a.pf_index', 'pagefind/pagefind.js']) {
			const names = rules.filter(({ pattern }) => Object.keys(headersOf([{ pattern, headers: { is: 'there' } }], built.base + path)).length > 0).flatMap(({ headers }) => Object.keys(headers));
			expect(names.filter((name, index) => names.indexOf(name) !== index), path).toEqual([]);
		}
	});

	test('send redirects on to what is there, below the base', () => {
		const found = readRedirectsFile(readBuilt('_redirects'));
		expect(found).toHaveLength(redirects.length);
		for (const { from, to } of found) {
			expect(from.startsWith(built.base)).toBe(true);
			expect(existsSync(join(built.directory, to.slice(built.base.length))), to).toBe(true);
		}
	});

	test('and the configuration of servers in the repository is what would be written', async () => {
		await expect(script('deploy-config', '--check')).resolves.toBeTruthy();
		const work = temporary();
		await script('deploy-config', '--out', work, '--base', '/sub/path');
		expect(readFileSync(join(work, 'nginx.conf'), 'utf8')).toContain('location /sub/path/ {');
		await expect(script('deploy-config', '--out', work, '--check')).rejects.toMatchObject({ code: 1 });
		await expect(script('deploy-config', '--port', 'x')).rejects.toMatchObject({ code: 2 });
	});
});
