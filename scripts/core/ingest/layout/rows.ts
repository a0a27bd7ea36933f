import { width } from '../clean.ts';
import type { Line } from '../lines.ts';
import { sentenceSpans } from '../sentences.ts';
import type { Block } from './block.ts';

/** What the row of a table stands below. */
interface Above {
	/** The names of its columns. */
	readonly heads: readonly string[];
	readonly headings: readonly string[];
	/** What its bare figures are counted in. */
	readonly unit: string | undefined;
}

/** The blocks that a row of a table tells: one record, a label with its text, or a cell each. */
export function rowBlocks(line: Line, { heads, headings, unit }: Above): Block[] {
	const blocks: Block[] = [];
	const cells = line.row ?? [];
	const filled = cells.filter((cell) => cell !== '');
	// A record of short cells is one fact; a label with its text is one too; long cells are facts of their own.
	const long = cells.slice(1).filter((cell) => width(cell) > 60 || sentenceSpans(cell).length > 1).length;
	const separate = cells.length > 2 && long >= 2;
	const [label = '', ...rest] = cells;
	const add = (text: string, labels: readonly string[], kind: Block['kind'] = 'cell'): void => void blocks.push({ kind, text, runs: [{ at: 0, line: line.number }, ...line.more.map((below) => ({ at: Math.max(0, text.length - 1), line: below }))], level: 0, labels: labels.filter((word) => word !== ''), headings, parent: undefined, lastChildLine: line.number, unit });
	if (filled.length <= 1 || rest.every((cell) => cell === '')) { add(filled.join(' '), heads.slice(0, 1)); return blocks; }
	if (cells.length === 2) { add(rest[0] ?? '', [label, ...heads.slice(1, 2)]); return blocks; }
	if (separate) for (const [at, cell] of rest.entries()) if (cell !== '') add(cell, [label, heads[at + 1] ?? '']);
	if (!separate) add(cells.flatMap((cell, at) => (cell === '' ? [] : [heads[at] ? `${heads[at]}: ${cell}` : cell])).join(' / '), [], 'record');
	return blocks;
}
