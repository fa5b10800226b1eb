import { heardOfTillThree } from "./scenes";
import { School } from "./school";

describe("silence", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: heardOfTillThree });
  });
  afterAll(() => school.close());

  it("brings the visitors a ping before anybody is alarmed", async () => {
    expect(await school.hears(() => school.until("11:15"))).toEqual([
      expect.stringMatching(/^priya: All well\?/),
      expect.stringMatching(/^tom: All well\?/),
    ]);
  });

  it("S2: alarms the office after an hour", async () => {
    expect(await school.told(/ALARM 2.*no contact/, () => school.until("11:21"))).toEqual(["ann", "office"]);
  });

  it("S2: climbs to the Principal and the SLT channel, then to each senior leader", async () => {
    expect(await school.told(/ALARM 2/, () => school.until("11:26"))).toEqual(["helen", "slt"]);
    expect(await school.told(/ALARM 2/, () => school.until("11:31"))).toEqual(["grace", "helen", "samuel", "slt"]);
  });

  it("S2: is held by whoever takes it, for five minutes and no longer", async () => {
    await school.samuel.presses("acknowledge");
    await school.helen.sees(/Samuel Reid has this until/);
    expect(await school.told(/ALARM 2/, () => school.until("11:35"))).toEqual([]);
    expect(await school.told(/ALARM 2/, () => school.until("11:37"))).toEqual(["grace", "helen", "samuel", "slt"]);
  });

  it("S2: ends with an outcome that somebody records, and everyone alerted hears so", async () => {
    const spoke = () => school.samuel.presses("recordCall", { outcome: "ok", ...school.both });
    expect(await school.told(/ALARM 2 is over.*spoken to, and well/, spoke)).toEqual([
      "grace",
      "ann",
      "helen",
      "samuel",
      "office",
      "slt",
    ]);
  });

  it("S2: is heard of no more in the hour after that", async () => {
    expect(await school.told(/ALARM/, () => school.until("12:35"))).toEqual([]);
  });

  it("S2: is an alarm of its own when it happens again", async () => {
    expect(await school.told(/ALARM 3.*no contact/, () => school.until("12:40"))).toEqual(["ann", "office"]);
  });
});
