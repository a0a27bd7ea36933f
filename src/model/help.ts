import { z } from 'zod';
import { langs, type Lang } from './languages.ts';

/**
 * The help for one rule (`content/rules/<code>.yaml`): what it wants and why, and examples that are its tests. The page
 * of help is made from it.
 */

const localized = z.strictObject(Object.fromEntries(langs.map((lang) => [lang, z.string().min(1)])) as Record<Lang, z.ZodString>);

/** Path → text. */
const files = z.record(z.string(), z.string());

export const ruleExampleSchema = z.strictObject({
	/** The file that holds the mistake; left out where the mistake is not in what a file says (a file that is missing). */
	file: z.string().optional(),
	/** A whole page, or the part of a seed or a catalogue that differs. */
	bad: z.string().optional(),
	good: z.string().optional(),
	/** The encoding that the bad text is saved in. */
	encoding: z.string().optional(),
	/** Other files, as they stand beside both. */
	beside: files.optional(),
	/** And beside the mistake only. */
	besideBad: files.optional(),
	/** What the check prints, in each language. */
	report: localized,
});

/** What the rules are about, in the order of the page. */
export const ruleGroups = ['files', 'fields', 'references', 'sources', 'languages', 'pages', 'wording'] as const;

export type RuleGroup = (typeof ruleGroups)[number];

export const ruleHelpSchema = z.strictObject({
	group: z.enum(ruleGroups),
	/** Place on the page. */
	order: z.int(),
	title: localized,
	why: localized,
	examples: z.array(ruleExampleSchema).min(1),
});

export type RuleHelp = z.output<typeof ruleHelpSchema>;
export type RuleExample = z.output<typeof ruleExampleSchema>;
