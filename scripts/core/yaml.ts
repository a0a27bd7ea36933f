import { isMap, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import type { Issue, Position } from './issue.ts';

/** A file as read: its path as a person names it, and its text. */
export interface TextFile {
	readonly path: string;
	readonly text: string;
}

export interface ParsedYaml {
	readonly data: unknown;
	readonly issues: Issue[];
	/** The place of the value at `path`; of its key with `'key'`; of the nearest parent that exists otherwise. */
	locate(path: readonly PropertyKey[], part?: 'value' | 'key'): Position;
}

/** Parses a YAML 1.2 file (core schema: dates and ids stay text). Never throws. */
export function parseYaml({ path: file, text }: TextFile): ParsedYaml {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
	const position = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	const issues = [...document.errors, ...document.warnings].map((error): Issue => ({
		...position(error.pos[0]),
		code: 'yaml-syntax',
		found: error.message.replace(/\.$/, ''),
		expected: 'valid YAML',
		fix: yamlFix(error.code),
	}));
	return {
		data: issues.length === 0 ? (document.toJS({ maxAliasCount: 0 }) as unknown) : undefined,
		issues,
		locate: (path, part = 'value') => position(offsetOf(document, path, part)),
	};
}

function offsetOf(document: Document, path: readonly PropertyKey[], part: 'value' | 'key'): number {
	for (let length = path.length; length >= 0; length -= 1) {
		const parent: unknown = length === 0 ? undefined : document.getIn(path.slice(0, length - 1), true);
		const key = path[length - 1];
		if (isMap(parent)) {
			const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(key));
			const keyRange = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
			const valueRange = (pair?.value as { range?: [number, number, number] } | null | undefined)?.range;
			const range = length === path.length && part === 'value' ? (valueRange ?? keyRange) : keyRange;
			if (range) return range[0];
		} else {
			const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
			if (node?.range) return node.range[0];
		}
	}
	return 0;
}

const fixes: Readonly<Record<string, string>> = {
	DUPLICATE_KEY: 'keep one of the two and delete the other',
	TAB_AS_INDENT: 'indent with spaces',
	BAD_INDENT: 'indent this line as its neighbours',
	BLOCK_AS_IMPLICIT_KEY: 'put the text in quotes, or write it as a block (`>-`), if it holds “: ”',
	MISSING_CHAR: 'close the quote or bracket that is open here',
	MULTILINE_IMPLICIT_KEY: 'add the missing “:” after the field name, or indent the continued text',
	BAD_ALIAS: 'put the text in quotes if it begins with “*”',
};

const yamlFix = (code: string): string => fixes[code] ?? 'correct the syntax here; text with “: ”, “ #”, quotes or brackets goes in quotes or a block (`>-`)';
