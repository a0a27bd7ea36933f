import { langs, type Localized } from '../model/languages.ts';
import { gaps } from './fold.ts';
import { standsAlone } from './names.ts';
import { joinedKey, toUnits, type Unit } from './units.ts';

/**
 * Words that readers and sources use for one another and that are no names: the glossary holds those. Each row is a
 * group, a column a language. A word of the group finds the others, after the places that hold the word itself.
 */
const rows: readonly Localized<string>[] = [
	{ en: 'moon lunar', ja: '月 月面 月極域' },
	{ en: 'car automobile automotive vehicle', ja: '自動車 車 車両 クルマ 乗用車' },
	{ en: 'company firm enterprise business corporation', ja: '企業 会社 メーカー' },
	{ en: 'startup start-up venture', ja: 'スタートアップ ベンチャー ベンチャー企業 新興企業' },
	{ en: 'loan lend lending financing', ja: '融資 ローン 貸付 借款 円借款' },
	{ en: 'invest investment', ja: '投資 出資' },
	{ en: 'subsidy grant', ja: '補助金 助成金 補助' },
	{ en: 'factory plant', ja: '工場 プラント 生産拠点' },
	{ en: 'manufacture manufacturing production produce make', ja: '製造 生産' },
	{ en: 'recycle recycling reuse', ja: 'リサイクル 再利用 再資源化' },
	{ en: 'student undergraduate postgraduate', ja: '学生 大学院生 留学生 留学' },
	{ en: 'university academia academic college', ja: '大学 学術界 学界' },
	{ en: 'worker workforce labour employee', ja: '人材 労働者 労働力 人手' },
	{ en: 'training skilling skill', ja: '研修 訓練 技能' },
	{ en: 'medicine drug pharmaceutical', ja: '医薬品 薬 製薬' },
	{ en: 'medical health healthcare', ja: '医療 健康 保健 保健医療' },
	{ en: 'chip semiconductor', ja: '半導体 チップ' },
	{ en: 'telecom telecommunications communications', ja: '通信 電気通信 情報通信' },
	{ en: 'memorandum MoU MoC', ja: '覚書 協力覚書' },
	{ en: 'agreement contract arrangement', ja: '協定 契約 合意 取り決め' },
	{ en: 'delegation mission', ja: '代表団 訪問団 使節団' },
	{ en: 'bank', ja: '銀行' },
	{ en: 'railway rail train', ja: '鉄道' },
	{ en: 'waste garbage rubbish', ja: '廃棄物 ごみ ゴミ' },
	{ en: 'wastewater sewage', ja: '排水 下水 汚水' },
	{ en: 'job employment', ja: '雇用 仕事 就業' },
	{ en: 'emission carbon', ja: '排出 炭素' },
	{ en: 'meeting session', ja: '会合 会議' },
	{ en: 'adviser advisor', ja: '顧問' },
	{ en: 'headquarter leader head chief', ja: '代表 率いる 団長' },
	{ en: 'electric electricity power', ja: '電力 電気 発電' },
	{ en: 'target goal aim', ja: '目標 目的' },
	{ en: 'internship intern', ja: 'インターンシップ インターン' },
	{ en: 'cloud', ja: 'クラウド' },
	{ en: 'spacecraft probe rover lander', ja: '探査機 探査車 着陸機 ローバー ランダー' },
	{ en: 'cancer oncology', ja: 'がん 癌 ガン' },
	{ en: 'elderly ageing geriatric', ja: '高齢者 高齢 老年 老人' },
	{ en: 'magnet', ja: '磁石' },
	{ en: 'capacity capability', ja: '能力 容量' },
	{ en: 'dialogue talks consultation', ja: '対話 協議' },
	{ en: 'postal post', ja: '郵便' },
	{ en: 'climate', ja: '気候 気候変動 温暖化' },
	{ en: 'depend dependence dependency reliance rely', ja: '依存 頼る' },
	{ en: 'region regional', ja: '地域' },
	{ en: 'fund', ja: 'ファンド 基金' },
	{ en: 'parts component', ja: '部品' },
	{ en: 'tyre', ja: 'タイヤ' },
	{ en: 'museum culture cultural heritage', ja: '文化 文化遺産' },
	{ en: 'mayor mayoral', ja: '市長' },
	{ en: 'expo exposition', ja: '万博 博覧会' },
	{ en: 'computer computing', ja: 'コンピュータ コンピューティング 計算機 計算' },
	{ en: 'mineral ore', ja: '鉱物 鉱石 レアメタル 希少金属' },
	{ en: 'doctoral doctorate PhD', ja: '博士 博士課程' },
	{ en: 'design', ja: '設計 デザイン' },
	{ en: 'hydrogen', ja: '水素' },
	{ en: 'water', ja: '水 水資源' },
	{ en: 'bamboo', ja: '竹' },
	{ en: 'alcohol ethanol bioethanol', ja: 'エタノール バイオエタノール' },
	{ en: 'whisky distillery brewery', ja: '蒸溜所 ウイスキー 醸造所' },
	{ en: 'refine refinery refining', ja: '精製 精錬 製錬' },
	{ en: 'operation operational', ja: '操業 稼働 稼動' },
	{ en: 'fibre cable network', ja: '通信網 ネットワーク 回線' },
];

/** Key of a word → the numbers of its groups. */
const groups = new Map<string, string[]>();
for (const [number, row] of rows.entries()) {
	for (const word of langs.flatMap((lang) => row[lang].split(' '))) {
		const key = joinedKey(toUnits(word));
		groups.set(key, [...new Set([...(groups.get(key) ?? []), String(number)])]);
	}
}
/** Length of the longest word of a group. */
export const longestWord = Math.max(...[...groups.keys()].map((key) => key.length));

/** The groups of a whole word or run of characters. */
export const groupsOfKey = (key: string): readonly string[] => groups.get(key) ?? none;

const none: readonly string[] = [];

/** The groups whose words stand in a text. */
export function groupsOf(units: readonly Unit[]): Set<string> {
	const found = new Set<string>();
	for (const [start, first] of units.entries()) {
		let key = '';
		for (let at = start; at < units.length && key.length < longestWord; at += 1) {
			const unit = units[at] as Unit;
			if (unit.kind !== first.kind || (first.kind === 'word' && at > start && !unit.hyphened)) break;
			key += unit.key;
			// A single character is a word only where no other of its kind stands beside it.
			const before = units[start - 1];
			if (first.kind === 'char' && at === start && (units[at + 1]?.script === 'han' || (first.gap === gaps.none && (before?.script === 'han' || before?.kind === 'word')))) continue;
			const own = groupsOfKey(key);
			if (own.length > 0 && standsAlone(units, start, at + 1)) for (const group of own) found.add(group);
		}
	}
	return found;
}
