import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take a minute or more, the longest first: one that begins last leaves a core without work. */
const longest = ['io/commands', 'site/accessibility', 'site/dev', 'site/reader', 'site/hostile-guide', 'io/nothing-lost', 'io/kill', 'site/security', 'cli/check', 'site/search-field', 'site/search-accessibility', 'site/search-results'];

const places = new Map(longest.map((name, index) => [name, index]));

/** The longest files first, of whatever project; then the others, the larger first. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification): number => places.get(/\/tests\/(.*)\.test\.ts$/.exec(moduleId)?.[1] ?? '') ?? longest.length;
		return (await super.sort(files)).sort((a, b) => place(a) - place(b));
	}
}

export default defineConfig({
	test: {
		// Two cores are what a build machine has. Of three files that run side by side, one waits for a browser, a command or a clock.
		maxWorkers: 3,
		testTimeout: 60_000,
		hookTimeout: 300_000,
		// A busy machine takes seconds for what takes none on one that is at rest.
		expect: { poll: { timeout: 15_000 } },
		sequence: { sequencer: LongestFirst },
		setupFiles: ['tests/helpers/properties.ts'],
		projects: [
			{ extends: true, test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] } },
			// Builds the site once for all of its tests.
			{ extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: ['tests/site/global-setup.ts'] } },
		],
	},
});
