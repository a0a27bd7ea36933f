import { stringify } from 'yaml';
import { langs, languages, localize } from '../../src/model/languages.ts';
import { categories, certainties, documentKinds, navigationSections, renderings, statementKinds, statuses } from '../../src/model/vocabulary.ts';

/**
 * The beginnings of new files, in all languages. What a person must still write is `TODO`; `npm run check` refuses
 * it, with the place, until it is written.
 */

/** A file to make, or text to put at the end of one: path below the project → text. */
export interface Skeleton {
	readonly path: string;
	readonly text: string;
	/** Whether the text goes to the end of a file that exists. */
	readonly append: boolean;
}

export const todo = 'TODO';

/** A hand-written page, one file a language. @param slug such as `help/glossary` */
export const newPage = (slug: string): Skeleton[] =>
	langs.map((lang) => ({
		path: `content/docs/${languages[lang].tag}/${slug}.mdx`,
		append: false,
		text: `---\ntitle: ${todo}\ndescription: ${todo}\nnavigation: ${navigationSections.at(-1)} # ${navigationSections.join(' | ')}\n---\n\n${todo}\n\n## ${todo} {/* #first */}\n\n${todo}\n`,
	}));

/** A seed for a source document, with one statement to begin from. */
export function newSource(id: string): Skeleton[] {
	const both = localize(() => todo);
	const choice = (words: readonly string[]): string => words.join(' | ');
	const body = stringify(
		{
			id,
			kind: documentKinds[0],
			language: langs[0],
			title: both,
			shortTitle: both,
			published: { certainty: certainties.at(-1) },
			original: { file: `${id}.txt`, sha256: todo, lines: 1 },
			rights: both,
			about: both,
			statements: [{ id: `${id}-first`, lines: [1, 1], sector: todo, kind: statementKinds.at(-1), status: statuses.at(-1), text: both }],
		},
		{ aliasDuplicateObjects: false, lineWidth: 0 },
	)
		.replace(/^( +lines:)\n +- 1\n +- 1$/m, '$1 [1, 1]')
		.replace(/^kind: .*$/m, `$& # ${choice(documentKinds)}`)
		.replace(/^language: .*$/m, `$& # of the original: ${choice(langs)}`)
		.replace(/^( +certainty: .*)$/m, `$1 # with a date: ${choice(certainties.slice(0, -1))}`)
		.replace(/^( +kind: .*)$/m, `$1 # ${choice(statementKinds)}`)
		.replace(/^( +status: .*)$/m, `$1 # ${choice(statuses)}`);
	return [{ path: `seeds/documents/${id}.yaml`, append: false, text: `# yaml-language-server: $schema=../schema/document.schema.json\n${body}` }];
}

/** An entry of the glossary, at its end. */
export const newTerm = (id: string): Skeleton[] => [
	{
		path: 'seeds/glossary.yaml',
		append: true,
		text: `\n- id: ${id}\n  category: ${categories.at(-1)} # ${categories.join(' | ')}\n  name:\n${langs.map((lang) => `    ${lang}: ${todo}\n`).join('')}  reading: [${todo}] # of the Japanese name, in hiragana\n  rendering: ${renderings.at(-1)} # ${renderings.join(' | ')}\n`,
	},
];
