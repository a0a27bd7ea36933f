/** HTML that is put together from pieces: what is no HTML yet is text, and text is never code. */
export class Html {
	readonly text: string;
	/** @param text what is known to be HTML: it stands in the page as it is */
	constructor(text: string) {
		this.text = text;
	}
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\'': '&#39;', '"': '&quot;' };

/** Text as it stands between tags, or between the quotes of an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>'"]/g, (character) => escapes[character] ?? character);

/** What can stand in a piece of HTML: HTML as it is, one piece or several; text escaped; nothing not at all. */
type Piece = Html | readonly Html[] | string | undefined;

/** @example html`<p>${'a < b'}</p>`.text // => '<p>a &lt; b</p>' */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
	let text = strings[0] ?? '';
	for (const [index, piece] of pieces.entries()) {
		if (typeof piece === 'string') text += escapeHtml(piece);
		else if (piece instanceof Html) text += piece.text;
		else for (const each of piece ?? []) text += each.text;
		text += strings[index + 1] ?? '';
	}
	return new Html(text);
}
