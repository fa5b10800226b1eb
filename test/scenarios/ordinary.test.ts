import { School } from "./school";

describe("an ordinary visit, over HTTP", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.opens();
  });
  afterAll(() => school.closes());

  it("goes from a request in chat to a closed record, and raises no alarm", async () => {
    const { priya, tom, ann, slt } = school;
    await school.inside();
    await school.until("14:50");
    await priya.presses("checkIn");
    await tom.presses("checkIn");
    await school.until("15:20");
    for (const seat of [priya, tom]) await seat.presses("leave");
    for (const seat of [priya, tom]) await seat.presses("signIn");
    await ann.sees(/everyone is back/i);
    await priya.presses("writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" });
    await priya.presses("completeTask", { review: "ok" });
    expect(slt.posts).toEqual([]);
  });
});
