import type { StatementKind, Status } from '../../../../src/model/vocabulary.ts';

/**
 * Tense and hedge words. The first rule that matches decides, so hedges stand before deeds and the
 * future before the past: “will sign” is never signed, and what is only believed is never a fact.
 * Japanese verbs are read at the end of their clause.
 */
export const statusCues: readonly (readonly [status: Status, confidence: number, pattern: RegExp])[] = [
	// What was not said or not decided is no deed.
	['stated', 0.6, /(?:明らかに|公表|発表|公開|決定|合意|署名)(?:し|され)ていない|決まっていない|至っていない/u],
	// What a meeting agreed on may itself be a talk or a plan.
	['agreed', 0.85, /\b(?:it (?:was|has been) agreed|(?:sides|countries|ministers|leaders|governments|two|both|they) (?:also |have |had |further )*agreed) (?:that|to|on)\b/i],
	['agreed', 0.9, /(?:で一致|(?:で|に)合意|ことを(?:確認|決定|申し合わせ|決意))(?:した|し)(?:。|$)|こととした(?:。|$)/u],
	// What somebody thinks or has is a state, though the verb stands in the progressive.
	['stated', 0.65, /(?:コミット|重視|認識|期待|保有|所有|計上|意味|位置づけ|直面|不足|依存|集積)(?:して|されて)いる(?:。|$)|(?:語った|述べた|述べる|話した|応じた|と(?:説明|強調|指摘|主張)(?:した|する)|旨述べた|との説明があった)(?:。|$)/u],
	['reported', 0.85, /\b(?:is|are|was|were) (?:believed|said|understood|reported|learnt|learned|rumou?red|thought) to\b|\bit (?:is|has been|was) (?:learnt|learned|reported|understood)\b|\breportedly\b|\b(?:sources|people (?:familiar|aware|close|with knowledge|briefed)|persons? (?:familiar|aware))\b[^.]{0,60}\b(?:said|told|added)\b|\bsources said\b|\baccording to (?:sources|media|reports|people)\b/i],
	['reported', 0.85, /(?:とみられる|とみられて(?:いる|おり)|と報じられ|との報道|と伝えられ|という(?:。|$)|とされる(?:。|$)|模様(?:だ|である)|ようだ(?:。|$)|もようだ)/u],
	['expected', 0.85, /\b(?:is|are|was|were) (?:also )?(?:expected|projected|likely|set to be|slated|anticipated|estimated|scheduled|foreseen|tipped)\b|\b(?:is|are) due (?:in|by|on|to|at|for|within|this|next|soon|later)\b|\bhopes? to\b|\bwill likely\b|\blikely (?:to|be)\b|\bis expected\b|\bexpects? to\b|\bpaving the way\b/i],
	['expected', 0.85, /(?:見込み|見通し|見込まれ|を見込[むん]|予想され|期待され|期待を表明|可能性がある|と見られ|予定とみられ)/u],
	['under-discussion', 0.8, /\b(?:explor(?:e|ed|es|ing)|discuss(?:ed|es|ing|ions?)?|deliberat(?:e|ed|ions?)|considering|being considered|(?:in|under|hold) talks|talks (?:on|about|over|with|between)|under (?:discussion|consideration|negotiation)|(?:being|still) negotiated|negotiat(?:e|ing|ions?)|mull(?:s|ing)?|on the (?:agenda|table)|weigh(?:s|ing)|exchanged views)\b/i],
	['under-discussion', 0.8, /(?:検討(?:中|して|され|する|を進め|に入)|協議(?:中|して|され|した|を行|を進め|を続け|を重ね)|議論(?:した|して|を行|し(?:。|$))|交渉(?:中|して|され|を進|を続け)|模索(?:した|して|する)|調整(?:中|して|を進)|意見(?:を)?交換)/u],
	['proposed', 0.75, /\b(?:should|ought to)\b(?!\s(?:be (?:able|noted)|have|take))/i],
	['proposed', 0.8, /\b(?:(?<!calls? for )propos(?:e|ed|es|al|als)|suggest(?:ed|ion|ions|s)?|invit(?:ed|ing|ation)|recommend(?:ed|s)?|called for|call(?:s|ing)? for(?! (?:proposals|papers|applications))|urged)\b/i],
	['proposed', 0.8, /(?:提案(?:した|して|する|され|が)|提唱|呼びかけ|要請した|求めた|働きかけ|打診|(?:要望|提案|要請)(?:が|も)(?:あ|出|示|寄せ))/u],
	['planned', 0.85, /\b(?:will|shall|plans? (?:to|an? |\d)|planning|planned|is to|are to|intends?|intended to|aims? (?:to|at)|aiming|aimed at|targets?|targeting|set to|to be (?:launched|signed|created|established|built|completed|set up)|preparing to|prepares to|looks? to|seeks? to|seeking|eye?ing|is going to|upcoming|proposed investments|goal|wants? to|meant (?:for|to)|(?:said|announced|told [^.;]{2,40}?)\b[^.;]{0,60}\b(?:it|they|he|she|the (?:company|firm|government|ministry|bank|group)) would|(?:slipped|postponed|put off|delayed|deferred) (?:to|until|till))\b/i],
	['planned', 0.85, /(?:する予定|予定(?:である|だ|。|で|して(?:い|お)|され)|計画(?:している|する|だ|である|。|して|で)|目指す|目指して|目指し|していく|深めていく|決意した|方針(?:だ|である|を)|目標(?:とする|に|を掲げ|だ)|署名する(?:。|$)|実施する(?:。|$)|開始する(?:。|$)|開催する(?:。|$)|設立する(?:。|$)|建設する(?:。|$)|提供する(?:。|$)|見据え|(?:深化させ|協力す|深め|推進す|進め|強化す|促進す|拡大す|導入す|派遣す|整備す)る(?:。|$)|意向(?:だ|で|を示|がある|を表)|計画を示(?:した|し))/u],
	// What was not done.
	['stated', 0.6, /\b(?:no|nothing|neither)\b[^.;]{0,50}\b(?:agreed|signed|decided|fixed|announced|settled|disclosed|reached|named)\b|\b(?:has|have) not (?:yet )?been\b/i],
	// A deed told in the plain form is still to come.
	['planned', 0.65, /(?:(?:開催|実施|設置|設立|創設|建設|開始|導入|派遣|供給|整備|署名|締結|発表|公募|投入|配備)(?:される|する)|行われる|始める|始まる|設ける|受け入れる|増やす|減らす|引き上げる|引き下げる|広げる|立ち上げる|開く|建てる|結ぶ|整える|参加する|支援する|交付する|補助する|助成する|投資する|出資する|融資する|貸し付ける|生産する|着工する|稼働する|派遣する|移す|送る|共有する|協力する|乗り出す|踏み切る|投じる|充てる|免除する|免じる|負担する|買い取る|譲り渡す|切り替える|手がける|進出する|参入する|増産する|量産する|採用する|育てる)(?:。|$)/u],
	['under-way', 0.65, /\b(?:has|have) (?!(?:grown|risen|fallen|doubled|increased|declined|been)\b)(?:\w+ed|sent|lent|made|built|kept|run|held)\b[^.]{0,90}\b(?:since|until) (?:the |\d|\p{Lu})/u],
	['signed', 0.9, /\b(?:sign(?:ed|ing)|inked|renewed (?:the|a|an|its|their)? ?(?:mo[cu]|memorand\w+)|exchanged (?:the )?notes|signatories|conclu(?:ded|sion))\b/i],
	['signed', 0.9, /(?:署名(?:した|され|し(?:、|た|$)|済|を行|式|を歓迎)|調印|締結(?:した|し|され)|を締結|書簡の署名|交換を行|覚書を交わ|覚書を更新|協定を結)/u],
	['established', 0.85, /\b(?:established|set up|founded|created|formed|opened|inaugurated|commissioned|(?<!be )built|installed)\b/i],
	['established', 0.85, /(?:設立(?:した|し|され(?!る))|設置(?:した|し|され(?!る))|創設(?:した|し|され(?!る))|開設(?:した|し|され(?!る))|新設(?:した|し|され(?!る))|発足(?:した|し|させ)|立地した|竣工|完成した|開所)/u],
	['launched', 0.85, /\b(?:launch(?:ed|es)|initiated|began|begun|started|kicked off|unveiled|introduced|rolled out|implemented|commenced)\b/i],
	['held', 0.8, /(?:研修|会議|会合|調査|実験|実証|試験|訓練|セミナー|講座|講演|演習|ワークショップ|視察|交流会|商談会|展示会)[^、。]{0,16}(?:実施|開催)(?:した|し(?:、|$)|され(?!る))/u],
	['launched', 0.85, /(?:立ち上げた|立ち上げ(?:られ|、|、)|開始(?:した|し|され(?!る))|始動|始めた|着手した|着工|起工|スタートした|実施した|導入した|稼働(?:した|を開始))/u],
	['held', 0.85, /\b(?:held|met|visited|took place|taken place|held (?:talks|discussions)|completed|ended|passed|toured|came to|went to|travelled|hosted|convened|organised|organized|attended|participated|toured|interacted|camped|tested|trialled|trialed|piloted|trained|showcased|was showcased|highlighted|signalled|underlined|promot(?:ed|ing)|addressed|comprised)\b/i],
	['held', 0.85, /(?:開催(?:した|し|され(?!る))|会談(?:した|し)|訪問(?:した|し)|行った(?:。|$)|面会|出席(?:した|し)|参加(?:した|し)|視察(?:した|し)|開かれ|実施(?:された|し、)|行われた|を行った|共有した|会見(?:した|し、|を開))/u],
	['agreed', 0.85, /\b(?:agreed|agree|decided|committed|commit|pledged|resolved|determined to|reached an agreement|entered into|conclude[ds]?|identified|confirmed|reaffirmed)\b/i],
	['agreed', 0.75, /\b(?:approved|cleared|sanctioned|gave (?:its|the) (?:nod|approval))\b|(?:承認|閣議決定|可決|認可|採択)(?:した|し(?:、|$)|され(?!る))/iu],
	['agreed', 0.85, /(?:合意(?:した|し|され|に達)|一致(?:した|し)|決定(?:した|し)|約束した|特定した|確認(?:した|し)|決意|で一致|決めた)/u],
	['announced', 0.8, /\b(?:announc(?:ed|es|ing|ement)|welcom(?:ed|es)|declared|issued|released|published|unveil)\b/i],
	['announced', 0.8, /(?:発表(?:した|し|され)|表明(?:した|し)|公表(?:した|し)|歓迎(?:した|し)|発出(?:した|し)|宣言(?:した|し)|明らかに(?:した|し))/u],
	['under-way', 0.75, /\b(?:(?:is|are|has been|have been) (?:actively |currently |already |now |also )?(?:working|cooperating|building|developing|implementing|conducting|functional|operating|operational|under ?way|ongoing|being (?:made|built|implemented|developed|carried out))|continu(?:e|es|ing) to|efforts are|includes linking)\b/i],
	['under-way', 0.75, /(?:ている(?:。|$)|ておる|ており(?:、|$)|ております|継続(?:的に|して)|取り組んで|進行中|進めている|強化した|深めた|深化)/u],
];

/** A state, or what somebody says: `stated`, with more ground than where nothing speaks for anything. */
export const stateCues = /(?:である|だ|ない|残る|残った|激しい|多い|少ない|高い|低い|大きい|小さい|なる|なった|増えた|減った|伸びた|占める|占めた|話す|語る|語った|話した|指摘(?:する|した)|強調(?:する|した)|述べ(?:る|た)|位置する|位置づける|上回る|上回った|下回る|超える|超えた|達した|知られる|ある|いる|要る|済む|とどまる|できる|かかる|続く|示す|異なる|当たる|つながる|みる|言える|可能にする|コミットする|貢献する|意味する|目立つ)(?:。|$)|\b(?:is|are|was|were|has|have|had|remains?|said|says|needs?|means?|accounts? for|makes?)\b/u;

export const kindCues: readonly (readonly [kind: StatementKind, weight: number, pattern: RegExp])[] = [
	['agreement', 4, /\b(?:mo[cu]s?|memorand(?:um|a|ums)|agreements?|agreed|accord|treaty|pact|declaration of intent|statement of intent|sign(?:ed|ing)?|decided to)\b|覚書|協定|合意|署名|調印|締結|共同意向|取決め/iu],
	['dialogue', 4, /\b(?:dialogues?|meetings?|met|visit(?:ed|s)?|delegations?|talks|discuss(?:ed|ion|ions)?|deliberations?|summit|conference|held|roundtables?|forum|working group|committee|expo|seminar|interact(?:ed|ions?)|hosted|explored|participated|highlighted)\b|対話|会合|会談|訪問|代表団|協議|会議|首脳会談|委員会|作業部会|フォーラム|開催|ラウンドテーブル|シンポジウム|セミナー|議論|意見交換/iu],
	['funding', 4, /\b(?:loans?|fund\b|funding|subsid(?:y|ies)|grants?|yen loan|financ(?:e|ing|ial support)|credit line|investment(?:s)? (?:of|worth|ranging)|proposed investments?|billion|crore|bonds?)\b|融資|円借款|補助金|ファンド|基金|資金|出資|無償|億円|億ルピー|億ドル|貸付|借款/iu],
	['project', 3, /\b(?:projects?|plants?|factor(?:y|ies)|facilit(?:y|ies)|pilot|demonstration|joint venture|mission|missions|construct(?:ion|ed)?|laborator(?:y|ies)|data cent(?:re|er)s?|corridor|rover|lander)\b|プロジェクト|工場|プラント|実証|建設|設置|合弁|拠点|事業|パイロット|鉄道|発電所|パートナーシップを(?:開始|創設)/iu],
	['programme', 3, /\b(?:programmes?|programs?|initiatives?|schemes?|partnership programme|exchange year|areas of cooperation|strategy|framework|efforts are being made|platform|focus is)\b|プログラム|イニシアティブ|イニシアチブ|制度|枠組み|公募|交流年|強化した|取り組んで|追求/iu],
	['plan', 2, /\b(?:plans?|planning|planned|aims?|will|intends?|eye?ing|expected|to be|target|seek(?:s|ing)?|likely|propos(?:ed|al)|support|build|establish|extract|enable|working to|idea is)\b|計画|予定|目指|方針|見込|意向|していく|引き続き|決意|深める|協力する/iu],
	['context', 1.5, /\b(?:is|are|was|reflects?|signal|sees|view|important|crucial|key|essential|strategic|reinforce|central|leading|consortium|global leader|one of)\b|重要|柱|評価|認識|共通|不可欠|である|ビジョン/iu],
];

/** What “that will …”, “under which …” tell is not what the sentence tells. */
export const futureClause = /,? (?:that|which|who|under which|in which|where(?:by)?) (?:will|would|is to|are to|aims?|could|may)\b[^,;]*/iu;

/** Modal verbs: something may come, where nothing else is told. */
export const modalCues = /\b(?:may|might|could|would|should)\b/i;

/** A Japanese verb in its plain form at the end, which tells what is to come. */
export const plainForm = /[うくぐすつぬぶむる]。?$/u;

/** A part of a sentence that begins so goes on with what the part before it tells. */
export const goesOn = /^(?:and |as well as |but )?(?:to \p{Ll}|\p{Ll}{3,}ing\b)/u;

/** A bullet that begins with a bare verb is an aim. */
export const bareVerb = /^(?:support|establish|build|extract|enable|promote|create|develop|expand|strengthen|improve|increase|reduce|set up|launch|train|open|introduce|accelerate|deepen|explore|attract|ensure|facilitate|foster|scale|secure|provide|invest|fund|double|simplify|harmoni[sz]e|adopt|encourage|extend|lay)\b(?!ed|s\b)/iu;

/** What a heading or an introducing sentence says of the items below it that tell no deed themselves. */
export const headingStatus: readonly (readonly [Status, RegExp])[] = [
	['proposed', /\brecommendations?\b|\bproposals\b|提言|提案/iu],
	['planned', /\b(?:next steps|way forward|what comes next|objectives?|goals?|aims?|plans?|roadmap|upcoming|calendar)\b|今後の(?:予定|取組|日程|方針)|予定|目標|計画/iu],
	['signed', /\b(?:signed|signing|exchanged|concluded)\b|署名|締結|交換(?:した|された)/iu],
	['announced', /\bannounce(?:d|ments?)\b|発表(?:した|された)/iu],
];

/** Polite endings of Japanese and the plain ones that the rules above know. */
export const politeForms: readonly (readonly [RegExp, string])[] = [
	// Newspapers end with the noun: 覚書を締結。
	[/(?<=[をとでにへ])(署名|締結|調印|発表|公表|合意|一致|開始|開催|設立|設置|創設|開設|会談|訪問|着工|稼働|決定|承認|採択|表明|説明|強調|指摘|提案|実施|導入|投入|参加|視察)(?=。?\s*$)/gu, '$1した'],
	[/行いました/gu, '行った'],
	[/ありました/gu, 'あった'],
	[/なりました/gu, 'なった'],
	[/ました/gu, 'た'],
	[/ありません/gu, 'ない'],
	[/ません/gu, 'ない'],
	[/し(?:ます)/gu, 'する'],
	[/行います/gu, '行う'],
	[/ます/gu, 'る'],
	[/でした/gu, 'だった'],
	[/です/gu, 'だ'],
];

/** Words that somebody said, and what they say of their own deeds. */
export const quotation = /[“"][^“”"]{12,400}[”"]/u;
export const firstPerson = /\b(?:I|we|our (?:company|firm|group|government|ministry|bank)|the (?:company|government|ministry))(?:[’']ll| will| shall| plan| aim| intend| want| are (?:going|planning)| hope| propose)\b/iu;
