import { z } from 'zod';
import { navigationSections } from '../../../src/model/vocabulary.ts';
import type { Issue } from '../issue.ts';
import { schemaIssues } from '../schema-issues.ts';
import type { Page } from './page.ts';

const text = z.string().min(1);
const link = z.union([z.boolean(), text, z.strictObject({ link: text.optional(), label: text.optional() })]);

/**
 * What stands at the head of a page. Starlight reports what is wrong there at the build, at 0:0; the fields are its own,
 * `view`, which says what sort of page it is, `orderOf` of a page that convert makes, the view that it is an order of, and `partOf`, the page that it is a part of.
 */
const frontMatterSchema = z.looseObject({
	title: text.meta({ description: 'The heading of the page.' }),
	description: text.optional(),
	view: text.optional(),
	navigation: z.enum(navigationSections).optional(),
	orderOf: text.optional(),
	partOf: text.optional(),
	sidebar: z.looseObject({ order: z.number().optional(), label: text.optional(), hidden: z.boolean().optional() }).optional(),
	tableOfContents: z.union([z.boolean(), z.looseObject({ minHeadingLevel: z.int().optional(), maxHeadingLevel: z.int().optional() })]).optional(),
	prev: link.optional(),
	next: link.optional(),
	pagefind: z.boolean().optional(),
	draft: z.boolean().optional(),
	template: z.enum(['doc', 'splash']).optional(),
	editUrl: z.union([z.boolean(), z.url()]).optional(),
	lastUpdated: z.union([z.boolean(), text]).optional(),
});

/** Fields of Starlight that have a form of their own, and those that parts of this site read. */
const further = ['slug', 'head', 'hero', 'banner', 'image', 'card'];

/** What is wrong in the front matter: its YAML, its fields, a title that is missing. */
export function frontMatterIssues(page: Page): Issue[] {
	const { frontMatter, fields } = page;
	if (!frontMatter) {
		const open = /^---[ \t]*\r?$/m.exec(page.text)?.index === 0;
		return [open
			? { ...page.at(endOfFields(page.text)), code: 'yaml-syntax', found: 'front matter that does not end', expected: 'valid YAML', fix: 'write a line of `---` here, below the last field' }
			: { ...page.at(0), code: 'missing-field', found: 'no front matter', expected: 'a title', fix: 'begin the page with a line of `---`, a line `title: …`, and another line of `---`' }];
	}
	const syntax = frontMatter.issues.filter(({ code }) => code === 'yaml-syntax' || code === 'not-well-formed');
	if (syntax.length > 0) return syntax;
	const { shape } = frontMatterSchema;
	const schema = z.strictObject({ ...shape, ...Object.fromEntries(further.map((name) => [name, z.unknown().optional()])) });
	const result = schema.safeParse(frontMatter.data ?? {});
	const issues = result.error ? schemaIssues(result.error, schema, frontMatter) : [];
	// Its place is that of the mapping, which begins below the dashes.
	return issues.map((issue) => (issue.line === 1 && Object.keys(fields).length === 0 ? { ...issue, line: 1, column: 1 } : issue));
}

/** Where front matter was to end: at the first line after the dashes that is no field, nor a part of one. */
function endOfFields(text: string): number {
	const [fields = ''] = /^---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t]+\S|#|- ).*\r?\n)*/.exec(text) ?? [];
	return Math.min(fields.length, Math.max(0, text.length - 1));
}
