import fc from 'fast-check';
import type { BlockContent, Heading, List, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { evaluate, mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import {
	comment, element, emphasis, esm, heading, inlineCode, inlineElement, link, list, paragraph, parse, safeUrl, serialize,
	strong, table, text, wellFormed,
} from '../../scripts/core/mdx.ts';
import { QuickWriter } from '../../scripts/core/mdx-quick.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';
import { turning } from '../helpers/turns.ts';
import { hostileTexts } from './hostile-texts.ts';

/** What Astro's parser switches on for this site: GFM by default, directives by Starlight, front matter always; no smart punctuation. */
const features = { gfm: true, directive: true, smartPunctuation: false };
const parsers: Readonly<Record<string, (mdx: string) => Root>> = {
	micromark: parse,
	satteri: (mdx) => mdxToMdast(mdx, { features }) as Root,
};

const page = (...children: RootContent[]): Root => ({ type: 'root', children });

/** A node as `[label, ...children]`, text as itself: what a test can write down. */
type Shape = string | Shape[];

function shape(node: Nodes): Shape {
	switch (node.type) {
		case 'text': return node.value;
		case 'inlineCode': case 'mdxjsEsm': case 'mdxFlowExpression': return [node.type, node.value];
		case 'heading': return [`heading ${node.depth}`, ...shapes(node.children)];
		case 'link': return [`link ${node.url}`, ...shapes(node.children)];
		case 'mdxJsxFlowElement': case 'mdxJsxTextElement': {
			if (node.name === null && node.children.length === 0) return '';
			if (node.name === 'code') return ['inlineCode', ...shapes(node.children)];
			const attributes = node.attributes.map((attribute) => {
				if (attribute.type !== 'mdxJsxAttribute') return 'live spread';
				const { name, value } = attribute;
				return `${name}=${typeof value === 'object' && value ? JSON.stringify(JSON.parse(value.value)) : JSON.stringify(value ?? true)}`;
			});
			return [['element', node.name, ...attributes].join(' '), ...shapes(node.children)];
		}
		default: return 'children' in node ? [node.type, ...shapes(node.children)] : [node.type];
	}
}

/** Joins adjacent text, and takes the paragraph (with its blanks) off JSX that stands alone in it, as MDX compilers do. */
function shapes(nodes: readonly Nodes[]): Shape[] {
	const result: Shape[] = [];
	for (const next of nodes.flatMap((node): Shape[] => jsxAlone(node)?.map(shape) ?? [shape(node)])) {
		const last = result.at(-1);
		if (typeof next === 'string' && typeof last === 'string') result[result.length - 1] = last + next;
		else result.push(next);
	}
	return result;
}

function jsxAlone(node: Nodes): Nodes[] | undefined {
	if (node.type !== 'paragraph') return undefined;
	const seen = node.children.filter((child) => !(child.type === 'text' && /^[\t ]*$/.test(child.value)));
	return seen.length > 0 && seen.every((child) => child.type === 'mdxJsxTextElement') ? seen : undefined;
}

/** Text on the rendered page: Astro's parser compiles, a minimal JSX runtime collects. */
function rendered(mdx: string): string {
	const jsx = (type: unknown, props: unknown): unknown => {
		const { children } = props as { children?: unknown };
		return typeof type === 'function' ? (type as (props: unknown) => unknown)(props) : children;
	};
	const parts = (value: unknown): string => (Array.isArray(value) ? value.map(parts).join('') : typeof value === 'string' ? value : '');
	const Box = (props: { children?: unknown }): unknown => props.children;
	const module = evaluate(mdx, { Fragment: 'fragment', jsx, jsxs: jsx, features }) as { default: (props: unknown) => unknown };
	return parts(module.default({ components: { Box } }));
}

/** Every place where a text of a seed can stand, with the shape that a page must have there. */
const contexts = {
	'a paragraph': (value, clean) => [page(paragraph(value)), ['paragraph', clean]],
	'a paragraph after another': (value, clean) => [page(paragraph('A'), paragraph(value), paragraph('B')), ['paragraph', 'A'], ['paragraph', clean], ['paragraph', 'B']],
	'a heading': (value, clean) => [page(heading(2, value), paragraph('A')), ['heading 2', clean], ['paragraph', 'A']],
	'a list item': (value, clean) => [page(list([value, 'A', value])), ['list', ['listItem', ['paragraph', clean]], ['listItem', ['paragraph', 'A']], ['listItem', ['paragraph', clean]]]],
	'an ordered list item': (value, clean) => [page(list([value], true)), ['list', ['listItem', ['paragraph', clean]]]],
	'a table cell': (value, clean) => [page(table([['A', value], [value, 'B']])), ['table', ['tableRow', ['tableCell', 'A'], ['tableCell', clean]], ['tableRow', ['tableCell', clean], ['tableCell', 'B']]]],
	'a block quotation': (value, clean) => [page({ type: 'blockquote', children: [paragraph(value)] }), ['blockquote', ['paragraph', clean]]],
	'a link': (value, clean) => [page(paragraph([text('A '), link('../x/#y', value)])), ['paragraph', 'A ', ['link ../x/#y', clean]]],
	'bold': (value, clean) => [page(paragraph([strong(value)])), ['paragraph', ['strong', clean]]],
	'bold between letters': (value, clean) => [page(paragraph([text('日本は'), strong(value), text('を')])), ['paragraph', '日本は', ['strong', clean], 'を']],
	'emphasis between letters': (value, clean) => [page(paragraph([text('a'), emphasis(value), text('b')])), ['paragraph', 'a', ['emphasis', clean], 'b']],
	'emphasis in bold': (value, clean) => [page(paragraph([text('a'), strong([emphasis(value)])])), ['paragraph', 'a', ['strong', ['emphasis', clean]]]],
	'text beside bold': (value, clean) => [page(paragraph([text(value), strong('「A」'), text(value), strong('B'), text(value)])), ['paragraph', clean, ['strong', '「A」'], clean, ['strong', 'B'], clean]],
	'bold in a table cell': (value, clean) => [page(table([[[strong(value), text(value)]]])), ['table', ['tableRow', ['tableCell', ['strong', clean], clean]]]],
	'inline code': (value, clean) => [page(paragraph([text('A'), inlineCode(value)])), ['paragraph', 'A', ['inlineCode', clean]]],
	'inline code in a table cell': (value, clean) => [page(table([[[inlineCode(value)]]])), ['table', ['tableRow', ['tableCell', ['inlineCode', clean]]]]],
	'text beside inline code': (value, clean) => [page(paragraph([text(value), inlineCode('A'), text(value)])), ['paragraph', clean, ['inlineCode', 'A'], clean]],
	'a line after a break': (value, clean) => [page(paragraph([text('A'), { type: 'break' }, text(value)])), ['paragraph', 'A', ['break'], clean]],
	'an attribute': (value) => [page(element('Box', { title: value })), [`element Box title=${JSON.stringify(wellFormed(value))}`]],
	'an attribute in a line': (value) => [page(paragraph([text('A '), inlineElement('Box', { title: value }, 'B')])), ['paragraph', 'A ', [`element Box title=${JSON.stringify(wellFormed(value))}`, 'B']]],
	'an attribute in a table cell': (value) => [page(table([[[inlineElement('Box', { title: value })]]])), ['table', ['tableRow', ['tableCell', [`element Box title=${JSON.stringify(wellFormed(value))}`]]]]],
	'a JSX child': (value, clean) => [page(element('Box', { id: 'x' }, [paragraph(value), list([value])])), ['element Box id="x"', ['paragraph', clean], ['list', ['listItem', ['paragraph', clean]]]]],
	'a JSX grandchild': (value, clean) => [page(element('Box', {}, [element('Box', {}, [table([[value]]), paragraph(value)]), paragraph('A')])), ['element Box', ['element Box', ['table', ['tableRow', ['tableCell', clean]]], ['paragraph', clean]], ['paragraph', 'A']]],
	'a JSX child in a line': (value, clean) => [page(paragraph([text('A'), inlineElement('Box', {}, value), text(value)])), ['paragraph', 'A', ['element Box', clean], clean]],
	'a JSX child alone in a line': (value, clean) => [page(paragraph([inlineElement('Box', {}, `${value}A`)])), ['element Box', `${clean}A`]],
	'the first line after an import': (value, clean) => [page(esm("import A from './a.astro';"), paragraph(value)), ['mdxjsEsm', "import A from './a.astro';"], ['paragraph', clean]],
	'the first line after a comment': (value, clean) => [page(comment('A'), paragraph(value)), ['mdxFlowExpression', '/* A */'], ['paragraph', clean]],
	'the line between two elements': (value, clean) => [page(element('Box'), paragraph(value), element('Box')), ['element Box'], ['paragraph', clean], ['element Box']],
	'a comment': (value) => [page(comment(value), paragraph('A')), ['mdxFlowExpression', comment(value).value], ['paragraph', 'A']],
} satisfies Readonly<Record<string, (value: string, clean: string) => readonly [Root, ...Shape[]]>>;
type Context = keyof typeof contexts;
const contextNames = Object.keys(contexts) as Context[];

/** Writes the text in a context and reads the page with each parser. */
function expectInert(context: Context, value: string): void {
	const clean = wellFormed(value).replace(/\n+/g, ' ');
	const [root, ...expected] = contexts[context](value, clean);
	const mdx = serialize(root);
	for (const [name, read] of Object.entries(parsers)) {
		expect({ parser: name, mdx, shape: shape(read(mdx)) }).toEqual({ parser: name, mdx, shape: ['root', ...expected] });
	}
}

describe('hostile text stays text', () => {
	test.each(Object.entries(hostileTexts))('%s', (_, value) => {
		for (const context of contextNames) expectInert(context, value);
	});

	test.each(['---', '+++', '***', ':::', '```', '~~~', '$$'])('paragraphs of %s do not fence what stands between them', (fence) => {
		const root = page(paragraph(fence), paragraph('title: x'), paragraph(fence));
		for (const read of Object.values(parsers)) expect(shape(read(serialize(root)))).toEqual(['root', ['paragraph', fence], ['paragraph', 'title: x'], ['paragraph', fence]]);
	});

	test('there are at least a hundred of them', () => {
		expect(Object.keys(hostileTexts).length).toBeGreaterThanOrEqual(100);
	});

	test.each(Object.entries(hostileTexts))('%s reaches the rendered page', (_, value) => {
		const clean = wellFormed(value).replace(/\n+/g, ' ');
		expect(rendered(serialize(page(paragraph(value))))).toBe(clean);
		expect(rendered(serialize(page(element('Box', {}, [paragraph([text('A'), strong(value), text('B')])]))))).toContain(`A${clean}B`);
	});
});

describe('random text stays text', () => {
	const runs = fuzzRuns(1600);
	const value = anyText.filter((joined) => wellFormed(joined) !== '');

	const runsOfContext = fuzzRuns(56);
	test.each(contextNames)('in %s', { timeout: 60_000 + runsOfContext * 100 }, async (context) => {
		await fc.assert(fc.asyncProperty(value, turning((each) => expectInert(context, each))), { numRuns: runsOfContext });
	});

	test('in the URL of a link', { timeout: 60_000 + runs * 100 }, async () => {
		await fc.assert(fc.asyncProperty(value, turning((raw) => {
			const url = `../${raw.replace(/[\p{C}\p{Z}\\<>"`{}|^]/gu, '')}`;
			expect(safeUrl(url)).toBe(url);
			const mdx = serialize(page(table([[[link(url, raw)]]]), paragraph([link(url, 'A'), text(' B')])));
			for (const read of Object.values(parsers)) {
				expect(shape(read(mdx))).toEqual(['root', ['table', ['tableRow', ['tableCell', [`link ${url}`, text(raw).value]]]], ['paragraph', [`link ${url}`, 'A'], ' B']]);
			}
		})), { numRuns: fuzzRuns(1600, 1 / 8) });
	});

	/** Inline nodes with text between them, as pages have them. */
	const between = (node: fc.Arbitrary<PhrasingContent>): fc.Arbitrary<PhrasingContent[]> =>
		fc.tuple(fc.option(value), fc.array(fc.tuple(node, value), { maxLength: 3 })).map(([first, pairs]) =>
			[...first === null ? [] : [text(first)], ...pairs.flatMap(([child, tail]) => [child, text(tail)])]);
	const leaves = between(fc.oneof(value.map(inlineCode), fc.tuple(value, value).map(([title, child]) => inlineElement('Box', { title }, child))));
	const phrases = between(fc.oneof(
		value.map(inlineCode),
		fc.oneof(leaves, between(leaves.map(emphasis))).map(strong),
		fc.oneof(leaves, between(leaves.map(strong))).map(emphasis),
		fc.oneof(leaves, between(leaves.map(strong))).map((children) => link('../x/', children)),
		fc.tuple(value, fc.oneof(leaves, between(leaves.map(strong)))).map(([title, children]) => inlineElement('Box', { title }, children)),
	));
	const lines = fc.array(phrases, { minLength: 1, maxLength: 3 });
	const { blocks } = fc.letrec<{ blocks: BlockContent[] }>((tie) => ({
		blocks: fc.array(fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			phrases.map(paragraph),
			lines.map((each) => paragraph(each.flatMap((line, index): PhrasingContent[] => (index > 0 ? [{ type: 'break' }, ...line] : line)))),
			phrases.map((children) => heading(3, children)),
			value.map(comment),
			fc.constant({ type: 'thematicBreak' } as const),
			lines.map((items) => list(items)),
			lines.map((items) => list(items, true)),
			fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((items): List => ({ type: 'list', children: items.map((children) => ({ type: 'listItem', children })) })),
			fc.array(fc.tuple(phrases, phrases), { minLength: 1, maxLength: 3 }).map(table),
			tie('blocks').map((children) => ({ type: 'blockquote', children }) as const),
			fc.tuple(value, tie('blocks')).map(([title, children]) => element('Box', { title }, children)),
		), { minLength: 1, maxLength: 4 }),
	}));

	test('in any tree that the guard lets pass', { timeout: 60_000 + runs * 100 }, async () => {
		let passed = 0;
		await fc.assert(fc.asyncProperty(blocks, turning((children) => {
			let mdx;
			try {
				mdx = serialize(page(...children));
			} catch (error) {
				expect(String(error)).toMatch(/^Error: This tree cannot be written as MDX|is not written inside/);
				return;
			}
			passed++;
			const [micromark, satteri] = Object.values(parsers).map((read) => shape(read(mdx)));
			expect({ mdx, shape: satteri }).toEqual({ mdx, shape: micromark });
		})), { numRuns: fuzzRuns(1600, 1 / 4) });
		expect(passed).toBeGreaterThan(runs / 8);
	});
});

describe('what is written without being read back', () => {
	const runs = fuzzRuns(1600);
	const letter = fc.integer({ min: 0, max: 0x3FFFF }).map((code) => String.fromCodePoint(code)).filter((character) => /^[\p{L}\p{M}\p{N}]$/u.test(character));
	/** What would be a list, a link or code, if it could stand there. */
	const construct = fc.constantFrom('1. a', '12) a', '- a', '-', '...', ' a', 'www.a.b', 'WWW.a.b', 'a@b.c', 'import a', 'export a', ':a', '&amp;', '&#35;');
	const value = fc.array(fc.oneof(
		{ weight: 12, arbitrary: construct },
		{ weight: 160, arbitrary: fc.constantFrom('a', 'Z', '0', '1', '12', ' ', '  ', ': ', ' & ', '& ', '1.', '2)', '- ', 'www', 'http', 'https', 'mailto', 'xmpp', 'import', 'export', 'from', 'é', '\u0301', 'ſ', 'は', '日本', '々', 'ー', '𠮷', 'ﷺ') },
		{ weight: 120, arbitrary: fc.constantFrom(...Array.from(' ,.;\'"()/%?¥$€£₹’‘“”–—…、。「」『』（）・〜％？！：；＆-')) },
		{ weight: 60, arbitrary: letter },
		{ weight: 1, arbitrary: anyText },
	), { minLength: 1, maxLength: 10 }).map((units) => units.join(''));
	const address = fc.constantFrom('../x/', '../../sectors/space/#a-1', '#made-1', '../x/#y');
	const label = fc.tuple(fc.constantFrom('Companies', '企業', '国・機関'), fc.constantFrom(': ', '：', ' (', '（')).map(([name, mark]) => [strong(name), text(mark)]);
	const between = fc.array(fc.oneof(
		{ weight: 3, arbitrary: value.map(text) },
		fc.tuple(address, value).map(([url, content]) => link(url, content)),
		fc.tuple(address, value, value).map(([url, content, more]) => link(url, [text(content), inlineElement('span', { lang: 'ja' }, more)])),
		value.map((content) => inlineElement('span', { lang: 'ja' }, content)),
		fc.oneof(fc.constantFrom('report-15.txt', 'a', '0f3e', 'www.a.b', 'A_1'), value).map(inlineCode),
	), { minLength: 1, maxLength: 5 });
	const line: fc.Arbitrary<PhrasingContent[]> = fc.oneof({ weight: 5, arbitrary: between }, construct.map((content) => [text(content)]), fc.tuple(label, between).map(([first, rest]) => [...first, ...rest]));
	const box = fc.letrec<{ box: BlockContent }>((tie) => ({
		box: fc.tuple(fc.option(value, { nil: undefined }), fc.option(address, { nil: undefined }), fc.array(fc.oneof({ maxDepth: 3 }, line.map(paragraph), tie('box')), { maxLength: 3 }))
			.map(([title, href, children]) => element('Box', { id: 'a-1', title, href }, children)),
	})).box;
	const block: fc.Arbitrary<BlockContent | Heading> = fc.oneof(
		{ weight: 3, arbitrary: box },
		line.map((content) => heading(2, content)),
		fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => list(items)),
		fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }).map(table),
	);

	test('both parsers read it as the tree it was written from', { timeout: 60_000 + runs * 100 }, async () => {
		let passed = 0;
		await fc.assert(fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), turning((all) => {
			const blocks: (BlockContent | Heading)[] = [];
			const written: string[] = [];
			for (const node of all) {
				let isQuick = node.type !== 'list' || blocks.at(-1)?.type !== 'list';
				const quick = new QuickWriter(() => { isQuick = false; return ''; }, (attribute) => /^[\p{L}\p{N} .,:;/-]*$/u.test(attribute), JSON.stringify);
				const mdx = quick.block(node);
				if (mdx === undefined || !isQuick) continue;
				blocks.push(node);
				written.push(mdx);
			}
			passed += blocks.length;
			const mdx = `${written.join('\n\n')}\n`;
			const expected = shape(page(...blocks));
			for (const [name, read] of Object.entries(parsers)) expect({ parser: name, mdx, shape: shape(read(mdx)) }).toEqual({ parser: name, mdx, shape: expected });
		})), { numRuns: runs });
		expect(passed).toBeGreaterThan(runs / 2);
	});
});

describe('wellFormed', () => {
	test.each([
		['lone surrogates become U+FFFD', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
		['noncharacters become U+FFFD', '\uFFFE\u{1FFFF}\uFDD0', '\uFFFD\uFFFD\uFFFD'],
		["the private use character that Astro's parser reads as a space becomes U+FFFD", '\uF001\uF002', '\uF001\uFFFD'],
		['a pair stays', '𠮷', '𠮷'],
		['line endings become LF', 'a\rb\r\nc\vd\fe\u0085f', 'a\nb\nc\nd\ne\nf'],
		['byte order marks and controls go, tabs stay', '\uFEFFa\0\u0007\u007F\u009F\tb', 'a\tb'],
	])('%s', (_, given, expected) => expect(wellFormed(given)).toBe(expected));
});

describe('safeUrl', () => {
	test.each([
		'http://example.com', 'https://example.com/a?b=c&d=e#f', 'HTTPS://EXAMPLE.COM/', 'https://ja.wikipedia.org/wiki/日本', 'https://example.com/x_(y)',
		'mailto:info@example.com', '../x/#y', './x', '#id', '#日印', '/path', '/', '?q=1',
	])('lets %s through', (url) => {
		expect(safeUrl(url)).toBe(url);
		const expected = ['root', ['paragraph', [`link ${url}`, 'A']]];
		const mdx = serialize(page(paragraph([link(url, 'A')])));
		for (const read of Object.values(parsers)) expect(shape(read(mdx))).toEqual(expected);
	});

	test.each([
		'', ' ', 'javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)',
		'javascript\u200B:alert(1)', 'javascript&colon;alert(1)', 'javascript%3Aalert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'blob:x', 'ftp://example.com', 'tel:1',
		'view-source:https://example.com', '//example.com', '/\\example.com', '\\\\example.com', '/\t/example.com', '/\u3000/example.com', 'https:example.com', 'https:/example.com', 'https://',
		'https://exa mple.com', 'https://example.com/\u202Egnp.exe', 'https://example.com/"onclick=x', 'https://example.com/<x>', 'https://example.com/{x}', 'mailto:', 'mailto://x', '\uD800', 'x:y', 'page',
	])('keeps %j out', (url) => {
		expect(safeUrl(url)).toBeUndefined();
		expect(() => link(url, 'A')).toThrow(RangeError);
		expect(() => element('a', { href: url })).toThrow(RangeError);
		expect(() => serialize(page(paragraph([{ type: 'link', url, children: [text('A')] }])))).toThrow(RangeError);
	});

	test('the error names the URL', () => {
		expect(() => link('javascript:alert(1)', 'A')).toThrowErrorMatchingInlineSnapshot(`[RangeError: Not a URL that a page may link to: "javascript:alert(1)". Expected http:, https:, mailto:, or a relative URL that begins with "../", "./", "/", "#" or "?".]`);
	});
});

describe('the builders', () => {
	test('attributes keep their kinds; false and undefined are left out', () => {
		const mdx = serialize(page(element('Box', { a: 'x', n: -1.5, t: true, f: false, u: undefined, e: '', z: 0 })));
		expect(mdx).toBe('<Box a="x" n={-1.5} t e="" z={0} />\n');
	});

	test('an attribute that needs an escape becomes a JSON expression that ends nothing', () => {
		const mdx = serialize(page(element('Box', { title: '"</script>}{|`\u2028\n&amp;' })));
		expect(mdx).toBe('<Box title={"\\"\\u003c/script\\u003e\\u007d\\u007b\\u007c\\u0060\\u2028\\n&amp;"} />\n');
	});

	test.each(['', '1a', 'a b', 'a>', 'a/', 'é', 'a:b', 'a=b', '{a}', 'script', 'Style', 'iframe'])('no element is called %j', (name) => {
		expect(() => element(name)).toThrow(RangeError);
		expect(() => inlineElement(name)).toThrow(RangeError);
	});

	test.each(['', '1a', 'a b', 'a>', 'a/', 'a:b', 'set:html', 'a=b', '{...a}', 'a.b'])('no attribute is called %j', (name) => {
		expect(() => element('Box', { [name]: 'x' })).toThrow(RangeError);
	});

	test.each([NaN, Infinity])('no attribute holds %d', (value) => {
		expect(() => element('Box', { value })).toThrow(RangeError);
	});

	test.each(["import A from './a.astro';", "import { A } from '@astrojs/starlight/components';", "import { A, B_2 } from '../../b.ts';", "import A from '~/a.astro';"])('%s is an import line', (line) => {
		expect(serialize(page(esm(line)))).toBe(`${line}\n`);
	});

	test.each(['', "import './a';", "import * as A from 'a';", "import A from 'a'", "import A from 'data:text/javascript,x';", "import A from 'a'; alert(1);", "import A from 'a';\nalert(1)", 'export const a = 1;', "import A, { B } from 'a';", "import A from 'a';\n"])('%j is no import line', (line) => {
		expect(() => esm(line)).toThrow(RangeError);
		expect(() => serialize(page({ type: 'mdxjsEsm', value: line }))).toThrow(RangeError);
	});

	test('import lines stand together', () => {
		expect(serialize(page(esm("import A from 'a';", "import { B } from 'b';"), paragraph('A')))).toBe("import A from 'a';\nimport { B } from 'b';\n\nA\n");
	});

	test('a comment cannot be ended from within', () => {
		expect(serialize(page(comment('a */} {alert(1)} {/* b')))).toBe('{/* a * /} {alert(1)} {/* b */}\n');
	});
});

describe('what is written reads well', () => {
	test('Japanese is left alone but for bold beside brackets', () => {
		const mdx = serialize(page(
			paragraph('日本は、「宇宙協力」（2025年8月）を進める。費用：５億円・約90％〜'),
			paragraph([text('日本は'), strong('「宇宙協力」'), text('を、'), strong('インド'), text('は'), strong('半導体'), text('を、'), strong('「6G」'), text('。')]),
		));
		expect(mdx).toBe('日本は、「宇宙協力」（2025年8月）を進める。費用：５億円・約90％〜\n\n日本&#x306F;**「宇宙協力」**&#x3092;、**インド**は**半導体**を、**「6G」**。\n');
	});

	test('a page of every kind of block', () => {
		const mdx = serialize(page(
			esm("import { Statement } from '../components.ts';"),
			comment('generated from seeds/a.yaml'),
			element('Statement', { id: 'a-1', status: 'signed' }, [paragraph('JICA signed. R&D: 10:30.'), list(['one', [link('../b/#c', 'two')]])]),
			element('Statement', { id: 'a-2' }, [element('Note', {}, [paragraph('deep')])]),
			heading(2, '出典'),
			table([['Source', 'Lines'], [[inlineCode('a|b')], 'c|d']]),
			list(['first', 'second'], true),
			{ type: 'thematicBreak' },
			{ type: 'blockquote', children: [paragraph([text('a'), { type: 'break' }, text('b')])] },
		));
		expect(mdx).toMatchInlineSnapshot(`
			"import { Statement } from '../components.ts';

			{/* generated from seeds/a.yaml */}

			<Statement id="a-1" status="signed">
			  JICA signed. R\\&D: 10\\:30.

			  - one
			  - [two](../b/#c)
			</Statement>

			<Statement id="a-2">
			  <Note>
			    deep
			  </Note>
			</Statement>

			## 出典

			| Source | Lines |
			| - | - |
			| <code>a\\|b</code> | c\\|d |

			1. first
			2. second

			***

			> a\\
			> b
			"
		`);
	});

	test('an address is shown without becoming a link', () => {
		const mdx = serialize(page(paragraph('See www.jica.go.jp, https://mea.gov.in or info@example.com.')));
		expect(mdx).toBe("See www<></>.jica.go.jp, https<></>\\://mea.gov.in or info<></>@example.com.\n");
		expect(rendered(mdx)).toBe('See www.jica.go.jp, https://mea.gov.in or info@example.com.');
	});

	test('writing what was read gives the same text', () => {
		for (const value of Object.values(hostileTexts)) {
			const mdx = serialize(page(heading(3, value), element('Box', { title: value }, [paragraph([text('は'), strong(value), text(value)])])));
			expect(serialize(parse(mdx))).toBe(mdx);
		}
	});

	test('an element may stand alone in a paragraph or a list item', () => {
		expect(serialize(page(paragraph([inlineElement('Box')]), list([[inlineElement('Box')], [inlineElement('Box'), text(' '), inlineElement('Box')]])))).toBe('<Box />\n\n- <Box />\n- <Box /> <Box />\n');
	});

	test('what shows nothing is left out', () => {
		expect(serialize(page(paragraph(''), paragraph([text('a'), strong('\0'), inlineCode(''), text('b')])))).toBe('ab\n');
		expect(serialize(page())).toBe('');
	});
});

describe('the guard', () => {
	const inParagraph = (...children: PhrasingContent[]): Root => page(paragraph(children));
	const withAttribute = (attribute: unknown): Root => page({ ...element('Box'), attributes: [attribute as never] });

	test.each<[string, Root]>([
		['html', page({ type: 'html', value: '<script>' })],
		['inline html', inParagraph({ type: 'html', value: '<b>' })],
		['code', page({ type: 'code', value: 'x' })],
		['image', inParagraph({ type: 'image', url: 'https://example.com/x.png' })],
		['definition', page({ type: 'definition', identifier: 'a', url: 'javascript:x' })],
		['yaml', page({ type: 'yaml', value: 'a: b' })],
		['footnote', page({ type: 'footnoteDefinition', identifier: 'a', children: [] })],
		['directive', page({ type: 'containerDirective', name: 'note', children: [] })],
		['a live expression in a line', inParagraph({ type: 'mdxTextExpression', value: 'alert(1)' })],
		['unknown node', page({ type: 'nonsense' } as never)],
		['a line break in a heading', page(heading(3, [text('a'), { type: 'break' }, text('b')]))],
		['bold in bold', inParagraph(strong([emphasis([strong('a')])]))],
		['a link in a link', inParagraph(link('#a', [strong([link('#b', 'c')])]))],
		['deep html', page(element('Box', {}, [{ type: 'blockquote', children: [{ type: 'html', value: 'x' }] }]))],
	])('refuses %s', (_, root) => {
		expect(() => serialize(root)).toThrow(TypeError);
	});

	test.each<[string, Root]>([
		['a live block expression', page({ type: 'mdxFlowExpression', value: 'alert(1)' })],
		['a comment with a tail', page({ type: 'mdxFlowExpression', value: '/* a */ alert(1) /* b */' })],
		['a fragment', page({ ...element('Box', {}, [paragraph('a')]), name: null })],
		['an attribute with an expression', withAttribute({ type: 'mdxJsxAttribute', name: 'a', value: { type: 'mdxJsxAttributeValueExpression', value: 'alert(1)' } })],
		['an attribute with an object', withAttribute({ type: 'mdxJsxAttribute', name: 'a', value: { type: 'mdxJsxAttributeValueExpression', value: '{"a":1}' } })],
		['an unsafe src', withAttribute({ type: 'mdxJsxAttribute', name: 'src', value: 'javascript:alert(1)' })],
	])('refuses %s', (_, root) => {
		expect(() => serialize(root)).toThrow(RangeError);
	});

	test('refuses a spread attribute', () => {
		expect(() => serialize(withAttribute({ type: 'mdxJsxExpressionAttribute', value: '...x' }))).toThrow(TypeError);
	});

	test('names the node that it refuses', () => {
		const root = page(paragraph('A'), element('Box', {}, [{ type: 'html', value: 'x' } satisfies BlockContent]));
		expect(() => serialize(root)).toThrowErrorMatchingInlineSnapshot(`[TypeError: root > mdxJsxFlowElement[1] > html[0]: this kind of node is not written to MDX]`);
	});

	test('cleans what was put into a tree without the builders', () => {
		const mdx = serialize(inParagraph({ type: 'text', value: 'a\n\nimport x\0' }, { type: 'text', value: '{b}' }));
		expect(mdx).toBe('a import x\\{b}\n');
		expect(serialize(withAttribute({ type: 'mdxJsxAttribute', name: 'a', value: '"}/><b' }))).toBe('<Box a={"\\"\\u007d/\\u003e\\u003cb"} />\n');
	});

	test('reads a text again unless it is the one given before', () => {
		const root = inParagraph(text('a'), strong('b'));
		expect(serialize(root, serialize(root))).toBe('a**b**\n');
		expect(() => serialize(inParagraph(strong('a'), strong('b')), 'a**b**\n')).toThrow(/^This tree cannot be written as MDX/);
	});

	test.each<[string, Root]>([
		['two bold texts side by side', inParagraph(strong('a'), strong('b'))],
		['rows of unequal length', page(table([['a'], ['b', 'c']]))],
		['a heading of depth 7', page(heading(7 as never, 'a'))],
		['an import among blocks', page({ type: 'blockquote', children: [esm("import A from 'a';") as never] })],
	])('throws at a tree that would be read otherwise: %s', (_, root) => {
		expect(() => serialize(root)).toThrow(/^This tree cannot be written as MDX/);
	});

	test('says which node would be read otherwise', () => {
		expect(() => serialize(page(paragraph('A'), paragraph([strong('a'), strong('b')])))).toThrowErrorMatchingInlineSnapshot(`
			[Error: This tree cannot be written as MDX: it would be read as something else.
			  expected: root > paragraph > strong > text {"value":"a"}
			  found:    root > paragraph > strong > text {"value":"a****b"}]
		`);
	});
});
