import { HtmlValidate, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { pages } from './pages.ts';

const config: ConfigData = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:document'],
	rules: {
		// Both ways are valid; Starlight writes `<meta/>`.
		'void-style': 'off',
		// Nothing is loaded from elsewhere, and the names of our own files hold their hashes.
		'require-sri': 'off',
		// A source's title carries over as it is, however long.
		'long-title': 'off',
		// An ampersand between spaces is valid; Starlight writes titles so.
		'no-raw-characters': ['error', { relaxed: true }],
		// `_top` is Starlight's anchor for the top of a page. The standard allows any id without spaces.
		'valid-id': ['error', { relaxed: true }],
		// Starlight's "On this page" stands before the title; pages in all languages have a title in each.
		'heading-level': ['error', { minInitialRank: 'any', allowMultipleH1: true }],
	},
};

/** What is found and stays, by rule and by the place in the source, with the reason. */
const excused: readonly { rule: string; at: RegExp; because: string }[] = [
	{ rule: 'input-attributes', at: /^autocomplete="off"/, because: 'Firefox keeps the state of radio buttons and check boxes over a reload without it' },
	{ rule: 'valid-autocomplete', at: /^autocomplete="off"/, because: 'the same' },
	{ rule: 'prefer-native-element', at: /^role="region"/, because: 'the frame of a wide table that a keyboard can scroll; as a section it would stand in the outline of the page' },
];

const validator = new HtmlValidate(config);

/** Entries beyond the first fifty of a page are of the same make; the validator's time grows with the square of their number. */
const shortened = (html: string): string => {
	let count = 0;
	return html.replace(/<(section|li) class="(?:term|entry)\b[^]*?<\/\1>/g, (entry) => (count++ < 50 ? entry : ''));
};

describe('HTML', () => {
	test.each(pages)('of $path is valid', async ({ html, path }) => {
		const source = shortened(html);
		const report = await validator.validateString(source);
		const found = report.results.flatMap(({ messages }) => messages).filter(({ ruleId, offset }) => !excused.some(({ rule, at }) => rule === ruleId && at.test(source.slice(offset))));
		expect(found.map(({ ruleId, message, offset }) => `${ruleId}: ${message} — ${source.slice(Math.max(0, offset - 20), offset + 80)}`), path).toEqual([]);
	});

	test('that is not valid is found', async () => {
		const report = await validator.validateString('<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div id="a" id="a"></div></p></body></html>');
		expect(report.errorCount).toBeGreaterThan(0);
	});
});
