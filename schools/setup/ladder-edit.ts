import { type Cause, causes, type Outcome, type StepId } from "../../policies/policy";
import type { PackLadder, PackStep } from "../../policies/statements";

/** What comes of a rung, as far as a ladder says where it leads. */
export const outcomes = ["ok", "waitingOutside", "noAnswer", "concern", "codeWord"] as const satisfies Outcome[];
export type Asked = (typeof outcomes)[number];
export type Rung = Pick<PackStep, "tell" | "channels" | "ask" | "every" | "within">;
type On = PackStep["on"];
type Steps = PackLadder["steps"];

export const noLadder = { start: {}, steps: {} } as unknown as PackLadder;

/** A rung more: after that one, to which nobody has answered; or where only an outcome leads. The first is where everything begins. */
export function withRung(ladder: PackLadder, rung: Rung, after: StepId | undefined): PackLadder {
  const id = freshId(ladder.steps, rung.ask);
  const before = after === undefined ? undefined : ladder.steps[after];
  const next = before?.late ?? "again";
  const police = Object.entries(ladder.steps).find(([, { ask }]) => ask === "police")?.[0];
  const added: PackStep = { ...rung, on: usual(rung.ask, next, police), late: next, clauses: [] };
  if (!before) {
    const first = Object.keys(ladder.steps).length === 0;
    const start = first
      ? (Object.fromEntries(causes.map((cause) => [cause, id])) as PackLadder["start"])
      : ladder.start;
    return { ...ladder, start, steps: { ...ladder.steps, [id]: added } };
  }
  const climbing = { ...before, late: id, on: redirected(before.on, before.late, id) };
  const entries = Object.entries(ladder.steps).flatMap(([one, step]): [StepId, PackStep][] =>
    one === after
      ? [
          [one, climbing],
          [id, added],
        ]
      : [[one, step]],
  );
  return { ...ladder, steps: Object.fromEntries(entries) };
}

export const changed = (ladder: PackLadder, id: StepId, step: PackStep): PackLadder => ({
  ...ladder,
  steps: { ...ladder.steps, [id]: step },
});

/** Whatever led to it goes where it would have climbed; undefined where alarms begin at it and none comes after it. */
export function withoutRung(ladder: PackLadder, id: StepId): PackLadder | undefined {
  const next = ladder.steps[id]?.late;
  if (next === undefined) return ladder;
  const begins = Object.values(ladder.start).includes(id);
  if (begins && (next === "again" || next === id)) return undefined;
  const start = Object.fromEntries(
    Object.entries(ladder.start).map(([cause, at]) => [cause, at === id ? next : at]),
  ) as PackLadder["start"];
  const steps = Object.entries(ladder.steps)
    .filter(([one]) => one !== id)
    .map(([one, step]) => [
      one,
      { ...step, late: step.late === id ? next : step.late, on: redirected(step.on, id, next) },
    ]);
  return { ...ladder, start, steps: Object.fromEntries(steps) };
}

/** It is asked before the rung that climbs to it; undefined where none does, and at a police rung, which comes last. */
export function raised(ladder: PackLadder, id: StepId): PackLadder | undefined {
  const rung = ladder.steps[id];
  const order = Object.keys(ladder.steps);
  const climbing = Object.entries(ladder.steps).filter(([, { late }]) => late === id);
  const above = climbing.findLast(([one]) => order.indexOf(one) < order.indexOf(id)) ?? climbing.at(-1);
  if (!rung || !above || rung.ask === "police") return undefined;
  const [other, before] = above;
  const start = Object.fromEntries(
    Object.entries(ladder.start).map(([cause, at]) => [cause, at === other ? id : at]),
  ) as PackLadder["start"];
  const swapped: Record<StepId, PackStep> = {
    [id]: { ...rung, late: other, on: redirected(rung.on, rung.late, other) },
    [other]: { ...before, late: rung.late, on: redirected(before.on, id, rung.late) },
  };
  const moved = (one: StepId) => (one === id ? other : one === other ? id : one);
  const steps = Object.keys(ladder.steps)
    .map(moved)
    .map((one) => [one, swapped[one] ?? led(ladder.steps[one] as PackStep, other, id)]);
  return { ...ladder, start, steps: Object.fromEntries(steps) };
}

/** After the one that it climbs to. */
export function lowered(ladder: PackLadder, id: StepId): PackLadder | undefined {
  const next = ladder.steps[id]?.late;
  return next === undefined || next === "again" ? undefined : raised(ladder, next);
}

/** What climbed to one rung climbs to the other, and so does what an outcome sent the same way. */
const led = (step: PackStep, from: StepId, to: StepId): PackStep =>
  step.late === from ? { ...step, late: to, on: redirected(step.on, from, to) } : step;

const redirected = (on: On, from: string, to: string): On =>
  Object.fromEntries(Object.entries(on).map(([outcome, at]) => [outcome, at === from ? to : at]));

/** Where outcomes of a new rung lead until somebody says otherwise: being well ends it, anything else goes on. */
function usual(ask: PackStep["ask"], next: string, police: StepId | undefined): On {
  if (ask === "police") return { ok: "end", noAnswer: "again", concern: "again", codeWord: "again" };
  const worse = police ?? next;
  return { ok: "end", waitingOutside: "end", noAnswer: next, concern: worse, codeWord: worse };
}

/** Letters alone, as buttons carry it: `call`, `callB`, `callC`. */
function freshId(steps: Steps, ask: PackStep["ask"]): StepId {
  const taken = (id: string) => Object.hasOwn(steps, id);
  if (!taken(ask)) return ask;
  const letters = Array.from({ length: 25 }, (_, at) => String.fromCharCode(66 + at));
  return letters.map((letter) => `${ask}${letter}`).find((id) => !taken(id)) ?? `${ask}More`;
}

export type Difference =
  | { how: "new" | "gone" | "other"; id: StepId; step: PackStep }
  | { how: "begins"; cause: Cause; at: StepId };

/** What a ladder does otherwise than the one before it, rung by rung. */
export function differences(before: PackLadder, after: PackLadder): Difference[] {
  const is = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const rungs = Object.entries(after.steps).flatMap(([id, step]): Difference[] => {
    const stood = before.steps[id];
    if (!stood) return [{ how: "new", id, step }];
    return is(sorted(stood), sorted(step)) ? [] : [{ how: "other", id, step }];
  });
  const gone = Object.entries(before.steps).filter(([id]) => !Object.hasOwn(after.steps, id));
  const begun = causes.filter((cause) => before.start[cause] !== after.start[cause]);
  return [
    ...rungs,
    ...gone.map(([id, step]): Difference => ({ how: "gone", id, step })),
    ...begun.map((cause): Difference => ({ how: "begins", cause, at: after.start[cause] })),
  ];
}

const sorted = (value: object): unknown[] =>
  Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, typeof part === "object" && !Array.isArray(part) ? sorted(part as object) : part]);
