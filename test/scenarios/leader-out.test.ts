import { School } from "./school";

describe("a senior leader on the visit", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
    const { priya, grace } = school;
    await school.asks({ companion: grace.person.id, back: "15:00" });
    await grace.presses("agreeToVisit");
    await priya.presses("assessRisk", { useGeneric: "true", considered: "true" });
  });
  afterAll(() => school.close());

  it("goes once the Principal has confirmed what nobody has recorded of her", async () => {
    const decision = { reason: "Grace knows them", ticks: "necessary,bestInterests,safeguarding,whichStaff,briefing" };
    const why = await school.helen.isRefused("approve", { ...decision, confirmed: "false" });
    expect(why).toEqual({ beside: "confirmed", say: expect.stringContaining("Nobody has recorded these") });
    await school.helen.presses("approve", { ...decision, confirmed: "true" });
  });

  it("S5: can't take the watch over her own visit, and hears no alarm about it", async () => {
    const { priya, grace, ann } = school;
    await school.settles();
    expect(grace.place.verbs).not.toContain("takeWatch");
    await ann.presses("takeWatch");
    await school.until("09:55");
    for (const seat of [priya, grace]) await seat.presses("signOut", { allTrue: "true" });
    await school.until("10:10");
    await ann.presses("recordCall", { outcome: "ok" });
    const told = await school.told(/ALARM 2/, () => school.until("11:06"));
    expect([...new Set(told)]).toEqual(["ann", "helen", "samuel", "office", "slt"]);
    expect(grace.texts.join()).not.toContain("ALARM");
  });
});
