import type { Scene } from "../../engine/facts";
import type { Stored } from "../../engine/ports";
import { knownSight } from "../../engine/sight";
import { workOf } from "./work";
import { approved, closeWorlds, out, people, viewOf, type World, world } from "./world";

/** A sight is kept: of what has changed around the visit meanwhile, it must not show how it was. */

const minute = 60_000;
let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

const renamed = (scene: Scene): Scene => {
  const all = scene.roster.people.map((one) => (one.id === "tom" ? { ...one, name: "Thomas Other" } : one));
  return { ...scene, roster: { ...scene.roster, people: all } };
};
const notTheFirst = (scene: Scene): Scene => ({
  ...scene,
  past: { ...scene.past, firstVisit: !scene.past.firstVisit },
});
const unreachable = (scene: Scene): Scene => ({ ...scene, reachable: new Set(["ann", "priya", "tom"]) });
const nobody = (scene: Scene): Scene => ({ ...scene, reachable: new Set() });
const later = (scene: Scene): Scene => ({ ...scene, now: scene.now + 11 * minute });

/** As whoever has never seen that visit is shown it. */
const anew = ({ visit }: Stored, viewer: Parameters<typeof knownSight>[1], scene: Scene) =>
  knownSight(structuredClone(visit), viewer, scene);
const helen = people.find(({ id }) => id === "helen") ?? { channel: "slt" };

it.each([
  ["people are called otherwise", renamed],
  ["another visit to that home is known", notTheFirst],
  ["somebody can't be reached any more", unreachable],
  ["nobody can be reached any more", nobody],
])("shows it as it is where %s", async (_what, change) => {
  const { stored, scene } = await viewOf(w, workOf(w), await approved(w));
  const before = knownSight(stored.visit, helen, scene);
  const after = change(scene);
  expect(knownSight(stored.visit, helen, after)).toEqual(anew(stored, helen, after));
  expect(knownSight(stored.visit, helen, after)).not.toEqual({ ...before, now: after.now });
});

it("S2: derives nothing anew for a round of an alarm, which nobody sees", async () => {
  const visit = await out(w);
  await w.pass(70);
  const { stored, scene } = await viewOf(w, workOf(w), visit);
  const before = knownSight(stored.visit, helen, scene);
  expect(before.alarms.map(({ comesEvery }) => comesEvery)).toContain(5);
  const after = later(scene);
  expect(knownSight(stored.visit, helen, after)).toBe(before);
  expect({ ...anew(stored, helen, after), now: before.now }).toEqual(before);
});

it("S2: shows an alarm as nobody's once the time of whoever took it is over", async () => {
  const visit = await out(w);
  await w.pass(41);
  await w.does("ann", "acknowledge", visit, {}, 1);
  const { stored, scene } = await viewOf(w, workOf(w), visit);
  const before = knownSight(stored.visit, helen, scene);
  const after = later(scene);
  const { now: _, ...shown } = knownSight(stored.visit, helen, after);
  const { now: __, ...fresh } = anew(stored, helen, after);
  expect(shown).toEqual(fresh);
  expect(shown.alarms).not.toEqual(before.alarms);
});
