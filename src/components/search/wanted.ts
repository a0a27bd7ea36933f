import { categories, statementKinds, statuses } from '../../model/vocabulary.ts';
import { facetNames } from '../../search/types.ts';

/** Which messages each component embeds; keys of the catalogues without the first part. Read by the server only. */

const shared = ['count', 'recent', 'clearRecent', 'suggestion', 'corrected', 'nearest', 'loading', 'retry'];

export const listMessages = {
	search: [...shared, 'results', 'all', 'notCovered', 'unavailable', 'toSectors'],
	status: statuses,
	category: categories,
	view: ['page'],
};

export const pageMessages = {
	search: [
		...shared,
		'most', 'unknown', 'noneTitle', 'noneText', 'filteredTitle', 'filteredText', 'unavailableTitle', 'unavailableText',
		'more', 'shown', 'filters', 'filtersSet', 'clearFilters', 'allValues', 'fewerValues', 'removeFilter',
		...facetNames.map((name) => `facet-${name}`),
	],
	status: statuses,
	kind: statementKinds,
	category: categories,
	view: ['page'],
	list: ['separator'],
};
