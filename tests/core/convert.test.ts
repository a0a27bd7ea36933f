import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../scripts/core/issue.ts';
import { converted, get, plan, replaceOnce, withData, withEdit } from '../helpers/convert.ts';
import { miniSeeds, withFile, type SeedFolder } from '../helpers/mini-seeds.ts';

const pages = converted(miniSeeds);
const page = (path: string): string => get(pages, `docs/${path}`);

/** The content folder with one page edited by hand. */
const withPage = (path: string, edit: (text: string) => string, existing = pages): Map<string, string> => new Map([...existing, [path, edit(get(existing, path))]]);

/** The line on which a passage begins. */
const lineOf = (text: string, passage: string): number => text.slice(0, text.indexOf(passage)).split('\n').length;

/** What an issue says of the place where the change belongs. */
const places = (existing: ReadonlyMap<string, string>, seeds: SeedFolder = miniSeeds): string[] => plan(seeds, existing).issues.map(({ file, line, fix }) => `${file}:${line} → ${/make the change in (.+?), then/.exec(fix)?.[1] ?? fix}`);

/** The line of a seed file that an edit belongs to. */
const seedLine = (path: string, text: string): string => `seeds/${path}:${lineOf(get(miniSeeds, path), text)}`;

describe('a region that was edited by hand', () => {
	const statement = (id: string, document = 'fact-sheet'): string => seedLine(`documents/${document}.yaml`, `id: ${id}\n`);
	const term = (id: string): string => seedLine('glossary.yaml', `id: ${id}\n`);
	const sector = (id: string): string => seedLine('sectors.yaml', `id: ${id}\n`);

	test.each([
		['the text of a statement', 'en/sectors/energy.mdx', 'In July 2025 the Power', 'In June 2025 the Power', statement('power-loan')],
		['its translation', 'en/sectors/energy.mdx', '電力庁は2025年7月', '電力庁は2025年6月', statement('power-loan')],
		['its note', 'ja/sectors/energy.mdx', '400MWの発電所は2つ目', '400MWの発電所は3つ目', statement('power-loan')],
		['its status', 'en/sectors/energy.mdx', 'kind="funding" status="planned"', 'kind="funding" status="signed"', statement('power-loan')],
		['its first line', 'en/sectors/energy.mdx', '<Statement id="power-loan" kind="funding" status="planned">\n', '', statement('power-loan')],
		['its dates', 'en/sectors/energy.mdx', 'July 2025, by 2030', 'July 2025', statement('power-loan')],
		['its amounts', 'ja/sectors/energy.mdx', '）：発電所への融資', '）：融資', statement('power-loan')],
		['a party taken from it', 'en/sectors/energy.mdx', '[Power Board](../../organisations/#power-board), [Ganga', '[Ganga', statement('power-loan')],
		['the name of its party', 'en/sectors/energy.mdx', '[Power Board](../../organisations/#power-board), [G', '[Board of Power](../../organisations/#power-board), [G', term('power-board')],
		['the name of its place', 'en/sectors/energy.mdx', '[Pune](', '[Poona](', term('pune')],
		['its further sector', 'en/sectors/energy.mdx', '[Chips](', '[Microchips](', sector('chips')],
		['its difference', 'en/sectors/research.mdx', '[Energy](../energy/): This', '[Energy](../energy/): That', sector('energy')],
		['its citation', 'en/sectors/energy.mdx', '[Fact sheet, lines 5–7]', '[Fact sheet, lines 5–8]', statement('power-loan')],
		['a figure', 'en/sectors/energy.mdx', '| 400 MW |', '| 500 MW |', statement('power-loan')],
		['a statement among the others', 'ja/sectors/research.mdx', '大阪通商局とサクラ・チップスは、', '', statement('chip-accord-signed')],
		['a statement of a source', 'en/sources/newspaper.mdx', 'in Osaka in July.', 'in Osaka.', statement('rao-visit-reported', 'newspaper')],
		['the lines of a statement of a source', 'en/sources/newspaper.mdx', 'lines="line 1"', 'lines="line 2"', statement('rao-visit-reported', 'newspaper')],
		['what a source is', 'en/sources/newspaper.mdx', '  <Fact name="author">\n    A. Writer', '  <Fact name="author">\n    B. Writer', 'seeds/documents/newspaper.yaml:1'],
		['a heading of a source', 'ja/sources/fact-sheet.mdx', '### 半導体', '### チップ', 'seeds/documents/fact-sheet.yaml:1'],
		['the title of a sector', 'en/sectors/energy.mdx', 'title: "Energy"', 'title: "Power"', sector('energy')],
		['the description of a source', 'en/sources/newspaper.mdx', 'description: "A made-up article."', 'description: "An article."', 'seeds/documents/newspaper.yaml:1'],
		['a label', 'ja/sectors/energy.mdx', '## 主な数値', '## 数値', 'content/i18n/ja.json'],
		['the title of a view', 'en/timeline.mdx', 'view: timeline', 'view: time', 'content/i18n/en.json'],
		['a date of the timeline', 'en/timeline.mdx', 'when="July 2025"', 'when="June 2025"', statement('power-loan')],
		['the name of a term', 'en/glossary.mdx', '    Chip Programme', '    Chips Programme', term('chip-programme')],
		['the note of an organisation', 'ja/organisations.mdx', '1999年に設けられた。', '設けられた。', term('trade-office')],
		['the country of an organisation', 'en/organisations.mdx', '<Term id="sakura-chips" category="company">', '<Term id="sakura-chips" category="organisation">', term('sakura-chips')],
		['a difference', 'en/differences.mdx', 'the newspaper of an investment', 'the newspaper of a gift', seedLine('differences.yaml', 'id: loan-or-investment\n')],
		['the statements of a difference', 'en/differences.mdx', 'Ganga Power talks', 'Ganga Power spoke', statement('plant-investment', 'newspaper')],
	])('names its line and that of the seed: %s', (_, path, from, to, place) => {
		const text = page(path);
		const existing = withPage(`docs/${path}`, () => replaceOnce(text, from, to));
		const same = Array.from({ length: from.length }, (_none, index) => index).find((index) => from[index] !== to[index]) ?? 0;
		const line = lineOf(text, from) + from.slice(0, same).split('\n').length - 1;
		expect(places(existing)).toEqual([`content/docs/${path}:${line} → ${place}`]);
	});

	test('is shown with the difference, and keeps everything else from being written', () => {
		const existing = withPage('docs/en/sectors/energy.mdx', (text) => replaceOnce(text, 'the Power Board planned a loan', 'the Power Board signed a loan'));
		const { issues, changes } = plan(withEdit('sectors.yaml', 'name: { en: Chips, ja: 半導体 }', 'name: { en: Microchips, ja: 半導体 }'), existing);
		expect(issues.map(formatIssue).join('\n')).toMatchInlineSnapshot(`
			"content/docs/en/sectors/energy.mdx:76:1  edited-region  the generated region \`statements-funding\` was edited by hand; expected the text that convert wrote; your own text goes outside the markers. To mend it: make the change in seeds/documents/fact-sheet.yaml:50, then undo it here (git checkout, or delete the region with its markers) and run convert again.
			    - in the page        In July 2025 the Power Board signed a loan of up to ¥60 billion for a plant of 400 MW in Pune, which is to run by 2030.
			    + from the seed      In July 2025 the Power Board planned a loan of up to ¥60 billion for a plant of 400 MW in Pune, which is to run by 2030."
		`);
		// The command writes nothing where there is an issue, whatever else changed.
		expect(changes.length).toBeGreaterThan(0);
	});

	test('is reported together with all others, and with pages that do not compile', () => {
		const existing = new Map(pages);
		for (const path of ['docs/ja/places.mdx', 'docs/en/sectors/chips.mdx']) existing.set(path, get(existing, path).replace('<Facts>', '<Facts >'));
		existing.set('docs/en/timeline.mdx', `${page('en/timeline.mdx')}\nSee <https://example.com>.\n`);
		expect(plan(miniSeeds, existing).issues.map(({ file, code }) => `${file} ${code}`)).toEqual([
			'content/docs/en/sectors/chips.mdx edited-region',
			'content/docs/en/timeline.mdx mdx-syntax',
			'content/docs/ja/places.mdx edited-region',
		]);
	});

	test('is still refused where the seeds no longer make it', () => {
		const existing = withPage('docs/en/sectors/energy.mdx', (text) => replaceOnce(text, '60%: share', '70%: share'));
		const seeds = withEdit('documents/newspaper.yaml', '    sector: energy\n    also: [chips]\n', '    sector: chips\n');
		// Nobody knows any more which line it was: the region is named, and the statement that it begins with.
		expect(plan(seeds, existing).issues.map(({ found }) => found)).toEqual(['the generated region `statements-project` was edited by hand']);
	});
});

describe('data/statements.json', () => {
	const file = 'data/statements.json';

	test.each([
		['a status', (text: string) => replaceOnce(text, '"status":"planned"', '"status":"signed"')],
		['a statement less', (text: string) => text.replace(/\t\t\{"id":"rao-visit",.*\n/, '')],
		['its fingerprint', (text: string) => text.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"')],
		['its form', (text: string) => JSON.stringify(JSON.parse(text), undefined, '\t')],
		['a space at its end', (text: string) => `${text} `],
		['everything', () => ''],
	])('is not written over once it was edited: %s', (_, edit) => {
		const { issues } = plan(miniSeeds, withPage(file, edit));
		expect(issues.map(formatIssue)).toEqual(['content/data/statements.json:1:1  edited-region  the file was edited by hand; expected the statements as convert wrote them. To mend it: make the change in seeds/documents, delete this file, and run convert again.']);
	});

	test.each(['data/glossary.json', 'data/labels.json'])('is not alone: %s is not written over either', (path) => {
		for (const edit of [(text: string) => text.replace('Osaka', 'Osaka City').replace('Signed', 'Done'), (text: string) => `${text} `]) {
			expect(plan(miniSeeds, withPage(path, edit)).issues.map((issue) => `${issue.file}:${issue.line} ${issue.code}`)).toEqual([`content/${path}:1 edited-region`]);
		}
	});

	test('comes back where it was deleted', () => {
		for (const path of [file, 'data/glossary.json', 'data/labels.json']) {
			const existing = new Map(pages);
			existing.delete(path);
			expect(converted(miniSeeds, existing)).toEqual(pages);
		}
	});

	test('leads from each statement to its anchor in each language', () => {
		const { statements } = JSON.parse(get(pages, file)) as { statements: { id: string; path: Record<string, string> }[] };
		expect(statements.map(({ id }) => id)).toEqual(['chip-accord-signed', 'power-loan', 'rao-visit', 'rao-visit-reported', 'plant-investment', 'chip-firms']);
		for (const { path } of statements) {
			for (const address of Object.values(path)) {
				const [route = '', anchor = ''] = address.split('/#');
				expect(page(`${route}.mdx`)).toContain(` id="${anchor}"`);
			}
		}
	});
});

describe('what disappears from the seeds', () => {
	test('is reported: a statement', () => {
		const seeds = withData('documents/newspaper.yaml', (document: { statements: { id: string }[] }) => {
			document.statements = document.statements.filter(({ id }) => id !== 'chip-firms');
		});
		const { disappeared, orphans, issues, changes } = plan(seeds, pages);
		expect({ disappeared, orphans, issues }).toEqual({ disappeared: ['chip-firms'], orphans: [], issues: [] });
		expect(changes.find(({ path }) => path === 'docs/en/sectors/chips.mdx')?.text).not.toContain('chip-firms');
		// Reported once: then the pages no longer hold it.
		expect(plan(seeds, converted(seeds, pages)).disappeared).toEqual([]);
	});

	test('is reported from the pages, if the data file is gone as well', () => {
		const seeds = withEdit('documents/newspaper.yaml', 'id: chip-firms', 'id: chip-makers');
		const existing = new Map(pages);
		existing.delete('data/statements.json');
		expect(plan(seeds, existing).disappeared).toEqual(['chip-firms']);
	});

	test('leaves its page to a person: a sector, a document', () => {
		const withoutResearch = withData('sectors.yaml', (sectors: { id: string; related?: string[] }[]) => {
			sectors.splice(sectors.findIndex(({ id }) => id === 'research'), 1);
			for (const sector of sectors) sector.related = [];
		}, withEdit('documents/fact-sheet.yaml', 'sector: research', 'sector: chips', withEdit('documents/fact-sheet.yaml', '    also: [research]\n', '')));
		const seeds = withFile('differences.yaml', '[]\n', withFile('documents/newspaper.yaml', undefined, withoutResearch));
		const { changes, orphans, disappeared } = plan(seeds, pages);
		expect({ orphans, disappeared }).toEqual({
			orphans: ['docs/en/sectors/research.mdx', 'docs/en/sources/newspaper.mdx', 'docs/en/sources/newspaper/by-sector.mdx', 'docs/ja/sectors/research.mdx', 'docs/ja/sources/newspaper.mdx', 'docs/ja/sources/newspaper/by-sector.mdx'],
			disappeared: ['chip-firms', 'plant-investment', 'rao-visit-reported'],
		});
		expect(changes.map(({ path }) => path)).not.toEqual(expect.arrayContaining([expect.stringMatching(/research|newspaper/)]));
		// They are named for as long as their pages stand.
		expect(plan(seeds, converted(seeds, pages)).orphans).toEqual(orphans);
	});

	test('is none of the editors’ own pages, even where they show markers', () => {
		const own = '---\ntitle: For editors\n---\n\nA region begins so:\n\n```mdx\n{/* convert:begin a from seeds/documents/a.yaml #0123456789abcdef */}\n\n<Statement id="gone">\n\n{/* convert:end a */}\n```\n';
		const { orphans, disappeared, changes, issues } = plan(miniSeeds, new Map([...pages, ['docs/en/editors.mdx', own]]));
		expect({ orphans, disappeared, changes, issues }).toEqual({ orphans: [], disappeared: [], changes: [], issues: [] });
	});
});

describe('what is written', () => {
	test('is nothing where nothing changed', () => {
		expect(plan(miniSeeds, pages)).toMatchObject({ changes: [], issues: [], unchanged: { length: pages.size } });
	});

	test('is what the changed seed shows on, and nothing else', () => {
		const { changes } = plan(withEdit('documents/newspaper.yaml', 'More than 70 firms make chips', 'More than 70 firms produce chips'), pages);
		expect(changes.map(({ path }) => path).sort()).toEqual(['data/statements.json', 'docs/en/sectors/chips.mdx', 'docs/en/sources/newspaper.mdx', 'docs/en/sources/newspaper/by-sector.mdx', 'docs/ja/sectors/chips.mdx', 'docs/ja/sources/newspaper.mdx']);
	});

	test('does not depend on the order in which the files were read', () => {
		expect(converted(new Map([...miniSeeds].reverse()))).toEqual(pages);
	});

	test('is a region that was taken out, with its markers, in its place again', () => {
		const text = page('en/sectors/energy.mdx');
		const without = text.replace(/\{\/\* convert:begin statements-funding [^]*?convert:end statements-funding \*\/\}\n\n/, '');
		expect(without).not.toBe(text);
		expect(converted(miniSeeds, withPage('docs/en/sectors/energy.mdx', () => without)).get('docs/en/sectors/energy.mdx')).toBe(text);
	});

	test('keeps what editors wrote, in each language and in Windows line ends', () => {
		const prose = 'Chips matter.\r\n\r\n半導体は重要である。\r\n';
		const existing = new Map(pages);
		for (const lang of ['en', 'ja']) {
			const path = `docs/${lang}/sectors/chips.mdx`;
			existing.set(path, get(existing, path).replaceAll('\n', '\r\n').replace(/\{\/\* (?!convert:).*\*\/\}\r\n/, () => prose));
		}
		const after = converted(withEdit('sectors.yaml', 'name: { en: Chips, ja: 半導体 }', 'name: { en: Microchips, ja: マイクロチップ }'), existing);
		for (const [lang, title] of [['en', 'Microchips'], ['ja', 'マイクロチップ']] as const) {
			const text = get(after, `docs/${lang}/sectors/chips.mdx`);
			expect(text).toContain(prose);
			expect(text).toContain(`title: "${title}"\r\n`);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/\n/);
		}
	});

	test('has a region that was read back when it was written, and is not read again', () => {
		// What stands on the disk with the fingerprint of convert passed the guard; anything else passes it now.
		const seeds = withEdit('documents/newspaper.yaml', 'en: A made-up article.', 'en: "A made-up article: {x} <b>."');
		const after = converted(seeds, pages);
		expect(converted(seeds, after)).toEqual(after);
		expect(get(after, 'docs/en/sources/newspaper.mdx')).toContain('\\{x} \\<b>');
	});
});
