import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHistory } from '../../src/site/history.ts';

const root = mkdtempSync(join(tmpdir(), 'history-'));
const repository = join(root, 'repository');
const git = (...args: string[]): string =>
	execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@guide.example', '-c', 'commit.gpgsign=false', ...args], { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z' } });
let date = '';
const seed = (text: string, name = 'paper'): void => writeFileSync(join(repository, `seeds/documents/${name}.yaml`), text);
const commit = (when: string): void => {
	date = when;
	git('add', '-A');
	git('commit', '-m', 'change');
};

beforeAll(() => {
	mkdirSync(join(repository, 'seeds/documents'), { recursive: true });
	git('init', '-b', 'main');
	seed('id: paper\nstatements:\n  - {id: loan, status: planned, text: {en: A loan., ja: 融資。}}\n');
	commit('2026-02-01T23:30:00+09:00');
	writeFileSync(join(repository, 'other.txt'), 'x');
	commit('2026-02-02T00:00:00Z');
	seed('id: paper\nstatements: [{id: loan');
	commit('2026-02-03T00:00:00Z');
	seed('id: paper\nstatements:\n  - {id: loan, status: signed, text: {en: A loan., ja: 融資。}}\n  - {id: 図, status: held}\n');
	commit('2026-02-04T00:00:00Z');
});
afterAll(() => rmSync(root, { recursive: true }));

test('the changes of a repository, over a version that was committed broken', () => {
	const history = readHistory(repository);
	expect(history.isKnown && history.changes.map(({ day, kind, id, status }) => [day, kind, id, status?.to])).toEqual([
		['2026-02-01', 'added', 'loan', undefined],
		['2026-02-04', 'changed', 'loan', 'signed'],
		['2026-02-04', 'added', '図', undefined],
	]);
});

test('a new commit is seen, and a file that is gone takes its statements with it', () => {
	rmSync(join(repository, 'seeds/documents/paper.yaml'));
	commit('2026-02-05T00:00:00Z');
	const history = readHistory(repository);
	expect(history.isKnown && history.changes.slice(-2).map(({ day, kind, id }) => [day, kind, id])).toEqual([['2026-02-05', 'removed', 'loan'], ['2026-02-05', 'removed', '図']]);
});

test('a shallow clone and a folder without git have no history', () => {
	const shallow = join(root, 'shallow');
	git('clone', '--depth', '1', `file://${repository}`, shallow);
	expect(readHistory(shallow)).toEqual({ isKnown: false });
	mkdirSync(join(root, 'plain'));
	expect(readHistory(join(root, 'plain'))).toEqual({ isKnown: false });
});
