import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { languages } from '../../src/model/languages.ts';
import { editBaseUrl, editUrlOf } from '../../src/site/config-files.ts';
import { splitNames, withoutParagraph } from '../../src/site/names.ts';
import { phraseHtml, phrases } from '../../src/site/phrases.ts';
import { withStaleNotices } from '../../src/site/stale.ts';

describe('phrases', () => {
	test.each([
		['重要鉱物・レアアース', ['重要鉱物・', 'レアアース']],
		['引用の方法', ['引用の', '方法']],
		['日印スタートアップ支援イニシアティブ', ['日印', 'スタートアップ', '支援', 'イニシアティブ']],
		['誤りの直し方：言葉づかい', ['誤りの', '直し方：', '言葉づかい']],
		['（仮称）協力覚書', ['（仮称）', '協力覚書']],
		['「70社以上」はすべて日本企業か', ['「70社以上」は', 'すべて', '日本企業か']],
		['グリーン炭化水素〔原文のまま〕の研究連携', ['グリーン炭化水素', '〔原文のまま〕の', '研究連携']],
		['インド工科大学ハイデラバード校', ['インド', '工科大学', 'ハイデラバード校']],
		['記述の食い違い（分野別）', ['記述の', '食い違い', '（分野別）']],
		['プログラム・取り組み：割り当て', ['プログラム・', '取り組み：', '割り当て']],
	])('%s', (text, parts) => {
		expect(phrases(text, 'ja')).toEqual(parts);
	});

	test('where a line has less room, a shorter compound breaks too', () => {
		expect(phrases('日印協力ガイド', 'ja')).toEqual(['日印協力ガイド']);
		expect(phrases('日印協力ガイド', 'ja', 5)).toEqual(['日印協力', 'ガイド']);
	});

	test('a language with spaces stays whole', () => {
		expect(phrases('How to cite', 'en')).toEqual(['How to cite']);
	});

	test('tags and character references stay whole', () => {
		expect(phraseHtml('<a href="../引用の方法/">引用の方法</a>', 'ja')).toBe('<a href="../引用の方法/">引用の<wbr>方法</a>');
		expect(phraseHtml('研究&amp;開発の方法', 'ja').replaceAll('<wbr>', '')).toBe('研究&amp;開発の方法');
	});
});

test('names go to the heading with the page’s language first, and the rest stays', () => {
	const own = '<span class="own-name">覚書</span>';
	const other = '<span class="other-name" lang="en">memorandum</span>';
	expect(splitNames(`\n${other}\n${own}\n<dl></dl>`)).toEqual({ names: `${own} ${other}`, rest: '\n\n\n<dl></dl>' });
});

test('a notice stands at the head of the older text only', () => {
	const [own, other] = ['<div class="text own"><p>a</p></div>', '<div class="text other" lang="ja"><p>b</p></div>'] as const;
	const notice = (lang: string): string => `old ${lang}`;
	expect(withStaleNotices(own + other, 'en', ['ja'], notice)).toBe(`${own}<div class="text other" lang="ja"><p class="stale">old ja</p><p>b</p></div>`);
	expect(withStaleNotices(own + other, 'en', ['en'], notice)).toBe(`<div class="text own"><p class="stale">old en</p><p>a</p></div>${other}`);
});

test('a paragraph that stands alone is no paragraph, and two stay two', () => {
	expect(withoutParagraph('\n<p>a <a href="#b">b</a></p>\n')).toBe('a <a href="#b">b</a>');
	expect(withoutParagraph('<p>a</p>\n<p>b</p>')).toBe('<p>a</p>\n<p>b</p>');
});

test('the name of a language above a text is that of the table', () => {
	const css = readFileSync(new URL('../../src/styles/type.css', import.meta.url), 'utf8');
	for (const { tag, label } of Object.values(languages)) expect(css).toMatch(new RegExp(`\\[lang\\|='${tag}'\\] \\{\\s+--language: '${label}';`));
});

test.each([
	['git+https://github.com/a/b.git', 'https://github.com/a/b/edit/main/'],
	['https://code.example/a/b', 'https://code.example/a/b/edit/main/'],
	['git@code.example:a/b.git', undefined],
])('the edit address of %s', (repository, url) => {
	expect(editUrlOf(repository)).toBe(url);
});

test('edit links lead to the repository that the build is told of', () => {
	vi.stubEnv('REPOSITORY_URL', 'https://code.example/guide');
	onTestFinished(() => void vi.unstubAllEnvs());
	expect(editBaseUrl(pathToFileURL('package.json'))).toBe('https://code.example/guide/edit/main/');
});
