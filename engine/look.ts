import { isActive } from "../schools/roster";
import type { At, Id, Person } from "../schools/school";
import { hasRole, ladderRoles, visitorRole } from "../visits/people";
import type { Refusal } from "../visits/refusal";
import type { OutNow, Sight } from "../visits/sight";
import type { Work } from "./commit";
import type { Engine } from "./engine";
import { awayOn, gatherScene, isReadable, openNear, type Scene } from "./facts";
import { findPerson } from "./parts";
import type { Stored } from "./ports";
import { noSuchVisit, schoolOf } from "./refusals";
import { sightOf } from "./sight";

const day = 86_400_000;
/** How long a closed visit stays in "my visits". */
const recent = 30 * day;

export type Known = NonNullable<ReturnType<Engine["knows"]>>;
type Viewer = Person | { channel: string };

/** Somebody registered at any school, within their dates (P6). Roles and schools are those of now. */
export function knows({ parts }: Work, id: Id): Known | undefined {
  const now = parts.clock.now();
  const rosters = parts.book.schools().flatMap((school) => parts.book.roster(school) ?? []);
  const found = rosters.flatMap((roster) => {
    const person = findPerson(roster, id);
    return person && isActive(person, roster.school, now) ? [{ person, school: roster.school.id }] : [];
  });
  const first = found[0];
  if (!first) return undefined;
  const roles = [...new Set(found.flatMap(({ person }) => person.roles))];
  const schools = found.map(({ school }) => school);
  return { id, name: first.person.name, roles, schools, visits: schools.some((school) => mayVisit(parts, school, id)) };
}

/** In a role that the school's policy sends on visits. */
function mayVisit({ book, clock }: Work["parts"], school: Id, id: Id): boolean {
  const roster = book.roster(school);
  const policy = book.policy(school);
  const person = roster && findPerson(roster, id);
  return person && policy ? visitorRole(person, { policy, roster, now: clock.now() }) !== undefined : false;
}

export async function look(work: Work, actor: Known | undefined, visit: Id): Promise<Sight | Refusal> {
  const school = schoolOf(visit);
  if (!actor || school === undefined || !actor.schools.includes(school)) return noSuchVisit;
  const stored = await work.parts.store.read(school, visit);
  const person = personIn(work, school, actor.id);
  if (!isReadable(stored) || !person) return noSuchVisit;
  const [sight] = await sightsOf(work, [stored], person, await awayNow(work, school));
  return sight ?? noSuchVisit;
}

export async function myVisits(work: Work, actor: Known | undefined): Promise<readonly Sight[]> {
  const sights = [];
  for (const school of actor?.schools ?? []) {
    const person = personIn(work, school, actor?.id ?? "");
    const since = work.parts.clock.now() - recent;
    const visits = await work.parts.store.ofPerson(school, actor?.id ?? "", since);
    if (person) sights.push(...(await sightsOf(work, visits, person, await awayNow(work, school))));
  }
  return sights;
}

/** Those whom the ladder tells see everybody who is out; others the visits they are on themselves. */
export async function whoIsOut(
  work: Work,
  viewer: Parameters<Engine["whoIsOut"]>[0],
  actor: Known | undefined,
): Promise<OutNow> {
  const sights = [];
  let unreadable = 0;
  const schools = "channel" in viewer ? [viewer.school] : (actor?.schools ?? []);
  for (const school of schools) {
    const who = "channel" in viewer ? channelIn(work, viewer) : personIn(work, school, viewer.person);
    const all = await work.parts.store.open(school);
    const open = all.filter(isReadable);
    const out = open.filter(({ visit }) => awayOn([{ visit } as Stored]).length > 0);
    const shown = who && out.filter(({ visit }) => maySee(work, school, who, visit));
    if (who) unreadable += all.length - open.length;
    if (who && shown) sights.push(...(await sightsOf(work, shown, who, await awayNow(work, school))));
  }
  return { sights, unreadable };
}

function maySee({ parts }: Work, school: Id, who: Viewer, { plan, outings }: Stored["visit"]): boolean {
  const roster = parts.book.roster(school);
  const policy = parts.book.policy(school);
  if ("channel" in who) return true;
  if (plan.visitors.includes(who.id) || outings[who.id]) return true;
  return roster !== undefined && policy !== undefined && hasRole(roster, who, ladderRoles(policy), parts.clock.now());
}

export function personIn({ parts }: Work, school: Id, id: Id): Person | undefined {
  const roster = parts.book.roster(school);
  const person = roster && findPerson(roster, id);
  return person && isActive(person, roster.school, parts.clock.now()) ? person : undefined;
}

function channelIn({ parts }: Work, { channel, school }: { channel: string; school: Id }): Viewer | undefined {
  return parts.book.roster(school)?.school.channels[channel] === undefined ? undefined : { channel };
}

export async function awayNow({ parts }: Work, school: Id): Promise<readonly Id[]> {
  const roster = parts.book.roster(school);
  return roster ? awayOn(await openNear(parts, roster)) : [];
}

async function sightsOf(work: Work, visits: readonly Stored[], viewer: Viewer, away: readonly Id[]): Promise<Sight[]> {
  const now: At = work.parts.clock.now();
  const sights = [];
  for (const { school, visit, policy } of visits) {
    const scene: Scene | undefined = await gatherScene(work, { school, visit, policyHash: policy, away, now });
    if (scene) sights.push(sightOf(visit, viewer, scene));
  }
  return sights;
}
