import { arrivedTillThree } from "./scenes";
import { School } from "./school";

describe("a channel that fails", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrivedTillThree });
  });
  afterAll(() => school.close());
  afterEach(() => school.channel.heals());

  const checkIn = async () => {
    for (const seat of [school.priya, school.tom]) await seat.presses("checkIn");
  };

  it("with 403 for everybody who is called makes the next step hear it at once", async () => {
    await school.until("10:20");
    await checkIn();
    school.channel.fails(403, { in: school.ann });
    school.channel.fails(403, { in: school.office });
    expect(await school.told(/ALARM 2/, () => school.until("11:21"))).toEqual(["helen", "slt"]);
    school.channel.heals();
    await school.helen.presses("recordCall", { outcome: "ok", ...school.both });
  });

  it("with 429 gets the alarm once, when it takes messages again", async () => {
    await school.until("11:30");
    await checkIn();
    await school.until("12:29");
    school.channel.fails(429, { in: school.ann });
    expect(await school.told(/ALARM 3/, () => school.until("12:30:20"))).toEqual(["office"]);
    school.channel.heals();
    expect(await school.hears(() => school.until("12:31:30"), /ALARM 3/)).toEqual([
      expect.stringMatching(/^ann: (?!.*repeat)/),
    ]);
    await checkIn();
  });

  it("with 502 gets the alarm again, marked as a repeat, since the first may have arrived", async () => {
    await school.until("13:31:00");
    school.channel.fails(502, { in: school.ann });
    await school.until("13:31:40");
    school.channel.heals();
    expect(await school.hears(() => school.until("13:33:00"), /ALARM 4/)).toEqual([
      expect.stringMatching(/^ann: ALARM 4.*repeat of alarm 4/),
    ]);
  });
});
