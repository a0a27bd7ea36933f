import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { quickLabels } from '../../src/site/quick-labels.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';

/** Labels that are worked out once are those that i18next gives each time. */
type Translate = Parameters<typeof quickLabels>[0];
const labels = i18next.createInstance();
let t: Translate;
let asked: string[];
beforeAll(async () => {
	await labels.init({
		resources: {
			en: { translation: { plain: 'Sources', one: 'Cite: {{id}}', two: '{{from}}–{{to}}, {{from}}', many_one: '{{count}} page', many_other: '{{count}} pages' } },
			ja: { translation: { plain: '出典', one: '引用：{{id}}', two: '{{from}}〜{{to}}', many_other: '{{count}}ページ' } },
		},
	});
	const real = labels.getFixedT('en') as unknown as Translate;
	asked = [];
	t = (key, values) => {
		asked.push(key);
		return real(key, values);
	};
});

const values = fc.record({ id: fc.oneof(anyText, fc.integer()), from: fc.oneof(anyText, fc.integer()), to: anyText, count: fc.integer({ min: 0, max: 3 }), lng: fc.constantFrom('en', 'ja'), interpolation: fc.constantFrom({ escapeValue: false }, { escapeValue: true }), other: fc.constant(undefined) }, { requiredKeys: [] });

test('with any values, in any order, they are the same', () => {
	const quick = quickLabels(t);
	fc.assert(fc.property(fc.constantFrom('plain', 'one', 'two', 'many', 'none'), fc.option(values, { nil: undefined }), (key, given) => {
		expect(quick(key, given)).toBe(t(key, given));
	}), { numRuns: fuzzRuns(2_000) });
});

test('i18next is asked once for a label, whatever is put into it', () => {
	const quick = quickLabels(t);
	asked = [];
	expect([quick('plain'), quick('plain'), quick('one', { id: 'a-1' }), quick('one', { id: 'b-2' }), quick('plain', { lng: 'ja' })]).toEqual(['Sources', 'Sources', 'Cite: a-1', 'Cite: b-2', '出典']);
	expect(asked).toEqual(['plain', 'one', 'plain']);
});
