import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('every dependency is in the table, with a reason, and install scripts are decided on', async () => {
	await expect(promisify(execFile)(process.execPath, ['scripts/dependencies.ts', '--check'])).resolves.toMatchObject({ stderr: '' });
	const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: Record<string, boolean> };
	expect(Object.values(allowScripts).filter((allowed) => allowed).length).toBeLessThanOrEqual(2);
	const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }> };
	const withScript = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''));
	expect(withScript.length).toBeGreaterThan(0);
	expect(withScript.filter((name) => !(name in allowScripts) && name !== 'fsevents')).toEqual([]);
});
