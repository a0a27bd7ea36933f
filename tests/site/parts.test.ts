import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { editBaseUrl, editUrlOf } from '../../src/site/config-files.ts';
import { splitNames } from '../../src/site/names.ts';
import { phraseHtml, phrases } from '../../src/site/phrases.ts';
import { withStaleNotices } from '../../src/site/stale.ts';

describe('phrases', () => {
	test.each([
		['重要鉱物・レアアース', ['重要鉱物・', 'レアアース']],
		['引用の方法', ['引用の', '方法']],
		['日印スタートアップ支援イニシアティブ', ['日印', 'スタートアップ', '支援', 'イニシアティブ']],
		['（仮称）協力覚書', ['（仮称）', '協力覚書']],
		['インド工科大学ハイデラバード校', ['インド', '工科大学', 'ハイデラバード校']],
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
	const own = '<span class="name own-name" lang="ja">覚書</span>';
	const other = '<span class="name other-name" lang="en">memorandum</span>';
	expect(splitNames(`\n${other}\n${own}\n<dl></dl>`)).toEqual({ names: `${own} ${other}`, rest: '\n\n\n<dl></dl>' });
});

test('a notice stands at the head of the older text only', () => {
	const html = '<div class="text own" lang="en" data-label="English"><p>a</p></div><div class="text other" lang="ja" data-label="日本語"><p>b</p></div>';
	expect(withStaleNotices(html, ['ja'], (lang) => `old ${lang}`)).toBe(
		'<div class="text own" lang="en" data-label="English"><p>a</p></div><div class="text other" lang="ja" data-label="日本語"><p class="stale">old ja</p><p>b</p></div>',
	);
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
