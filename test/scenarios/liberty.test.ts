import type { Values } from "../channel/card";
import type { Seat } from "../channel/seat";
import { School } from "./school";

const asked: Values = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "returning",
  purpose: "To agree how Sam comes back",
  answer_whyVisit: "Sam will not come into school",
  answer_bestInterests: "Sam feels safe at home",
  answer_returnContact: "Mrs Penn, by phone",
  answer_signed: "true",
  date: "2026-11-23",
  leave: "09:55",
  start: "10:00",
  back: "11:00",
  reportAt: "10:30",
  agreed: "agreed",
  agreedHow: "by phone with mum",
};

/** Harbour School follows Liberty's policy, from the request to the last copy. */
describe("a visit as Liberty's policy has it", () => {
  let school: School;
  let lena: Seat;
  let marc: Seat;
  let olive: Seat;
  let paul: Seat;
  beforeAll(async () => {
    school = await School.open({ schools: "test/schools/liberty.yaml" });
    [lena, marc, olive, paul] = ["lena", "marc", "olive", "paul"].map((name) => school.seat(name)) as [
      Seat,
      Seat,
      Seat,
      Seat,
    ];
  });
  afterAll(() => school.close());

  it("is asked for as an exception, by two, with what base is to hear and when (LAT-22, LAT-26)", async () => {
    await lena.says("request visit");
    expect(await lena.isRefused("requestVisit", asked)).toMatchObject({ beside: "companion" });
    const alone = { ...asked, companion: marc.person.id, reportAt: " " };
    expect(await lena.isRefused("requestVisit", alone)).toMatchObject({ beside: "reportEvery" });
    await lena.presses("requestVisit", { ...asked, companion: marc.person.id, reportAt: "10:30" });
    await marc.presses("agreeToVisit");
  });

  it("is the Principal's to sanction, who reads all of it (LAT-11, LAT-24, LAT-34)", async () => {
    await paul.sees(/Lena Fox \(Teacher\) and Marc Owen \(Psychologist\)/);
    await paul.sees(/Sam will not come into school/);
    await paul.presses("approve", {
      reason: "Needed",
      ticks: "sanctioned,theseStaff",
      sanction_authorities: "None needed",
    });
    await lena.sees(/approved/i);
  });

  it("is told to the authorities before anybody leaves (LAT-28, LAT-29, LAT-30)", async () => {
    await school.until("09:55");
    expect(await lena.isRefused("signOut", { allTrue: "true" })).toMatchObject({
      say: expect.stringContaining("LAT-28"),
    });
    for (const note of ["Mr Low, by phone", "Nobody else", "Email to Mr Low"]) {
      await lena.presses("completeTask", { note });
      await school.settles();
    }
    await olive.presses("takeWatch");
    for (const seat of [lena, marc]) await seat.presses("signOut", { allTrue: "true" });
  });

  it("goes there and back without an alarm, and base hears from them when it was agreed", async () => {
    await lena.presses("arrive");
    await school.until("10:28");
    for (const seat of [lena, marc]) await seat.presses("checkIn");
    await school.until("10:50");
    for (const seat of [lena, marc]) await seat.presses("leave");
    for (const seat of [lena, marc]) await seat.presses("signIn");
    await olive.sees(/everyone is back/i);
    expect(school.texts.filter((text) => /alarm|late\b/i.test(text))).toEqual([]);
  });

  it("ends with minutes on the pupil's file and copies to whom the policy says (LAT-35)", async () => {
    await lena.presses("writeMinutes", {
      text: "We agreed mornings.",
      issues: "no",
      concern: "no",
      action1: "Ring on Friday",
      actionWho1: lena.person.id,
    });
    await school.settles();
    await paul.presses("completeTask");
    for (let left = 0; left < 6; left++) {
      await school.settles();
      const open = lena.place.verbs.includes("completeTask");
      if (open) await lena.presses("completeTask", { note: "Done today" });
    }
    await lena.says("my visits");
    await lena.sees(/closed/);
  });

  it("is quiet from then on", async () => {
    expect(await school.hears(() => school.program.advance("P2D"))).toEqual([]);
  });
});
