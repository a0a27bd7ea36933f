import { join } from 'node:path';

/** The project's own folder: commands work wherever they are called from. In a file of its own, for those that need nothing else of the project. */
export const projectFolder = join(import.meta.dirname, '../..');
