/**
 * What every page runs before anybody asks for anything, in one file of which the browser needs no other: each piece waits
 * for what it serves, and fetches the rest when that is used.
 */
import './cite-loader.ts';
import './language-link.ts';
import './list-loader.ts';
import './menu.ts';
import './moved.ts';
import './name-loader.ts';
import './search/site-search.ts';
import './sizes.ts';
import './theme.ts';
import './toc.ts';
