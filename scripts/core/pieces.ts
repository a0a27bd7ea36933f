/**
 * A text in pieces. The page of all names of a large guide is one of fifty megabytes: joined, signed and written as one
 * text, it would be copied at each step, and each copy cleared up with the whole heap.
 */
export type Pieces = readonly string[];

/** Long enough to write it at once, short enough to be forgotten soon. */
const lengthOfPiece = 100_000;

/** Puts a text together from many small ones, which take many times its room until they are joined. */
export class PieceWriter {
	readonly #pieces: string[] = [];
	#texts: string[] = [];
	#length = 0;

	add(text: string): void {
		this.#texts.push(text);
		this.#length += text.length;
		if (this.#length >= lengthOfPiece) this.#join();
	}

	/** All that was added. */
	pieces(): Pieces {
		this.#join();
		return this.#pieces;
	}

	#join(): void {
		if (this.#length > 0) this.#pieces.push(this.#texts.join(''));
		this.#texts = [];
		this.#length = 0;
	}
}

/** Whether the pieces are those of a text. */
export function isText(pieces: Pieces, text: string | undefined): boolean {
	let at = 0;
	return text !== undefined && pieces.every((piece) => text.startsWith(piece, (at += piece.length) - piece.length)) && at === text.length;
}
