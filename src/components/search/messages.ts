/**
 * The words that the script of the search needs: a file of the page's language, which comes with the script, put together
 * here. A whole catalogue and i18next would weigh more than the search itself, and on every page these would too.
 */
export type Catalogue = Readonly<Record<string, string>>;

/** `{ search: { count_one: '…' }, status: { signed: '…' } }`: keys of the catalogue, cut at their first dot. */
export type Messages = Readonly<Record<string, Catalogue>>;

/** A message with its `{{values}}` filled in; `count` also chooses the plural form. The values are text, never markup. */
export type Say = (group: string, key: string, values?: Readonly<Record<string, string | number>>) => string;

const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/**
 * Takes out of a catalogue what a component needs, plural forms included.
 * @example pick({ 'search.count_other': '{{count}}件', 'nav.about': '…' }, { search: ['count'] }) // => { search: { count_other: '{{count}}件' } }
 */
export function pick(catalogue: Catalogue, wanted: Readonly<Record<string, readonly string[]>>): Messages {
	const entries = Object.entries(catalogue);
	return Object.fromEntries(
		Object.entries(wanted).map(([group, keys]) => [
			group,
			Object.fromEntries(
				entries
					.map(([key, value]) => [key.slice(group.length + 1), value, key.startsWith(`${group}.`)] as const)
					.filter(([key, , isOfGroup]) => isOfGroup && keys.includes(key.replace(pluralForm, '')))
					.map(([key, value]) => [key, value]),
			),
		]),
	);
}

/** @param tag language of the messages: it decides on plural forms and on how numbers are written */
export function speaker(messages: Messages, tag: string): Say {
	const plurals = new Intl.PluralRules(tag);
	const numbers = new Intl.NumberFormat(tag);
	return (group, key, values = {}) => {
		const { count } = values;
		const forms = messages[group] ?? {};
		const form = typeof count === 'number' ? (forms[`${key}_${plurals.select(count)}`] ?? forms[`${key}_other`]) : undefined;
		return (form ?? forms[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
			const value = values[name] ?? '';
			return typeof value === 'number' ? numbers.format(value) : value;
		});
	};
}
