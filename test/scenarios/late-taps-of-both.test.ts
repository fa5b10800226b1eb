import { School } from "./school";

describe("two who are silent", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
    await school.sendsOut({ back: "12:00" });
    await school.arrives();
    await school.until("10:20");
    for (const seat of [school.priya, school.tom]) await seat.presses("checkIn");
    await school.until("11:21");
  });
  afterAll(() => school.close());

  it("S3: end the alarm that nobody holds only when both have tapped: nobody answers a colleague's alarm", async () => {
    expect(await school.told(/over/, () => school.priya.presses("checkIn"))).toEqual([]);
    expect(await school.told(/ALARM 2 is over/, () => school.tom.presses("checkIn"))).toEqual(["ann", "office"]);
  });

  it("S3: and who are late end that when both have signed in", async () => {
    expect(await school.told(/ALARM 3.*not back/, () => school.until("12:01"))).toEqual(["ann", "office"]);
    expect(await school.told(/over/, () => school.priya.presses("checkIn"))).toEqual([]);
    expect(await school.told(/over/, () => school.priya.presses("signIn"))).toEqual([]);
    expect(await school.told(/ALARM 3 is over.*back and signed in/, () => school.tom.presses("signIn"))).toEqual([
      "ann",
      "office",
    ]);
    await school.ann.sees(/everyone is back/i);
  });
});
