import { join } from 'node:path';
import { expect, test } from 'vitest';
import { termTable } from '../../../scripts/core/exchange/terms.ts';
import { loadSeeds, projectFolder } from '../../../scripts/io/project.ts';

test('the terms are a table that a spreadsheet reads as UTF-8, a row an entry, and no name is a formula', async () => {
	const { corpus } = await loadSeeds(join(projectFolder, 'seeds'), 'seeds');
	const [isro] = [...(corpus?.termById.values() ?? [])].filter(({ id }) => id === 'isro');
	if (!isro) throw new Error('no such entry');
	const [head, row, odd, end] = termTable([isro, { ...isro, id: 'odd', name: { en: '=1+1', ja: '「一」, "二"' } }]).split('\r\n');
	expect(head).toBe('\uFEFFid,category,en,en (other names),ja,ja (other names),abbreviations,reading,rendering');
	expect(row).toContain(`isro,organisation,${isro.name.en},`);
	expect(row).toContain(isro.name.ja);
	expect(odd).toContain(`odd,organisation,'=1+1,`);
	expect(odd).toContain('"「一」, ""二"""');
	expect(end).toBe('');
});
