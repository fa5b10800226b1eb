import type { Values } from "../channel/card";
import type { Seat } from "../channel/seat";
import { School } from "./school";

const asked: Values = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "attendanceOrRefusal",
  purpose: "To agree how Sam comes back",
  whyNotInSchool: "Sam refuses to come",
  answer_objective: "attendance",
  answer_safeguarding: "yes",
  date: "2026-11-23",
  leave: "09:55",
  start: "10:00",
  back: "11:00",
  agreed: "agreed",
  agreedHow: "by phone with mum",
};

/** Elmfield Primary follows Hexthorpe's policy, from the request to the entry in CPOMS. */
describe("a visit as Hexthorpe's policy has it", () => {
  let school: School;
  const at = (name: string): Seat => school.seat(name);
  beforeAll(async () => {
    school = await School.open({ schools: "test/schools/hexthorpe.yaml" });
  });
  afterAll(() => school.close());

  it("is asked for by two members of staff, never one (HEX-29)", async () => {
    await at("ryan").says("request visit");
    expect(await at("ryan").isRefusedUnseen("requestVisit", asked)).toMatchObject({
      say: expect.stringContaining("HEX-29"),
      beside: "companion",
    });
    await at("ryan").presses("requestVisit", { ...asked, companion: at("sita").person.id });
    await at("sita").presses("agreeToVisit");
  });

  it("is talked over with the Principal or SLT first, being of a safeguarding nature (HEX-41)", async () => {
    await at("wendy").sees(/talk this visit over with you first/);
    await at("derek").presses("recordTalk", { note: "Two go, and ring before they knock" });
    await school.settles();
    expect(at("paula").texts.filter((text) => /approv/i.test(text))).toEqual([]);
  });

  it("is planned and coordinated by the liaison officer, and approved by nobody (HEX-28)", async () => {
    await at("paula").sees(/Two go, and ring before they knock/);
    await at("paula").presses("approve");
    await at("ryan").sees(/planned and coordinated by Paula Finch/);
    await school.settles();
    expect(school.texts.filter((text) => /approv|risk assessment/i.test(text))).toEqual([]);
  });

  it("begins with a sign-out by each, of which Reception, SLT and the admin team hear (HEX-43, HEX-45, HEX-52)", async () => {
    await school.until("09:55");
    await at("abel").presses("takeWatch");
    await at("ryan").sees(/I have a mask with me/);
    const heard = await school.told(/signed out.* Nothing for you to do/, async () => {
      for (const name of ["ryan", "sita"]) await at(name).presses("signOut", { allTrue: "true" });
    });
    expect(heard.sort()).toEqual(["derek", "dora", "joyce", "rita", "wendy"]);
    await at("abel").sees(/1 High Street/);
  });

  it("goes there and back without an alarm, and everybody hears of it (HEX-56, HEX-57)", async () => {
    await at("ryan").presses("arrive");
    await school.until("10:50");
    for (const name of ["ryan", "sita"]) await at(name).presses("leave");
    const heard = await school.told(/Everyone is back/, async () => {
      for (const name of ["ryan", "sita"]) await at(name).presses("signIn");
    });
    expect([...new Set(heard)]).toEqual(expect.arrayContaining(["abel", "rita", "wendy", "derek"]));
    expect(school.texts.filter((text) => /alarm/i.test(text))).toEqual([]);
  });

  it("ends with clean hands and an entry in CPOMS of what was said and is to be done (HEX-58, HEX-59)", async () => {
    await at("ryan").presses("writeMinutes", {
      text: "We agreed mornings.",
      issues: "no",
      concern: "no",
      noAction: "true",
      field_parentViews: "They feel heard",
    });
    await school.settles();
    await at("sita").sees(/sanitise your hands/i);
    await school.finishes("ryan", "sita");
    await at("ryan").sees(/CPOMS/);
    await at("ryan").says("my visits");
    await at("ryan").sees(/over, something left to do/);
  });

  it("is repeated on the next school day if the liaison officer finds it necessary (HEX-38, HEX-39)", async () => {
    await at("paula").sees(/another attendance visit needed on the next school day/);
    await at("paula").presses("completeTask", { how: "notNeeded", note: "Ella came in" });
    await at("paula").sees(/Ella came in/);
  });

  it("is quiet from then on", async () => {
    expect(await school.hears(() => school.program.advance("P2D"))).toEqual([]);
  });
});

describe("a visit that does not return at Hexthorpe", () => {
  let school: School;
  const at = (name: string): Seat => school.seat(name);
  beforeAll(async () => {
    school = await School.open({ schools: "test/schools/hexthorpe.yaml" });
    await at("ryan").says("request visit");
    await at("ryan").presses("requestVisit", {
      ...asked,
      answer_safeguarding: "no",
      companion: at("dora").person.id,
      noneFree: "true",
    });
    await at("dora").presses("agreeToVisit");
    await at("paula").presses("approve");
    await school.until("09:55");
    await at("abel").presses("takeWatch");
    for (const name of ["ryan", "dora"]) await at(name).presses("signOut", { allTrue: "true" });
  });
  afterAll(() => school.close());

  it("is late from the very minute, and the admin team rings, save whoever of it is on the visit (HEX-30, HEX-61, HEX-62)", async () => {
    await school.until("10:50");
    for (const name of ["ryan", "dora"]) await at(name).presses("checkIn");
    await school.until("10:59");
    expect(at("abel").texts.join()).not.toMatch(/ALARM/i);
    const heard = await school.told(/ALARM/, () => school.until("11:00"));
    expect(heard).toContain("abel");
    expect(heard.filter((name) => ["dora", "ryan", "derek"].includes(name))).toEqual([]);
  });

  it("comes to the duty member of SLT where nobody answers (HEX-63)", async () => {
    const heard = await school.told(/ALARM/, () => at("abel").presses("recordCall", { outcome: "noAnswer" }));
    expect(heard).toContain("derek");
  });

  it("comes to the police where a member of SLT decides so, and ends when they have been seen (HEX-64)", async () => {
    await at("derek").presses("recordDecision", { decision: "police", why: "Not like them" });
    await at("derek").sees(/NOBODY HAS CALLED THE POLICE YET/);
    await at("derek").presses("recordDecision", {
      decision: "policeCalled",
      when: "11:04",
      reference: "DC-481",
      answer: "A car is on its way",
    });
    for (const name of ["ryan", "dora"]) await at(name).presses("signIn");
    await at("derek").presses("standDown", {
      why: "Both are back and well",
      spoken: [at("ryan"), at("dora")].map(({ person }) => person.id).join(),
    });
    await at("derek").sees(/over/i);
  });
});
