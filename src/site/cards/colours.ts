/**
 * The colours of a theme, from the style sheet that is their one home.
 * @param css the text of `src/styles/tokens.css`
 * @param names custom properties, without the dashes in front
 * @throws {Error} naming a colour that the sheet does not give as `light-dark(#…, #…)`
 * @example coloursOf('--ink: light-dark(#111, #eee);', 'dark', ['ink']) // => { ink: '#eee' }
 */
export function coloursOf<Name extends string>(css: string, theme: 'light' | 'dark', names: readonly Name[]): Record<Name, string> {
	return Object.fromEntries(
		names.map((name) => {
			const found = new RegExp(`--${name}:\\s*light-dark\\(\\s*(#[0-9a-f]{3,8})\\s*,\\s*(#[0-9a-f]{3,8})\\s*\\)`, 'i').exec(css);
			const colour = found?.[theme === 'light' ? 1 : 2];
			if (colour === undefined) throw new Error(`src/styles/tokens.css has no --${name}: light-dark(#…, #…). The cards and icons take it from there: give it in this form, or change the name in src/site/cards/.`);
			return [name, colour];
		}),
	) as Record<Name, string>;
}
