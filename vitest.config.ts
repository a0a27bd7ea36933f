import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// Two cores are what a build machine has: browsers and builds that run side by side only slow each other down.
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 300_000,
	},
});
