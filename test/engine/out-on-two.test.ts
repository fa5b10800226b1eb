import { approved, closeWorlds, out, type World, world } from "./world";

const minute = 60_000;

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

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

describe("on the card of a visit that they are back from", () => {
  let old: string;
  let now: string;
  beforeEach(async () => {
    old = await out(w);
    for (const who of ["priya", "tom"]) await w.does(who, "signIn", old);
    now = await out(w, { start: "12:30", back: "13:30", address: "9 Mill Lane, Derby" });
    w.clock.at += 5 * minute;
  });
  const alarms = async (visit: string) => (await w.stored(visit)).visit.alarms.map(({ cause }) => cause);

  it("S9: a check-in counts where somebody is, as a discreet call there does (S4)", async () => {
    expect((await w.does("priya", "checkIn", old)).visit).toBe(now);
    expect((await w.stored(now)).visit.outings.priya?.contact).toBe(w.clock.at);
    expect((await w.does("priya", "checkIn", old, { note: "red folder" })).visit).toBe(now);
    expect([await alarms(old), await alarms(now)]).toEqual([[], ["covert"]]);
  });

  it("S9, S10: a call for help is one where they are: nobody is sent to where they were", async () => {
    await w.does("priya", "askForHelp", old, { kind: "help" });
    await w.does("tom", "endUnsafe", old, { how: "violence" });
    expect([await alarms(old), await alarms(now)]).toEqual([[], ["emergency", "violence"]]);
  });

  it("S1: of a visit that they may be out on without a sign-out it is that one's still", async () => {
    const next = await approved(w, { start: "15:00", back: "16:00", address: "2 Green Lane, Derby" });
    await w.does("priya", "checkIn", next);
    expect((await w.stored(next)).visit.outings.priya).toBeDefined();
  });
});
