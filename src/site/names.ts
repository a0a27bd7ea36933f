const name = /<span class="name (own|other)-name"[\s\S]*?<\/span>/g;

/**
 * Takes the `Name` components out of rendered content, for the heading: the page's language first.
 * @returns the names, and what is left
 */
export function splitNames(html: string): { names: string; rest: string } {
	const found = [...html.matchAll(name)];
	const own = found.filter(([, whose]) => whose === 'own');
	const others = found.filter(([, whose]) => whose === 'other');
	return { names: [...own, ...others].map(([span]) => span).join(' '), rest: html.replace(name, '') };
}
