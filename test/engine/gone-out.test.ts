import { out, people, secret, type World, world } from "./world";

/** Ann is the office, and goes on visits herself. */
async function withAnnGoing(): Promise<World> {
  const plain = await world();
  await plain.close();
  const roster = plain.book.roster("meadow");
  const bea = people.filter(({ id }) => id === "ann").map((ann) => ({ ...ann, id: "bea", name: "Bea Example" }));
  const staff = people.map((one) => (one.id === "ann" ? { ...one, roles: ["office", "visitor"] } : one));
  const book = {
    ...plain.book,
    roster: () => roster && { ...roster, people: [...staff, ...bea] },
    secret: async () => secret,
  };
  return world({ folder: plain.folder, parts: { book } });
}

describe("S5: whoever has the watch and goes out on another visit", () => {
  let w: World;
  beforeEach(async () => {
    w = await withAnnGoing();
    const visit = await out(w);
    await w.does("ann", "takeWatch", visit);
    await w.engine.sweep();
    w.messenger.sent.length = 0;
  });
  afterEach(async () => {
    await w.close();
    w.remove();
  });

  it("has others asked at once to take it in their stead", async () => {
    await w.does("ann", "reportOut", undefined);
    await w.engine.sweep();
    expect(w.messenger.texts("bea")).toContainEqual(expect.stringMatching(/^watchAsked.*Priya/));
  });
});
