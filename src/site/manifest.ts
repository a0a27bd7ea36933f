import { languages, type Lang } from '../model/languages.ts';

/** Sides of the icons, in pixels. */
export const iconSizes = [192, 512] as const;

/**
 * The web manifest of the guide in one language.
 * @param path the address of a path on this site, with the base
 */
export function webManifest(lang: Lang, words: { name: string; description: string }, background: string, path: (path: string) => string): string {
	const { tag, direction } = languages[lang];
	return `${JSON.stringify(
		{
			id: path(`${lang}/`),
			...words,
			short_name: words.name,
			lang: tag,
			dir: direction,
			start_url: path(`${lang}/`),
			scope: path(''),
			display: 'minimal-ui',
			// A manifest has one colour for both themes; pages name both in `theme-color`.
			theme_color: background,
			background_color: background,
			icons: [
				{ src: path('favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
				...iconSizes.map((size) => ({ src: path(`icons/${size}.png`), type: 'image/png', sizes: `${size}x${size}`, purpose: 'any maskable' })),
			],
		},
		null,
		'\t',
	)}\n`;
}
