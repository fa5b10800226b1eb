import { out, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(async () => {
  await w.close();
  w.remove();
});

/** Nobody plans that; a visit of the morning on which nobody has signed in is enough. */
it("S9: whoever is out on two visits is heard on the one that they left for last, whichever was asked for first", async () => {
  const contact = async (visit: string) => (await w.stored(visit)).visit.outings.priya?.contact;
  const first = await out(w);
  w.clock.at += 5 * 60_000;
  const last = await out(w, { start: "12:30", back: "13:30" });
  w.clock.at += 5 * 60_000;
  const before = await contact(first);
  await w.engine.hear("priya", "all well", w.clock.at);
  expect([await contact(first), await contact(last)]).toEqual([before, w.clock.at]);
});
