import type { FurnitureReason } from '../source.ts';

/**
 * Lines that saved pages and extracted documents carry beside their text. Each pattern must match the
 * whole line (they are anchored where they are used), so that no sentence is thrown away.
 */
export const furniturePatterns: readonly (readonly [FurnitureReason, readonly RegExp[]])[] = [
	['read-time', [
		/[\p{So}\s\uFE0F]*(?:estimated )?(?:reading|read) time:?\s*[\d.]+\s*min(?:ute)?s?/iu,
		/[\p{So}\s\uFE0F]*[\d.]+[\s-]*min(?:ute)?s?\.?\s*(?:read|to read)/iu,
		/(?:この記事は)?(?:約\s*)?[\d０-９]+\s*分で読め(?:ます|る)。?/u,
		/読了(?:時間)?(?:の目安)?[:：]?\s*約?\s*[\d０-９]+\s*分/u,
	]],
	['caption', [
		// What is seen, a full stop, and the agency with its photographer.
		/[^。]{10,240}[.”"]\s+\p{Lu}{3,}(?: \p{Lu}{3,}){0,2}\/\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}.’'-]*){1,3}(?:\/File Photo|\/Handout| via \p{Lu}[\p{L} ]{1,30})?(?:\s+Purchase Licensing Rights)?(?:, opens new tab)?/u,
		/[^。]{2,120}[(（](?:写真|画像|資料写真|図|イラスト)(?:(?:提供|出典|撮影|出所)(?:：|:|＝|=)?|は|：|:|＝|=)[^。()（）]{1,40}[)）]/u,
		/(?:representative|representational|file|archive|stock)(?: (?:photo|image|picture|pic))?[.!]?/iu,
		// What is seen, without a full stop, and in brackets whose picture it is.
		/[^。]{10,300}(?<![.。]\s?)[(（](?:(?:AFP|AP|PTI|ANI|IANS|Reuters|Kyodo|Getty(?: Images)?|Bloomberg|EPA|PIB)[ /-](?:file |handout )?(?:photo|image|picture|pic)s?(?:\/[^()]{2,40})?|(?:file )?(?:photo|image|picture|pic)(?:\/| by | courtesy )[^()]{2,60}|(?:file|handout|representative|representational|stock) (?:photo|image|picture|pic))[)）]/iu,
		/(?:image|photo|photograph|画像|写真)s?(?:\s?[\d０-９]{1,2})?/iu,
		/(?:©\s*)?(?:getty images|istock(?:photo)?|shutterstock|reuters|afp|pti|ani|bloomberg|unsplash)(?:\s*[/|,]\s*[\p{L} .]{2,40}){0,2}/iu,
		/[([（]?\s*(?:representative|representational|file|archive|stock)\s+(?:photo|image|picture|pic)s?[^.。]{0,60}[)\]）]?/iu,
		/[([（]?\s*(?:photo|image|picture|photograph|credit|source|caption|figure|illustration)s?\s*(?:credits?|courtesy|source|by)?\s*[:：|/][^。]{1,120}[)\]）]?/iu,
		/[(（【［]?\s*(?:写真|画像|図|図表|提供|撮影|出所|出典|資料)\s*[\d０-９]*\s*(?:提供|はイメージ)?\s*(?:[:：＝=／/][^。]{1,80})?[)）】］]?/u,
		/[(（【]\s*(?:写真|画像|イメージ|撮影|提供|出所)[^。]{0,60}[)）】]/u,
		/[(（［\[](?:出所|出典|資料|写真)[)）］\]]\s?[^。]{1,100}/u,
		/[(（]?\s*写真はイメージ(?:です)?\s*[)）]?/u,
	]],
	['comment-form', [
		/(?:post|leave|add|write|view|read|show|hide|see|join)\s+(?:all\s+|the\s+|a\s+)?(?:\d+\s+)?(?:comments?|conversation|discussion)(?:\s*\(?\d+\)?)?\s*[:：]?/iu,
		/(?:no|\d+) comments?\s*[:：]/iu,
		/(?:readers?[’']? comments?|comments? \(\d+\)|comments? closed|comments are (?:closed|moderated)[^。]{0,80})\.?/iu,
		/(?:読者(?:の|から)?(?:コメント|の声)|コメント[(（]?\s*[\d０-９]+\s*件?[)）]?|コメント一覧)/u,
		/(?:leave|post|add|write|submit)\s+(?:a|your)\s+(?:comment|reply)s?(?:\s*cancel reply)?/iu,
		/(?:\d+|no)\s+comments?(?:\s+yet)?/iu,
		/comments?(?:\s*\(\d+\))?/iu,
		/your email address will not be published\.?(?:\s*required fields are marked\s*\*?)?/iu,
		/(?:save my name, email,? and website in this browser.{0,60})/iu,
		/(?:name|email|website|comment)\s*\*/iu,
		/be the first to comment\.?/iu,
		/(?:log|sign) in to (?:post|leave|add|write) (?:a )?(?:comment|reply)s?\.?/iu,
		/(?:コメント(?:する|を書く|を残す|を投稿(?:する)?|欄)?|返信(?:する)?|コメントはまだありません。?|コメントは受け付けて(?:い|お)り?ません。?|コメントを送信|[\d０-９]+件のコメント)/u,
	]],
	['navigation', [
		/(?:view|read|open|see) (?:this|the) (?:e-?mail|newsletter|message|letter|issue) (?:in|on) (?:your|an?|the|our) (?:web ?)?(?:browser|web ?site|site)\.?/iu,
		/[^。]{0,20}ブラウザ(?:ー)?(?:で|から)(?:表示|見る|開く|読む|ご覧)[^。]{0,12}/u,
		/(?:[^｜|。\s]{1,24}へ\s*[｜|]\s*){1,6}[^｜|。\s]{1,24}へ/u,
		/in this (?:issue|edition|letter|newsletter|e-?mail)\s*[:：]\s*[^.。]{1,40}(?:\s[·•|]\s[^.。]{1,40}){1,12}/iu,
		/(?:(?:text size|share|print|save|listen|e-?mail|comments?)\s+){1,6}(?:text size|share|print|save|listen|e-?mail|comments?)/iu,
		/(?:(?:my (?:view|news|feed|account|list)|following|saved|sign in|log ?in|register|subscribe|more)\s+){2,6}(?:my (?:view|news|feed|account|list)|following|saved|sign in|log ?in|register|subscribe|more)/iu,
		/advertisement\s*[·•|–-]\s*scroll to continue/iu,
		/report this ad(?:vertisement)?/iu,
		/(?:suggested|related) topics?\s*[:：][^。.]{0,120}/iu,
		/(?:purchase|buy) licen[sc]ing rights(?:, opens new tab)?/iu,
		/(?:\p{Lu}\p{L}+|&)(?: (?:\p{Lu}\p{L}+|&)){0,4} category/u,
		/[＝=→▶]?\s?関連記事(?:は|を)?[\s　]?[\d０-９]{1,2}(?:、[\d０-９]{1,2})*面(?:に|へ)?/u,
		/(?:きょう|今日|本日)の(?:紙面|主な記事)[^。]{0,60}/u,
		/(?:ad(?:vertisement)?\s*\d*\s*){1,12}/iu,
		/(?:story|article) continues (?:below|after)(?: (?:this )?(?:ad|advertisement))?[^。]{0,20}/iu,
		/(?:[\d.,]+\s?[km]?\s*(?:shares?|likes?|views?|re?tweets?|reposts?|repl(?:y|ies)|comments?|reactions?|followers|bookmarks|quotes)(?:\s*[|•·,/]?\s*|$))+/iu,
		/(?:(?:コメント|いいね|シェア|リポスト|閲覧|ブックマーク|返信)[！!]?\s*[:：]?\s*[\d０-９]+\s*件?[\s|・]*)+/u,
		/(?:shares?|likes?|share count)\s*[:：]\s*[\d.,]+\s?[km]?/iu,
		/[^>»›＞。]{1,40}(?:\s*[>»›＞]\s*[^>»›＞。]{1,160}){2,8}/u,
		/(?:read more(?: news)? on|more (?:news )?on [^.。]{2,40}|hot on (?:the )?web|in case you missed it|top (?:searches|trending)[^.。]{0,20}|popular (?:in|on) [^.。]{2,30}|font size)\s*:?/iu,
		/(?:see|show|read|view) less|collapse|expand(?: all)?/iu,
		/loading(?:\s?(?:\.{2,3}|…))?/iu,
		/top \d{1,2} (?:this week|today|stories|news)/iu,
		/[a-z]+(?:-[a-z]+){0,4}-logo\b[^.。]{0,60}/u,
		/(?:home|top|ホーム|トップ(?:ページ)?)\s*[>»›＞][^]{1,200}[>»›＞][^]{0,160}/iu,
		/(?:[^。\s]{0,12}(?:メニュー|検索))?閉じる|[^。\d０-９]{2,40}についてご案内します。?/u,
		/(?:この(?:エントリー?|記事|ページ)を)?はてなブックマークに追加(?:する)?|写真をクリックすると[^。]{0,30}。?/u,
		/(?:この記事の)?続きは[^。]{0,40}お読み(?:いただけます|になれます|ください)。?/u,
		/-?\d{1,2}(?:\.\d)?\s?°?\s?[CF]/u,
		/(?:(?:facebook|twitter|x|whatsapp|instagram|youtube|linkedin|telegram|e-?mail|print|sharethis|reddit)(?:-(?:white|black))? (?:sharing )?(?:button|icon)\s*){1,8}/iu,
		/back to (?:the )?(?:index|list|home(?: page)?|news|articles?|blog|press releases|overview|main(?: page)?|all \p{L}+)/iu,
		/[^.。]{2,60}[-–—:]\s*click here[.!]?/iu,
		/to read the (?:full|complete|entire|rest of the) (?:article|story|text|report)\b[^.。]{0,120}[.,]?/iu,
		/contact us\.?/iu,
		/(?:url|website|web ?site|web|hp|ホームページ|ウェブサイト|リンク)\s*[:：]\s*(?:https?:\/\/|www\.)\S{1,400}/iu,
		/(?:\[Goal \d{1,2}\] [^.。]{3,60}|SDGs(?:ロゴ)?|(?:【SDGsロゴ】[^。【]{2,40})+)/u,
		/(?:この記事(?:へ|へ)の)?(?:トラックバック|TrackBack)(?:[^。\d]{0,12}|一覧)\s?(?:[:：]|[(（]\d+[)）])?/iu,
		/(?:スポンサー(?:ド|ー)?リンク|すべての文頭を(?:開く|閉じる)|その他(?:の)?記事)/u,
		/関連(?:国・地域|業種|タグ|トピックス?|用語|銘柄)\s*[:：][^。]{0,120}/u,
		/[^。]{1,60}(?:[(（]\s?(?:PDF|ＰＤＦ)[^()（）]{0,16}[)）])?別ウ[ィイ]ンドウで開(?:く|きます)/u,
		/(?:connect|stay connected) with us\b[^。]{0,60}/iu,
		/(?:discover|know|view|show|see|load|read) more(?: (?:from|on|about|stories|news)\b[^.。]{0,60})?/iu,
		/(?:subscribe|sign up|register|log ?in)\b[^.。]{0,80}\b(?:newsletters?|inbox|e-?mails?|updates|alerts|latest posts|to (?:read|continue|unlock)[^.。]{0,40})\.?/iu,
		/(?:get|catch|read|follow|stay (?:updated|informed|tuned))\b(?: (?:all|the|with|on|our|up))*\b[^。\d]{0,120}\b(?:newsletters?|whatsapp|telegram|news app|our app|inbox|news updates|breaking news|live news|latest news)\b[^。\d]{0,120}/iu,
		/(?:get|read|see) (?:the |all )?(?:latest|breaking) (?:news|articles|stories|updates)\b[^。\d]{0,80}\b(?:on|at|from)\b[^。\d]{0,60}/iu,
		/(?:you can now subscribe to|join our|follow our|download (?:the|our))\b[^。]{0,100}\b(?:channel|community|group|app)\b[^。]{0,60}/iu,
		/(?:our|daily|weekly|morning|free)? ?newsletters?(?: sign-?up)?\s*[:：]?/iu,
		/(?:unlock (?:this|exclusive|premium|unlimited|full access|a world of)|already a (?:member|subscriber)|this (?:article|story|content) is (?:for|only available to|reserved for) (?:subscribers|members))\b[^。]{0,80}/iu,
		/(?:screen reader access|accessibility (?:options|tools)|font size|text size|[-+]?\s?A\s?[-+]?(?:\s+[-+]?\s?A\s?[-+]?){0,3}|english|hindi|हिन्दी|日本語|contents|table of contents|(?:on|in) this (?:page|article|brief|paper|report|issue)|jump to(?: section)?|sign out|my account|e-?paper|today[’']?s paper|live tv|web stories|skip to content)/iu,
		/read (?:this (?:release|article|story|page) )?in\s*[:：]?\s*(?:[\p{L}\p{M}]+\s*,?\s*){1,16}/iu,
		/(?:follow|share) ?(?:us|on|:|：)?(?:\s*[:：])?/iu,
		/[(（]?(?:参照|参考|出典|リンク)[)）]?\s*[:：]?\s*(?:https?:\/\/|www\.)\S{1,400}/u,
		/(?:この(?:記事|ページ)の)?(?:続きを読む|続きは[^。]{1,30}|提供会社|先頭へ(?:戻る)?|トップへ(?:戻る)?)/u,
		/[^。、]{1,16}(?:へ|に)戻る/u,
		/文字(?:サイズ|の大きさ)\s?[:：]?(?:[\s・|｜]*(?:小|中|大|特大|標準|拡大|縮小))*/u,
		/[^。、\d０-９]{0,16}(?:記事|ページ|お気に入り|マイページ|リスト|クリップ|ストック)[^。、\d０-９]{0,8}(?:に追加|を保存|を?登録|をコピー|を?印刷)(?:する|しました)?/u,
		/(?:発信元|元の|提供元|外部)(?:サイト|記事|ページ)(?:へ|で読む|を見る)?/u,
		/(?:メイン)?(?:本文|コンテンツ|メニュー|ナビゲーション|フッター)(?:へ|に)(?:移動|スキップ|ジャンプ)?(?:する|します)?/u,
		/(?:サイト内検索|(?:ご質問・?)?(?:ご意見・?)?お問い?合わせ(?:フォーム|窓口)?|文字サイズ(?:の?変更)?|アクセシビリティ[^。、]{0,12}|サブコンテンツ|(?:この)?ページの先頭(?:です)?|ここから本文です|本文ここまで)。?/u,
		/[^。\d０-９]{0,40}(?:メールマガジン|メルマガ|ＲＳＳ|RSS)[^。\d０-９]{0,16}(?:配信|登録|購読|お届け)[^。\d０-９]{0,16}。?/u,
		/[^。]{1,120}[（(【［[]\s?(?:PDF|ＰＤＦ|Word|Excel|ZIP)(?:形式|ファイル)?\s?(?:[/／：:、,\s]\s?[\d０-９.,]+\s?(?:KB|MB|ＫＢ|ＭＢ|キロバイト|メガバイト|バイト|ページ|頁))?\s?[）)】］\]](?:[（(](?:新しいウ[ィイ]ンドウ|別ウ[ィイ]ンドウ)[^()（）]{0,10}[)）])?/iu,
		/(?:Adobe|アドビ)[^。]{0,24}(?:Reader|リーダー)[^。]{0,20}(?:。[^。\d]{0,60}。?)?/iu,
		/(?:ＰＤＦ|PDF)(?:形式の)?(?:ファイル|書類)[^。\d]{0,60}(?:ご覧|開く|閲覧|表示)[^。\d]{0,60}。?/u,
		/この記事(?:が|は|を)[^。\d]{0,24}(?:ましたか|ますか|でしたか)[?？。]?/u,
		/[^。\d０-９]{0,40}(?:情報|ニュース|記事)を[^。\d０-９]{0,20}お届けし(?:ます|ています|ております)[。！!]?/u,
		/(?:total pages?\s?:\s?\d+|file (?:type|size)\s?:.{1,40})/iu,
		/(?:あなた(?:へ|に)の?おすすめ|注目(?:記事|ニュース|の記事)|アクセスランキング|新着(?:記事|ニュース)|最新ニュース|編集部(?:の)?おすすめ|トレンド|話題の記事|この記事に関連する[^。]{0,20}|前後の記事|関連(?:トピック|タグ|テーマ|企業|コンテンツ)|類似(?:している|の)?記事|[^。、]{1,16}(?:ニュース|記事)一覧|おすすめ(?:コンテンツ|商品|書籍))(?:[(（][^()（）]{1,12}[)）])?(?:\s*[:：].{0,120})?/u,
		/(?:有料会員限定|会員限定(?:記事)?|無料会員(?:に)?登録[^。]{0,30}|(?:この記事|ここから先|続き)は(?:[^。]{0,8}会員|有料)(?:限定|登録)[^。]{0,16}(?:。[^。\d]{0,40})?|[^。、]{0,16}(?:無料で(?:体験|お試し|読める)|読み放題|無料体験)[^。、]{0,10}|残り\s*[\d０-９,]+\s*文字)。?/u,
		/(?:[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・]{2,6}[\s　]){3,12}[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・]{2,6}/u,
		/(?:英語版|日本語版|和文|英文|English version)\s*(?:[(（][^()（）]{1,20}[)）])?(?:\s*[（(]?PDF[)）]?)?/iu,
		/(?:share|tweet|print|e-?mail|copy link|save|bookmark|follow(?: us)?|subscribe(?: now)?|sign (?:in|up)|log ?in|register|menu|home|search|skip to (?:main )?content|back to top|next|previous|advertisement|ad|sponsored|show more|load more|view all|see all|listen|whatsapp|facebook|twitter|x|linkedin|telegram|instagram|youtube|reddit|pinterest|topics?|tags?)/iu,
		/(?:(?:share|tweet|print|e-?mail|copy link|whatsapp|facebook|twitter|x|linkedin|telegram|instagram|youtube|reddit|pinterest|line|hatena)(?:\s*[|/•·,]\s*|\s+)){1,12}(?:share|tweet|print|e-?mail|copy link|whatsapp|facebook|twitter|x|linkedin|telegram|instagram|youtube|reddit|pinterest|line|hatena)/iu,
		/(?:download|print|view|save)(?: (?:this|the|as|full))?(?: (?:article|page|pdf|report|paper))(?: as pdf)?/iu,
		/(?:share|gift|listen to|save|print|bookmark|republish|cite) this (?:article|story|page|post|report|paper)[^.。]{0,20}/iu,
		/(?:share|save|print|email) (?:post|article|story|page|link)/iu,
		/share (?:this|on|via|with)\b[^.。]{0,60}[:.]?/iu,
		/(?:follow|like|find|join) us (?:on|at)\b[^。]{0,80}/iu,
		/(?:click|tap) (?:here|below)[^。]{0,80}/iu,
		/(?:subscribe|sign up) (?:to|for)\b[^。]{0,100}/iu,
		/(?:also read|read also|read more|must read|read|recommended|related(?: (?:articles?|posts?|stories|news|content))?|you may also like|more from[^.。]{0,40}|trending(?: now)?|latest news|most (?:read|popular|viewed)|popular posts?|editor'?s picks?|recent posts?|(?:next|previous|top|more) (?:story|stories|article|post)s?|most (?:active|shared|commented)[^.。]{0,20}|in (?:this|other) (?:section|news)|explore)\s*(?:[:|–-].{0,160})?/iu,
		/(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?)\s*[:：][^。]{0,200}/iu,
		/(?:home|ホーム|トップ(?:ページ)?)\s*[>»›/＞][^。]{0,160}/iu,
		/(?:ホーム|トップ(?:ページ)?|メニュー|検索|ログイン|会員登録|新規登録|印刷(?:する)?|シェア(?:する)?|ツイート|保存(?:する)?|ブックマーク|はてなブックマーク|LINEで送る|リンクをコピー|目次|次へ|前へ|次の記事|前の記事|一覧へ?(?:戻る)?|ページ(?:の)?先頭へ(?:戻る)?|トップへ戻る|続きを読む|もっと見る|広告|PR|本文へ(?:スキップ|移動)?|お問い?合わせ|サイトマップ)/iu,
		/(?:関連(?:記事|リンク|ニュース|キーワード|情報)|おすすめ(?:記事)?|あわせて読みたい|人気記事|ランキング|最新記事|この記事(?:を|は|の)(?:シェア|共有|印刷|有料会員)[^。]{0,30}|タグ|カテゴリー?|キーワード)\s*(?:[:：].{0,120})?/u,
		/(?:この記事を(?:シェア|共有)(?:する)?)|(?:印刷|メール|保存|シェア|共有|コピー|翻訳|音声|再生|文字サイズ|紙面で読む|音声で聞く)(?:する)?/u,
		/(?:(?:印刷|メール|シェア|共有|保存|ツイート|コピー|文字(?:サイズ|の大きさ)|拡大|縮小|標準|クリップ|スクラップ|紙面|朝刊|夕刊|[A-Z]?LINE)[\s　/｜|・]*){2,10}/u,
		/[＜<〈(（【]?[^。＜＞]{0,20}(?:ご意見|ご感想|お申し?込み|ご?登録|ご購読|購読|続き|詳細|詳しく)(?:は|を)[^。＜＞]{0,16}(?:こちら|まで)(?:へ|から|まで)?[＞>〉)）】]?[。：:]?\s?(?:https?:\/\/\S{1,200})?/u,
		/(?:(?:トップ(?:ページ)?|ホーム|政治|経済|国際|社会|地域|地方|企業|産業|市場|マーケット|マネー|株価|科学|文化|暮らし|教育|医療|スポーツ|オピニオン|ビジネス|テック|動画|連載|特集|ランキング|ログイン|検索)[\s　/｜|・>＞]*){3,20}/u,
		/(?:(?:home|news|business|economy|markets?|politics|world|india|japan|asia|opinion|tech(?:nology)?|science|health|sports?|lifestyle|culture|education|videos?|podcasts?|photos?|e-?paper|login|search|menu)[\s/|•·>»]*){3,20}/iu,
		/\p{Lu}{2,}(?:[ &]{1,3}\p{Lu}{2,}){0,2}(?:\s*[|/›>·•]\s*\p{Lu}{2,}(?:[ &]{1,3}\p{Lu}{2,}){0,2}){1,4}/u,
		/sort by\s*[:：]?[^.。]{0,30}/iu,
		/(?:Ｘ|X|ＸＴｗｉｔｔｅｒ|Twitter|Facebook|フェイスブック|ＬＩＮＥ|LINE|メール|はてな(?:ブックマーク)?|note)(?:で|に|へ)(?:ポスト|シェア|共有|投稿|送る|ツイート|追加|書く)(?:する)?/u,
		/(?:[#＃][^\s#＃。、]{1,30}\s*){1,12}/u,
		/[［[【](?:政治|経済|国際|社会|企業|産業|科学|文化|地域|総合|特集|速報|オピニオン|ビジネス|テクノロジー|マーケット)[］\]】]/u,
		/(?:https?:\/\/|www\.)\S{1,400}/iu,
		/[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/u,
	]],
	['notice', [
		/\((?:adds|updates|recasts|refiles|corrects|rewrites|writes through)\b[^()]{0,160}\b(?:paragraphs?|comments?|quotes?|details|background|byline|headline|context|dateline|throughout|media|share price|analysts?[’']?s?)\b[^()]{0,80}\)/iu,
		/\(?\s?(?:US)?[$€¥₹]\s?1\s?[=＝]\s?[\d.,]+\s?(?:(?:Indian|Japanese) )?(?:rupees?|yen|dollars?|euros?)\s?\)?/iu,
		/(?:an? )?(?:word|message|note) from our (?:sponsors?|partners?)\s*[:：—–-][^]{0,240}/iu,
		/(?:sponsored by|(?:this (?:issue|letter|edition) is )?brought to you by)\b[^.。,、]{2,60}\.?/iu,
		/all quotes (?:are )?delayed\b[^]{0,160}/iu,
		/[^。]{4,120}(?:に対し|につき)、?別紙(?:の)?(?:答弁書|回答書?|意見書)を(?:送付|提出)(?:する|します|いたします)。/u,
		/[^。\d]{0,60}\b(?:comments|corrections|feedback|questions|queries|tips)\b\s?[:：]?[^。\d]{0,40}\S+@\S+\.?/iu,
		/[^。]{0,40}(?:ご意見|ご感想|お?問い?合わ?せ|連絡先?|送付先|提出先)[^。]{0,24}\S+@\S+[^。]{0,10}。?/u,
		/[(（\[]?(?:this (?:story|article|report|copy) (?:has|was|is)(?: (?:not|only))*\b[^。]{0,60}\b(?:edited|syndicated|auto-?generated|published from|translated|feed|agency)\b[^。]{0,120})[)）\]]?\.?/iu,
		/[(（]?this is an? (?:unedited|auto-?generated|syndicated|sponsored|paid|press release)\b[^。]{0,200}/iu,
		/[(（]?with (?:agency )?inputs? from\b[^。]{1,60}[)）]?/iu,
		/disclaimer\s*[:：][^。]{0,240}/iu,
		/[*＊※]?[^。\d０-９]{0,60}お問い?合わせ(?:フォーム|窓口)?[^。\d０-９]{0,20}(?:お電話|メール)[^。\d０-９]{0,20}(?:ください|下さい)。?/u,
		/(?:一次資料|引用元|参照元|情報源|参考(?:資料|文献|記事|サイト))\s*[:：][^。]{2,160}/u,
		/(?:this (?:content|document|text|article) is )?(?:invented|fictitious|for (?:testing|demonstration) (?:purposes )?only)[^。]{0,80}\.?/iu,
		/(?:本稿|本資料|この(?:文書|記事|資料))[^。]{0,30}(?:架空|見本)[^。]{0,30}。?/u,
		/(?:copyright\b(?:\s*[:©(]|\s+(?:19|20)\d\d|\s+by\b)|©|\(c\)\s*(?:copyright|(?:19|20)\d\d)|ⓒ)[^。]{0,200}/iu,
		/all rights reserved\.?/iu,
		/[^。\d０-９]{0,60}無断[^。\d０-９]{0,30}(?:禁|お断り|固く)[^。\d０-９]{0,20}。?/u,
		/[^。\d０-９]{0,60}お?問い?合わ?せは[^。\d０-９]{0,40}(?:こちら|フォーム|まで|窓口|ください|お願い)[^。\d０-９]{0,24}。?/u,
		/[(（]文責[:：][^。]{1,30}[)）]/u,
		/[(（]?(?:禁)?無断(?:転載|掲載|複製|引用)(?:[・、](?:転載|掲載|複製|引用))*(?:禁止|厳禁|を禁ず(?:る)?)?[)）]?/u,
		/[^。\d０-９]{0,60}(?:ご判断|ご自身の責任|自己責任|一切の?責任を負)[^\d０-９]{0,200}/u,
		/[^\s。]{1,20}\s[0-9a-f]{12,40}/u,
		/[([]?(?:release|article|story|document) id\s*[:：][^。]{0,120}/iu,
		/(?:visitors?(?: counter)?|views|page views|閲覧数)\s*[:：]\s*[\d,]+/iu,
		/[(（]?無断(?:転載|複製)[^。]{0,40}(?:禁|を禁じ)[^。]{0,20}。?[)）]?/u,
		/[(（【]?(?:(?:本件|本資料|この記事|本発表)(?:に関する)?(?:の)?)?(?:お?問い?合わ?せ|連絡|照会)先?[)）】]?\s*(?:[:：].{0,120})?/u,
		/[(（【]?(?:担当(?:者|部署|部局|課|窓口)?|公表日|発表日)[)）】]?/u,
		/[^。、]{0,60}(?:電話|ＴＥＬ|TEL|Tel|ＦＡＸ|FAX|Fax|内線|メール|E-?mail)(?:番号|アドレス)?\s*[:：]?\s*[\d０-９+(（][^。]{3,60}/u,
		/(?:e-?mail|メール(?:アドレス)?)\s*[:：]\s*\S+@\S+/iu,
		/(?:for (?:further|more|media) (?:information|details|enquiries|inquiries)|(?:media|press) (?:contact|enquir(?:y|ies)|inquir(?:y|ies)))s?(?: (?:details|information))?(?:\s*[:：,][^。]{0,160})?/iu,
		/contacts?(?: (?:details|information|us|person))?(?:\s*[:：][^。]{0,160})?/iu,
		/[^。]{0,80}(?:\+\d{1,3}[-\s(]|\b(?:tel|phone|fax)\b\.?\s*[:：]?\s*)[\d\s()-]{7,20}[^。]{0,60}/iu,
		/[^。]{0,100}\b(?:reached|contact(?:ed)?|e-?mail(?:ed)?|write|writes to|tips)\b[^。]{0,60}\s\S+@\S+\.?/iu,
		/(?:this|the) (?:press )?(?:release|document|announcement|presentation) (?:may )?contains? (?:certain )?forward-looking statements[^。]{0,200}/iu,
		/(?:all )?(?:figures?|data|numbers|amounts|translations?|photos?)\b[^.]{0,80}\b(?:unless|except where)\b[^.]{0,60}\.?/iu,
		/(?:US)?[$€¥₹]?\s?1\s?(?:dollar|euro|ドル|円|ルピー)?\s*[=＝]\s*(?:約)?[\d.,]+\s*(?:Indian |Japanese )?(?:rupees?|yen|円|ルピー|dollars?)/iu,
		/our standards\s*[:：][^。]{0,120}/iu,
		/[(（※]?(?:注|備考)?[)）]?\s*(?:肩書|敬称|役職|所属)[^。]{0,30}(?:当時|略)[^。]{0,10}。?[)）]?|[(（]敬称略[)）]/u,
		/[（(※＊*]?\s?注\s?[)）:：]?[^。\d０-９]{4,80}(?:制度|仕組み|の略称?|の総称|を指す|をいう|のこと)。?/u,
		/[（(※＊*]\s?注?\s?[\d０-９]{0,2}\s?[)）:：]?\s?[^。]{0,40}(?:当時のもの|仮訳を含む|仮訳|順不同|四捨五入[^。]{0,40}|端数[^。]{0,30}|速報値|暫定値|以下同じ)(?:である|です|とする)?。?[)）]?/u,
		/※?\s*本(?:資料|稿|文書|記事)[^。]{0,40}(?:見本|例示|仮訳|暫定|参考)[^。]{0,40}。?/u,
		/(?:disclaimer|terms of use|privacy policy|cookie policy|about us|contact us)(?:\s*[|•·]\s*(?:disclaimer|terms of use|privacy policy|cookie policy|about us|contact us|sitemap)){0,6}/iu,
		/(?:利用規約|プライバシーポリシー|個人情報保護方針|著作権(?:について)?|免責事項)(?:\s*[|｜・]\s*(?:利用規約|プライバシーポリシー|個人情報保護方針|著作権(?:について)?|免責事項|お問い?合わせ|サイトマップ)){0,6}/u,
		/(?:this|the) (?:website|site) uses cookies[^。]{0,160}/iu,
		/we use cookies[^。]{0,200}/iu,
		/(?:the )?(?:views?|opinions?)(?: and opinions)? (?:expressed|presented|in this|here|are)\b[^.。]{0,160}\b(?:authors?|personal|own|their|writers?)\b[^.。]{0,100}\.?(?:\s*(?:share|follow)\b[^.。]{0,60})?/iu,
		/(?:本稿|本記事|本論考|この記事)[^。]{0,40}(?:個人(?:の|的な?)見解|筆者の見解|著者の見解)[^。]{0,40}。?/u,
		/download (?:the|our) app[^。]{0,80}/iu,
	]],
	['no-fact', [
		/(?:dear|respected) (?:\p{L}[\p{L}.]*\s?){1,5}[,:]/iu,
		/(?:with )?(?:(?:kind|best|warm)(?:est)? )?regards,?|yours (?:sincerely|faithfully|truly),?|sincerely(?: yours)?,?/iu,
		/拝啓|敬具|謹啓|謹白|敬白|草々|(?:会員|読者|関係者|株主)(?:各位|の皆(?:様|さま))(?:へ)?、?/u,
	]],
	['end-mark', [
		/[\d０-９]{1,2}[.．]/u,
		/記|以[\s　]*上/u,
		/[-–—•・~〜～]{1,2}/u,
		/(?:[*＊#＃]\s*){1,8}/u,
		/[-–—_=＝─━~～・…*＊]{3,}/u,
		/(?:[-–—]\s*30\s*[-–—]|\(?(?:end|ends)\)?|[(（]?(?:了|終わり|おわり|以上)[)）]?)/iu,
		/[■□◆◇●○▲△▼▽★☆※]{1,6}/u,
	]],
	['page-number', [
		/[-–—−ー－(（[［]?\s*(?:(?:page|p\.?)\s*)?[\d０-９]{1,4}(?:\s*(?:[/／]|of)\s*[\d０-９]{1,4})?\s*(?:ページ|頁)?\s*[-–—−ー－)）\]］]?/iu,
	]],
	['byline', [
		/(?:(?:our|staff|special|senior|chief) )?(?:correspondent|reporter|staff writer|web desk|news desk)/iu,
		/ページ(?:番号|ID|ＩＤ)\s*[:：]?\s*[\d０-９]{3,}[^。]{0,40}/iu,
		/(?:発行日|自治体名|広報紙名|媒体名|掲載紙|発行号)\s*[:：][^。]{0,60}/u,
		/updated?\s+(?:\d{1,2}|an?|a few)\s+(?:minutes?|hours?|days?)\s+ago/iu,
		/[\p{Script=Han}]{0,14}第[\d０-９〇一二三四五六七八九十百千]{1,8}号/u,
		/[\p{Script=Han}・]{2,18}(?:大臣|議長|長官|知事|市長|町長|村長|局長|総裁|理事長|会長|大使)\s[\p{Script=Han}々]{1,6}(?:\s[\p{Script=Han}々]{1,4})?(?:\s?(?:殿|様|閣下))?/u,
		/(?:各[\s　]*位|(?:会[\s　]*社[\s　]*名|代[\s　]*表[\s　]*者(?:[\s　]*名)?|問[\s　]*合[\s　]*せ[\s　]*先)[\s　:：][^。]{2,60}|[(（]?(?:証券)?コード(?:番号)?\s?[:：][^。]{2,40}[)）]?)/u,
		/於[:：][^。]{2,40}|[^。、\s]{2,24}(?:会見室|会議室|会議場)|[\d０-９]{1,2}(?:時|[:：])[\d０-９]{1,2}分?\s*[～〜~–—-]\s*[\d０-９]{1,2}(?:時|[:：])[\d０-９]{1,2}分?/u,
		/(?:published|posted|updated|last (?:updated|modified))(?:\s+on)?\s*[:：]?/iu,
		/(?:(?:this )?page |site |content )?(?:last )?(?:updated|modified)(?: on| at)?\s*[:：]\s*[^。]{0,24}\d{4}[^。]{0,24}/iu,
		/[(（]\s*[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日\s*[\d０-９:：時分\s]{0,10}\s*(?:更新|公開|配信|掲載)?\s*[)）]/u,
		/(?:written|reported|edited|reviewed|compiled|published|posted|updated)\s+by\b\s*[:：]?[^。]{1,100}/iu,
		/[Bb][Yy]\s*[:：]?\s+(?:\p{Lu}[\p{L}.'’-]*|[A-Z])(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|&|of|,)){0,8}(?:\s*[,|–-]\s*[^。]{0,60})?/u,
		/\(?(?:reporting|editing|additional reporting|edited|with inputs?|inputs?)\s+(?:by|from)\b[^。]{1,120}\)?/iu,
		/(?:author|authors|source|publisher|published|updated|last updated|first published|posted(?: on)?|date|created)\s*[:：|]\s*[^。]{1,100}/iu,
		/(?:published|updated|posted|last updated|first published)(?: on| at)?\s+[^。]{0,20}\d{4}[^。]{0,40}/iu,
		/[A-Z]{2,4}(?:\/[A-Z]{2,4}){1,5}/u,
		/(?:(?:Ref|F|D\.?O|Circular|(?:Press )?Release|Notice|Document)\.?\s?)?N(?:o|umber)\.?\s?[:.]?\s?[\w/().-]{0,12}\d[\w/().-]{0,16}/iu,
		/[\p{L} .'’-]{0,40}[@＠][A-Za-z]\w{2,30}/u,
		/(?:this|the above|these) (?:information|reply|details?|statement)s? (?:was|were|has been|have been) (?:given|stated|provided|furnished|shared|made)\b[^。]{0,200}\b(?:Lok Sabha|Rajya Sabha|Parliament)\b[^。.]{0,60}\.?/iu,
		/for (?:and on behalf of )?(?:the )?(?:governments?|ministry|republic) of\b[^.。]{1,120}/iu,
		/[(（*]?(?:the )?(?:writer|author|columnist)s?(?: of this (?:article|piece))?,?(?: [\p{Lu}][^.]{2,40})? (?:is|are|teaches?|works?|heads?|leads?|was|writes?|covers?)\b[^。]{3,240}[)）*]?/iu,
		/(?:about the authors?|(?:著者|筆者|執筆者)(?:紹介|について|略歴|プロフィール))\s*[:：\s][^。]{0,200}。?/iu,
		/(?:文|筆者|著者|執筆|記者|編集|聞き手|担当|発行|発行元|公開日?|掲載日?|更新日?|投稿日?|配信|作成日?|発表日?|最終更新(?:日)?)\s*[:：＝=／/]\s*[^。]{1,60}/u,
		/(?:公開|掲載|更新|投稿|配信|作成|発表|発行|最終更新|初出)(?:日時?|年月日)?\s*[:：]?\s*(?:[\d０-９]{4}[年./-]|(?:令和|平成)[\d０-９元]{1,2}年)[\d０-９年月日./:：時分()（）月火水木金土曜\s-]{3,30}(?:[\[［(（][^\]］)）]{1,16}[\]］)）])?/u,
		/(?:記者|筆者|文|聞き手|取材)[\s　]+[\p{Script=Han}々]{1,4}[\s　]?[\p{Script=Han}\p{Script=Hiragana}々]{0,4}/u,
		/[【（(]?[\p{Script=Han}\s　]{2,10}(?:記者|特派員|編集委員|論説委員)[】）)]?/u,
	]],
];

/** After one of these, a page lists what is not this document: lines that are no sentences are passed over. */
export const residueStarts = /^[【［\[■◆]?(?:top (?:news|headlines|videos?)(?: stories)?|(?:この記事の)?続きは.{0,40}お読み.{0,8}。?|(?:\p{Lu}\p{L}+ ){1,2}shorts|most read\b.{0,20}|don[’']?t miss(?: ?view all)?|(?:india|world|business|national)? ?latest (?:stories|updates)|その他(?:の)?(?:記事|ニュース)|最近の(?:ニュース)?速報|最近のニュース速報|read (?:next|on)|up next|(?:この|本)(?:特集|連載|シリーズ)の(?:記事|一覧|他の記事)|leave a (?:comment|reply)|related (?:articles?|posts?|stories|news|content)|you may also like|recommended(?: for you)?|more from .{0,40}|trending(?: now)?|latest news|most read|most popular|popular posts?|recent posts?|comments?(?: \(\d+\))?|you might also like|more like this|(?:related|recent|other|latest|more) (?:press )?(?:releases|publications|briefs|reports|work|reading)|further reading|also (?:read|in this section)|in other news|more (?:stories|news)|(?:next|previous|top) stor(?:y|ies)|most (?:active|shared|commented).{0,20}|read more(?: news)? on.{0,30}|hot on (?:the )?web|in case you missed it|top (?:searches|trending).{0,20}|topics|tags|editors?[’']? picks?|関連記事|関連リンク|関連ニュース|おすすめ(?:記事)?|あわせて読みたい|人気記事|(?:アクセス|記事|閲覧)?ランキング(?:[(（].{1,12}[)）])?|(?:この記事を?)?(?:もっと|さらに|より)(?:深く|詳しく|知る)(?:知る|読む)?|最新記事|最新ニュース|最近の(?:記事|ニュース|投稿).{0,6}|新着(?:記事|ニュース)|あなた(?:へ|に)の?おすすめ|注目(?:記事|ニュース)|アクセスランキング|前後の記事|この記事に関連する.{0,20}|関連(?:トピック|タグ|テーマ|企業|コンテンツ|キーワード)|類似(?:している|の)?記事|.{1,16}(?:ニュース|記事)一覧|おすすめ(?:コンテンツ|商品|書籍)(?:[(（].{1,12}[)）])?|コメント(?:を残す|一覧)?|担当(?:者|部署|部局|課|窓口)?|公表日|関連(?:資料|文書|ファイル|サイト|ページ|情報)|ダウンロード|(?:本件(?:に関する)?(?:の)?)?お?問い?合わ?せ先?|downloads?|related (?:documents?|links?|information|files?|pages?)|contacts?)[】］\]]?\s*[:：]?$/iu;

/** After one of these stand what readers wrote, up to the end. */
export const commentStarts = /^(?:(?:\d+|no|readers?[’']?|all|post a|leave a|add a|view|read) ?comments?|comments?|leave a reply|post a comment|join the (?:conversation|discussion)|読者(?:の|から)?(?:コメント|の声)|コメント(?:一覧|欄)?)(?:\s*[(（]?\s*[\d０-９]+\s*件?[)）]?)?\s*[:：]?$/iu;

/** Above the entries of a table of contents. */
export const contentsTitle = /^[^\p{L}]*(?:目次|内容|もくじ|contents|table of contents|(?:in|on) this (?:issue|page|paper))[^\p{L}]*$/iu;

/** Above an address: whom to ask. */
export const contactHead = /^(?:(?:(?:for )?(?:media|press|further|more|investor)(?: (?:information|details))?[,:]? ?)?(?:contacts?|enquiries|inquiries|queries)(?: (?:details|information|person|us))?|for (?:further|more|media) (?:information|details)|(?:[^。、]{1,10}に関する|本件の?|報道関係の?)?(?:お?問い?合わ?せ|連絡|照会|相談)(?:先|窓口)?|担当(?:者|課|部署|部局|窓口)?)[】）)]?(?:$|\s?[:：].{0,60}$)/iu;

/** What a letter ends with. */
export const closing = /^(?:(?:with )?(?:(?:kind|best|warm)(?:est)? )?regards|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|respectfully(?: yours)?|敬具|草々|謹白|敬白)[,、。]?$/iu;

/** Who speaks, on a line of its own. */
export const speaker = /^[【（(〇○●◯]?\s?(?:記者|知事|副知事|市長|大臣|副大臣|長官|総理|首相|会長|社長|理事長|議長|司会(?:者)?|事務局|質問(?:者)?|回答(?:者)?|報道官|幹事社|モデレーター|reporter|journalist|question(?:er)?|answer|moderator|minister|secretary|spokesperson|official spokesperson|host|interviewer)\s?[】）)]?\s?[:：]?$/iu;

/** What the head of minutes, letters and notices names line by line. */
export const particulars = /^(?:日 ?時|開催日時?|開催場所|場 ?所|会 ?場|出席者?|参加者|列席者|議 ?長|配[付布]資料|議 ?題|主 ?催|共 ?催|後 ?援|件 ?名|宛 ?先|発信者?|(?:date|time|venue|place|participants?|present|attend(?:ees|ance)|chair(?:person)?|chaired by|subject|sub|to|from|cc|ref(?:erence)?(?: ?no\.?)?|embargo(?:ed)?|classification)(?: and [a-z]+)?)(?: ?[:：]| (?=[^a-z]))/iu;

/** Below which those stand who took part: nothing but the word. */
export const attendance = /^(?:出席者|参加者|列席者|署名者|participants?|attendees|sign(?:ers|atories)|(?:those )?present)\s?[:：]$/iu;

/** Headings that count the parts of a document: “Agenda item 2: …”, “別紙１　…”. */
export const partHeading = /^(?:(?:agenda item|item|session|part|section|chapter|annex(?:ure)?|appendix|schedule|theme|pillar|panel|working group)\s(?:no\.?\s?)?(?:\d{1,2}|[IVX]{1,4}|[A-D])\s*(?:[:.–—-]\s*\S.*)?|(?:議題|議事|別紙|別添|付録|附属書|セッション|パネル|テーマ|分科会)\s?[\d０-９一二三四五六七八九十]{1,2}(?:[\s　:：].*)?)$/iu;

/** Headings that open the text of a document, not titles of it. */
export const sectionWords = /^(?:introduction|background|overview|summary|abstract|executive summary|key (?:points|highlights|takeaways|messages|findings)|highlights|in brief|synopsis|conclusion|はじめに|概要|背景|要旨|要約|要点|ポイント|目次|序論|結論|まとめ|おわりに)[:：]?$/iu;

/** A caption that names its photographer at the end. */
export const creditEnd = /^[^。]{4,220}[\s（(|｜](?:photo|image|picture|credit|photograph|illustration|写真提供|写真|撮影|画像|提供)s?(?: credits?| courtesy| by)?\s*[:：＝=|/]\s*(?:[^.。]|\b\p{L}\.){1,60}[.)）]?\*?$/iu;

/** A caption of a Japanese newspaper: what is seen, and after a sign of equality where or by whom it was taken. */
export const creditEndJa = /^(?:[^。]{4,120}。)?[^。]{4,160}(?:[＝=]\s?(?:[\d０-９]{4}年)?(?:[\d０-９]{1,2}月)?[\d０-９]{1,2}日(?:午[前後]|朝|夜)?(?:、[^。、＝=]{1,24}){0,2}|[＝=][^。＝=\d]{0,12}(?:新聞社?|通信社?|本社|編集部)|[＝=][^。＝=]{1,30}(?:提供|撮影|写す|共同|時事|ロイター|ＡＰ|AP|ＡＦＰ|AFP)|[(（](?:共同|時事|ロイター|ＡＰ|AP|ＡＦＰ|AFP|[^()（）。]{1,16}(?:提供|撮影))[)）])$/u;

/** What sort of document it is, where that stands above its title. */
export const documentLabel = /^(?!.*(?:India|Japan|日本|日印|インド))(?:[（(【［\[].{1,30}[)）】］\]]|(?:[\p{L}’'-]+ ){0,2}(?:joint (?:press )?statement|press (?:release|note)|fact ?sheet|policy (?:brief|note|paper)|working paper|issue brief|occasional paper|commentary|opinion|analysis|explainer|special report|list of (?:key )?outcomes)\b.{0,40}|(?:ファクトシート|共同(?:声明|文書)|報道(?:発表(?:資料)?|資料)|プレスリリース|仮訳|資料\s*[\d０-９-]*)(?:[（(].{1,20}[)）])?)$/iu;

/** Common nouns of headings, which names of people are written like: “Strategic Significance”, “Way Forward”. */
export const headingWords = /\b(?:The|A|An|Our|Its|Why|How|What|Where|New|Next|Key|Main|Other|Looking|Way|Road|Path|Future|Recent|Growing|Rising|Joint|Strategic|Strategy|Global|Regional|National|Bilateral|Cooperation|Partnership|Partners|Sectors?|Areas?|Outlook|Landscape|Context|Significance|Importance|Challenges?|Opportunit(?:y|ies)|Risks?|Forward|Ahead|Conclusions?|Introduction|Overview|Trade|Investments?|Energy|Technolog(?:y|ies)|Digital|Development|Economy|Economic|Polic(?:y|ies)|Security|Supply|Chains?|Mechanism|Agreements?|Markets?|Growth|Industr(?:y|ies)|Industrial|Infrastructure|Manufacturing|Skills?|Talent|Science|Research|Innovation|Finance|Financing|Funding|Health|Space|Defence|Defense|Climate|Green|Clean|Hydrogen|Power|Batter(?:y|ies)|Electric|Vehicles?|Semiconductors?|Minerals?|Materials?|Water|Waste|Ports?|Rail(?:way)?s?|Roads?|Transport|Mobility|Education|Exchange|Exchanges|Culture|People|Initiatives?|Programmes?|Programs?|Projects?|Plans?|Roadmap|Framework|Dialogue|Summit|Visit|Outcomes?|Results?|Highlights?|Findings|Recommendations?|Next Steps|Timeline|Focus|Goals?|Impact|Analysis|Details|Notes|Data|Methods?|India|Indian|Japan|Japanese|China|Asia|Indo-Pacific|States?|Cities|Farm|Food|Steel|Chips?|Network|Corridor|Messages?|Points?|Takeaways?|Summary|Background|Abstract|Conclusion)\b/iu;

/** Headings below which nothing but sources stand. */
export const referencesHeading = /^(?:foot|end)?(?:notes and references|references|footnotes|endnotes|bibliography|works cited|脚注|参考文献|出典|引用文献)[:：]?$/iu;

/** Headings below which sources are listed, where nothing is told below them. */
export const sourcesHeading = /^(?:data )?sources(?: and notes)?[:：]?$|^(?:情報源|出所|資料出所)$/iu;

/** Headings below which the text's notes stand. */
export const notesHeading = /^(?:foot|end)?(?:notes?(?: to editors?)?|notes and references|references|bibliography|works cited|脚注|注|注記|参考文献|出典|引用文献)[:：]?$/iu;

/** Headings below which the authors are introduced. */
export const authorsHeading = /^(?:編集後記|from the editors?|editors?[’']? note|about the (?:authors?|writers?)|author(?:s|’s|'s)? bios?|contributors?|(?:著者|筆者|執筆者)(?:紹介|について|略歴|プロフィール)?)[:：]?$/iu;

/** Where and by whom a report was written, before its first sentence: “NEW DELHI: ”, “Tokyo, May 3 (PTI) — ”, “【ニューデリー＝山田太郎】”. */
export const dateline = /^(?:(?:New Delhi|Delhi|Tokyo|Mumbai|Hyderabad|Chennai|Bengaluru|Kolkata|Ahmedabad|Gandhinagar|Lucknow|Pune|Osaka|Kyoto)(?:\/(?:New Delhi|Tokyo|Mumbai))?\s?[:：]\s(?=\p{Lu}[^]{60})|[【［[][^】］\]。]{2,30}[】］\]]|(?=[^a-z]*\p{Lu}{3})(?:[\p{Lu}./]{2,}\s?){1,3}(?:,\s(?:[^:：—–.]|\b\p{Lu}\p{Ll}{2,3}\.\s){3,20})?(?:\s?\([^()]{2,20}\))?\s?(?:[:：]|—|–|--?\s)|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?,\s(?:\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{Ll}{2,8})(?:(?:\s?\([^()]{2,20}\))?\s?(?:[:：]|—|–|-\s)|\s\([A-Z]{2,6}\)\s)|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s\[\p{Lu}[\p{L} ]{2,20}\],\s\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?:\s?\([^()]{2,20}\))?\s?[:：–—-])\s?/u;

/** A sentence that asks. 明らか。 and わずか。 ask nothing. */
export const questions = /(?:[?？]|(?:の|[うくぐすつぬぶむる]|た|い|です|ます|ません|だろう|でしょう)か。)["”’」』）)]*$/u;
/** What speaks of the page or the paper, and of what is made of it. */
export const ofPage: readonly (readonly [page: RegExp, use: RegExp])[] = [
	[/\b(?:this|our|the present) (?:press )?(?:release|news release|website|site|web ?page|newsletter|issue brief|policy brief|paper|document|publication|article|translation|fact ?sheet)\b/iu, /\b(?:rests? on|forward-looking|may (?:turn out|differ)|liab(?:le|ility)|accuracy|endorsements?|(?:personal|own) views?|views? expressed|no (?:institutional )?positions?|cookies|reproduced|republish\w*|reprint\w*|syndicated|translated|for (?:information|reference|convenience) only|informational|not constitute|without (?:notice|permission)|originally (?:published|appeared))\b/iu],
	[/\bthe (?:institute|institution|publisher|editors?|authors?|foundation|newspaper)\b/iu, /\b(?:takes? no (?:institutional )?positions?|views? expressed|own views?|not necessarily|(?:authors?|writers?)[’'] (?:alone|own))/iu],
	[/^[（(※*＊]?\s?(?:注\s?[\d０-９]{0,2}\s?[)）:：]\s?)?(?:本|この|当|弊)(?:資料|記事|稿|サイト|ページ|ニュース|レポート|リリース|連載|翻訳|仮訳|ウェブサイト|ホームページ|メール|論考|コラム|発表資料)/u, /保証|将来に関する|責任を負|転載|無断|著作|引用|個人(?:的な)?(?:の)?見解|連載|掲載|配信|参考(?:のため|仮訳|資料)|仮訳|正文|ご了承|編集した|転用|抜粋|翻訳した/u],
];

/** What such a note says of them. */
export const givenAs = /\b(?:provisional|preliminary|approximate(?:ly)?|rounded|rounding|indicative|estimates?|estimated|unless|exclud\w+|includ\w+|translation|revised|unofficial|as (?:of|at|reported)|at the time)\b|仮|暫定|速報|当時|現在|発表時|時点|四捨五入|概数|順不同|省略|敬称|換算|端数|一致しない|含む|除く|ベース|参考/iu;
/** Notes on how figures, names and translations are given. */
export const noteOfForm = /^(?:[（(［[]?\s?(?:注|備考|注記|notes?|n\.b\.)\s?[\d０-９]{0,2}\s?[)）\]］:：.]\s?|(?:備考|注記)\s|[※*＊†]\s?[\d０-９]?\s?|[（(])(?:(?:金額|[^。、は]{0,6}額|数値|数字|計数|人数|件数|肩書|役職|職名|名称|社名|国名|為替|換算|端数|合計|日付|年度|所属|表記|翻訳|[（(]?[^。、は]{0,10}[)）]?は?(?:仮訳|順不同|暫定値|速報値|概数))|(?:all |the |these )?(?:figures?|amounts?|quantit(?:y|ies)|totals?|names?|titles?|(?:exchange )?rates?|prices|numbers|data(?! cent)|text|remarks|translations?|rounding|percentages?|currency|conversions?)\b)/iu;

/** Names that a question may hold and yet tell nothing. */
export const nameWords = /\b(?:I|India|Indian|Japan|Japanese|Tokyo|New Delhi|Delhi)\b|インド/gu;
/** Sentences that call upon the reader. */
export const calls: readonly RegExp[] = [
	/^you(?:[’']re| are)? (?:get|got|receive|received|getting|receiving|reading)\b.{0,24}\b(?:letter|newsletter|e-?mail|message|update)\b.{0,6}\bbecause\b.{0,80}$/iu,
	/^(?:just )?(?:reply|respond|hit reply) to this (?:letter|e-?mail|newsletter|message)\b.{0,60}$/iu,
	/^(?:reported|written|edited|compiled|researched) with (?:help|inputs?|assistance|research) (?:from|by) .{2,60}$/iu,
	/^book (?:a|your) (?:call|demo|seat|place)[.!]?$/iu,
	/^(?:take the quiz|(?:show|we need) your support\b.{0,160}|readers like you\b.{0,120}|every contribution\b.{0,80}|dear (?:patron|reader|subscriber)s?,(?: thank you\b.{0,60})?|please enter your (?:comment|name|e-?mail)\b.{0,40})[.!]?$/iu,
	/^(?:your )?(?:excellenc(?:y|ies)|(?:distinguished|honou?rable|esteemed|dear) (?:guests?|delegates|participants|colleagues|friends|members|readers)|ladies and gentlemen|friends|namaste|namaskar|konnichiwa|thank you(?: (?:very much|all|for (?:your (?:attention|time)|reading)))?|good (?:morning|afternoon|evening)|jai hind)(?:,? (?:everyone|all|ladies and gentlemen|and thank you))?[,.!]*$/iu,
	/^(?:皆様、?)?(?:おはようございます|こんにちは|こんばんは|ナマステ|(?:ご清聴、?)?(?:どうも)?ありがとうございました|ご清聴(?:ありがとうございます)?|よろしくお願い(?:いた)?します)。?$/u,
	/(?:(?:お)?教えてください|教えて下さい|お聞かせください|お伺いします|お尋ねします|伺いたい)。?$/u,
	/^(?:that[’']?s (?:it|all)(?: for (?:now|today))?|thanks for reading|if you (?:like|liked|enjoy|enjoyed|found)\b.{0,80}\b(?:follow|share|rt|retweet|subscribe|like)\b.{0,60})[.!]?$/iu,
	/^(?:a |another )?(?:short |quick |new )?thread (?:on|about|of)\b[^.。\d]{0,120}$/iu,
	/^(?:welcome (?:back )?to (?:this|our|today|the)\b.{0,80}|.{0,60}\b(?:take|answer) (?:your|any|some|a few) questions?\b.{0,20}|.{0,30}\bfloor is (?:now )?open\b.{0,40}|(?:yes|okay|ok|right|please|go ahead|next question)(?:,? (?:please|sir|ma[’']?am|go ahead))?|(?:sir|ma[’']?am|madam)?,? ?(?:this is|i am|i[’']m) .{2,40} from .{2,40}|(?:any|are there any) (?:other|more|further) questions|(?:no|none)\. thank you\b.{0,20})[.,!?]*$/iu,
	/^(?:please )?(?:write to us|tell us|let us know|send us|get in touch|sign up|subscribe|follow us|join us|click|tap|read (?:more|on)|find out more|stay tuned|download (?:the|our)|register (?:now|here)|share your|have your say|scroll|see also|support our|donate)\b/iu,
	/(?:お寄せください|お寄せ下さい|ご覧ください|ご覧下さい|ご登録ください|お待ちしています|お申し込みください|ご参照ください|お問い?合わせください)。?$/u,
];
