import fc from 'fast-check';

/**
 * What must hold for any input is tried on the same inputs in every ordinary run, so that no change is held up by chance.
 * With FUZZ_RUNS (`.github/workflows/fuzz.yml`, once a week) the inputs are new each time.
 */
if (process.env['FUZZ_RUNS'] === undefined) fc.configureGlobal({ seed: 2025 });
