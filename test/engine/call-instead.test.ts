import { closeWorlds, request, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

const call = {
  contactHow: "phone",
  contactWhy: "CANARYWHY",
  contactTime: "11:00",
  contactKnows: "ann",
  contactBeside: "tom",
  contactTicks: "consent,timeAgreed",
};
const made = {
  contactText: "CANARYSAID",
  contactDevice: "school",
  contactWitness: "staff",
  contactKept: "channel,parentDevice,parentThere,speaker",
};
const said = (who: string) => w.messenger.texts(who).map((text) => text.split(" ")[0]);

describe("a call in place of a visit, through engine, store and messages", () => {
  it("is planned, authorised, made, recorded and filed, and everybody hears what is theirs (AET-A-112, AET-A-114, AET-A-119, AET-A-126, AET-A-130)", async () => {
    const { visit } = await w.does("priya", "requestVisit", undefined, request);
    await w.does("priya", "cancel", visit, { ill: "true" });
    await w.engine.sweep();
    expect(said("priya")).toContain("contactOffered");
    await w.does("priya", "planContact", visit, call);
    await w.engine.sweep();
    expect(said("sam")).toContain("contactAsked");
    await w.does("sam", "decideContact", visit, { answer: "yes" }, 1);
    await w.engine.sweep();
    expect([said("priya"), said("tom"), said("ann")].map((texts) => texts.at(-1))).toEqual([
      "contactDecided",
      "contactBeside",
      "contactKnown",
    ]);
    await w.pass(60);
    expect(said("priya").at(-1)).toBe("contactDue");
    await w.pass(95);
    expect([said("priya").at(-1), said("helen").at(-1)]).toEqual(["contactUnrecorded", "contactUnrecorded"]);
    const told = w.messenger.texts().length;
    await w.does("tom", "recordContact", visit, made);
    const file = (await w.stored(visit)).visit.tasks.find(({ kind, done }) => kind === "file" && !done);
    await w.does("priya", "completeTask", visit, { note: "SR 12" }, file?.no);
    await w.pass(24 * 60);
    expect(
      w.messenger
        .texts()
        .slice(told)
        .filter((text) => text.startsWith("contact")),
    ).toEqual([]);
    expect((await w.stored(visit)).visit.tasks.every(({ done }) => done)).toBe(true);
    expect(w.messenger.texts().join()).not.toMatch(/CANARY|Sam Pupil/);
    expect(JSON.stringify(await w.engine.look("joan", visit))).toContain("CANARYSAID");
    expect(JSON.stringify(await w.engine.look("ann", visit))).not.toMatch(/CANARY|Sam Pupil/);
  });
});
