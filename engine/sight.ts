import { isDeepStrictEqual } from "node:util";
import type { At, Id, Person } from "../schools/school";
import { clockReading, type Side } from "../visits/clock-reading";
import type { Facts } from "../visits/command";
import type { Viewer } from "../visits/may-see";
import { isVisitorSide } from "../visits/seen/who";
import { seenBy } from "../visits/seen-by";
import type { Sight } from "../visits/sight";
import type { Visit } from "../visits/visit";
import type { Scene } from "./facts";

const nobody: Person = { id: "", name: "", schools: [], roles: [], checks: {} };

export const factsOf = (scene: Scene, actor: Person, newId: Id = ""): Facts => ({ ...scene, actor, newId });

/** What one viewer sees now. */
export const sightOf = (visit: Visit, viewer: Viewer, scene: Scene): Sight =>
  asOf(knownSight(visit, viewer, scene), scene.now);

export const asOf = (sight: Sight, now: At): Sight => (sight.now === now ? sight : { ...sight, now });

/** Derived for this once: of another time than now nothing is kept. */
export const freshSight = (visit: Visit, viewer: Viewer, scene: Scene): Sight =>
  seenBy(visit, viewer, factsOf(scene, "id" in viewer ? viewer : nobody));

type Readings = Readonly<Record<Side, string>>;
/** By viewer: a person as the roster has them, or a channel's name. */
type Sights = Record<Side, Map<Person | string, Sight>>;
type Known = { scene: Scene; readings: Readings; sights: Sights };
const known = new WeakMap<Visit, Known>();

/**
 * What one viewer sees. It is kept, since a press and the deliveries after it ask for the same over and over: for as long as the visit and its
 * surroundings are the same, and the clock reads the same to the viewer's side. `now` is when it was derived.
 */
export function knownSight(visit: Visit, viewer: Viewer, scene: Scene): Sight {
  const sights = knownIn(visit, scene).sights[isVisitorSide(visit, viewer) ? "visitors" : "school"];
  const key = "channel" in viewer ? viewer.channel : viewer;
  const known = sights.get(key);
  if (known) return known;
  const sight = freshSight(visit, viewer, scene);
  sights.set(key, sight);
  return sight;
}

function knownIn(visit: Visit, scene: Scene): Known {
  const last = known.get(visit);
  if (last?.scene === scene) return last;
  const reading = (side: Side) => clockReading(visit, side, scene, scene.now);
  const readings: Readings = { visitors: reading("visitors"), school: reading("school") };
  const holds = last && isSame(last.scene, scene) ? last : undefined;
  const kept = (side: Side) => (holds?.readings[side] === readings[side] ? holds.sights[side] : new Map());
  const now = { scene, readings, sights: { visitors: kept("visitors"), school: kept("school") } };
  known.set(visit, now);
  return now;
}

type Around = Omit<Scene, "now">;
const is = <T>(a: T, b: T): boolean => a === b;
const isAlike = <T>(a: T, b: T): boolean => a === b || isDeepStrictEqual(a, b);
const holdAlike = (a: Iterable<string>, b: Iterable<string>): boolean => {
  if (a === b) return true;
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((id) => other.has(id));
};

/** Of everything around a visit when it is the same; what is missing here does not compile. */
const same: { readonly [K in keyof Around]: (a: Around[K], b: Around[K]) => boolean } = {
  school: is,
  roster: is,
  policy: is,
  past: isAlike,
  away: holdAlike,
  reachable: holdAlike,
  kits: isAlike,
};

const isSame = (a: Around, b: Around): boolean =>
  (Object.keys(same) as (keyof Around)[]).every(<K extends keyof Around>(part: K) => same[part](a[part], b[part]));
