/**
 * Words that speak for a sector, with their weight: 4 names the matter itself, 2 speaks for it, 1 goes
 * with it. From the descriptions in seeds/sectors.yaml, the glossary, and the general vocabulary of each
 * field; an id of sectors.yaml that is not listed here is proposed by its name alone.
 */
export const sectorCues: Readonly<Record<string, readonly (readonly [weight: number, words: string])[]>> = {
	'economic-security': [
		[4, 'economic security|経済安全保障|経済安保|economic coercion|経済的威圧|strategic trade|戦略的貿易|export controls?|輸出管理|critical infrastructure|重要インフラ'],
		[2, 'supply chain resilience|サプライチェーンの?強靱化|national security|安全保障|rules-based|ルールに基づく|free and open indo-pacific|自由で開かれた|strategic autonomy|戦略的自律|基幹インフラ|特別戦略的|戦略的展望|経済秩序|priority fields?|優先的に|主要な分野'],
		[1, 'quad|日米豪印|like-minded|同志国|indo-pacific|インド太平洋|strategic partnership|戦略的'],
	],
	semiconductors: [
		[4, 'semi-?conductors?|半導体|osat|wafers?|ウエハー?|ウェハー?|chip ?making|microchips?|fabs?|ファウンドリ|foundry|vlsi|ＯＳＡＴ|integrated circuits?|集積回路|後工程|chips?|electronics manufacturing|パッケージング'],
		[2, 'electronics|電子機器|エレクトロニクス|lithography|露光|chip design|電子部品|電子情報'],
	],
	'critical-minerals': [
		[4, 'critical minerals?|重要鉱物|rare[- ]earths?|レアアース|レアメタル|rare metals?|希土類|mineral resources|鉱物資源|mineral processing|mining|鉱山|鉱物'],
		[3, 'gallium|ガリウム|graphite|黒鉛|lithium mining|cobalt|コバルト|nickel|ニッケル|magnets?|磁石|ネオジム|neodymium|refining|精錬|精製|platinum|minerals?'],
	],
	'batteries-ev': [
		[4, 'batter(?:y|ies)|電池|バッテリー|electric vehicles?|電気自動車|\\bevs?\\b|ｅｖ|lithium-ion|リチウムイオン|gigafactory|ギガファクトリー|motor generators?|chemistry cell|環境配慮車|hybrid vehicles?|ハイブリッド車|e-mobility'],
		[2, 'automobiles?|automotive|自動車|two-wheelers?|二輪車?|mobility|モビリティ|charging|充電|motors?\\b|catalytic converters?|触媒|vehicles?|cars?\\b|recycling|リサイクル|fleets?'],
	],
	'ict-telecom': [
		[4, 'open ran|オープンran|5g|6g|telecom(?:s|munications?)?|情報通信|通信網|submarine cables?|海底ケーブル|data cent(?:re|er)s?|データ・?センター|ict|broadband|ブロードバンド|mobile networks?|移動通信|光ファイバー|基地局|通信インフラ|総務省|通信省'],
		[2, 'networks?|ネットワーク|通信|放送|郵便|cyber ?security|サイバー|cloud|クラウド|satellite communications?|衛星通信|fibre|spectrum|周波数'],
	],
	'ai-digital': [
		[4, 'artificial intelligence|人工知能|\\bai\\b|large language models?|大規模言語モデル|llms?|digital partnership|デジタル・?パートナーシップ|digital public infrastructure|デジタル公共インフラ|生成ai|generative ai|digital transformation'],
		[2, 'digital|デジタル|machine learning|機械学習|iot|internet of things|software|ソフトウェア|algorithms?|data governance|fintech|it人材|e-governance|電子政府'],
	],
	'clean-energy': [
		[4, 'hydrogen|水素|ammonia|アンモニア|renewables?|renewable energy|再生可能エネルギー|再エネ|clean energy|クリーン・?エネルギー|solar|太陽光|wind power|wind farms?|風力|biofuels?|バイオ燃料|bio-?ethanol|バイオエタノール|biogas|bio-gas|バイオガス|cbg|nuclear power|原子力発電|energy dialogue|エネルギー対話|electrolysers?|electrolyzers?|電解|power-to-gas|geothermal|地熱|hydropower|水力|発電'],
		[2, 'energy|エネルギー|power plants?|electricity|電力|grid|送電|fuel cells?|燃料電池|混焼|lng|carbon-?neutral|脱炭素|biomass|バイオマス|green energy|clean tech'],
	],
	'environment-climate': [
		[4, 'climate change|気候変動|joint crediting|二国間クレジット|jcm|biodiversity|生物多様性|waste ?water|排水|下水|circular economy|循環経済|plastics?|プラスチック|pollution|汚染|net zero|ネットゼロ|low[- ]carbon|低炭素|emissions?|排出|waste management|廃棄物|waste segregation|environmental protection|環境保全|carbon credits?|カーボンクレジット|waste-to-energy'],
		[2, 'decarboni[sz](?:ation|ing|e)|脱炭素|carbon dioxide|co2|二酸化炭素|environment(?:al)?|環境|climate|気候|forests?|森林|water treatment|水質|disaster|防災|sustainable development|air quality|大気|recycl(?:able|ing)|conservation|ecosystem restoration|wetlands?'],
	],
	'pharma-health': [
		[4, 'pharma(?:ceuticals?)?|医薬品?|製薬|medicines?|medical|医療|health(?:care)?|健康|保健|vaccines?|ワクチン|clinical trials?|治験|drugs?|biopharma\\w*|バイオ医薬|hospitals?|病院|therap(?:y|ies)|cancer|がん|diagnostics?|診断|厚生労働省|ayurveda|nursing care|介護|bio-innovation|biotech firms?|api production|原薬'],
		[1, 'biotech(?:nology)?|バイオテクノロジー|patients?|患者|disease|疾病'],
	],
	'science-research': [
		[4, 'science and technology|科学技術|joint research|共同研究|research (?:programmes?|programs?|cooperation|institutes?|collaboration)|量子|quantum|beamline|ビームライン|fusion|フュージョン|核融合|v2x|academ(?:y|ies) of science|high[- ]performance computing|スーパーコンピュータ|共同公募|科学協力|研究開発協力|basic research|基礎研究|頭脳循環|sciences?|科学|fundamental research|research agenc'],
		[2, 'research|研究|universit(?:y|ies)|大学|laborator(?:y|ies)|ラボ|innovation|イノベーション|r&d|technolog(?:y|ies)|実証実験|バイオテクノロジー|biotechnology|scientists?'],
	],
	space: [
		[5, '(?:in|outer) space|space (?:sector|economy|policy|start-?ups?|tech(?:nology)?|exploration|agency|agencies|missions?|cooperation|station|debris|situational|programme|program|research)|宇宙|lunar|moon|月極域|月面|月探査|satellites?|人工衛星|衛星|isro|jaxa|rockets?|ロケット|rovers?|ローバー|landers?|着陸機|launch vehicles?|chandrayaan|earth observation|地球観測|orbits?|orbital|spacecraft|探査機|打ち上げ'],
	],
	'talent-skills': [
		[4, 'internships?|インターンシップ|human resources?|人材|skill(?:s|ed|ing)?\\b|技能|students?|学生|留学|workforce|労働者|scholarships?|奨学|people-to-people|人的交流|人材交流|vocational|職業訓練|talent|exchange programmes?|language training|日本語教育|specified skilled|特定技能|job creation|nurses|caregivers?|workers|engineers|若手|fellowships?|graduate students?|大学院生|招へい|招聘|研修|従業員|doctoral|phd|trainees?|visas?|research fellows|研修生|博士|ビザ|査証|受け入れ'],
		[2, 'training|訓練|education|教育|capacity building|能力構築|jobs?|employ(?:s|ed|ment|ees)?|雇用|teachers?|教員|fellows|scholars?|mobility of'],
	],
	'startups-finance': [
		[4, 'start-?ups?|スタートアップ|ベンチャー|venture capital|yen loans?|円借款|foreign direct investment|fdi|直接投資|fund\\b|ファンド|基金|banks?\\b|銀行|融資|loan agreements?|credit line|投融資|private equity|jbic|ＪＢＩＣ|jica|finance|金融|bonds?\\b|債券|oda|資金支援|insurance|保険|endowments?|grants?\\b|stakes?\\b|shareholders?|funding|助成|補助金|investment promotion|投資促進|stock exchange'],
		[2, 'investments?|投資|loans?|借款|capital|資本|joint ventures?|合弁|financial|incubation|equity|出資|investors?|投資家'],
	],
	'states-regions': [
		[4, 'state government|州政府|prefectures?|prefectural|県知事|governor|知事|chief minister|州首相|sister[- ](?:state|city)|姉妹都市|姉妹州県|japan desk|ジャパン・?デスク|municipal|自治体|mayor(?:al|s)?|市長|invest up|industrial township|工業団地|the state’s|地方政府|delegations?|state’s|one district'],
		[2, 'uttar pradesh|tamil nadu|gujarat|karnataka|maharashtra|andhra pradesh|telangana|assam|rajasthan|haryana|ウッタル・?プラデーシュ州?|タミル・?ナド州?|グジャラート州?|カルナータカ州?|マハーラーシュトラ州?|アンドラ・?プラデーシュ州?|テランガナ州?|アッサム州?|district|ministerial delegation|buddhist circuit|tourism|観光|state\\b|\\bup\\b|県'],
	],
};

/** Sectors that say how or by whom rather than what: next to a field of its own, they come second. */
export const crossCutting: Readonly<Record<string, number>> = { 'states-regions': 0.4, 'startups-finance': 0.5, 'talent-skills': 0.8, 'science-research': 0.5, 'economic-security': 0.85 };
