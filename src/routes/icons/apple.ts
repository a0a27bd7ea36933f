import type { APIRoute } from 'astro';
import { iconPng } from '../../site/cards/render.ts';

/** For the home screen of iOS, which reads no SVG. */
export const GET: APIRoute = () => new Response(new Uint8Array(iconPng(180)), { headers: { 'Content-Type': 'image/png' } });
