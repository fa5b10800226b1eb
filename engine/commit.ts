import type { Event } from "../visits/events";
import { evolve } from "../visits/evolve";
import type { Visit } from "../visits/visit";
import { urgencyAt } from "./due";
import { withoutTrace } from "./erase";
import type { Around } from "./facts";
import { append } from "./history";
import { forgetHome } from "./household";
import { rememberThoseOut } from "./known";
import { isFrozen } from "./policies";
import type { Stored } from "./ports";
import type { Glance, Work } from "./work";

const folded = (visit: Visit | undefined, events: readonly Event[]): Visit =>
  events.reduce<Visit | undefined>(evolve, visit) as Visit;

/** The document after more events: due at once, because what is owed and what cards show follow from the new state. */
export function advance(work: Work, before: Stored | undefined, events: readonly Event[], scene: Around): Stored {
  const visit = folded(before?.visit, events);
  const policy = before && isFrozen(before.visit) ? before.policy : scene.policy.hash;
  const history = append(before?.history ?? [], events, work.parts.salts);
  const empty = {
    id: visit.id,
    school: visit.school,
    etag: "",
    shape: 1 as const,
    post: { marks: {}, cards: {} },
  };
  const next = { ...empty, ...before, visit, policy, history, nextDueAt: scene.now };
  return { ...next, urgency: urgencyAt(next, scene) };
}

/** Several visits in one write of the store's. Where somebody else wrote first, that visit stays as it is. Gives those that were written. */
export async function commitAll<T extends Glance & { next: Stored }>(work: Work, all: readonly T[]): Promise<T[]> {
  for (const { stored, next, scene } of all) await keepBefore(work, stored.visit, next.visit, scene);
  const written = await work.parts.store.replaceAll(all.map(({ next }) => next));
  return all.filter((_, i) => written[i] !== "conflict");
}

/** What the visit goes on by from now on: the policy that binds it, and who has left. */
async function keepBefore(work: Work, before: Visit | undefined, next: Visit, scene: Around): Promise<void> {
  if (isFrozen(next)) await work.policies.keep(scene.policy);
  await rememberThoseOut(work, before, next, scene);
}

/** One write: event, state and due time. An insert that meets its own earlier attempt finds it when it decides again. */
export async function commit(
  work: Work,
  before: Stored | undefined,
  next: Stored,
  scene: Around,
): Promise<Stored | "conflict"> {
  await keepBefore(work, before?.visit, next.visit, scene);
  if (!before) return (await work.parts.store.insert(next)) === "done" ? next : "conflict";
  const written = await (next.visit.erased === undefined
    ? work.parts.store.replace(next)
    : outlives(work, before, next));
  return written === "conflict" ? "conflict" : { ...next, etag: written.etag };
}

/** What happens to a warning after its record is gone leaves no more behind than the erasure itself (P11). */
async function outlives({ parts }: Work, before: Stored, next: Stored): Promise<{ etag: string } | "conflict"> {
  const written = await parts.store.erase(withoutTrace(next));
  // Where somebody else wrote first the record is there still, and so nobody is forgotten.
  await forgetHome(parts, before.visit);
  return written;
}
