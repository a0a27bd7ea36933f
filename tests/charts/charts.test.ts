import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { langs, languages } from '../../src/model/languages.ts';
import { entries, sectorNames } from '../../src/site/charts/data.ts';
import { factsOf } from '../../src/site/charts/facts.ts';
import { columnLetter, largestRows, leastWidth, matrixScene, mostRows, type MatrixScene } from '../../src/site/charts/matrix.ts';
import { blocks, fitsOneByOne, groupsOf, largestGroups, mostNamed, networkScene } from '../../src/site/charts/network.ts';
import { labels, links, type Label, type Scene } from '../../src/site/charts/scene.ts';
import { reportedIn } from '../../src/site/charts/sources.ts';
import { labelBox, textWidth, wrap } from '../../src/site/charts/text.ts';
import { periodsOf, spanOf, timeAxis } from '../../src/site/charts/time.ts';
import { timelineScenes } from '../../src/site/charts/timeline.ts';
import { statements } from '../../src/site/statements.ts';

/** Pairs of labels that touch, and labels that leave the picture. */
function faults(scene: { readonly width: number; readonly height: number; readonly items: Scene['items'] }): string[] {
	const boxes = labels(scene).map((label) => ({ name: label.lines.join(' '), ...labelBox(label) }));
	const outside = boxes.filter(({ left, top, right, bottom }) => left < -1 || top < -1 || right > scene.width + 1 || bottom > scene.height + 1);
	const touching = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom).map((b) => `${a.name} × ${b.name}`));
	return [...outside.map(({ name }) => `outside: ${name}`), ...touching];
}

/** The labels of a matrix as they stand in a picture of some width, with a box for the longest bar of each column. */
function placed({ height, labels: names, columns, barsAt, barsWidth }: MatrixScene, width: number): Parameters<typeof faults>[0] {
	const share = width / columns.length;
	expect(barsAt + (share * barsWidth) / 100).toBeLessThanOrEqual(share);
	return { width, height, items: [...names, ...columns.flatMap((column, index) => column.labels.map((label): Label => ({ ...label, x: index * share + label.x, anchor: 'end' })))] };
}

const targets = (scene: Scene) => links(scene).map(({ items }) => items.find((item) => item.type === 'rect' && item.class === undefined)).filter((item) => item?.type === 'rect');

const date = fc.tuple(fc.integer({ min: 2015, max: 2035 }), fc.constantFrom('', '-02', '-11', '-06-30')).map(([year, rest]) => `${year}${rest}`);
const when = fc.oneof(date, date.map((end) => `../${end}`), date.map((start) => `${start}/..`), fc.constant('../2070'), fc.constant('../2047'));
const lane = fc.array(when, { minLength: 1, maxLength: 12 }).map((dates) => ({ label: 'Semiconductors & electronics', marks: dates.map((each, index) => ({ span: spanOf(each), href: `#${index}`, label: 'Signed', name: each, class: 'done' })) }));

describe('the timeline, for any dates', () => {
	test('draws each date once, with room for a finger, no label over another, in panels of one axis', () => {
		fc.assert(fc.property(fc.array(lane, { minLength: 1, maxLength: 5 }), (lanes) => {
			const scenes = timelineScenes(lanes, 'en');
			expect(scenes.flatMap(links)).toHaveLength(lanes.flatMap(({ marks }) => marks).length);
			expect(scenes.length).toBeLessThanOrEqual(2);
			const ticks = scenes.map(({ items }) => items.filter((item) => 'class' in item && item.class === 'tick'));
			for (const scene of scenes) {
				const inLanes = { ...scene, items: scene.items.filter((item) => !('class' in item && item.class === 'tick')) };
				expect(faults(inLanes).filter((fault) => fault.includes('×'))).toEqual([]);
				for (const target of targets(scene)) expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(24);
			}
			for (const each of ticks) expect(each).toEqual(ticks[0]);
			expect(timelineScenes(lanes, 'en')).toEqual(scenes);
		}), { numRuns: 60, examples: [[[{ label: 'Semiconductors & electronics', marks: [{ span: spanOf('2015'), href: '#0', label: 'Signed', name: '2015', class: 'done' }] }]]] });
	});

	test('time runs from left to right, and breaks are marked', () => {
		fc.assert(fc.property(fc.array(when, { minLength: 2, maxLength: 20 }), (dates) => {
			const spans = dates.map(spanOf);
			const axis = timeAxis(spans, 0, 600);
			const times = spans.flatMap(({ from, to }) => [from, to]).filter((time) => time !== null).sort((a, b) => a - b);
			const places = times.map((time) => axis.x(time));
			expect(places).toEqual([...places].sort((a, b) => a - b));
			expect(axis.breaks).toHaveLength(axis.stretches.length - 1);
		}));
	});

	test.each([['2025', 2025, 2026], ['2025-06', 2025 + 151 / 365, 2025 + 181 / 365], ['2025-07-20/2025-07-26', 2025 + 200 / 365, 2025 + 207 / 365]])('%s is as long as it says', (text, from, to) => {
		const span = spanOf(text);
		expect(span.from).toBeCloseTo(from, 6);
		expect(span.to).toBeCloseTo(to, 6);
	});

	test('an open end stays open', () => {
		expect([spanOf('../2030'), spanOf('2019/..')]).toMatchObject([{ from: null, to: 2031 }, { from: 2019, to: null }]);
	});
});

describe.each(langs)('real data in %s', (lang) => {
	const { tag } = languages[lang];
	const facts = factsOf(statements);

	test('counts: every fact stands in one row, no label touches another', () => {
		const rows = [...sectorNames].map(([id, name]) => ({ label: name[lang], counts: [facts.filter(({ sector }) => sector === id).length, 3, 0, 12] }));
		expect(rows.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0)).toBe(statements.filter(({ sameAs }) => sameAs === undefined).length);
		const scene = matrixScene({ rows, tag, columns: ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label, class: 'done' })) });
		for (const width of [leastWidth, 680]) expect(faults(placed(scene, width))).toEqual([]);
	});

	test.each([undefined, ...sectorNames.keys()])('who works with whom: every statement is one line, no name over another (%s)', (sector) => {
		const acts = (id: string): boolean => ['organisation', 'company'].includes(entries.get(id)?.category ?? '');
		const { together } = mostNamed(facts
			.filter(({ sectors }) => sector === undefined || sectors.includes(sector))
			.map((fact) => ({ href: `#${fact.id}`, name: fact.id, class: 'done', actors: fact.parties.filter(acts) }))
			.filter(({ actors }) => actors.length > 1));
		const actors = [...new Set(together.flatMap((each) => each.actors))].map((id) => ({ id, name: entries.get(id)?.name[lang] ?? id, short: entries.get(id)?.abbreviations[0], country: entries.get(id)?.country, href: `#${id}` }));
		const scene = networkScene(blocks(actors, together, ['japan', 'india']), tag, ['japan', 'india']);
		expect(links(scene).map(({ href }) => href).sort()).toEqual([...together, ...actors].map(({ href }) => href).sort());
		expect(faults(scene)).toEqual([]);
		for (const target of targets(scene)) expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(24);
	});
});

test('a picture of many organisations keeps those that most statements name', () => {
	const together = [['a', 'b', 'c'], ['a', 'b'], ['c', 'd'], ['e', 'f']].map((actors) => ({ actors }));
	expect(mostNamed(together, 6)).toEqual({ least: 1, together });
	expect(mostNamed(together, 3)).toEqual({ least: 2, together: [{ actors: ['a', 'b', 'c'] }, { actors: ['a', 'b'] }] });
	expect(mostNamed([], 1)).toEqual({ least: 1, together: [] });
});

test.each([
	['インディアン・', ['インディ', 'アン・']],
	['ファクトシート', ['ファクト', 'シート']],
	['アジアモーター', ['アジア', 'モーター']],
	['エクスプレス紙面', ['エクスプレス', '紙面']],
])('a word that is wider than a line is cut in even parts, and no line begins with what none may: %s', (word, lines) => {
	expect(wrap(word, 80, 'ja')).toEqual(lines);
});

test('counts: each that is not 0 has its number and its bar, the largest the longest', () => {
	const scene = matrixScene({ tag: 'en', columns: [{ label: 'a', class: 'done' }, { label: 'b', class: 'plain' }], rows: [{ label: 'One', counts: [4, 0] }, { label: 'Two', counts: [1, 1_234] }] });
	expect(scene.columns.map((column) => column.labels.map(({ lines: [text] }) => text))).toEqual([['A', '4', '1'], ['B', '1234']]);
	expect(scene.columns.map(({ bars }) => [...bars.matchAll(/h([\d.]+)/g)].map(([, length]) => Number(length)))).toEqual([[0.3, 0.1], [100]]);
	for (const width of [leastWidth, 680]) expect(faults(placed(scene, width))).toEqual([]);
	expect([0, 4].map(columnLetter)).toEqual(['A', 'E']);
});

test('more rows than a picture holds: those that count most keep their place, the others share the last', () => {
	const rows = Array.from({ length: 30 }, (_, index) => ({ label: `row ${index}`, counts: [index, 1] }));
	const shown = largestRows(rows, (count) => `${count} others`);
	expect(shown).toHaveLength(mostRows);
	expect(shown.slice(0, -1)).toEqual(rows.slice(11));
	expect(shown.at(-1)).toEqual({ label: '11 others', counts: [55, 11] });
	expect(largestRows(rows.slice(0, mostRows), String)).toEqual(rows.slice(0, mostRows));
});

test('more statements than a picture has lines: groups of organisations, those that most statements name together', () => {
	fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 300 }), (found) => {
		const together = found.map((ids) => ({ actors: ids.map(String), href: '#', name: 'a', class: 'done' }));
		const groups = groupsOf(together);
		expect(groups.reduce((sum, { statements: { length } }) => sum + length, 0)).toBe(together.length);
		const drawn = largestGroups(groups);
		expect(drawn.length).toBeGreaterThan(0);
		const actors = [...new Set(drawn.flatMap((group) => group.actors))];
		expect(actors.length).toBeLessThanOrEqual(30);
		const made = blocks(actors.map((id) => ({ id, name: `Organisation ${id}`, short: undefined, country: undefined, href: `#${id}` })), drawn.map((group, index) => ({ actors: group.actors, href: `#${index}`, name: String(index), class: 'done' })), []);
		const scene = networkScene(made, 'en', []);
		expect(faults(scene)).toEqual([]);
		for (const { x, width } of targets(scene)) expect(x + width).toBeLessThanOrEqual(scene.width);
		expect(fitsOneByOne(made, together.length)).toBe(together.length <= 48);
	}), { numRuns: 60 });
});

test('years that are many are put into periods of like length, each in one', () => {
	fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1500, max: 2200 }), { minLength: 1 }), (years) => {
		const periods = periodsOf(years);
		expect(periods.length).toBeLessThanOrEqual(24);
		for (const year of years) expect(periods.filter(({ first, last }) => first <= year && year <= last)).toHaveLength(1);
	}));
	expect(periodsOf([2025, 2019])).toEqual([{ first: 2019, last: 2019 }, { first: 2025, last: 2025 }]);
});

test('wrapped lines hold the whole text, none of them too wide', () => {
	fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'M', 'i', '東', 'ア', '・') }), { minLength: 1, maxLength: 8 }), fc.constantFrom(...langs), (words, lang) => {
		const text = words.join(' ');
		const lines = wrap(text, 90, languages[lang].tag);
		expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(90);
	}));
});

test('who reports what: each statement once in each column that it belongs to, and as many columns as stay legible', () => {
	const [example] = factsOf(statements);
	const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${letter}${index}`);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.tuple(fc.nat(4), fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 3 }))), (size, told) => {
			const [sectors, sources] = [ids('sector', 5), ids('source', size)];
			const facts = told.flatMap(([sector, by]) => (example ? [{ ...example, sector: `sector${sector}`, sources: [...new Set(by.map((each) => `source${each % size}`))] }] : []));
			const { columns, others, counts, bySource, fromOne } = reportedIn(facts, sectors, sources);
			expect([...columns, ...others].sort()).toEqual([...sources].sort());
			expect(columns.length + Math.min(1, others.length)).toBeLessThanOrEqual(5);
			if (size <= 5) expect(others).toEqual([]);
			for (const sector of sectors) {
				const mine = facts.filter((fact) => fact.sector === sector);
				expect(counts.get(sector)).toEqual([...columns.map((source) => [source]), ...(others.length > 0 ? [others] : [])].map((group) => mine.filter((fact) => fact.sources.some((source) => group.includes(source))).length));
			}
			for (const source of sources) expect(bySource.get(source)).toBe(facts.filter((fact) => fact.sources.includes(source)).length);
			for (const kept of columns) for (const other of others) expect(bySource.get(kept)).toBeGreaterThanOrEqual(bySource.get(other) ?? 0);
			expect(fromOne).toBe(sectors.filter((sector) => new Set(facts.filter((fact) => fact.sector === sector).flatMap((fact) => fact.sources)).size === 1).length);
		}),
	);
});
