const name = /<span class="(own|other)-name"[\s\S]*?<\/span>/g;

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

/** Markdown makes a paragraph of what stands between tags; where it is the only one, it is in the way. @example withoutParagraph('\n<p>a</p>\n') // => 'a' */
export function withoutParagraph(html: string): string {
	const line = html.trim();
	if (!line.startsWith('<p>') || !line.endsWith('</p>')) return line;
	const inside = line.slice(3, -4);
	return /<p[ >]/.test(inside) ? line : inside;
}
