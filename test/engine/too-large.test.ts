import { TooLarge } from "../../engine/too-large";
import { type Between, watched } from "./watched-store";
import { closeWorlds, out, type World, world } from "./world";

/** Whatever keeps documents short: where the store takes one no more, people hear of it. */

const between: { now?: Between } = {};
let w: World;
let visit: string;
const reports: unknown[] = [];
beforeEach(async () => {
  between.now = undefined;
  reports.length = 0;
  const report = (...one: unknown[]) => void reports.push(one);
  w = await world({ store: (store) => watched(store, [], between), parts: { report } });
  visit = await out(w);
  w.messenger.sent.length = 0;
  between.now = ({ method }) => {
    if (method.startsWith("replace")) throw new TooLarge("meadow", visit);
  };
});
afterEach(closeWorlds);
const said = () => w.messenger.sent.filter(({ text = "" }) => text.includes("takes nothing more")).map(({ to }) => to);

describe("S14: a visit that the store takes no more", () => {
  it("is told to everybody who answers alarms as soon as a press on it fails, and the press is not said to be stored", async () => {
    await expect(w.press("priya", "askForHelp", visit)).rejects.toThrow();
    expect(said()).toEqual(expect.arrayContaining(["ann", "helen"]));
    expect(reports).toEqual([["too large for the store", { visit }]]);
  });

  it("is not what anybody is told of where a press fails for another reason", async () => {
    between.now = ({ method }) => {
      if (method.startsWith("replace")) throw new Error("The database is away.");
    };
    await expect(w.press("priya", "askForHelp", visit)).rejects.toThrow();
    expect([said(), reports]).toEqual([[], []]);
  });

  it("is told as soon as an alarm of it can't be written, and told again for as long as that lasts", async () => {
    await w.pass(45);
    const first = said().filter((to) => to === "ann").length;
    expect(first).toBeGreaterThan(0);
    await w.pass(25);
    expect(said().filter((to) => to === "ann").length).toBeGreaterThan(first);
  });

  it("is looked at again, and its alarms go out once there is room", async () => {
    await w.pass(45);
    between.now = undefined;
    await w.pass(2);
    expect((await w.stored(visit)).visit.alarms.length).toBeGreaterThan(0);
    expect(w.messenger.sent.some(({ to, text = "" }) => to === "ann" && !text.includes("takes nothing"))).toBe(true);
  });
});
