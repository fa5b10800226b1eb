import type { Person } from "../../schools/school";
import { Played } from "./played";
import { at, type Story } from "./story";

/** From a return that does not come, or a call for help, to the police: what each document says, and in whose hands it lies. */

const rings = (who: Person, outcome: string) => (story: Story) => story.press(who, "recordCall", { outcome });
const decides =
  (who: Person, decision: string, why = "Two hours late, and the house is known to us") =>
  (story: Story) =>
    story.press(who, "recordDecision", { decision, why });

describe("Hexthorpe", () => {
  const school = new Played("hexthorpe");
  const [abel, derek, joyce, wendy] = ["abel", "derek", "joyce", "wendy"].map((name) => school.who(name)) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const late = () => {
    const story = school.out("paula", "ryan").until("14:10");
    return story.press(school.who("paula"), "checkIn", { bothOk: "true" }).until("15:00");
  };

  it("has the admin team ring first, and nobody else (HEX-62)", () => {
    const story = late();
    expect(story.alarm).toMatchObject({ cause: "notBack", step: "call" });
    expect(story.toldTo(abel)).toContain("alarm");
    for (const other of [derek, joyce, wendy]) expect(story.toldTo(other)).not.toContain("alarm");
  });

  it("tells the duty member of SLT on no answer, and after any concern even where they were spoken to (HEX-63)", () => {
    for (const outcome of ["noAnswer", "concern"]) {
      const story = rings(abel, outcome)(late());
      expect([outcome, story.alarm?.step]).toEqual([outcome, "duty"]);
      expect(story.toldTo(derek)).toContain("alarm");
      expect(story.toldTo(joyce)).not.toContain("alarm");
    }
    const about = ["paula", "ryan"].map((name) => school.who(name).id).join(",");
    expect(late().press(abel, "recordCall", { outcome: "ok", about }).alarm).toBeUndefined();
  });

  it("has SLT decide about the police freely, with a reason, and SLT is who rings (HEX-64)", () => {
    const story = rings(abel, "noAnswer")(late());
    expect(story.press(derek, "recordDecision", { decision: "police" }).refusal?.field).toBe("why");
    decides(derek, "police")(story);
    expect(story.alarm).toMatchObject({ step: "police", decision: { by: derek.id, what: "police" } });
    expect(story.seen(derek).alarms[0]?.policeBy).toBe("a member of SLT or the duty member of SLT");
    story.press(derek, "recordDecision", { decision: "policeCalled", reference: "77", answer: "Coming" });
    expect(story.alarm?.police).toMatchObject({ by: derek.id, reference: "77" });
  });

  it("lets whomever it asks to decide say that it is over, the duty member and the Principal too; the admin team not (S2)", () => {
    const spoken = { why: "Both are on the phone", spoken: school.roster.people.map(({ id }) => id).join(",") };
    for (const [who, closes] of [
      [derek, true],
      [wendy, true],
      [abel, false],
    ] as const) {
      const story = rings(abel, "noAnswer")(late());
      story.lists(derek, { roles: ["dutySlt"] });
      story.press(who, "standDown", spoken);
      expect([who.name, story.alarm === undefined]).toEqual([who.name, closes]);
    }
  });

  it("knows who is on duty by the rota, and has everybody of that duty where the rota names nobody (HEX-63)", () => {
    const rota = [{ role: "dutySlt", who: [joyce.id], days: ["mon"] as const, from: "08:00", to: "15:30" }];
    const two = { roles: [...joyce.roles, "dutySlt"] };
    const onDuty = (until: string) => rings(abel, "noAnswer")(late().setUp({ rota }).lists(joyce, two).until(until));
    const inTime = onDuty("15:01");
    expect([inTime.toldTo(joyce).includes("alarm"), inTime.toldTo(derek).includes("alarm")]).toEqual([true, false]);
    const after = onDuty("15:01").until("15:31");
    expect([after.toldTo(joyce).includes("alarm"), after.toldTo(derek).includes("alarm")]).toEqual([true, true]);
  });

  it("gives the overdue card to no admin who is on the visit (S5, matrix W7)", () => {
    const dora = school.who("dora");
    const story = school.out("paula", "dora").until("14:10").press(dora, "checkIn", { bothOk: "true" }).until("15:00");
    expect([story.toldTo(dora).includes("alarm"), story.toldTo(abel).includes("alarm")]).toEqual([false, true]);
    expect(story.press(dora, "acknowledge").refusal?.refused).toBe("notYours");
    expect(rings(dora, "ok")(story).refusal?.refused).toBe("notYours");
  });

  it("has the watch, and leaders and admin team, see who is out (HEX-52)", () => {
    const story = late();
    for (const who of [abel, derek, wendy])
      expect(story.seen(who).visitors.map(({ name }) => name)).toContain("Paula Finch");
  });
});

describe("Thomas More", () => {
  const school = new Played("thomas-more");
  const nora = school.who("nora");
  const simon = school.who("simon");
  const late = () => school.out("rosa", "eric").until("15:00");

  it("has the school office ring the mobile, whichever they carry (TMC-43)", () => {
    const story = late();
    expect(story.alarm?.step).toBe("call");
    expect(story.toldTo(nora)).toContain("alarm");
    expect(story.toldTo(simon)).not.toContain("alarm");
    expect(story.seen(nora).alarms[0]?.about[0]).toMatchObject({
      phone: "+44 7700 900999",
      otherPhone: "+44 7700 900111",
    });
  });

  it("asks the office itself, after no answer, whether there is cause for concern: police on yes, and no leader first (TMC-44)", () => {
    const story = rings(nora, "noAnswer")(late());
    expect(story.alarm?.step).toBe("cause");
    expect(story.seen(nora).alarms[0]?.concern).toBe("asked");
    expect(story.toldTo(simon)).not.toContain("alarm");
    expect(story.press(nora, "recordDecision", { decision: "police" }).refusal?.field).toBe("why");
    expect(decides(nora, "police")(story).alarm?.step).toBe("police");
  });

  it("rings again on no, and two rounds without an answer speak for concern (TMC-44, matrix A26)", () => {
    const story = decides(nora, "keepTrying", "They said it might be long")(rings(nora, "noAnswer")(late()));
    expect(story.alarm?.step).toBe("call");
    rings(nora, "noAnswer")(story.until("15:03"));
    expect(story.seen(nora).alarms[0]?.concern).toBe("likely");
  });

  it("tells senior staff after five minutes without a word from the office (matrix A26)", () => {
    const story = rings(nora, "noAnswer")(late()).until("15:05");
    expect(story.alarm?.step).toBe("seniorStaff");
    expect(story.toldTo(simon)).toContain("alarm");
  });

  it("calls the police at once on a call for help, with nobody's approval in front (TMC-45)", () => {
    const pressed = school.out("rosa", "eric").press(school.who("rosa"), "askForHelp", { kind: "help" });
    const phoned = school.out("rosa", "eric").press(nora, "phonedIn", { who: school.who("rosa").id, what: "help" });
    const violent = school.out("rosa", "eric").press(school.who("rosa"), "endUnsafe", { how: "violence" });
    for (const story of [pressed, phoned, violent]) {
      expect(story.alarm).toMatchObject({ cause: story === violent ? "violence" : "emergency", step: "police" });
      expect(story.toldTo(nora)).toContain("alarm");
      expect(story.seen(nora).alarms[0]?.ask).toBe("police");
      expect(story.seen(nora)).toMatchObject({ address: "12 Mill Lane, Derby" });
    }
  });
});

describe("Aspire", () => {
  const school = new Played("aspire");
  const ann = school.who("ann");
  const helen = school.who("helen");
  const samuel = school.who("samuel");
  const late = () => {
    const story = school.out("priya", "tom").until("14:10");
    return rings(ann, "ok")(story).press(school.who("tom"), "checkIn").until("15:00");
  };

  it("has the monitor call after an hour of silence (AET-A-67), and no later than that for want of a two-hourly word (AET-83, AET-A-58)", () => {
    const story = school.out("priya", "tom", { back: at("17:00") }).until("14:10");
    rings(ann, "ok")(story).press(school.who("priya"), "checkIn", { bothOk: "true" }).until("15:10");
    expect(story.alarm).toMatchObject({ cause: "noContact", step: "call", dueAt: at("15:10") });
    expect(story.toldTo(ann)).toContain("alarm");
    const none = { value: null, by: "policy" as const, clauses: [] };
    const hourly = new Played("aspire", { callAfter: none, pingAfter: none, arrivalCallAfter: none });
    const two = hourly.out("priya", "tom", { back: at("17:00") });
    expect(two.until("15:29").alarm).toBeUndefined();
    expect(two.until("15:30").alarm).toMatchObject({ cause: "noContact", dueAt: at("15:30") });
  });

  it("alerts the Principal, and a senior member, when no contact explains a delayed return (AET-60, AET-A-56, AET-A-68)", () => {
    const story = rings(ann, "noAnswer")(late());
    expect(story.alarm?.step).toBe("principal");
    expect(story.toldTo(helen)).toContain("alarm");
    expect(story.toldTo("slt")).toContain("alarm");
    const forgotten = late().until("15:05");
    expect(forgotten.toldTo(helen)).toContain("alarm");
  });

  it("has the Principal decide, on the risks, to go there or ring the police, and keeps why (AET-A-69, AET-60)", () => {
    const there = rings(ann, "noAnswer")(late());
    const who = [samuel.id, school.who("joan").id].join(",");
    there.press(helen, "recordDecision", { decision: "goThere", why: "Five minutes away", who });
    expect(there.alarm?.decision).toMatchObject({ what: "goThere", why: "Five minutes away" });
    expect(there.is.outings[samuel.id]?.attending).toBe(there.alarm?.no);
    const police = decides(helen, "police")(rings(ann, "noAnswer")(late()));
    expect(police.alarm).toMatchObject({ step: "police", decision: { by: helen.id, what: "police" } });
  });

  it("goes to the police on a concern for their welfare (AET-61), and at once on violence (AET-81) and on covert help (AET-A-97)", () => {
    const concern = rings(helen, "concern")(rings(ann, "noAnswer")(late()));
    expect(concern.alarm?.step).toBe("police");
    const violence = school.out("priya", "tom").press(school.who("priya"), "askForHelp", { kind: "violence" });
    expect(violence.alarm?.step).toBe("police");
    const covert = school.out("priya", "tom").press(school.who("priya"), "checkIn", {}, { covert: true });
    expect(covert.alarm).toMatchObject({ cause: "covert", step: "police" });
  });
});

describe.each([
  ["liberty", "lena", "marc", "olive", "paul"],
  ["bemrose", "maya", "omar", "nora", "lena"],
] as const)(
  "%s, whose document says nothing of it: the ladder that the school chose",
  (pack, lead, companion, base, leader) => {
    const school = new Played(pack);
    const late = () => school.out(lead, companion).until("15:00");

    it("is the school's, and says so", () => {
      expect(school.policy.ladder.by).toBe("school");
    });

    it("goes from base to who approves, and a person decides about the police", () => {
      const story = rings(school.who(base), "noAnswer")(late());
      expect(story.toldTo(school.who(leader))).toContain("alarm");
      expect(story.seen(school.who(leader)).alarms[0]?.ask).toBe("decide");
      expect(decides(school.who(leader), "police")(story).seen(school.who(leader)).alarms[0]?.ask).toBe("police");
    });
  },
);

describe("Bemrose on the road", () => {
  const school = new Played("bemrose");

  it("has a change of plan phoned in to base (BEM-A-18)", () => {
    const story = school.out("maya", "omar").until("14:30");
    story.press(school.who("nora"), "phonedIn", { who: school.who("maya").id, what: "runningLate", back: "15:30" });
    expect(story.is.plan.back).toBe(at("15:30"));
    expect(story.toldTo(school.who("nora"))).toContain("planChanged");
  });

  it("has visitors call for help, and alerts the others with base (BEM-A-24, BEM-A-32)", () => {
    const story = school.out("maya", "omar").press(school.who("maya"), "askForHelp", { kind: "help" });
    expect(story.toldTo(school.who("nora"))).toContain("alarm");
    expect(story.toldTo(school.who("lena"))).toContain("alarm");
    expect(story.seen(school.who("omar")).alarms.map(({ cause }) => cause)).toContain("emergency");
  });
});
