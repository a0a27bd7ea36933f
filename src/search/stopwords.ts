import { langs, type Localized } from '../model/languages.ts';
import { joinedKey, toUnits } from './units.ts';

/**
 * Words that carry no subject. `ignored` words are never searched. `light` words are searched, but a statement
 * may lack them: a question says “run” or 行う where the source says “operate”.
 */
interface WordList {
	readonly ignored: string;
	readonly light: string;
}

const lists = {
	en: {
		ignored: `a an the and or of in on at to for from by with about into over under between among within without as is are was were be been being am do does did done doing has have had having
			will would shall should can could may might must not no nor so than then that this these those there here it its itself they them their theirs we us our you your he she his her i me my who whom whose which what when where why how
			if whether because while during since until up out off also any some such both each other another same own very just only too more most much many few less least again ever every all
			instead rather away still already yet even behind against toward towards across through throughout along around upon though although however therefore thus hence else ever perhaps maybe really actually especially particularly mainly mostly mere merely simply today tomorrow yesterday ago soon later early long often usually always anything something nothing everything anyone someone everyone anybody somebody
			did didn't doesn't don't isn't aren't wasn't weren't won't can't cannot couldn't shouldn't there's what's who's where's it's that's let's tell show give find know explain describe list say please want need like let looking search information info details detail question answer mean means meaning s t re don isn i'd i'll i've i'm we'd we've you'd percent per via etc`,
		light: `dollar dollars percentage house city cities town towns point send supply ship need try bear carry raise reduce cut grow rise fall win lose learn teach study watch drive fly walk build buy eat drink wear pass reach return enter join attend invite welcome celebrate appreciate recognise recognize understand manage handle serve act produce apply adopt introduce extend expand continue maintain protect secure ensure contribute focus target aim seek pursue explore examine review check test measure compare choose select appoint elect
			operate provide offer receive gain obtain bring keep keep allow enable require lead leader led follow result cause reason purpose benefit advantage effect impact role importance important significant possible likely able available open close begin ends end finish complete stay remain change move turn happen occur appear seem think believe hope decide choose consider propose suggest ask answer hear write publish mention refer note say tell explain discuss speak
			name location located place home headquarters based situated member consist comprise include contain part group set series list top best better good great big small little young old latest modern future past previous present former next upcoming ongoing final overall general main total whole full half percent share rate level extent degree range quantity volume price budget value finance financial money amount sum pay buy sell
			person people everyone body team head chief president secretary director adviser representative authority authorities state national international global world worldwide foreign domestic local regional
			run make take get go come happen involve include cover concern relate regard deal work works working use used using help start begin plan planned intend aim want expect hold become exist
			name named call called kind type sort way thing things matter part number amount total figure exact exactly current currently now today recent recently latest new last next long
			size large big biggest largest major main important key various several different certain specific particular together jointly joint common mutual bilateral year years month day date time
			country countries side sides project projects programme programmes initiative initiatives cooperation collaboration collaborate partnership partner partners relation relations agreement agreements deal deals activity activities effort efforts role
			company companies firm firms organisation organisations government governments minister ministry official officials public private sector sectors field fields area areas
			according article document source report reported state stated fact person money cost worth spend high low good between
			set put build launch sign signed agree agreed discuss discussed talk talks visit visited meet met take place took support supported promote promoted develop development strengthen increase improve create created establish established join`,
	},
	ja: {
		ignored: `何 誰 どこ いつ なぜ 方 点 件 他 等 的 性 化 者 際 内 間 中 上 下 前 後 ため こと もの 教える 知る 調べる 検索 情報 詳細 質問 回答 意味 場合 以上 以下 について に関する に対する による における として という
			どの どんな どのような いくつ いくら どれ 誰が 何が 何を 何の 何か 何ですか 何年 何社 何人 何件 何回 何か所 何月 何日 幾つ 数 氏 君 様 説明 一覧 概要 内容 目的 理由 状況 現状 関係 関連`,
		light: `メンバー 話題 テーマ ポイント きっかけ メリット デメリット ニュース 動き 取り決め 約束 見方 考え 声 意見 反応 評価 事例 例 顔ぶれ 参加者 出席者 候補 候補地 一行 計画 予定 実施 開始 行 進 設 開 含 使 用 関 対 通 向 目指 取 組 取組 協力 連携 提携 事業 案件 取り組み 活動 支援 促進 推進 強化 拡大 発展 開発 整備 構築 設立 設置 署名 締結 合意 協議 議論 検討 発表 歓迎 訪問 参加 会談 会合
			具体的 何割 何パーセント 割合 比率 価格 予算 費用 資金 額面 誰と 誰に 相手 相手先 当事者 主体 責任者 代表 一員 構成 詳しい 詳しく 全体 全部 一部 一方 双方 両方 両者 相当 程度 見込 見通 予想 予測 必要 可能 可能性 期待 狙 意図 意味 意義 重要性 利点 利益 特徴 仕組 仕組み 制度 方法 手段 手順 経緯 過程 段階 進捗 進展 動向 状態 現況 対応 対策 措置 方針 方策 施策 政策 戦略 展望 構想 提案 提供 提示 公表 報告 記載 記述 言及 引用
			参画 関与 連絡 交流 交換 実現 達成 完成 完了 終了 終 開催 設定 導入 採用 採択 選定 選 決定 決 判断 確認 確保 維持 継続 続 拡充 増加 増 減少 減 高 低 大 小 多 少 早 遅 長 短 広 狭 良 悪 強 弱 近 遠 同 別 異 似 違 比較 対象 対 範囲 規定 基準 条件 要件 要因 要素 原因 結果 効 影 世界 国際 国内 国外 海外 外国 地元 現地 地方 全国
			分野 部門 領域 両国 二国間 二国 政府 企業 会社 機関 団体 組織 国 官民 民間 共同 合同 相互 主要 重要 新 新た 新しい 最新 最近 最大 最初 現在 今後 将来 年 月 日 時期 年度 期間 規模 金額 額 総額 数字 量 合計 場所 名前 名 種類 役割 成果 効果 影響 背景 課題 記事 資料 文書 出典 報道 具体 主 担当 人 物 金 出 入 受 額 者 先 率 化 性 度 用 系 量 費 側 社 業 品 力 体 式 型 面 学 会 員 家 部 課 所 地 場 長 部門別 別 各 両 初 再 未 非 超 総 全 約 計 作 造 得 図 示 述 言 伝 見 呼 立 挙 結 始 続 深 高`,
	},
} as const satisfies Localized<WordList>;

const keys = (kind: keyof WordList): ReadonlySet<string> =>
	new Set(langs.flatMap((lang) => lists[lang][kind].split(/\s+/u)).flatMap((word) => [joinedKey(toUnits(word))]).filter((key) => key !== ''));

/** By {@link joinedKey}. */
export const ignoredWords: ReadonlySet<string> = keys('ignored');
export const lightWords: ReadonlySet<string> = keys('light');
