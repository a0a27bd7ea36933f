import type { Loader } from 'astro/loaders';

/** Wraps a loader so that Astro does not watch its files: the development server (scripts/dev.ts) has all loaded again when it has taken in a change. */
export const unwatched = (loader: Loader): Loader => ({ ...loader, load: ({ watcher: _, ...context }) => loader.load(context) });
