import { join } from 'node:path';
import { run } from './build.ts';
import { projectFolder } from './io/project.ts';

/** Checks the built site in `dist` as it is: languages, addresses, links, anchors, data files. `npm run check:site` */
process.env['SITE_DIRECTORY'] = join(projectFolder, 'dist/');
process.exitCode = await run('vitest', ['run', '--project', 'site', 'tests/site/html.test.ts', 'tests/site/data.test.ts']);
