import type { Policy } from "../policies/policy";
import type { At, Id, Roster } from "../schools/school";
import type { Input, Past } from "../visits/command";
import { unaccounted } from "../visits/deadlines";
import type { Kit, Kits } from "../visits/kit";
import type { Visit } from "../visits/visit";
import type { Parts } from "./parts";
import { pastAround } from "./past";
import type { KeptPolicies } from "./policies";
import type { Stored, Unreadable } from "./ports";
import { reachableIn } from "./reachable";

/** What is known around one visit: with an actor and a new id it makes the rules' Facts, and it is the context of every sight. */
export type Scene = {
  school: Id;
  roster: Roster;
  policy: Policy;
  past: Past;
  away: readonly Id[];
  reachable: ReadonlySet<string>;
  now: At;
  kits: Kits;
};

/** As much of it as the clock and what people are owed need: nothing else is read where only they are asked. */
export type Around = Pick<Scene, "school" | "roster" | "policy" | "away" | "now">;

export const isReadable = (stored: Stored | Unreadable | undefined): stored is Stored =>
  stored !== undefined && !("unreadable" in stored);

const isOut = (visit: Visit, who: Id): boolean =>
  visit.outings[who] !== undefined && visit.outings[who].back === undefined;

/** Everybody who is out on any of these visits (S5). */
export const awayOn = (open: readonly (Stored | Unreadable)[]): Id[] =>
  open.filter(isReadable).flatMap(({ visit }) => Object.keys(visit.outings).filter((who) => isOut(visit, who)));

/** It is asked where somebody is, though the visit is over or off: silence will count as out (S1). */
export const asksAfterSomebody = ({ visit }: Pick<Stored, "visit">): boolean => unaccounted(visit).length > 0;

/** The visit somebody is out on; the latest where there are several. */
export const outOn = (open: readonly (Stored | Unreadable)[], who: Id): Stored | undefined =>
  open
    .filter(isReadable)
    .filter(({ visit }) => isOut(visit, who))
    .sort((a, b) => (b.visit.outings[who]?.left ?? 0) - (a.visit.outings[who]?.left ?? 0))[0];

/** People may work at several schools: somebody out for another one is away here too. */
export function schoolsNear(roster: Roster): readonly Id[] {
  const known = near.get(roster);
  if (known) return known;
  const schools = [...new Set([roster.school.id, ...roster.people.flatMap((person) => person.schools)])].sort();
  near.set(roster, schools);
  return schools;
}
const near = new WeakMap<Roster, readonly Id[]>();

export async function openNear(parts: Parts, roster: Roster): Promise<(Stored | Unreadable)[]> {
  const lists = [];
  for (const school of schoolsNear(roster)) lists.push(await parts.store.open(school));
  return lists.flat();
}

/** As the store says now, and no visit need be read for it. */
export async function awayNear(parts: Pick<Parts, "store">, roster: Roster): Promise<Id[]> {
  return (await Promise.all(schoolsNear(roster).map((near) => parts.store.away(near)))).flat();
}

type About = {
  school: Id;
  visit?: Visit | undefined;
  policyHash?: string | undefined;
  input?: Input | undefined;
  away: readonly Id[];
  now: At;
};
type Reading = { parts: Parts; policies: KeptPolicies };

/** Undefined where the school is not set up any more. */
export async function aroundOf({ parts, policies }: Reading, about: About): Promise<Around | undefined> {
  const { school, visit, now, away } = about;
  const roster = parts.book.roster(school);
  const policy = await policies.bind(visit, about.policyHash, school);
  return roster && policy ? { school, roster, policy, away, now } : undefined;
}

/** Reads in one order whatever the press was (S4). Undefined where the school is not set up any more. */
export async function gatherScene(reading: Reading, about: About): Promise<Scene | undefined> {
  const around = await aroundOf(reading, about);
  return around && completed(reading.parts, around, about);
}

/** With what only people's cards and presses ask for. */
export async function completed(
  parts: Parts,
  around: Around,
  about: Pick<About, "school" | "visit" | "input">,
): Promise<Scene> {
  const past = await pastAround(parts, about);
  const kits = await kitsFor(parts, about.visit);
  return { ...around, past, kits, reachable: await reachableIn(parts, around.roster) };
}

/** Of those who have yet to sign out: afterwards the visit itself says it. */
async function kitsFor({ store }: Parts, visit: Visit | undefined): Promise<Kits> {
  const kits: Record<Id, Kit> = {};
  for (const id of visit?.plan.visitors ?? []) {
    const kit = visit?.outings[id] ? undefined : await store.get<Kit>("person", id);
    if (kit) kits[id] = kit;
  }
  return Object.keys(kits).length > 0 ? kits : noKits;
}
const noKits: Kits = {};
