import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A seed folder as a map: path below the folder → text, or bytes where a test needs an encoding of its own. */
export type SeedFolder = ReadonlyMap<string, string | Uint8Array>;

/**
 * A small seed set without a mistake: everything in it is made up. It holds at least one of each thing
 * that a seed can say, so that a test can break each of them.
 */
export const miniSeeds: ReadonlyMap<string, string> = new Map(Object.entries({
	'sectors.yaml': `- id: chips
  name: { en: Chips, ja: 半導体 }
  description:
    en: This sector covers chips and the machines that make them.
    ja: 半導体と、その製造装置を扱う。
  priority: true
  related: [research]

- id: energy
  name: { en: Energy, ja: エネルギー }
  description:
    en: This sector covers power from renewable sources.
    ja: 再生可能エネルギーによる電力を扱う。
  priority: true

- id: research
  name: { en: Research, ja: 研究 }
  description:
    en: This sector covers joint laboratories.
    ja: 共同の研究室を扱う。
  priority: false
  related: [chips, energy]
`,
	'glossary.yaml': `- id: japan
  category: country
  name: { en: Japan, ja: 日本 }
  rendering: established

- id: india
  category: country
  name: { en: India, ja: インド }
  rendering: established

- id: trade-office
  category: organisation
  name: { en: Trade Office of Osaka, ja: 大阪通商局 }
  abbreviations: [TOO]
  aliases:
    ja: [通商局]
  reading: [おおさかつうしょうきょく]
  country: japan
  rendering: ours
  note:
    en: It was set up in 1999.
    ja: 1999年に設けられた。

- id: power-board
  category: organisation
  name: { en: Power Board, ja: 電力庁 }
  country: india
  rendering: ours

- id: sakura-chips
  category: company
  name: { en: Sakura Chips, ja: サクラ・チップス }
  country: japan
  rendering: official
  reference: https://example.com/sakura

- id: ganga-power
  category: company
  name: { en: Ganga Power, ja: ガンガー電力 }
  country: india
  within: power-board
  rendering: official

- id: minister-rao
  category: person
  name: { en: Minister Rao, ja: ラオ大臣 }
  country: india
  rendering: unverified

- id: osaka
  category: place
  name: { en: Osaka, ja: 大阪 }
  country: japan
  rendering: official

- id: pune
  category: place
  name: { en: Pune, ja: プネー }
  country: india
  rendering: official

- id: chip-programme
  category: programme
  name: { en: Chip Programme, ja: 半導体プログラム }
  rendering: ours

- id: chip-accord
  category: agreement
  name: { en: Chip Accord, ja: 半導体取決め }
  rendering: ours

- id: fuel-cell
  category: term
  name: { en: fuel cell, ja: 燃料電池 }
  rendering: established
`,
	'differences.yaml': `- id: loan-or-investment
  kind: disagreement
  title:
    en: Is it a loan or an investment?
    ja: 融資か、投資か
  text:
    en: The fact sheet speaks of a loan of up to ¥60 billion, the newspaper of an investment.
    ja: ファクトシートは最大600億円の融資とし、新聞は投資とする。
  statements: [power-loan, plant-investment]
  references:
    - https://example.com/loan
`,
	'documents/fact-sheet.yaml': `id: fact-sheet
kind: government-fact-sheet
language: en
title:
  en: Chips and power in 2025
  ja: 2025年の半導体と電力
shortTitle:
  en: Fact sheet
  ja: ファクトシート
publisher:
  en: Trade Office of Osaka
  ja: 大阪通商局
published:
  date: 2025-09-01
  certainty: stated
original:
  file: 001.txt
  sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  lines: 12
  url: https://example.com/fact-sheet
rights:
  en: The rights belong to the publisher.
  ja: 権利は発行者に属する。
about:
  en: A made-up fact sheet of 12 lines.
  ja: 12行からなる架空のファクトシート。
headings:
  - line: 2
    text: { en: Chips, ja: 半導体 }
furniture:
  - lines: [1, 1]
    reason: title
  - lines: [11, 12]
    reason: end-mark
statements:
  - id: chip-accord-signed
    lines: [3, 4]
    sector: chips
    also: [research]
    kind: agreement
    status: signed
    when: 2025-08-29
    parties: [trade-office, sakura-chips]
    places: [india, pune]
    terms: [chip-accord, chip-programme]
    text:
      en: The Trade Office of Osaka and Sakura Chips signed the Chip Accord on 29 August 2025.
      ja: 大阪通商局とサクラ・チップスは、2025年8月29日に半導体取決めに署名した。

  - id: power-loan
    lines: [5, 7]
    sector: energy
    kind: funding
    status: planned
    when: [2025-07, ../2030]
    parties: [power-board, ganga-power]
    places: [pune]
    terms: [fuel-cell]
    amounts:
      - value: 60 billion
        bound: up-to
        unit: JPY
        money: loan
        what: { en: loan for the plant, ja: 発電所への融資 }
      - value: 400
        unit: MW
        what: { en: power of the plant, ja: 発電所の出力 }
    text:
      en: >-
        In July 2025 the Power Board planned a loan of up to ¥60 billion for a plant of 400 MW in Pune,
        which is to run by 2030.
      ja: >-
        電力庁は2025年7月、プネーの400MWの発電所に最大600億円を融資する計画を立てた。
        発電所は2030年までに動く予定である。
    note:
      en: The plant of 400 MW is the second one.
      ja: 400MWの発電所は2つ目である。

  - id: rao-visit
    lines: [8, 10]
    sector: research
    kind: dialogue
    status: held
    when: 2025-07-20/2025-07-26
    parties: [minister-rao, india]
    places: [osaka]
    text:
      en: Minister Rao visited Osaka from 20 to 26 July 2025.
      ja: ラオ大臣は2025年7月20日から26日まで大阪を訪れた。
`,
	'documents/newspaper.yaml': `id: newspaper
kind: newspaper-article
language: ja
title:
  en: A minister in Osaka
  ja: 大臣、大阪へ
shortTitle:
  en: Newspaper
  ja: 新聞
author:
  en: A. Writer
  ja: 記者
published:
  certainty: unknown
  note:
    en: Undated in our copy.
    ja: 手元の写しに日付はない。
original:
  file: 002.txt
  sha256: fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210
  lines: 5
rights:
  en: The rights belong to the publisher.
  ja: 権利は発行者に属する。
about:
  en: A made-up article.
  ja: 架空の記事。
statements:
  - id: rao-visit-reported
    lines: [1, 1]
    sector: research
    kind: dialogue
    status: reported
    parties: [minister-rao]
    text:
      en: Minister Rao is said to have been in Osaka in July.
      ja: ラオ大臣は7月に大阪を訪れたとみられる。
    sameAs: rao-visit

  - id: plant-investment
    lines: [2, 3]
    sector: energy
    also: [chips]
    kind: project
    status: under-discussion
    parties: [ganga-power]
    amounts:
      - from: 100 million
        to: 400 million
        unit: USD
        money: investment
        what: { en: investment in the plant, ja: 発電所への投資 }
      - value: 60
        unit: percent
        what: { en: share of Ganga Power, ja: ガンガー電力の持ち分 }
    text:
      en: Ganga Power talks about an investment of $100–400 million, of which it would hold 60%.
      ja: ガンガー電力は1億〜4億ドルの投資を協議しており、うち60%を持つ見込みである。

  - id: chip-firms
    lines: [4, 5]
    sector: chips
    kind: context
    status: stated
    amounts:
      - value: 70
        bound: more-than
        unit: companies
        what: { en: firms in the trade, ja: 業界の企業 }
    text:
      en: More than 70 firms make chips, according to the newspaper.
      ja: 新聞によれば、半導体を作る企業は70社を超える。
`,
}));

/** The mini seed set with one file changed, or added, or (`undefined`) taken away. */
export function withFile(path: string, content: string | Uint8Array | undefined, seeds: SeedFolder = miniSeeds): SeedFolder {
	const changed = new Map(seeds);
	if (content === undefined) changed.delete(path);
	else changed.set(path, content);
	return changed;
}

/** Writes a seed set below a folder. */
export async function writeSeeds(folder: string, seeds: SeedFolder = miniSeeds): Promise<void> {
	for (const [path, content] of seeds) {
		const full = join(folder, path);
		await mkdir(dirname(full), { recursive: true });
		await writeFile(full, content);
	}
}

/** The seeds with a mark added to every localised text, so that every page changes. */
export const reworded = (seeds: SeedFolder, mark: string): SeedFolder => new Map([...seeds].map(([path, text]) => [path, stringify(marked(parse(String(text)), mark))]));

function marked(value: unknown, mark: string): unknown {
	if (Array.isArray(value)) return value.map((each) => marked(each, mark));
	if (typeof value !== 'object' || value === null) return value;
	const isText = 'en' in value && typeof value.en === 'string';
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, isText ? `${String(each)} ${mark}` : marked(each, mark)]));
}
