// Changes that make no difference to anybody: what stands there, what would stand there, and why it is the same.
const type = "never undefined there: it only satisfies the types";
const order = "all of them follow, one after the other, whichever is first";
const unique = "there is one at most";
const never = "undefined is neither before nor after any time";

/** By file. Whoever changes such a line looks again. */
export const alike = {
  "visits/tick.ts": [
    ["due ?? t.now", "due", type],
    ["dueOf(id) ?? t.now", "dueOf(id)", type],
    ["at !== undefined && at <= t.now", "at <= t.now", never],
    [
      "openAlarms(v).find((alarm) => needless(v, alarm))",
      "openAlarms(v).findLast((alarm) => needless(v, alarm))",
      order,
    ],
    [
      "openAlarms(v).find((open) => climbsNow(v, open, t))",
      "openAlarms(v).findLast((open) => climbsNow(v, open, t))",
      order,
    ],
    ['why ?? "late"', "why", type],
    [
      "Object.keys(alarm.about).every((id) => v.outings[id]?.back)",
      "Object.keys(alarm.about).some((id) => v.outings[id]?.back)",
      "the arrival call is about one of them",
    ],
    [
      "openAlarms(v).find( (alarm) => alarm.cause === cause && isApart(v, { cause, about: Object.keys(alarm.about) }) === apart, )",
      "openAlarms(v).findLast((alarm) => alarm.cause === cause && isApart(v, { cause, about: Object.keys(alarm.about) }) === apart)",
      unique,
    ],
  ],
};
