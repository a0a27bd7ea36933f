import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { finishedFiles, finishedKey } from '../../src/built/finished.ts';
import { langs } from '../../src/model/languages.ts';
import { standingPages } from '../../src/site/standing-pages.ts';
import { temporaryFolder } from '../helpers/convert.ts';

const [lang, other] = langs;
const asked = [`/${lang}/`, `/${lang}/sectors/talent-skills/`, `/${other}/sectors/talent-skills/`, `/${lang}/sectors/talent-skills/index.md`, `/${lang}/feed.xml`, `/${lang}/sectors/clean-energy/parts.json`, '/data/statements.json', '/404'].map((pathname) => ({ pathname }));
const mayStand = [1, 2, 3, 4, 5].map((index) => asked[index]?.pathname ?? '');
const fileOf = (pathname: string): string => pathname.slice(1).replace(/\/$/, '/index.html');

let root = '';
let site = '';
beforeEach(async () => {
	root = await temporaryFolder();
	site = join(root, 'dist');
	for (const folder of ['content/docs', 'content/data', 'content/i18n']) cpSync(folder, join(root, folder), { recursive: true });
});

/** A build that makes what does not stand. @returns what it makes */
function build(paths = asked): string[] {
	const { leaveOut, keep } = standingPages(root, site, '/');
	const made = leaveOut(paths).map(({ pathname }) => pathname);
	for (const pathname of made) {
		mkdirSync(dirname(join(site, fileOf(pathname))), { recursive: true });
		writeFileSync(join(site, fileOf(pathname)), 'made');
	}
	const finished = finishedFiles(root, '/');
	for (const { pathname } of paths) finished.of(finishedKey(fileOf(pathname), readFileSync(join(site, fileOf(pathname)))), () => null);
	finished.keep();
	keep();
	return made;
}
const all = asked.map(({ pathname }) => pathname);
const rest = all.filter((pathname) => !mayStand.includes(pathname));

test('what has a key stands, and is not made again', () => {
	expect(build()).toEqual(all);
	expect([...standingPages(root, site, '/').files].sort()).toEqual(mayStand.map(fileOf).sort());
	expect(build()).toEqual(rest);
	expect(build()).toEqual(rest);
});

test('it is made again where it has changed, its file is gone or another, or what was kept is not whole', () => {
	const page = mayStand[0] ?? '';
	const file = join(site, fileOf(page));
	const makesAgain = (what: readonly string[], edit: () => void): void => {
		build();
		edit();
		expect(build()).toEqual(all.filter((pathname) => rest.includes(pathname) || what.includes(pathname)));
	};
	makesAgain([page], () => {
		rmSync(file);
	});
	makesAgain([page], () => {
		writeFileSync(file, 'by hand');
	});
	const twin = mayStand[2] ?? '';
	makesAgain([page, twin], () => {
		const source = join(root, `content/docs/${lang}/sectors/talent-skills.mdx`);
		writeFileSync(source, `${readFileSync(source, 'utf8')}\nMore.\n`);
	});
	for (const kept of ['page-keys', 'finished']) {
		const store = join(root, 'node_modules/.cache', kept);
		for (const broken of ['', 'x', '{}\n{}']) {
			makesAgain(mayStand, () => {
				writeFileSync(store, broken);
			});
		}
		makesAgain(mayStand, () => {
			rmSync(store);
		});
	}
	makesAgain(mayStand, () => {
		rmSync(site, { recursive: true });
	});
});

test('what is not asked for any more is deleted', () => {
	build();
	build(asked.filter(({ pathname }) => pathname !== mayStand[4]));
	expect(existsSync(join(site, fileOf(mayStand[4] ?? '')))).toBe(false);
	expect(build()).toEqual([...rest, mayStand[4]].sort((a, b) => all.indexOf(a ?? '') - all.indexOf(b ?? '')));
});
