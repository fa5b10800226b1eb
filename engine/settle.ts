import type { Id } from "../schools/school";
import type { Urgency } from "../visits/notice";
import { words } from "../words/en-gb/engine";
import { isLong, setAside } from "./aside";
import { advance, commit } from "./commit";
import { deliver } from "./deliver";
import { eraseRecord } from "./erase";
import { type Around, aroundOf, completed, isReadable } from "./facts";
import { happens } from "./failures";
import { faultOf } from "./faults";
import type { Stored } from "./ports";
import { raise } from "./raise";
import { isUnheard, sayUnheard } from "./unheard";
import { hearWhoHasMoved } from "./word-meanwhile";
import { sayWhoIsOut } from "./word-of-leaving";
import type { Glance, Work } from "./work";

const minute = 60_000;
const rounds = 8;
/** More than any night's events between two looks; beyond it a rule goes round in circles. */
const mostTicks = 50;

export type Away = (school: Id) => Promise<readonly Id[]>;

/** A visit as it stands and what is known around it; undefined where there is none. */
async function lookAt(work: Work, school: Id, id: Id, away: Away): Promise<Glance | "unreadable" | undefined> {
  const stored = await work.parts.store.read(school, id);
  if (!isReadable(stored)) return stored && "unreadable";
  // A school that is no longer set up has nobody who could be told: its visits are as good as unreadable.
  return (await glanceAt(work, stored, await away(school))) ?? "unreadable";
}

export async function glanceAt(work: Work, stored: Stored, away: readonly Id[]): Promise<Glance | undefined> {
  const { school, visit, policy: policyHash } = stored;
  const scene = await aroundOf(work, { school, visit, policyHash, away, now: work.parts.clock.now() });
  return scene && { stored, scene };
}

/**
 * One visit: what the clock makes happen, then what is owed by now. Gives how many texts went out. What that makes due at once has its next turn:
 * whoever sweeps looks until nothing is due any more.
 * `upTo` covert: of what is owed only that; everything else belongs to the pass that is under way beside it.
 */
export async function settle(
  work: Work,
  { school, id, away, upTo }: { school: Id; id: Id; away: Away; upTo: Urgency },
): Promise<number> {
  for (let round = 0; round < rounds; round++) {
    const glance = await lookAt(work, school, id, away);
    if (!glance) return 0;
    if (glance === "unreadable") return reportUnreadable(work, school, id);
    if (await shortenedOn(work, glance)) continue;
    if (await tickOn(work, glance)) continue;
    await work.parts.giveWay?.();
    const { stored, scene } = glance;
    const whole = await completed(work.parts, scene, { school, visit: stored.visit });
    const pass = await deliver(work, { stored, scene: whole }, upTo);
    if (!pass) continue;
    await hearWhoHasMoved(work, pass.stored, whole);
    if (isUnheard(stored, whole)) await sayUnheard(work, { stored, scene: whole });
    return pass.delivered;
  }
  // It stays due, and is looked at again within the second; should that go on, the watchdog tells people.
  work.parts.report?.("visit does not come to rest", { visit: id });
  return 0;
}

/** Whether its history was too long, and is not now: then the visit is read again. What goes wrong in it keeps no alarm waiting. */
async function shortenedOn({ parts }: Work, { stored }: Glance): Promise<boolean> {
  if (!isLong(stored)) return false;
  return setAside(parts, stored).catch((error: unknown) => {
    parts.report?.("history not set aside", { visit: stored.id, ...faultOf(error) });
    return false;
  });
}

/** With all that the clock makes happen: the same document where that is nothing. */
export function ticked(work: Work, { stored, scene }: Glance): Stored {
  let next = stored;
  for (let i = 0; i < mostTicks; i++) {
    const events = happens(next, scene);
    if (events.length === 0) break;
    next = advance(work, next, events, scene);
  }
  return next;
}

/** Whether the clock made anything happen (or somebody else wrote first): then the visit is read again. */
async function tickOn(work: Work, view: Glance): Promise<boolean> {
  const { stored, scene } = view;
  const next = ticked(work, view);
  if (next === stored) return false;
  if (next.visit.erased !== undefined && stored.visit.erased === undefined) await eraseRecord(work.parts, stored, next);
  else await commitAndSay(work, stored, next, scene);
  return true;
}

async function commitAndSay(work: Work, stored: Stored, next: Stored, scene: Around): Promise<void> {
  const committed = await commit(work, stored, next, scene);
  if (committed !== "conflict") await sayWhoIsOut(work, stored.visit, committed);
}

/** S14: a record that can't be read is said now; made quiet meanwhile, so that it cannot starve the rest. */
async function reportUnreadable(work: Work, school: Id, id: Id): Promise<number> {
  work.parts.report?.("unreadable", { visit: id });
  const { book, store } = work.parts;
  const told = book.roster(school) ? [school] : book.schools();
  const again = [];
  for (const one of told)
    again.push(await raise(work, one, `unreadable/${id}`, (phone) => words.unreadable(id, phone)));
  await store.makeDue(school, id, Math.min(work.parts.clock.now() + minute, ...again));
  return 0;
}
