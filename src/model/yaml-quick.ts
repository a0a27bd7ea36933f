/**
 * Reads the plain half of YAML in which seeds are written, at thirty times the speed of a whole parser: maps and lists by
 * indentation, one-line texts, folded blocks (`>-`), lists and maps in brackets without further ones inside, comments on
 * lines of their own.
 * @returns what a YAML 1.2 parser would give; `undefined` for a text that holds anything else (anchors, escapes, text
 * over several lines, mistakes), which is then the whole parser's to read and to find fault with
 */
export function quickYaml(text: string): unknown {
	if (/[\t\r]/.test(text)) return undefined;
	try {
		return new Reader(text.split('\n')).document();
	} catch (error) {
		if (error instanceof NotPlain) return undefined;
		throw error;
	}
}

/** There is more to it than is known here. */
class NotPlain extends Error {}
const notPlain = new NotPlain();

const field = /^([A-Za-z][\w-]*):(?: +(.*))?$/;
const firstCharacter = /^[\p{L}\p{N}¥$€₹£「『（“‘(]/u;
/** Numbers that are written otherwise than as decimal whole ones. */
const otherNumber = /^(?:0[ox].*|[\d.]+(?:e[+-]?\d+)?)$/i;
const words = /^(?:null|true|false)$/i;

class Reader {
	readonly #lines: readonly string[];
	#at = 0;

	constructor(lines: readonly string[]) {
		this.#lines = lines;
	}

	document(): unknown {
		if (this.#next() !== 0) throw notPlain;
		const value = this.#block(0);
		if (this.#next() >= 0) throw notPlain;
		return value;
	}

	/** Goes to the next line that says something, and gives its indentation; -1 at the end. */
	#next(): number {
		for (; this.#at < this.#lines.length; this.#at += 1) {
			const line = this.#lines[this.#at] ?? '';
			let indent = 0;
			while (line[indent] === ' ') indent += 1;
			if (indent < line.length && line[indent] !== '#') return indent;
		}
		return -1;
	}

	/** The list or map whose first line is the current one. */
	#block(indent: number): unknown {
		return this.#isItem(indent) ? this.#list(indent) : this.#map(indent, (this.#lines[this.#at] ?? '').slice(indent));
	}

	#isItem(indent: number): boolean {
		return (this.#lines[this.#at] ?? '').startsWith('- ', indent);
	}

	#list(indent: number): unknown[] {
		const list: unknown[] = [];
		while (this.#next() === indent && this.#isItem(indent)) {
			const rest = (this.#lines[this.#at] ?? '').slice(indent + 2);
			if (rest.startsWith(' ') || rest.startsWith('- ')) throw notPlain;
			list.push(field.test(rest) ? this.#map(indent + 2, rest) : this.#value(rest, indent));
		}
		if (this.#next() > indent) throw notPlain;
		return list;
	}

	/** @param first what the current line says, from where the map begins */
	#map(indent: number, first: string): Record<string, unknown> {
		const map: Record<string, unknown> = {};
		let line = first;
		for (;;) {
			const match = field.exec(line);
			if (!match) throw notPlain;
			const [, key = '', rest = ''] = match;
			if (words.test(key) || Object.hasOwn(map, key)) throw notPlain;
			map[key] = rest === '' ? this.#nested(indent) : this.#value(rest, indent);
			const next = this.#next();
			if (next > indent) throw notPlain;
			if (next < indent) return map;
			line = (this.#lines[this.#at] ?? '').slice(indent);
		}
	}

	#nested(indent: number): unknown {
		this.#at += 1;
		const inner = this.#next();
		if (inner <= indent) throw notPlain;
		return this.#block(inner);
	}

	/** A value that begins on the current line; then the next line is the current one. */
	#value(rest: string, indent: number): unknown {
		this.#at += 1;
		if (rest === '>-') return this.#folded(indent);
		const value = inBrackets(rest) ?? scalar(rest, false);
		// A text could go on there.
		if (this.#next() > indent) throw notPlain;
		return value;
	}

	#folded(indent: number): string {
		const first = this.#lines[this.#at] ?? '';
		let inner = 0;
		while (first[inner] === ' ') inner += 1;
		if (inner <= indent || inner === first.length) throw notPlain;
		const margin = ' '.repeat(inner);
		const lines: string[] = [];
		for (; this.#at < this.#lines.length; this.#at += 1) {
			const line = this.#lines[this.#at] ?? '';
			if (!line.startsWith(margin)) break;
			const content = line.slice(inner);
			if (content === '' || content.startsWith(' ') || content.endsWith(' ')) throw notPlain;
			lines.push(content);
		}
		// A blank line with blanks, or text between the two indentations.
		const after = this.#lines[this.#at] ?? '';
		if (after !== '' && after.trim() === '') throw notPlain;
		if (this.#next() > indent) throw notPlain;
		return lines.join(' ');
	}
}

/** `[a, b]` and `{ a: b, c: d }`. */
function inBrackets(written: string): unknown {
	const isList = written.startsWith('[');
	if (!isList && !written.startsWith('{')) return undefined;
	const inner = written.slice(1, -1);
	if (!written.endsWith(isList ? ']' : '}') || /[[\]{}#*!|>%@`\\]/.test(inner)) throw notPlain;
	if (/^ *$/.test(inner)) return isList ? [] : {};
	const parts = /["']/.test(inner) ? quotedParts(inner) : inner.split(',').map(withoutBlanks);
	if (isList) return parts.map((part) => scalar(part, true));
	const map: Record<string, unknown> = {};
	for (const part of parts) {
		const [, key = '', value = ''] = field.exec(part) ?? [];
		if (key === '' || words.test(key) || Object.hasOwn(map, key)) throw notPlain;
		map[key] = scalar(value, true);
	}
	return map;
}

/** `trim` would take off what belongs to the text, such as a full-width space. */
const withoutBlanks = (part: string): string => part.replace(/^ +| +$/g, '');

/** Where a text in quotes may hold a comma; a quote within a word (`Japan's`) is no such one. */
function quotedParts(inner: string): string[] {
	const parts = [...inner.matchAll(/ *("[^"]*"|'[^']*'|[^"', ](?:[^",]*[^", ])?) *(?:,|$)/gy)];
	if (parts.reduce((sum, [all]) => sum + all.length, 0) < inner.length) throw notPlain;
	return parts.map(([, part = '']) => part);
}

function scalar(written: string, isInBrackets: boolean): string | number | boolean {
	const quote = written[0];
	if (quote === '"' || quote === "'") {
		const content = written.slice(1, -1);
		if (written.length < 2 || !written.endsWith(quote) || content.includes(quote) || content.includes('\\')) throw notPlain;
		return content;
	}
	if (/^(?:0|[1-9]\d{0,14})$/.test(written)) return Number(written);
	if (written.endsWith(' ') || written.endsWith(':') || written.includes(': ') || written.includes(' #') || (isInBrackets && written.includes(':'))) throw notPlain;
	if (written === 'true' || written === 'false') return written === 'true';
	if (words.test(written) || (!written.startsWith('../') && !firstCharacter.test(written)) || otherNumber.test(written)) throw notPlain;
	return written;
}
