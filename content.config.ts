import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
// Not of `astro:content`: that brings with it all that draws pages.
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { langs } from './src/model/languages.ts';
import { navigationSections } from './src/model/vocabulary.ts';
import { ruleHelpSchema } from './src/model/help.ts';
import { evaluated } from './src/site/evaluated-pages.ts';
import { views } from './src/site/navigation.ts';
import { madeOnce } from './src/site/made-once.ts';
import { inEveryLanguage } from './src/site/one-language.ts';
import { unwatched } from './src/site/unwatched.ts';

export const collections = {
	docs: defineCollection({
		loader: inEveryLanguage(evaluated(unwatched(docsLoader()))),
		schema: madeOnce(docsSchema({
			extend: z.object({
				/** What sort of page it is: it decides what stands around the content and what the search index takes from it. */
				view: z.enum(views).default('page'),
				/** The part of the navigation that a page written by hand stands in; its place there is `sidebar.order`. */
				navigation: z.enum(navigationSections).optional(),
				/** Never written by hand: the page, below the language, whose list this page holds in another order. */
				orderOf: z.string().optional(),
				/** The page, below the language, that this page is a part of: convert writes it for lists that one page cannot hold. */
				partOf: z.string().optional(),
				/** Never written by hand: the language in which the page exists, where this one is only a notice. */
				onlyIn: z.enum(langs).optional(),
			}),
		})),
	}),
	/** The help for every rule of `npm run check`. */
	rules: defineCollection({ loader: unwatched(glob({ base: './content/rules', pattern: '*.yaml' })), schema: ruleHelpSchema }),
	i18n: defineCollection({ loader: unwatched(i18nLoader()), schema: i18nSchema() }),
};
