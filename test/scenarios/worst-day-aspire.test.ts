import { arrived } from "./scenes";
import { School } from "./school";

/** Meadow Primary follows Aspire's policy: monitor, Principal, and then to the address or the police. */
describe("the worst day, as Aspire's policy has it", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrived });
    await school.until("10:50");
    for (const seat of [school.priya, school.tom]) await seat.presses("checkIn");
  });
  afterAll(() => school.close());
  const alarmed = async (happening: () => Promise<unknown>, words = /ALARM/) => [
    ...new Set(await school.told(words, happening)),
  ];

  it("begins when a return is delayed and nobody has explained it: the monitor calls (AET-A-56)", async () => {
    expect(await alarmed(() => school.until("11:01"), /ALARM.*not back/)).toEqual(["ann", "office"]);
  });

  it("goes to the Principal, and a senior member hears it, when they can't be contacted (AET-60, AET-A-56, AET-A-68)", async () => {
    expect(await alarmed(() => school.ann.presses("recordCall", { outcome: "noAnswer" }))).toEqual(["helen", "slt"]);
  });

  it("is the Principal's decision on the risks: two go to the address, with clocks of their own (AET-A-69, S12)", async () => {
    const two = [school.samuel, school.joan].map(({ person }) => person.id).join(",");
    const why = "It is five minutes away, and the family is known";
    await school.helen.presses("recordDecision", { decision: "goThere", why, who: two });
    await school.samuel.sees(/please go to/);
    await school.ann.sees(/Samuel Reid and Joan Ellis go there/);
    expect(await alarmed(() => school.until("11:20"))).toEqual([]);
  });

  it("goes to the police on what they find there, and comes again until somebody stamps it (AET-61, AET-A-69, S10)", async () => {
    const police = () =>
      school.helen.presses("recordDecision", { decision: "police", why: "Their car is there, nobody opens" });
    expect(await alarmed(police, /NOBODY HAS CALLED/)).toEqual(["grace", "ann", "helen", "slt"]);
    expect(await alarmed(() => school.until("11:23"), /NOBODY HAS CALLED/)).toContain("helen");
    await school.helen.presses("recordDecision", {
      decision: "policeCalled",
      when: "11:23",
      reference: "DC-15",
      answer: "On their way",
    });
    await school.ann.sees(/Police called 11:23 by Helen Marsh[\s\S]*DC-15/);
    expect(await alarmed(() => school.until("11:40"), /NOBODY HAS CALLED/)).toEqual([]);
  });

  it("is over when both have been spoken to or seen, and not before (S2)", async () => {
    expect(await school.helen.isRefused("standDown", { why: "The police have them" })).toMatchObject({
      beside: "spoken",
    });
    const spoken = [school.priya, school.tom].map(({ person }) => person.id).join(",");
    const down = () => school.helen.presses("standDown", { why: "Both are with the police, unhurt", spoken });
    expect(await alarmed(down, /ALARM 2 is over/)).toEqual(expect.arrayContaining(["ann", "helen"]));
  });
});
