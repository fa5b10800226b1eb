import type { Input } from "../../../visits/command";
import { requestForm } from "../../../visits/forms/request";
import type { RequestForm } from "../../../visits/sight";
import { Played } from "../played";
import { schoolOn } from "../schools";
import { at, day } from "../story";

const hillside = schoolOn("thomas-more");
const rosa = hillside.who("rosa");
const eric = hillside.who("eric");
const zara = hillside.who("zara");
const nora = hillside.who("nora");
const gail = hillside.who("gail");
const simon = hillside.who("simon");

const request: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  reason: "support",
  purpose: "To offer help with mornings",
  date: day,
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  companion: eric.id,
  agreed: "agreed",
  agreedHow: "By phone with Mrs Martin on Friday",
  socialWorker: "no",
};
const asked = (change: Input = {}) => hillside.begin().press(rosa, "requestVisit", { ...request, ...change });
const refusedFor = (change: Input) => asked(change).refusal;
const agreed = (change: Input = {}) => asked(change).press(eric, "agreeToVisit");

const approval: Input = { reason: "Ella has not been seen", ticks: "discussed,bestInterests" };
const worker = { socialWorker: "yes", socialWorkerName: "Jo Reed", socialWorkerPhone: "+44 7700 900555" };
const outsider = { outsiderName: "Ann Roe", outsiderOrganisation: "Early Help", outsiderPhone: "+44 7700 900777" };

describe("a request at Thomas More", () => {
  it.each([
    ["a continued absence without a reason", "TMC-06", "noReasonGiven"],
    ["too many unauthorised absences", "TMC-07", "unauthorised"],
    ["sharing information", "TMC-08", "shareInformation"],
    ["an offer of support", "TMC-09", "support"],
  ])("can be about %s (%s)", (_, clause, reason) => {
    const own = hillside.policy.reasons.value.list.find(({ id }) => id === reason);
    expect(own?.clauses).toEqual([clause]);
    expect(asked({ reason }).seen(simon).reason).toBe(own?.text);
  });

  it("says before anything is asked that a home visit builds relationships (TMC-05)", () => {
    const form = requestForm(hillside.begin().facts(rosa)) as RequestForm;
    expect(form.guidance).toContainEqual(expect.objectContaining({ id: "relationships", clauses: ["TMC-05"] }));
  });

  it("is for two; one alone needs a reason, and a member of Senior staff who says that it is safe (TMC-13)", () => {
    expect(refusedFor({ companion: "" })).toMatchObject({ field: "companion" });
    const known = hillside.begin();
    known.past = { firstVisit: false, incidents: [] };
    expect(known.press(rosa, "requestVisit", { ...request, companion: "" }).refusal).toMatchObject({
      field: "loneWhy",
      clause: "TMC-13",
    });
    known.press(rosa, "requestVisit", { ...request, companion: "", loneWhy: "Eric is ill" });
    known.press(rosa, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(known.press(simon, "approve", approval).refusal).toMatchObject({ field: "lone", clause: "TMC-13" });
    expect(known.press(simon, "approve", { ...approval, lone: "true" }).is.phase).toBe("ready");
  });

  it("sends nobody alone to a home that nobody knows, or where there was a concern", () => {
    const alone = { ...request, companion: "", loneWhy: "Eric is ill" };
    expect(refusedFor(alone)?.refused).toBe("loneFirstVisit");
    const warned = hillside.begin();
    warned.past = { firstVisit: false, incidents: [{ at: at("10:00", "2026-11-02"), how: "unsafe" }] };
    expect(warned.press(rosa, "requestVisit", alone).refusal?.refused).toBe("loneConcern");
  });

  it("counts somebody from an outside agency as the second, with name, agency and mobile (TMC-14)", () => {
    const story = asked({ companion: "", ...outsider });
    expect(story.is.phase).toBe("asked");
    expect(story.seen(simon).outsider).toMatchObject({
      name: "Ann Roe",
      organisation: "Early Help",
      phone: "+44 7700 900777",
    });
    expect(refusedFor({ companion: "", ...outsider, outsiderPhone: "" })?.refused).toBe("outsiderDetails");
  });

  it("may go unannounced where the situation needs it, with the reason (TMC-17)", () => {
    expect(refusedFor({ agreed: "poorAttendance" })).toMatchObject({ field: "unannouncedWhy", clause: "TMC-17" });
    expect(refusedFor({ agreed: "anything" })).toMatchObject({ field: "agreed", clause: "TMC-17" });
    const story = asked({ reason: "unauthorised", agreed: "poorAttendance", unannouncedWhy: "Ten days, no answer" });
    expect(story.seen(simon).agreement).toContain("Ten days, no answer");
  });

  it("has one who leads, whoever else goes (TMC-28)", () => {
    const leads = asked({ companion: `${eric.id},${zara.id}` })
      .seen(simon)
      .visitors.filter(({ lead }) => lead);
    expect(leads.map(({ id }) => id)).toEqual([rosa.id]);
  });

  it("has nobody shown as leading where no policy says that one does (TMC-28, BEM-50)", () => {
    for (const [pack, led] of [
      ["thomas-more", true],
      ["hexthorpe", true],
      ["bemrose", false],
    ] as const) {
      const school = new Played(pack);
      const [one = "", other = "", ...rest] = going[pack];
      const seen = school.out(one, other).seen(school.who(rest[0] ?? ""));
      expect([pack, seen.visitors.map(({ lead }) => lead)]).toEqual([pack, [led, false]]);
    }
  });
});

describe("a family's social worker at Thomas More", () => {
  it("is asked about, and if there is one with name and mobile (TMC-15, TMC-39)", () => {
    expect(refusedFor({ socialWorker: "" })).toMatchObject({ field: "socialWorker", clause: "TMC-15" });
    expect(refusedFor({ ...worker, socialWorkerPhone: "" })).toMatchObject({
      field: "socialWorkerPhone",
      clause: "TMC-39",
    });
    expect(refusedFor({ socialWorker: "unknown" })).toBeUndefined();
  });

  it("can be rung by those who go and by the office (TMC-39)", () => {
    const story = agreed(worker);
    const shown = { name: "Jo Reed", phone: "+44 7700 900555" };
    expect(story.seen(rosa).socialWorker).toEqual(shown);
    expect(story.seen(nora).socialWorker).toEqual(shown);
    expect(story.seen({ channel: "office" }).socialWorker).toBeUndefined();
    expect(agreed().seen(nora).socialWorker).toBeUndefined();
  });
});

describe("agreement at Thomas More", () => {
  const withRisk = (change: Input = {}) =>
    agreed(change).press(rosa, "assessRisk", { useGeneric: "true", considered: "true" });
  const ready = (change: Input = {}) => withRisk(change).press(simon, "approve", approval);

  it("is any member of Senior staff's, who says that it was discussed (TMC-46)", () => {
    const story = withRisk();
    for (const who of [rosa, nora, gail])
      expect(story.press(who, "approve", approval).refusal?.refused).toBe("notYours");
    expect(story.press(simon, "approve", { ...approval, ticks: "bestInterests" }).refusal).toMatchObject({
      field: "ticks",
      clause: "TMC-46",
    });
    expect(story.press(simon, "approve", approval).is.phase).toBe("ready");
    expect(withRisk().press(zara, "approve", approval).is.phase).toBe("ready");
  });

  it("asks for no reason where the policy asks for none", () => {
    expect(withRisk().seen(simon).forms.reasonNeeded).toBe(false);
  });

  it("is nobody's own: a member of Senior staff who goes along agrees to nothing (TMC-46, S11)", () => {
    const story = asked({ companion: zara.id }).press(zara, "agreeToVisit");
    expect(story.press(zara, "approve", approval).refusal?.refused).toBe("notYours");
  });

  it("is given in the best interests of the child, which whoever agrees says (TMC-47)", () => {
    const story = withRisk();
    expect(story.press(simon, "approve", { ...approval, ticks: "discussed" }).refusal?.clause).toBe("TMC-47");
    expect(ready().is.approval).toMatchObject({ by: simon.id, ticks: ["discussed", "bestInterests"] });
  });

  it("lets the office know who goes, to which family and where (TMC-38, TMC-21)", () => {
    const sight = ready().seen(nora);
    expect(sight).toMatchObject({ pupil: "Ella Martin", address: "12 Mill Lane, Derby", postcode: "DE1 3AB" });
    expect(sight.visitors.map(({ name }) => name)).toEqual(["Rosa Quinn", "Eric Stone"]);
    expect(sight.purpose).toBeUndefined();
    const gone = ready()
      .until("13:30")
      .press(rosa, "signOut", { allTrue: "true" })
      .press(eric, "signOut", { allTrue: "true" });
    expect([gone.toldTo(nora), gone.toldTo(gail)]).toEqual([["watchAsked"], ["visitBegun"]]);
    expect(gone.toldTo(simon)).not.toContain("visitBegun");
  });

  it("makes telling the social worker a task that is not to be left out, an hour after they leave the home at the latest (TMC-15)", () => {
    const story = ready(worker);
    const [task] = story.is.tasks;
    expect(task).toMatchObject({ kind: "inform", line: "socialWorker", due: at("16:00") });
    expect(
      story.press(rosa, "completeTask", { how: "notNeeded", note: "No time" }, { no: task?.no }).refusal,
    ).toMatchObject({ refused: "inform", clause: "TMC-15" });
    story.until("13:30").press(rosa, "signOut", { allTrue: "true" }).press(eric, "signOut", { allTrue: "true" });
    expect(story.is.phase).toBe("out");
    story.until("14:00").press(rosa, "arrive", { adult: "yes" }).until("14:20").press(rosa, "leave");
    expect(story.is.tasks[0]?.due).toBe(at("15:20"));
    expect(story.until("14:30").press(eric, "leave").is.tasks[0]?.due).toBe(at("15:20"));
    story.until("14:50").press(rosa, "signIn").press(eric, "signIn").until("15:19");
    expect(story.toldTo(simon)).not.toContain("taskOverdue");
    story.until("15:20");
    expect(story.toldTo(simon)).toContain("taskOverdue");
    expect(story.is.phase).toBe("back");
    expect(story.press(rosa, "completeTask", {}, { no: task?.no }).refusal?.field).toBe("note");
    story.press(rosa, "completeTask", { note: "Jo Reed, by phone, 15:05" }, { no: task?.no });
    expect(story.is.tasks[0]?.done?.note).toBe("Jo Reed, by phone, 15:05");
  });

  it("makes that due within the hour for whoever signs in without having said that they left (TMC-15)", () => {
    const story = ready(worker)
      .until("13:30")
      .press(rosa, "signOut", { allTrue: "true" })
      .press(eric, "signOut", { allTrue: "true" });
    story.until("14:10").press(rosa, "signIn").press(eric, "signIn");
    expect(story.is.tasks[0]).toMatchObject({ kind: "inform", due: at("15:10") });
  });

  it("leaves nobody to be told of a visit that was called off", () => {
    const story = ready(worker).press(rosa, "cancel", { why: "She came to school" });
    expect(story.is.tasks.map(({ done }) => done?.how)).toEqual(["notNeeded"]);
    expect(story.toldTo(rosa)).not.toContain("taskDue");
  });

  it("asks nothing about a social worker whom there is not", () => {
    expect(ready().is.tasks).toEqual([]);
  });
});

describe("leaving at Thomas More", () => {
  const out = (phone: string) => {
    const story = agreed()
      .press(rosa, "assessRisk", { useGeneric: "true", considered: "true" })
      .press(simon, "approve", approval)
      .until("13:30");
    return story.press(rosa, "signOut", { allTrue: "true", phone }).press(eric, "signOut", { allTrue: "true" });
  };
  const phones = (story: ReturnType<typeof out>) => story.seen(gail).visitors.map(({ phone }) => phone);

  it("lets group admin know which number is used: the school's mobile, or another (TMC-40, TMC-41)", () => {
    expect(phones(out("+44 7700 900666"))).toEqual(["+44 7700 900666", eric.phone]);
    expect(phones(out(""))).toEqual([rosa.phone, eric.phone]);
    expect(out("").toldTo(gail)).toContain("visitBegun");
  });

  it("takes nobody without a number (TMC-22)", () => {
    const story = hillside.begin();
    story.lists(rosa, { phone: undefined });
    story
      .press(rosa, "requestVisit", request)
      .press(eric, "agreeToVisit")
      .press(rosa, "assessRisk", { useGeneric: "true", considered: "true" })
      .press(simon, "approve", approval)
      .until("13:30");
    expect(story.press(rosa, "signOut", { allTrue: "true" }).refusal).toMatchObject({
      field: "phone",
      clause: "TMC-22",
    });
  });

  it("keeps what was said to those who may know, and a child protection concern goes to its lead (TMC-32)", () => {
    const story = out("").until("14:00").press(rosa, "arrive", { adult: "yes" }).until("14:50");
    story.press(rosa, "signIn").press(eric, "signIn");
    const minutes = { text: "CANARY", issues: "no", concern: "yes", concernWhat: "A bruise", outcomeWhyNot: "Nothing" };
    expect(story.press(rosa, "writeMinutes", minutes).refusal).toBeUndefined();
    const dsl = hillside.who("joan");
    expect(JSON.stringify(story.seen(dsl))).toContain("A bruise");
    for (const who of [nora, gail]) expect(JSON.stringify(story.seen(who))).not.toMatch(/CANARY|bruise/);
    expect(JSON.stringify(story.seen({ channel: "office" }))).not.toMatch(/CANARY|bruise/);
  });
});

const going = {
  "thomas-more": ["rosa", "eric", "simon"],
  hexthorpe: ["ryan", "sita", "derek"],
  bemrose: ["maya", "omar", "lena"],
} as const;
