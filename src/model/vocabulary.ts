/**
 * The closed lists of the data model. Each word has a label (and each status a definition) in both
 * catalogues of `content/i18n`; a test holds the catalogues to these lists.
 */

/** What sort of publication a source document is. */
export const documentKinds = [
	'government-fact-sheet',
	'think-tank-article',
	'newspaper-article',
	'trade-press-article',
	'web-summary',
] as const;

/** How sure we are of a document's date. */
export const certainties = ['stated', 'inferred', 'unknown'] as const;

/** Why lines of an original carry no fact. */
export const furnitureReasons = [
	'title',
	'byline',
	'heading',
	'table-head',
	'caption',
	'read-time',
	'comment-form',
	'end-mark',
	'page-number',
	'navigation',
	'notice',
	'no-fact',
	'duplicate',
] as const;

/** What a statement is about. The order is the order of the groups on a sector page. */
export const statementKinds = [
	'agreement',
	'project',
	'funding',
	'programme',
	'dialogue',
	'plan',
	'context',
] as const;

/**
 * How far a matter has come, as its source tells it and no further; from the firmest to the
 * least firm. The definitions that readers see are `status.<word>.definition` in the catalogues.
 */
export const statuses = [
	'signed',
	'established',
	'launched',
	'held',
	'under-way',
	'agreed',
	'announced',
	'planned',
	'proposed',
	'under-discussion',
	'expected',
	'reported',
	'stated',
] as const;

/** What a glossary entry names. */
export const categories = [
	'country',
	'organisation',
	'company',
	'person',
	'place',
	'programme',
	'agreement',
	'term',
] as const;

/** Which categories each reference field of a statement may name. */
export const referenceCategories = {
	parties: ['country', 'organisation', 'company', 'person'],
	places: ['country', 'place'],
	terms: ['programme', 'agreement', 'term'],
} as const satisfies Record<string, readonly Category[]>;

/** How far the two names of a glossary entry can be trusted. */
export const renderings = ['official', 'established', 'ours', 'unverified'] as const;

export const currencies = ['JPY', 'USD', 'INR', 'EUR'] as const;

/** What an amount is counted in: a currency, or a unit of measure or count. */
export const units = [
	...currencies,
	'MW',
	'GW',
	'GWh',
	'tonnes',
	'km',
	'percent',
	'companies',
	'people',
	'sites',
	'laboratories',
	'memoranda',
	'fields',
	'countries',
	'delegations',
	'times',
	'years',
] as const;

/** What a sum of money is. Sums of different kinds are never put on one scale. */
export const moneyKinds = ['investment', 'loan', 'subsidy', 'fund'] as const;

/** How the source bounds an amount. */
export const bounds = ['exact', 'up-to', 'at-least', 'more-than', 'about'] as const;

/** Whether the sources say different things, or say like things that are easily taken for one. */
export const differenceKinds = ['disagreement', 'confusion'] as const;

/** Parts of the navigation that a page written by hand may ask for. */
export const navigationSections = ['views', 'guide'] as const;

export type StatementKind = (typeof statementKinds)[number];
export type Status = (typeof statuses)[number];
export type Category = (typeof categories)[number];
export type DifferenceKind = (typeof differenceKinds)[number];
export type ReferenceField = keyof typeof referenceCategories;
export type Currency = (typeof currencies)[number];

/** What the seeds close: the id of a sector, and that of a country in the glossary. `npm run check` holds the attributes of components to them by these names. */
export type SectorId = string;
export type CountryId = string;
/** Several words of a closed list with spaces between them, as an attribute of a component has them. */
export type Words<Word extends string> = Word | `${Word} ${string}`;
