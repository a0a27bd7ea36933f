import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { langs, languages } from '../model/languages.ts';
import { remember } from '../model/remember.ts';

// Its main file reads a parser of HTML and the models of three other languages too: 130 files, for each build and each start of the server.
// Astro runs from the root of the project; a bundled module has no place of its own.
const require = createRequire(resolve('package.json'));
const budoux = dirname(require.resolve('budoux'));
const { Parser } = require(join(budoux, 'parser.js')) as Pick<typeof import('budoux'), 'Parser'>;
const { model } = require(join(budoux, 'data/models/ja.js')) as { readonly model: ConstructorParameters<typeof Parser>[0] };
const parser = new Parser(model);

/** Whether the language is written without spaces, so that only a phrase tells where a heading may break. */
const withoutSpaces: ReadonlySet<string> = new Set(langs.filter((lang) => languages[lang].script === 'Jpan').map((lang) => languages[lang].tag));
const needsPhrases = (tag: string): boolean => withoutSpaces.has(tag);

/** Middle dots, dashes and closing brackets end a phrase too, and an opening one begins one; BudouX is trained on running text and joins them. A particle stays with the bracket before it. */
const atPunctuation = /(?<=[・：／—–、。）」』〕】])(?!$)(?![、。）」』〕】])(?!(?<=[）」』〕】])\p{Script=Hiragana})|(?<!^)(?=[（「『〔【])/u;

/** No line ends with an opening bracket, or begins with a closing one or with what ends a part of a sentence. */
const opening = /[（「『〔【]$/u;
const closing = /^[、。・：；？！）」』〕】]/u;

/** A word written in kanji stays whole, whatever the model makes of it. */
const withinKanji = /^\p{Script=Han}$/u;

/** Nor is a verb made of two parted between them: 食い違い, 割り当て. */
const firstVerb = /(?<!\p{Script=Han})\p{Script=Han}[いきぎしちびみりえけげせねべめれ]$/u;
const secondVerb = /^\p{Script=Han}\p{Script=Hiragana}/u;

/** Not before a single character that ends a phrase: it would stand alone on its line. */
const betweenScripts = /(?<=\p{Script=Han})(?=\p{Script=Katakana})|(?<=[\p{Script=Katakana}ー])(?=\p{Script=Han}(?!$))/u;

/** A narrow screen has room for a little more than so many characters of a heading. */
const roomOfHeadings = 10;

/**
 * Cuts a heading where a line may end.
 * @param tag the language of the text
 * @param longest a compound of more characters than this breaks where its script changes: what a line has room for
 * @returns the phrases in order; joined, they are the text
 * @example phrases('重要鉱物・レアアース', 'ja') // => ['重要鉱物・', 'レアアース']
 */
export const phrases = (text: string, tag: string, longest = roomOfHeadings): readonly string[] =>
	needsPhrases(tag) ? cut(text).flatMap((phrase) => (phrase.length > longest ? phrase.split(betweenScripts) : [phrase])) : [text];

const cut = remember((text): readonly string[] => parser.parse(text).reduce(joinParts, []).flatMap((phrase) => phrase.split(atPunctuation)));

function joinParts(joined: string[], phrase: string): string[] {
	const last = joined.at(-1);
	const isWithin = last !== undefined && (opening.test(last) || closing.test(phrase) || (withinKanji.test(last.at(-1) ?? '') && withinKanji.test(phrase.at(0) ?? '')) || (firstVerb.test(last) && secondVerb.test(phrase)));
	return isWithin ? [...joined.slice(0, -1), last + phrase] : [...joined, phrase];
}

/**
 * Puts `<wbr>` between the phrases of HTML, leaving tags and character references alone.
 * @param html well-formed HTML
 */
export const phraseHtml = (html: string, tag: string): string =>
	needsPhrases(tag) ? html.replace(/(?<=^|>)[^<]+/g, (text) => phraseText(text, tag)) : html;

/** Each character reference stands as one symbol while the phrases are found. */
function phraseText(text: string, tag: string): string {
	const references: string[] = [];
	const plain = text.replace(/&#?\w+;/g, (reference) => {
		references.push(reference);
		return '\uFFFC';
	});
	return phrases(plain, tag).join('<wbr>').replace(/\uFFFC/g, () => references.shift() ?? '');
}
