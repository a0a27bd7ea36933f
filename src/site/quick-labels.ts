import { isBuild } from './remembered.ts';

/**
 * Labels, worked out once. i18next takes some 40 µs for each, and a page asks for hundreds; what it would give for the
 * same label with other values differs in these values only.
 */

type Translate = (key: string, values?: object) => string;

/** Values that choose another label, or that i18next reads itself. */
const notPlain = new Set(['count', 'context', 'ordinal', 'ns', 'replace', 'defaultValue', 'returnObjects', 'joinArrays', 'postProcess', 'keyPrefix']);

/** What i18next escapes. */
const special = /[&<>"'/]/;

const mark = (index: number): string => `\u0001${index}\u0002`;

/**
 * @param t a label of i18next, with values or without
 * @param known what was worked out with the same `t` before
 */
export function quickLabels(t: Translate, known = new Map<string, string>()): Translate {
	return (key, values) => {
		const pattern = patternOf(key, values);
		if (pattern === undefined) return t(key, values);
		const { id, names } = pattern;
		let found = known.get(id);
		if (found === undefined) known.set(id, (found = t(key, values && { ...values, ...Object.fromEntries(names.map((name, index) => [name, mark(index)])) })));
		return names.length === 0 ? found : found.replace(/\u0001(\d+)\u0002/g, (_, index: string) => String((values as Record<string, unknown> | undefined)?.[names[Number(index)] ?? '']));
	};
}

/** The key with what chooses its words, and the names of the values that are put into them; nothing where only i18next knows. */
function patternOf(key: string, values: object | undefined): { id: string; names: string[] } | undefined {
	if (values === undefined) return { id: key, names: [] };
	const names: string[] = [];
	let id = key;
	const isEscaped = (values as { interpolation?: { escapeValue?: boolean } }).interpolation?.escapeValue !== false;
	for (const [name, value] of Object.entries(values) as [string, unknown][]) {
		if (notPlain.has(name)) return undefined;
		if (name === 'lng') id += `\0${String(value)}`;
		else if (name !== 'interpolation') {
			if ((typeof value !== 'string' && typeof value !== 'number') || (isEscaped && special.test(String(value)))) return undefined;
			names.push(name);
		}
	}
	return { id: `${id}\0${names.join(' ')}${isEscaped ? '' : '\0'}`, names };
}

const ofLanguages = new Map<string, App.Locals['t']>();

/** The labels of a page, as Starlight gives them; under the development server they may change. */
export function labelsOf(t: App.Locals['t'], lang: string | undefined): App.Locals['t'] {
	if (!isBuild) return t;
	let quick = ofLanguages.get(lang ?? '');
	if (!quick) ofLanguages.set(lang ?? '', (quick = Object.assign(quickLabels(t as Translate), { all: t.all, exists: t.exists, dir: t.dir }) as unknown as App.Locals['t']));
	return quick;
}
