import { listedAs } from "../schools/roster";
import type { Id, Person, Roster } from "../schools/school";
import type { Event } from "../visits/events";
import { calledFromNowhere, mayBeOut, overheard } from "../visits/overheard";
import { advance, commit } from "./commit";
import { readsCovert } from "./covert";
import { type Around, aroundOf, isReadable } from "./facts";
import type { Actor, OpenList } from "./open-lists";
import { isFrozen } from "./policies";
import type { Stored } from "./ports";
import { notSaved } from "./refusals";
import type { Work } from "./work";

const attempts = 8;
const day = 86_400_000;

/**
 * `rehearsed`: in a drill or in set-up, whose words are their own unless the plan of a visit has them away now. `shared`: another's everyday words, perhaps, and only the
 * code word is anybody's.
 */
type Words = { texts: readonly string[]; rehearsed?: boolean | undefined; shared?: boolean | undefined };

/**
 * What somebody writes who is signed out nowhere, and may be at a doorstep all the same: a call for help in it raises its alarm on the visit that
 * they have today, and whatever they wrote it in is answered as ever. The record is written with and without one, so that neither what is
 * shown nor what the store is asked tells the two apart (S4). To miss one is worse than a false alarm; but the disguised answers are everyday
 * words, so they count only while they may well be away. Gives whether anything was written: then it is for the caller to wake the sweep, once its
 * own writing is done.
 */
export async function overhear(work: Work, actor: Actor, lists: readonly OpenList[], words: Words): Promise<boolean> {
  const open = lists.flatMap(({ visits }) => visits).filter(isReadable);
  const found = likeliest(work, open, actor.id);
  if (words.rehearsed && found?.chance !== "now") return false;
  if (!found) return callElsewhere(work, actor, lists, words);
  const covert = lists.some(({ secret }) =>
    readsCovert(words.texts, found.chance === "now" && !words.shared ? secret : wordOf(secret), actor.id),
  );
  return insist(() => write(work, found.stored, actor.id, covert));
}

const wordOf = (secret: OpenList["secret"]): OpenList["secret"] => secret && { ...secret, signals: {} };

/**
 * They have no open visit today: the code word is none that anybody writes by chance, so it is heard from wherever they are, on a visit that was
 * called off or is closed already, else on a record of its own. No ordinary words are written for this, as they would be for everybody at all times.
 */
async function callElsewhere(work: Work, actor: Actor, lists: readonly OpenList[], { texts }: Words): Promise<boolean> {
  const school = actor.schools.find((_, i) => readsCovert(texts, wordOf(lists[i]?.secret), actor.id));
  if (school === undefined) return false;
  const { store, clock } = work.parts;
  const found = likeliest(work, await store.ofPerson(school, actor.id, clock.now() - day), actor.id);
  return insist(() => (found ? write(work, found.stored, actor.id, true) : begin(work, school, actor.id)));
}

/** Whether anything was written, so that somebody may be owed something now. */
async function insist(once: () => Promise<Stored | "conflict" | undefined>): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const written = await once();
    if (written !== "conflict") return written !== undefined;
  }
  throw new Error(notSaved);
}

type Found = { chance: "now" | "today"; stored: Stored };

/** The surest, and of several the one that begins nearest to now. */
function likeliest({ parts }: Work, visits: readonly Stored[], who: Id): Found | undefined {
  const now = parts.clock.now();
  const found = visits.flatMap((stored): Found[] => {
    const roster = parts.book.roster(stored.school);
    const chance = roster && listedAs(roster, who) && mayBeOut(stored.visit, who, roster.school.timezone, now);
    return chance ? [{ chance, stored }] : [];
  });
  const far = ({ chance, stored }: Found): number =>
    Math.abs(stored.visit.plan.start - now) + (chance === "now" ? 0 : day);
  return found.sort((a, b) => far(a) - far(b))[0];
}

/** As it is, but for the alarm where it is called for. */
async function write(
  work: Work,
  { school, id }: Stored,
  who: Id,
  covert: boolean,
): Promise<Stored | "conflict" | undefined> {
  const stored = await work.parts.store.read(school, id);
  const scene = isReadable(stored) && (await sceneOf(work, school, who, stored));
  if (!scene || !isReadable(stored)) return notSet(covert);
  if (!isFrozen(stored.visit)) await work.policies.keep(scene.policy);
  return keep(work, stored, covert ? overheard(stored.visit, scene) : [], scene);
}

async function begin(work: Work, school: Id, who: Id): Promise<Stored | "conflict" | undefined> {
  const scene = await sceneOf(work, school, who);
  if (!scene) return notSet(true);
  const newId = `${school}.${work.parts.ids()}`;
  return keep(work, undefined, calledFromNowhere({ ...scene, newId }), scene);
}

/** Words that there is nothing to write for are only words; a call for help that can't be written is said not to be (S14). */
function notSet(covert: boolean): undefined {
  if (covert) throw new Error(notSaved);
}

type Scene = Around & { actor: Person; roster: Roster };

async function sceneOf(work: Work, school: Id, who: Id, stored?: Stored): Promise<Scene | undefined> {
  const now = work.parts.clock.now();
  const around = await aroundOf(work, { school, visit: stored?.visit, policyHash: stored?.policy, away: [], now });
  const actor = around && listedAs(around.roster, who);
  return actor && { ...around, actor };
}

const keep = (work: Work, stored: Stored | undefined, events: readonly Event[], scene: Around) =>
  commit(work, stored, advance(work, stored, events, scene), scene);
