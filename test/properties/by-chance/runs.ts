import fc from "fast-check";

/** The same every time, unless asked otherwise: `RUNS=5000 SEED=7 npm run properties -- by-chance`. What fails prints its seed and path. */
const seed = Number(process.env.SEED ?? 20261122);
const runs = process.env.RUNS === undefined ? undefined : Number(process.env.RUNS);

export const holds = <T>(values: fc.Arbitrary<T>, usually: number, check: (value: T) => void): void =>
  fc.assert(fc.property(values, check), { seed, numRuns: runs ?? usually, includeErrorInReport: true });

/** The same values that `holds` would try, for several rules to look at once. */
export const samples = <T>(values: fc.Arbitrary<T>, usually: number): readonly T[] =>
  fc.sample(values, { seed, numRuns: runs ?? usually });
