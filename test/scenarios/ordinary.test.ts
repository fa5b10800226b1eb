import { School } from "./school";

describe("an ordinary visit", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
  });
  afterAll(() => school.close());

  it("goes from a request in chat to a closed record, and raises no alarm", async () => {
    const { priya, tom, ann, slt } = school;
    await school.asks();
    await school.until("09:10");
    await tom.presses("agreeToVisit");
    await school.until("09:20");
    await priya.presses("assessRisk", { useGeneric: "true", considered: "true" });
    await school.until("09:40");
    await school.isApproved();
    await school.until("09:45");
    await ann.presses("takeWatch");
    await school.until("09:55");
    for (const seat of [priya, tom]) await seat.presses("signOut", { allTrue: "true" });
    await priya.presses("arrive");
    await school.arrives();
    await school.until("10:45");
    for (const seat of [priya, tom]) await seat.presses("checkIn");
    await school.until("10:55");
    for (const seat of [priya, tom]) await seat.presses("leave");
    for (const seat of [priya, tom]) await seat.presses("signIn");
    await ann.sees(/everyone is back/i);
    await priya.presses("writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" });
    await priya.presses("completeTask", { review: "ok" });
    await priya.sees(/safeguarding record/);
    await priya.presses("completeTask");
    await priya.says("my visits");
    await priya.sees(/closed/);
    expect(slt.posts).toEqual([]);
    expect(school.texts.filter((text) => /alarm|late\b|again/i.test(text))).toEqual([]);
  });

  it("is quiet from then on", async () => {
    expect(await school.hears(() => school.program.advance("P2D"))).toEqual([]);
  });
});
