import { heardOfTillThree } from "./scenes";
import { School } from "./school";

describe("Teams away for five minutes", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: heardOfTillThree });
    await school.until("11:19");
  });
  afterAll(() => school.close());

  it("says what was owed once it is back: one message each, that says how late it is and that it may be a repeat", async () => {
    school.channel.fails("away");
    expect(await school.hears(() => school.until("11:24:30"))).toEqual([]);
    const heals = async () => {
      school.channel.heals();
      await school.until("11:26:30");
    };
    const heard = await school.hears(heals, /ALARM 2/);
    const late = (name: string, minutes: string) =>
      expect.stringMatching(
        new RegExp(`^${name}: .*no contact since 10:20.*\\(${minutes} min late; repeat of alarm 2\\)`),
      );
    expect(heard).toEqual([
      late("grace", "[23]"),
      late("ann", "[45]"),
      late("helen", "[23]"),
      late("samuel", "[23]"),
      late("office", "[45]"),
      late("slt", "[23]"),
    ]);
  });

  it("S13: has not burnt the ladder to the police meanwhile, and goes on as before", async () => {
    expect(school.texts.filter((text) => /police/i.test(text))).toEqual([]);
    await school.ann.presses("recordCall", { outcome: "ok", ...school.both });
    expect(await school.told(/ALARM/, () => school.until("12:20"))).toEqual([]);
  });
});
