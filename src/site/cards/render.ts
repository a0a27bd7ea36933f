import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { mark, drawCard, type Card } from './card.ts';
import { coloursOf } from './colours.ts';
import { readFont } from './font.ts';
import { indexedPng } from './png.ts';

/** Cards and icons as PNG files: fonts, colours and renderer in one place, and a cache, so that a warm build draws none. */

// Astro runs builds and the development server from the root of the project; a bundled module has no place of its own.
const require = createRequire(resolve('package.json'));
const cache = resolve('node_modules/.cache/cards');
const family = '@expo-google-fonts/noto-sans-jp';
const fontFiles = { bold: require.resolve(`${family}/700Bold/NotoSansJP_700Bold.ttf`), regular: require.resolve(`${family}/400Regular/NotoSansJP_400Regular.ttf`) };
const tokens = readFileSync('src/styles/tokens.css', 'utf8');

export const colours = coloursOf(tokens, 'light', ['paper', 'ink', 'muted', 'line', 'accent', 'accent-wash', 'ochre-wash', 'mark']);
export const themeColours = { light: colours.paper, dark: coloursOf(tokens, 'dark', ['paper']).paper };

let opened: { bold: ReturnType<typeof readFont>; regular: ReturnType<typeof readFont> } | undefined;
/** Read when the first card is drawn, and once. */
export const fonts = (): NonNullable<typeof opened> => (opened ??= { bold: readFont(readFileSync(fontFiles.bold)), regular: readFont(readFileSync(fontFiles.regular)) });

/** What besides its SVG decides the bytes of a picture; the first is to be raised when `png.ts` changes. */
const made = ['2', ...['@resvg/resvg-js', family].map((name) => (require(`${name}/package.json`) as { version: string }).version)].join(' ');

/** The picture of a page. */
export const cardPng = (card: Card): Buffer => render(drawCard(card, colours, fonts()), 1200);

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

function render(svg: string, width: number): Buffer {
	const file = join(cache, `${createHash('sha256').update(`${made} ${width} ${svg}`).digest('hex').slice(0, 32)}.png`);
	if (existsSync(file)) return readFileSync(file);
	const { Resvg } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
	const picture = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } }).render();
	const png = indexedPng(picture) ?? picture.asPng();
	mkdirSync(cache, { recursive: true });
	// Put in place whole: two builds may draw the same picture at the same time.
	const staging = `${file}.${process.pid}`;
	writeFileSync(staging, png);
	renameSync(staging, file);
	return png;
}
