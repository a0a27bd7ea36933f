import { eras } from '../../eras.ts';
import { dayBy, dayOfNews, decade, fiscalShift, later, monthBy, nearYear, num, point, whole, yearEnding, type Form, type Groups, type Known } from './known.ts';

/** The forms of dates in Japanese texts, their digits folded to half width. */

const n = '[0-9]';
/** The same year once more in the other count: 2025年（令和7年）, 令和7（2025）年. */
const again = String.raw`(?:\((?:西暦|令和|平成|昭和)?(?:元|${n}{1,4})年?\))?`;
const year = String.raw`(?:(?<era>令和|平成|昭和)(?<ey>元|${n}{1,2})${again}年${again}|(?<y>(?:19|20)${n}{2})${again}年${again}|(?<rel>本年|今年|同年|一昨年|おととし|昨年|去年|(?<!対)前年(?!度?の?同(?:時?期|月)|度?(?:比|に比べ|と比べ|に対し|より|並み|実績|[^、。]{0,6}(?:倍|[%割]|ポイント)|[をと][^、。]{0,4}(?:上回|下回|同水準|同額|同じ)|から[^、。]{0,10}[増減]))|再来年|来年|明年|翌年|次年(?=度))(?<fiscal>度)?)`;
/** R7年度, R7.4.1: eras as offices shorten them. */
const shortEra = String.raw`(?<![A-Za-z0-9])(?<se>[RH])(?<ey>[1-9]|[12]${n}|3[01])`;
const to = String.raw`(?:から|[~〜～\-–―ー−]|及び|と)`;
/** 来春, 昨秋 */
const seasonOf: Readonly<Record<string, number>> = { 昨: -1, 今: 0, 来: 1 };

/** What may follow the bare day of a newspaper, and not a number of days. */
const dayEnd = '[、，,にのま夜朝午夕深未付(]|から(?!な)|発表|開';

function yearOf({ era, ey, y, rel, fiscal }: Groups, known: Known): number | undefined {
	if (y !== undefined) return Number(y);
	if (era !== undefined) return (eras[era] ?? 0) + (ey === '元' ? 1 : Number(ey));
	const same = known.same ?? known.stated;
	if (rel === '同年' || rel === '翌年' || rel === '前年') return same === undefined ? undefined : same + (rel === '翌年' ? 1 : rel === '前年' ? -1 : 0);
	if (known.stated === undefined) return undefined;
	return known.stated + (fiscal === undefined ? 0 : fiscalShift(known)) + ({ 一昨年: -2, おととし: -2, 昨年: -1, 去年: -1, 来年: 1, 明年: 1, 次年: 1, 再来年: 2 }[rel ?? ''] ?? 0);
}

const eraYear = ({ se, ey }: Groups): number => (eras[se === 'R' ? '令和' : '平成'] ?? 0) + Number(ey);

function shortYear(short: number, m: number | undefined, { stated }: Known, d?: number): string | undefined {
	const y = 2000 + short;
	return stated === undefined || y < stated - 20 || y > stated + 30 ? undefined : point(y, m, d);
}

export const japaneseForms: readonly Form[] = [
	[new RegExp(String.raw`${year}?(?<m>${n}{1,2})月(?<d>${n}{1,2})(?:日?(?:\([^)]\))?${to}(?:(?<m2>${n}{1,2})月)?|[、,](?=${n}{1,2}(?:の?両)?日))(?<d2>${n}{1,2})(?:の?両)?日`, 'g'), (g, k) => {
		const y = yearOf(g, k) ?? nearYear(k, num(g['m']) ?? 1, num(g['d']));
		return y === undefined ? undefined : `${point(y, num(g['m']), num(g['d']))}/${point(y, num(g['m2']) ?? num(g['m']), num(g['d2']))}`;
	}],
	[new RegExp(String.raw`${year}(?<m>${n}{1,2})月?${to}(?:(?<y2>(?:19|20)${n}{2})年)?(?<m2>${n}{1,2})月(?!${n}{1,2}日)`, 'g'), (g, k) => {
		const y = yearOf(g, k);
		return y === undefined ? undefined : `${point(y, num(g['m']))}/${point(num(g['y2']) ?? y, num(g['m2']))}`;
	}],
	[new RegExp(String.raw`${year}\s?(?<m>${n}{1,2})月\s?(?<d>${n}{1,2})日(?!付?(?:の)?記事)`, 'g'), (g, k) => whole(yearOf(g, k), num(g['m']), num(g['d']))],
	// 2025年3月期: the business year that ends then.
	[new RegExp(String.raw`${year}\s?(?<m>${n}{1,2})月期`, 'g'), (g, k) => { const y = yearOf(g, k); return y === undefined ? undefined : yearEnding(y, num(g['m']) ?? 0); }],
	[new RegExp(String.raw`${year}\s?(?<m>${n}{1,2})月(?!間|${n}{1,2}日付?の?記事)`, 'g'), (g, k) => whole(yearOf(g, k), num(g['m']))],
	[new RegExp(String.raw`${shortEra}\.(?<m>1[0-2]|[1-9])(?:\.(?<d>[12]${n}|3[01]|[1-9]))?(?![0-9.])`, 'g'), (g) => point(eraYear(g), num(g['m']), num(g['d']))],
	[new RegExp(String.raw`${shortEra}年度?`, 'g'), (g) => String(eraYear(g))],
	[new RegExp(String.raw`(?<![0-9年])(?<m>${n}{1,2})月(?<d>${n}{1,2})日`, 'g'), (g, k) => whole(nearYear(k, num(g['m']) ?? 1, num(g['d'])), num(g['m']), num(g['d']))],
	[new RegExp(String.raw`同月(?<d>${n}{1,2})日`, 'g'), (g, k) => (k.month === undefined ? undefined : `${k.month}-${(g['d'] ?? '').padStart(2, '0')}`)],
	[/(?<![0-9])(?<rel>同|翌|前)月(?!比|に比べ|[間次])/g, (g, k) => later(k, { 同: 0, 翌: 1, 前: -1 }[g['rel'] ?? ''] ?? 0, 'month') ?? (g['rel'] === '同' ? k.month : undefined)],
	[/(?<rel>同|翌|前)日(?!本|程)/g, (g, k) => later(k, { 同: 0, 翌: 1, 前: -1 }[g['rel'] ?? ''] ?? 0, 'day')],
	[new RegExp(String.raw`(?<rel>今|本|先|来)月(?:(?<d>${n}{1,2})日)?`, 'g'), (g, k) => monthBy(k, g['rel'] === '先' ? -1 : g['rel'] === '来' ? 1 : 0, num(g['d']))],
	[new RegExp(String.raw`(?<![0-9年かヶカ箇])(?<m>1[0-2]|[1-9])月?${to}(?<m2>1[0-2]|[1-9])月(?!間|${n})`, 'g'), (g, k) => {
		const [m1, m2] = [num(g['m']) ?? 1, num(g['m2']) ?? 1];
		const y = nearYear(k, m1);
		return y === undefined ? undefined : `${point(y, m1)}/${point(m2 < m1 ? y + 1 : y, m2)}`;
	}],
	[new RegExp(String.raw`(?<![0-9年かヶカ箇])(?<m>1[0-2]|[1-9])月(?![間期]|[0-9])`, 'g'), (g, k) => whole(nearYear(k, num(g['m']) ?? 1), num(g['m']))],
	[new RegExp(String.raw`(?<era>令和|平成)(?<ey>元|${n}{1,2})(?:年度?)?${to}(?<ey2>${n}{1,2})年度?`, 'g'), (g, k) => { const [from, until] = [yearOf(g, k), yearOf({ ...g, ey: g['ey2'] }, k)]; return from === undefined || until === undefined || from >= until ? undefined : `${from}/${until}`; }],
	[new RegExp(String.raw`(?<![0-9成和])(?<short>[1-6][0-9])(?:年度?)?${to}(?<short2>[1-6][0-9])年度`, 'g'), (g, k) => { const [from, until] = [shortYear(num(g['short']) ?? 0, undefined, k), shortYear(num(g['short2']) ?? 0, undefined, k)]; return from === undefined || until === undefined || from >= until ? undefined : `${from}/${until}`; }],
	[/(?<y>(?:19|20)[0-9]0)年代/g, (g) => decade(g['y'] ?? '')],
	// 30年代初頭: as newspapers shorten it.
	[/(?<![0-9])(?<short>[2-9]0)年代(?=[のにはへか、。初前半後])/g, (g) => decade(`${Number(g['short']) < 70 ? '20' : '19'}${g['short']}`)],
	[new RegExp(String.raw`(?<y>(?:19|20)${n}{2})(?:年度?)?${to}(?<y2>(?:19|20)?${n}{2})年度?(?!${n}{1,2}月)`, 'g'), (g) => { const end = g['y2']?.length === 2 ? String(g['y']).slice(0, 2) + g['y2'] : g['y2']; return Number(end) > Number(g['y']) ? `${g['y']}/${end}` : undefined; }],
	// 27年度, 28年以降: the short years of newspapers, near the publication.
	[new RegExp(String.raw`(?<![0-9成和])(?<short>[0-6][0-9])年(?:(?<m>1[0-2]|[1-9])月(?:(?<d>[12][0-9]|3[01]|[1-9])日|(?<ends>期))?|(?=度|以降|末|[春夏秋冬]|初頭|前半|後半|半ば|ごろ|頃|まで(?!の間)|から(?![、の]|一|[0-9])|中|内|にも|には|の(?=約|[0-9])|に(?:開|稼|始|着|完|運|発|量|生産|建|設|実|締結|署|投|導|予定|供|商用|打ち|出荷|合|工|竣|操|進出)))`, 'g'), (g, k) => (g['ends'] === undefined ? shortYear(num(g['short']) ?? 0, num(g['m']), k, num(g['d'])) : shortYear((num(g['short']) ?? 0) - (g['m'] === '12' ? 0 : 1), undefined, k))],
	[/年内(?=に|には|にも|の|を)/g, (_, k) => (k.stated === undefined ? undefined : `../${k.stated}`)],
	[/(?<![今来昨前翌0-9年])年度内(?=に|には|にも|の|を)/g, (_, k) => (k.stated === undefined ? undefined : `../${k.stated + fiscalShift(k)}`)],
	[/(?<![0-9今来昨前翌年同一])年末(?!年始|調整|商戦)(?=まで|に|を|の|、)/g, (_, k) => (k.stated === undefined ? undefined : String(k.stated))],
	// 年明け: in the paper of an autumn the next year, in that of January its own.
	[/年明け/g, (_, k) => (k.stated === undefined ? undefined : String(k.stated + ((num(k.published?.slice(5, 7)) ?? 12) > 3 ? 1 : 0)))],
	[/(?<rel>昨|今|来)(?:春|夏|秋|冬)(?=[、。はがにのもかまを]|以降|$)/g, (g, k) => (k.stated === undefined ? undefined : String(k.stated + (seasonOf[g['rel'] ?? ''] ?? 0)))],
	// 秋までに: the next one, or that of the year of publication.
	[/(?<![来昨今翌一二三四五六七八九十0-9年の末])(?:春|夏|秋|冬)(?=まで|ごろ|頃)/g, (_, k) => (k.stated === undefined ? undefined : String(k.stated))],
	[new RegExp(String.raw`${year}度?(?!${n}|代|ぶり|版|[^。、]{0,6}記事|国際博覧会|大阪|日本国際)`, 'g'), (g, k) => whole(yearOf(g, k))],
	// 本日, 本29日: the day of publication.
	[/(?<!日)本日(?=[、。はの午正夕朝夜開発署行\s(]|$)|きょう(?=[、は午])/g, (_, k) => dayBy(k, 0)],
	[/(?<rel>昨日|きのう|明日|あす)(?=[、。はがのに午夕朝夜発開署]|$)/g, (g, k) => dayBy(k, g['rel'] === '昨日' || g['rel'] === 'きのう' ? -1 : 1)],
	[new RegExp(String.raw`(?<![0-9日])本(?<d>[12][0-9]|3[01]|[1-9])日`, 'g'), (g, k) => monthBy(k, 0, num(g['d']))],
	// Nothing that EDTF could say, or not without knowing more: left to be looked at.
	[/(?:先|今|来)週|(?<![年度0-9])(?:上|下)(?:半)?期(?=[、にのは])/g, () => undefined],
	// 20～22日, 20日、…: the day of a newspaper, in the month of publication or the one before.
	[new RegExp(String.raw`(?<![0-9月年第.])(?<d>[12][0-9]|3[01]|[1-9])日?(?:${to}|、)(?<d2>[12][0-9]|3[01]|[1-9])日(?=${dayEnd})(?!の(?:間|うち)|間)`, 'g'), (g, k) => {
		const [from, until] = [dayOfNews(num(g['d']) ?? 0, k), dayOfNews(num(g['d2']) ?? 0, k)];
		return from === undefined || until === undefined || from >= until ? undefined : `${from}/${until}`;
	}],
	[new RegExp(String.raw`(?<![0-9月年第])(?<d>[12][0-9]|3[01]|[1-9])日(?=${dayEnd})(?!の(?:間|うち))`, 'g'), (g, k) => dayOfNews(num(g['d']) ?? 0, k)],
];

/** What a newspaper ends a sentence with in place of a verb in the past. */
const nouns = '一致|合意|発表|署名|締結|調印|表明|発言|開催|訪問|会談|指摘|強調|確認|開始|設立|決定|就任|参加|視察';
const told = /た(?=[。、」\s(]|$|が|と|ほか|[\p{Script=Han}\p{Script=Katakana}])|(?:予定|計画|見通し|方針|意向|方向|こと(?!で(?:一致|合意)。))(?=。|だ|で(?!き)|と(?!も)|し(?!て)|、)|見込[みむま]|目指|見据|(?:[う-る]|ます)(?=。|$)|(?:し|開き|結び|始め|行い)、/gu;

const toldByNoun = new RegExp(`(?:${nouns})(?=。|$)`, 'u');
/** “On the 27th, the minister said that …”: what is said stands between the day and the deed. */
const saidThen = new RegExp(`^(?:\\([^()]{1,4}\\))?、[^。]{4,}と(?:の(?:見解|認識|考え|意向)を)?(?:述べ|語|話|説明|明らかに|伝え|示|${nouns})[^。]{0,6}$`, 'u');

/** A Japanese deed is told behind its date; that of a verb stem is told by the end of its sentence. */
export function japaneseTense(text: string, _: number, end: number): 'past' | 'future' | undefined {
	const sentence = /^[^。]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
	const words = [...`${sentence}。`.matchAll(told)].map(([word]) => word).filter((word) => !word.endsWith('、'));
	const [first] = words;
	if (saidThen.test(sentence) && (words.at(-1) === 'た' || toldByNoun.test(sentence))) return 'past';
	if (first === undefined) return toldByNoun.test(sentence) ? 'past' : undefined;
	return first === 'た' ? 'past' : 'future';
}
