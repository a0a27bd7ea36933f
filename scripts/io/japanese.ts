import { createRequire } from 'node:module';
import type { TextlintKernelRule } from '@textlint/kernel';
import { textlintRules, type JapaneseLinter } from '../core/checks/japanese.ts';

interface Preset {
	readonly rules: Readonly<Partial<Record<string, TextlintKernelRule['rule']>>>;
	readonly rulesConfig: Readonly<Record<string, unknown>>;
}

/**
 * The chosen rules of textlint's preset for Japanese technical writing. Loaded when the first text comes: the packages
 * and the dictionary take most of a second.
 */
export function createJapaneseLinter(): JapaneseLinter {
	return async (text, style) => {
		const { TextlintKernel } = await import('@textlint/kernel');
		// Modules of CommonJS, whose default export another kind of module sees wrapped.
		const require = createRequire(import.meta.url);
		const preset = require('textlint-rule-preset-ja-technical-writing') as Preset;
		const { default: plugin } = require('@textlint/textlint-plugin-text') as { readonly default: never };
		const spoken = style === 'dearu' ? 'である' : 'ですます';
		const options: Readonly<Record<string, unknown>> = { ...preset.rulesConfig, 'no-mix-dearu-desumasu': { preferInHeader: '', preferInBody: spoken, preferInList: spoken, strict: false } };
		const { messages } = await new TextlintKernel().lintText(text, {
			ext: '.txt',
			plugins: [{ pluginId: 'text', plugin }],
			rules: Object.keys(textlintRules).flatMap((ruleId) => {
				const rule = preset.rules[ruleId];
				return rule === undefined ? [] : [{ ruleId, rule, options: options[ruleId] as never }];
			}),
		});
		return messages.map(({ ruleId, range, message }) => ({ rule: ruleId, offset: range[0], message }));
	};
}
