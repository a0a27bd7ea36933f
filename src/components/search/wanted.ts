import { categories, statementKinds, statuses } from '../../model/vocabulary.ts';
import { facetNames } from '../../search/types.ts';

/** The messages that the script of the search needs; keys of the catalogues without the first part. Read by the server only. */
export const wantedMessages = {
	search: [
		'count', 'recent', 'clearRecent', 'suggestion', 'corrected', 'nearest', 'loading', 'retry',
		// The list of a field
		'results', 'all', 'notCovered', 'unavailable', 'toSectors',
		// The search page
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
