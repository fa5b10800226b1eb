import { arrived } from "./scenes";
import { School } from "./school";

describe("a visit that is ended because it feels unsafe", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrived });
  });
  afterAll(() => school.close());

  it("is told to the office and the Principal, with one press and no words", async () => {
    const end = () => school.priya.presses("endUnsafe", { how: "unsafe" });
    expect(await school.told(/ended the visit because it was not safe/, end)).toEqual(["ann", "helen", "office"]);
  });

  it("S1: asks each of them whether they are away and safe, and alarms the office when one says nothing", async () => {
    expect(await school.told(/away and safe/i, () => school.until("10:16"))).toEqual(["priya", "tom"]);
    await school.priya.presses("checkIn");
    expect(await school.told(/ALARM 2 · Tom Okafor/, () => school.until("10:21"))).toEqual(["ann", "office"]);
  });

  it("S8: ends when he rings the office", async () => {
    const watch = await school.ann.sees(/has the watch/);
    const rings = () => school.ann.pressesOn(watch, "phonedIn", { who: school.tom.person.id, what: "leaving" });
    expect(await school.told(/ALARM 2 is over/, rings)).toEqual(["ann", "office"]);
  });

  it("asks afterwards for the reason in writing", async () => {
    for (const seat of [school.priya, school.tom]) await seat.presses("signIn");
    await school.priya.sees(/why the visit was ended, in writing/);
  });
});
