import { School } from "./school";

describe("the watch towards the end of the day", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
    await school.approves({ start: "15:00", back: "15:55" });
    await school.ann.presses("takeWatch");
    await school.until("14:55");
    for (const visitor of [school.priya, school.tom]) await visitor.presses("signOut", { allTrue: "true" });
  });
  afterAll(() => school.close());

  it("S5: is handed over by name, and stays where it is until the other takes it", async () => {
    const { ann, samuel } = school;
    const offer = () => ann.presses("handOverWatch", { to: samuel.person.id });
    expect(await school.told(/asks you to take the watch/, offer)).toEqual(["samuel"]);
    await ann.sees(/Mrs Ann Whitfield has the watch/);
    expect(await school.hears(() => samuel.presses("takeWatch"))).toEqual([
      "samuel: Samuel Reid has the watch over Priya Shah and Tom Okafor, back by 15:55.",
    ]);
    await ann.sees(/Samuel Reid has the watch/);
  });

  it("S5: is asked for by name half an hour before cover ends", async () => {
    await school.until("15:10");
    await school.ann.presses("recordCall", { outcome: "ok" });
    expect(await school.told(/cover ends at 16:00/i, () => school.until("15:30"))).toEqual(["samuel", "office"]);
  });

  it("S5: is an alarm when cover ends with somebody out and nobody has taken it", async () => {
    await school.until("15:50");
    await school.priya.presses("changePlan", { more: "30" });
    await school.tom.presses("checkIn");
    expect(await school.told(/ALARM 2.*nobody has the watch/, () => school.until("16:00"))).toEqual([
      "ann",
      "helen",
      "office",
    ]);
  });

  it("S5: ends that alarm by being taken, and goes on until everyone is back", async () => {
    const take = () => school.helen.presses("takeWatch");
    expect(await school.told(/ALARM 2 is over/, take)).toEqual(["ann", "helen", "office"]);
    await school.until("16:20");
    await school.priya.presses("signIn");
    const last = () => school.tom.presses("signIn");
    // The office is told on return whoever watches (AET-A-49).
    expect(await school.told(/everyone is back/i, last)).toEqual(["ann", "helen", "office"]);
  });
});
