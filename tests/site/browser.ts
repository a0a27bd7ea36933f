import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A browser that talks to nobody but the pages under test. */
const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** What to start a browser with: `CHROME_PATH`, else one of the system, else the one that comes with the packages (Linux x64). */
export async function browserOptions(): Promise<{ executablePath: string; args: string[] }> {
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const found = process.env['CHROME_PATH'] || installed.find((path) => existsSync(path));
	if (found) return { executablePath: found, args: [...quiet, ...sandbox] };
	return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet, ...sandbox] };
}

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await browserOptions());
