import { WorstDay } from "./worst-day";

/** Hillside Catholic School follows Thomas More's policy: the office rings, and the office decides about the police by two tests. */
describe("the worst day, as Thomas More's policy has it", () => {
  let day: WorstDay;
  beforeAll(async () => {
    day = await WorstDay.of("thomas-more", { lead: "rosa", companion: "eric", base: "nora" });
    const request = { reason: "support", socialWorker: "no" };
    await day.sendsOut(request, async () => {
      await day.lead.presses("assessRisk", { useGeneric: "true", considered: "true" });
      await day.who("simon").presses("approve", { reason: "They need it", ticks: "discussed,bestInterests" });
    });
  });
  afterAll(() => day.close());

  it("begins when they do not return at the agreed time: the school office rings (TMC-42, TMC-43)", async () => {
    expect(await day.alarmed(() => day.school.until("11:01"), /ALARM.*not back/)).toEqual(["nora", "office"]);
  });

  it("asks the office, after no answer, whether there is cause for concern, and no senior staff before it (TMC-44)", async () => {
    const heard = await day.alarmed(() => day.base.presses("recordCall", { outcome: "noAnswer" }));
    expect(heard).not.toContain("simon");
    expect(await day.card(day.base, /reasonable cause for concern/)).toContain("Yes: ring the police now");
  });

  it("rings again on no, and a second round without an answer speaks for itself (TMC-43, TMC-44)", async () => {
    await day.base.presses("recordDecision", { decision: "keepTrying", why: "They said it might run over" });
    await day.school.until("11:03");
    await day.base.presses("recordCall", { outcome: "noAnswer" });
    await day.base.sees(/Two rounds of calls went unanswered/);
  });

  it("has the office go to the police on its own word and reason (TMC-44)", async () => {
    const decide = () => day.base.presses("recordDecision", { decision: "police", why: "Two rounds, both phones" });
    expect(await day.alarmed(decide, /NOBODY HAS CALLED/)).toEqual(expect.arrayContaining(["nora", "simon", "office"]));
    await day.base.presses("recordDecision", {
      decision: "policeCalled",
      when: "11:04",
      reference: "DC-14",
      answer: "Coming",
    });
    expect(await day.alarmed(() => day.school.until("11:20"), /NOBODY HAS CALLED/)).toEqual([]);
    expect(await day.ends(day.who("simon"))).toEqual(expect.arrayContaining(["nora", "simon"]));
  });

  it("goes to the police at once on an emergency call to the office, with nobody's approval in front (TMC-45)", async () => {
    const watch = await day.base.isOffered("handOverWatch");
    const calls = () => day.base.pressesOn(watch, "phonedIn", { who: day.lead.person.id, what: "help" });
    expect(await day.alarmed(calls, /NOBODY HAS CALLED/)).toEqual(expect.arrayContaining(["nora", "simon", "office"]));
  });
});
