import { signedOut } from "./scenes";
import { School } from "./school";

describe("no one home", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: signedOut });
  });
  afterAll(() => school.close());

  it("is waited for outside, ten minutes from the arranged start", async () => {
    await school.priya.presses("noOneHome");
    expect(await school.hears(() => school.until("10:09"))).toEqual([]);
    expect(await school.told(/wait is over/, () => school.until("10:10"))).toEqual(["priya", "tom"]);
    await school.ann.sees(/no one was home/);
    await school.ann.presses("recordCall", { outcome: "ok" });
  });

  it("S1: stops no clock: they are still looked for until they are back", async () => {
    expect(await school.told(/ALARM 2.*no contact/, () => school.until("10:58"))).toEqual(["ann", "office"]);
    for (const seat of [school.priya, school.tom]) await seat.presses("signIn");
    await school.ann.sees(/everyone is back/i);
  });
});
