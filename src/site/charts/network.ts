import { round, type Item, type Scene } from './scene.ts';
import { lineHeight, textWidth, wrap } from './text.ts';

/**
 * Who acts together: rows are organisations, and each upright line is one statement that names those on which it has a
 * dot. A statement of eight organisations is one line, not 28 links that no source states. Organisations that nothing
 * connects stand in blocks apart.
 */
export interface Actor {
	readonly id: string;
	readonly name: string;
	/** Stands for the name where that is too long. */
	readonly short: string | undefined;
	readonly country: string | undefined;
	readonly href: string;
}

export interface Together {
	readonly href: string;
	readonly name: string;
	readonly class: string;
	/** Ids of two or more actors. */
	readonly actors: readonly string[];
}

const width = 680;
const row = 24;
const pitch = 24;
const labelWidth = 206;
const blockGap = 22;
const halfWidth = 328;

/** More rows than these are a list, and no picture; so are more lines, of which a block has room for as many as lie beside each other. */
const mostRows = 30;
const mostLines = 36;
const mostBeside = Math.floor((width - labelWidth - 14) / pitch);
/** And so many statements are a list that can be read through. */
const mostListed = 48;

/**
 * What fits into a picture: the organisations that most statements name with others, and the statements that name two
 * or more of those. @returns `least`: how many statements name each organisation that is left
 */
export function mostNamed<Each extends Pick<Together, 'actors'>>(together: readonly Each[], most = mostRows): { least: number; together: Each[] } {
	const counts = new Map<string, number>();
	for (const { actors } of together) for (const id of actors) counts.set(id, (counts.get(id) ?? 0) + 1);
	let least = 1;
	while ([...counts.values()].filter((count) => count >= least).length > most) least++;
	return { least, together: together.map((each) => ({ ...each, actors: each.actors.filter((id) => (counts.get(id) ?? 0) >= least) })).filter(({ actors }) => actors.length > 1) };
}

/** A group of organisations, and the statements that name just these together. */
export interface Group<Each> {
	readonly actors: readonly string[];
	readonly statements: readonly Each[];
}

/** The groups that statements name, those that most of them do first. */
export function groupsOf<Each extends Pick<Together, 'actors'>>(together: readonly Each[]): Group<Each>[] {
	const groups = Map.groupBy(together, ({ actors }) => actors.toSorted().join(' '));
	return [...groups.values()].map((statements) => ({ actors: statements[0]?.actors ?? [], statements })).sort((a, b) => b.statements.length - a.statements.length);
}

/** The first groups that a picture has room for. */
export function largestGroups<Each>(groups: readonly Group<Each>[], most = mostRows): Group<Each>[] {
	const drawn = new Set<string>();
	return groups.slice(0, mostBeside).filter(({ actors }) => {
		const all = new Set([...drawn, ...actors]);
		if (all.size > most) return false;
		for (const id of actors) drawn.add(id);
		return true;
	});
}

/** Whether a picture has room for a line for each statement, and its list for all that there are. */
export const fitsOneByOne = (found: readonly Block[], listed: number): boolean =>
	listed <= mostListed && found.every(({ together }) => together.length <= mostBeside) && found.reduce((sum, { together }) => sum + together.length, 0) <= mostLines;

interface Block {
	readonly actors: readonly Actor[];
	readonly together: readonly Together[];
}

/** Groups of organisations that statements connect, the largest first; in each, countries apart, and those with most partners where the countries meet. */
export function blocks(actors: readonly Actor[], together: readonly Together[], countries: readonly string[]): Block[] {
	const parent = new Map(actors.map(({ id }) => [id, id]));
	const root = (id: string): string => {
		const up = parent.get(id) ?? id;
		return up === id ? id : root(up);
	};
	for (const { actors: [first = '', ...others] } of together) for (const other of others) parent.set(root(other), root(first));
	const degree = new Map(actors.map(({ id }) => [id, new Set(together.filter((each) => each.actors.includes(id)).flatMap((each) => each.actors)).size]));
	const rank = ({ country }: Actor): number => (country === countries[0] ? 0 : country === countries[1] ? 2 : 1);
	const byRoot = Map.groupBy(actors.filter(({ id }) => (degree.get(id) ?? 0) > 0), ({ id }) => root(id));
	return [...byRoot.values()]
		.map((members): Block => {
			const ordered = [...members].sort((a, b) => {
				const more = (degree.get(a.id) ?? 0) - (degree.get(b.id) ?? 0);
				return rank(a) - rank(b) || (rank(a) === 0 ? more : -more);
			});
			const at = new Map(ordered.map(({ id }, index) => [id, index]));
			const rows = (each: Together): number[] => each.actors.map((id) => at.get(id) ?? 0);
			const mine = together.filter((each) => at.has(each.actors[0] ?? ''));
			return { actors: ordered, together: [...mine].sort((a, b) => Math.min(...rows(a)) - Math.min(...rows(b)) || Math.max(...rows(a)) - Math.max(...rows(b))) };
		})
		.sort((a, b) => b.actors.length - a.actors.length || b.together.length - a.together.length);
}

/** The blocks, small ones side by side. */
export function networkScene(found: readonly Block[], tag: string, countries: readonly string[]): Scene {
	const drawn = found.map((block) => ({ ...drawBlock(block, tag, countries), half: labelWidth + 14 + block.together.length * pitch <= halfWidth }));
	const items: Item[] = [];
	let y = 0;
	for (const block of drawn.filter(({ half }) => !half)) {
		items.push(...block.at(0, y));
		y += block.height + blockGap;
	}
	const columns = [y, y];
	for (const block of drawn.filter(({ half }) => half)) {
		const side = (columns[1] ?? 0) < (columns[0] ?? 0) ? 1 : 0;
		items.push(...block.at(side * (width - halfWidth), columns[side] ?? 0));
		columns[side] = (columns[side] ?? 0) + block.height + blockGap;
	}
	return { width, height: Math.max(1, y, ...columns) - blockGap, items };
}

function drawBlock({ actors, together }: Block, tag: string, countries: readonly string[]): { height: number; at: (x: number, y: number) => Item[] } {
	const names = actors.map(({ name, short }) => {
		const lines = wrap(name, labelWidth - 14, tag);
		return lines.length > 2 && short !== undefined && textWidth(short) <= labelWidth - 14 ? [short] : lines;
	});
	const tops = names.reduce<number[]>((found, lines) => [...found, (found.at(-1) ?? 0) + (lines.length === 1 ? row : lines.length * lineHeight + 8)], [0]);
	const middle = (index: number): number => ((tops[index] ?? 0) + (tops[index + 1] ?? 0)) / 2;
	const end = labelWidth + 14 + Math.max(1, together.length) * pitch - 8;
	const mark = (actor: Actor): string => (actor.country === countries[0] ? 'first' : actor.country === countries[1] ? 'second' : 'other');
	const line = (index: number): number => labelWidth + 14 + index * pitch + pitch / 2 - 8;
	return {
		height: tops.at(-1) ?? 0,
		at: (x, y) => [
			{ type: 'path', class: 'rule', d: actors.map((_, index) => `M${x} ${round(y + middle(index))}h${end}`).join('') },
			...actors.map((actor, index): Item => {
				const lines = names[index] ?? [];
				const center = y + middle(index);
				return {
					type: 'link',
					href: actor.href,
					name: actor.name,
					items: [
						{ type: 'rect', x, y: round(center - Math.max(row, lines.length * lineHeight + 4) / 2), width: Math.max(24, Math.ceil(14 + Math.max(...lines.map(textWidth)) + 4)), height: Math.max(row, lines.length * lineHeight + 4) },
						{ type: 'label', x: x + 14, y: round(center + 4.5 - ((lines.length - 1) * lineHeight) / 2), lines },
					],
				};
			}),
			...together.map((each, index): Item => {
				const at = x + line(index);
				const members = actors.flatMap((actor, place) => (each.actors.includes(actor.id) ? [round(y + middle(place))] : []));
				const [first, last] = [members[0] ?? 0, members.at(-1) ?? 0];
				return {
					type: 'link',
					href: each.href,
					name: each.name,
					items: [
						{ type: 'rect', x: at - pitch / 2, y: round(first - 12), width: pitch, height: round(last - first + 24) },
						{ type: 'path', class: `tie ${each.class}`, d: `M${at} ${first}V${last}` },
					],
				};
			}),
			// The dots of all, over the lines; a pointer finds the line or the name below.
			...(['first', 'other', 'second'] as const).flatMap((kind): Item[] => {
				const places = actors.flatMap((actor, index) => (mark(actor) === kind ? [{ id: actor.id, y: round(y + middle(index)) }] : []));
				const d = places.map((place) => `M${x + 5} ${place.y}h0`).join('') + together.flatMap(({ actors: named }, index) => places.filter(({ id }) => named.includes(id)).map((place) => `M${x + line(index)} ${place.y}h0`)).join('');
				return d === '' ? [] : [{ type: 'path', class: `dot ${kind}`, d }];
			}),
		],
	};
}
