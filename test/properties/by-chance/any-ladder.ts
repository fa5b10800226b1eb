import fc from "fast-check";
import { ladderFaults } from "../../../policies/ladder";
import { causes, type Ladder, type Role, type Step } from "../../../policies/policy";

const names = ["first", "second", "third", "fourth", "fifth"] as const;
const minutes = fc.integer({ min: 1, max: 60 });

type Told = { roles: readonly Role[]; channels: readonly string[] };
const stepAt = (i: number, size: number, { roles, channels }: Told): fc.Arbitrary<Step> =>
  fc.record({
    tell: fc.subarray([...roles], { minLength: i === size - 1 ? 1 : 0 }),
    channels: fc.subarray([...channels]),
    ask: fc.constantFrom("call", "decide", "police"),
    every: minutes,
    within: minutes,
    on: fc.record({
      ok: fc.constant("end" as const),
      noAnswer: fc.constantFrom("again" as const, ...names.slice(0, size)),
    }),
    late: i === size - 1 ? fc.constant("again" as const) : fc.constantFrom(...names.slice(i + 1, size)),
    clauses: fc.constant([]),
  });

/** Any ladder that a pack may have, over these roles and channels. */
export const ladderOver = (told: Told): fc.Arbitrary<Ladder> =>
  fc
    .integer({ min: 1, max: names.length })
    .chain((size) =>
      fc.record({
        start: fc.record(Object.fromEntries(causes.map((cause) => [cause, fc.constantFrom(...names.slice(0, size))]))),
        steps: fc.record(Object.fromEntries(names.slice(0, size).map((name, i) => [name, stepAt(i, size, told)]))),
      }),
    )
    .map((ladder) => ladder as unknown as Ladder)
    .filter((ladder) => ladderFaults(ladder).length === 0);
