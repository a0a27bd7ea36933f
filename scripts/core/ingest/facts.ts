import { japanese, matchesOf } from './clean.ts';
import { sentenceSpans, type Span } from './sentences.ts';

/**
 * Facts of a passage: its sentences, and the parts of a sentence that each tell a fact, where they can
 * be told apart safely. The spans put together are the whole text.
 */

/** Verbs in the past that no noun is spelled like. */
const told = 'said|told|rose|fell|grew|doubled|tripled|reached|opened|began|took|made|gave|led|joined|became|won|built|bought|sold|paid|cut|raised|cleared|approved|added|offered|set up|announced|chose|backed|asked|launched|put';
const finite = new RegExp(String.raw`\b(?:is|are|was|were|has|have|had|can|could|will|would|may|must|should|used to|do|does|did|aims?|signed|agreed|toured|visited|met|held|includes?|highlights?|remains?|plans?|needs?|expects?|${told})\b`);
/** A verb that makes a clause of its own, present tense of any verb included. */
const ownVerb = /\b(?:is|are|was|were|has|have|had|can|could|will|would|may|must|[a-z]{4,}(?:ies|es|[^s]s))\b/;
const subject = String.raw`(?:(?:(?:a|one|two|three|four|five|six|several|some|\d+) (?:day|week|month|year)s? (?:later|earlier),? )?(?:the|its|their|this|these|those|it|they|he|she|both|that|partnerships?|discussions?|deliberations?|talks|negotiations|officials|sources|experts|analysts|companies|firms|work|construction|production)\b|\p{Ll}{3,}s(?=\s(?:(?:from|of|in|by|for|at|between|with|on)\s(?:\S+\s){1,4})?(?:are|were|have|had|will|would|can|could|may|say|said|plan|expect|hope|want|need)\b)|(?:we|you|they|it|he|she)(?=[’'](?:ve|re|ll|s|d)\s)|(?:(?:further|closer|greater|continued|effective|their|its) )?\p{Ll}{5,}(?:tion|ment|ance|ence|ship)(?=\s(?:of|in|with|between|on)\s)|(?:(?:only|some|about|over|almost|nearly|fewer than|less than|more than|at least) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|few|several|none|others?|\d[\d,.]*)\b|\d[\d.,]*%|\p{Lu}[\p{L}\d&.’'-]*)`;

/** What no name is told by, but somebody does. */
const saying = new RegExp(String.raw`\b(?:${told}|says?|adds?|paid|visited|met|held|signed|agreed|reported|noted)\b`);

/** Where a clause with a subject and a verb of its own begins. */
const clause = new RegExp(String.raw`(?:,|;) (?:and|but|while|whereas|as well as to)(?: that)? (?=${subject}(?:\s+[^\s,;]+){0,9}?\s+(?:is|are|was|were|has|have|had|can|could|will|would|may|aims?|signed|agreed|highlighted|during|plans?|says?|${told}|\p{Ll}{3,}ed (?:an?|the|its|their|in|on|to|that|by))\b|(?:it|they|he|she) (?:also |now |then )?\p{Ll}{3,}(?:ed|s)\b|(?:we|you|they|it|he|she)[’'](?:ve|re|ll|s|d)\s|\p{Ll}+(?:\s[^\s,;]+){1,18}?(?:, including [^,;]{3,60},)? (?:is|would|will) )|, whereas (?=\p{Lu}[\p{L}’'-]*\s\p{Ll}{3,}s\s)| and (?=(?:[a-z]+ (?:days|weeks|months|years) later|in \d{4}|the (?:next|following) (?:day|month|year))(?: in \d{4})?, ${subject}\s(?:\S+\s){0,3}?(?:was|were|had|${told}|\p{Ll}{3,}ed)\b)`, 'gu');
/** “A is to have a loan while B will have a grant”: two subjects, each with its verb, and no comma. */
const whileToo = / while (?=(?:the|its|their|\p{Lu}[\p{L}\d&.’'-]*)(?:\s+[^\s,;]+){0,9}?\s+(?:is|are|was|were|has|have|had|will|would)\b)/gu;
/** A verb in the present is told from a noun only where the clause runs to the end of its sentence. */
const relative = /, (?!which (?:could|may|might|would)\b)(?=(?:who|which|whose(?: \S+){1,4}?(?= (?:is|are|was|were|has|have|had|will)\b))(?! (?:declined|asked|requested|wished|spoke|refused|did not)\b)(?: also| now| then)? (?:(?:is|are|was|were|has|have|had|will|can|could|would|may|includes?|aims?|in turn|[a-z]+ed)\b|[a-z]{2,}(?:es|s)\b[^,]*$))/g;
/** “…, during which the state secured …” */
const inWhich = new RegExp(String.raw`, (?=(?:during|after) which ${subject}(?:\s+[^\s,;]+){0,9}?\s+(?:is|are|was|were|has|have|had|can|could|will|would|may|secured|signed|agreed|plans?|${told}|\p{Ll}{3,}ed)\b)`, 'gu');
const apposition = /(?<=[\p{L}).’]), (?=(?:a|an|the|one of|known for)(?:\s[^\s,;]+){3,24}(?:,|\.?$|\.?\s*$))/gu;
/** What a named part of an amount is for: “…, of which the bank may take …”. */
const ofWhich = /, (?=of (?:which|whom) (?:the |its )?\p{Lu}[^,;]{3,120}?\b(?:is|are|was|were|has|have|had|will|would|can|could|may|took|plans?)\b)/gu;
/** “…, which would own a quarter of it, have gone on”: what stands between the commas cannot be parted. */
const goesOnBehind = /^[^,;]*, (?:have|has|had|is|are|was|were|will|would|can|could|may|said|told|plans?|aims?)\b/;
/** A second thing that is said, and deeds and aims that a sentence adds at its end. */
const saidToo = new RegExp(String.raw` and (?=that ${subject}(?:\s+[^\s,;]+){0,9}?\s+(?:is|are|was|were|has|have|had|can|could|will|would|may|aims?|during|along)\b)`, 'gu');
const added = /(?:, as well as (?=to [a-z]{3,})| besides (?=[a-z]{3,}ing\b)|, (?=aiming (?:to|at)\b|paving the way\b))/g;
/** “While A is so, B is so.” */
const subordinate = new RegExp(String.raw`^(?:As|While|Although|Though|Whereas) (?=${subject}|\p{Ll})[^,;]{20,160}, (?=(?:the|its|their|this|it|they|both|\p{Lu}[\p{L}\d&.’'-]*)(?:\s+[^\s,;]+){0,6}?\s+(?:is|are|was|were|has|have|had|can|could|will|would|may)\b)`, 'gu');
const semicolon = /; (?:and )?(?=\S)/g;
const purpose = /(?<=\b(?:visit|visited|invest|invested|meet|met|study|travel(?:led)?)\b[^,;]{3,90}) (?=to (?:explore|reduce|study)\b)/g;

/** A verb stem and a comma: the clause is told and the sentence goes on. */
const continuative = /(?<![\p{Script=Katakana}ーA-Za-z\d者相氏社国県市州]を始め)(?<!(?:目指|連携|協力|協働|活用|利用|通じ|踏まえ|中心と|目的と|対象と|背景と|前提と|始めと|はじめと|認識|留意|考慮|重視|想起|勘案|意識|期待|記念|念頭に)(?:し|て)?)(?<=(?:^|[はも、]).{6,200}(?:を|に|が|と).{0,30}(?:(?<!対|関|通|際|資|即|反|応)[\p{Script=Han}\p{Script=Katakana}](?<!対|関|通|際|資|即|反|応)(?:[(（][^()（）]{1,20}[)）])?し|共にし|行い|結び|深め|進め|示し|設け|始め|迎え|務め|発表し))、(?!もって|以て|ひいては|[^、。]{4,40}(?:につなげ|に(?:寄与|貢献|資)|を図)[^、。]{0,6}。?$)(?=.{8,}(?:た|する|いる|いく|る|った|ます|です)。?)/gu;

/** What goes on with a topic of its own: 両国は…目標としており、このうち５万人は…。 */
const newTopic = /(?<=[はが].{4,200}(?:[てで]おり|であり|ているが|だが|したが|いますが|ますが|ましたが|ですが))、(?!(?:[今昨来]年|今後|これまでに?|引き続き)[はも])(?=(?:[^、。]{1,40}とともに、)?[^、。]{1,24}(?<![でに])[はも][^。]{5,}|[^、。]{1,16}が[^。]{2,})/gu;

/** “She said that A has grown”: what is said is one thing. */
const reports = /\b(?:said|says|told|noted|added|stated|stressed|emphasi[sz]ed) (?:that )?/;

/** What a clause begins with that says when or how, and not who. */
const sameSubject = '(?:(?:今後|今回|現在|当面|将来|[今昨来]年|同時|一方|他方|さらに|また|実際)[^、。]{0,6}|[\\d０-９]{1,4}[年月日]に?|これまでに?|引き続き|いずれ|と|で|に|から)[はも]';
const named = String.raw`[^、。はがをにで]{2,20}[\p{Script=Han}\p{Script=Katakana}ー）)」]`;
/** Ends like a verb stem and tells nothing: により、に向け、のうち、 */
const noClause = '(?:より|より、?|おいて|おき|として|とって|つき|ついて|つけ|[関対際]し|[関対際]して|通じて?|よって|よれば|よると|従い|従って|伴い|伴って|加え|加えて|踏まえ|踏まえて|向け|向けて|めぐり|めぐって|巡り|巡って|受け|受けて|ため|うち|たち|はじめ|始め|たび|応じ|応じて|わたり|わたって|沿い|沿って|含め|含めて|限り|併せ|併せて|あわせて?|合わせて?|続き|続いて|例えば|たとえば|うえ|それ|これ|れば|えば|けば|てば|せば|ねば|めば|べば|げば|まえ|さい|くらい|ぐらい|みたい|代わり|かわり|かたわら|一つに|初めて|はじめて|について|まで|まで[にも]|だけ|並び|もと)';
/** What goes on with a subject of its own behind a verb stem: 工事は…進み、橋は…; 2017年に始まり、用地の取得は… */
const newSubject = new RegExp(String.raw`(?<=(?:[はがも]|から|^[\d０-９]{4}年[^、]{0,6}に).{2,200}(?:[しえけせてねべめれげちにびみりきぎい]|され|るが|[だた]が|ほか|とともに|[るた]し)(?<!あり|${noClause}))、(?!${sameSubject})(?=${named}(?<![時際中後前間年月日])は(?![いなるじ])、?[^。]{8,}|[^、。はがをにで]{2,14}が(?:完成|開業|稼働|終了|開始|発足|成立|始ま|終わ)|[^、。はがをで]{2,16}(?<![にとへら])も[^。]{6,}|[^、。はがをにで]{2,16}が、[^。]{8,}|私から、)`, 'gu');
/** 感謝の意が表明され、…の旨が示されました。 */
const bothPassive = /(?<=が[^。、が]{2,40}され)、(?=[^。]{4,80}が[^。が]{1,12}され[^。]{1,6}。?$)/gu;

/** Splits the text of a block. */
export function factSpans(text: string): Span[] {
	return sentenceSpans(text).flatMap(([from, to]) => {
		const sentence = text.slice(from, to);
		return (japanese.test(sentence) ? japaneseFacts(sentence) : englishFacts(sentence.replace(groups, '.'))).map(([a, b]): Span => [from + a, from + b]);
	});
}

/** The commas inside of a figure part nothing: 14,000; 1,12,500. */
const groups = /(?<=\d),(?=\d{2,3}(?!\d))/g;

/** Whether a part of a sentence has a verb of its own. */
const tells = (part: string): boolean => finite.test(part) || ownVerb.test(part);

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Cuts at offsets where both sides are long enough to be a fact. */
function cut(text: string, offsets: readonly number[], isLong: (part: string) => boolean): Span[] {
	const spans: Span[] = [];
	let from = 0;
	for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
		if (!isLong(text.slice(from, offset)) || !isLong(text.slice(offset))) continue;
		spans.push([from, offset]);
		from = offset;
	}
	spans.push([from, text.length]);
	return spans;
}

/** A sentence of a table cell or a text without a verb is cut at its labels and semicolons only. */
function englishFacts(sentence: string): Span[] {
	if (sentence.length > 2500) return [[0, sentence.length]];
	const quoted = inQuotes(sentence);
	const ends = (pattern: RegExp): number[] => matchesOf(sentence, pattern).filter(({ index }) => !quoted(index)).map((match) => match.index + match[0].length);
	const offsets = [
		// “…, secretary of the department; and Mr. B, ambassador”: a list of people.
		...(/\b(?:including|such as|namely)\b[^;]{0,80};[^;]+;/.test(sentence) ? [] : ends(semicolon)).filter((offset) => !/^(?:also \p{Ll}|by \p{Ll}+ing\b)/u.test(sentence.slice(offset))).filter((offset) => tells(sentence.slice(offset)) || !/^(?:Mr|Mrs|Ms|Dr|Prof|Shri|Smt|H\.E|Amb)\b/.test(sentence.slice(offset))),
		...ends(clause).filter((offset) => tells(sentence.slice(0, offset))),
		// “The minister, who was in Tokyo, met …”: what stands before the comma tells nothing yet.
		...ends(relative).filter((offset) => tells(sentence.slice(0, offset)) && !goesOnBehind.test(sentence.slice(offset))),
		...ends(ofWhich),
		...ends(inWhich).filter((offset) => tells(sentence.slice(0, offset))),
		...ends(purpose),
		...ends(whileToo).filter((offset) => tells(sentence.slice(0, offset)) && !reports.test(sentence.slice(0, offset))),
		...ends(saidToo),
		...ends(added),
		...ends(subordinate).filter((offset) => ownVerb.test(sentence.slice(0, offset))),
		// An apposition is told of a name, and has a comma or the end of the sentence behind it.
		...matchesOf(sentence, apposition).filter(({ index, 0: comma }) => isApposition(sentence, index, index + comma.length)).map((match) => match.index + match[0].length),
	];
	return cut(sentence, offsets, (part) => words(part) >= 4);
}

function inQuotes(sentence: string): (at: number) => boolean {
	const ranges = [...sentence.matchAll(/\([^()]{0,300}\)|“[^”]{0,60}”|"[^"]{0,60}"/g)].map(({ index, 0: whole }) => [index, index + whole.length] as const);
	return (at) => ranges.some(([from, to]) => at > from && at < to);
}

function isApposition(sentence: string, comma: number, start: number): boolean {
	const lead = sentence.slice(0, comma);
	// “In Japan, a licence …” says where.
	if (/(?:^|[:;] )(?:[Ii]n|[Aa]t|[Ff]or|[Ff]rom|[Oo]n|[Uu]nder|[Aa]cross|[Nn]ear) (?:the )?\p{Lu}[\p{L} ’'-]*$/u.test(lead)) return false;
	// “During his visit to Japan, the ministry …”, “To mark the year of India and Japan, a festival …”: nothing is told yet.
	if (/^(?:During|To|With|After|Before|Following|Under|Through|Since|Amid|Besides|Alongside|Despite|Upon|On|At|By|In|For|From|As|Ahead of|According to|\p{Lu}\p{Ll}+ing)\b/u.test(lead) && !tells(lead)) return false;
	// “1.2 GW, an investment of …” tells of the deed, not of a name.
	const name = /(\d\s?)?(?<![\p{L}\d])\p{Lu}[\p{L}\d&.’'()-]*$/u.exec(lead);
	if (name?.[1] !== undefined || name === null) return false;
	const phrase = /^[^,;]*/.exec(sentence.slice(start))?.[0] ?? '';
	const behind = sentence.slice(start + phrase.length);
	// “…, the minister of trade, and Minister B”, “…, a fund of funds, and managing …”: what follows goes on with the list.
	if (/^, and (?:\p{Lu}|\p{Ll}+ing\b)/u.test(behind)) return false;
	// “A, the largest firm of its kind, opened …”: nothing is told before it, and its verb stands behind it.
	if (/^, \p{Ll}/u.test(behind) && !tells(lead) && words(lead) > 3) return false;
	// “…, a subsidiary of B.”: which firm it is, and nothing that happened.
	if (/^(?:a|the) (?:[\p{Ll}-]+ ){0,3}(?:subsidiary|unit|arm|affiliate|division|branch) of\b/u.test(phrase)) return false;
	// “…, the economy and society.”: the last of a list.
	if (/^\s*\.?\s*$/.test(behind) && /^(?:the |an? )?(?:\p{Ll}+ )?\p{Ll}+ and (?:the |an? )?(?:\p{Ll}+ )?\p{Ll}+\.?\s*$/u.test(phrase)) return false;
	// “A, the agency for trade and industry, will …”: a verb after the comma shows where the apposition ends.
	if (words(phrase) >= 4 && words(phrase) <= 12 && /^, (?:will|is|are|was|were|has|have|had|can)\b/.test(behind)) return true;
	// “…, the two companies announced”: a clause.
	if (saying.test(phrase) || /^, (?:\p{Ll}+ly )?(?:said|says|told|tells|added|noted)\b/u.test(behind)) return false;
	return words(phrase) >= 4 && !/\b(?:and|is|are|was|were|will|has|have|had)\b/.test(phrase.replace(/\b(?:\p{Ll}+|\p{Lu}[\p{L}]*) and \p{L}+/u, ''));
}

function japaneseFacts(sentence: string): Span[] {
	if (sentence.length > 1500 || /(?:ことを可能にする|目的とする|との(?:見解|認識|考え|見方|期待|意向)を(?:示した|表明した|述べた))。?\s*$/.test(sentence)) return [[0, sentence.length]];
	const at = (pattern: RegExp): number[] => matchesOf(sentence, pattern).filter(({ index }) => !openBracket(sentence, index)).map(({ index }) => index + 1);
	const subjects = [newTopic, newSubject, bothPassive].flatMap(at);
	// What is told in front of a new subject is one thing.
	const last = Math.max(0, ...subjects);
	const offsets = [...at(continuative).filter((offset) => offset >= last), ...subjects];
	// A clause with a subject of its own may be short.
	return cut(sentence, offsets, (part) => part.replace(/\s/g, '').length >= (/^[^、]{2,}が[^、]{3,}$|^[\d０-９]{4}年[^、]{0,6}に[^、]{2,}、$|^[^、]{2,}は[^、]{3,}が、$/u.test(part) ? 9 : 14));
}

const openBracket = (text: string, at: number): boolean => {
	const before = text.slice(0, at);
	return ['「」', '（）', '『』', '()'].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
};

/** A cell with several facts: “Japan: … India: …”, sentences, or parts set apart by semicolons and line breaks. */
export function cellSpans(text: string): Span[] {
	const labels = [...text.matchAll(/(?:^|\s)(?=\p{Lu}[\p{L}.]+:\s)|(?<=[^\s:：])\s?(?=[\p{Script=Han}\p{Script=Katakana}ー]{2,8}[：:])/gu)].map(({ index, 0: space }) => index + space.length);
	if (labels.length >= 2 && labels[0] === 0) return cut(text, labels.slice(1), (part) => part.trim().length >= 4);
	const hard = [...text.matchAll(/\s?[;；]\s*/g)].map((match) => match.index + match[0].length).filter((offset) => offset < text.length);
	const parts = cut(text, hard, (part) => part.trim().length >= 4);
	return parts.flatMap(([from, to]) => sentenceSpans(text.slice(from, to)).map(([a, b]): Span => [from + a, from + b]));
}
