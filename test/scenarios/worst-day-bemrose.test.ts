import { WorstDay } from "./worst-day";

/** Ashgate School follows Bemrose's policy. Its document has staff report in and is silent on what happens when they don't; the school chose. */
describe("the worst day, as Bemrose's policy and the school's choice have it", () => {
  let day: WorstDay;
  beforeAll(async () => {
    day = await WorstDay.of("bemrose", { lead: "maya", companion: "omar", base: "nora" });
    const request = {
      reason: "curriculum",
      whyNotInSchool: "They can't come in",
      answer_aim: "Partnership",
      answer_outcome: "Mornings in school",
      answer_whoToSee: "Mum",
      answer_allPresent: "true",
      answer_familyNeeds: "true",
      answer_area: "No",
      answer_travel: "Car",
      answer_animals: "None known",
      answer_guidance: "true",
      agreedWay: "telephone",
      meets: "Mrs Smith",
      depart: "10:45",
      reportAt: "10:20",
    };
    await day.sendsOut(request, async () => {
      await day.lead.presses("assessRisk", { useGeneric: "true", considered: "true" });
      await day.who("lena").presses("approve", { reason: "Agreed" });
    });
  });
  afterAll(() => day.close());

  it("begins when a report that was agreed does not come, and base rings (BEM-37)", async () => {
    expect(await day.alarmed(() => day.school.until("10:21"), /ALARM.*no contact/)).toEqual(["nora", "office"]);
  });

  it("goes to the Leadership Team, as the school chose", async () => {
    const heard = await day.alarmed(() => day.base.presses("recordCall", { outcome: "noAnswer" }));
    expect(heard).toEqual(expect.arrayContaining(["lena", "hugh", "slt"]));
  });

  it("is theirs to decide, by a person and with a reason, and comes again until the police are rung (S2, S10)", async () => {
    const lena = day.who("lena");
    expect(await lena.isRefused("recordDecision", { decision: "police" })).toMatchObject({ beside: "why" });
    const decide = () => lena.presses("recordDecision", { decision: "police", why: "Both phones ring out" });
    expect(await day.alarmed(decide, /NOBODY HAS CALLED/)).toEqual(
      expect.arrayContaining(["nora", "lena", "hugh", "dina", "slt"]),
    );
    expect(await day.alarmed(() => day.school.until("10:25"), /NOBODY HAS CALLED/)).toContain("lena");
    await lena.presses("recordDecision", {
      decision: "policeCalled",
      when: "10:25",
      reference: "DC-12",
      answer: "Coming",
    });
    expect(await day.alarmed(() => day.school.until("10:50"), /NOBODY HAS CALLED/)).toEqual([]);
  });

  it("ends when both have been spoken to, and everyone alerted hears so (S2)", async () => {
    expect(await day.ends(day.who("lena"))).toEqual(expect.arrayContaining(["nora", "lena", "hugh"]));
  });
});
