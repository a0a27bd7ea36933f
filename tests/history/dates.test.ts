import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commitsOfWhole } from '../../src/site/dates.ts';

const root = mkdtempSync(join(tmpdir(), 'dates-'));
afterAll(() => {
	rmSync(root, { recursive: true, force: true });
});

const seed = (name: string): string => join(root, 'seeds/documents', `${name}.yaml`);
const write = (name: string, text: string): void => {
	writeFileSync(seed(name), text);
};
function commit(time: number): void {
	const env = { ...process.env, GIT_AUTHOR_DATE: `${time} +0000`, GIT_COMMITTER_DATE: `${time} +0000` };
	for (const args of [['add', '-A'], ['-c', 'user.name=a', '-c', 'user.email=a@localhost', 'commit', '--quiet', '--message', 'x']]) execFileSync('git', args, { cwd: root, env });
}

test('only seeds that came whole and were never touched since have the time of one commit', () => {
	mkdirSync(join(root, 'seeds/documents'), { recursive: true });
	execFileSync('git', ['init', '--quiet'], { cwd: root });
	const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
	for (const name of ['whole', 'edited', 'open', 'old']) write(name, `${name}\n${lines}`);
	commit(1_700_000_000);
	write('edited', 'other');
	renameSync(seed('old'), seed('renamed'));
	write('later', 'x');
	commit(1_700_000_100);
	write('open', 'not committed yet');
	write('untracked', 'x');
	expect([...commitsOfWhole(root)].sort()).toEqual([['seeds/documents/later.yaml', 1_700_000_100], ['seeds/documents/whole.yaml', 1_700_000_000]]);
});
