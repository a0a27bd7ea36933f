import { expect, test } from 'vitest';
import { get, replaceOnce } from '../../helpers/convert.ts';
import { issuesOfProject, miniProject } from '../../helpers/rule-examples.ts';

const facts = 'seeds/documents/fact-sheet.yaml';
const glossary = 'seeds/glossary.yaml';

/** What is wrong where a statement names other firms than it did, which the glossary has as well. */
async function issuesWith(entries: string, en: string, ja: string): Promise<string[]> {
	const text = replaceOnce(replaceOnce(get(miniProject, facts), 'Sakura Chips', en), 'サクラ・チップス', ja);
	const issues = await issuesOfProject(new Map([...miniProject, [glossary, `${get(miniProject, glossary)}${entries}`], [facts, text]]));
	return issues.map(({ code, found, expected, fix }) => `${code}: ${found}; ${expected}; ${fix}`);
}

const riken = '\n- id: riken\n  category: organisation\n  name: { en: RIKEN, ja: 理化学研究所 }\n  country: japan\n  rendering: official\n';
const institute = '\n- id: iit-kanpur\n  category: organisation\n  name: { en: IIT Kanpur, ja: インド工科大学カーンプル校 }\n  country: india\n  rendering: established\n\n- id: kanpur\n  category: place\n  name: { en: Kanpur, ja: カーンプル }\n  country: india\n  rendering: established\n';

test('a name in capitals is found in a text as any other', async () => {
	expect(await issuesWith(riken, 'RIKEN', '理化学研究所')).toEqual([]);
	expect(await issuesWith(riken, 'the institute', '理化学研究所')).toEqual([expect.stringMatching(/^term-unnamed: “理化学研究所”/)]);
});

test('of a name inside a longer one, it is the longer one that the other text lacks', async () => {
	expect(await issuesWith(institute, 'IIT Kanpur', 'インド工科大学カーンプル校')).toEqual([]);
	expect(await issuesWith(institute, 'IIT Kanpur', 'IITカーンプル')).toEqual([expect.stringMatching(/^term-unnamed: “IIT Kanpur”.*“インド工科大学カーンプル校”/)]);
});
