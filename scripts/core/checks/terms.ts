import { langs, scripts, type Lang, type Localized } from '../../../src/model/languages.ts';
import type { Term } from '../../../src/model/seed.ts';
import { compare, type Issue } from '../issue.ts';
import type { Passage } from './passages.ts';

/** Finds glossary entries in texts, the longest name first, so that “India” in “Reserve Bank of India” is the bank. */
export class NameFinder {
	readonly #pattern: Localized<RegExp>;
	readonly #ids: Localized<Map<string, Set<string>>>;

	constructor(glossary: readonly Term[]) {
		// A misspelt name is reported as such. Abbreviations are known by their capitals: UP is a state, and up is not.
		const names = (term: Term, lang: Lang): string[] => [...[term.name[lang], ...term.aliases[lang], ...term.misspellings].filter((name) => !isAbbreviation(name)).map(fold), ...[...term.abbreviations, ...[term.name[lang], ...term.aliases[lang]].filter(isAbbreviation)].map(width)];
		const ids = langs.map((lang) => {
			const byName = new Map<string, Set<string>>();
			for (const term of glossary) for (const name of names(term, lang)) byName.set(name, (byName.get(name) ?? new Set()).add(term.id));
			return [lang, byName] as const;
		});
		this.#ids = Object.fromEntries(ids) as Localized<Map<string, Set<string>>>;
		this.#pattern = Object.fromEntries(ids.map(([lang, byName]) => [lang, anyOf([...new Set([...byName.keys()].map(fold))])])) as Localized<RegExp>;
	}

	/** The names in a text, each with the entries that have it. */
	in(text: string, lang: Lang): { readonly ids: ReadonlySet<string>; readonly offset: number; readonly name: string }[] {
		const [folded, written] = [fold(text), width(text)];
		const ids = this.#ids[lang];
		return [...folded.matchAll(this.#pattern[lang])].flatMap(({ 0: name, index }) => {
			const asWritten = written.slice(index, index + name.length);
			const entries = ids.get(singular(asWritten, ids)) ?? ids.get(singular(name, ids));
			return entries ? [{ ids: entries, offset: index, name: text.slice(index, index + name.length) }] : [];
		});
	}
}

const isAbbreviation = (name: string): boolean => /^[A-Z][A-Za-z]*[A-Z0-9]+$/.test(name);

/** Width apart; the length stays, so that offsets do. */
const width = (text: string): string => [...text].map((character) => same(character, character.normalize('NFKC'))).join('');

/** Width and case apart. */
const fold = (text: string): string => [...width(text)].map((character) => same(character, character.toLowerCase())).join('');

const same = (character: string, changed: string): string => (changed.length === character.length ? changed : character);

const singular = (name: string, known: ReadonlyMap<string, unknown>): string => (known.has(name) ? name : name.replace(/s$/, ''));

function anyOf(names: readonly string[]): RegExp {
	const alternatives = [...names].sort((a, b) => b.length - a.length || compare(a, b)).map((name) => {
		const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
		return `${/^[a-z0-9]/.test(name) ? '(?<![a-z0-9])' : ''}${literal}${/[a-z]$/.test(name) ? 's?(?![a-z0-9])' : /\d$/.test(name) ? '(?![a-z0-9])' : ''}`;
	});
	return new RegExp(alternatives.join('|') || '(?!)', 'gu');
}

/** What one text names and the other says in common words as often as not: “Japanese” and 日本の, “lithium” in リチウムイオン電池. */
const looseCategories: ReadonlySet<string> = new Set(['country', 'term']);

/**
 * Entries of the glossary that a statement names in one language and not in another: the reader of the other would look
 * for them in vain.
 */
export function termIssues(texts: Localized<Passage>, finder: NameFinder, termById: ReadonlyMap<string, Term>): Issue[] {
	const found = Object.fromEntries(langs.map((lang) => [lang, finder.in(texts[lang].text, lang)])) as Localized<ReturnType<NameFinder['in']>>;
	const reported = new Set<string>();
	return langs.flatMap((lang) => langs.filter((other) => other !== lang).flatMap((other) => {
		const answers = new Set(found[other].flatMap(({ ids }) => [...ids]));
		return found[lang].flatMap(({ ids, offset, name }): Issue[] => {
			const terms = [...ids].map((id) => termById.get(id)).filter((term) => term !== undefined);
			const [term] = terms;
			if (!term || terms.some(({ id, within }) => answers.has(id) || answers.has(within ?? '')) || terms.some(({ category }) => looseCategories.has(category)) || reported.has(term.id)) return [];
			// A part may be named for the whole: “IIT Hyderabad” where the other text has the institute's full name.
			if (terms.some(({ id }) => [...answers].some((answer) => termById.get(answer)?.within === id))) return [];
			// The other text has the name inside a longer one, カーンプル for “IIT Kanpur”: it is the longer one that is not named here, and said.
			if (isInsideLonger(term, found[other], termById, other)) return [];
			// “The memorandum” is enough of a name for a Memorandum of Understanding.
			const [head = ''] = term.name[other].split(' ');
			if (term.category === 'agreement' && head !== term.name[other] && texts[other].text.toLowerCase().includes(head.toLowerCase())) return [];
			reported.add(term.id);
			const theirs = [term.name[other], ...term.aliases[other], ...term.abbreviations].slice(0, 3).map((each) => `“${each}”`).join(', ');
			return [{ ...texts[lang].at(offset), code: 'term-unnamed', found: `“${name}” of the \`${lang}\` text, which the \`${other}\` text does not name`, expected: `one of its names there: ${theirs}`, fix: 'name it in both texts, or add the name that the other text uses to `aliases` in glossary.yaml' }];
		});
	}));
}

/** Whether a text has a name of an entry only inside the name of another entry, for which it has to answer as well. */
function isInsideLonger(term: Term, found: ReturnType<NameFinder['in']>, termById: ReadonlyMap<string, Term>, lang: Lang): boolean {
	const names = [term.name[lang], ...term.aliases[lang]].map(fold);
	return found.some(({ ids, name }) => names.some((each) => fold(name).includes(each)) && [...ids].every((id) => id !== term.id && !looseCategories.has(termById.get(id)?.category ?? 'term')));
}

/** Misspellings that the glossary lists. They are for the search, never for a text of ours. */
export function misspeltNames(passages: readonly Passage[], glossary: readonly Term[]): Issue[] {
	const right = new Map(glossary.flatMap((term) => term.misspellings.map((form) => [form, term] as const)));
	const correct = new Set(glossary.flatMap((term) => langs.flatMap((lang) => [term.name[lang], ...term.aliases[lang]])));
	const forms = [...right.keys()].filter((form) => !correct.has(form)).sort((a, b) => b.length - a.length);
	if (forms.length === 0) return [];
	const pattern = new RegExp(forms.map((form) => {
		const literal = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
		return scripts.Jpan.test(form) ? literal : `(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`;
	}).join('|'), 'gu');
	return passages.filter(({ isProse, kind, field }) => (isProse || kind === 'page') && field !== 'note').flatMap((passage) => [...passage.text.matchAll(pattern)].flatMap(({ 0: form, index }): Issue[] => {
		const term = right.get(form);
		// A difference may say which form a source prints, in quotes. Notes are left out: they are where slips are told.
		if (!term || /[“"「『]$/.test(passage.text.slice(0, index))) return [];
		return [{ ...passage.at(index), code: 'misspelt-name', found: `“${form}”, which glossary.yaml lists as a misspelling`, expected: `the name of \`${term.id}\``, fix: `write “${term.name[passage.lang]}”` }];
	}));
}
