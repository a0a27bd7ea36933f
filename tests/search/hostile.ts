import { hostileTexts } from '../core/hostile-texts.ts';

/** Questions that nobody asks in earnest. None of them may throw, become markup, or keep the reader waiting. */
export const hostileQuestions: Readonly<Record<string, string>> = {
	markup: '<img src=x onerror=alert(1)><script>alert(1)</script>',
	'end of a script': '</script><script>alert(1)</script>',
	'regular expression': '(a+)+$ [\\',
	'replacement pattern': '$& $1 {{count}}',
	emoji: '🤝🇮🇳🇯🇵',
	'lone surrogate': '\uD800x\uDC00',
	blank: ' 　\t ',
	long: 'semiconductor '.repeat(800).slice(0, 10_000),
};

/** The same in every way that a long one can be long, and all texts that have been code to some parser. */
export const manyHostileQuestions: readonly string[] = [
	...Object.values(hostileQuestions),
	'',
	'あ'.repeat(10_000),
	'半導体竹融資海水温度覚書'.repeat(900).slice(0, 10_000),
	'a-b'.repeat(3_400).slice(0, 10_000),
	...Object.values(hostileTexts),
];
