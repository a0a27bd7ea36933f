import type { Issue } from '../issue.ts';
import type { TextFile } from '../yaml.ts';

/** What is left of ingest's marks in a draft or a seed, with the line of each. */
export function leftToDo({ path: file, text }: TextFile, { isDraft }: { isDraft: boolean }): Issue[] {
	return text.split('\n').flatMap((line, index): Issue[] => {
		const column = line.search(/\S/) + 1;
		const at = { file, line: index + 1, column };
		const check = /^\s*# CHECK\b\s*(.*)$/.exec(line)?.[1];
		if (check !== undefined) return [{ ...at, code: 'still-to-do', found: `a proposal that nobody has settled yet (${check})`, expected: 'every proposal to be settled', fix: 'correct the field if need be, then delete this comment' }];
		if (!isDraft && /^\s*#>/.test(line)) return [{ ...at, code: 'shared-wording', found: 'a comment with words of the original', expected: 'a seed without sentences of the original', fix: 'move the file back to seeds/drafts and run npm run ingest -- --finish, or delete the comments that begin with “#>”' }];
		return [];
	});
}
