import type { Issue, IssueCode } from '../issue.ts';
import { placeholder, type Passage } from './passages.ts';

/** A British dictionary. */
export interface Spelling {
	correct(word: string): boolean;
	suggest(word: string): string[];
}

/** Long ways of saying a short word, with that word. Each is a phrase that means the same wherever it stands. */
const wordy: readonly (readonly [RegExp, string])[] = [
	[/\bin order to\b/gi, 'to'],
	[/\bdue to the fact that\b/gi, 'because'],
	[/\bat this point in time\b/gi, 'now'],
	[/\bin the event that\b/gi, 'if'],
	[/\bwith regard to\b/gi, 'about'],
	[/\bwith respect to\b/gi, 'about'],
	[/\ba (?:large|great) number of\b/gi, 'many'],
	[/\bprior to\b/gi, 'before'],
	[/\bsubsequent to\b/gi, 'after'],
	[/\bfor the purpose of\b/gi, 'for'],
	[/\butili[sz](?:e|es|ed|ing)\b/gi, 'use'],
	[/\bleverag(?:e|es|ed|ing)\b/gi, 'use'],
];

/** How American endings are written in Britain: a better guess than the word with the fewest letters changed. */
const american: readonly (readonly [RegExp, string])[] = [[/ter(s|ed)?$/, 'tre$1'], [/or(s|ed|ing|able|ful|ite|ites|less|hood|hoods)?$/, 'our$1'], [/iz(e|es|ed|ing|ation|ations|er|ers)$/, 'is$1'], [/yz(e|es|ed|ing)$/, 'ys$1'], [/ense(s|less)?$/, 'ence$1'], [/og(s)?$/, 'ogue$1'], [/l(ed|ing|er|ers)$/, 'll$1'], [/ll(ment|ments)?$/, 'l$1']];

/** Words that may stand twice: “that that” is left to the writer’s ear. */
const mayRepeat = new Set(['that', 'had']);

/** Longer sentences are hard to follow, for those above all whose first language is another. */
const mostWords = 60;

/**
 * What is wrong in the English of a passage: spelling (lower-case words only: names are the glossary's), words twice,
 * detours, sentences that are too long.
 * @param known words that the glossary and the code bring in
 */
export function englishIssues({ text, isProse, at }: Passage, spelling: Spelling | undefined, known: ReadonlySet<string>): Issue[] {
	const issues: Issue[] = [];
	const say = (offset: number, code: IssueCode, found: string, expected: string, fix: string): void => void issues.push({ ...at(offset), code, found, expected, fix });
	// Addresses, file names, commands and values to be filled in are no words.
	const words = text.replaceAll(/\{\{[^}]*\}\}|https?:\/\/\S+|[\w.-]*[/_@][\w./-]*|\b[\w-]+\.(?:yaml|json|csv|mdx)\b|<[^>]+>|“[^”]*”/g, (match) => placeholder.repeat(match.length));
	if (spelling) {
		for (const { 0: word, index } of words.matchAll(/(?<![\p{L}\p{M}\p{N}’'-])[a-z]{3,}(?:’[a-z]+)?(?![\p{L}\p{N}])/gu)) {
			const plain = word.replace('’', "'");
			if (spelling.correct(plain) || known.has(word) || known.has(word.replace(/(?:’s|s)$/, ''))) continue;
			const suggestion = american.map(([ending, british]) => plain.replace(ending, british)).find((each) => each !== plain && spelling.correct(each)) ?? spelling.suggest(plain)[0];
			say(index, 'en-spelling', `“${word}”, which is no word of British English`, 'British spelling', suggestion === undefined ? 'correct the word' : `write “${suggestion.replace("'", '’')}”`);
		}
	}
	for (const { 0: both, 1: word = '', index } of words.matchAll(/\b(\p{L}+)\s+\1\b/giu)) {
		if (!mayRepeat.has(word.toLowerCase()) && both.endsWith(word)) say(index, 'en-repetition', `“${both}”`, 'each word once', `write “${word}”`);
	}
	for (const [pattern, short] of wordy) for (const { 0: long, index } of words.matchAll(pattern)) say(index, 'en-wordy', `“${long}”`, 'the short word', `write “${short}”`);
	if (isProse) {
		for (const { 0: sentence, index } of text.matchAll(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?/g)) {
			const count = sentence.split(/\s+/).filter((part) => /\p{L}/u.test(part)).length;
			if (count > mostWords) say(index + sentence.length - sentence.trimStart().length, 'en-sentence', `a sentence of ${count} words`, `${mostWords} words at most`, 'make two sentences of it');
		}
	}
	return issues;
}
