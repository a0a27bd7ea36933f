import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getEntry } from 'astro:content';
import { listParts, placesIn } from '../site/list-parts.ts';

/** Where each entry of a list in parts stands, for addresses from before it was cut so (components/moved.ts). */
export const getStaticPaths = (async () =>
	(await Promise.all([...(await listParts())].map(async ([id, parts]) => {
		const list = await getEntry('docs', id);
		const [lang, ...slug] = id.split('/');
		return list ? [{ params: { lang, list: slug.join('/') }, props: { list, parts } }] : [];
	}))).flat()) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { list, parts } }) => new Response(`${JSON.stringify(placesIn(list, parts))}\n`);
