import type { SourceDocument } from '../../../src/model/seed.ts';
import { amountKey } from './amounts.ts';
import { fold } from './clean.ts';
import { alsoSectors } from './draft.ts';
import { accountFor, type ProposedStatement, type Proposals } from './ingest.ts';

/** Holds proposals against what a person worked out by hand. */

/** Right ones, and how many were proposed and expected. */
export interface Count {
	right: number;
	proposed: number;
	expected: number;
}

export const measures = ['lines covered', 'statement boundaries', 'primary sector', 'acceptable sector', 'sector among proposed', 'kind', 'status', 'dates', 'amounts', 'glossary links', 'furniture', 'headings', 'metadata'] as const;
export type Measure = (typeof measures)[number];
export type Score = Record<Measure, Count> & { readonly misses: string[] };

export const precision = ({ right, proposed }: Count): number => (proposed === 0 ? 1 : right / proposed);
export const recall = ({ right, expected }: Count): number => (expected === 0 ? 1 : right / expected);
export function f1(count: Count): number {
	const [p, r] = [precision(count), recall(count)];
	return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

export function emptyScore(): Score {
	return { ...(Object.fromEntries(measures.map((measure) => [measure, { right: 0, proposed: 0, expected: 0 }])) as Record<Measure, Count>), misses: [] };
}

export function addScore(sum: Score, score: Score): void {
	for (const measure of measures) for (const part of ['right', 'proposed', 'expected'] as const) sum[measure][part] += score[measure][part];
	sum.misses.push(...score.misses);
}

/** One expected statement, as the fixtures have it. */
export interface Expected {
	readonly text: string;
	readonly lines?: readonly [number, number];
	readonly sector: string;
	/** Sectors that a second reader might have chosen as well. */
	readonly acceptable?: readonly string[];
	readonly when: readonly string[];
	readonly amounts: readonly string[];
	readonly links: readonly string[];
	readonly kind?: string;
	readonly status?: string;
}

export interface ExpectedDocument {
	readonly language: string;
	readonly title?: string;
	readonly author?: string;
	readonly publisher?: string;
	readonly published?: string;
	readonly headings?: readonly number[];
	readonly headingTexts?: readonly string[];
	readonly furniture?: Readonly<Record<string, string>>;
	readonly furnitureTexts?: readonly string[];
	readonly statements: readonly Expected[];
}

const linksOf = ({ references }: ProposedStatement): string[] => Object.values(references).flat().map(({ id }) => id);

/** Pairs of neighbouring characters that two passages share. */
function likeness(a: string, b: string): number {
	const grams = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
	const [left, right] = [grams(fold(a)), grams(fold(b))];
	const shared = [...left].filter((gram) => right.has(gram)).length;
	return shared / Math.max(1, Math.min(left.size, right.size)) + shared / Math.max(1, left.size + right.size);
}

const compareSets = (count: Count, proposed: readonly string[], expected: readonly string[], say: (word: string) => void): void => {
	const [got, wanted] = [new Set(proposed), new Set(expected)];
	count.proposed += got.size;
	count.expected += wanted.size;
	for (const item of wanted) {
		if (got.has(item)) count.right += 1;
		else say(`missing ${item}`);
	}
	for (const item of got) if (!wanted.has(item)) say(`extra ${item}`);
};

const tally = (count: Count, isRight: boolean): void => {
	count.proposed += 1;
	count.expected += 1;
	if (isRight) count.right += 1;
};

function common(score: Score, proposals: Proposals): void {
	const spans = accountFor(proposals).filter(({ fate }) => fate !== 'blank');
	score['lines covered'] = { right: spans.filter(({ fate }) => fate !== 'lost').length, proposed: spans.length, expected: spans.length };
}

function labels(score: Score, statement: ProposedStatement, { sector, acceptable = [], kind, status }: { sector: string; acceptable?: readonly string[] | undefined; kind?: string | undefined; status?: string | undefined }, where: string): void {
	const first = statement.sectors[0]?.value;
	tally(score['primary sector'], first === sector);
	tally(score['acceptable sector'], first === sector || (first !== undefined && acceptable.includes(first)));
	tally(score['sector among proposed'], first === sector || alsoSectors(statement).includes(sector));
	if (first !== sector) score.misses.push(`${where} sector: ${first ?? 'none'} (+ ${alsoSectors(statement).join(', ')}), expected ${sector}: ${statement.original.slice(0, 70)}`);
	if (kind !== undefined) tally(score.kind, statement.kind.value === kind);
	if (status !== undefined) tally(score.status, statement.status.value === status);
	if (status !== undefined && statement.status.value !== status) score.misses.push(`${where} status: ${statement.status.value}, expected ${status}: ${statement.original.slice(-70)}`);
}

/** A fixture: statements are matched by their exact words. */
export function scoreFixture(name: string, proposals: Proposals, expected: ExpectedDocument): Score {
	const score = emptyScore();
	common(score, proposals);
	const left = [...proposals.statements];
	const pairs = expected.statements.map((statement) => {
		const at = left.findIndex(({ original, lines }) => fold(original) === fold(statement.text) && (statement.lines === undefined || statement.lines.join() === lines.join()));
		return { statement, match: at < 0 ? undefined : left.splice(at, 1)[0] };
	});
	score['statement boundaries'] = { right: pairs.filter(({ match }) => match).length, proposed: proposals.statements.length, expected: expected.statements.length };
	for (const { statement, match } of pairs) {
		const where = `${name}:${statement.lines?.[0] ?? '?'}`;
		if (!match) score.misses.push(`${where} boundary: ${statement.text.slice(0, 80)}`);
		const near = match ?? left.filter((other) => likeness(other.original, statement.text) > 0.9).sort((a, b) => likeness(b.original, statement.text) - likeness(a.original, statement.text))[0];
		if (near && !match) left.splice(left.indexOf(near), 1);
		compareSets(score.dates, near?.when.map(({ edtf }) => edtf) ?? [], statement.when, (word) => score.misses.push(`${where} date: ${word}`));
		compareSets(score.amounts, near?.amounts.map(amountKey) ?? [], statement.amounts, (word) => score.misses.push(`${where} amount: ${word}`));
		compareSets(score['glossary links'], near ? linksOf(near) : [], statement.links, (word) => score.misses.push(`${where} link: ${word}: ${statement.text.slice(0, 40)}`));
		if (near) labels(score, near, statement, where);
	}
	for (const other of left) {
		score.misses.push(`${name}:${other.lines[0]} boundary: extra ${other.original.slice(0, 80)}`);
		compareSets(score.dates, other.when.map(({ edtf }) => edtf), [], () => undefined);
		compareSets(score.amounts, other.amounts.map(amountKey), [], () => undefined);
	}
	const textAt = new Map(proposals.lines.map(({ number, raw }) => [number, raw]));
	const bare = (line: number): string => fold(textAt.get(line) ?? '');
	const furniture = proposals.furniture.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)).filter((line) => (textAt.get(line) ?? '').trim() !== '');
	const wanted = expected.furnitureTexts?.map(fold) ?? Object.keys(expected.furniture ?? {});
	compareSets(score.furniture, furniture.map((line) => (expected.furnitureTexts ? bare(line) : String(line))).filter((word) => word !== ''), wanted, (word) => score.misses.push(`${name} furniture: ${word}`));
	compareSets(score.headings, proposals.headings.map(({ line, text }) => (expected.headingTexts ? fold(text) : String(line))), expected.headingTexts?.map(fold) ?? (expected.headings ?? []).map(String), (word) => score.misses.push(`${name} heading: ${word}`));
	const { metadata } = proposals;
	for (const field of ['language', 'title', 'author', 'publisher', 'published'] as const) if (expected[field] !== undefined) {
		tally(score.metadata, metadata[field] === expected[field]);
		if (metadata[field] !== expected[field]) score.misses.push(`${name} ${field}: ${metadata[field] ?? 'none'}`);
	}
	return score;
}

/** A finished seed: its texts are in our own words, so statements are matched by their lines. */
export function scoreSeed(name: string, proposals: Proposals, seed: SourceDocument): Score {
	const score = emptyScore();
	common(score, proposals);
	const ranges = (list: readonly { lines: readonly [number, number] }[]): Map<string, number> => {
		const counts = new Map<string, number>();
		for (const { lines } of list) counts.set(lines.join('–'), (counts.get(lines.join('–')) ?? 0) + 1);
		return counts;
	};
	const [got, wanted] = [ranges(proposals.statements), ranges(seed.statements)];
	const right = [...wanted].reduce((sum, [range, count]) => sum + Math.min(count, got.get(range) ?? 0), 0);
	score['statement boundaries'] = { right, proposed: proposals.statements.length, expected: seed.statements.length };
	for (const range of new Set([...got.keys(), ...wanted.keys()])) if (got.get(range) !== wanted.get(range)) score.misses.push(`${name}:${range} boundary: ${got.get(range) ?? 0} proposed, ${wanted.get(range) ?? 0} expected`);
	for (const cluster of clusters([...proposals.statements, ...seed.statements].map(({ lines }) => lines))) {
		const inside = <T extends { lines: readonly [number, number] }>(list: readonly T[]): T[] => list.filter(({ lines: [from] }) => from >= cluster[0] && from <= cluster[1]);
		const [ours, theirs] = [inside(proposals.statements), inside(seed.statements)];
		const where = `${name}:${cluster.join('–')}`;
		compareSets(score.dates, ours.flatMap(({ when }) => when.map(({ edtf }) => edtf)), theirs.flatMap(({ when }) => when), (word) => score.misses.push(`${where} date: ${word}`));
		compareSets(score.amounts, ours.flatMap(({ amounts }) => amounts.map(amountKey)), theirs.flatMap(({ amounts }) => amounts.map(amountKey)), (word) => score.misses.push(`${where} amount: ${word}`));
		compareSets(score['glossary links'], ours.flatMap(linksOf), theirs.flatMap(({ parties, places, terms }) => [...parties, ...places, ...terms]), (word) => score.misses.push(`${where} link: ${word}`));
		for (const statement of theirs) {
			const text = statement.text[seed.language];
			const best = [...ours].sort((a, b) => likeness(b.original, text) - likeness(a.original, text))[0];
			if (best) labels(score, best, statement, `${where} ${statement.id}`);
		}
	}
	const lines = (list: readonly { lines: readonly [number, number] }[]): number[] => list.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
	compareSets(score.furniture, lines(proposals.furniture).map(String), lines(seed.furniture).map(String), (word) => score.misses.push(`${name} furniture: ${word}`));
	compareSets(score.headings, proposals.headings.map(({ line }) => String(line)), seed.headings.map(({ line }) => String(line)), (word) => score.misses.push(`${name} heading: ${word}`));
	tally(score.metadata, proposals.metadata.language === seed.language);
	tally(score.metadata, proposals.metadata.kind.value === seed.kind);
	if (seed.published.certainty === 'stated') tally(score.metadata, proposals.metadata.published === seed.published.date);
	return score;
}

/** Stretches of lines that no statement of either side leaves. */
function clusters(ranges: readonly (readonly [number, number])[]): [number, number][] {
	const merged: [number, number][] = [];
	for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
		const last = merged.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}
