import { refusals, seen } from "../words/en-gb";
import type { Facts } from "./command";
import { holdersBeside, stepOf } from "./people";
import { type Refusal, refuse } from "./refusal";
import type { Visit } from "./visit";

export type Rung = { step: string; people: string[]; channels: string[]; reachable: boolean };

/** Every step of the ladder that a missed contact or a call for help can come to, and whether somebody there can be told (S6). */
export function rungs(v: Visit, f: Pick<Facts, "policy" | "roster" | "now" | "away" | "reachable">): Rung[] {
  return Object.keys(f.policy.ladder.value.steps).map((id) => {
    const step = stepOf(f.policy, id);
    const people = holdersBeside(v, f.roster, step.tell, f.now, f.away);
    const reached =
      people.some((p) => f.reachable.has(p.id)) || step.channels.some((name) => f.reachable.has(`channel:${name}`));
    return {
      step: id,
      people: people.filter((p) => !f.reachable.has(p.id)).map((p) => p.name),
      channels: step.channels.filter((name) => !f.reachable.has(`channel:${name}`)),
      reachable: reached,
    };
  });
}

/** S6: nobody leaves while a rung of the ladder has nobody who could be told. */
export function refusedReach(v: Visit, f: Facts): Refusal | undefined {
  const dead = rungs(v, f).find(({ reachable }) => !reachable);
  if (!dead) return undefined;
  return refuse("unreachable", refusals.leaving.unreachable(dead.step, dead.people));
}

/** Sentences about who can't be told yet, for the approver and for those who leave. */
export const unreachableSentences = (v: Visit, f: Parameters<typeof rungs>[1]): string[] => [
  ...new Set(
    rungs(v, f).flatMap(({ people, channels }) => [
      ...people.map(seen.unreachable.person),
      ...channels.map(seen.unreachable.channel),
    ]),
  ),
];
