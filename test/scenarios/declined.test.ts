import { prepared } from "./scenes";
import { School } from "./school";

describe("a visit that the Principal declines", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: prepared });
  });
  afterAll(() => school.close());

  it("needs a reason", async () => {
    expect(await school.helen.isRefused("decline")).toMatchObject({ beside: "why" });
  });

  it("is told to those who would have gone, who read why on their card", async () => {
    const { priya, tom, helen } = school;
    const decline = () => helen.presses("decline", { why: "Please ring them first." });
    expect(await school.told(/declined/, decline)).toEqual(["priya", "tom"]);
    for (const seat of [priya, tom]) await seat.sees("Please ring them first.");
  });

  it("offers nobody a way to leave on it", async () => {
    await school.settles();
    const offered = school.people.flatMap(({ place }) => place.verbs);
    expect(offered).not.toContain("signOut");
    expect(offered).not.toContain("approve");
    expect(offered).not.toContain("takeWatch");
  });

  it("has no clock: nobody hears of it again", async () => {
    expect(await school.hears(() => school.program.advance("P1D"))).toEqual([]);
  });
});
