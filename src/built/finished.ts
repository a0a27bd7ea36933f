import { join } from 'node:path';
import { codeKey, digest } from './code-key.ts';
import { keptResults, type KeptResults } from './kept.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * Files of a site as a build left them, and what was found in those that are pages. What stands there with the same bytes
 * need not be looked through again; and where nothing that it is made from has changed, it need not be made again.
 * @param root the folder of the project
 * @param base of the site
 * @returns results under {@link finishedKey}; a file that is no page has none
 */
export const finishedFiles = (root: string, base: string): KeptResults<PageFacts | null> => keptResults(join(root, 'node_modules/.cache/finished'), digest(base, codeKey(root)));

/** @param path below the folder of the site */
export const finishedKey = (path: string, content: Uint8Array): string => digest(path, content);

/** Whether a file is a page, a twin, a feed, or the list of where the entries of a list stand: of these, keys are known (`site/page-keys.ts`). */
export const mayStand = (path: string): boolean => /\/(?:index\.(?:html|md)|feed\.xml|parts\.json)$/.test(path);
