import { otherLangs, type Lang } from '../model/languages.ts';
import type { Answered } from './answers.ts';
import { excerpt, markText, type Sought } from './marks.ts';
import type { Concept } from './query.ts';
import type { StoredRecord } from './records.ts';
import type { Passage, SearchResult } from './types.ts';

/** Records as a reader sees them: in the language of the page, with what was found marked. */

/** What to mark; of a concept that was cut, all its parts. Very common names beside rare ones are not worth a mark. */
export function soughtIn(answers: readonly Answered[]): Sought[] {
	const heaviest = Math.max(0, ...answers.map(({ weight }) => weight));
	const byConcept = new Map<Concept, Sought>();
	for (const { sought, weight, matches } of answers) {
		if (matches.size === 0 || weight < heaviest * 0.12) continue;
		const before = byConcept.get(sought.concept);
		byConcept.set(sought.concept, before ? { concept: sought.concept, parts: [...before.parts, ...sought.parts] } : sought);
	}
	return [...byConcept.values()];
}

/** @param lang of the page; where the record holds what was found in another language only, that is shown too */
export function toResult(record: StoredRecord, soughts: readonly Sought[], lang: Lang): SearchResult {
	const present = [lang, ...otherLangs(lang)].filter((each) => record.text[each] !== undefined);
	const own = present[0] ?? lang;
	const marked = (each: Lang): { passage: Passage; found: ReadonlySet<Concept> } => {
		const stored = record.text[each] ?? { text: '', named: [] };
		const { marks, found } = markText(stored.text, stored.named, soughts);
		return { passage: { lang: each, ...excerpt(stored.text, marks) }, found };
	};
	const first = marked(own);
	const others = present.slice(1).map(marked);
	// The other language is shown where it holds something of the question that the page's own does not.
	const other = others.find(({ found }) => [...found].some((concept) => !concept.light && !first.found.has(concept)));
	const found = { path: record.path[own] ?? '', passage: first.passage, ...(other ? { other: other.passage } : {}) };
	if (record.type === 'statement') {
		const { sector, source, date } = record.label[lang];
		return { ...found, type: 'statement', id: record.id, sector: record.sector, sectorLabel: sector, kind: record.kind, status: record.status, date, sourceLabel: source };
	}
	const title = (each: Lang): Passage => {
		const text = record.title[each] ?? '';
		const named = record.type === 'term' ? [[0, text.length, record.id] as const] : [];
		return { lang: each, text, marks: markText(text, named, soughts).marks };
	};
	if (record.type === 'page') return { ...found, type: 'page', title: title(own) };
	return { ...found, type: 'term', id: record.id, category: record.category, title: title(lang), otherTitle: title(otherLangs(lang)[0] ?? lang) };
}
