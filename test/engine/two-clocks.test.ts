import { closeWorlds, out, type World, world } from "./world";

/** Two instances on one store, of which one's clock is minutes behind the other's. */

const minute = 60_000;
let ahead: World;
let behind: World;
let visit: string;
beforeEach(async () => {
  ahead = await world({ parts: { alone: false } });
  visit = await out(ahead);
  // What the card says comes next is something else from ten minutes before they are to be back on.
  await ahead.pass(81);
  behind = await world({ folder: ahead.folder, at: ahead.clock.at - 4 * minute, parts: { alone: false } });
});
afterEach(closeWorlds);

const looks = async (w: World) => {
  w.messenger.sent.length = 0;
  await w.store.makeDue("meadow", visit, w.clock.at);
  await w.engine.sweep();
  return w.messenger.sent.filter(({ how }) => how === "update").length;
};

it("leaves cards as the one ahead has drawn them, who leaves them as they are too", async () => {
  await looks(ahead);
  expect([await looks(behind), await looks(ahead), await looks(behind)]).toEqual([0, 0, 0]);
});

it("draws them anew by either clock once something has happened", async () => {
  await behind.does("ann", "takeWatch", visit);
  expect(await looks(behind)).toBeGreaterThan(0);
});

it("draws a card by its own clock where the other's is further ahead than any may be", async () => {
  await looks(ahead);
  behind.clock.at -= 12 * minute;
  expect(await looks(behind)).toBeGreaterThan(0);
});
