import { School } from "./school";

describe("somebody who is already out", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
    await school.asks();
  });
  afterAll(() => school.close());

  it("S1: is taken in by one sentence, though nobody has approved the visit: Principal and office are told", async () => {
    await school.until("10:00");
    const say = () => school.priya.says("I'm out already, sorry");
    expect(await school.told(/not signed out: Priya Shah|^You have not signed out/, say)).toEqual([
      "priya",
      "ann",
      "helen",
      "office",
    ]);
    await school.priya.sees(/the watch has begun/i);
  });

  it("S1: is watched like anybody: silence alarms the office", async () => {
    await school.until("10:11");
    await school.ann.presses("recordCall", { outcome: "ok" });
    expect(await school.told(/ALARM 2.*not back/, () => school.until("11:01"))).toEqual(["ann", "office"]);
  });

  it("S1: has the companion reckoned out too, since nobody has said otherwise", async () => {
    expect(school.texts).toContainEqual(expect.stringMatching(/^Out, and not signed out: Tom Okafor/));
  });

  it("S8: ends once the office has seen them all back", async () => {
    await school.ann.presses("seenBack", { who: school.priya.person.id });
    const last = () => school.ann.presses("seenBack", { who: school.tom.person.id });
    expect(await school.told(/ALARM 2 is over/, last)).toEqual(["ann", "office"]);
    await school.ann.sees(/everyone is back/i);
  });
});

describe("somebody out of whom nothing at all is known", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
  });
  afterAll(() => school.close());

  it("S1: is taken in by the same sentence, and watched", async () => {
    const { grace, ann } = school;
    const say = () => grace.says("we are out");
    expect(await school.told(/not signed out: Grace Lee|^You have not signed out/, say)).toEqual([
      "grace",
      "ann",
      "helen",
      "office",
    ]);
    await ann.presses("takeWatch");
    await school.until("09:11");
    await ann.presses("recordCall", { outcome: "ok" });
    const told = await school.told(/ALARM 2/, () => school.until("10:07"));
    expect(told).toEqual(["ann", "helen", "office", "slt"]);
    await ann.says("who is out");
    await ann.sees(/Who is out[\s\S]*Grace Lee/);
  });
});
