import { signedOut } from "./scenes";
import { School } from "./school";

describe("the office's call ten minutes after the start", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: signedOut });
  });
  afterAll(() => school.close());

  it("is asked for as a routine call, though the visitors have tapped", async () => {
    await school.priya.presses("arrive");
    expect(await school.hears(() => school.until("10:10"))).toEqual([
      expect.stringMatching(/^ann: Please ring Priya Shah now/),
      expect.stringMatching(/^office: <at>Mrs Ann Whitfield<\/at> Please ring Priya Shah now/),
    ]);
  });

  it("goes on to the Principal and the SLT channel when the office doesn't make it in five minutes", async () => {
    expect(await school.told(/ALARM 1/, () => school.until("10:15"))).toEqual(["helen", "slt"]);
  });

  it("ends when somebody has spoken to them, and everyone alerted hears that", async () => {
    const ring = () => school.helen.presses("recordCall", { outcome: "ok" });
    expect(await school.told(/ALARM 1 is over/, ring)).toEqual(["ann", "helen", "office", "slt"]);
    expect(await school.told(/ALARM|ring/, () => school.until("10:50"))).toEqual([]);
  });
});
