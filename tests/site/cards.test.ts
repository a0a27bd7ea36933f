import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { langs, languages } from '../../src/model/languages.ts';
import { cardSize, layOut } from '../../src/site/cards/card.ts';
import { coloursOf } from '../../src/site/cards/colours.ts';
import { breakLines, clipLines, widthOf } from '../../src/site/cards/lines.ts';
import { painter } from '../../src/site/cards/paint.ts';
import { indexed, paletted } from '../../src/site/cards/png.ts';
import { coverOf, lengthOf, shades, stamps, type Stamp } from '../../src/site/cards/raster.ts';
import { cardPng, colours, fonts } from '../../src/site/cards/render.ts';
import { built } from './global-setup.ts';
import { contentPages, isOrder, mainPages, mainSlug, publicUrl } from './pages.ts';

const meta = (html: string, name: string): string[] => [...html.matchAll(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
const decode = (text: string): string => text.replace(/&#(\d+);|&quot;|&amp;|&#x27;/g, (all, code: string | undefined) => (code ? String.fromCharCode(Number(code)) : all === '&amp;' ? '&' : all === '&quot;' ? '"' : "'"));

describe('the card of a page', () => {
	test.each(mainPages)('$path is a picture of its own, in its language, small enough to be fetched by everybody', ({ path, lang, html }) => {
		const [address = '', ...others] = meta(html, 'og:image');
		expect(others).toEqual([]);
		expect(address).toBe(publicUrl(`cards/${path.replace(/\/$/, '')}.png`));
		const png = readFileSync(join(built.directory, address.slice(publicUrl('').length)));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
		expect(png.length).toBeLessThan(60_000);
		expect([meta(html, 'og:image:width'), meta(html, 'og:image:height'), meta(html, 'twitter:card')]).toEqual([['1200'], ['630'], ['summary_large_image']]);
		const title = decode(meta(html, 'og:title')[0] ?? '');
		const alt = decode(meta(html, 'og:image:alt')[0] ?? '');
		expect(alt).toContain(title);
		if (languages[lang].script === 'Jpan') expect(alt).toMatch(/タイトル画像$/);
	});

	test.each(contentPages.filter(isOrder))('$path is that of its view, and described as what it shows', ({ slug, lang, html }) => {
		const view = mainPages.find((page) => page.lang === lang && page.slug === mainSlug(slug));
		for (const name of ['og:image', 'og:image:alt', 'og:url']) expect(meta(html, name)).toEqual(meta(view?.html ?? '', name));
	});

	test('differs from that of every other page', () => {
		const cards = readdirSync(join(built.directory, 'cards'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'));
		expect(cards.length).toBe(mainPages.length + 1);
		const hashes = cards.map((file) => createHash('sha256').update(readFileSync(join(built.directory, 'cards', file))).digest('hex'));
		expect(new Set(hashes).size).toBe(hashes.length);
	});

	test('has a glyph for every character of every title and description', () => {
		const { bold, regular } = fonts();
		const missing = contentPages.flatMap(({ html }) => [...decode([...meta(html, 'og:title'), ...meta(html, 'og:description'), ...meta(html, 'og:site_name')].join(''))]).filter((character) => bold.advance(character) === undefined || regular.advance(character) === undefined);
		expect([...new Set(missing)]).toEqual([]);
		expect(bold.advance('\u{10FFFF}')).toBeUndefined();
	});
});

describe('lines', () => {
	const { bold } = fonts();
	test('are never wider than their room, and lose nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.constantFrom(...contentPages.map(({ html }) => decode(meta(html, 'og:title')[0] ?? ''))), fc.string({ unit: 'grapheme', maxLength: 120 })), fc.constantFrom(...langs), fc.constantFrom(42, 80), (text, lang, size) => {
				const lines = breakLines(text, languages[lang].tag, bold, size, 1040);
				for (const line of lines) expect(widthOf(line, bold, size)).toBeLessThanOrEqual(1040);
				expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
				const clip = clipLines(lines, 1, bold, size, 1040);
				expect(clip.length).toBeLessThanOrEqual(1);
				for (const line of clip) expect(widthOf(line, bold, size)).toBeLessThanOrEqual(1040);
			}),
		);
	});

	test('of a Japanese title end at phrases', () => {
		const tag = langs.map((lang) => languages[lang]).find(({ script }) => script === 'Jpan')?.tag ?? '';
		expect(breakLines('経済安全保障の枠組みと重要鉱物のサプライチェーン', tag, bold, 80, 1040)).toEqual(['経済安全保障の枠組みと', '重要鉱物のサプライチェーン']);
	});
});

test('the same card has the same bytes, whatever the cache holds, and hostile text stays text', () => {
	const card = { tag: languages[langs[0]].tag, site: 'S', title: '</svg><script>"&\u0000', text: '<x>', foot: '' };
	expect(cardPng(card).equals(cardPng(card))).toBe(true);
	expect(layOut(card, fonts()).map(({ text }) => text)).toContain(card.title);
});

test('a palette is kept to 256 colours, and a picture that has more comes out as near as it can', () => {
	const pixels = new Uint8Array(20 * 20 * 4).map((_, index) => (index % 4 === 3 ? 255 : index % 4 === 0 ? (index / 4) & 255 : index < 1200 ? 7 : 6));
	const few = indexed({ width: 20, height: 20, pixels });
	expect(few?.palette.length).toBeLessThanOrEqual(256);
	const png = few && paletted(few);
	expect(png?.subarray(37, 41).toString()).toBe('PLTE');
	expect(png?.readUInt32BE(33)).toBe((few?.palette.length ?? 0) * 3);
	expect(indexed({ width: 1, height: 1, pixels: new Uint8Array([1, 2, 3, 0]) })).toBeUndefined();
});

describe('letters', () => {
	/** A square from the line up, half a size wide and high, with a square hole in it where `hole` is true. */
	const square = (hole: boolean) => ({
		advance: () => 1,
		contours: () => [[[0, 0], [0, 0.5], [0.5, 0.5], [0.5, 0]], ...(hole ? [[[0.125, 0.125], [0.375, 0.125], [0.375, 0.375], [0.125, 0.375]]] : [])].map((points) => points.map(([x = 0, y = 0]) => ({ x, y, isOn: true }))),
	});
	const total = ({ runs }: Stamp): number => runs.reduce((sum, run) => sum + lengthOf(run) * coverOf(run), 0) / shades;

	test('cover as much as their outline holds, wherever in a pixel they begin', () => {
		expect(total(stamps(square(false))('a', 32, 7).stamp)).toBe(256);
		expect(total(stamps(square(true))('a', 32, 0).stamp)).toBe(256 - 64);
		const shifted = stamps(square(false))('a', 32, 7.5);
		expect(shifted.pixel).toBe(7);
		// Half a pixel has no shade of its own among fifteen.
		expect(Math.abs(total(shifted.stamp) - 256)).toBeLessThan(2);
		// A circle of four curves, each with one point that pulls: between a circle and its square.
		const round = total(stamps({ advance: () => 1, contours: () => [[[0, 1], [1, 1], [1, 0], [0, 0]].map(([x = 0, y = 0]) => ({ x, y, isOn: false }))] })('o', 60, 0).stamp);
		expect(round).toBeGreaterThan(60 * 60 * 0.8);
		expect(round).toBeLessThan(60 * 60 * 0.87);
	});

	test('of the real font have edges between no ink and full ink, and stay within the picture', () => {
		const { runs } = stamps(fonts().bold)('協', 80, 0).stamp;
		expect(new Set(runs.map(coverOf)).size).toBeGreaterThan(8);
		const paper = { width: 30, height: 20, rows: new Uint8Array(31 * 20), palette: [0xffff_ffff] };
		const line = { text: '協力', x: -20, y: 30, size: 80, colour: 'ink', weight: 'bold' } as const;
		const painted = painter(paper, fonts(), colours)([line]);
		expect(painted.rows.length).toBe(31 * 20);
		expect(new Set(painted.rows).size).toBeGreaterThan(2);
		// The byte in front of each row is no pixel.
		for (let row = 0; row < 20; row++) expect(painted.rows[row * 31]).toBe(0);
		expect(paper.rows.every((each) => each === 0)).toBe(true);
	});

	test('of one picture do not stay for the next', () => {
		const paint = painter({ width: 30, height: 20, rows: new Uint8Array(31 * 20), palette: [0xffff_ffff] }, fonts(), colours);
		const line = { text: '協力', x: -20, y: 30, size: 80, colour: 'ink', weight: 'bold' } as const;
		const first = paletted(paint([line]));
		expect(paletted(paint([])).equals(first)).toBe(false);
		expect(paletted(paint([line])).equals(first)).toBe(true);
	});

	test('are ink or none where the palette is full', () => {
		const palette = Array.from({ length: 256 }, (_, index) => (0xff00_0000 | index) >>> 0);
		const painted = painter({ ...cardSize, rows: new Uint8Array((cardSize.width + 1) * cardSize.height).fill(9), palette }, fonts(), colours)([{ text: 'O', x: 100, y: 100, size: 40, colour: 'ink', weight: 'bold' }]);
		expect(painted.palette.length).toBe(256);
	});
});

test('a colour that the style sheet no longer names is asked for by name', () => {
	expect(() => coloursOf(':root { --ink: red; }', 'light', ['ink'])).toThrow(/no --ink/);
});
