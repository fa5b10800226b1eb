import type { Policy } from "../../policies/policy";
import { closeWorlds, out, type World, world } from "./world";

/** The school's DSL stands on no step of its ladder. */
function offTheLadder(policy: Policy): Policy {
  const { value } = policy.ladder;
  const steps = Object.entries(value.steps).map(([id, step]) => [
    id,
    { ...step, tell: step.tell.filter((role) => role !== "dsl") },
  ]);
  return { ...policy, ladder: { ...policy.ladder, value: { ...value, steps: Object.fromEntries(steps) } } };
}

let w: World;
beforeEach(async () => {
  const plain = await world();
  await plain.close();
  const { book } = plain;
  w = await world({ folder: plain.folder, parts: { book: { ...book, policy: () => offTheLadder(book.policy()) } } });
});
afterEach(closeWorlds);

it("S4: whoever is told of a discreet call without standing on the ladder finds it under who is out", async () => {
  await out(w);
  const board = async (person: string) => (await w.engine.whoIsOut({ person })).sights;
  expect(await board("joan")).toEqual([]);
  await w.engine.hear("priya", "The red folder", w.clock.at);
  await w.engine.sweep();
  expect(w.messenger.texts("joan").some((text) => text.includes('"covert"'))).toBe(true);
  const [sight] = await board("joan");
  expect(sight?.alarms.map(({ cause, offers }) => [cause, offers.includes("standDown")])).toEqual([["covert", true]]);
  expect(await board("grace")).toEqual([]);
});
