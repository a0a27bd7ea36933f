import fc from 'fast-check';
import { isThorough } from './runs.ts';

/**
 * What must hold for any input is tried on the same inputs in every ordinary run, so that no change is held up by chance.
 * With FUZZ_RUNS (`.github/workflows/fuzz.yml`, once a week) the inputs are new each time; with the FUZZ_SEED that such a
 * run has said, they are those of that run.
 */
const seed = isThorough ? Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31)) : 2025;
if (isThorough) console.info(`FUZZ_SEED=${seed}`);
fc.configureGlobal({ seed });
