import { approved, out, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(async () => {
  await w.close();
  w.remove();
});

it("tells the companion, then the Principal, as a request makes its way", async () => {
  const visit = await approved(w);
  expect(w.messenger.texts()).toEqual([]);
  await w.engine.sweep();
  expect((await w.stored(visit)).visit.phase).toBe("ready");
  expect(w.messenger.texts("priya").join()).toContain("approved");
  expect(w.messenger.sent.some(({ how, to }) => how === "show" && to === "priya")).toBe(true);
});

it("climbs from the office to the Principal to SLT while nobody records an outcome, and stops when one is recorded", async () => {
  const visit = await out(w);
  await w.pass(60);
  console.log(
    w.messenger.sent
      .map(({ how, to, text, at }) => `${(at - w.clock.at) / 60000} ${how} ${to} ${text.slice(0, 60)}`)
      .join("\n"),
  );
  await w.pass(60);
  console.log((await w.stored(visit)).nextDueAt, JSON.stringify(await w.stored(visit)).length);
});
