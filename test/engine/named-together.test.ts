import { approved, closeWorlds, out, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

describe("two who are reported out, of whom one is out already", () => {
  it("S1: starts a watch for whoever is named with somebody already out, and is on no visit", async () => {
    const visit = await out(w);
    const place = { address: "9 Elm Close" };
    for (const named of [
      { who: "priya", and: "grace" },
      { who: "sam", and: "tom" },
    ]) {
      const answer = await w.does("ann", "reportOut", undefined, { ...named, ...place });
      const fresh = (await w.stored(answer.visit)).visit;
      expect([answer.visit === visit, fresh.phase, fresh.plan.visitors]).toEqual([
        false,
        "out",
        [named.and === "grace" ? "grace" : "sam"],
      ]);
    }
  });

  it("S1: takes in whoever is named with somebody already out, on the same visit", async () => {
    const visit = await approved(w);
    await w.pass(5);
    await w.does("priya", "signOut", visit, { allTrue: "true" }, (await w.stored(visit)).visit.plan.no);
    await w.does("ann", "reportOut", undefined, { who: "priya", and: "tom", address: "x" });
    expect(Object.keys((await w.stored(visit)).visit.outings)).toEqual(["priya", "tom"]);
  });
});
