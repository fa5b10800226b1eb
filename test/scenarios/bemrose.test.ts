import type { Values } from "../channel/card";
import type { Seat } from "../channel/seat";
import { School } from "./school";

const asked: Values = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  meets: "Mrs Smith, his mother",
  depart: "10:45",
  reason: "curriculum",
  purpose: "To agree how Sam catches up in maths",
  whyNotInSchool: "Mum has no way to come in",
  answer_aim: "We work with his mother",
  answer_outcome: "A plan for maths",
  answer_whoToSee: "His mother, without Sam",
  answer_allPresent: "true",
  answer_familyNeeds: "true",
  answer_area: "No",
  answer_travel: "On foot",
  answer_animals: "A cat; nobody was asked",
  answer_guidance: "true",
  date: "2026-11-23",
  leave: "09:55",
  start: "10:00",
  back: "11:00",
  reportAt: "10:30",
  agreed: "agreed",
  agreedHow: "Mrs Smith, last Thursday",
};

/** Ashgate School follows Bemrose's policy, from the request to what its Head of House reads. */
describe("a visit as Bemrose's policy has it", () => {
  let school: School;
  const at = (name: string): Seat => school.seat(name);
  beforeAll(async () => {
    school = await School.open({ schools: "test/schools/bemrose.yaml" });
  });
  afterAll(() => school.close());

  it("is arranged beforehand, by letter or telephone (BEM-29, BEM-58)", async () => {
    await at("maya").says("request visit");
    const request = { ...asked, companion: at("omar").person.id };
    expect(await at("maya").isRefusedUnseen("requestVisit", request)).toMatchObject({
      say: expect.stringContaining("BEM-29"),
    });
    await at("maya").presses("requestVisit", { ...request, agreedWay: "telephone" });
    await at("omar").presses("agreeToVisit");
  });

  it("is assessed before anybody agrees to it (BEM-12, BEM-26)", async () => {
    await at("maya").sees(/risk assessment/i);
    expect(at("lena").texts.filter((text) => /approval/.test(text))).toEqual([]);
    await at("maya").presses("assessRisk", { useGeneric: "true", considered: "true" });
  });

  it("is agreed with any member of the Leadership Team in advance (BEM-14)", async () => {
    await at("hugh").isOffered("approve");
    await at("lena").presses("approve");
    await at("maya").sees(/approved by Lena Hart/);
  });

  it("is left on record at base, and told to student services, reception and safeguarding team in one press (BEM-30, BEM-60, BEM-A-09, BEM-A-11)", async () => {
    await school.until("09:55");
    const heard = await school.told(/signed out.* Nothing for you to do/, async () => {
      for (const name of ["maya", "omar"]) await at(name).presses("signOut", { allTrue: "true" });
    });
    expect(heard).toEqual(expect.arrayContaining(["stan", "rosa", "tess", "dina"]));
    await at("nora").presses("takeWatch");
    await at("stan").sees(/1 High Street/);
  });

  it("has staff report in to base when it was agreed (BEM-37)", async () => {
    await at("maya").presses("arrive");
    await school.until("10:29");
    const heard = await school.told(/ALARM/, async () => {
      await at("maya").presses("checkIn");
      await school.until("10:35");
    });
    expect(heard).toContain("nora");
    await at("nora").presses("recordCall", { outcome: "ok" });
  });

  it("comes back to everybody who was told, and is reported on (BEM-91)", async () => {
    await school.until("10:45");
    for (const name of ["maya", "omar"]) await at(name).presses("leave");
    const heard = await school.told(/Everyone is back/, async () => {
      for (const name of ["maya", "omar"]) await at(name).presses("signIn");
    });
    expect(heard).toEqual(expect.arrayContaining(["nora", "stan", "rosa", "tess"]));
  });

  it("ends with what came of it before the Head of House (BEM-09)", async () => {
    await at("maya").presses("writeMinutes", {
      text: "We agreed a plan for maths.",
      issues: "no",
      concern: "no",
      field_present: "Mrs Smith, who asked us in",
      field_notesExplained: "Yes",
      field_feedback: "Mr Bell",
      outcomeTo: at("hari").person.id,
    });
    await at("hari").sees(/We agreed a plan for maths/);
    await school.finishes("maya", "omar", "hari");
    await at("maya").says("my visits");
    await at("maya").sees(/closed/);
  });

  it("is quiet from then on", async () => {
    expect(await school.hears(() => school.program.advance("P2D"))).toEqual([]);
  });
});
