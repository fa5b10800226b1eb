import { arrivedTillThree } from "./scenes";
import { School } from "./school";

describe("going to the address", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrivedTillThree });
    await school.until("11:16");
  });
  afterAll(() => school.close());

  it("S12: takes two", async () => {
    const { helen, samuel } = school;
    const why = await helen.isRefused("recordDecision", {
      decision: "goThere",
      why: "No answer",
      who: samuel.person.id,
    });
    expect(why).toEqual({ beside: "who", say: expect.stringMatching(/two people/i) });
  });

  it("S12: holds the climb while they are on their way, and gives them clocks of their own", async () => {
    const { helen, samuel, grace } = school;
    const who = [samuel, grace].map(({ person }) => person.id).join(",");
    await helen.presses("recordDecision", { decision: "goThere", why: "No answer", who });
    expect(await school.told(/ALARM 2/, () => school.until("11:30"))).toEqual([]);
    await samuel.presses("checkIn");
    await samuel.says("who is out");
    await samuel.sees(/Who is out[\s\S]*Samuel Reid/);
  });

  it("S12: is over when everybody is spoken to and back", async () => {
    const { helen, samuel, grace, priya, tom } = school;
    await helen.presses("recordCall", { outcome: "ok", ...school.both });
    for (const seat of [samuel, grace, priya, tom]) await seat.presses("signIn");
    await school.ann.sees(/everyone is back/i);
    expect(await school.told(/ALARM(?!.*over)/, () => school.program.advance("PT6H"))).toEqual([]);
  });
});
