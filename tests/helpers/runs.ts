/** `FUZZ_RUNS=100000 npx vitest run …` for a thorough run. */
export const isThorough = process.env['FUZZ_RUNS'] !== undefined;

/** @returns how many inputs to try: a whole number, for fast-check counts down to zero and never ends on a broken one */
export const fuzzRuns = (usual: number, share = 1): number => Math.ceil(Number(process.env['FUZZ_RUNS'] ?? usual) * share);
