/**
 * Stretches of a text that are taken, by a name, an amount or a date. To take one and to ask for one costs its
 * length, however many others there are: a line can be a whole document.
 */
export class Stretches {
	/** For each place that is taken, where the stretch that reaches furthest ends. */
	readonly #until: Uint32Array;

	/** @param length of the text */
	constructor(length: number) {
		this.#until = new Uint32Array(length);
	}

	take(from: number, to: number): void {
		for (let at = from; at < to; at += 1) this.#until[at] = Math.max(this.#until[at] ?? 0, to);
	}

	/** Whether any place of it is taken. */
	overlaps(from: number, to: number): boolean {
		for (let at = from; at < to; at += 1) if (this.#until[at] !== 0 && this.#until[at] !== undefined) return true;
		return false;
	}

	/** Whether it lies within a single one. */
	holds(from: number, to: number): boolean {
		return (this.#until[from] ?? 0) >= to;
	}
}
