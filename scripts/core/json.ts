import type { Issue } from './issue.ts';
import type { TextFile } from './yaml.ts';

/** Parses a JSON file, or says where it stops being JSON. Never throws. */
export function parseJson({ path: file, text }: TextFile): { readonly data: unknown } | { readonly issue: Issue } {
	const message = complaint(text);
	if (message === undefined) return { data: JSON.parse(text) as unknown };
	// The message does not always say where. What stands before the mistake is wrong only in that it ends too early.
	let [good, bad] = [0, text.length + 1];
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (endsTooEarly(text.slice(0, middle))) good = middle;
		else bad = middle;
	}
	// A comma before a closing bracket: it is the comma that is wrong, not what follows.
	const comma = /,\s*$/.exec(text.slice(0, good))?.index;
	const isSuperfluous = comma !== undefined && /^\s*[}\]]/.test(text.slice(comma + 1));
	const before = text.slice(0, isSuperfluous ? comma : good).split('\n');
	return {
		issue: {
			file,
			line: before.length,
			column: (before.at(-1)?.length ?? 0) + 1,
			code: 'json-syntax',
			found: isSuperfluous ? 'a comma after the last entry' : message.replace(/(?: in JSON at|,? (?:\.\.\.)?").*/s, ''),
			expected: 'valid JSON',
			fix: isSuperfluous ? 'remove the comma' : 'correct the quote, comma or bracket here, or just before',
		},
	};
}

function complaint(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		return (error as SyntaxError).message;
	}
}

function endsTooEarly(text: string): boolean {
	const message = complaint(text);
	return message === undefined || /end of JSON input|Unterminated string/.test(message) || Number(/at position (\d+)/.exec(message)?.[1] ?? -1) === text.length;
}
