import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cardSize, ground, layOut, mark, type Card, type Fonts, type TextLine } from './card.ts';
import { coloursOf } from './colours.ts';
import { readFont } from './font.ts';
import { painter } from './paint.ts';
import { indexed, paletted, type Palette } from './png.ts';

/** Cards and icons as PNG files: fonts, colours and renderer in one place, and a cache, so that a warm build draws none. */

// Astro runs builds and the development server from the root of the project; a bundled module has no place of its own.
const require = createRequire(resolve('package.json'));
const cache = resolve('node_modules/.cache/cards');
const family = '@expo-google-fonts/noto-sans-jp';
const fontFiles = { bold: require.resolve(`${family}/700Bold/NotoSansJP_700Bold.ttf`), regular: require.resolve(`${family}/400Regular/NotoSansJP_400Regular.ttf`) };
const tokens = readFileSync('src/styles/tokens.css', 'utf8');

export const colours = coloursOf(tokens, 'light', ['paper', 'ink', 'muted', 'line', 'accent', 'accent-wash', 'ochre-wash', 'mark']);
export const themeColours = { light: colours.paper, dark: coloursOf(tokens, 'dark', ['paper']).paper };

let opened: Fonts | undefined;
/** Read when the first card is drawn, and once. */
export const fonts = (): Fonts => (opened ??= { bold: readFont(readFileSync(fontFiles.bold)), regular: readFont(readFileSync(fontFiles.regular)) });

/** What besides its text or SVG decides the bytes of a picture; the first is to be raised when what draws them here changes. */
const made = ['3', ...['@resvg/resvg-js', family].map((name) => (require(`${name}/package.json`) as { version: string }).version)].join(' ');

let paint: ((lines: readonly TextLine[]) => Palette) | undefined;
/** The renderer draws what is the same on all cards, once; letters are stamped onto it. Most of its colours are left to them. */
const prepare = (): NonNullable<typeof paint> => {
	const drawn = indexed(pixelsOf(ground(colours), cardSize.width), 64);
	if (!drawn) throw new RangeError('What is the same on all cards has more than 64 colours, which leaves too few for their text.');
	return painter(drawn, fonts(), colours);
};

/** The picture of a page. */
export const cardPng = (card: Card): Buffer => linesPng(laidOut(card));

export const laidOut = (card: Card): TextLine[] => layOut(card, fonts());

/** The picture of a card whose text is in its place. */
export function linesPng(lines: readonly TextLine[]): Buffer {
	return kept(JSON.stringify([colours, cardSize, lines]), () => paletted((paint ??= prepare())(lines)));
}

/** The mark of the guide on paper, as wide as high; a margin keeps it whole where a system rounds the corners. */
export const iconPng = (size: number): Buffer =>
	render(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 44 44"><rect x="-6" y="-6" width="44" height="44" fill="${colours.paper}"/>${mark(colours.accent, colours.mark)}</svg>`, size);

/** The mark alone, for a browser's tab. */
export const tabPng = (size: number): Buffer => render(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${mark(colours.accent, colours.mark)}</svg>`, size);

/** An icon file with one picture in it, which may be a PNG since Windows Vista. */
export function ico(png: Buffer, size: number): Buffer {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.writeUInt8(size, 6);
	head.writeUInt8(size, 7);
	head.writeUInt16LE(1, 10);
	head.writeUInt16LE(32, 12);
	head.writeUInt32LE(png.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, png]);
}

const render = (svg: string, width: number): Buffer =>
	kept(`${width} ${svg}`, () => {
		const drawn = pixelsOf(svg, width);
		const few = indexed(drawn);
		return few ? paletted(few) : drawn.asPng();
	});

function pixelsOf(svg: string, width: number): import('@resvg/resvg-js').RenderedImage {
	const { Resvg } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
	return new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } }).render();
}

/** A picture from the cache, or drawn and put there. @param from everything that decides its bytes, besides {@link made} */
function kept(from: string, draw: () => Buffer): Buffer {
	const file = join(cache, `${createHash('sha256').update(`${made} ${from}`).digest('hex').slice(0, 32)}.png`);
	if (existsSync(file)) return readFileSync(file);
	const png = draw();
	mkdirSync(cache, { recursive: true });
	// Put in place whole: two builds may draw the same picture at the same time.
	const staging = `${file}.${process.pid}`;
	writeFileSync(staging, png);
	renameSync(staging, file);
	return png;
}
