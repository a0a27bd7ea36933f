import { stringify } from 'yaml';
import { langs, localize } from '../../src/model/languages.ts';
import { statementKinds, statuses } from '../../src/model/vocabulary.ts';
import type { Entry, SearchCorpus } from '../../src/search/corpus.ts';
import { random, synthesize } from './synthetic.ts';

/** Seeds of any size, for measuring growth: the statements of {@link synthesize} in documents and sectors as real ones are. */

/** A sector is as large as the largest of the real ones; beyond that, there are more of them. */
const perSector = 250;
/** Of a hundred real statements so many carry a date, an amount, a note, a second sector. */
const share = { when: 0.5, amounts: 0.15, note: 0.15, also: 0.3 };

/**
 * @param real gives names and the shape of everything
 * @param size how many statements
 * @returns the files: path below the folder of the seeds → text
 */
export function synthesizeSeeds(real: SearchCorpus, size: number, seed = 3): Map<string, string> {
	const corpus = synthesize(real, size, seed);
	const next = random(seed);
	const chance = (of: number): boolean => next() < of;
	const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
	const sectors = Array.from({ length: Math.max(12, Math.ceil(size / perSector)) }, (_, index) => `sector-${index + 1}`);
	const files = new Map([
		['sectors.yaml', stringify(sectors.map((id, index) => ({ id, name: numbered('Sector', '分野', index), description: numbered('What belongs to sector', '次の分野に属する事柄：分野', index), priority: index < 5, related: [sectors[(index + 1) % sectors.length]] })), { lineWidth: 0 })],
		['glossary.yaml', stringify(corpus.entries.map(term), { lineWidth: 0 })],
		['differences.yaml', stringify([])],
	]);
	for (let from = 0, index = 0; from < size; index += 1) {
		const statements = corpus.statements.slice(from, from + between(50, 200));
		from += statements.length;
		// A document is about a few sectors.
		const about = Array.from({ length: between(2, 6) }, () => sectors[Math.floor(next() * sectors.length)] ?? '');
		const home = (): string => about[Math.floor(next() * about.length)] ?? '';
		const rows = statements.map(({ id, text, parties, places }, line) => {
			const sector = home();
			const also = about.filter((other) => other !== sector);
			const [year] = /20\d\d/.exec(text[langs[0]]) ?? [];
			const [, billions] = /¥(\d+) billion/.exec(text[langs[0]]) ?? [];
			return {
				id,
				lines: [line + 2, line + 2],
				sector,
				...(also[0] !== undefined && chance(share.also) ? { also: [also[0]] } : {}),
				kind: statementKinds[Math.floor(next() * statementKinds.length)],
				status: statuses[Math.floor(next() * statuses.length)],
				...(year !== undefined && chance(share.when) ? { when: year } : {}),
				parties: [...new Set(parties)],
				places: [...new Set(places)],
				...(billions !== undefined && chance(share.amounts * 3) ? { amounts: [{ value: `${billions} billion`, unit: 'JPY', money: 'investment', what: { en: 'the plan as reported', ja: '報道された計画' } }] } : {}),
				text,
				...(chance(share.note) ? { note: { en: 'The document does not say what came of it.', ja: '文書はその結果を記していない。' } } : {}),
			};
		});
		const id = `document-${index + 1}`;
		files.set(`documents/${id}.yaml`, stringify({
			id,
			kind: 'newspaper-article',
			language: 'en',
			title: numbered('Document', '文書', index),
			shortTitle: numbered('Document', '文書', index),
			published: { date: '2025', certainty: 'stated' },
			original: { file: `${id}.txt`, sha256: '0'.repeat(64), lines: statements.length + 2 },
			rights: { en: 'Made up.', ja: '架空の文書である。' },
			about: numbered('What is said in document', '次の文書の内容：文書', index),
			furniture: [{ lines: [1, 1], reason: 'title' }],
			statements: rows,
		}, { lineWidth: 0, aliasDuplicateObjects: false }));
	}
	return files;
}

const numbered = (en: string, ja: string, index: number): { en: string; ja: string } => ({ en: `${en} ${index + 1}`, ja: `${ja}${index + 1}` });

const term = ({ id, category, name, aliases, abbreviations, reading, romaji, misspellings }: Entry): unknown =>
	({ id, category, name, abbreviations, aliases: localize((lang) => aliases[lang]), reading, romaji, misspellings, rendering: 'unverified' });
