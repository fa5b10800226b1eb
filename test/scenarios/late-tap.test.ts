import { arrivedTillThree } from "./scenes";
import { School } from "./school";

describe("a tap while the office is alarmed for silence", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrivedTillThree });
    await school.until("10:50");
    await school.tom.presses("checkIn");
  });
  afterAll(() => school.close());

  it("S3: ends the alarm that nobody holds, and everyone alerted hears of it", async () => {
    await school.until("11:11");
    await school.ann.sees(/ALARM 2 · Priya Shah/);
    const tap = () => school.priya.presses("checkIn");
    expect(await school.told(/ALARM 2 is over.*checked in/, tap)).toEqual(["ann", "office"]);
    expect(await school.told(/ALARM 2/, () => school.until("11:40"))).toEqual([]);
  });

  it("S3: is shown to whoever holds it, and ends nothing", async () => {
    await school.tom.presses("checkIn");
    await school.until("12:12");
    await school.ann.presses("acknowledge");
    const tap = () => school.priya.presses("checkIn");
    expect(await school.hears(tap, /ALARM/)).toEqual([
      expect.stringMatching(/^ann: ALARM 3.*pressed a button at 12:12.*[Cc]onfirm by voice/),
    ]);
    await school.ann.sees(/confirm by voice/i);
    expect(await school.told(/ALARM 3/, () => school.until("12:18"))).toEqual(["helen", "slt"]);
  });

  it("S3: is over once the holder has heard their voice", async () => {
    const spoke = () => school.ann.presses("recordCall", { outcome: "ok" });
    expect(await school.told(/ALARM 3 is over/, spoke)).toEqual(["ann", "helen", "office", "slt"]);
  });
});
