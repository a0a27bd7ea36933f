import { languages, langs, scripts, type Lang } from '../../../src/model/languages.ts';
import type { documentKinds } from '../../../src/model/vocabulary.ts';
import { datesIn } from './dates.ts';
import { documentLabel } from './data/furniture.ts';
import { isSignature, isThin, people } from './furniture.ts';
import type { Layout } from './layout/block.ts';
import type { SourceText } from './source.ts';

/** What a document says about itself: proposals for the head of its seed. */

export interface Metadata {
	readonly language: Lang;
	readonly kind: { readonly value: (typeof documentKinds)[number]; readonly confidence: number };
	readonly title?: string;
	readonly author?: string;
	readonly publisher?: string;
	/** EDTF. */
	readonly published?: string;
	readonly url?: string;
}

/** The language whose script most letters are in; a script that only one language writes decides early. */
export function detectLanguage(text: string): Lang {
	const sample = text.slice(0, 20_000);
	const share = (lang: Lang): number => {
		const script = scripts[languages[lang].script];
		let [own, all] = [0, 0];
		for (const character of sample) {
			if (!/\p{L}/u.test(character)) continue;
			all += 1;
			if (script.test(character)) own += 1;
		}
		return all === 0 ? 0 : own / all;
	};
	// A Japanese character carries what two or three Latin letters do.
	const weight = (lang: Lang): number => share(lang) * (languages[lang].writes.length > 1 ? 3 : 1);
	return [...langs].sort((a, b) => weight(b) - weight(a))[0] ?? langs[0];
}

/** The office that publishes, where its name stands above the title. */
const office = /^(?:Press Information Bureau|(?=[^.,]{8,70}$)(?:\p{Lu}[\p{L}&’'-]*\s){1,6}(?:Institute|INSTITUTE|Foundation|FOUNDATION|Centre|CENTRE|Center|CENTER|Council|COUNCIL|University|UNIVERSITY|Forum|FORUM|Society|SOCIETY)(?:\s(?:of|for|on|OF|FOR|ON)\s[\p{L}\s&’'-]{3,40})?|(?:(?:Ministry|Department|Government|Embassy|Consulate[- ]General|Office) of|(?:MINISTRY|DEPARTMENT|GOVERNMENT|EMBASSY|CONSULATE[- ]GENERAL|OFFICE) OF)\b.{3,60}|\p{Script=Han}{2,10}(?:省|庁|大使館|総領事館)(?:[・、]\p{Script=Han}{2,10}(?:省|庁))*)(?:\s?[(（].{1,20}[)）])?$/u;
/** The name of a site or a paper, where it stands above the title. */
const masthead = /^(?=.{2,30}$)(?:.*(?:オンライン|新聞|ニュース|電子版|デジタル|通信|時報|日報|タイムズ|ジャーナル|プレス)(?:[(（].{1,10}[)）])?|(?:The )?(?:\p{Lu}[\p{L}&]* ){1,3}(?:Online|News|Times|Daily|Post|Express|Herald|Tribune|Magazine|Today))$/u;
const kinds: readonly (readonly [Metadata['kind']['value'], number, RegExp])[] = [
	['government-fact-sheet', 0.85, /ファクトシート|fact ?sheet|報道発表|プレスリリース|press release|joint statement|共同声明|press information bureau|外務省|経済産業省|ministry of (?:external|foreign|economy)/iu],
	['think-tank-article', 0.75, /\b(?:institute|foundation|research fellow|senior fellow|RIS|ORF|think tank|consultant|policy brief|commentary|working paper)\b|研究所|研究員|論考|コラム/iu],
	['newspaper-article', 0.7, /\b(?:written by|IST\b|PTI|ANI|reuters|express|times|hindu|nikkei|news service|correspondent|JST\b)|新聞|日報|時報|通信|記者|特派員/iu],
	['trade-press-article', 0.6, /\b(?:EQ|magazine|mag\b|trade|industry news|in short|in detail|energy world|electronics)\b|業界|専門誌/iu],
];

/** A date that a page puts before its title. */
const leadingDate = /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\s+(?=\S)/u;

/** “… 2025年09月30日 18時01分”, behind the title of an agency. */
const trailingDate = /\s+\d{4}年\d{1,2}月\d{1,2}日(?:\s\d{1,2}[:時]\d{2}分?)?$/u;

/** How much a line with a date says of when a document was published: that on which it was, any other, the day on which the page was looked at, that on which it was changed. */
function rankOf(line: string, index: number): number {
	if (/^(?:first |originally )?(?:published|posted|date|released|issued)\b|(?:^|[\s\d])(?:公開|掲載|発表|配信|投稿|公表)(?:日|[:：\s]|$)|^(?:公開|掲載|発表|配信|投稿|公表)/iu.test(line)) return 0;
	if (/(?:^|[\s\d])(?:最終)?更新日?|^(?:last )?(?:updated|modified)/iu.test(line)) return 3;
	return index === 0 && clock.test(line) ? 2 : 1;
}
/** “Friday, December 05, 2025 | 01:23 PM IST”: the clock of a site, above all else. */
const clock = /^(?=.*(?:day,|\d[:.]\d\d))(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?\p{L}{3,9}\s\d{1,2},?\s\d{4}(?:\s?[|,]?\s?\d{1,2}[:.]\d{2}\s?[ap]m\b.{0,30})?$/iu;

/** “（令和８年２月現在）”, “(as of 1 March 2026)”: how matters stood when it was written. */
const asOf = /[（(](?:as (?:of|on|at)\s+)?([^()（）]{4,30}?)(?:現在|時点)?[)）]$/iu;

/** “September 2026 update” */
const ofMonth = /(\p{Lu}\p{Ll}{2,8} (?:19|20)\d\d) (?:update|edition|issue|bulletin|newsletter)\b/iu;

/** “Monday, 9 November 2026. By Ritu Anand and Kei Morita” */
const dayFirst = /\b(?:19|20)\d\d[.,]? [Bb]y (\p{Lu}.{2,70})$/u;
/** “見本　由香（みほん　ゆか）” */
const withReading = /^([\p{Script=Han}々]{1,4}[\s　]?[\p{Script=Han}\p{Script=Hiragana}々]{1,4})[\s　]?[（(][\p{Script=Hiragana}ー\s　]{4,16}[)）]$/u;
/** What agencies put before the title of a report that they send again. */
const sentAgain = /^(?:UPDATE|RPT|REFILE|CORRECTED|WRAPUP|EXCLUSIVE|ANALYSIS|FACTBOX|INSIGHT)(?: \d)?\s?[-–—:]\s?/;

export function metadataOf(source: SourceText, layout: Layout, language?: Lang): Metadata {
	const { hints } = source;
	const { titles, bylines } = layout.front;
	const front = [...titles, ...bylines, hints.publisher ?? '', hints.author ?? ''].join('\n');
	const firstText = layout.blocks[0]?.text.slice(0, 200) ?? '';
	const kind = kinds.find(([, , pattern]) => pattern.test(front)) ?? kinds.find(([kindOf, , pattern]) => kindOf === 'trade-press-article' && pattern.test(firstText));
	const byName = bylines.map((line) => dayFirst.exec(line)?.[1] ?? /^(?:written\s+)?by\s*:?\s+(.+?)(?:(?:\s*[|,–]|\s+on\s+\S*\d|\s+on\s+\p{Lu}\p{Ll}+\s+\d).*)?$/iu.exec(line)?.[1] ?? /^(?:author|文|筆者|著者|執筆|記者)\s*[:：＝=／/]\s*(.+)$/iu.exec(line)?.[1] ?? /^[【（(]?(.+?)\s*(?:記者|特派員)[】）)]?$/u.exec(line)?.[1] ?? (isSignature(line) ? line.slice(1, -1) : withReading.exec(line)?.[1]?.replace(' ', '　'))).find((name) => name !== undefined);
	const plainName = bylines.find((line) => people.test(line) && !/^by\b/i.test(line));
	const author = hints.author ?? byName ?? plainName;
	const dates = [...bylines].map((line, index) => ({ line, rank: rankOf(line, index) })).sort((a, b) => a.rank - b.rank).map(({ line }) => line);
	const dated = [hints.published ?? '', ...dates, ...titles.map((line) => leadingDate.exec(line)?.[0] ?? trailingDate.exec(line)?.[0] ?? asOf.exec(line)?.[1] ?? ofMonth.exec(line)?.[1] ?? '')].flatMap((line) => datesIn(line, { published: undefined })).map(({ edtf }) => edtf).find((edtf) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(edtf));
	const named = titles.filter((line) => !documentLabel.test(line) && !office.test(line) && !masthead.test(line));
	const title = hints.title ?? (named.find((line) => !isThin(line)) ?? named[0] ?? titles[0])?.replace(leadingDate, '').replace(trailingDate, '').replace(sentAgain, '');
	const publisher = hints.publisher ?? bylines.map((line) => /^(?:publisher|発行(?:者|元)?)\s*[:：]\s*(.+)$/iu.exec(line)?.[1]).find((name) => name !== undefined) ?? [...titles, ...bylines].find((line) => office.test(line)) ?? titles.find((line) => line !== title && masthead.test(line));
	return {
		language: language ?? detectLanguage(source.text),
		kind: kind ? { value: kind[0], confidence: kind[1] } : { value: 'web-summary', confidence: 0.4 },
		...(title === undefined ? {} : { title }),
		...(author === undefined ? {} : { author }),
		...(publisher === undefined ? {} : { publisher }),
		...(dated === undefined ? {} : { published: dated }),
		...(hints.url === undefined ? {} : { url: hints.url }),
	};
}
