import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.ts';
import { browserOptions } from './browser.ts';

/** A site that is built already is checked as it is, at the address that it was built for. */
const given = process.env['SITE_DIRECTORY'];

/** The site as a host would have it that serves it from a folder: whatever forgets the base shows. */
export const built = given
	? { directory: given, site: process.env['SITE_URL'] ?? 'http://localhost:4321', base: process.env['SITE_BASE'] ?? '/' }
	: { directory: fileURLToPath(new URL('../../.cache/site-test/', import.meta.url)), site: 'https://guide.example', base: '/sub/path/' };

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the first page of the served site. */
		siteUrl: string;
	}
}

/** Builds the real content once, and serves it to all tests of the site. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// Once, before the test files ask for it side by side.
	await browserOptions();
	if (!given) await build();
	const { server, url } = await serve({ directory: built.directory, port: 0, base: built.base });
	project.provide('siteUrl', url);
	return async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	};
}

async function build(): Promise<void> {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	try {
		await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', built.directory], {
			cwd: root,
			env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, SITE_URL: built.site, SITE_BASE: built.base },
			maxBuffer: 64 * 1024 * 1024,
		});
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`The site does not build:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
	}
}
