import { knownSight } from "../../engine/sight";
import { workOf } from "./work";
import { closeWorlds, out, people, viewOf, type World, world } from "./world";

/** What is derived anew as the clock goes on, and for whom. */

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);
const person = (id: string) => {
  const found = people.find((one) => one.id === id);
  if (!found) throw new Error(`Nobody is called ${id}.`);
  return found;
};

it("as the visit is to start, only what those see who are on it", async () => {
  const { stored, scene } = await viewOf(w, workOf(w), await out(w));
  const { visit } = stored;
  const seen = (who: string, now: number) => knownSight(visit, person(who), { ...scene, now });
  const { start } = visit.plan;
  const before = ["priya", "helen"].map((who) => seen(who, start - 1));
  const after = ["priya", "helen"].map((who) => seen(who, start));
  expect([before[0]?.next?.key, after[0]?.next?.key]).toEqual(["arrive", "checkIn"]);
  expect(after[1]).toBe(before[1]);
});
