import { remember } from '../../../src/model/remember.ts';
import { width } from './clean.ts';
import { calls, furniturePatterns, givenAs, headingWords, nameWords, noteOfForm, ofPage, questions } from './data/furniture.ts';
import { withFigures } from './numerals.ts';
import { sentenceSpans } from './sentences.ts';
import type { FurnitureReason } from './source.ts';

/** Anchored: a sentence that merely holds one of these words is a fact. */
const whole = furniturePatterns.map(([reason, patterns]) => [reason, patterns.map((pattern) => new RegExp(`^(?:${pattern.source})$`, pattern.flags))] as const);

/** A sentence that counts or measures something is a fact, whatever it begins with: “Contacts, he said, rose by 60%.” */
const tellsFigure = /[¥$₹€]\s?\d|\bRs\.?\s?\d|\d[\d,.]*\s*(?:%|per cent|billion|million|crore|lakh|MW|GWh?|km|tonnes|companies|firms|people|students|engineers|plants|projects|years)\b|[\d０-９]\s*(?:億|万|兆|円|ドル|ルピー|社|人|名|か国|件の|％|%|割)/u;
const tellsDeed = /\b(?:is|are|was|were|has|have|had|will|would|can|could|rose|fell|grew|signed|agreed|plans?|invested|reached|said)\b.*\.["”’)]*$|(?:[たるすむぐうくつぬぶ]|です|ます|である)。$/u;

/** No line of furniture is longer. */
const longest = 260;

/**
 * Why a line is no fact, by itself.
 * @param text the cleaned line
 */
export const furnitureReason = (text: string): FurnitureReason | undefined => (text.length > longest ? undefined : reasonOf(text));

/** Asked of the same line by each step that looks at it. */
const reasonOf = remember((text): FurnitureReason | undefined => {
	if (/^[\p{So}\p{Sk}\uFE0F\s]+$/u.test(text)) return 'end-mark';
	if (tellsFigure.test(text) && tellsDeed.test(text)) return undefined;
	const bare = /^[(（]\s*([^()（）]*?)\s*[)）]$/u.exec(text)?.[1] ?? text;
	return whole.find(([, patterns]) => patterns.some((pattern) => pattern.test(text) || (bare !== text && pattern.test(bare))))?.[0];
});

/** Whether a line speaks of the page, the paper or its writers instead of its matter: what it rests on, who answers for it, how it may be used. */
export function speaksOfPage(text: string): boolean {
	return text.length <= 400 && !tellsFigure.test(text) && ofPage.some(([page, use]) => page.test(text) && use.test(text));
}

/** “注1：財務省貿易統計による。”, “注：2026年5月末時点。” */
const shortNote = /^[（(※]?注\s?[\d０-９]{0,2}\s?[)）:：]\s?[^。]{2,40}(?:による|を基に作成|に基づく|時点|現在)(?:である|です)?。?$/u;

/** A note on how figures and names are given: “※金額は発表時のもの。”, “(Note) Figures for FY2025 are preliminary.” */
export const isNoteOfForm = (text: string): boolean => (shortNote.test(text) && !tellsFigure.test(text)) || text.length <= 200 && noteOfForm.test(text) && givenAs.test(text) && !/[¥$₹€]\s?\d|[\d０-９]\s*(?:[億万兆]|円|ドル|ルピー|社|人)|\d\s*(?:%|million|billion|crore)/u.test(text);

/** A source: a title in quotation marks, no verb outside of them, and at the end a year, pages or an address. */
export const isCitation = (text: string): boolean => text.length <= 300 && /[“"「『][^”"」』]{4,200}[”"」』]/u.test(text) && (/(?:[,，、(（]\s*(?:\p{Lu}\p{Ll}+\s)?(?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}+\s)?(?:19|20)\d\d年?[)）]?|pp?\.\s?\d+(?:[-–]\d+)?|頁|https?:\/\/\S+)[.。]?$/u.test(text)) && !/\b(?:is|are|was|were|has|have|had|will|said|signed|agreed|opened|set|called)\b|[たるい]。/u.test(text.replace(/[“"「『][^”"」』]*[”"」』]/gu, ''));

/**
 * Whether a line only asks its reader something or calls upon them. A figure or a name may tell a fact in
 * passing (“Why did the firm choose Sanand?”), so such lines are kept.
 * @param line the cleaned line
 */
export function tellsNoFact(line: string): boolean {
	// Who speaks stands before it.
	const text = line.replace(/^(?:(?:[QＱ]|問|質問|記者)\s?[\d０-９]{0,2}\s*[：:.．)）\s]|(?:\p{Lu}[\p{L}.’'-]*,?\s){0,7}\p{Lu}[\p{L}.]*(?:\s\d{1,2})?:)\s*/u, '');
	if (text === '' || text.length > 240 || /[\d０-９]/.test(text)) return false;
	return sentenceSpans(text).every(([from, to]) => {
		const sentence = text.slice(from, to).trim();
		if (calls.some((pattern) => pattern.test(sentence))) return true;
		return questions.test(sentence) && !sentence.replace(/^\P{L}*\p{Script=Latin}+/u, '').replace(nameWords, '').match(/\p{Lu}|[\p{Script=Katakana}ー]{3}/u);
	});
}

const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const dateLine = new RegExp(
	String.raw`^(?:[\p{Lu}][\p{L} /&.]{1,40}[,|–-]\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:(?:${months})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to)\s?\d{1,2})?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to)\s?\d{1,2})?\s+(?:${months})\.?,?\s+\d{4}|(?:${months})\.?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?:[\s,|@T·•-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)?(?:\s*\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?(?:,\s\p{Lu}\p{Ll}{2,14}(?:\s\p{Lu}\p{Ll}{2,14})?)?(?:\s*(?:公開|更新|掲載|配信|発表|FREE|無料|有料|\p{Script=Han}{2,4}))?$`,
	'iu',
);
const japaneseDateLine = /^(?:[^\d０-９。、]{2,24}[\s　])?[（(【]?(?:(?:令和|平成)\s*(?:元|[\d０-９]{1,2})年|[\d０-９]{4}年)\s*[\d０-９]{1,2}月(?:\s*[\d０-９]{1,2}日)?(?:\s*[（(][月火水木金土日](?:曜日?)?[)）])?(?:\s*(?:午[前後])?[\d０-９]{1,2}[:：時](?:[\d０-９]{2}分?)?(?:から|開始|[～〜~][^\d０-９。、]{0,24})?)?(?:\s*(?:公開|更新|掲載|配信|発表|受領|受理|答弁|提出|送付|公布|施行))?[)）】]?(?:[\s　]+[^\d０-９。、]{2,24})?$/u;

/** The head of a page of a newspaper: its name, the day in both counts of years, the day of the week, the section, the page. */
const masthead = /^[^\d０-９。、]{2,24}[\s　]+(?:[\d０-９]{4}年[（(](?:令和|平成)[\d０-９元]{1,2}年[)）]|(?:令和|平成)[\d０-９元]{1,2}年[（(][\d０-９]{4}年[)）])\s?[\d０-９]{1,2}月[\d０-９]{1,2}日[\s　]*[（(]?[月火水木金土日]曜?日?[)）]?(?:[\s　]+[^\d０-９。、]{1,12})?(?:[\s　]*[（(]?[\d０-９]{1,2}[)）]?面?)?$/u;

/** “By Asha Verma on March 3, 2026”: what stands before the date. */
const datedBy = new RegExp(String.raw`^(?:(?:written|posted|published|reported)\s+)?by\s+[^\d.。]{3,60}?(?:\s+on\s+|\s*[,|–-]\s*|\s+)(?=\S*\d|(?:${months})\b)`, 'iu');

/** “Asha Verma Published 05.05.25, 09:48 AM” */
const publishedBy = /^(?:\p{Lu}[\p{L}.’-]*\s){1,4}(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\s?:?\s(?:on\s)?(?=\d|\p{Lu}\p{Ll}{2,8}\.?\s\d)/u;

/** “4 min read 18 Sep 2025” */
const readFirst = /^\d+\s?min(?:ute)?s?\.?\s?read\s*[|•·,–-]?\s*(?=\S)/iu;
/** “Asha Verma 30 Oct 2025 07:15 IST” */
const namedFirst = (text: string): RegExpExecArray | null => {
	const match = nameFirst.exec(text);
	return match && !headingWords.test(match[0]) ? match : null;
};

/** “New Delhi, October 25”, “TOKYO :”: where a report was written, on a line of its own. */
const placeLine = new RegExp(String.raw`^(?:new delhi|delhi|tokyo|mumbai|chennai|bengaluru|hyderabad|kolkata|ahmedabad|gandhinagar|lucknow|pune|osaka|kyoto|nagoya|fukuoka)(?:\s?[:：]|,\s(?:(?:${months})\.?\s\d{1,2}|\d{1,2}\s(?:${months}))\s?[:：—–-]{0,2})$`, 'iu');

/** A line that is a date and nothing else, or a date with the name of a writer. */
export function isDateLine(written: string): boolean {
	const { text } = withFigures(written);
	const named = (publishedBy.exec(text) ?? datedBy.exec(text) ?? readFirst.exec(text) ?? namedFirst(text))?.[0];
	if (named !== undefined && text.length < 120 && isDateLine(text.slice(named.length))) return true;
	// “Monday, 9 November 2026. By Ritu Anand and Kei Morita”
	const [, day = '', who = ''] = /^(.{6,40}?)[.,]? [Bb]y (.{3,70})$/u.exec(text) ?? [];
	if (people.test(who) && isDateLine(day)) return true;
	if (masthead.test(text) || placeLine.test(text)) return true;
	// “A. Rao | Mumbai | Updated: Mar 6, 2026 14:05 IST”
	const parts = text.split(/\s*[|｜•·]\s*/u);
	if (parts.length > 1) return text.length < 160 && !/[.。]$/.test(text) && parts.some((part) => isDateLine(part));
	if (text.length >= 80) return false;
	// “Hyderabad, Updated - March 30, 2026 at 09:41 PM.”
	const when = saidWhen.exec(text)?.[1];
	if (when !== undefined && isDateLine(when)) return true;
	// “(Tokyo, 3 May 2025)”, “2025年5月3日 5:00 [有料会員限定]”
	const bare = text.replace(/^[（(]\s*([^()（）]*?)\s*[)）]$/u, '$1').replace(/^(?:(?:originally|first|last)\s+)?(?:published|posted|updated|modified)(?:\s+(?:on|at))?\s*[:：]?\s*/iu, '').replace(/\s*[|·,–-]?\s*(?:updated|modified)\s+(?:\d+|an?)\s+(?:minutes?|hours?|days?)\s+ago$/iu, '').replace(/\s*[[［【(（](?:[^\]］】)）\d]{1,16}|[^\]］】)）]{1,24}更新)[\]］】)）]$/u, '');
	return [text, bare].some((line) => dateLine.test(line) || japaneseDateLine.test(line));
}

/** Where and when a page was put up or changed. */
const saidWhen = /^(?:\p{Lu}[\p{L} ]{1,24}[,|–-]\s*)?(?:(?:last|first)\s)?(?:updated|published|posted|modified)\s?(?:on)?\s?[-–:|,]?\s*(.{6,50}?)\.?$/iu;

const person = String.raw`(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb|Lt|Gen)\.?\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}`;
const capitalMonths = months.replaceAll(/(?<=^|\|)\p{Ll}/gu, (letter) => letter.toUpperCase());
const nameFirst = new RegExp(String.raw`^(?!(?:${capitalMonths})\b)\p{Lu}[\p{L}.'’-]*(?:\s+(?!(?:${capitalMonths})\b)\p{Lu}[\p{L}.'’-]*){1,2}\s*[|•·,–-]?\s+(?=\d|(?:${capitalMonths})\b)`, 'u');
/** A line of nothing but names of people. */
export const people = new RegExp(String.raw`^${person}(?:(?:,| and| &|, and)\s+${person}){0,4}$`, 'u');

/** A line that is the name of a person or of an office: between a title and the text it is a byline. */
export function isNameLine(written: string): boolean {
	// “Ishita Roy (1) and Daichi Mori²”: marks of notes.
	const text = written.replace(/\s?(?:\((?:\d|\*)\)|\[\d\]|[¹²³⁴-⁹*†]+)(?=\s|,|$)/gu, '');
	if (text.length > 70 || /[.。!?！？:：]$/.test(text) || /\d/.test(text)) return false;
	if (people.test(text) && !headingWords.test(text)) return true;
	if (/^(?:\p{Lu}[\p{L}&.'’-]*|of|the|and|for|on|in|&)(?:\s+(?:\p{Lu}[\p{L}&.'’-]*|of|the|and|for|on|in|&)){0,8}\s*,\s*(?:\p{Lu}[\p{L}&.'’-]*|of|the|and|for|&)(?:\s+(?:\p{Lu}[\p{L}&.'’-]*|of|the|and|for|&)){0,8}$/u.test(text)) return true;
	if (/^(?:\p{Lu}\p{L}+\s){0,3}(?:Correspondent|Reporter|Editor|Bureau|Desk|Staff|Writer|Columnist|Contributor)$/u.test(text)) return true;
	// 見本 聡 : 鉄道ライター
	if (/^[\p{Script=Han}々]{1,4}[\s　]?[\p{Script=Han}\p{Script=Hiragana}々]{1,4}\s?[:：／/]\s?[^。:：]{0,20}(?:ライター|記者|研究員|教授|ジャーナリスト|アナリスト|エコノミスト|編集(?:者|部|長)|評論家|コンサルタント)$/u.test(text)) return true;
	// 大西陽子、ムンバイ＝アルン・ラオ
	if (/^[\p{Script=Han}\p{Script=Hiragana}]{3,6}(?:、(?:[\p{Script=Han}\p{Script=Katakana}ー]{2,10}[＝=])?[\p{Script=Han}\p{Script=Katakana}ー・]{3,16})+$/u.test(text)) return true;
	if (/(?:概要|結果|要旨|資料|報告|声明|発表|会合|会談|一覧|案|経緯|成果|協力|計画|状況|予定|取組|課題|発言|挨拶|応答)$/u.test(text)) return false;
	return /^(?=.{3})[\p{Script=Han}]{1,4}[\s　]?[\p{Script=Han}\p{Script=Hiragana}]{1,4}$/u.test(text) || /^[\p{Script=Han}\p{Script=Katakana}ー・\s]{2,20}(?:省|庁|局|課|室|大使館|事務局|研究所|大学|新聞|通信|編集部|研究員|教授|主任研究員)$/u.test(text);
}

/** The name of whoever wrote it, in brackets behind an article: “（見本花子）”. */
export const isSignature = (text: string): boolean => /^[（(][\p{Script=Han}々]{3,6}[)）]$/u.test(text) && !/[称案了続略注抄訳定省庁局部課室県市区町村国社館院校][)）]$/u.test(text);

/** A line of a few words, such as a page has above its title: the name of the site, of a section, of a country. */
export const isThin = (text: string): boolean => (/\p{Script=Latin}{2}/u.test(text) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text.split(/\s+/).length <= 3 : width(text) <= 14 || (width(text) <= 24 && /(?:ニュース|新聞|オンライン|通信|タイムズ|プレス|電子版)$/u.test(text)) || /^[^\s、。]{2,16}[|｜][^\s、。]{2,16}$/u.test(text) || /^[\p{Script=Han}\p{Script=Katakana}ー]{2,8}(?:・[\p{Script=Han}\p{Script=Katakana}ー]{2,8}){1,4}$/u.test(text));
