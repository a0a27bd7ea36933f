import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../scripts/core/issue.ts';
import { place } from '../../helpers/places.ts';
import { issuesOfProject, miniProject } from '../../helpers/rule-examples.ts';

const en = 'content/docs/en/example.mdx';
const ja = 'content/docs/ja/example.mdx';
const use = (...names: string[]): string => `import { ${names.join(', ')} } from '@components';\n\n`;

interface Mistake {
	readonly name: string;
	/** The page after its front matter, or the whole of it where it begins with dashes. */
	readonly text: string;
	/** What stands at the place to be named; `▸` is the place. */
	readonly at: string;
	readonly code: Issue['code'];
	/** Words of the edit that the editor is told to make. */
	readonly fix?: string;
	readonly file?: string;
	/** The page in the other language, where the mistake is not to make the two differ. */
	readonly twin?: string;
}

const syntax: readonly Mistake[] = [
	{ name: 'a tag that is not closed', text: 'A <b>bold word.\n', at: 'A ▸<b>', code: 'mdx-syntax', fix: 'close what is open' },
	{ name: 'a component that is not closed', text: `${use('Note')}<Note>\n\nA remark.\n`, at: '▸<Note>', code: 'mdx-syntax', fix: 'close what is open' },
	{ name: 'a tag that closes another', text: 'A <b>bold</i> word.\n', at: 'A ▸<b>', code: 'mdx-syntax', fix: 'close what is open' },
	{ name: 'a closing tag without an opening one', text: 'A bold</b> word.\n', at: 'bold<▸/b>', code: 'mdx-syntax' },
	{ name: 'a line break as in HTML', text: 'A line.<br>\nAnother.\n', at: 'line.▸<br>', code: 'mdx-syntax', fix: 'end the tag with `/>`' },
	{ name: 'a brace that is not closed', text: 'The set {one.\n', at: '▸{one', code: 'mdx-syntax', fix: '`\\{`' },
	{ name: 'words in braces', text: 'The set {one two}.\n', at: '{one▸ two}', code: 'mdx-syntax' },
	{ name: 'a number after a less-than sign', text: 'If x <5, stop.\n', at: '<▸5', code: 'mdx-syntax', fix: '`\\<`' },
	{ name: 'an address in angle brackets', text: 'See <https://example.com>.\n', at: '<https:▸//', code: 'mdx-syntax', fix: '`[text](address)`' },
	{ name: 'a comment as in HTML', text: 'A line.\n\n<!-- later -->\n', at: '<▸!--', code: 'mdx-syntax', fix: '`{/* text */}`' },
	{ name: 'an attribute without quotes', text: `${use('Text')}<Text lang=en>\n  One.\n</Text>\n`, at: 'lang=▸en', code: 'mdx-syntax', fix: 'straight quotes' },
	{ name: 'an attribute in typographic quotes', text: `${use('Ref')}<Ref id=“power-loan” />\n`, at: 'id=▸“', code: 'mdx-syntax', fix: 'straight quotes' },
	{ name: 'a quote of an attribute that is not closed', text: `${use('Ref')}See <Ref id="power-loan />.\n`, at: 'See ▸<Ref', code: 'mdx-syntax' },
	{ name: 'an import that is not finished', text: "import { Note } from '@components\n\nA line.\n", at: "from ▸'@components", code: 'mdx-syntax' },
	{ name: 'a sentence that begins with a word of code', text: 'import duties were cut.\n', at: 'import duties ▸were', code: 'mdx-syntax' },
	{ name: 'a fragment that is not closed', text: '<>\nA line.\n', at: '▸<>', code: 'mdx-syntax' },
];

const shownAsWritten: readonly Mistake[] = [
	{ name: 'a word in braces', text: 'The set {one}.\n', at: '▸{one}', code: 'mdx-syntax', fix: '`\\{one\\}`' },
	{ name: 'a word of Japanese in braces', file: ja, text: 'これは{例}です。\n', at: '▸{例}', code: 'mdx-syntax', fix: '`\\{例\\}`' },
	{ name: 'a component in full-width brackets', file: ja, text: '＜Ref id="power-loan" /＞をご覧ください。\n', twin: `${use('Ref')}See <Ref id="power-loan" />.\n`, at: '▸＜Ref', code: 'unknown-component', fix: '`<Ref`' },
	{ name: 'a link that does not end', text: 'See the [other page](../other/ for more.\n', twin: '[別のページ](../other/)をご覧ください。\n', at: '▸(../other/', code: 'link-form', fix: '`[text](address)`' },
	{ name: 'a link in full-width brackets', file: ja, text: '[別のページ]（../other/）をご覧ください。\n', twin: 'See the [other page](../other/).\n', at: '▸（../other/', code: 'link-form', fix: 'half-width' },
	{ name: 'a full-width comma in an import', file: ja, text: "import { Note、Ref } from '@components';\n\nこれは例です。\n", at: 'Note▸、', code: 'mdx-syntax', fix: 'half-width' },
	{ name: 'a text that is still to be written', text: 'TODO\n', at: '▸TODO', code: 'still-to-do', fix: 'write it' },
	{ name: 'a heading that is still to be written', text: '## TODO\n', twin: '## 方法\n', at: '## ▸TODO', code: 'still-to-do' },
	{ name: 'a title that is still to be written', text: '---\ntitle: TODO\n---\n\nA line.\n', at: 'title: ▸TODO', code: 'still-to-do', fix: 'write it' },
];

const frontMatter: readonly Mistake[] = [
	{ name: 'front matter that does not end', text: '---\ntitle: Example\nsidebar:\n  order: 4\n\nA line of 7.\n', at: 'order: 4\n▸\n', code: 'yaml-syntax', fix: 'a line of `---`' },
	{ name: 'no front matter', text: '@bare', at: '▸A line', code: 'missing-field', fix: 'title' },
	{ name: 'empty front matter', text: '---\n---\n\nA line.\n', at: '▸---\n---', code: 'missing-field', fix: '`title:`' },
	{ name: 'a missing title', text: '---\ndescription: One.\n---\n\nA line.\n', at: '▸description', code: 'missing-field', fix: '`title:`' },
	{ name: 'an empty title', text: '---\ntitle:\n---\n\nA line.\n', at: 'title:▸\n', code: 'missing-field' },
	{ name: 'a title that is a number', text: '---\ntitle: 2025\n---\n\nA line.\n', at: 'title: ▸2025', code: 'wrong-type', fix: 'in quotes' },
	{ name: 'a field that there is not', text: '---\ntitle: Example\nauthor: Rao\n---\n\nA line.\n', at: '▸author', code: 'unknown-field', fix: 'remove' },
	{ name: 'a misspelt field', text: '---\ntitle: Example\nsidbar:\n  order: 1\n---\n\nA line.\n', at: '▸sidbar', code: 'unknown-field', fix: '`sidebar`' },
	{ name: 'a colon in the title', text: '---\ntitle: Example: one\n---\n\nA line.\n', at: 'title: ▸Example', code: 'yaml-syntax' },
	{ name: 'a quote that is not closed', text: '---\ntitle: Example\ndescription: "One\n---\n\nA line.\n', at: 'description: ▸"One', code: 'yaml-syntax', fix: 'close the quote' },
	{ name: 'a tab', text: '---\ntitle: Example\nsidebar:\n\torder: 1\n---\n\nA line.\n', at: '▸\torder', code: 'yaml-syntax', fix: 'spaces' },
	{ name: 'a full-width colon', text: '---\ntitle: Example\ndescription：One.\n---\n\nA line.\n', at: '▸description：', code: 'yaml-syntax' },
	{ name: 'a field twice', text: '---\ntitle: Example\ntitle: Example two\n---\n\nA line.\n', at: 'Example\n▸title: Example two', code: 'yaml-syntax', fix: 'keep one' },
	{ name: 'an order in quotes', text: '---\ntitle: Example\nsidebar:\n  order: "3"\n---\n\nA line.\n', at: 'order: ▸"3"', code: 'wrong-type', fix: 'write a number' },
	{ name: 'a part of the navigation that there is not', text: '---\ntitle: Example\nnavigation: guides\n---\n\nA line.\n', at: 'navigation: ▸guides', code: 'unknown-value', fix: '`guide`' },
	{ name: 'an order that is a word', text: '---\ntitle: Example\nsidebar:\n  order: first\n---\n\nA line.\n', at: 'order: ▸first', code: 'wrong-type' },
	{ name: 'a template that there is not', text: '---\ntitle: Example\ntemplate: doc2\n---\n\nA line.\n', at: 'template: ▸doc2', code: 'unknown-value', fix: '`doc`' },
];

const facts = `${use('Fact', 'Facts')}<Facts>\n  <Fact name="when">2030年まで</Fact>\n</Facts>\n`;

const components: readonly Mistake[] = [
	{ name: 'an unknown component', text: `${use('Note')}<Nota>A remark.</Nota>\n`, at: '▸<Nota>', code: 'unknown-component', fix: '`Note`' },
	{ name: 'an import of an unknown component', text: "import { Nota } from '@components';\n\nThis is an example.\n", at: '{ ▸Nota', code: 'unknown-component', fix: '`Note`' },
	{ name: 'a component that is not imported', text: '<Note>A remark.</Note>\n', at: '▸<Note>', code: 'unknown-component', fix: 'to the line' },
	{ name: 'a component in lower case', text: `${use('Note')}<note>A remark.</note>\n`, at: '▸<note>', code: 'unknown-component', fix: '`Note`' },
	{ name: 'an import without braces', text: "import Statuses from '@components';\n\nThis is an example.\n", at: 'import ▸Statuses', code: 'unknown-component', fix: '`{ Statuses }`' },
	{ name: 'an import from a misspelt place', text: "import { Note } from '@component';\n\n<Note>A remark.</Note>\n", twin: `${use('Note')}<Note>補足です。</Note>\n`, at: "from '▸@component'", code: 'unknown-component', fix: '`@components`' },
	{ name: 'a component in lower case by half', text: `${use('Note')}<NOTE>A remark.</NOTE>\n`, at: '▸<NOTE>', code: 'unknown-component', fix: '`Note`' },
	{ name: 'a wrong property', text: `${use('Ref')}See <Ref id="power-loan" title="loan" />.\n`, twin: `${use('Ref')}<Ref id="power-loan" />をご覧ください。\n`, at: '▸title="loan"', code: 'unknown-property', fix: 'remove' },
	{ name: 'a misspelt property', text: `${use('Text')}<Text lnag="ja">\n  例である。\n</Text>\n`, twin: `${use('Text')}<Text lang="ja">\n  例である。\n</Text>\n`, at: '▸lnag', code: 'unknown-property', fix: '`lang`' },
	{ name: 'a missing property', text: `${use('Ref')}See <Ref />.\n`, twin: `${use('Ref')}<Ref id="power-loan" />をご覧ください。\n`, at: '▸<Ref />', code: 'missing-property', fix: '`id="…"`' },
	{ name: 'a language that there is not', text: `${use('Text')}<Text lang="jp">\n  例である。\n</Text>\n`, twin: `${use('Text')}<Text lang="ja">\n  例である。\n</Text>\n`, at: 'lang="▸jp', code: 'unknown-value' },
	{ name: 'a statement that there is not', text: `${use('Ref')}See <Ref id="power-lone" />.\n`, twin: `${use('Ref')}<Ref id="power-loan" />をご覧ください。\n`, at: 'id="▸power-lone', code: 'unknown-statement', fix: '`power-loan`' },
	{ name: 'a statement that there is not, in braces', text: `${use('Ref')}See <Ref id={'power-lone'} />.\n`, twin: `${use('Ref')}<Ref id="power-loan" />をご覧ください。\n`, at: "id={'▸power-lone", code: 'unknown-statement', fix: '`power-loan`' },
	{ name: 'a fact without a label in the catalogue', text: `${use('Fact', 'Facts')}<Facts>\n  <Fact name="wehn">By 2030</Fact>\n</Facts>\n`, twin: facts, at: 'name="▸wehn', code: 'unknown-value', fix: '`when`' },
	{ name: 'a fact without a label in the catalogue, in braces', text: `${use('Fact', 'Facts')}<Facts>\n  <Fact name={"wehn"}>By 2030</Fact>\n</Facts>\n`, twin: facts, at: 'name={"▸wehn', code: 'unknown-value', fix: '`when`' },
	{ name: 'a property without a value', text: `${use('Ref')}See <Ref id />.\n`, twin: `${use('Ref')}<Ref id="power-loan" />をご覧ください。\n`, at: '<Ref ▸id', code: 'missing-property', fix: '`id="…"`' },
	{ name: 'a value for a property that has none', text: `${use('Sectors')}<Sectors brief="yes" />\n`, twin: `${use('Sectors')}<Sectors brief />\n`, at: 'brief="▸yes', code: 'unknown-value', fix: '`brief` alone' },
	{ name: 'a sector that there is not', text: `${use('NetworkChart')}<NetworkChart sector="enegy" />\n`, twin: `${use('NetworkChart')}<NetworkChart sector="energy" />\n`, at: 'sector="▸enegy', code: 'unknown-value', fix: '`energy`' },
	{ name: 'one of several words that there is not', text: `${use('Filters')}<Filters status="signed planed" />\n`, twin: `${use('Filters')}<Filters status="signed planned" />\n`, at: 'signed ▸planed', code: 'unknown-value', fix: '`planned`' },
	{ name: 'a component with nothing inside but a comment', text: `${use('Note')}<Note>\n  {/* later */}\n</Note>\n`, twin: `${use('Note')}<Note>補足です。</Note>\n`, at: '▸<Note>', code: 'component-content', fix: 'between `<Note>`' },
	{ name: 'a text inside a component that shows none', text: `${use('Counts')}<Counts>\n  The size.\n</Counts>\n`, twin: `${use('Counts')}<Counts />\n`, at: '▸The size', code: 'component-content', fix: '`<Counts />`' },
	{ name: 'an entry outside a list', text: `${use('Entry')}<Entry href="../other/">\n  A meeting.\n</Entry>\n`, twin: `${use('Entries', 'Entry')}<Entries>\n  <Entry href="../other/">\n    会合です。\n  </Entry>\n</Entries>\n`, at: '▸<Entry href', code: 'component-content', fix: '`<Entries>`' },
	{ name: 'a text between columns', text: `${use('Column', 'Columns')}<Columns>\n  <Column>One.</Column>\n\n  Two.\n</Columns>\n`, twin: `${use('Column', 'Columns')}<Columns>\n  <Column>一つです。</Column>\n</Columns>\n`, at: '▸Two.', code: 'component-content', fix: '`<Column>`' },
	{ name: 'a note in one language only', text: `${use('Note', 'Text')}<Note>\n  <Text lang="en">One.</Text>\n</Note>\n`, twin: `${use('Note', 'Text')}<Note>\n  <Text lang="en">One.</Text>\n  <Text lang="ja">一つである。</Text>\n</Note>\n`, at: '▸<Note>', code: 'missing-language', fix: '`<Text lang="ja">`' },
	{ name: 'an entry of a glossary without a name', text: `${use('Term')}<Term id="a-name" category="term">\n  A text.\n</Term>\n`, twin: `${use('Name', 'Term')}<Term id="a-name" category="term">\n  <Name lang="en">One</Name>\n  <Name lang="ja">一</Name>\n</Term>\n`, at: '▸<Term', code: 'missing-language', fix: '`<Name lang="' },
	{ name: 'a component in one language only', text: `${use('Note')}<Note>A remark.</Note>\n`, at: '▸<Note>', code: 'components-differ', fix: 'add it there' },
];

const links: readonly Mistake[] = [
	{ name: 'a link to a page that there is not', text: 'See the [other page](../otter/).\n', at: '(▸../otter/', code: 'broken-link', fix: '../other/' },
	{ name: 'a link that begins at the file', text: 'See the [other page](./other/).\n', at: '(▸./other/', code: 'broken-link', fix: '../other/' },
	{ name: 'a link to a file of Markdown', text: 'See the [other page](../other.mdx).\n', at: '(▸../other.mdx', code: 'broken-link' },
	{ name: 'a link in an element', text: 'See <a href="../otter/">the other page</a>.\n', at: 'href="▸../otter/', code: 'broken-link', fix: '../other/' },
	{ name: 'a link to a heading that there is not', text: 'See the [other page](../other/#metod).\n', at: '(▸../other/#metod', code: 'broken-anchor', fix: '#method' },
	{ name: 'a link to a heading of its own that there is not', text: 'See [below](#later).\n', at: '(▸#later', code: 'broken-anchor' },
	{ name: 'a link to a heading by its words in another language, beside a component', text: `${use('Statuses')}See [the method](#方法).\n\n<Statuses />\n`, twin: `${use('Statuses')}[方法](#status-signed)をご覧ください。\n\n<Statuses />\n`, at: '(▸#方法', code: 'broken-anchor' },
	{ name: 'a link with a space in its address', text: 'See the [other page](../ot her/).\n', at: '(▸../ot her/', code: 'link-form', fix: 'take out the space' },
	{ name: 'a link from the root', text: 'See the [other page](/en/other/).\n', at: '(▸/en/other/', code: 'link-form', fix: '../other/' },
	{ name: 'a link into the other language', text: 'See the [other page](../../ja/other/).\n', at: '(▸../../ja', code: 'link-form', fix: '../other/' },
	{ name: 'a link without its slash', text: 'See the [other page](../other#method).\n', at: '(▸../other#', code: 'link-form', fix: '“/”' },
	{ name: 'a link that runs code', text: 'See the [other page](javascript:alert(1)).\n', at: '(▸javascript', code: 'link-form', fix: 'remove' },
	{ name: 'an address that is none', text: 'See the [other page](https://).\n', at: '(▸https://', code: 'broken-link', fix: 'correct', twin: 'これは例です。\n' },
	{ name: 'a link in one language only', text: 'See the [other page](../other/).\n', at: '(▸../other/', code: 'links-differ', fix: 'both' },
	{ name: 'a picture that there is not', text: '![The plan](./plan.png)\n', at: '(▸./plan.png', code: 'broken-link', fix: 'folder' },
	{ name: 'a picture without a text', text: 'A picture: ![](https://example.com/plan.png)\n', twin: '![図](https://example.com/plan.png)\n', at: ': ▸![]', code: 'missing-alt', fix: 'brackets' },
	{ name: 'a picture in an element without a text', text: '<img src="https://example.com/plan.png" />\n', twin: '<img src="https://example.com/plan.png" alt="図" />\n', at: '▸<img', code: 'missing-alt', fix: 'alt' },
];

const structure: readonly Mistake[] = [
	{ name: 'a level of headings left out', text: '## One\n\n#### Two\n', twin: '## 一\n\n### 二\n', at: '▸#### Two', code: 'skipped-heading', fix: '`###`' },
	{ name: 'a first heading of level 3', text: '### One\n', twin: '## 一\n', at: '▸### One', code: 'skipped-heading', fix: '`##`' },
	{ name: 'a second title', text: '# One\n', twin: '## 一\n', at: '▸# One', code: 'skipped-heading', fix: '`##`' },
	{ name: 'a heading in one language only', text: '## One\n', at: '▸## One', code: 'headings-differ', fix: 'write it there' },
	{ name: 'an identifier in one language only', file: ja, text: '## 一\n', twin: '## One {/* #one */}\n', at: '▸## 一', code: 'headings-differ', fix: '{/* #one */}' },
	{ name: 'an identifier that differs', file: ja, text: '## 一 {/* #ichi */}\n', twin: '## One {/* #one */}\n', at: '▸## 一', code: 'headings-differ', fix: '{/* #one */}' },
	{ name: 'a level that differs', file: ja, text: '## 一\n\n## 二\n', twin: '## One\n\n### Two\n', at: '▸## 二', code: 'headings-differ', fix: 'same level' },
	{ name: 'an identifier twice', text: '## One {/* #one */}\n\n## Two {/* #one */}\n', twin: '## 一 {/* #one */}\n\n## 二 {/* #two */}\n', at: 'Two {/* ▸#one', code: 'duplicate-anchor', fix: 'another' },
	{ name: 'bold text in Japanese quotation marks', file: ja, text: 'これは**「見本」**です。\n', at: 'これは▸**', code: 'broken-bold', fix: '<strong>' },
	{ name: 'bold text that ends with a bracket', file: ja, text: 'これは**見本（例）**です。\n', at: 'これは▸**', code: 'broken-bold', fix: '<strong>' },
	{ name: 'bold text that does not end', text: 'This is an **example.\n', at: 'an ▸**', code: 'broken-bold', fix: 'at its other end' },
	{ name: 'a row with a cell too many', text: '| a | b |\n| - | - |\n| c | d | e |\n', at: 'd ▸| e', code: 'broken-table', fix: 'remove the cell' },
	{ name: 'a table without its line of dashes', text: '| a | b |\n| c | d |\n', at: '▸| a', code: 'broken-table', fix: '`| - | - |`' },
	{ name: 'a figure that differs', text: 'These are 4 examples.\n', twin: '3つの例です。\n', at: '▸4', code: 'figures-differ', fix: 'correct the figure' },
];

const wording: readonly Mistake[] = [
	{ name: 'American spelling', text: 'The center is new.\n', at: '▸center', code: 'en-spelling', fix: '“centre”' },
	{ name: 'a slip of the keys', text: 'The goverment agreed.\n', at: '▸goverment', code: 'en-spelling', fix: '“government”' },
	{ name: 'a word twice', text: 'This is the the example.\n', at: '▸the the', code: 'en-repetition', fix: '“the”' },
	{ name: 'full-width digits', file: ja, text: '例が４つあります。\n', twin: 'There are 4 examples.\n', at: '▸４', code: 'ja-width', fix: '“4”' },
	{ name: 'half-width kana', file: ja, text: 'ﾚｱｱｰｽの例です。\n', at: '▸ﾚｱ', code: 'ja-width', fix: '“レアアース”' },
	{ name: 'である on a page', file: ja, text: 'これは例である。\n', at: 'これは例▸である', code: 'ja-style', fix: 'です・ます' },
	{ name: 'a comma of another script', file: ja, text: '例，見本です。\n', at: '例▸，', code: 'ja-punctuation', fix: '“、”' },
	{ name: 'a bracket that is not closed', file: ja, text: '例「見本です。\n', at: '▸「', code: 'ja-punctuation', fix: '“」”' },
];

describe.each(Object.entries({ syntax, shownAsWritten, frontMatter, components, links, structure, wording }))('a mistake in a page (%s) is one issue at its place', (_group, mistakes) => {
	test.each(mistakes)('$name', async ({ text, at, code, fix, file = en, twin }) => {
		const whole = (path: string, body: string): string => (body === '@bare' ? 'A line.\n' : body.startsWith('---') ? body : `${path === en ? '---\ntitle: Example\n---\n' : '---\ntitle: 例\n---\n'}\n${body}`);
		const page = whole(file, text);
		const other = file === en ? ja : en;
		const issues = await issuesOfProject(new Map([...miniProject, [file, page], ...(twin === undefined ? [] : [[other, whole(other, twin)] as const])]));
		expect(issues.map((issue) => `${issue.file}:${issue.line}:${issue.column} ${issue.code}`)).toEqual([`${file}:${place(page, at)} ${code}`]);
		expect(issues[0]?.fix).toContain(fix ?? '');
	});
});

test('there are at least 60 of them', () => {
	expect([syntax, shownAsWritten, frontMatter, components, links, structure, wording].flat().length).toBeGreaterThanOrEqual(60);
});
