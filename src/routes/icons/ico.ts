import type { APIRoute } from 'astro';
import { ico, tabPng } from '../../site/cards/render.ts';

/** For programs that ask for `favicon.ico` whatever the page says. */
export const GET: APIRoute = () => new Response(new Uint8Array(ico(tabPng(32), 32)), { headers: { 'Content-Type': 'image/x-icon' } });
