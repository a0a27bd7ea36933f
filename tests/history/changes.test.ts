import { expect, test } from 'vitest';
import { changesOf, historyOf, type SeedStatement, type SeedVersion } from '../../src/site/changes.ts';

const loan: SeedStatement = { id: 'loan', sector: 'energy', status: 'planned', lines: [1, 2], when: 2030, text: { en: 'A loan.', ja: '融資。' } };
const version = (day: string, statements: readonly SeedStatement[] | null, path = 'a.yaml'): SeedVersion => ({ commit: day, date: `${day}T23:30:00+09:00`, files: new Map([[path, statements && { source: path.slice(0, -5), statements }]]) });
const told = (...versions: SeedVersion[]): string[] => changesOf(versions).map(({ day, kind, id, fields, status }) => [day, kind, id, ...fields, ...(status ? [`${status.from}>${status.to}`] : [])].join(' '));

test('tells what was added, changed and removed, with the fields, on the day where it was committed', () => {
	expect(told(
		version('2026-01-01', [loan]),
		version('2026-01-02', [{ ...loan, status: 'signed', text: { en: 'A loan, signed.', ja: '署名済みの融資。' } }, { ...loan, id: 'plant' }]),
		version('2026-01-03', [{ ...loan, status: 'signed', text: { en: 'A loan, signed.', ja: '署名済みの融資。' }, amounts: [{ value: 1 }] }]),
	)).toEqual(['2026-01-01 added loan', '2026-01-02 changed loan status text planned>signed', '2026-01-02 added plant', '2026-01-03 changed loan amounts', '2026-01-03 removed plant']);
});

test('another layout, order or file of the same facts is no change', () => {
	const same: SeedStatement = { text: { ja: '融資。', en: 'A loan.' }, when: ['2030'], also: [], lines: [1, 2], sector: 'energy', status: 'planned', id: 'loan' };
	expect(told(version('2026-01-01', [loan]), version('2026-01-02', [same]))).toEqual(['2026-01-01 added loan']);
	const moved: SeedVersion = { commit: 'c', date: '2026-01-02T00:00:00Z', files: new Map([['a.yaml', null], ['b.yaml', { source: 'a', statements: [loan] }]]) };
	expect(told(version('2026-01-01', [loan]), moved)).toEqual(['2026-01-01 added loan']);
});

test('a statement that came with its source is told from one added to a known source', () => {
	const changes = changesOf([version('2026-01-01', [loan]), version('2026-01-02', [loan, { ...loan, id: 'plant' }]), version('2026-01-03', [{ ...loan, id: 'visit' }], 'b.yaml')]);
	expect(changes.map(({ id, isNewSource }) => [id, isNewSource])).toEqual([['loan', true], ['plant', false], ['visit', true]]);
});

test('knows when each statement was added and last changed', () => {
	const changes = changesOf([version('2026-01-01', [loan]), version('2026-01-02', [{ ...loan, status: 'signed' }]), version('2026-01-03', []), version('2026-01-04', [loan])]);
	expect(historyOf(changes.slice(0, 2)).get('loan')).toEqual({ added: '2026-01-01', changed: '2026-01-02' });
	expect(historyOf(changes.slice(0, 3)).has('loan')).toBe(false);
	expect(historyOf(changes).get('loan')).toEqual({ added: '2026-01-04', changed: undefined });
});
