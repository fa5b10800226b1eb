import { createHash } from "node:crypto";
import type { Id } from "../schools/school";
import type { Event } from "../visits/events";
import { homeOf, sameHome } from "../visits/past";
import type { Visit } from "../visits/visit";
import type { Parts } from "./parts";

/** The pupils of one address, by the names of their households. Kept under a digest, so that no address is an id. */
type Home = { pupils: readonly string[] };

const homeId = (school: Id, address: string): Id =>
  createHash("sha256")
    .update(JSON.stringify([school, homeOf(address)]))
    .digest("hex");

/** Of this pupil wherever it was, and of their brothers and sisters at this address, or at the one last used. */
export async function visitsOfHome(
  { store }: Parts,
  { school, household, address }: { school: Id; household: string; address?: string | undefined },
): Promise<Visit[]> {
  const own = (await store.household(school, household)).map(({ visit }) => visit);
  const where = address || own.find(({ plan }) => plan.address !== "")?.plan.address;
  if (!where) return own;
  const home = await store.get<Home>("household", homeId(school, where));
  const found = [...own];
  for (const pupil of home?.pupils ?? [])
    if (pupil !== household) {
      const theirs = await store.household(school, pupil);
      found.push(...theirs.map(({ visit }) => visit).filter(({ plan }) => sameHome(plan.address, where)));
    }
  return found;
}

/**
 * Notes beside the visit, after it was stored, who lives there. What is lost here errs on the safe side: a brother's or
 * sister's visit then counts as a first one.
 */
export async function rememberHome({ store, report }: Parts, school: Id, events: readonly Event[]): Promise<void> {
  for (const event of events)
    if ((event.type === "Requested" || event.type === "Amended") && event.plan.address !== "")
      await store
        .change<Home>("household", homeId(school, event.plan.address), (home) => withPupil(home, event.plan.household))
        .catch(() => report?.("homeNotKept", { school }));
}

/** Where no record of theirs is left, nothing says any more that they lived there. */
export async function forgetHome({ store }: Pick<Parts, "store">, { school, plan }: Visit): Promise<void> {
  const left = await store.household(school, plan.household);
  if (plan.address === "" || left.length > 0) return;
  const without = (home: Home | undefined): Home | undefined =>
    home?.pupils.includes(plan.household)
      ? { pupils: home.pupils.filter((pupil) => pupil !== plan.household) }
      : undefined;
  await store.change<Home>("household", homeId(school, plan.address), without);
}

const withPupil = (home: Home | undefined, pupil: string): Home | undefined =>
  home?.pupils.includes(pupil) ? undefined : { pupils: [...(home?.pupils ?? []), pupil] };
