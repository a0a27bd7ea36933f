/** `line:column` of the `▸` in a part of a text, found in the text itself. */
export function place(text: string, marked: string): string {
	const [before = '', after = ''] = marked.split('▸');
	if (text === '') return '1:1';
	if (text.split(before + after).length !== 2) throw new Error(`“${marked}” does not stand once in the text`);
	const lines = text.slice(0, text.indexOf(before + after) + before.length).split('\n');
	return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
