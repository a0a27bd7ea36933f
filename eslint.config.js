import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Parts that hold no I/O: they get values and give values. */
const pure = ['src/model/**/*.ts', 'scripts/core/**/*.ts'];

const restrict = (...patterns) => ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }];

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', '.astro/', '.cache/', 'content/'] },
	...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
	...astro.configs.recommended,
	{
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Code points are what a spread string is meant to give here.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
		},
	},
	{
		files: pure,
		rules: {
			'no-restricted-imports': restrict([['node:*', 'astro', 'astro:*', 'fs', 'path'], 'This part is pure: values in, values out. I/O lives in scripts/io and in the command lines.']),
			'no-restricted-globals': ['error', 'process', 'fetch'],
		},
	},
	{
		files: ['src/model/**/*.ts'],
		rules: { 'no-restricted-imports': restrict([['node:*', 'astro', 'astro:*', 'fs', 'path', '**/scripts/**', '**/site/**', '**/search/**', '**/components/**'], 'src/model stands on its own: everything else imports it.']) },
	},
	{
		files: ['scripts/core/**/*.ts'],
		rules: {
			'no-restricted-imports': restrict(
				[['node:*', 'astro', 'astro:*', 'fs', 'path'], 'This part is pure: values in, values out. I/O lives in scripts/io and in the command lines.'],
				[['**/io/**', '**/site/**', '**/search/**', '**/components/**'], 'scripts/core imports src/model and itself, nothing else of the project.'],
			),
		},
	},
	{
		files: ['src/site/**/*.ts', 'src/built/**/*.ts', 'src/search/**/*.ts', 'src/components/**/*'],
		rules: { 'no-restricted-imports': restrict([['**/scripts/**'], 'The site and the scripts meet only in the files under content/.']) },
	},
);
