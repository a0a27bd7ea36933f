import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { quickYaml } from '../../src/model/yaml-quick.ts';
import type { Issue, Position } from './issue.ts';

/** A file as read: its path as a person names it, and its text. */
export interface TextFile {
	readonly path: string;
	readonly text: string;
}

export interface ParsedYaml {
	/** `undefined` where the syntax leaves nothing to read. */
	readonly data: unknown;
	/** The list entries that are not in `data`, because their syntax is wrong. */
	readonly leftOut: readonly string[];
	readonly issues: Issue[];
	/** The place of the value at `path`; of its key with `'key'`; of the nearest parent that exists otherwise. */
	readonly locate: (path: readonly PropertyKey[], part?: 'value' | 'key') => Position;
	/** The place of some words of the text at `path`; of the whole text where they are not written so (folded, escaped, full-width). */
	locateWords(path: readonly PropertyKey[], words: string): Position;
	/** The text at `path`, character by character. */
	textAt(path: readonly PropertyKey[]): TextPlaces;
}

/** Where the characters of a text stand in the file. */
export interface TextPlaces {
	/** The place of the character at an offset of the text. */
	readonly at: (offset: number) => Position;
	/** Whether so many characters stand in the file as they stand in the text: not folded, not escaped. */
	readonly isLiteral: (offset: number, length: number) => boolean;
}

/** Beyond so many mistakes in its syntax a file is another kind of file. */
const mostSyntaxIssues = 20;

/**
 * Parses a YAML 1.2 file (core schema: dates and ids stay text). Never throws.
 * One mistake in the syntax makes a parser complain of all that follows, so the cause alone is reported; the list
 * entry that holds it is left out, and the entries beside it are read as if nothing were wrong.
 */
export function parseYaml(file: TextFile): ParsedYaml {
	const data = suspect.test(file.text) && file.text.search(unfit) >= 0 ? undefined : quickYaml(file.text);
	if (data === undefined) return parseWhole(file);
	// Where something stands is asked seldom, and only the whole parser knows it.
	let known: ParsedYaml | undefined;
	const whole = (): ParsedYaml => (known ??= parseWhole(file));
	return {
		data,
		leftOut: [],
		issues: [],
		locate: (path, part) => whole().locate(path, part),
		locateWords: (path, words) => whole().locateWords(path, words),
		textAt: (path) => whole().textAt(path),
	};
}

/** As {@link parseYaml}, by the whole parser. */
export function parseWhole({ path: file, text }: TextFile): ParsedYaml {
	// Not by the parser, which does not come to every line of a text that it cannot make sense of.
	const lines = new LineCounter();
	for (const start of lineStarts(text)) lines.addNewLine(start);
	const position = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	const options = { prettyErrors: false, merge: false, uniqueKeys: false };
	let document = parseDocument(text, options);
	const issues: Issue[] = [];
	const leftOut: string[] = [];
	const unreadable = notOneText(text);
	if (unreadable) issues.push({ ...position(unreadable.offset), code: unreadable.code, found: unreadable.found, expected: unreadable.expected, fix: unreadable.fix });
	let readable: string | undefined = unreadable ? undefined : text;
	while (readable !== undefined) {
		const problem = firstProblem(document, readable);
		if (!problem) break;
		issues.push({ ...position(problem.offset), code: 'yaml-syntax', found: problem.found, expected: 'valid YAML', fix: problem.fix });
		const entry: Range | undefined = issues.length < mostSyntaxIssues ? entryAt(readable, problem.offset) : undefined;
		readable = entry && withComments(readable, entry);
		if (entry) leftOut.push(text.slice(...entry));
		if (readable !== undefined) document = parseDocument(readable, options);
	}
	if (!unreadable) issues.push(...unfitCharacters(text, document).map(({ offset, found, fix }): Issue => ({ ...position(offset), code: 'not-well-formed', found, expected: 'text without control, invisible or replacement characters', fix })));
	return {
		data: readable === undefined ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown),
		leftOut,
		issues,
		locate: (path, part = 'value') => position(offsetOf(document, path, part)),
		locateWords: (path, words) => {
			const [from, to] = rangeOf(document.getIn(path, true)) ?? [0, 0];
			const at = text.slice(from, to).indexOf(words);
			return position(at < 0 ? offsetOf(document, path, 'value') : from + at);
		},
		textAt: (path) => {
			const [from, to] = rangeOf(document.getIn(path, true)) ?? [0, 0];
			const value = String(document.getIn(path));
			let offsets: number[] | undefined;
			const offsetIn = (offset: number): number => (offsets ??= aligned(value, text.slice(from, to)))[offset] ?? 0;
			return {
				at: (offset) => position(from + offsetIn(offset)),
				isLiteral: (offset, length) => text.startsWith(value.slice(offset, offset + length), from + offsetIn(offset)),
			};
		},
	};
}

const lineStarts = (text: string): number[] => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];

/** For each character of a value, where it is written: folded lines, quotes and escapes are stepped over. */
function aligned(value: string, written: string): number[] {
	const header = /^[>|][^\n]*\n/.exec(written)?.[0].length ?? (/^["']/.test(written) ? 1 : 0);
	let at = header;
	return [...Array(value.length).keys()].map((index) => {
		const character = value[index] ?? '';
		if (/\s/.test(character)) {
			const place = at;
			at += /^\s*/.exec(written.slice(at))?.[0].length ?? 0;
			return place;
		}
		const found = written.indexOf(character, at);
		const place = found < 0 ? at : found;
		at = place + 1;
		return place;
	});
}

function offsetOf(document: Document, path: readonly PropertyKey[], part: 'value' | 'key'): number {
	for (let length = path.length; length >= 0; length -= 1) {
		const parent: unknown = length === 0 ? undefined : document.getIn(path.slice(0, length - 1), true);
		const key = path[length - 1];
		if (isMap(parent)) {
			const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(key));
			const [keyRange, valueRange] = [rangeOf(pair?.key), rangeOf(pair?.value)];
			const range = length === path.length && part === 'value' ? (valueRange ?? keyRange) : keyRange;
			if (range) return range[0];
		} else {
			const range = rangeOf(document.getIn(path.slice(0, length), true));
			if (range) return range[0];
		}
	}
	return 0;
}

/** Where a node begins and where its value ends. */
const rangeOf = (node: unknown): Range | undefined => {
	const range = isNode(node) ? node.range : undefined;
	return range ? [range[0], range[1]] : undefined;
};

interface Problem {
	readonly offset: number;
	readonly found: string;
	readonly fix: string;
}

/** What makes a whole file another thing than one YAML text. */
function notOneText(text: string): (Problem & Pick<Issue, 'code' | 'expected'>) | undefined {
	const lineEnd = text.search(/\r(?!\n)/);
	if (lineEnd >= 0) return { offset: lineEnd, code: 'not-well-formed', found: 'a line that ends with CR alone', expected: 'lines that end with LF', fix: 'save the file with LF line ends' };
	const conflict = text.search(/^(?:<{7}|={7}|>{7})(?: .*)?\r?$/m);
	return conflict < 0 ? undefined : { offset: conflict, code: 'yaml-syntax', found: 'the mark of a merge conflict', expected: 'one version', fix: 'keep one of the two versions and delete the marks' };
}

const indent = 'indent this line as its neighbours, or begin it with “- ” if an entry begins here';

function firstProblem(document: Document.Parsed, text: string): Problem | undefined {
	const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
	return errors[0] ? cause(errors[0], errors, document, text) : misread(document, text);
}

/** What the parser says in its own terms, in those of an editor. */
const plainWords: Readonly<Record<string, string>> = {
	'Implicit keys need to be on a single line': 'a line without “: ” after the name of its field',
	'Nested mappings are not allowed in compact mappings': 'a second “: ” in one line',
	'Sequence item without - indicator': 'a line that neither begins with “- ” nor is indented as its neighbours',
};

/** The place of the mistake behind what the parser noticed, which may be lines further on. */
function cause(error: YAMLError, errors: readonly YAMLError[], document: Document, text: string): Problem {
	const { code, message, pos: [at] } = error;
	const open = opening(document, text, at);
	if (open !== undefined) {
		const what = /["']/.test(text[open] ?? '') ? 'quote' : 'bracket';
		return { offset: open, found: `a ${what} that is not closed`, fix: `close the ${what} that opens here` };
	}
	// A value that runs on into the next field: one of the two lines is not indented as the other.
	if (code === 'BLOCK_AS_IMPLICIT_KEY' && errors.some((other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === at) && /\S/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))) {
		const own = text.lastIndexOf('\n', at) + 1;
		const next = text.indexOf('\n', at) + 1;
		return { offset: firstInk(text, indentation(text, own) % 2 === 1 ? own : next), found: 'a field that is not indented as the one beside it', fix: indent };
	}
	const offset = code === 'TAB_AS_INDENT' ? at : firstInk(text, at);
	const start = isMap(document.contents) ? rangeOf(document.contents)?.[0] : undefined;
	if (code === 'UNEXPECTED_TOKEN' && start !== undefined && text.startsWith('- ', offset) && text[offset - 1] === '\n') return { offset: start, found: 'a list whose first entry does not begin with “- ”', fix: 'begin this line with “- ”' };
	const line = /.*/.exec(text.slice(offset))?.[0] ?? '';
	return { offset, found: plainWords[message] ?? message.replace(/; please use.*|\.$/, '').slice(0, 80), fix: fixFor(code, message, line) };
}

function fixFor(code: string, message: string, line: string): string {
	if (/^-[^\s-]/.test(line)) return 'put a space after the “-”';
	if (message.startsWith('Not a YAML token')) return 'begin the text of a block (`>-`) on the line below';
	if (/block sequence|without - indicator/.test(message) || (code === 'UNEXPECTED_TOKEN' && /^\w+:/.test(line))) return indent;
	if (code === 'MULTILINE_IMPLICIT_KEY' && line.includes('：')) return 'write “: ” for “：”';
	return fixes[code] ?? 'correct the syntax here; text with “: ”, “ #”, quotes or brackets goes in quotes or a block (`>-`)';
}

const fixes: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: 'indent with spaces',
	BAD_INDENT: indent,
	BLOCK_AS_IMPLICIT_KEY: 'put the text in quotes, or write it as a block (`>-`), if it holds “: ”',
	MULTILINE_IMPLICIT_KEY: 'add “: ” after the field name, or indent the continued text',
	MULTIPLE_DOCS: 'remove the line of “---” or “...”',
};

/** The start of the quote or bracket that runs on over the end of its line to where the parser stopped. */
function opening(document: Document, text: string, at: number): number | undefined {
	let found: number | undefined;
	visit(document, {
		Node: (_, node) => {
			const [from, to] = rangeOf(node) ?? [at + 1, at];
			const written = text.slice(from, to).trimEnd();
			if (from > at || text.slice(to, at).trim() !== '') return;
			const open = isScalar(node)
				? node.type?.startsWith('QUOTE') === true && (written.includes('\n') || !/^(["']).*\1$/.test(written))
				: isCollection(node) && node.flow === true && !/[\]}]$/.test(written);
			if (open) found = from;
		},
	});
	return found;
}

/** What is YAML but surely not what the editor meant: text taken for an alias or an anchor, fields that stand twice. */
function misread(document: Document, text: string): Problem | undefined {
	const problems: Problem[] = [];
	visit(document, {
		Alias: (_, { range }) => void problems.push({ offset: range?.[0] ?? 0, found: 'text that begins with “*”, which is an alias in YAML', fix: 'put the text in quotes' }),
		Value: (_, node) => {
			if ('anchor' in node && node.anchor) problems.push({ offset: text.lastIndexOf('&', node.range?.[0] ?? 0), found: 'text that begins with “&”, which is an anchor in YAML', fix: 'put the text in quotes' });
			if (!isMap(node)) return;
			const names = node.items.map(({ key }) => String(key));
			const again = node.items.filter((_pair, index) => names.indexOf(names[index] ?? '') < index);
			const [first] = again;
			if (first) problems.push({ offset: rangeOf(first.key)?.[0] ?? 0, found: `the field \`${String(first.key)}\` again`, fix: again.length > 1 ? 'begin this line with “- ” if an entry begins here; otherwise delete the copy' : 'keep one of the two and delete the other' });
		},
	});
	return problems.sort((a, b) => a.offset - b.offset)[0];
}

/** From and to. */
type Range = readonly [number, number];

/** Where the list entry around `offset` begins and ends; `undefined` where there is none. */
function entryAt(text: string, offset: number): Range | undefined {
	const starts = [...text.matchAll(/^( *)- \w+:(?=\s)/gm)].map(({ index, 1: spaces = '' }) => ({ index, depth: spaces.length }));
	const counts = new Map<number, number>();
	for (const { depth } of starts) counts.set(depth, (counts.get(depth) ?? 0) + 1);
	const [usual] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
	const line = text.lastIndexOf('\n', offset - 1) + 1;
	const begin = starts.findLast(({ index, depth }) => depth === usual?.[0] && index <= line)?.index;
	if (usual === undefined || begin === undefined) return undefined;
	const [depth] = usual;
	// Lines that are not indented further than the entries: other entries, and fields outside the list.
	const outside = [...text.matchAll(new RegExp(`^ {0,${depth}}(?![ \\t#\\r\\n])`, 'gm'))].map(({ index }) => index).filter((index) => index > begin && index < text.length);
	if (outside.some((index) => index <= line && indentation(text, index) < depth && text[firstInk(text, index)] !== '-')) return undefined;
	return [begin, outside.find((index) => index > line) ?? text.length];
}

/** The text with a range of it turned into comments, so that everything else keeps its place. */
const withComments = (text: string, [from, to]: Range): string =>
	text.slice(0, from) + text.slice(from, to).replaceAll(/[^\r\n]+/g, (content) => `#${' '.repeat(content.length - 1)}`) + text.slice(to);

const indentation = (text: string, line: number): number => /^ */.exec(text.slice(line))?.[0].length ?? 0;

/** The first character from `offset` on that is not white space. */
function firstInk(text: string, offset: number): number {
	const ink = text.slice(offset).search(/\S/);
	return ink < 0 ? offset : offset + ink;
}

/** Control, invisible, replacement and half characters, those that are none, and the one that no page can hold (`wellFormed` in mdx.ts). */
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u2028-\u202E\u2060\u2066-\u2069\uF002\uFEFF\uFFFD\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Units of UTF-16 of which one at least stands in every text with such a character: found in a fifth of the time. */
const suspect = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\xAD\u200B\u2028-\u202E\u2060\u2066-\u2069\uD800-\uDFFF\uF002\uFDD0-\uFDEF\uFEFF\uFFFD-\uFFFF]/;

/** Characters that cannot be published as they stand, written out or as escapes (`"\0"`). */
function unfitCharacters(text: string, document: Document): Problem[] {
	const say = (character: string, offset: number): Problem => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		return { offset, found: `the character U+${code}`, fix: code === 'FFFD' ? 'retype the word: it was lost in an earlier conversion' : 'delete the character' };
	};
	const problems = [...text.matchAll(unfit)].map(({ 0: character, index }) => say(character, index));
	visit(document, {
		Scalar: (_, { type, value, range }) => {
			const [character] = type === 'QUOTE_DOUBLE' && typeof value === 'string' ? (value.match(unfit) ?? []) : [];
			if (character !== undefined && range && text.slice(range[0], range[1]).search(unfit) < 0) problems.push(say(character, range[0]));
		},
	});
	return problems;
}
