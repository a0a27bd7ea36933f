import { z } from 'zod';
import { parseAmount } from './amount.ts';
import { isEdtf } from './edtf.ts';
import { langs, type Lang } from './languages.ts';
import {
	bounds,
	categories,
	certainties,
	currencies,
	differenceKinds,
	documentKinds,
	furnitureReasons,
	moneyKinds,
	renderings,
	statementKinds,
	statuses,
	units,
	type Currency,
} from './vocabulary.ts';

/**
 * The shape of the seed files, with the guidance an editor sees on hover (`.meta({ description })`
 * goes into the JSON Schemas of `seeds/schema/`). Types come from here; nothing describes a seed twice.
 */

/**
 * A rule of a field that the type alone does not say.
 * @param code the issue code
 * @param found what is wrong, as a clause
 * @param fix the edit to make
 * @param path the field to point at, below the one that has the rule
 */
const rule = (code: string, found: string, fix: string, ...path: string[]): { message: string; path: string[]; params: { code: string; fix: string } } => ({
	message: found,
	path,
	params: { code, fix },
});

/** What to write where a date or an amount is neither in any of its forms. */
export const dateForms = 'write it as 2024, 2024-11, 2024-11-05, an interval 2025-07-20/2025-07-26, ../2030 (by 2030) or 2019/.. (since 2019)';
export const amountForms = 'write a number of zero or more, with a scale word if you like: 60 billion, 10,500 crore, 600億';

const forEachLang = <T extends z.ZodType>(make: (lang: Lang) => T): Record<Lang, T> =>
	Object.fromEntries(langs.map((lang) => [lang, make(lang)])) as Record<Lang, T>;

const text = z
	.string()
	.refine((value) => value.trim() !== '', rule('missing-field', 'the text is empty', 'write the text'))
	.refine((value) => !/^TODO\b/.test(value), rule('still-to-do', 'the text is still to be written', 'write it in your own words'))
	.refine((value) => value === value.trim() || value.trim() === '', rule('bad-value', 'the text begins or ends with a space or a line break', 'remove it; a block begins with `>-`, not with `>` or `|`'));

/** The same text in every language. None may be missing. */
const localizedText = z
	.strictObject(forEachLang((lang) => text.meta({ description: `The text in ${lang}.` })))
	.meta({ description: 'The same text in every language; none may be missing.' });

/** Other names, listed a language. A language without any may be left out. */
const localizedNames = z
	.strictObject(forEachLang(() => z.array(text).default([])))
	.prefault({});

export const idSchema = z
	.string('bad-id')
	.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { message: 'bad-id' })
	.max(64);

const lineNumber = z.int().min(1);

/** First and last line of the original, both included, counted from 1. */
const lineRange = z
	.tuple([lineNumber, lineNumber])
	.refine(([from, to]) => from <= to, rule('bad-lines', 'the first line comes after the last', 'write [first, last]'));

/** A bare year is a number to YAML and a date to an editor. */
const edtf = z
	.union([z.string(), z.int()])
	.transform(String)
	.refine(isEdtf, rule('bad-date', 'it is no EDTF date', dateForms));

const quantity = z
	.union([z.number(), z.string()])
	.transform((value, context) => {
		const parsed = typeof value === 'number' ? value : parseAmount(value);
		if (parsed !== undefined && Number.isFinite(parsed) && parsed >= 0) return parsed;
		context.issues.push({ code: 'custom', input: value, ...rule('bad-amount', 'it is no amount', amountForms) });
		return z.NEVER;
	})
	.meta({ description: 'A number, or a number with the scale word of its source: 60 billion, 10,500 crore, 600億.' });

export const isCurrency = (unit: string): unit is Currency => (currencies as readonly string[]).includes(unit);

export const amountSchema = z
	.strictObject({
		value: quantity.optional().meta({ description: 'The figure. Leave it out where the source gives a range.' }),
		from: quantity.optional().meta({ description: 'Lower end of a range; goes with `to`.' }),
		to: quantity.optional().meta({ description: 'Upper end of a range; goes with `from`.' }),
		bound: z.enum(bounds).default('exact').meta({ description: 'How the source bounds the figure: up to, more than, about …' }),
		unit: z.enum(units).meta({ description: 'A currency, or a unit of measure or count.' }),
		money: z.enum(moneyKinds).optional().meta({ description: 'What kind of money it is; required for a currency. Different kinds are never added or drawn together.' }),
		what: localizedText.meta({ description: 'What the figure measures, in a few words.' }),
	})
	.refine(({ value, from, to }) => (value === undefined ? from !== undefined && to !== undefined : from === undefined && to === undefined), rule('bad-amount', 'an amount needs either `value`, or both `from` and `to`', 'give one or the other'))
	.refine(({ from, to }) => from === undefined || to === undefined || from < to, rule('bad-amount', '`from` is not below `to`', 'put the smaller figure first', 'from'))
	.refine(({ unit, money }) => !isCurrency(unit) || money !== undefined, rule('bad-amount', 'it is a currency, and there is no `money`', `add \`money:\` with what kind of money it is: ${moneyKinds.join(', ')}`, 'unit'))
	.refine(({ unit, money }) => isCurrency(unit) || money === undefined, rule('bad-amount', '`money` goes with a currency only', 'remove `money`, or correct the unit', 'money'));

export const statementSchema = z.strictObject({
	id: idSchema.meta({ description: 'Short, readable, unique over all documents, never reused: it is the permalink.' }),
	lines: lineRange.meta({ description: 'First and last line of the original that this statement rests on.' }),
	sector: idSchema.meta({ description: 'The sector whose page is the statement’s home: an id of sectors.yaml.' }),
	also: z.array(idSchema).default([]).meta({ description: 'Further sectors that it concerns.' }),
	kind: z.enum(statementKinds).meta({ description: 'What it is about.' }),
	status: z.enum(statuses).meta({ description: 'How far the matter has come as the source tells it. “Will sign” is never “signed”.' }),
	when: z
		.union([edtf, z.array(edtf)])
		.optional()
		.transform((value) => (value === undefined ? [] : [value].flat()))
		.meta({ description: 'EDTF dates and intervals that the source states, and no others: 2024-11, 2025-07-20/2025-07-26, ../2030 (by 2030), 2019/.. (since 2019).' }),
	parties: z.array(idSchema).default([]).meta({ description: 'Countries, organisations, companies and people that act in it: ids of glossary.yaml.' }),
	places: z.array(idSchema).default([]).meta({ description: 'Where it happens: ids of glossary.yaml.' }),
	terms: z.array(idSchema).default([]).meta({ description: 'Programmes, agreements and technical terms it names: ids of glossary.yaml.' }),
	amounts: z.array(amountSchema).default([]).meta({ description: 'The figures that the source gives, each with its unit. Nothing is added up or converted.' }),
	text: localizedText.meta({ description: 'The fact in our own words, in every language: the same tense, hedge and figures as the source.' }),
	note: localizedText.optional().meta({ description: 'An editor’s note, shown apart from what the source says.' }),
	sameAs: idSchema.optional().meta({ description: 'The statement that tells the same fact and is shown for both.' }),
});

export const headingSchema = z.strictObject({ line: lineNumber.meta({ description: 'The line of the original that the heading stands on.' }), text: localizedText });
export const furnitureSchema = z.strictObject({
	lines: lineRange.meta({ description: 'First and last line of the original, both included.' }),
	reason: z.enum(furnitureReasons).meta({ description: 'Why the lines hold no fact. Remarks and notices of the publisher are `notice`.' }),
});

export const documentSchema = z.strictObject({
	id: idSchema.meta({ description: 'Also the file name, and the address of the source page.' }),
	kind: z.enum(documentKinds).meta({ description: 'What sort of document it is.' }),
	language: z.enum(langs).meta({ description: 'The language of the original.' }),
	title: localizedText,
	shortTitle: localizedText.meta({ description: 'For citations: publisher or paper, and what it is.' }),
	publisher: localizedText.optional().meta({ description: 'Left out where the original does not name one.' }),
	author: localizedText.optional().meta({ description: 'Left out where the original does not name one.' }),
	published: z
		.strictObject({
			date: edtf.optional().meta({ description: 'EDTF: 2025-08-29, 2025-08 or 2025.' }),
			certainty: z.enum(certainties).meta({ description: 'Whether the document states its date, we infer it, or it is unknown.' }),
			note: localizedText.optional(),
		})
		.refine((published) => (published.date === undefined) === (published.certainty === 'unknown'), rule('bad-value', '`date` and `certainty` do not fit', 'write `stated` or `inferred` with a date, and `unknown` without one', 'certainty'))
		.meta({ description: 'When the document was published.' }),
	original: z.strictObject({
		file: z.string().min(1).meta({ description: 'File name of the original, which is kept outside the repository.' }),
		sha256: z.string().regex(/^[0-9a-f]{64}$/, { message: 'bad-sha256' }).meta({ description: 'The SHA-256 of the original, by which anyone who holds it can check the lines.' }),
		lines: lineNumber.meta({ description: 'How many lines the original has.' }),
		url: z.url({ protocol: /^https?$/ }).optional().meta({ description: 'Where the original was published, if known.' }),
	}).meta({ description: 'The file that the lines are counted in.' }),
	rights: localizedText,
	about: localizedText.meta({ description: 'What the document is, and what we took from it, in two to four sentences.' }),
	note: localizedText.optional(),
	headings: z
		.array(headingSchema)
		.default([])
		.meta({ description: 'Headings of the original, which group its statements on the source page. Their lines need not be listed as furniture.' }),
	furniture: z
		.array(furnitureSchema)
		.default([])
		.meta({ description: 'Lines without a fact. Blank lines need not be listed.' }),
	statements: z.array(statementSchema).min(1).meta({ description: 'The facts of the document, in its order.' }),
});

export const sectorSchema = z.strictObject({
	id: idSchema.meta({ description: 'The address of the sector page.' }),
	name: localizedText,
	description: localizedText.meta({ description: 'One sentence: what belongs in this sector.' }),
	priority: z.boolean().meta({ description: 'Whether the two governments named it one of their five priority fields.' }),
	related: z.array(idSchema).default([]).meta({ description: 'Sectors that readers of this one may want next.' }),
});

export const termSchema = z.strictObject({
	id: idSchema.meta({ description: 'Short, readable, never reused: seeds name the entry by it.' }),
	category: z.enum(categories).meta({ description: 'It decides whether a statement names the entry under `parties`, `places` or `terms`.' }),
	name: localizedText.meta({ description: 'The official name in each language.' }),
	abbreviations: z.array(text).default([]).meta({ description: 'JBIC, METI …: as they are written, half-width.' }),
	aliases: localizedNames.meta({ description: 'Other names a reader may know or search: spelling variants, short and former names.' }),
	reading: z.array(text).default([]).meta({ description: 'Kana reading of the Japanese name, in hiragana.' }),
	romaji: z.array(text).default([]).meta({ description: 'The reading in Latin letters (Hepburn), where English readers search by it.' }),
	misspellings: z.array(text).default([]).meta({ description: 'Forms the sources print that are wrong; found by search, never shown as the name.' }),
	country: idSchema.optional().meta({ description: 'The country of an organisation, company, person or place: an id of this file.' }),
	within: idSchema.optional().meta({ description: 'The larger place or body it belongs to: an id of this file.' }),
	rendering: z.enum(renderings).meta({ description: 'How far the names can be trusted: official, established use, our own rendering, or unverified.' }),
	reference: text.optional().meta({ description: 'Where the rendering comes from.' }),
	note: localizedText.optional(),
});

export const differenceSchema = z.strictObject({
	id: idSchema.meta({ description: 'Its address on the page of differences.' }),
	kind: z.enum(differenceKinds).meta({ description: 'Sources disagree, or say like things that are easily confused.' }),
	title: localizedText,
	text: localizedText.meta({ description: 'What each source says, in neutral words.' }),
	statements: z.array(idSchema).min(1).meta({ description: 'The statements concerned; the difference is shown on each of their pages.' }),
	note: localizedText.optional().meta({ description: 'What is known from outside the sources, with its reference.' }),
	references: z.array(z.url({ protocol: /^https?$/ })).default([]).meta({ description: 'Web addresses that the note rests on.' }),
});

export const sectorsFileSchema = z.array(sectorSchema).min(1);
export const glossaryFileSchema = z.array(termSchema).min(1);
export const differencesFileSchema = z.array(differenceSchema);

export type Amount = z.output<typeof amountSchema>;
export type Statement = z.output<typeof statementSchema>;
export type SourceDocument = z.output<typeof documentSchema>;
export type Sector = z.output<typeof sectorSchema>;
export type Term = z.output<typeof termSchema>;
export type Difference = z.output<typeof differenceSchema>;
export type LocalizedText = z.output<typeof localizedText>;
