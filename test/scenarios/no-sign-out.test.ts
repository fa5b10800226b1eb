import { approved } from "./scenes";
import { School } from "./school";

describe("gone without sign-out", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: approved });
    await school.ann.presses("takeWatch");
  });
  afterAll(() => school.close());

  it("S1: at the approved start the visitors are asked “gone, late or not going?”", async () => {
    expect(await school.told(/gone, late or not going/i, () => school.until("10:00"))).toEqual(["priya", "tom"]);
  });

  it("S1: silence counts as out: the approver and the office are told, and the clocks start", async () => {
    const told = await school.told(/Out, and not signed out|^You have not signed out/, () => school.until("10:10"));
    expect(told).toEqual(["priya", "tom", "ann", "helen", "office"]);
    await school.ann.says("who is out");
    await school.ann.sees(/Who is out[\s\S]*Priya Shah/);
  });

  it("S1: nobody on the visit is refused the watch: they check in, are called on silence, and sign in", async () => {
    const { priya, tom, ann } = school;
    await priya.presses("checkIn");
    await ann.presses("recordCall", { outcome: "ok" });
    expect(await school.told(/no contact/, () => school.until("11:00"))).toEqual([]);
    for (const seat of [priya, tom]) await seat.presses("signIn");
    await ann.sees(/everyone is back/i);
  });

  it("S1: the breach stands on the record", async () => {
    await school.helen.sees(/sign(ed|ing)? out/);
  });
});
