/** Why each direct dependency is here. A new one needs a line, or the tests fail: docs/dependencies.md is made from this. */
export const dependencyReasons: Readonly<Record<string, string>> = {
	'@astrojs/check': 'types in Astro templates',
	'@astrojs/markdown-satteri': 'the Markdown processor of Astro, with our headings and tables',
	'@astrojs/mdx': 'MDX pages; Starlight brings it, we set its version',
	'@astrojs/starlight': 'the documentation site: navigation, languages, accessibility',
	'@astrojs/sitemap': 'the sitemap; Starlight brings it, ours leaves out what is not to be indexed',
	'@expo-google-fonts/noto-sans-jp': 'letters for pictures that are drawn in the build; no page loads it',
	'@mozilla/readability': 'finds the article in a saved web page (ingest)',
	'@resvg/resvg-js': 'turns drawn cards into PNG in the build',
	'@sparticuz/chromium': 'the browser of the tests, with the libraries that it needs',
	'@textlint/kernel': 'runs the rules for Japanese prose (check)', '@textlint/textlint-plugin-text': 'the same, on plain text',
	'@types/d3-scale': 'types', '@types/hast': 'types', '@types/mdast': 'types', '@types/node': 'types',
	'@types/gettext-parser': 'types',
	'@xmldom/xmldom': 'XLIFF for translators',
	ajv: 'the data against their JSON Schemas, as others read them (tests)', 'ajv-formats': 'dates and addresses in these (tests)',
	astro: 'builds the site',
	'axe-core': 'finds barriers on pages (tests)',
	budoux: 'where a Japanese heading may break',
	'd3-scale': 'axes of pictures, in the build',
	'dictionary-en-gb': 'British spelling (check)',
	diff: 'shows what was edited by hand in a generated region',
	edtf: 'dates as sources give them (EDTF, ISO 8601-2)',
	'encoding-japanese': 'the encodings of old Japanese documents (ingest)',
	eslint: 'rules of the code',
	'eslint-plugin-astro': 'the same for Astro templates',
	'fast-check': 'what must hold for any input (tests)',
	feedsmith: 'reads the feeds as a feed reader does (tests)',
	'gettext-parser': 'PO files for translators',
	'html-validate': 'valid HTML (tests)',
	i18next: 'labels in the scripts; the one that Starlight uses',
	knip: 'finds what is no longer used',
	lighthouse: 'measures pages as a phone sees them (tests)',
	linkedom: 'HTML without a browser (ingest)',
	mammoth: 'text of Word documents (ingest)',
	'mdast-util-directive': 'reads and writes pages', 'mdast-util-from-markdown': 'reads pages', 'mdast-util-gfm': 'reads and writes tables', 'mdast-util-mdx': 'reads and writes components', 'mdast-util-to-markdown': 'writes pages',
	'micromark-extension-directive': 'reads pages', 'micromark-extension-gfm': 'reads tables', 'micromark-extension-mdxjs': 'reads components',
	node: 'the Node that Astro needs, on machines with an older one; the one package whose install script may run',
	nspell: 'reads that dictionary (check)',
	pagefind: 'the engine of the search',
	postcss: 'leaves out of style sheets what no page uses, in the build; the one that Vite uses', 'postcss-selector-parser': 'reads the selectors for it',
	'playwright-core': 'drives the browser of the tests',
	rolldown: 'takes the types out of the code of a build, makes Pagefind’s script smaller; Astro brings it, we set its version',
	satteri: 'reads pages for their Markdown twins; the second parser that pages are held against (tests)',
	'textlint-rule-preset-ja-technical-writing': 'rules for Japanese prose (check)',
	'schema-dts': 'the vocabulary of schema.org, which the data in the pages are held against (tests)',
	typescript: 'types',
	'typescript-eslint': 'rules of the code',
	unpdf: 'text of PDF documents (ingest)',
	vitest: 'runs the tests',
	yaml: 'reads seeds, with lines and columns for messages',
	zod: 'the shape of seeds and data, and their JSON Schemas',
};

export interface Dependency {
	readonly name: string;
	readonly version: string;
	readonly licence: string;
	/** Who keeps it: the owner of its repository. */
	readonly keeper: string;
	/** What it takes on the disk by itself, in kB. */
	readonly size: number;
	readonly isBuild: boolean;
}

const row = ({ name, version, licence, keeper, size }: Dependency): string => `| ${name} | ${version} | ${dependencyReasons[name] ?? ''} | ${licence} | ${size >= 1000 ? `${(size / 1000).toFixed(1)} MB` : `${size} kB`} | ${keeper} |`;
const table = (rows: readonly Dependency[]): string => ['| package | version | why | licence | size | kept by |', '| --- | --- | --- | --- | --- | --- |', ...rows.map(row)].join('\n');

/** `docs/dependencies.md`. */
export const dependenciesPage = (all: readonly Dependency[], scripts: Readonly<Record<string, boolean>>): string => `# Dependencies

Made by \`npm run dependencies\` from package.json, the installed packages and scripts/core/dependency-reasons.ts. Sizes are those of the package alone, on disk. Nothing here is loaded by a page but what the search takes from Pagefind.

Install scripts: \`npm ci --strict-allow-scripts\` (npm 11.19) stops where a package has one that is not decided on in \`allowScripts\` of package.json. Allowed: ${Object.keys(scripts).filter((name) => scripts[name]).join(', ') || 'none'}. Refused: ${Object.keys(scripts).filter((name) => !scripts[name]).join(', ') || 'none'}.

## In the build

${table(all.filter(({ isBuild }) => isBuild))}

## In commands and tests

${table(all.filter(({ isBuild }) => !isBuild))}
`;
