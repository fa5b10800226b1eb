import { WorstDay } from "./worst-day";

/** Elmfield Primary follows Hexthorpe's policy, and two visitors do not come back. */
describe("the worst day, as Hexthorpe's policy has it", () => {
  let day: WorstDay;
  beforeAll(async () => {
    day = await WorstDay.of("hexthorpe", { lead: "ryan", companion: "sita", base: "abel" });
    const request = {
      reason: "attendanceOrRefusal",
      whyNotInSchool: "They don't come in",
      answer_objective: "attendance",
      answer_safeguarding: "no",
    };
    await day.sendsOut(request, () => day.who("paula").presses("approve", { reason: "Planned" }));
  });
  afterAll(() => day.close());

  it("begins when they are not back at the agreed time, and the admin team rings first (HEX-61, HEX-62)", async () => {
    await day.school.until("10:30");
    for (const seat of [day.lead, day.companion]) await seat.presses("checkIn");
    const heard = await day.alarmed(() => day.school.until("11:01"), /ALARM.*not back/);
    expect(heard).toEqual(["dora", "abel", "office"]);
  });

  it("goes to the duty member of SLT when nobody answers (HEX-63)", async () => {
    expect(await day.alarmed(() => day.base.presses("recordCall", { outcome: "noAnswer" }))).toEqual(["derek", "slt"]);
  });

  it("is for SLT to decide: the police, with the reason for it (HEX-64)", async () => {
    const derek = day.who("derek");
    expect(await derek.isRefused("recordDecision", { decision: "police" })).toMatchObject({ beside: "why" });
    const why = "An hour late, no answer on either phone";
    const heard = await day.alarmed(
      () => derek.presses("recordDecision", { decision: "police", why }),
      /NOBODY HAS CALLED/,
    );
    expect(heard).toEqual(expect.arrayContaining(["derek", "wendy", "joyce", "slt"]));
    expect(await day.card(derek, /NOBODY HAS CALLED THE POLICE YET/)).toMatch(
      /a member of SLT[\s\S]*1 High Street, Derby, DE1\s1AA[\s\S]*Say to\s999/,
    );
  });

  it("is stamped by whoever rang, and ends only when both have been spoken to (S2, S10)", async () => {
    const derek = day.who("derek");
    await derek.presses("recordDecision", {
      decision: "policeCalled",
      when: "11:05",
      reference: "DC-11",
      answer: "Coming",
    });
    expect(await day.alarmed(() => day.school.until("11:30"))).toEqual([]);
    expect(await derek.isRefused("standDown", { why: "Police have it" })).toMatchObject({ beside: "spoken" });
    expect(await day.ends(derek)).toEqual(expect.arrayContaining(["abel", "derek"]));
  });
});
