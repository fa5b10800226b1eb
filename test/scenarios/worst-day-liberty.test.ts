import { WorstDay } from "./worst-day";

/** Harbour School follows Liberty's policy: contact with base is agreed for each visit, and what follows silence is the school's choice. */
describe("the worst day, as Liberty's policy and the school's choice have it", () => {
  let day: WorstDay;
  beforeAll(async () => {
    day = await WorstDay.of("liberty", { lead: "lena", companion: "marc", base: "olive" });
    const request = {
      reason: "returning",
      answer_whyVisit: "Sam will not come into school",
      answer_bestInterests: "Sam feels safe at home",
      answer_returnContact: "Mrs Penn, by phone",
      answer_signed: "true",
      reportAt: "10:30",
    };
    await day.sendsOut(request, async () => {
      const more = { ticks: "sanctioned,theseStaff", sanction_authorities: "None needed" };
      await day.who("paul").presses("approve", { reason: "Needed", ...more });
      await day.school.until("09:50");
      for (const note of ["Mr Low, by phone", "Nobody else", "Email to Mr Low"]) {
        await day.lead.presses("completeTask", { note });
        await day.school.settles();
      }
    });
  });
  afterAll(() => day.close());

  it("begins when base does not hear from them at the time that was agreed (LAT-26)", async () => {
    expect(await day.alarmed(() => day.school.until("10:31"), /ALARM.*no contact/)).toEqual(["olive", "office"]);
  });

  it("goes by itself to the Principal and senior staff where base does nothing for five minutes (S2)", async () => {
    const heard = await day.alarmed(() => day.school.until("10:36"));
    expect(heard).toEqual(expect.arrayContaining(["ruth", "paul", "office"]));
  });

  it("holds for five minutes when somebody takes it, and then comes again (S2)", async () => {
    await day.who("ruth").presses("acknowledge");
    expect(await day.alarmed(() => day.school.until("10:40"))).toEqual([]);
    expect(await day.alarmed(() => day.school.until("10:42"))).toEqual(expect.arrayContaining(["ruth", "paul"]));
  });

  it("is a person's to decide: police, with the address first and what to say (S10)", async () => {
    const paul = day.who("paul");
    await paul.presses("recordDecision", { decision: "police", why: "No word since they left, and no answer" });
    const card = await day.card(paul, /NOBODY HAS CALLED THE POLICE YET/);
    expect(card).toMatch(/NOBODY HAS CALLED[\s\S]*1 High Street, Derby, DE1\s1AA[\s\S]*Say to\s999/);
    await paul.presses("recordDecision", {
      decision: "policeCalled",
      when: "10:42",
      reference: "DC-13",
      answer: "Coming",
    });
    await day.base.sees(/Police called 10:42 by Paul Adair[\s\S]*DC-13/);
  });

  it("is not ended by a press from their phones, only by a person who has spoken to them (S2, S3)", async () => {
    expect(await day.alarmed(() => day.lead.presses("checkIn"), /is over/)).toEqual([]);
    expect(await day.ends(day.who("paul"))).toEqual(expect.arrayContaining(["olive", "paul", "ruth"]));
  });
});
