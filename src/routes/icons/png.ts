import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { iconPng } from '../../site/cards/render.ts';
import { iconSizes } from '../../site/manifest.ts';

/** The icons of the web manifest. */
export const getStaticPaths = (() => iconSizes.map((size) => ({ params: { size: String(size) }, props: { size } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { size } }) => new Response(new Uint8Array(iconPng(size)), { headers: { 'Content-Type': 'image/png' } });
