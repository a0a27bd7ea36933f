import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A browser that talks to nobody but the pages under test. */
const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

interface BrowserOptions {
	readonly executablePath: string;
	readonly args: string[];
	readonly env: Record<string, string>;
}

const args = [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
const environment = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** What to start a whole browser with, one that has windows: `CHROME_PATH`, or one that is installed. @throws {Error} where there is none */
export function installedBrowser(): BrowserOptions {
	const executablePath = process.env['CHROME_PATH'] || installed.find((path) => existsSync(path));
	if (executablePath === undefined) throw new Error('No browser was found. Set CHROME_PATH to a Chromium or Chrome.');
	return { executablePath, args, env: environment() };
}

/**
 * What to start a browser with: `CHROME_PATH`; on Linux x64 the one that comes with the packages, which is the same
 * everywhere and needs nothing of the system; elsewhere one that is installed.
 */
export async function browserOptions(): Promise<BrowserOptions> {
	if (process.env['CHROME_PATH'] || process.platform !== 'linux' || process.arch !== 'x64') return installedBrowser();
	const folder = await unpack();
	const env = environment();
	return { executablePath: join(folder, 'chromium'), args, env: { ...env, LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':') } };
}

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await browserOptions());

/**
 * Unpacks the browser of the packages with the libraries that a bare system lacks, once for an installation. The package
 * knows two things only from the environment: the folder for temporary files, and that it runs where such libraries are missing.
 * @returns its folder
 */
async function unpack(): Promise<string> {
	const parent = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
	const folder = join(parent, 'browser');
	if (existsSync(folder)) return folder;
	await mkdir(parent, { recursive: true });
	const part = await mkdtemp(join(parent, 'browser-'));
	const before = { ...process.env };
	Object.assign(process.env, { TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
	try {
		const { default: packaged } = await import('@sparticuz/chromium');
		await packaged.executablePath();
	} finally {
		for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
		Object.assign(process.env, before);
	}
	// Whole or not at all: another run may be unpacking too.
	await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }));
	return folder;
}
