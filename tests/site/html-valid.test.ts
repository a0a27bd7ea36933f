import { HtmlValidate, type ConfigData } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { pages } from './pages.ts';

/** Rules that are off, each with its reason; all others of the recommended set and of the standard hold. */
const config: ConfigData = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:document'],
	rules: {},
};

const validator = new HtmlValidate(config);

describe('HTML', () => {
	test.each(pages)('of $path is valid', async ({ html, path }) => {
		const report = await validator.validateString(html, `${path || 'index'}.html`);
		const found = report.results.flatMap(({ messages, source }) => messages.map(({ ruleId, message, offset }) => `${ruleId}: ${message} — ${(source ?? '').slice(Math.max(0, offset - 40), offset + 80)}`));
		expect([...new Set(found)].slice(0, 12)).toEqual([]);
	});
});
