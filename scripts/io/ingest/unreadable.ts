/** What a reader of one format says of a file that it cannot read. */
export class Unreadable extends Error {
	readonly fix: string;
	readonly line: number;
	readonly column: number;
	constructor(found: string, fix: string, [line, column]: readonly [number, number] = [1, 1]) {
		super(found);
		this.fix = fix;
		this.line = line;
		this.column = column;
	}
}
