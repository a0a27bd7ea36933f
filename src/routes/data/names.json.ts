import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { glossaryFileSchema } from '../../site/glossary.ts';

/** Every name of the glossary in every language, by id: what the cards over names show (components/name-card.ts). */
export const GET: APIRoute = () => {
	const { rows } = glossaryFileSchema.parse(JSON.parse(readFileSync('content/data/glossary.json', 'utf8')));
	return new Response(`${JSON.stringify(Object.fromEntries(rows.map(({ id, name }) => [id, name])))}\n`);
};
