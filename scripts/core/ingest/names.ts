import type { Category } from '../../../src/model/vocabulary.ts';
import { matchesOf } from './clean.ts';
import { commonCapitals, personTitles } from './data/context.ts';
import type { Link } from './links.ts';
import { Stretches } from './stretches.ts';

/** Names that the glossary does not know yet, proposed as entries of it. */

export interface FoundName {
	readonly name: string;
	readonly category: Category;
	readonly at: number;
	readonly confidence: number;
}

const endings: readonly (readonly [RegExp, Category, number])[] = [
	[/(?:\b(?:Ltd|Limited|Inc|Corporation|Corp|Co|Company|Group|Holdings|Motors?|Industries|Electronics|Bank|Chemicals?|Steel|Energy|Power|Systems|Technologies)\.?)$|(?:株式会社|グループ|ホールディングス|銀行|工業|電機|製作所|商事|重工(?:業)?|自動車|化学|製薬|社)$/u, 'company', 0.8],
	[/^(?:Ministry|Department|Government|University|Institute|Indian Institute|Council|Agency|Embassy)\b|\b(?:Ministry|Department|Agency|Authority|Organi[sz]ation|University|Institute|College|Council|Association|Federation|Chamber|Commission|Centre|Center|Foundation|Society|Board|Academy|Bureau|Laboratory|Hospital)\b|(?:省|庁|機構|大学|協会|研究所|連盟|連合会|商工会(?:議所)?|委員会|大使館|財団|学会|センター|病院|局)$/u, 'organisation', 0.8],
	[/\b(?:Programme|Program|Initiative|Scheme|Dialogue|Fund|Mission|Project|Network|Forum|Corridor|Expo|Alliance|Framework)$|(?:プログラム|イニシアティブ|イニシアチブ|対話|ファンド|計画|事業|フォーラム|回廊|同盟|枠組み|ミッション)$/u, 'programme', 0.75],
	[/\b(?:Agreement|Partnership|Declaration|Memorandum|Convention|Treaty|Statement|Action Plan|Roadmap|Vision)\b|(?:協定|条約|宣言|声明|パートナーシップ|覚書|アクションプラン|アクション・プラン|ビジョン|ロードマップ)$/u, 'agreement', 0.7],
	[/\b(?:Pradesh|Nadu|City|District|Prefecture|State|Port|Park|Nagar|pur|bad|River|Island|Bay|Valley)$|(?:州|県|市|区|町|港|地区|島|湾)$/u, 'place', 0.75],
];

/** No name has more words: what joins more of them is a list, and could be parted at each. */
const english = /(?<![\p{L}\d])(?:\p{Lu}[\p{L}\d’'.-]*|\d+[A-Z]+)(?:(?:\s+(?:of|and|for|the|de|on|&)){0,2}\s+(?:\p{Lu}[\p{L}\d’'.-]*|&)){0,24}(?:\s+\(\p{Lu}[\p{Lu}\d-]{1,9}\))?/gu;
/** Each piece begins where its kind of letter begins: where it could begin anywhere, a long run would be cut in all ways that there are. */
const japaneseNames = /(?:(?<![\p{Script=Katakana}ー・])[\p{Script=Katakana}ー・]{2,}|(?<!\p{Script=Han})\p{Script=Han}{1,40}|(?<![A-Za-zＡ-Ｚａ-ｚ&＆])[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ&＆]{1,60}){1,5}(?:株式会社|ホールディングス|グループ|銀行|製作所|重工業?|製薬|省|庁|機構|大学|協会|研究所|連盟|連合会|商工会議所|商工会|委員会|財団|学会|研究センター|プログラム|イニシアティブ|イニシアチブ|ファンド|フォーラム|同盟|協定|アクション・?プラン|州|県|社)(?![\p{Script=Han}\p{Script=Katakana}])|(?:株式会社)[\p{Script=Katakana}ー・\p{Script=Han}]{2,16}/gu;
const quotedNames = /[「『]([^「」『』。]{4,40}?(?:プログラム|イニシアティブ|イニシアチブ|計画|対話|覚書|協定|事業|戦略|パートナーシップ|プラン|ビジョン))[」』]/gu;

const office = /^(?:\S+\s)?(?:Ministry|Department|Institute|Council|Agency|Centre|Center|Board|Bureau|Office|School|Faculty|College|Organi[sz]ation|Corporation|Commission|Committee|Association|Federation)\b/;
/** No name ends so: “Free and Open …”, “Special Strategic and Global …”. */
const describes = /\b(?:Free|Special|Strategic|Economic|Industrial|Clean|Digital|Trade|Commerce|Science|Small|New|Health|External|Critical|Skills?|Research|Agriculture|Foreign|Public|Finance|Power|Steel|Oil|Road|Rail)$/;
const capitals = (text: string): number => text.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).length;

/** Two names that “and” joins: apart where each is one by itself, and not two fields of one office. */
function apart(match: RegExpExecArray): { readonly name: string; readonly at: number }[] {
	const [whole] = match;
	const parts: { name: string; at: number }[] = [];
	let from = 0;
	for (const { index, 0: joint } of matchesOf(whole, / and (?=\p{Lu})/gu)) {
		const [left, right] = [whole.slice(from, index), whole.slice(index + joint.length)];
		const ends = endings.some(([pattern]) => pattern.test(left));
		const isOneOffice = office.test(left) && / (?:of|for) /.test(left) && !/^(?:the )?(?:Ministry|Department|Minister|Government|Embassy)\b/.test(right);
		if (isOneOffice || describes.test(left) || !(capitals(left) >= 2 || ends) || capitals(right) < 2) continue;
		parts.push({ name: left, at: match.index + from });
		from = index + joint.length;
	}
	return [...parts, { name: whole.slice(from), at: match.index + from }];
}

/** How much of a text is linked, up to each of its places. */
function coverage(length: number, links: readonly Link[]): Int32Array {
	const steps = new Int32Array(length + 1);
	for (const { from, to } of links) {
		steps[from] = (steps[from] ?? 0) + 1;
		steps[to] = (steps[to] ?? 0) - 1;
	}
	const covered = new Int32Array(length + 1);
	let depth = 0;
	for (let at = 0; at < length; at += 1) {
		depth += steps[at] ?? 0;
		covered[at + 1] = (covered[at] ?? 0) + depth;
	}
	return covered;
}

/** @param links what the glossary knows already */
export function unknownNames(passage: string, links: readonly Link[]): FoundName[] {
	const found: FoundName[] = [];
	// Known is what one entry covers for the most part, and what several cover together: “Japan and India”.
	const covered = coverage(passage.length, links);
	const isKnown = (from: number, to: number): boolean => (covered[to] ?? 0) - (covered[from] ?? 0) >= (to - from) * 0.6;
	const taken = new Stretches(passage.length);
	const add = (name: string, at: number, sure: number, otherwise: Category = 'organisation'): void => {
		if (isKnown(at, at + name.length) || taken.holds(at, at + name.length)) return;
		const ending = endings.find(([pattern]) => pattern.test(name.replace(/\s+\([^)]*\)$/, '')));
		if (!ending && sure < 0.5) return;
		taken.take(at, at + name.length);
		found.push({ name, category: ending?.[1] ?? otherwise, at, confidence: ending ? ending[2] * Math.min(1, sure + 0.3) : sure });
	};
	for (const { name: written, at: start } of matchesOf(passage, english).flatMap(apart)) {
		let [name, at, isPerson] = [written, start, false];
		// The first word of a sentence has a capital whatever it is, and a title stands before the name of a person.
		for (;;) {
			const first = /^\S+\s*/.exec(name)?.[0] ?? '';
			const word = first.trim().replace(/[’'.]s?$|[.,]$/, '');
			if (first === '' || !(commonCapitals.has(word) || /^(?:of|for|the|and|on|de|&)$/.test(word))) break;
			isPerson ||= personTitles.has(word);
			[name, at] = [name.slice(first.length), at + first.length];
		}
		// “Tokyo on September 18”
		name = name.replace(/\s+(?:(?:on|of|in|for|from)\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/, '');
		name = name.replace(/[’']s$/, '').replace(/[.\s&-]+$/, (end) => (/\b(?:Ltd|Inc|Co|Corp)\.$/.test(name) ? end.trim() : '')).replace(/\s(?:of|and|for|the|on)$/, '');
		const count = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part)).length;
		const begins = at === 0 || /[.!?“"(:]\s*$/.test(passage.slice(Math.max(0, at - 3), at));
		if (count >= 2) add(name, at, begins && count === 2 ? 0.45 : 0.6, isPerson ? 'person' : undefined);
		else if (/^\p{Lu}{3,8}$/u.test(name)) add(name, at, 0.5);
	}
	for (const match of matchesOf(passage, japaneseNames)) {
		const name = match[0].replace(/^(?:及び|並びに|日本の|印の|両|各|同|当|日本と|また)/u, '');
		if (name.length >= 3) add(name, match.index + match[0].length - name.length, 0.6);
	}
	for (const match of matchesOf(passage, quotedNames)) add(match[1] ?? '', match.index + 1, 0.7);
	return found;
}
