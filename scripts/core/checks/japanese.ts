import { scripts } from '../../../src/model/languages.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { placeholder, type Passage } from './passages.ts';

/** How sentences end: ～である, ～です. */
export type JapaneseStyle = 'dearu' | 'desumasu';

/** What a linter that knows Japanese grammar found in a text: which of its rules, where, and what it says of it. */
export interface JapaneseFinding {
	readonly rule: string;
	readonly offset: number;
	readonly message: string;
}

/** Reads a text of several paragraphs. It loads a dictionary, and so is the caller's. */
export type JapaneseLinter = (text: string, style: JapaneseStyle) => Promise<readonly JapaneseFinding[]>;

const letter = scripts.Jpan.source;
const marks: Readonly<Record<string, string>> = { ',': '、', '.': '。', '，': '、', '．': '。', '､': '、', '｡': '。', '｢': '「', '｣': '」' };
const brackets: Readonly<Record<string, string>> = { '「': '」', '『': '』', '（': '）', '【': '】', '〈': '〉', '《': '》', '“': '”' };

/** What the characters alone tell: their width, the marks of punctuation, brackets that stay open. */
export function japaneseIssues(passage: Passage): Issue[] {
	const { text, kind, isProse } = passage;
	const issues: Issue[] = [];
	const say = (offset: number, code: IssueCode, found: string, expected: string, fix: string, edit?: Issue['edit']): void =>
		void issues.push({ ...passage.at(offset), code, found, expected, fix, ...(edit && passage.isLiteral(offset, edit.from.length) ? { edit } : {}) });
	for (const { 0: wide, index } of text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+(?:[．，－％＆][０-９Ａ-Ｚａ-ｚ]+)*|[ｦ-ﾟ]+/g)) {
		const to = wide.normalize('NFKC');
		const isKana = /[ｦ-ﾟ]/.test(wide);
		say(index, 'ja-width', `“${wide}”`, isKana ? 'full-width kana' : 'half-width digits and Latin letters', `write “${to}”`, { from: wide, to });
	}
	for (const { 0: mark, index } of text.matchAll(new RegExp(`(?<=${letter}|[ー」』）])(?:[，．､｡｢｣]|[,.](?=${letter}|\\s|$))|[｢｣]`, 'gu'))) {
		const to = marks[mark] ?? mark;
		say(index, 'ja-punctuation', `“${mark}” in a Japanese sentence`, `“${to}”`, `write “${to}”`, { from: mark, to });
	}
	// A label may be half of a pair: `（` and `）` around a number.
	if (kind === 'label' && !isProse) return issues;
	const open: { readonly mark: string; readonly index: number }[] = [];
	[...text].reduce((index, mark) => {
		const last = open.at(-1);
		if (brackets[mark] !== undefined) open.push({ mark, index });
		else if (last && brackets[last.mark] === mark) open.pop();
		else if (Object.values(brackets).includes(mark)) say(index, 'ja-punctuation', `“${mark}” that nothing opens`, 'brackets in pairs', 'open the bracket, or remove it');
		return index + mark.length;
	}, 0);
	for (const { mark, index } of open) say(index, 'ja-punctuation', `“${mark}” that is not closed`, 'brackets in pairs', `close it with “${brackets[mark] ?? ''}”`);
	if (isProse && kind === 'seed') {
		const mark = /[！？]/.exec(text.replaceAll(/「[^」]*」|『[^』]*』/g, (quoted) => placeholder.repeat(quoted.length)));
		if (mark) say(mark.index, 'ja-punctuation', `“${mark[0]}” in a statement`, 'statements that neither ask nor exclaim', 'end the sentence with “。”');
	}
	return issues;
}

/** The rules of textlint that are used, and the code that each is reported with. Why these and no others: the house style. */
export const textlintRules: Readonly<Record<string, IssueCode>> = {
	'no-mix-dearu-desumasu': 'ja-style',
	'ja-no-successive-word': 'ja-repetition',
	'ja-no-redundant-expression': 'ja-wordy',
	'no-double-negative-ja': 'ja-wordy',
	'ja-no-abusage': 'ja-wordy',
	'no-dropping-the-ra': 'ja-wordy',
};

/** What a rule says of a text: its first line, without the number of the rule's own list and the stop at the end. */
const plain = (message: string): string => (message.split('\n')[0] ?? '').replace(/^【\w+】\s*/, '').replace(/。$/, '');

/** The passages of one style, as paragraphs of one text, read at once: loading the dictionary is what takes time. */
export async function grammarIssues(passages: readonly Passage[], style: JapaneseStyle, lint: JapaneseLinter): Promise<Issue[]> {
	if (passages.length === 0) return [];
	const starts: number[] = [];
	let text = '';
	for (const passage of passages) {
		starts.push(text.length);
		// Paragraphs end at a blank line: inside a passage there must be none. Code counts as a noun.
		text += `${passage.text.replaceAll(/\s/g, ' ').replaceAll(placeholder, '＊')}\n\n`;
	}
	return (await lint(text, style)).flatMap(({ rule, offset, message }): Issue[] => {
		const code = textlintRules[rule];
		const index = starts.findLastIndex((start) => start <= offset);
		const passage = passages[index];
		if (!code || !passage) return [];
		const within = offset - (starts[index] ?? 0);
		const excerpt = passage.text.slice(Math.max(0, within - 4), within + 12);
		const position = passage.at(within);
		if (code === 'ja-style') {
			const wanted = style === 'dearu' ? 'である' : 'です・ます';
			return [{ ...position, code, found: `“${excerpt}” in another style than ${wanted}`, expected: `sentences in ${wanted} style here`, fix: `end the sentence in ${wanted} style` }];
		}
		return [{ ...position, code, found: `“${excerpt}”: ${plain(message)}`, expected: code === 'ja-repetition' ? 'each word once' : 'the plain way to say it', fix: 'say it without the repetition or the detour' }];
	});
}
