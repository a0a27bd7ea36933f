import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { drawParts, type Place } from '../../src/components/parts.ts';
import type { PageNode } from '../../src/site/page-nodes.ts';
import { escapeHtml, html } from '../../src/site/safe-html.ts';
import { anyText } from '../helpers/any-text.ts';

const place: Place = { lang: 'en', tag: 'en', path: '/en/a/', t: ((key: string, values?: { id?: string }) => `${key}${values?.id === undefined ? '' : ` ${values.id}`}`) as Place['t'] };
const draw = (...nodes: PageNode[]): readonly PageNode[] => drawParts(nodes, place);
const opened = (markup: string): HTMLElement => parseHTML(`<!DOCTYPE html><html><body>${markup}</body></html>`).document.body;

test('a statement and what stands in it are one piece of HTML', () => {
	const drawn = draw('<h2>A</h2>\n', ['Statement', { id: 'a', kind: 'agreement', status: 'signed', lines: 'lines 1–2', href: '../b/#a' }, [
		['Text', { lang: 'en' }, ['<p>One.</p>']],
		['Text', { lang: 'ja' }, ['<p>一。</p>']],
		['Facts', {}, [['Fact', { name: 'places' }, ['\n<p><a href="#x">X</a></p>\n']]]],
	]]);
	expect(drawn).toEqual([[
		'<h2>A</h2>\n<article class="statement" id="a">',
		'<header><span class="lines">lines 1–2</span><a class="status done" href="/en/about/#status-signed">status.signed</a><span class="kind-agreement">kind.agreement</span><a class="home" href="../b/#a">statement.home</a><noscript><a href="/ja/a/#a" lang="ja">日本語</a></noscript><a class="permalink" href="#a" aria-label="statement.permalink a"></a></header>',
		'<div class="text own"><p>One.</p></div><div class="text other" lang="ja"><p>一。</p></div>',
		'<dl class="facts"><div><dt>fact.places</dt><dd><a href="#x">X</a></dd></div></dl>',
		'<a class="cite" href="/data/cite/en/a.txt" aria-label="cite.label a">cite.link</a></article>',
	].join('')]);
});

test('the older text of a statement says so, and no other', () => {
	const [markup] = draw(['Statement', { id: 'a', kind: 'agreement', status: 'signed', stale: 'ja' }, [['Text', { lang: 'en' }, ['a']], ['Text', { lang: 'ja' }, ['b']]]]);
	expect(markup).toContain('<div class="text own">a</div><div class="text other" lang="ja"><p class="stale">text.stale</p>b</div>');
});

test('an entry says when and how firm only where that is known', () => {
	expect(draw(['Entries', {}, [['Entry', { href: '#a', when: 'May 2026', status: 'signed', sector: 'Space' }, ['<p>A</p>']], ['Entry', { href: '#b' }, ['B']]]])).toEqual([
		'<ul class="entries"><li class="entry"><p>May 2026 <a class="status done" href="/en/about/#status-signed">status.signed</a></p><div>A <a class="entry-link" href="#a">Space</a></div></li><li class="entry"><div>B <a class="entry-link" href="#b">statement.home</a></div></li></ul>',
	]);
});

test('the heading of a term has the names, the page’s own first', () => {
	expect(draw(['Term', { id: 'a', category: 'term' }, [['Name', { lang: 'ja' }, ['<p>覚書</p>']], ['Name', { lang: 'en' }, ['memo']], ['Anchor', { id: 'b' }]]])).toEqual([
		'<section class="term" id="a"><h3><span class="own-name">memo</span> <span class="other-name" lang="ja">覚書</span></h3><p class="category category-term">category.term<a class="permalink" href="#a" aria-label="statement.permalink a"></a><noscript><a href="/ja/a/#a" lang="ja">日本語</a></noscript></p><span id="b" class="anchor"></span></section>',
	]);
});

test('a line with a passage in another language is HTML too', () => {
	expect(draw(['Facts', {}, [['Fact', { name: 'aliases' }, [['p', {}, ['ACC, ', ['span', { lang: 'ja' }, ['電池']]]]]]]])).toEqual(['<dl class="facts"><div><dt>fact.aliases</dt><dd>ACC, <span lang="ja">電池</span></dd></div></dl>']);
});

test('what holds a component of another sort is left to Astro, and what stands beside it is not', () => {
	expect(draw(['Note', {}, ['a']], ['Note', {}, [['p', {}, [['Ref', { id: 'x' }]]], ['Anchor', { id: 'b' }]]])).toEqual([
		'<div class="note" role="note"><p>note.label</p>a</div>',
		['Note', {}, [['p', {}, [['Ref', { id: 'x' }]]], '<span id="b" class="anchor"></span>']],
	]);
});

describe('text is never code', () => {
	test('between tags and in attributes it is what it was', () => {
		fc.assert(fc.property(anyText.filter((text) => !/[\0\r]/.test(text) && text.isWellFormed()), (text) => {
			const body = opened(html`<p title="${text}">${text}</p>`.text);
			expect([body.children.length, body.firstElementChild?.getAttribute('title'), body.firstElementChild?.textContent, body.firstElementChild?.attributes.length]).toEqual([1, text, text, 1]);
		}));
	});

	test.each(['Statement', 'Entry', 'Term', 'Difference', 'Anchor', 'Text', 'Name', 'Fact'])('whatever stands in the attributes of %s', (name) => {
		const evil = '"><img src=x onerror=alert(1)>\'';
		const attributes = Object.fromEntries(['id', 'kind', 'status', 'category', 'name', 'lines', 'href', 'when', 'sector'].map((key) => [key, evil]));
		const [markup] = draw([name, { ...attributes, lang: 'ja' }, []]);
		expect(opened(typeof markup === 'string' ? markup : '').querySelector('img')).toBeNull();
		expect(markup).not.toContain('<img');
	});
});

test('what is no HTML yet is escaped once', () => {
	expect(html`<b>${html`<i>${'a & b'}</i>`}${undefined}${'<'}</b>`.text).toBe('<b><i>a &amp; b</i>&lt;</b>');
	expect(escapeHtml(`<a b="c" d='e'>&amp;`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;');
});
