import { expect, test } from 'vitest';
import { hardCoded, isPseudo, pseudo, textsOf } from '../../scripts/core/pseudo.ts';
import { loadCatalogues } from '../../scripts/io/project.ts';
import { langs } from '../../src/model/languages.ts';

const { catalogues } = await loadCatalogues();

test('every label is told from text that no catalogue gave, and keeps its values and tags', () => {
	for (const lang of langs) {
		for (const message of Object.values(catalogues?.[lang] ?? {})) {
			const changed = pseudo(message);
			expect(isPseudo(changed)).toBe(true);
			expect(changed.match(/\{\{[^{}]*\}\}|<[^<>]*>/g)).toEqual(message.match(/\{\{[^{}]*\}\}|<[^<>]*>/g));
		}
		expect(Object.keys(catalogues?.[lang] ?? {}).length).toBeGreaterThan(100);
	}
});

test('a text written into the code is found, in the title, elements, pictures and attributes, and nothing else', () => {
	const page = (own: string) => `<html><head><title>Fixed</title></head><body><p>${pseudo('Sectors')}</p><p>India and Japan <em>agreed</em>.</p><button aria-label="Close it">×</button><p>Read<wbr>&amp;write</p><p>${own}</p><svg><text>Axis</text></svg><code>npm</code></body></html>`;
	expect(hardCoded([textsOf(page('Dark')), textsOf(page('ダーク'))], 'India and Japan *agreed*.')).toEqual(['Axis', 'Close it', 'Fixed', 'Read&write']);
});
