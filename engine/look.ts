import { isActive, listedAs } from "../schools/roster";
import type { At, Id, Person, School } from "../schools/school";
import { outFor } from "../visits/as-read";
import { alarmedRoles } from "../visits/covert-enders";
import { maySeeCall, type Viewer } from "../visits/may-see";
import { rolesWatching } from "../visits/monitoring/whose";
import { hasRole, ladderRoles, toldRoles, visitorRole } from "../visits/people";
import type { Refusal } from "../visits/refusal";
import type { OutNow, Sight } from "../visits/sight";
import { isKnown, isUnderWay } from "../visits/still-known";
import type { Engine } from "./engine";
import { awayOn, gatherScene, isReadable, openNear, type Scene } from "./facts";
import { faultOf } from "./faults";
import type { Stored } from "./ports";
import { noSuchVisit, schoolOf } from "./refusals";
import { sightOf } from "./sight";
import type { Work } from "./work";

const day = 86_400_000;
/** How long a closed visit stays in "my visits". */
const recent = 30 * day;

export type Known = NonNullable<Awaited<ReturnType<Engine["knows"]>>>;
type Listed = { person: Person; at: School };

/** Somebody registered at any school, within their dates (P6). Roles and schools are those of now. */
export async function knows({ parts }: Work, id: Id): Promise<Known | undefined> {
  const now = parts.clock.now();
  const rosters = parts.book.schools().flatMap((school) => parts.book.roster(school) ?? []);
  const listed = rosters.flatMap((roster): Listed[] => {
    const person = listedAs(roster, id);
    return person?.schools.includes(roster.school.id) ? [{ person, at: roster.school }] : [];
  });
  const found = listed.filter(({ person, at }) => isActive(person, at, now));
  const left = await stillOutFor(
    parts,
    listed.filter((one) => !found.includes(one)),
  );
  const name = [...found, ...left][0]?.person.name;
  if (name === undefined) return undefined;
  const roles = [...new Set(found.flatMap(({ person }) => person.roles))];
  const visits = found.some(({ at }) => mayVisit(parts, at.id, id));
  const answersForPolicy = found.some(({ at }) => watchesPolicy(parts, at.id, id));
  return { id, name, roles, schools: [...found, ...left].map(({ at }) => at.id), visits, answersForPolicy };
}

/** Where they are past their last day, and out on a visit still: known there, for nothing else (S1, S9). */
async function stillOutFor({ store, clock }: Work["parts"], listed: readonly Listed[]): Promise<Listed[]> {
  const out = [];
  for (const one of listed) {
    const open = await store.open(one.at.id);
    if (open.some((visit) => isReadable(visit) && isUnderWay(visit.visit, one.person.id, clock.now()))) out.push(one);
  }
  return out;
}

function watchesPolicy({ book, clock }: Work["parts"], school: Id, id: Id): boolean {
  const [roster, policy] = [book.roster(school), book.policy(school)];
  const person = roster && listedAs(roster, id);
  return person && policy ? hasRole(roster, person, rolesWatching(policy), clock.now()) : false;
}

/** In a role that the school's policy sends on visits. */
function mayVisit({ book, clock }: Work["parts"], school: Id, id: Id): boolean {
  const roster = book.roster(school);
  const policy = book.policy(school);
  const person = roster && listedAs(roster, id);
  return person && policy ? visitorRole(person, { policy, roster, now: clock.now() }) !== undefined : false;
}

export async function look(work: Work, actor: Known | undefined, visit: Id): Promise<Sight | Refusal> {
  const school = schoolOf(visit);
  if (!actor || school === undefined || !actor.schools.includes(school)) return noSuchVisit;
  const stored = await work.parts.store.read(school, visit);
  const person = listedIn(work, school, actor.id);
  if (!isReadable(stored) || !person || !isKnownOn(work, person, stored)) return noSuchVisit;
  const sight = await sightIn(work, stored, person, await awayNow(work, school));
  return sight ?? noSuchVisit;
}

export async function myVisits(work: Work, actor: Known | undefined): Promise<readonly Sight[]> {
  const sights = [];
  for (const school of actor?.schools ?? []) {
    const person = listedIn(work, school, actor?.id ?? "");
    const since = work.parts.clock.now() - recent;
    const visits = await work.parts.store.ofPerson(school, actor?.id ?? "", since);
    const mine = person ? visits.filter((stored) => isKnownOn(work, person, stored)) : [];
    if (person) sights.push(...(await sightsOf(work, mine, person, await awayNow(work, school))).sights);
  }
  return sights;
}

/** Those whom the ladder tells, and whoever is told of a visit, see everybody who is out; others the visits they are on themselves. */
export async function whoIsOut(
  work: Work,
  viewer: Parameters<Engine["whoIsOut"]>[0],
  actor: Known | undefined,
): Promise<OutNow> {
  const sights = [];
  let unreadable = 0;
  let own = false;
  const schools = "channel" in viewer ? [viewer.school] : (actor?.schools ?? []);
  for (const school of schools) {
    const who = "channel" in viewer ? channelIn(work, viewer) : listedIn(work, school, viewer.person);
    const all = await work.parts.store.open(school);
    const open = all.filter(isReadable);
    const away = await awayNow(work, school);
    if (!who) continue;
    const shows = (stored: Stored) => (isOut(work, who, stored) ? maySee : seesCall)(work, who, stored, away);
    const seen = await sightsOf(work, open, who, away, shows);
    if ("channel" in who || personIn(work, school, who.id)) unreadable += all.length - open.length + seen.broken;
    sights.push(...seen.sights);
    own ||= !hearsOfAll(work, who, school);
  }
  return { sights, unreadable, ...(own ? { own } : {}) };
}

/** Told of every visit, whoever is on it: by the ladder, or on leaving and on return. */
function hearsOfAll({ parts }: Work, who: Viewer, school: Id): boolean {
  const roster = parts.book.roster(school);
  const policy = parts.book.policy(school);
  if ("channel" in who || !roster || !policy) return true;
  return hasRole(roster, who, [...ladderRoles(policy), ...toldRoles(policy)], parts.clock.now());
}

function isOut({ parts }: Work, who: Viewer, { school, visit }: Stored): boolean {
  const roster = parts.book.roster(school);
  const policy = parts.book.policy(school);
  return roster !== undefined && policy !== undefined && outFor(visit, who, { roster, policy }).length > 0;
}

/** Whoever calls discreetly without having signed out is listed to those who answer, and to nobody else (S4). */
function seesCall({ parts }: Work, who: Viewer, { school, visit }: Stored, away: readonly Id[]): boolean {
  const roster = parts.book.roster(school);
  const policy = parts.book.policy(school);
  const now = parts.clock.now();
  return roster !== undefined && policy !== undefined && maySeeCall(visit, who, { policy, roster, now, away });
}

function maySee({ parts }: Work, who: Viewer, { school, visit }: Stored, away: readonly Id[]): boolean {
  const roster = parts.book.roster(school);
  const policy = parts.book.policy(school);
  if ("channel" in who) return true;
  if (visit.plan.visitors.includes(who.id) || visit.outings[who.id])
    return roster !== undefined && isKnown(who, roster.school, parts.clock.now(), visit);
  const now = parts.clock.now();
  return (
    roster !== undefined &&
    policy !== undefined &&
    hasRole(roster, who, [...alarmedRoles(visit, { policy, roster, now, away }), ...toldRoles(policy)], now)
  );
}

const listedIn = ({ parts }: Work, school: Id, id: Id): Person | undefined => {
  const roster = parts.book.roster(school);
  return roster && listedAs(roster, id);
};

function isKnownOn({ parts }: Work, person: Person, { school, visit }: Stored): boolean {
  const roster = parts.book.roster(school);
  return roster !== undefined && isKnown(person, roster.school, parts.clock.now(), visit);
}

export function personIn(work: Work, school: Id, id: Id): Person | undefined {
  const person = listedIn(work, school, id);
  const roster = work.parts.book.roster(school);
  return person && roster && isActive(person, roster.school, work.parts.clock.now()) ? person : undefined;
}

function channelIn({ parts }: Work, { channel, school }: { channel: string; school: Id }): Viewer | undefined {
  return parts.book.roster(school)?.school.channels[channel] === undefined ? undefined : { channel };
}

export async function awayNow({ parts }: Work, school: Id): Promise<readonly Id[]> {
  const roster = parts.book.roster(school);
  return roster ? awayOn(await openNear(parts, roster)) : [];
}

/** One record of which something is not as the rules know it hides none of the others (S14). */
async function sightsOf(
  work: Work,
  visits: readonly Stored[],
  viewer: Viewer,
  away: readonly Id[],
  shows: (stored: Stored) => boolean = () => true,
): Promise<{ sights: Sight[]; broken: number }> {
  const sights = [];
  let broken = 0;
  for (const stored of visits) {
    try {
      const sight = shows(stored) ? await sightIn(work, stored, viewer, away) : undefined;
      if (sight) sights.push(sight);
    } catch (error) {
      broken++;
      work.parts.report?.("visit not shown", { visit: stored.id, ...faultOf(error) });
    }
  }
  return { sights, broken };
}

async function sightIn(
  work: Work,
  { school, visit, policy }: Stored,
  viewer: Viewer,
  away: readonly Id[],
): Promise<Sight | undefined> {
  const now: At = work.parts.clock.now();
  const scene: Scene | undefined = await gatherScene(work, { school, visit, policyHash: policy, away, now });
  return scene && sightOf(visit, viewer, scene);
}
