import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeAddress, relativePage } from '../../scripts/core/relative-address.ts';

const page = fc.array(fc.constantFrom('a', 'b', 'ab', 'sectors', 'sectors-2'), { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));
const origin = 'https://example.org/en/';

test('the address of one page from another leads there, and is as short as the one with slashes', () => {
	fc.assert(fc.property(page, page, (from, to) => {
		const address = relativePage(from, to);
		expect(new URL(address, `${origin}${from}/`).href).toBe(`${origin}${to}/`);
		expect(address).toBe(relativeAddress(`${from}/`, `${to}/`));
	}), { numRuns: 2_000 });
});

test.each([
	['sectors/space', 'glossary', '../../glossary/'],
	['sectors/space', 'sectors/space', './'],
	['sectors/space/2', 'sectors/space', '../'],
	['sectors/space', 'sectors/space/2', './2/'],
	['sectors/space', 'sectors/space-law', '../space-law/'],
])('from %s to %s it is %s', (from, to, address) => expect(relativePage(from, to)).toBe(address));
