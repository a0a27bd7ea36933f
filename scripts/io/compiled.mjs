// @ts-check
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps what is made of the code for the next run: on a small guide, reading code is half of what convert does. For
 * `node --import`, so that the first module with types is found as well, and what takes types out is not even loaded;
 * itself it may hold none.
 */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
