import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyButStanding, fillFolder, writeIfOther } from '../../src/built/fill-folder.ts';
import { keptResults } from '../../src/built/kept.ts';
import { temporaryFolder } from '../helpers/convert.ts';

let folder = '';
beforeEach(async () => {
	folder = await temporaryFolder();
});
const put = (path: string, text: string): void => {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
};
const inode = (path: string): number => statSync(join(folder, path)).ino;
/** All files with what they hold; folders end in a slash. */
const all = (): Record<string, string> =>
	Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry): [string, string] => {
		const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
		return entry.isDirectory() ? [`${path}/`, ''] : [path, readFileSync(join(folder, path), 'utf8')];
	}).sort());

describe('what a build leaves where it stands', () => {
	test('is cards, citations, the search, compressed copies and a repository; all else goes before the build, with folders that are empty then', () => {
		for (const path of ['.git/HEAD', 'en/index.html.br', 'cards/en/a.png', 'pagefind/index/x', 'data/cite/en/s.txt']) put(path, '1');
		const kept = all();
		for (const path of ['en/index.html', 'en/gone/index.html', 'cards.txt', 'data/statements.json', 'data/cite/en/labels.json', 'data/cite/readme.txt', '_astro/a.css', '.prerender/entry.mjs', 'index.html']) put(path, '2');
		emptyButStanding(folder);
		expect(all()).toEqual(kept);
		rmSync(folder, { recursive: true });
		expect(() => {
			emptyButStanding(folder);
		}).not.toThrow();
	});

	test('is what it has to be, whatever stood there', () => {
		put('same', 'A');
		put('other', 'old');
		put('gone/deep/file', 'B');
		put('before', 'moved');
		mkdirSync(join(folder, 'folder'));
		const inodes = [inode('same'), inode('before')];
		fillFolder(folder, new Map<string, string | Uint8Array | (() => string)>([['same', 'A'], ['other', Buffer.from('new')], ['after', () => 'moved'], ['folder', 'is a file'], ['in/one', 'B']]));
		expect(all()).toEqual({ after: 'moved', folder: 'is a file', 'in/': '', 'in/one': 'B', other: 'new', same: 'A' });
		expect([inode('same'), inode('after')]).toEqual(inodes);
	});

	test('keeps its compressed copies, and loses those of what is gone', () => {
		for (const path of ['a.json', 'a.json.br', 'b.json', 'b.json.gz']) put(path, path);
		fillFolder(folder, new Map([['a.json', 'a.json']]));
		expect(Object.keys(all())).toEqual(['a.json', 'a.json.br']);
	});

	test('leaves what another has put there', () => {
		put('labels.json', '{}');
		put('old.txt', '1');
		fillFolder(folder, new Map([['new.txt', '2']]), (path) => path.endsWith('.txt'));
		expect(all()).toEqual({ 'labels.json': '{}', 'new.txt': '2' });
	});

	test('is not written into, where it is linked from elsewhere', () => {
		for (const path of ['a', 'b']) {
			put(path, 'first');
			linkSync(join(folder, path), join(folder, `${path}-elsewhere`));
		}
		writeIfOther(join(folder, 'a'), 'second');
		fillFolder(folder, new Map([['b', 'second']]), (path) => path === 'b');
		expect(all()).toEqual({ a: 'second', 'a-elsewhere': 'first', b: 'second', 'b-elsewhere': 'first' });
	});
});

describe('what was kept of the build before', () => {
	const run = (version: string, keys: readonly string[]): { made: string[]; results: string[] } => {
		const made: string[] = [];
		const kept = keptResults<string>(join(folder, 'cache/results'), version);
		const results = keys.map((key) => kept.of(key, () => {
			made.push(key);
			return `of ${key}`;
		}));
		kept.keep();
		return { made, results };
	};

	test('is used by its key, and nothing else is kept', () => {
		expect(run('1', ['a', 'b'])).toEqual({ made: ['a', 'b'], results: ['of a', 'of b'] });
		expect(run('1', ['b', 'c'])).toEqual({ made: ['c'], results: ['of b', 'of c'] });
		expect(run('1', ['a']).made).toEqual(['a']);
		expect(readdirSync(join(folder, 'cache'))).toEqual(['results']);
	});

	test('is not used of another version', () => {
		run('1', ['a']);
		expect(run('2', ['a'])).toEqual({ made: ['a'], results: ['of a'] });
		expect(run('2', ['a']).made).toEqual([]);
	});

	test('is made again where it is broken, cut off, changed or gone', () => {
		run('1', ['a', 'b']);
		const file = join(folder, 'cache/results');
		const whole = readFileSync(file);
		const changed = Buffer.from(whole.toString().replace('of a', 'of x'));
		for (const broken of [whole.subarray(0, whole.length - 3), changed, whole.subarray(whole.indexOf('\n') + 1), Buffer.from('\n'), Buffer.from('[]'), Buffer.alloc(0)]) {
			writeFileSync(file, broken);
			expect(run('1', ['a', 'b'])).toEqual({ made: ['a', 'b'], results: ['of a', 'of b'] });
			expect(readFileSync(file).equals(whole)).toBe(true);
		}
		renameSync(file, `${file}-away`);
		expect(run('1', ['a', 'b']).made).toEqual(['a', 'b']);
	});
});
