import type { Values } from "../channel/card";
import type { Seat } from "../channel/seat";
import { School } from "./school";

const asked: Values = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "support",
  purpose: "To offer help with mornings",
  date: "2026-11-23",
  leave: "09:55",
  start: "10:00",
  back: "11:00",
  agreed: "agreed",
  agreedHow: "by phone with mum",
  socialWorker: "yes",
  socialWorkerName: "Jo Reed",
  socialWorkerPhone: "+44 7700 900555",
};

/** Hillside Catholic School follows Thomas More's policy, from the request to the file. */
describe("a visit as Thomas More's policy has it", () => {
  let school: School;
  let rosa: Seat;
  let eric: Seat;
  let nora: Seat;
  let simon: Seat;
  beforeAll(async () => {
    school = await School.open({ schools: "test/schools/thomas-more.yaml" });
    const seats = ["rosa", "eric", "nora", "simon"].map((name) => school.seat(name));
    [rosa, eric, nora, simon] = seats as [Seat, Seat, Seat, Seat];
  });
  afterAll(() => school.close());

  it("is asked for by a pair, with what is known of a social worker (TMC-13, TMC-39)", async () => {
    await rosa.says("request visit");
    const nobody = { ...asked, companion: eric.person.id, socialWorkerPhone: " " };
    expect(await rosa.isRefused("requestVisit", nobody)).toMatchObject({ beside: "socialWorkerPhone" });
    await rosa.presses("requestVisit", { ...asked, companion: eric.person.id });
    await eric.presses("agreeToVisit");
  });

  it("has its brief risk assessment before the first visit, and is agreed by Senior staff (TMC-19, TMC-46, TMC-47)", async () => {
    await school.settles();
    expect(simon.place.verbs).not.toContain("approve");
    await rosa.presses("assessRisk", { useGeneric: "true", considered: "true" });
    expect(await simon.isRefused("approve", { reason: "They need it", ticks: "discussed" })).toMatchObject({
      say: expect.stringContaining("TMC-47"),
    });
    await simon.presses("approve", { reason: "They need it", ticks: "discussed,bestInterests" });
    await rosa.sees(/approved/i);
  });

  it("is known to the office: who, which family, where, and whom to ring (TMC-21, TMC-38, TMC-39)", async () => {
    await nora.presses("takeWatch");
    const { card } = await nora.isOffered("handOverWatch");
    const read = JSON.stringify(card);
    for (const words of ["Sam Smith", "1 High Street", "Rosa Quinn and Eric Stone", "Jo Reed"])
      expect(read).toContain(words);
  });

  it("goes there with a parent at home, and comes back, without an alarm", async () => {
    await school.until("09:55");
    for (const seat of [rosa, eric]) await seat.presses("signOut", { allTrue: "true" });
    await school.until("10:00");
    await rosa.presses("arrive", { adult: "yes" });
    await rosa.sees(/Keep assessing the mood/);
    await school.until("10:50");
    for (const seat of [rosa, eric]) await seat.presses("leave");
    for (const seat of [rosa, eric]) await seat.presses("signIn");
    await nora.sees(/everyone is back/i);
    expect(school.texts.filter((text) => /alarm|late\b/i.test(text))).toEqual([]);
  });

  it("is not closed before the social worker has been told (TMC-15)", async () => {
    await rosa.presses("writeMinutes", {
      text: "We agreed mornings.",
      issues: "no",
      concern: "no",
      field_familyViews: "They feel heard",
      outcomeWhyNot: "Nothing new",
    });
    await rosa.presses("completeTask", { review: "change", change: "A dog in the hall" });
    await school.settles();
    const { card } = await rosa.isOffered("completeTask");
    expect(JSON.stringify(card)).toContain("Tell of the visit");
    expect(rosa.texts.filter((text) => /child's school file|closed/.test(text))).toEqual([]);
    await rosa.presses("completeTask", { note: "Jo Reed, by phone, 10:58" });
    await school.settles();
    await rosa.sees(/child's school file/);
    await rosa.presses("completeTask");
    await rosa.says("my visits");
    await rosa.sees(/closed/);
  });

  it("is quiet from then on", async () => {
    expect(await school.hears(() => school.program.advance("P2D"))).toEqual([]);
  });
});
