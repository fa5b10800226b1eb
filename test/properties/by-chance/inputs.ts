import fc from "fast-check";
import type { Input } from "../../../visits/command";
import { cast } from "../../people";
import { approval, day, leaving, request } from "../../visits/story";
import { stranger } from "./people";

/** What cards, old cards and forged requests may carry: mostly what fits, often nearly so, sometimes anything. */

const person = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...cast.map(({ id }) => id)) },
  { weight: 1, arbitrary: fc.constantFrom(stranger.id, "outsider", "constructor", "__proto__", "toString", "", "x") },
);
const people = fc.array(person, { maxLength: 4 }).map((ids) => ids.join(","));
/** Any character at all. fast-check's own "binary" draws up a table of all million of them first, which takes a second. */
const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
const words = fc.oneof(
  fc.constantFrom("Because", "", " ", "x".repeat(3000), "__proto__", "constructor", "toString"),
  fc.string({ unit: character, maxLength: 20 }),
);
const clock = fc.oneof(
  fc.constantFrom("13:00", "14:00", "14:30", "15:00", "15:30", "16:30", "23:59", "00:00", "24:00", "9:5", ""),
  fc.string({ maxLength: 5 }),
);
const date = fc.constantFrom(day, day, day, "2026-11-24", "2026-11-22", "2026-13-01", "tomorrow");
const yes = fc.constantFrom("true", "true", "false", "", "yes");
const one = (...values: string[]) => fc.constantFrom(...values, ...values, "", "other");

const changes = fc.record(
  {
    date,
    leave: clock,
    start: clock,
    back: clock,
    companion: people,
    address: fc.constantFrom("12 Mill Lane, Derby", "3 High Street, Derby", ""),
    pupil: fc.constantFrom("Ella Martin", "Zoë O'Neil", ""),
    purpose: words,
    reason: one("attendanceSupport", "safeguarding"),
    news: fc.constantFrom("", "A dog"),
    loneWhy: words,
    agreed: one("agreed", "cannotReach"),
    outsiderName: words,
    outOfHoursWhy: words,
    noAlternative: words,
  },
  { requiredKeys: [] },
);
/** A request that is whole but for a thing or two. */
const plan: fc.Arbitrary<Input> = fc
  .tuple(changes, fc.subarray(Object.keys(request), { maxLength: 2 }), fc.nat(3))
  .map(([other, keys, how]) => {
    const some = Object.fromEntries(
      keys.flatMap((key) => (key in other ? [[key, other[key as keyof typeof other]]] : [])),
    );
    return { ...request, ...(how === 0 ? other : some) } as Input;
  });

const common = fc.record(
  {
    note: words,
    bothOk: yes,
    adult: one("yes", "no"),
    how: one("unsafe", "violence"),
    more: one("15", "30", "60"),
    back: clock,
    address: fc.constantFrom("3 High Street, Derby", "12 Mill Lane, Derby", ""),
    kind: one("help", "violence"),
    to: person,
    outcome: one("ok", "noAnswer", "concern", "waitingOutside", "codeWord"),
    about: people,
    why: words,
    spoken: people,
    decision: one("goThere", "police", "keepTrying", "policeCalled"),
    who: fc.oneof(person, people),
    what: one("ok", "runningLate", "leaving", "noOneHome", "help", "home"),
    when: clock,
    text: words,
    issues: one("no", "yes"),
    concern: one("no", "yes"),
    issuesWhat: words,
    review: one("ok", "change"),
    change: words,
    allTrue: yes,
    vehicle: words,
    reserve: person,
    lone: yes,
    useGeneric: yes,
    considered: yes,
    hazard: words,
    impact: one("major", "severe", "minor"),
    likelihood: one("probable", "possible", "remote"),
    controls: words,
    warningText: words,
    warningReview: fc.constantFrom("2026-11-24", "2026-12-04", "2026-11-22", "9999-01-01", ""),
    warningDoor: one("0", "1", "-1", "constructor"),
    warning: one("1", "2", "x"),
    warningWhy: words,
    meetWith: person,
    notMade: yes,
  },
  { requiredKeys: [] },
);

const anything = fc.dictionary(fc.string({ maxLength: 8 }), words, { maxKeys: 4 });

/** What a card would send if it were filled in as asked; on top of it whatever else was typed. */
export const sensible: Input = {
  ...leaving,
  why: "Because",
  decision: "goThere",
  outcome: "ok",
  what: "ok",
  text: "Done",
  issues: "no",
  concern: "no",
  review: "ok",
  note: "Done",
  considered: "true",
  warningText: "A dog in the yard",
  warningReview: "2026-12-04",
  warning: "1",
  warningWhy: "It is gone",
  address: "3 High Street, Derby",
};

export type Inputs = { plan: Input; other: Input; approval: Input };
export const inputs: fc.Arbitrary<Inputs> = fc.record({
  plan,
  other: fc.oneof(
    { weight: 6, arbitrary: common.map((input) => ({ ...sensible, ...input }) as Input) },
    { weight: 2, arbitrary: common as fc.Arbitrary<Input> },
    { weight: 1, arbitrary: anything },
  ),
  approval: fc.oneof(
    { weight: 4, arbitrary: fc.constant(approval) },
    { weight: 2, arbitrary: person.map((reserve) => ({ ...approval, lone: "true", reserve })) },
    { weight: 1, arbitrary: common as fc.Arbitrary<Input> },
  ),
});
