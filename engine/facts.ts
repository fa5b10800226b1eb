import type { Policy } from "../policies/policy";
import type { At, Id, Roster } from "../schools/school";
import type { Input, Past } from "../visits/command";
import { homesAsked, homesOf } from "../visits/homes";
import { pastOf } from "../visits/homes/past";
import type { Kit, Kits } from "../visits/kit";
import type { Visit } from "../visits/visit";
import { visitsAround } from "./household";
import type { Parts } from "./parts";
import type { KeptPolicies } from "./policies";
import type { Stored, Unreadable } from "./ports";

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

/** A conversation's document, as the bot keeps it: by person id, or `school/channel name`. */
type Conversation = { unreachable?: boolean | undefined };

export const isReadable = (stored: Stored | Unreadable | undefined): stored is Stored =>
  stored !== undefined && !("unreadable" in stored);

const isOut = (visit: Visit, who: Id): boolean =>
  visit.outings[who] !== undefined && visit.outings[who].back === undefined;

/** Everybody who is out on any of these visits (S5). */
export const awayOn = (open: readonly (Stored | Unreadable)[]): Id[] =>
  open.filter(isReadable).flatMap(({ visit }) => Object.keys(visit.outings).filter((who) => isOut(visit, who)));

/** The visit somebody is out on; the latest where there are several. */
export const outOn = (open: readonly (Stored | Unreadable)[], who: Id): Stored | undefined =>
  open
    .filter(isReadable)
    .filter(({ visit }) => isOut(visit, who))
    .sort((a, b) => (b.visit.outings[who]?.left ?? 0) - (a.visit.outings[who]?.left ?? 0))[0];

/** People may work at several schools: somebody out for another one is away here too. */
export const schoolsNear = (roster: Roster): readonly Id[] =>
  [...new Set([roster.school.id, ...roster.people.flatMap((person) => person.schools)])].sort();

export async function openNear(parts: Parts, roster: Roster): Promise<(Stored | Unreadable)[]> {
  const lists = [];
  for (const school of schoolsNear(roster)) lists.push(await parts.store.open(school));
  return lists.flat();
}

export async function reachableIn(
  { store }: Pick<Parts, "store">,
  { school, people }: Roster,
): Promise<ReadonlySet<string>> {
  const persons = people.map(({ id }) => id);
  const team = `teams/${school.tenant}`;
  const waysTo = (channel: string): Id[] => [`${school.id}/${channel}`, `live/${school.id}/${channel}`];
  const channels = Object.keys(school.channels);
  const known = await store.some<Conversation>("conversation", [...persons, team, ...channels.flatMap(waysTo)]);
  const live = new Set(known.filter(({ value }) => !value.unreachable).map(({ id }) => id));
  const down = new Set(known.filter(({ value }) => value.unreachable).map(({ id }) => id));
  /** Somebody has written there, a post has gone through, or the bot is in a team: set-up alone proves nothing (S6). */
  const isLive = (channel: string): boolean => {
    const ways = waysTo(channel);
    return !ways.some((way) => down.has(way)) && [team, ...ways].some((way) => live.has(way));
  };
  return new Set([
    ...persons.filter((id) => live.has(id)),
    ...channels.filter(isLive).map((name) => `channel:${name}`),
  ]);
}

/** A request names its homes itself; a visit keeps them. */
async function pastAround(
  parts: Parts,
  { school, visit, input }: { school: Id; visit?: Visit | undefined; input?: Input | undefined },
): Promise<Past> {
  const [first, ...further] = input?.pupil ? homesAsked(input) : visit ? homesOf(visit.plan) : [];
  const home = { household: "", ...first, address: first?.address || visit?.plan.address };
  const visits = await visitsAround(parts, school, [home, ...further]);
  return pastOf(visits, { ...home, self: visit?.id, start: visit?.plan.start, further });
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
  return kits;
}
