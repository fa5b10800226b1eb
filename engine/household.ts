import { hash } from "node:crypto";
import type { Id } from "../schools/school";
import type { Event } from "../visits/events";
import { type Home, homeOf, homesOf } from "../visits/homes";
import { lastHome, pastOf } from "../visits/homes/past";
import type { Visit } from "../visits/visit";
import type { Parts } from "./parts";

/** The pupils of one address, by the names of their households. Kept under a digest, so that no address is an id. */
type Lives = { pupils: readonly string[] };

const livesId = (school: Id, address: string): Id => hash("sha256", JSON.stringify([school, homeOf(address)]), "hex");

/** Of these pupils wherever it was, and of their brothers and sisters at the same address, or at the one last used. */
export async function visitsAround(parts: Parts, school: Id, homes: readonly Home[]): Promise<Visit[]> {
  const found = await Promise.all(homes.map((home) => visitsOfHome(parts, school, home)));
  return [...new Map(found.flat().map((visit) => [visit.id, visit])).values()];
}

async function visitsOfHome({ store, report }: Parts, school: Id, home: Home): Promise<Visit[]> {
  /** A visit of nobody known, or erased, is of no home. */
  const of = async (household: string) =>
    household === "" ? [] : (await store.household(school, household)).flatMap(({ visit }) => sound(visit, report));
  const own = await of(home.household);
  const where = home.address || lastHome(own, home.household)?.address;
  const lives = where ? await store.get<Lives>("household", livesId(school, where)) : undefined;
  const others = new Set([...(home.siblings ?? []), ...(lives?.pupils ?? [])]);
  others.delete(home.household);
  const theirs = await Promise.all([...others].map(of));
  return [...own, ...theirs.flat()];
}

const known = new WeakMap<Visit, boolean>();

/** An earlier record that the rules can't read keeps no press and no alarm of today's visit waiting (S2): it is left out, and reported. */
function sound(visit: Visit, report: Parts["report"]): Visit[] {
  const isSound = known.get(visit) ?? canBeRead(visit);
  known.set(visit, isSound);
  if (!isSound) report?.("an earlier record of this home can't be read", { visit: visit.id });
  return isSound ? [visit] : [];
}

function canBeRead(visit: Visit): boolean {
  try {
    for (const home of homesOf(visit.plan)) pastOf([visit], home);
    return true;
  } catch {
    return false;
  }
}

/**
 * Notes beside the visit, after it was stored, who lives there. What is lost here errs on the safe side: a brother's or
 * sister's visit then counts as a first one.
 */
export async function rememberHome({ store, report }: Parts, school: Id, events: readonly Event[]): Promise<void> {
  const homes = events.flatMap((event) =>
    event.type === "Requested" || event.type === "Amended" ? homesOf(event.plan) : [],
  );
  for (const { household, address, siblings = [] } of homes)
    if (address)
      await store
        .change<Lives>("household", livesId(school, address), (lives) => withPupils(lives, [household, ...siblings]))
        .catch(() => report?.("homeNotKept", { school }));
}

/** Where no record of theirs is left, nothing says any more that they lived there. */
export async function forgetHome({ store }: Pick<Parts, "store">, { school, plan }: Visit): Promise<void> {
  for (const { household, address, siblings = [] } of homesOf(plan))
    for (const pupil of [household, ...siblings]) {
      if (!address || (await store.household(school, pupil)).length > 0) continue;
      const without = (lives: Lives | undefined): Lives | undefined =>
        lives?.pupils.includes(pupil) ? { pupils: lives.pupils.filter((one) => one !== pupil) } : undefined;
      await store.change<Lives>("household", livesId(school, address), without);
    }
}

function withPupils(lives: Lives | undefined, more: readonly string[]): Lives | undefined {
  const pupils = [...new Set([...(lives?.pupils ?? []), ...more])];
  return pupils.length === lives?.pupils.length ? undefined : { pupils };
}
