import type { Id } from "../schools/school";
import { type Urgency, urgencies } from "../visits/notice";
import { tick } from "../visits/tick";
import { words } from "../words/en-gb/engine";
import { advance, commit, type View, type Work } from "./commit";
import { deliver } from "./deliver";
import { eraseRecord } from "./erase";
import { gatherScene, isReadable } from "./facts";
import { tickFacts } from "./failures";
import type { Stored, Unreadable } from "./ports";
import { raise } from "./raise";

const minute = 60_000;
const rounds = 8;
/** More than any night's events between two looks; beyond it a rule goes round in circles. */
const mostTicks = 50;

export type Away = (school: Id) => Promise<readonly Id[]>;

/** A visit as it stands and what is known around it; undefined where there is none. */
export async function lookAt(work: Work, school: Id, id: Id, away: Away): Promise<View | Unreadable | undefined> {
  const stored = await work.parts.store.read(school, id);
  if (!isReadable(stored)) return stored;
  const now = work.parts.clock.now();
  const about = { school, visit: stored.visit, policyHash: stored.policy, away: await away(school), now };
  const scene = await gatherScene(work, about);
  // A school that is no longer set up has nobody who could be told: its visits are as good as unreadable.
  return scene ? { stored, scene } : { unreadable: true, school, id };
}

/**
 * One visit: what the clock makes happen, then what is owed, until nothing is due any more. Gives how many texts went out.
 * `upTo` covert: once, and of what is owed only that; everything else belongs to the pass that is under way beside it.
 */
export async function settle(
  work: Work,
  { school, id, away, upTo }: { school: Id; id: Id; away: Away; upTo: Urgency },
): Promise<number> {
  let delivered = 0;
  for (let round = 0; round < rounds; round++) {
    const view = await lookAt(work, school, id, away);
    if (!view) return delivered;
    if ("unreadable" in view) return reportUnreadable(work, school, id);
    if (await tickOn(work, view)) continue;
    const pass = await deliver(work, view, upTo);
    delivered += pass?.delivered ?? 0;
    if (pass && (upTo === urgencies.covert || !(await isDue(work, school, id)))) break;
  }
  return delivered;
}

/** With all that the clock makes happen: the same document where that is nothing. */
export function ticked(work: Work, { stored, scene }: View): Stored {
  let next = stored;
  for (let i = 0; i < mostTicks; i++) {
    const events = tick(next.visit, tickFacts(next, scene));
    if (events.length === 0) break;
    next = advance(work, next, events, scene);
  }
  return next;
}

/** Whether the clock made anything happen (or somebody else wrote first): then the visit is read again. */
async function tickOn(work: Work, view: View): Promise<boolean> {
  const { stored, scene } = view;
  const next = ticked(work, view);
  if (next === stored) return false;
  if (next.visit.erased !== undefined && stored.visit.erased === undefined) await eraseRecord(work.parts, stored, next);
  else await commit(work, stored, next, scene);
  return true;
}

async function isDue(work: Work, school: Id, id: Id): Promise<boolean> {
  const stored = await work.parts.store.read(school, id);
  return isReadable(stored) && stored.nextDueAt !== undefined && stored.nextDueAt <= work.parts.clock.now();
}

/** S14: a record that can't be read is said now; made quiet meanwhile, so that it cannot starve the rest. */
async function reportUnreadable(work: Work, school: Id, id: Id): Promise<number> {
  work.parts.report?.("unreadable", { visit: id });
  const { book, store } = work.parts;
  const told = book.roster(school) ? [school] : book.schools();
  const again = [];
  for (const one of told)
    again.push(await raise(work, one, `unreadable/${id}`, (phone) => words.unreadable(id, phone)));
  await store.postpone(school, id, Math.min(work.parts.clock.now() + minute, ...again));
  return 0;
}
