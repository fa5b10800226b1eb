import type { Verb } from "../../visits/command";
import { closeWorlds, out, people, type World, world } from "./world";

const minute = 60_000;
const priya = people.find(({ id }) => id === "priya");
const tom = people.find(({ id }) => id === "tom");

let w: World;
let visit: string;
/** Priya's and Tom's last day passes while they are out. */
beforeEach(async () => {
  w = await world();
  visit = await out(w);
  for (const person of [priya, tom]) if (person) person.until = "2026-11-22";
  w.clock.at += minute;
});
afterEach(async () => {
  for (const person of people) delete person.until;
  await closeWorlds();
});

const stored = async () => (await w.stored(visit)).visit;
const toPriya = () =>
  w.messenger.sent.flatMap(({ to, how, text }) => (to === "priya" ? `${how} ${text.split(" ")[0]}` : []));
const refusalOf = async (who: string, verb: Verb, input = {}) => {
  const answer = await w.press(who, verb, visit, input, 1);
  return "refusal" in answer ? answer.refusal : undefined;
};

describe("whoever is out past their last day", () => {
  it("S9: checks in by press and by message, and changes the plan", async () => {
    expect(await w.engine.knows("priya")).toMatchObject({ id: "priya", roles: [], schools: ["meadow"] });
    await w.does("priya", "checkIn", visit);
    expect((await stored()).outings.priya?.contact).toBe(w.clock.at);
    w.clock.at += minute;
    expect(await w.engine.hear("tom", "All well", w.clock.at)).toHaveProperty("checkedIn");
    expect((await stored()).outings.tom?.contact).toBe(w.clock.at);
    await w.does("priya", "changePlan", visit, { more: "15" });
    expect((await stored()).outings.priya?.backBy ?? (await stored()).plan.back).toBe(Date.UTC(2026, 10, 23, 11, 45));
  });

  it("S3: calls for help", async () => {
    await w.does("priya", "askForHelp", visit);
    expect((await stored()).alarms.map(({ cause }) => cause)).toEqual(["emergency"]);
  });

  it("is asked how it is going, with the card beneath, as on any other day", async () => {
    w.clock.at += 50 * minute;
    await w.engine.sweep();
    expect(toPriya()).toEqual(["say ping", "show "]);
  });

  it("S4: calls discreetly by the code word, and sees what an ordinary check-in brings", async () => {
    const seen = await w.engine.hear("priya", "All fine", w.clock.at);
    const covert = await w.engine.hear("priya", "The red folder", w.clock.at);
    expect((await stored()).alarms.map(({ cause }) => cause)).toEqual(["covert"]);
    expect(JSON.stringify(covert)).toBe(JSON.stringify(seen));
    expect((await w.engine.myVisits("priya")).map((sight) => sight.alarms)).toEqual([[]]);
    expect((await w.engine.whoIsOut({ person: "priya" })).sights.map((sight) => sight.alarms)).toEqual([[]]);
    expect(await w.engine.look("priya", visit)).toMatchObject({ visit, alarms: [] });
  });

  it("P6: finds nothing else open, of that visit or any other", async () => {
    for (const verb of ["cancel", "amend", "writeMinutes", "approve", "takeWatch", "standDown", "report"] as const)
      expect((await refusalOf("priya", verb))?.refused).toBe("noSuchVisit");
    const sight = await w.engine.look("priya", visit);
    const offered = "offers" in sight ? sight.offers : [];
    expect(offered).toEqual(expect.arrayContaining(["checkIn", "askForHelp", "signIn"]));
    for (const verb of ["requestVisit", "cancel", "amend", "report", "writeMinutes"])
      expect(offered).not.toContain(verb);
    expect(await w.engine.requestForm("priya")).toMatchObject({ refused: "noSuchVisit" });
    expect(await w.engine.requestForm("priya", visit)).toMatchObject({ refused: "noSuchVisit" });
    expect(await w.engine.monitoring("priya")).toBeUndefined();
    const asked = await w.press("priya", "requestVisit", undefined, {});
    expect(asked).toMatchObject({ refusal: { refused: "noSuchVisit" } });
  });

  it("P6: belongs nowhere any more once they have signed in and been shown so", async () => {
    w.clock.at += 50 * minute;
    await w.engine.sweep();
    await w.does("priya", "signIn", visit);
    expect(await refusalOf("priya", "signIn")).toBeUndefined();
    w.messenger.sent.length = 0;
    await w.engine.sweep();
    expect(toPriya()).toEqual(["update "]);
    w.clock.at += 10 * minute;
    expect(await w.engine.knows("priya")).toBeUndefined();
    expect(await refusalOf("priya", "signIn")).toMatchObject({ refused: "notRegistered" });
    expect(await w.engine.knows("tom")).toBeDefined();
  });
});

it("P6: tells whoever stays at school past their last day nothing of it, and sends them nothing", async () => {
  const ann = people.find(({ id }) => id === "ann");
  if (ann) ann.until = "2026-11-22";
  expect(await w.engine.knows("ann")).toBeUndefined();
  expect(await refusalOf("ann", "takeWatch")).toMatchObject({ refused: "notRegistered" });
  w.messenger.tried.length = 0;
  await w.does("priya", "askForHelp", visit);
  await w.engine.sweep();
  expect(w.messenger.tried.map(({ to }) => to)).toEqual(expect.arrayContaining(["helen", "channel:office"]));
  expect(w.messenger.tried.map(({ to }) => to)).not.toContain("ann");
});
