/**
 * Terms that speak for a sector: `names` name the matter itself, `speaks` goes with it more often than
 * with another, `hints` only leans its way. From the descriptions in seeds/sectors.yaml, the glossary and
 * the vocabulary of ministries, agencies and trade papers in each field. An id of sectors.yaml that is not
 * listed here is known by its name, and by the statements that editors have put there.
 *
 * English terms are in the singular and in small letters, without hyphens. The longest term counts alone:
 * “fuel cell” is no cell, and 燃料電池 is no 電池.
 */
export interface SectorTerms {
	readonly names: string;
	readonly speaks: string;
	readonly hints: string;
}

export const sectorTerms: Readonly<Record<string, SectorTerms>> = {
	'economic-security': {
		names: `economic security, economic coercion, strategic trade, export control, dual use, critical infrastructure, supply chain resilience, resilient supply chain, supply chain security, strategic autonomy, strategic indispensability, trusted supply chain, technology leakage, technology security, research security, investment screening, security clearance, contingency network, early warning, essential goods, stockpile, stockpiling, critical supply chain, overdependence, over dependence, weaponisation of trade, de risking, economic statecraft,
			経済安全保障, 経済安保, 経済的威圧, 戦略的貿易, 輸出管理, 重要インフラ, 基幹インフラ, サプライチェーンの強靱化, サプライチェーン強靱化, サプライチェーンの強靭化, サプライチェーン強靭化, 供給網の強靱化, 戦略的自律性, 戦略的不可欠性, 特定重要物資, 技術流出, 軍民両用, 投資審査, 備蓄, 過度な依存, 過度の依存, 経済的な威圧, セキュリティ・クリアランス, 機微技術, 外為法`,
		speaks: `national security, rules based, free and open indo pacific, special strategic and global partnership, single source, sole supplier, chokepoint, sanction, tariff retaliation, priority field, priority sector, economic order, critical and emerging technology, emerging technology, strategic material, dependence, dependency, diversify, diversification, like minded,
			国家安全保障, 安全保障, 法の支配, ルールに基づく, 自由で開かれた, 戦略的自律, 重要技術, 新興技術, 優先分野, 経済秩序, 同志国, 依存度, 特定国, 特定の国, 多角化, 多元化, 調達先の分散, 有事, 途絶, 特別戦略的`,
		hints: `quad, indo pacific, strategic, resilience, resilient, supply chain, supply network, sovereignty, 日米豪印, インド太平洋, 戦略的, 強靱化, 強靭化, サプライチェーン, 供給網`,
	},
	semiconductors: {
		names: `semiconductor, semi conductor, osat, atmp, wafer, chip, chipmaker, chip maker, chip making, chipmaking, chip design, microchip, fab, foundry, vlsi, integrated circuit, power semiconductor, compound semiconductor, silicon carbide, lithography, photoresist, clean room, cleanroom, front end process, back end process, advanced packaging, chip packaging, electronic design automation, eda tool, logic chip, memory chip, power chip, power device, india semiconductor mission, semicon, chiplet, electronics manufacturing, printed circuit board, display fab, microcontroller, ingot, etching, specialty gas, special gas, ultra pure water, ultrapure water,
			半導体, 半導体製造装置, ウエハー, ウェハー, ウエハ, ウェハ, ファウンドリー, ファウンドリ, 集積回路, 後工程, 前工程, 先端パッケージ, パッケージング, パワー半導体, 露光, フォトレジスト, クリーンルーム, 炭化ケイ素, 製造装置, 回路線幅, チップ, 設計ツール, プリント基板, 電子機器製造, 微細化, 特殊ガス, 超純水, 組み込みシステム, マイコン`,
		speaks: `electronics, electronic component, display, sensor chip, design house, tape out, electronics cluster, assembly and test, nanometre, nanometer, equipment maker,
			電子機器, エレクトロニクス, 電子部品, 電子情報, 電子産業, 組み立て・検査, ナノメートル, 装置メーカー, 歩留まり`,
		hints: `silicon, electronic, シリコン, 電子`,
	},
	'critical-minerals': {
		names: `critical mineral, rare earth, rare metal, mineral resource, mineral processing, mineral, mining, mine, mined, ore, ore body, deposit of, neodymium, dysprosium, terbium, praseodymium, gallium, germanium, antimony, tungsten, vanadium, graphite, lithium mining, lithium mine, lithium block, cobalt, nickel, manganese, copper concentrate, titanium, platinum, palladium, platinum group metal, permanent magnet, rare earth magnet, magnet, magnet alloy, smelter, smelting, refining of, geological survey, mineral exploration, exploration licence, offtake, beneficiation, tailings, urban mining, magnet maker, magnet motor, samarium, oxide separation, lithium carbonate, lithium hydroxide, khanij bidesh, kabil, jogmec,
			重要鉱物, 鉱物資源, 鉱物, 鉱山, 鉱床, 鉱区, 鉱石, 採掘, 探鉱, 希土類, 希土, レアアース, レアメタル, ネオジム, ジスプロシウム, テルビウム, ガリウム, ゲルマニウム, アンチモン, タングステン, バナジウム, 黒鉛, コバルト, ニッケル, マンガン, チタン, 白金, パラジウム, 永久磁石, 磁石, 精錬, 製錬, 分離精製, 埋蔵量, 権益, 金属資源, 都市鉱山, 鉱業, 炭酸リチウム, エネルギー・金属鉱物資源機構`,
		speaks: `refining, refinery, separation plant, separation, processing capacity, extraction, metal recovery, precious metal, raw material, alloy, lithium, midstream processing, concentrate, reserves,
			精製, 抽出, リチウム, 貴金属, 非鉄, 合金, 素材, 原材料, 鉱, 金属回収`,
		hints: `metal, exploration, recovery, 金属, 探査, 回収率`,
	},
	'batteries-ev': {
		names: `battery, storage battery, traction battery, battery cell, battery pack, battery swapping, cathode, anode, electrolyte, separator film, electric vehicle, ev, evs, e mobility, electric mobility, electric car, electric bus, electric three wheeler, electric two wheeler, e rickshaw, electric scooter, electric motorcycle, electric truck, motor recycling, lithium ion, lithium iron phosphate, sodium ion, solid state battery, all solid state, gigafactory, giga factory, advanced chemistry cell, chemistry cell, hybrid vehicle, plug in hybrid, fuel cell vehicle, fuel cell bus, charging station, charging point, charging network, charger, fast charging, charging standard, motor generator, black mass, battery recycling, second life battery, carmaker, car maker, automobile maker, automaker, auto maker, environmentally friendly vehicle, catalytic converter,
			電池, 蓄電池, 車載電池, 車載用電池, バッテリー, 電池セル, 電池パック, 電池交換, 正極, 負極, 正極材, 負極材, 電解液, セパレーター, 電気自動車, 電動車, 電動化, 電動三輪, 電動三輪車, 電動二輪, 電動二輪車, 電動バス, 電動スクーター, ＥＶ, ev, リチウムイオン, リン酸鉄, 全固体, ナトリウムイオン, ギガファクトリー, ハイブリッド車, 燃料電池車, 燃料電池バス, 充電, 充電器, 充電網, 充電インフラ, 充電規格, モータージェネレーター, 環境配慮車, 完成車, 自動車メーカー, 車載, 触媒コンバーター`,
		speaks: `automobile, automotive, auto component, auto part, vehicle, car, two wheeler, three wheeler, scooter, motorcycle, motorbike, mobility, drivetrain, powertrain, traction motor, electric motor, fleet, gigawatt hour, gwh, axle, bus depot, recycler, end of life, catalytic, cell maker, cell production, energy storage, driver assistance, commercial vehicle,
			自動車, 車両, 乗用車, 商用車, 二輪車, 二輪, 三輪車, オートバイ, モビリティ, 部品メーカー, 駆動, 電動, ギガワット時, 自動車部品, 再資源化, 廃車, 触媒`,
		hints: `recycling, recycle, localisation, localization, motor, cell, assembly line, リサイクル, モーター, 現地調達率, 現地生産, 組み立て`,
	},
	'ict-telecom': {
		names: `open ran, o ran, 5g, 6g, beyond 5g, telecom, telecommunication, mobile network, mobile operator, telecom operator, base station, radio access network, submarine cable, undersea cable, subsea cable, landing station, optical fibre, optical fiber, data centre, data center, data centre cluster, broadband, spectrum, cybersecurity, cyber security, cyber attack, cyber defence, ict, information and communication, information and communications technology, postal, broadcasting, satellite broadband, network equipment, core network, hyperscale, colocation, edge computing, server hall, rack, all photonics network, fibre network, vendor diversity,
			オープンRAN, 5G, 6G, 第5世代, 情報通信, 通信網, 通信インフラ, 通信事業者, 通信機器, 通信大手, 移動通信, 携帯電話, 基地局, 無線, 周波数, 海底ケーブル, 陸揚げ, 光ファイバー, 光通信, データセンター, ブロードバンド, サイバーセキュリティ, サイバー攻撃, サイバー, 電気通信, 通信, 放送, 郵便, 衛星通信, 総務省, 通信省, 光海底, ネットワーク機器, 5g, 仮想化, 相互接続`,
		speaks: `network, cloud, connectivity, bandwidth, server, router, roaming, fibre, fiber, undersea, antenna, latency, internet exchange, handset, carrier, data traffic, it load,
			ネットワーク, クラウド, サーバー, 回線, 接続, 通信量, 帯域, 端末, 受電容量`,
		hints: `operator, internet, digital infrastructure, インターネット, デジタルインフラ, デジタル・インフラ`,
	},
	'ai-digital': {
		names: `artificial intelligence, ai, generative ai, large language model, language model, llm, foundation model, machine learning, deep learning, ai safety, ai model, digital partnership, digital public infrastructure, digital identity, digital transformation, digital payment, upi, e governance, e government, data free flow with trust, data governance, digital trade, digital government, open source model, open licence, speech recognition, natural language processing, training data, algorithm, computing power, gpu, digital twin, smart city platform, digital economy, digital talent, it engineer, software, software engineer, cross border data, data protection, data flow, chatbot, quantum ai, digital agency, aadhaar, india stack,
			人工知能, ai, 生成ai, 大規模言語モデル, 言語モデル, 基盤モデル, 機械学習, 深層学習, ai安全性, デジタル・パートナーシップ, デジタルパートナーシップ, デジタル公共インフラ, デジタル化, デジタル・トランスフォーメーション, デジタル変革, dx, 電子政府, 電子決済, デジタル庁, データ流通, データ利活用, データガバナンス, データ保護, 個人情報, 計算資源, 学習データ, アルゴリズム, ソフトウェア, ソフトウエア, デジタル分野, デジタル技術, it人材, デジタル人材, デジタルツイン, dfft, デジタル貿易, 音声認識, 自然言語`,
		speaks: `digital, internet of things, iot, computing, supercomputer time, robot, robotics, automation, fintech, platform, data sharing, open data, technology company, computing time, computer vision,
			デジタル, モノのインターネット, 計算機, ロボット, 自動化, フィンテック, プラットフォーム, データ連携, 情報技術`,
		hints: `data, online, model, app, データ, オンライン, アプリ`,
	},
	'clean-energy': {
		names: `hydrogen, green hydrogen, clean hydrogen, ammonia, renewable, renewable energy, renewable power, clean energy, green energy, clean tech, cleantech, solar, solar power, solar park, solar cell, perovskite, wind power, wind farm, offshore wind, wind turbine, biofuel, bio fuel, bioethanol, bio ethanol, ethanol, biogas, bio gas, compressed biogas, biomass, cbg, biodiesel, sustainable aviation fuel, e fuel, e methane, synthetic methane, nuclear power, nuclear energy, small modular reactor, reactor, energy dialogue, energy transition, energy security, energy efficiency, energy saving, energy conservation, electrolyser, electrolyzer, power to gas, geothermal, hydropower, pumped storage, pumped hydro, co firing, fuel cell, power plant, power station, thermal power, coal plant, coal fired, transmission line, power grid, smart grid, electricity, lng, liquefied natural gas, natural gas, city gas, ammonia ready, bunkering, burner, feed in tariff, contract for difference, open access power, power purchase agreement, megawatt of solar, kilowatt hour, gigawatt of, energy ministry,
			水素, 水素エネルギー, アンモニア, 再生可能エネルギー, 再エネ, クリーンエネルギー, クリーン・エネルギー, 太陽光, 太陽光発電, 太陽電池, ペロブスカイト, 風力, 洋上風力, バイオ燃料, バイオエタノール, エタノール, バイオガス, バイオマス, バイオディーゼル, 持続可能な航空燃料, 合成燃料, 合成メタン, 原子力, 原子力発電, 原発, 小型モジュール炉, エネルギー対話, エネルギー転換, エネルギー安全保障, 省エネ, 省エネルギー, 水電解, 電解装置, 地熱, 水力, 揚水, 混焼, 燃料電池, 発電, 発電所, 火力, 石炭火力, 送電, 送電網, 系統, スマートグリッド, 液化天然ガス, lng, 天然ガス, 都市ガス, 買い取り, 固定価格買取, 電力, グリーン水素, クリーン水素, 燃料アンモニア, 水素ステーション, バーナー`,
		speaks: `energy, power generation, electrolysis, grid, fuel, gas, power tariff, power supply, turbine, boiler, furnace, green fuel, unit of power, carbon neutral, carbon neutrality, net zero, green shipping, storage of energy, kilowatt, terawatt hour, twh,
			エネルギー, 燃料, ガス, 電源, タービン, ボイラー, 炉, 蓄電, カーボンニュートラル, カーボン・ニュートラル, 電気料金, グリーン`,
		hints: `megawatt, gigawatt, mw, gw, tariff fixed, green, メガワット, ギガワット, キロワット`,
	},
	'environment-climate': {
		names: `climate change, climate, joint crediting, joint crediting mechanism, jcm, carbon credit, carbon market, emission reduction, emission, greenhouse gas, methane, biodiversity, wastewater, waste water, sewage, sewerage, septic tank, sanitation, johkasou, water treatment, drinking water, water quality, river cleaning, river basin, water supply, circular economy, plastic, marine litter, waste, waste management, solid waste, waste segregation, e waste, landfill, waste to energy, pollution, air quality, air pollution, low carbon, environmental protection, environmental impact, mangrove, forest, forestry, afforestation, wetland, ecosystem, wildlife, conservation of, disaster risk, disaster prevention, disaster reduction, flood, early warning for floods, paris agreement, adaptation, decarbonisation, decarbonization, decarbonise, decarbonize, green port, recyclable, recycled plastic, soil, desalination, carbon dioxide, co2, carbon capture, environment ministry, ministry of environment,
			気候変動, 気候, 二国間クレジット, 二国間クレジット制度, jcm, カーボンクレジット, 炭素市場, 排出削減, 排出量, 温室効果ガス, 温室効果, メタン排出, 生物多様性, 排水, 生活排水, 下水, 下水道, 浄化槽, 上水道, 水処理, 水質, 水環境, 河川, 流域, 循環経済, 循環型, プラスチック, 海洋ごみ, 廃棄物, ごみ, 廃棄物発電, 汚染, 大気, 大気汚染, 公害, 低炭素, 脱炭素, 脱炭素化, 環境保全, 環境保護, 環境影響, 森林, 植林, 湿地, 生態系, 防災, 洪水, 減災, パリ協定, 二酸化炭素, co2, 炭素回収, 環境省, 環境基準, 海水淡水化, 土壌, 緩和策, 適応策`,
		speaks: `environment, environmental, environmental regulator, sustainable development, sustainability, clean up, water, nature, river, rainfall, crop, disaster, cleaner, net zero, esg, sdg,
			環境, 持続可能, 自然, 水資源, 水, 川, 災害, 環境当局, 緑化, 衛生`,
		hints: `sustainable, recycling, ecological, footprint, リサイクル, 再利用, 持続`,
	},
	'pharma-health': {
		names: `pharma, pharmaceutical, drug, drugmaker, drug maker, bulk drug, medicine, generic medicine, generic, antibiotic, penicillin, vaccine, clinical trial, active pharmaceutical ingredient, api park, api production, bulk drug park, biopharma, biopharmaceutical, biosimilar, biologics, bio innovation, medical, medical device, medical care, medical technology, health, healthcare, health care, public health, universal health, telemedicine, hospital, clinic, therapy, gene therapy, stem cell, regenerative medicine, cancer, oncology, diagnostic, diagnosis, patient, disease, infection, infectious disease, antimicrobial, drug resistant, tuberculosis, dengue, ayurveda, yoga therapy, geriatric, elderly care, drug regulator, regulatory approval, good manufacturing practice, inspection of factories, contract research, contract manufacturing, formulation, fermentation, health ministry, hospital bed, surgeon, doctor, pathology, immunology, blood, endoscopy, genome, genomics, care robot, nursing robot, surgical robot, robotic surgery, assistive device, prosthesis, prosthetic, wheelchair, rehabilitation, health insurance, health check, screening, intensive care, maternal,
			医薬品, 医薬, 製薬, 薬, 原薬, 後発薬, 後発医薬品, ジェネリック, 抗菌薬, 抗生物質, ワクチン, 治験, 臨床試験, 創薬, バイオ医薬, バイオ医薬品, バイオシミラー, 医療, 医療機器, 医療技術, 遠隔医療, 健康, 保健, 公衆衛生, 病院, 診療, 治療, 遺伝子治療, 幹細胞, 再生医療, がん, 癌, 診断, 患者, 疾病, 疾患, 感染症, 結核, 薬剤耐性, 高齢者医療, 薬事, 薬事規制, 承認審査, 査察, 受託製造, 製剤, 発酵, 厚生労働省, 厚労省, 医師, 内視鏡, ゲノム, 医学, アーユルヴェーダ, 伝統医療, 介護ロボット, 介護機器, 福祉機器, 移乗, 手術支援, 手術, リハビリ, 健診, 検診, 看護, 車いす, 義肢, 母子`,
		speaks: `biotech, biotechnology, bio cluster, nurse, life science, nutrition, wellness, dosage, inspection report, regulator of medicine, aging, ageing, elderly, surgical, hygiene,
			バイオテクノロジー, バイオ, ライフサイエンス, 生命科学, 栄養, 高齢化, 高齢者, 規制当局, 介護, 看護師`,
		hints: `care, treatment, safety of patients, 検査, 服用`,
	},
	'science-research': {
		names: `science and technology, joint research, research programme, research program, research cooperation, research institute, research collaboration, research project, research centre, research center, research infrastructure, basic research, fundamental research, joint laboratory, joint laborator, joint call, call for proposal, joint publication, co publication, scientific, scientific paper, quantum, quantum technology, quantum computing, quantum sensor, quantum key distribution, beamline, synchrotron, accelerator, photon factory, nuclear fusion, fusion energy, fusion, v2x, vehicle to everything, intelligent transport, high performance computing, supercomputer, academy of science, academies of science, science academy, science agency, research agency, research agencies, materials science, nanotechnology, new material, superconductor, neutrino, telescope, particle physics, polar research, ocean science, deep sea, earth science, seismology, citation, peer review, patent, researcher exchange, science innovation, innovation year, exchange year, science council, synthetic biology,
			科学技術, 共同研究, 研究開発, 研究協力, 研究機関, 研究交流, 研究課題, 基礎研究, 共同公募, 公募, 共同ラボ, 共同ラボラトリー, 共著論文, 論文, 学術, 量子, 量子技術, 量子暗号, 量子計算, 量子コンピューター, 量子コンピュータ, 量子センサー, ビームライン, 放射光, 加速器, フォトンファクトリー, 核融合, フュージョン, v2x, 高度道路交通, スーパーコンピュータ, スーパーコンピューター, スパコン, 高性能計算, 科学アカデミー, 科学技術振興機構, 学術振興会, 材料科学, ナノテク, 新素材, 超伝導, ニュートリノ, 望遠鏡, 素粒子, 極地研究, 海洋研究, 地震学, 特許, 科学技術協力, 科学技術イノベーション, 頭脳循環, 科学協力, 文部科学省, 文科省, 合成生物学`,
		speaks: `science, research, postdoctoral, university, universities, laboratory, laboratories, lab, innovation, r&d, scientist, researcher, physics, chemistry, academic, academia, funding agency, experiment, data of publicly funded, prototype,
			科学, 研究, 大学, 研究所, 研究室, ラボ, イノベーション, 科学者, 研究者, 物理, 学会, 実験, 学界, 産学`,
		hints: `technology, technological, demonstration, expertise, knowledge, study, 技術, 実証, 知見, 先端`,
	},
	space: {
		names: `outer space, in space, space, space agency, space agencies, space sector, space economy, space policy, space startup, space start up, space exploration, space mission, space cooperation, space station, space debris, space situational awareness, space regulator, satellite, small satellite, radar satellite, satellite data, satellite image, remote sensing, earth observation, navigation satellite, lunar, moon, lunar polar, lander, rover, rocket, launch vehicle, launcher, launch pad, launch slot, spaceport, isro, jaxa, chandrayaan, lupex, gaganyaan, astronaut, orbit, orbital, in orbit, spacecraft, payload, ground station, asteroid, planetary, constellation, in space, cubesat, gnss, sriharikota, reusable launch, microgravity, hayabusa, slim,
			宇宙, 宇宙航空, 宇宙機関, 宇宙探査, 宇宙政策, 宇宙産業, 宇宙ごみ, 宇宙状況, 人工衛星, 衛星, 小型衛星, 衛星データ, 地球観測, リモートセンシング, 測位, 月面, 月探査, 月極域, 月の南極, 着陸機, 探査車, ローバー, ロケット, 打ち上げ, 打上げ, 射場, 宇宙飛行士, 軌道, 探査機, 観測衛星, 地上局, 小惑星, 準天頂, 有人飛行, 水の氷, jaxa, isro`,
		speaks: `launch site, lunar surface, telemetry, radar image, imagery, mission control, probe, 画像データ, 観測, 管制`,
		hints: `mission, ミッション`,
	},
	'talent-skills': {
		names: `internship, intern, human resource, human capital, talent, talent mobility, skill, skilled, skilling, upskilling, skill development, skilled worker, specified skilled worker, technical intern, student, student exchange, study abroad, exchange student, doctoral student, graduate student, scholarship, fellowship, trainee, training programme, training program, training centre, training center, training, people to people, exchange of personnel, exchange programme, youth exchange, vocational, vocational training, apprenticeship, language school, japanese language, language training, language test, teacher of japanese, employment, labour mobility, labor mobility, labour shortage, labor shortage, workforce, manpower, recruit, recruitment, nurse, caregiver, care worker, nursing care, job creation, migrant worker, work visa, visa, youth, young researcher, faculty exchange, school of manufacturing, endowed course, japan india institute for manufacturing, cultural exchange, alumni, degree programme, curriculum, doctoral, phd, graduate, hiring, hire, staff training, technician,
			人材, 人材育成, 人材交流, 人的交流, 高度人材, 技能, 技能実習, 技能実習生, 特定技能, 技能労働者, 育成就労, 留学, 留学生, 学生, 大学院生, 博士, 奨学金, 奨学, フェローシップ, インターン, インターンシップ, 研修, 研修生, 訓練, 職業訓練, 日本語教育, 日本語教師, 日本語能力, 語学, 招へい, 招聘, 若手研究者, 若手, 青年交流, 青少年, 雇用, 採用, 就職, 就労, 労働力, 人手不足, 働き手, 介護人材, 介護士, 看護師, 査証, ビザ, 受け入れ, 文化交流, ものづくり学校, 寄附講座, 寄付講座, 卒業生, 受講, 講師派遣, 派遣事業, 人材還流, 渡航費, 交流事業`,
		speaks: `education, teacher, school, worker, engineer, job, employee, course, classroom, capacity building, exchange of people, professional, expert, lecturer, instructor, academy, staff,
			教育, 教員, 学校, 労働者, 技術者, 従業員, 能力構築, 講座, 専門家派遣, 実習, 育成, 交流, 教師, 講師, 日系人`,
		hints: `people, young, women, visit, 若者, 女性, 言葉の壁`,
	},
	'startups-finance': {
		names: `startup, start up, venture capital, venture, yen loan, oda loan, official development assistance, foreign direct investment, fdi, direct investment, fund of funds, fund, loan, credit line, line of credit, loan agreement, co financing, financing, finance, project finance, export credit, trade insurance, private equity, jbic, jica, nexi, bond, samurai bond, equity stake, stake, shareholder, investor, angel investor, incubator, incubation, accelerator programme, matchmaking, ipo, stock exchange, listing, merger, acquisition, joint venture, subsidy, grant, viability gap, bank, banking, insurer, insurance, currency swap, investment promotion, investment target, investment treaty, tax incentive, tax holiday, capital market, gift city, asset management, guarantee, repayment, interest rate, disbursement, funding, funding round, start up support, founder, unicorn, pitch, entrepreneur, business matching, exchange of notes,
			スタートアップ, 新興企業, 起業, 起業家, ベンチャー, ベンチャーキャピタル, 円借款, 政府開発援助, 外国直接投資, 対外直接投資, 直接投資, 対印投資, 民間投資, ファンド, 基金, 融資, 借款, 貸付, 借入, クレジットライン, 協調融資, 輸出信用, 貿易保険, 出資, 増資, 株式, 株主, 投資家, インキュベーション, 投資促進, 投資協定, 投融資, 国際協力銀行, 国際協力機構, 銀行, メガバンク, 債券, サムライ債, 保険, 金融, 財務省, 資金調達, 資金, 上場, 買収, 合併, 合弁, 合弁会社, 合弁事業, 補助金, 助成, 無償資金協力, 税制優遇, 税制, 通貨スワップ, 資本市場, 保証, 返済, 金利, 商談会, ビジネスマッチング, オープンイノベーション, 書簡の交換, 交換公文`,
		speaks: `investment, invest, capital, financial, equity, trillion yen, billion yen, borrower, lender, valuation, venture fund, revenue, profit, price, cost, foreign investment, trade deficit, exporter, small and medium enterprise,
			投資, 資本, 財政, 収益, 利益, 事業費, 総事業費, 費用, 融通, 株, 中小企業, 価格, 黒字化, 採算, 投資額, 出資額`,
		hints: `company, market, business, corporate, enterprise, 市場, 企業, ビジネス, 経営, 経済協力`,
	},
	'states-regions': {
		names: `state government, prefecture, prefectural, prefectural government, governor, chief minister, chief secretary, sister state, sister city, sister prefecture, twin city, sister relationship, japan desk, japan plus, municipal, municipality, municipal corporation, mayor, city council, local government, regional government, state level, subnational, sub national, invest up, industrial park, industrial township, industrial corridor, industrial node, land allotment, land bank, state delegation, state cabinet, state policy, state investment, investor summit, investment summit, global investors, state capital, smart city, district administration, tourism, buddhist circuit, one district one product, one village one product, northeast, north east, kenjinkai, state of, capital subsidy, stamp duty, the state, a state, states, each state, corridor programme, urban development, metro rail, high speed rail, logistics park, dedicated freight corridor, freight corridor, port of, port, airport, food park,
			州政府, 州首相, 州知事, 州首席次官, 県知事, 知事, 県庁, 県内, 同県, 同州, 姉妹都市, 姉妹州県, 姉妹州, 友好都市, 友好交流, 自治体, 地方自治体, 地方政府, 市長, 市議会, 都道府県, ジャパン・デスク, ジャパンデスク, 工業団地, 産業回廊, 産業都市, 用地, 誘致, 投資誘致, 投資サミット, 州の代表団, 県の代表団, 北東部, 観光, 仏教巡礼, 一村一品, 一県一品, スマートシティ, スマートシティー, 都市開発, 高速鉄道, 物流拠点, 貨物専用鉄道, 港湾, 空港, 地域間, 地方創生, 経済団体連合会, 商工会議所, 州内, 訪日代表団, 県`,
		speaks: `uttar pradesh, tamil nadu, gujarat, karnataka, maharashtra, andhra pradesh, telangana, assam, rajasthan, haryana, odisha, kerala, punjab, madhya pradesh, west bengal, bihar, jharkhand, goa, meghalaya, nagaland, yamanashi, aichi, ehime, fukuoka, toyama, shizuoka, hiroshima, kanagawa, wakayama, tottori, district, ministerial delegation, delegation, acre, land, city, logistics, transport minister, stamp, single window, local,
			ウッタル・プラデーシュ, タミル・ナド, グジャラート, カルナータカ, マハーラーシュトラ, アンドラ・プラデーシュ, テランガナ, アッサム, ラジャスタン, ハリヤナ, オディシャ, ケララ, 山梨, 愛知, 福岡, 静岡, 富山, 代表団, 視察団, ヘクタール, 土地, 物流, 貨物, 都市, 地元, 地方, 地域, 現地視察, 鉄道`,
		hints: `state, region, regional, up, 州, 市, 立地, 拠点`,
	},
};

/** Phrases that hold such a term and speak for no sector. */
export const idlePhrases =
	'state of play, head of state, heads of state, secretary of state, united states, state minister, minister of state, office space, space for, market share, research and information system, power of attorney, in a statement, joint statement, at present, interest in, of interest, mutual interest, in the course, of course, in the light, chips are down, mine of information, public information, training ground, water down, fuel growth, energy of the, bank on, capital city, capital of, a host of, in port, 州大臣, 国務大臣, 記者会見, 水準, 水曜日, 大学院大学, 通信社, 通信員, 環境整備, 投資環境, ビジネス環境, 事業環境, 国際環境, 環境が整, 電子版, 交流会';

/** Sectors that say how or by whom rather than what: next to a field of its own, they come second. */
export const crossCutting: Readonly<Record<string, number>> = { 'states-regions': 0.7, 'startups-finance': 0.65, 'talent-skills': 0.75, 'science-research': 0.45, 'economic-security': 0.6 };
