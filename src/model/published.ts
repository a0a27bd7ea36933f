import { z } from 'zod';
import { langs, type Lang } from './languages.ts';
import { bounds, moneyKinds, statementKinds, statuses, units } from './vocabulary.ts';

/**
 * The data that the site publishes at `/data/`. The JSON Schema beside it is made from this,
 * and so are the columns of the CSV file.
 */

const perLang = <T extends z.ZodType>(make: (lang: Lang) => T): z.ZodObject<Record<Lang, T>> =>
	z.strictObject(Object.fromEntries(langs.map((lang) => [lang, make(lang)])) as Record<Lang, T>);

const localizedText = perLang(() => z.string().min(1));

const publishedAmountSchema = z.strictObject({
	value: z.number().optional().meta({ description: 'The figure; absent where the source gives a range.' }),
	from: z.number().optional().meta({ description: 'Lower end of a range.' }),
	to: z.number().optional().meta({ description: 'Upper end of a range.' }),
	bound: z.enum(bounds).meta({ description: 'How the source bounds the figure.' }),
	unit: z.enum(units).meta({ description: 'A currency (ISO 4217), or a unit of measure or count.' }),
	money: z.enum(moneyKinds).optional().meta({ description: 'What kind of money it is. Sums of different kinds or currencies must not be added up.' }),
	what: localizedText.meta({ description: 'What the figure measures.' }),
});

const shared = {
	id: z.string().meta({ description: 'Permanent identifier, and the fragment of the statement’s address.' }),
	source: z.string().meta({ description: 'The source document: its page is <language>/sources/<source>/.' }),
	lines: z.tuple([z.int().min(1), z.int().min(1)]).meta({ description: 'First and last line of the original, counted from 1, both included.' }),
	sector: z.string().meta({ description: 'The sector whose page is the statement’s home.' }),
	sectors: z.array(z.string()).meta({ description: 'All sectors it concerns, its home first.' }),
	kind: z.enum(statementKinds).meta({ description: 'What it is about.' }),
	status: z.enum(statuses).meta({ description: 'How far the matter has come, as the source tells it and no further.' }),
	when: z.array(z.string()).meta({ description: 'EDTF (ISO 8601-2) dates and intervals that the source states.' }),
	parties: z.array(z.string()).meta({ description: 'Glossary ids of the countries, organisations, companies and people that act in it.' }),
	places: z.array(z.string()).meta({ description: 'Glossary ids of the places.' }),
	terms: z.array(z.string()).meta({ description: 'Glossary ids of the programmes, agreements and terms it names.' }),
	amounts: z.array(publishedAmountSchema),
	text: localizedText.meta({ description: 'The fact in the guide’s own words.' }),
	note: localizedText.optional().meta({ description: 'An editor’s note, which is not the source’s statement.' }),
	sameAs: z.string().optional().meta({ description: 'The statement that tells the same fact and is shown for both.' }),
};

/** `content/data/statements.json`, which convert writes. */
export const statementsFileSchema = z.object({
	statements: z.array(
		z.strictObject({
			...shared,
			path: perLang(() => z.string()).meta({ description: 'Where the statement is on the site, without the base.' }),
		}),
	),
});

const publishedStatementSchema = z.strictObject({
	...shared,
	url: perLang(() => z.url()).meta({ description: 'Where the statement is on the site.' }),
});

export const publishedStatementsSchema = z.array(publishedStatementSchema);

export type StoredStatement = z.output<typeof statementsFileSchema>['statements'][number];
export type PublishedStatement = z.output<typeof publishedStatementSchema>;
