import type { Store } from "../../engine/ports";
import { atTheCall, closeWorlds, out, people, secret, type World, world } from "./world";

/** Ann is the office, and goes on visits herself; Bea too, where there is one. */
async function withAnnGoing(isBeaThere: boolean, store = (real: Store): Store => real): Promise<World> {
  const plain = await world();
  await plain.close();
  const roster = plain.book.roster("meadow");
  const staff = people.map((one) => (one.id === "ann" ? { ...one, roles: ["office", "visitor"] } : one));
  const bea = staff.filter(({ id }) => id === "ann").map((ann) => ({ ...ann, id: "bea", name: "Bea Example" }));
  const book = {
    ...plain.book,
    roster: () => roster && { ...roster, people: [...staff, ...(isBeaThere ? bea : [])] },
    secret: async () => secret,
  };
  return world({ folder: plain.folder, parts: { book }, store });
}

let w: World;
afterEach(closeWorlds);
const goesOut = async (who: string) => {
  await w.engine.sweep();
  w.messenger.sent.length = 0;
  await w.does(who, "reportOut", undefined);
  await w.engine.sweep();
};

describe("S5: whoever has the watch and goes out on another visit", () => {
  let visit: string;
  let isDown: boolean;
  const failing = (real: Store): Store =>
    new Proxy(real, {
      get: (store, name: keyof Store) =>
        name === "makeDue" && isDown ? () => Promise.reject(new Error()) : store[name],
    });
  beforeEach(async () => {
    isDown = false;
    w = await withAnnGoing(true, failing);
    visit = await out(w);
    await w.does("ann", "takeWatch", visit);
  });

  it("has others asked at once to take it in their stead", async () => {
    await goesOut("ann");
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });

  it("has others asked by the next sweep, where the store failed just then", async () => {
    isDown = true;
    await goesOut("ann");
    expect(w.messenger.texts("bea")).not.toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
    isDown = false;
    await w.pass(1);
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });

  it("was only offered it: whoever has it sees at once that nobody is about to take it", async () => {
    await w.does("ann", "handOverWatch", visit, { to: "bea" });
    await goesOut("bea");
    expect(w.messenger.sent.filter(({ how, to }) => how === "update" && to === "ann")).not.toEqual([]);
  });
});

it("S5: whoever alone has been told of an alarm and goes out on another visit has the next told at once", async () => {
  w = await withAnnGoing(false);
  await atTheCall(w);
  await goesOut("ann");
  expect(w.messenger.texts("helen")).toContainEqual(expect.stringMatching(/^alarm.*Priya/));
});
