import type { SchemaContext } from 'astro:content';
import { z } from 'astro/zod';

/**
 * A schema of a collection that is made, and compiled by zod, once. Astro asks for it anew for each entry, since the path
 * of a picture depends on where the entry stands; and to make Starlight's takes longer than to check a page by it.
 */
export function madeOnce<Schema>(make: (context: SchemaContext) => Schema): (context: SchemaContext) => Schema {
	// Of the entry that is checked: Astro checks it as soon as it has asked.
	let asked: SchemaContext;
	let made: Schema | undefined;
	const image = (() => z.string().transform((path) => asked.image().parse(path))) as unknown as SchemaContext['image'];
	return (context) => {
		asked = context;
		return (made ??= make({ image }));
	};
}
