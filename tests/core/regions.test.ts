import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../scripts/core/issue.ts';
import { mergePage, renderPage, type MergeResult, type PageSource } from '../../scripts/core/regions.ts';
import { fingerprint } from '../../scripts/io/files.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { replaceOnce } from '../helpers/convert.ts';

const file = 'content/docs/en/page.mdx';

/** A page of a title and of regions: name → body. */
const pageOf = (title: string, regions: Readonly<Record<string, string>>, scaffold: PageSource['scaffold'] = []): PageSource => ({
	path: 'en/page.mdx',
	frontMatter: { name: 'front-matter', from: ['seeds/sectors.yaml'], body: () => [`title: ${JSON.stringify(title)}\nview: sector`] },
	regions: Object.entries(regions).map(([name, body]) => ({ name, from: [`seeds/documents/${name}.yaml`], body: () => [body] })),
	scaffold,
});

const merge = (page: PageSource, existing: string): MergeResult => mergePage(page, existing, file, fingerprint, ({ at, edited }) => `seed of line ${at} ${JSON.stringify(edited)}`);

/** The text after a merge that must go through. */
function merged(page: PageSource, existing: string): string {
	const { text, issues } = merge(page, existing);
	expect(issues).toEqual([]);
	return text ?? '';
}

const bodies = {
	a: '## A\n\n<Statement id="one">\n  First.\n</Statement>\n\n<Statement id="two">\n  Second.\n</Statement>',
	b: '| x | y |\n| - | - |\n| 1 | 2 |',
	c: 'A paragraph.\n\n- item',
};
const page = pageOf('Title', bodies);
const fresh = renderPage(page, fingerprint).join('');

/** One region of a page that nobody has touched, with its markers. */
function regionText(of: PageSource, name: string): string {
	const text = renderPage(of, fingerprint).join('');
	const end = name === 'front-matter' ? `# convert:end ${name}\n` : `{/* convert:end ${name} */}\n`;
	const begin = text.lastIndexOf('\n', text.indexOf(`convert:begin ${name} `)) + 1;
	return text.slice(begin, text.indexOf(end) + end.length);
}

type Name = 'front-matter' | keyof typeof bodies;
/** What editors wrote: in the front matter around its region, then around each region. */
type Chunks = readonly [string, string, string, string, string, string];

/** A page with the editors' chunks around the regions, which may be those of several versions, or left out. */
function compose(chunks: Chunks, of: (name: Name) => PageSource | undefined, eol: string): string {
	const region = (name: Name): string => {
		const source = of(name);
		return source ? regionText(source, name).replaceAll('\n', eol) : '';
	};
	const [top, bottom, ...rest] = chunks;
	const body = [rest[0], region('a'), rest[1], region('b'), rest[2], region('c'), rest[3]];
	return `---${eol}${top}${region('front-matter')}${bottom}---${eol}${body.join('')}`;
}

/** A line of front matter that is valid YAML and no marker. */
const frontMatterLine = fc.oneof(
	fc.string({ unit: 'grapheme' }).map((text) => `# ${text.replace(/[\n\r\u0085\u2028\u2029]/g, '').replace(/convert:/g, '')}`),
	fc.tuple(fc.nat(), fc.string({ unit: 'grapheme' })).map(([key, value]) => `note${key}: ${JSON.stringify(value)}`),
	fc.constantFrom('', '   ', 'draft: false # convert:begin x', 'tags: [a, "# convert:end front-matter"]', 'hero: { title: "---" }'),
);
const endOfLine = fc.constantFrom('\n', '\r\n');
const frontMatterText = fc.uniqueArray(fc.tuple(frontMatterLine, endOfLine), { maxLength: 4, selector: ([line]) => /^\w+/.exec(line)?.[0] ?? line }).map((lines) => lines.flat().join(''));

const fence = (info: string, ...lines: string[]): string => ['```', info, '\n', ...lines.map((line) => `${line}\n`), '```'].join('');
/** Text that could be taken for something else than an editor's words. */
const lookalikes = [
	fence('mdx', '{/* convert:begin a from seeds/documents/a.yaml #0123456789abcdef */}', '', 'text', '', '{/* convert:end a */}'),
	fence('', '{/* convert:end b */}'),
	fence('yaml', '---', '# convert:begin front-matter from seeds/sectors.yaml #0123456789abcdef', '---'),
	fence('mdx', regionText(page, 'b').trimEnd()),
	'~~~\n{/* convert:begin c\n  {/* convert:end c */}\n~~~',
	'- item\n\n  ```\n  {/* convert:end c */}\n  ```',
	'`{/* convert:begin a */}` and `convert:end`',
	'The line \\{/\\* convert:begin a from b #0 \\*/} begins a region.',
	'# convert:begin front-matter from seeds/sectors.yaml #0123456789abcdef',
	'# convert:end front-matter',
	'## How convert:begin works',
	'* convert:end',
	'convert:begin a',
	'{/* An editor’s comment: convert owns what is below. */}',
	'---', '***', '...', '+++', 'title: x', '', ' ', '\t', '   ', 'text with a blank at its end ', 'hard break  ', 'a\\',
	'| a | b |\n| - | - |', '[link](https://example.com)', '> quote', '1. one', '<Text lang="en">editors’ own</Text>', '&amp; &#x7B;', '日本語の文章。', '　全角の空白',
	'a lone\rCR', '\r', 'line\u2028separator', '\u0085', '\u0000', '\uFEFFmark', 'e\u0301', '𠮷👩‍💻', '\u202Eright to left',
];
/** Any Unicode, but for what may be code to MDX or open a code block. */
const prose = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[<{}]|`{3,}|~{3,}/g, '').replace(/^(\s*)(import|export)/gm, '$1'));
const chunkOf = (line: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(fc.tuple(line, endOfLine), { maxLength: 5 }).map((lines) => lines.flat().join(''));
/** The last chunk of a page may lack its newline. */
const lastChunk = (line: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(chunkOf(line), fc.oneof(fc.constant(''), line)).map((parts) => parts.join(''));

const soundLine = fc.oneof(fc.constantFrom(...lookalikes), prose);
/** Anything at all, marker lines and broken MDX included. */
const wildLine = fc.oneof(
	{ weight: 20, arbitrary: soundLine },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 1, arbitrary: fc.constantFrom('{', '<Text>', '```', '~~~', 'import x', '{/* convert:begin a from x #0 */}', '{/* convert:end b */}', ' {/* convert:end c */}', '# convert:end front-matter') },
);
const chunksOf = (line: fc.Arbitrary<string>): fc.Arbitrary<Chunks> => fc.tuple(frontMatterText, frontMatterText, chunkOf(line), chunkOf(line), chunkOf(line), lastChunk(line))
	// One mapping: no key twice.
	.filter(([top, bottom]) => new Set(keysOf(top + bottom)).size === keysOf(top + bottom).length);
const keysOf = (yaml: string): string[] => [...yaml.matchAll(/^(\w+):/gm)].map(([, key = '']) => key);

const versions = { kept: page, changed: pageOf('Another title: “#”', { a: 'Other text.', b: '<Entries>\n  x\n</Entries>', c: '# C' }) };
const names = ['front-matter', 'a', 'b', 'c'] as const;
const version = fc.constantFrom('kept', 'changed', 'gone');

/** The page after the seeds changed: some regions kept, some changed, some gone. */
const nextPage = (state: Readonly<Record<Name, 'kept' | 'changed' | 'gone'>>): PageSource => {
	const of = (name: Name): PageSource => versions[state[name] === 'changed' ? 'changed' : 'kept'];
	return {
		...page,
		frontMatter: of('front-matter').frontMatter,
		regions: page.regions.flatMap(({ name }) => (state[name as Name] === 'gone' ? [] : of(name as Name).regions.filter((region) => region.name === name))),
	};
};
const states = fc.record({ 'front-matter': fc.constantFrom('kept', 'changed'), a: version, b: version, c: version });

const runs = fuzzRuns(250);

describe('text outside the regions', () => {
	test('survives byte for byte while regions stay, change or vanish, and a second merge changes nothing', () => {
		fc.assert(fc.property(chunksOf(soundLine), states, endOfLine, (chunks, state, eol) => {
			const before = compose(chunks, () => page, eol);
			const next = nextPage(state);
			const after = merged(next, before);
			expect(after).toBe(compose(chunks, (name) => (state[name] === 'gone' ? undefined : next), eol));
			expect(merged(next, after)).toBe(after);
		}), { numRuns: runs });
	});

	test('survives byte for byte where regions appear, which bring nothing but blank lines with them', () => {
		fc.assert(fc.property(chunksOf(soundLine), fc.subarray(['a', 'b', 'c']), endOfLine, (chunks, missing, eol) => {
			const before = compose(chunks, (name) => (missing.includes(name) ? undefined : page), eol);
			// All there is of a region may stand in a code block that somebody forgot to close: that is refused, see below.
			fc.pre(!missing.some((name) => before.includes(regionText(page, name))));
			const after = merged(page, before);
			const pieces = missing.reduce(([...rest], name) => {
				const [head = '', ...tail] = (rest.pop() ?? '').split(regionText(page, name).replaceAll('\n', eol));
				expect(tail).toHaveLength(1);
				return [...rest, head, ...tail];
			}, [after]);
			let rest = before;
			for (const [index, piece] of pieces.entries()) {
				// Each piece continues the old text, once the blank lines at the region’s edges are taken off.
				const cut = [...candidates(piece, index > 0, index < pieces.length - 1, eol)].find((text) => rest.startsWith(text) && (index < pieces.length - 1 || rest === text));
				expect(cut, `piece ${index} of ${JSON.stringify(after)}`).toBeDefined();
				rest = rest.slice(cut?.length);
			}
			expect(merged(page, after)).toBe(after);
		}), { numRuns: runs });
	});

	test('is never half kept: whatever editors write, the page is refused or every byte survives', () => {
		const outcomes = { refused: 0, merged: 0 };
		fc.assert(fc.property(chunksOf(wildLine), states.filter((state) => !Object.values(state).includes('gone')), endOfLine, (chunks, state, eol) => {
			const before = compose(chunks, () => page, eol);
			const next = nextPage(state);
			const { text, issues } = merge(next, before);
			if (text === undefined) {
				outcomes.refused += 1;
				expect(issues.map(({ code }) => code).filter((code) => !['broken-markers', 'edited-region', 'mdx-syntax', 'yaml-syntax'].includes(code))).toEqual([]);
				expect(issues.length).toBeGreaterThan(0);
			} else {
				outcomes.merged += 1;
				expect(text).toBe(compose(chunks, () => next, eol));
			}
		}), { numRuns: runs, seed: 7 });
		expect(Math.min(outcomes.refused, outcomes.merged)).toBeGreaterThan(runs / 10);
	});

	test('gets no blank lines from a region that comes and goes', () => {
		const without = pageOf('Title', { a: bodies.a, c: bodies.c });
		const once = merged(without, fresh);
		const again = merged(without, merged(page, once));
		expect(again).toBe(once);
		expect(merged(page, once)).toBe(fresh);
	});
});

/** A piece of text with and without the blank lines that convert may have set at its edges. */
function* candidates(piece: string, atStart: boolean, atEnd: boolean, eol: string): Generator<string> {
	for (const head of atStart ? ['', eol] : ['']) {
		for (const tail of atEnd ? ['', eol, eol + eol] : ['']) {
			if (piece.startsWith(head) && piece.endsWith(tail) && piece.length >= head.length + tail.length) yield piece.slice(head.length, piece.length - tail.length);
		}
	}
}

describe('a new page', () => {
	test('has its regions, and the invitation to editors outside them', () => {
		expect(renderPage(pageOf('Title', { imports: "import A from 'a';", b: 'Text.' }, [{ after: 'imports', text: '{/* Write here. */}' }]), () => '0123456789abcdef').join('')).toMatchInlineSnapshot(`
			"---
			# convert:begin front-matter from seeds/sectors.yaml #0123456789abcdef
			title: "Title"
			view: sector
			# convert:end front-matter
			---

			{/* convert:begin imports from seeds/documents/imports.yaml #0123456789abcdef */}

			import A from 'a';

			{/* convert:end imports */}

			{/* Write here. */}

			{/* convert:begin b from seeds/documents/b.yaml #0123456789abcdef */}

			Text.

			{/* convert:end b */}
			"
		`);
	});
});

describe('a region that is gone from the page', () => {
	test.each(['a', 'b', 'c'])('comes back in its place: %s', (name) => {
		const without = replaceOnce(fresh, regionText(page, name), '');
		expect(merged(page, without).replace(/\n{3,}/g, '\n\n')).toBe(fresh);
	});

	test('comes back where it is the front matter’s', () => {
		expect(merged(page, replaceOnce(fresh, regionText(page, 'front-matter'), 'draft: true\n'))).toBe(replaceOnce(fresh, 'front-matter\n---', 'front-matter\ndraft: true\n---'));
	});

	test('comes back with the front matter around it', () => {
		expect(merged(page, fresh.slice(fresh.indexOf('{/*')))).toBe(fresh);
	});

	test('comes back into an empty page', () => {
		expect(merged(page, '')).toBe(fresh);
	});

	test('does not come back beside a title of the editors’ own', () => {
		const own = replaceOnce(fresh, regionText(page, 'front-matter'), 'title: Mine\n');
		expect(merge(page, own).issues.map(formatIssue)).toMatchInlineSnapshot(`
			[
			  "content/docs/en/page.mdx:6:1  yaml-syntax  the field \`title\` again; expected valid YAML. To mend it: keep one of the two and delete the other.",
			]
		`);
	});
});

/** The first line that differs between two texts, from 1. */
function firstDifference(a: string, b: string): number {
	const [left, right] = [a.split('\n'), b.split('\n')];
	return left.findIndex((line, index) => line !== right[index]) + 1 || left.length;
}

describe('a hand-edited region', () => {
	test('stops the run at its line, whichever character of it was changed', () => {
		const name = fc.constantFrom(...names);
		fc.assert(fc.property(name, fc.nat(), fc.constantFrom('', 'x', ' ', '\n', '{', '0', '日'), fc.constantFrom(0, 1), fc.boolean(), (region, at, inserted, deleted, seedsChanged) => {
			const text = regionText(page, region);
			const start = fresh.indexOf(text);
			// Between the first character of the region and its last.
			const offset = start + 1 + (at % (text.length - 3));
			const edited = fresh.slice(0, offset) + inserted + fresh.slice(offset + deleted);
			fc.pre(edited !== fresh);
			const result = merge(seedsChanged ? versions.changed : page, edited);
			expect(result.text).toBeUndefined();
			const line = firstDifference(edited, fresh);
			// A marker that nobody could recognise is missed at the other end of its region. Against changed seeds, the first difference may be theirs.
			const isMarker = [fresh, edited].some((whole) => whole.split('\n')[line - 1]?.includes('convert:'));
			if (isMarker || seedsChanged) expect(result.issues.length).toBeGreaterThan(0);
			else expect(result.issues.map((issue) => issue.line)).toEqual([line]);
		}), { numRuns: 2000 });
	});

	test('is none where only its line ends changed', () => {
		expect(merged(page, fresh.replaceAll('\n', '\r\n'))).toBe(fresh.replaceAll('\n', '\r\n'));
	});

	const edits: Readonly<Record<string, (text: string) => string>> = {
		'a letter': (text) => replaceOnce(text, 'Second.', 'Secund.'),
		'a space': (text) => replaceOnce(text, '  First.', '   First.'),
		'a blank line more': (text) => replaceOnce(text, '## A\n', '## A\n\n'),
		'a blank line less': (text) => replaceOnce(text, '</Statement>\n\n<', '</Statement>\n<'),
		'a deleted line': (text) => replaceOnce(text, '  Second.\n', ''),
		'a line more': (text) => replaceOnce(text, '| 1 | 2 |', '| 1 | 2 |\n| 3 | 4 |'),
		'an emptied region': (text) => replaceOnce(text, bodies.c, ''),
		'two regions': (text) => replaceOnce(replaceOnce(text, 'First', '1st'), '| x | y |', '| x | z |'),
		'the front matter': (text) => replaceOnce(text, '"Title"', 'Titel'),
		'the seed of a marker': (text) => replaceOnce(text, 'from seeds/documents/b.yaml', 'from seeds/documents/bb.yaml'),
		'the name of a marker': (text) => replaceOnce(text, 'convert:begin b ', 'convert:begin bb '),
		'the fingerprint of a marker': (text) => text.replace(/(convert:begin b .*#)[0-9a-f]{16}/, '$10000000000000000'),
		'the form of a marker': (text) => replaceOnce(text, '{/* convert:end b */}', '{/* convert:end b */} '),
		'a deleted end marker': (text) => replaceOnce(text, '{/* convert:end b */}\n', ''),
		'a deleted last end marker': (text) => replaceOnce(text, '{/* convert:end c */}\n', ''),
		'a deleted begin marker': (text) => text.replace(/\{\/\* convert:begin b .*\n/, ''),
		'a deleted end marker in front matter': (text) => replaceOnce(text, '# convert:end front-matter\n', ''),
		'a deleted end of the front matter': (text) => text.replace('front-matter\n---\n', 'front-matter\n'),
		'a region twice': (text) => text + regionText(page, 'b'),
		'swapped regions': (text) => replaceOnce(replaceOnce(text, regionText(page, 'b'), ''), regionText(page, 'c'), regionText(page, 'c') + regionText(page, 'b')),
		'swapped contents': (text) => replaceOnce(replaceOnce(text, bodies.b, '%'), bodies.c, bodies.b).replace('%', bodies.c),
		'a code block around a region': (text) => text.replace('{/* convert:begin b', '```\n$&'),
	};
	test.each(Object.entries(edits))('is never written over: %s', (_, edit) => {
		for (const next of Object.values(versions)) expect(merge(next, edit(fresh))).toEqual({ issues: expect.arrayContaining([expect.anything()]) as unknown });
	});

	test('is named with its line and what is wrong with it', () => {
		const report = Object.entries(edits).map(([name, edit]) => [name, ...merge(page, edit(fresh)).issues.map(({ line, code, found }) => `    ${line} ${code}: ${found}`)].join('\n'));
		expect(report.join('\n')).toMatchInlineSnapshot(`
			"a letter
			    17 edited-region: the generated region \`a\` was edited by hand
			a space
			    13 edited-region: the generated region \`a\` was edited by hand
			a blank line more
			    12 edited-region: the generated region \`a\` was edited by hand
			a blank line less
			    15 edited-region: the generated region \`a\` was edited by hand
			a deleted line
			    17 edited-region: the generated region \`a\` was edited by hand
			a line more
			    27 edited-region: the generated region \`b\` was edited by hand
			an emptied region
			    32 edited-region: the generated region \`c\` was edited by hand
			two regions
			    13 edited-region: the generated region \`a\` was edited by hand
			    24 edited-region: the generated region \`b\` was edited by hand
			the front matter
			    3 edited-region: the generated region \`front-matter\` was edited by hand
			the seed of a marker
			    22 edited-region: the marker of the generated region \`b\` was edited by hand
			the name of a marker
			    28 broken-markers: the region \`bb\`, which begins on line 22, ends as \`b\`
			the fingerprint of a marker
			    22 edited-region: the marker of the generated region \`b\` was edited by hand
			the form of a marker
			    28 broken-markers: a marker line that was changed
			a deleted end marker
			    29 broken-markers: the region \`c\` begins inside \`b\`
			a deleted last end marker
			    30 broken-markers: the region \`c\` does not end
			a deleted begin marker
			    27 broken-markers: the region \`b\` ends where it did not begin
			a deleted end marker in front matter
			    2 broken-markers: the region \`front-matter\` does not end
			a deleted end of the front matter
			    1 broken-markers: front matter that does not end
			a region twice
			    37 broken-markers: the region \`b\` a second time
			swapped regions
			    30 broken-markers: the region \`b\` after \`c\`
			swapped contents
			    24 edited-region: the generated region \`b\` was edited by hand
			    32 edited-region: the generated region \`c\` was edited by hand
			a code block around a region
			    23 broken-markers: the region \`b\` inside a code block
			    31 broken-markers: the region \`c\` inside a code block"
		`);
	});

	const messages = (name: string): string => merge(page, edits[name]?.(fresh) ?? '').issues.map(formatIssue).join('\n');

	test('is shown with the difference and the place in the seed where the change belongs', () => {
		expect(messages('two regions')).toMatchInlineSnapshot(`
			"content/docs/en/page.mdx:13:1  edited-region  the generated region \`a\` was edited by hand; expected the text that convert wrote; your own text goes outside the markers. To mend it: make the change in seed of line 4 "  1st.", then undo it here (git checkout, or delete the region with its markers) and run convert again.
			    - in the page      1st.
			    + from the seed    First.
			content/docs/en/page.mdx:24:1  edited-region  the generated region \`b\` was edited by hand; expected the text that convert wrote; your own text goes outside the markers. To mend it: make the change in seed of line 1 "| x | z |", then undo it here (git checkout, or delete the region with its markers) and run convert again.
			    - in the page    | x | z |
			    + from the seed  | x | y |"
		`);
	});

	test('is shown with its marker as convert wrote it', () => {
		expect(messages('the seed of a marker')).toMatchInlineSnapshot(`
			"content/docs/en/page.mdx:22:1  edited-region  the marker of the generated region \`b\` was edited by hand; expected the marker that convert wrote. To mend it: undo the change (git checkout, or delete the region with its markers) and run convert again.
			    - in the page    {/* convert:begin b from seeds/documents/bb.yaml #dd1d20788c2dd364 */}
			    + from the seed  {/* convert:begin b from seeds/documents/b.yaml #dd1d20788c2dd364 */}"
		`);
	});

	test('is mended by putting back the marker that the message names', () => {
		expect(messages('a deleted end marker')).toMatchInlineSnapshot(`"content/docs/en/page.mdx:29:1  broken-markers  the region \`c\` begins inside \`b\`; expected each \`convert:begin\` line to be followed by its \`convert:end\` line. To mend it: put back the line that ends \`b\`, or restore the page from version control."`);
	});
});

describe('editors’ text that does not compile', () => {
	const filler = 'An editor’s line.\n\n{/* A comment. */}\n';
	const broken = { brace: 'Text with a { in it.', tag: 'Text with <b in it.', element: '<Aside>\n\nnever closed', code: 'import from nowhere' };

	test.each(Object.entries(broken))('is reported at its line, above and below regions that change: %s', (_, text) => {
		for (const marker of ['{/* convert:begin a', '{/* convert:begin b', '{/* convert:begin c']) {
			const existing = fresh.replace(marker, `${filler}${text}\n\n$&`);
			const line = existing.slice(0, existing.indexOf(text)).split('\n').length;
			for (const next of Object.values(versions)) {
				const result = merge(next, existing);
				expect(result.text).toBeUndefined();
				expect(result.issues.map((issue) => `${issue.file}:${issue.line} ${issue.code}`)).toEqual([`${file}:${line} mdx-syntax`]);
			}
		}
	});

	test('is reported at its line in front matter', () => {
		const existing = replaceOnce(fresh, '# convert:end front-matter\n', '# convert:end front-matter\ndraft: true\ntitle: Mine\n');
		expect(merge(versions.changed, existing).issues.map(formatIssue)).toMatchInlineSnapshot(`
			[
			  "content/docs/en/page.mdx:7:1  yaml-syntax  the field \`title\` again; expected valid YAML. To mend it: keep one of the two and delete the other.",
			]
		`);
	});
});
