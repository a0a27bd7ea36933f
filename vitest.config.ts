import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// Two cores are what a build machine has: browsers and builds that run side by side only slow each other down.
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 300_000,
		setupFiles: ['tests/helpers/properties.ts'],
		projects: [
			{ extends: true, test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] } },
			// Builds the site once for all of its tests.
			{ extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: ['tests/site/global-setup.ts'] } },
		],
	},
});
