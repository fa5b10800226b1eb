import type { Input } from "../../../visits/command";
import { requestForm } from "../../../visits/forms/request";
import { isRefusal } from "../../../visits/refusal";
import type { RequestForm } from "../../../visits/sight";
import { schoolOn } from "../schools";
import { at, day } from "../story";

const harbour = schoolOn("liberty");
const lena = harbour.who("lena");
const marc = harbour.who("marc");
const sita = harbour.who("sita");
const ruth = harbour.who("ruth");
const olive = harbour.who("olive");
const paul = harbour.who("paul");

const request: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  reason: "returning",
  purpose: "To agree how Ella comes back",
  answer_whyVisit: "Ella will not come into school",
  answer_bestInterests: "She feels safe at home",
  answer_returnContact: "Mrs Penn, by phone",
  answer_signed: "true",
  date: day,
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  reportEvery: "30",
  companion: marc.id,
  agreed: "agreed",
  agreedHow: "By phone with Mrs Martin on Friday",
};
const asked = (change: Input = {}) => harbour.begin().press(lena, "requestVisit", { ...request, ...change });
const refusedFor = (change: Input) => asked(change).refusal;

describe("the times at which base hears from them (LAT-26)", () => {
  it("come every five minutes to two hours, or are named, on the way or at the home", () => {
    for (const reportEvery of ["4", "121", "7.5", "often"])
      expect(refusedFor({ reportEvery })?.field).toBe("reportEvery");
    for (const reportEvery of ["5", "60"]) expect(refusedFor({ reportEvery })).toBeUndefined();
    const named = (reportAt: string) => asked({ reportEvery: "", reportAt });
    for (const reportAt of ["13:30", "15:00", "soon"]) expect(named(reportAt).refusal?.field).toBe("reportAt");
    expect(named("14:40, 13.31 and 14:59").is.plan.reportIns).toEqual([at("13:31"), at("14:40"), at("14:59")]);
    expect(asked({ reportEvery: "40", reportAt: "14:10" }).is.plan.reportIns).toEqual([at("14:10"), at("14:50")]);
  });
});

const approval: Input = { reason: "Needed", ticks: "sanctioned,theseStaff", sanction_authorities: "None needed" };
const agreed = (change: Input = {}) => asked(change).press(marc, "agreeToVisit");
const approved = (change: Input = {}, more: Input = {}) =>
  agreed(change).press(paul, "approve", { ...approval, ...more });

describe("a request at Liberty", () => {
  it("may be made by any of the trust's staff who go on visits, and by nobody else (LAT-09)", () => {
    for (const who of [lena, marc, sita, ruth]) {
      const companion = who === marc ? lena.id : marc.id;
      expect(harbour.begin().press(who, "requestVisit", { ...request, companion }).is.phase).toBe("asked");
    }
    expect(harbour.begin().press(olive, "requestVisit", request).refusal?.refused).toBe("notYours");
  });

  it("says why this visit is needed at all, since visits are the exception (LAT-10)", () => {
    expect(refusedFor({ answer_whyVisit: " " })).toMatchObject({ field: "answer_whyVisit", clause: "LAT-10" });
    expect(asked().seen(paul).answers).toContainEqual(
      expect.objectContaining({ id: "whyVisit", said: "Ella will not come into school" }),
    );
  });

  it("says how it keeps the pupil's best interests (LAT-07)", () => {
    expect(refusedFor({ answer_bestInterests: "" })).toMatchObject({ field: "answer_bestInterests", clause: "LAT-07" });
    expect(asked().seen(paul).answers).toContainEqual(
      expect.objectContaining({ id: "bestInterests", said: "She feels safe at home" }),
    );
  });

  it("is only for the listed reasons, with no other one to choose (LAT-13)", () => {
    expect(refusedFor({ reason: "other" })).toMatchObject({ field: "reason", clause: "LAT-13" });
    expect(refusedFor({ reason: "attendanceSupport" })?.field).toBe("reason");
    expect(harbour.policy.reasons.value).toMatchObject({ closed: true, list: { length: 6 } });
  });

  it.each([
    ["to observe a child without a school", "LAT-14", "referral"],
    ["to set up a programme", "LAT-15", "programme"],
    ["to establish independence and routines", "LAT-16", "independence"],
    ["to support a return to school", "LAT-18", "returning"],
  ])("can be %s (%s)", (_, clause, reason) => {
    const story = asked({ reason });
    const own = harbour.policy.reasons.value.list.find(({ id }) => id === reason);
    expect(own?.clauses).toEqual([clause]);
    expect(story.seen(paul).reason).toBe(own?.text);
  });

  it("in a highly sensitive situation has Senior Staff among those who go (LAT-17)", () => {
    expect(refusedFor({ reason: "sensitive" })).toMatchObject({
      field: "companion",
      clause: "LAT-17",
      say: expect.stringContaining("a member of Senior Staff"),
    });
    expect(asked({ reason: "sensitive", companion: ruth.id }).is.phase).toBe("asked");
  });

  it("about welfare needs five days of absence and, from the Principal, cause for concern: both (LAT-19)", () => {
    const welfare = { reason: "welfare" };
    for (const days of ["", "4", "five", "-6"])
      expect(refusedFor({ ...welfare, answer_daysAbsent: days })).toMatchObject({
        field: "answer_daysAbsent",
        clause: "LAT-19",
      });
    const story = approved({ ...welfare, answer_daysAbsent: "5" });
    expect(story.refusal).toMatchObject({ field: "ticks", clause: "LAT-19" });
    expect(story.is.phase).toBe("asked");
    story.press(paul, "approve", { ...approval, ticks: `${approval.ticks},causeForConcern` });
    expect(story.is.phase).toBe("ready");
  });

  it("has somebody along always: no reason and no approval makes a lone visit (LAT-22)", () => {
    expect(refusedFor({ companion: "", loneWhy: "Nobody is free" })).toMatchObject({
      field: "companion",
      clause: "LAT-22",
    });
    const story = agreed().press(marc, "refuseVisit", { why: "Ill" });
    expect(story.press(paul, "approve", approval).refusal?.refused).toBe("companionMissing");
    expect(story.press(lena, "signOut", { allTrue: "true" }).refusal).toBeDefined();
    expect(story.is.phase).toBe("asked");
  });

  it("has the Principal and base told where one left and the other has not (LAT-22)", () => {
    const story = approved();
    for (const task of story.is.tasks) story.press(lena, "completeTask", { note: "By phone" }, { no: task.no });
    story.until("13:30").press(lena, "signOut", { allTrue: "true" }).until("13:40");
    for (const who of [paul, olive]) expect(story.toldTo(who)).toContain("partlyOut");
    expect(story.toldTo(marc)).toContain("notAlong");
  });

  it("has no more than two, whoever employs the second (LAT-23)", () => {
    expect(refusedFor({ companion: `${marc.id},${sita.id}` })).toMatchObject({ field: "companion", clause: "LAT-23" });
    const outsider = { outsiderName: "Ann Roe", outsiderOrganisation: "NHS", outsiderPhone: "+44 7700 900777" };
    expect(refusedFor(outsider)).toMatchObject({ field: "companion", clause: "LAT-23" });
    expect(asked({ ...outsider, companion: "" }).is.phase).toBe("asked");
  });

  it("shows in which role each goes: teacher, psychologist, SALT (LAT-24)", () => {
    expect(asked().seen(paul).visitors).toMatchObject([{ title: "Teacher" }, { title: "Psychologist" }]);
    const form = requestForm(harbour.begin().facts(lena)) as RequestForm;
    expect(isRefusal(form)).toBe(false);
    expect(form.companions).toContainEqual({
      id: sita.id,
      name: "Sita Rao",
      title: "Speech and language therapist (SALT)",
    });
  });

  it("gives its times beforehand, and has none without them (LAT-25)", () => {
    for (const field of ["start", "back", "date"]) expect(refusedFor({ [field]: "" })?.field).toBe(field);
    expect(asked().seen(paul).times).toEqual({ leave: at("13:30"), start: at("14:00"), back: at("15:00") });
  });

  it("agrees whom at base they contact, and when base hears from them (LAT-26)", () => {
    expect(refusedFor({ answer_returnContact: "" })).toMatchObject({ clause: "LAT-26" });
    expect(refusedFor({ reportEvery: "" })).toMatchObject({ field: "reportEvery", clause: "LAT-26" });
    expect(refusedFor({ reportEvery: "120" })).toMatchObject({ field: "reportEvery", clause: "LAT-26" });
    for (const reportAt of ["15:30", "13:30", "later"])
      expect(refusedFor({ reportEvery: "", reportAt })).toMatchObject({ field: "reportAt", clause: "LAT-26" });
    expect(asked().is.plan.reportIns).toEqual([at("14:00"), at("14:30")]);
    expect(asked({ reportEvery: "", reportAt: "14.10 and 14:40" }).is.plan.reportIns).toEqual([
      at("14:10"),
      at("14:40"),
    ]);
    expect(asked().seen(olive).reportIns).toEqual([at("14:00"), at("14:30")]);
  });

  it("goes to nobody who does not know its times, and whom at base to contact (LAT-25, LAT-26)", () => {
    const story = approved();
    for (const task of story.is.tasks) story.press(lena, "completeTask", { note: "By phone" }, { no: task.no });
    story.until("13:30").press(lena, "signOut");
    expect(story.refusal).toMatchObject({ field: "allTrue", clause: "LAT-25" });
    expect(story.seen(lena).forms.checklist?.map(({ clauses }) => clauses)).toEqual([["LAT-25"], ["LAT-26"]]);
    expect(story.press(lena, "signOut", { allTrue: "true" }).is.phase).toBe("out");
  });

  it("says with whom it was arranged, or why it was not (LAT-27, LAT-31)", () => {
    expect(refusedFor({ agreedHow: "" })).toMatchObject({ field: "agreedHow", clause: "LAT-27" });
    expect(refusedFor({ agreed: "" })).toMatchObject({ field: "agreed", clause: "LAT-27" });
    expect(refusedFor({ agreed: "notAppropriate" })).toMatchObject({ field: "unannouncedWhy", clause: "LAT-31" });
    for (const agreed of ["notPossible", "notAppropriate"])
      expect(asked({ agreed, unannouncedWhy: "Nobody has seen Ella for two weeks" }).refusal).toBeUndefined();
    const story = asked({ agreed: "welfareCheck", unannouncedWhy: "Nobody has seen Ella for two weeks" });
    expect(story.seen(paul).agreement).toContain("Nobody has seen Ella for two weeks");
  });

  it("is complete and signed by whoever asks before the Principal sees it (LAT-32, LAT-33)", () => {
    expect(refusedFor({ answer_signed: "" })).toMatchObject({ field: "answer_signed", clause: "LAT-32" });
    for (const field of ["pupil", "address", "reason", "purpose"])
      expect(refusedFor({ [field]: "" })?.field).toBe(field);
    expect(agreed().toldTo(paul)).toContain("approvalAsked");
    expect(agreed().is).toMatchObject({ asked: { by: lena.id }, plan: { answers: { signed: "true" } } });
  });
});

describe("the Principal's sanction at Liberty", () => {
  it("is needed before anybody leaves, and is the Principal's alone (LAT-11, LAT-20, LAT-08)", () => {
    const story = agreed();
    for (const who of [ruth, olive, lena]) {
      expect(story.press(who, "approve", approval).refusal?.refused).toBe("notYours");
      expect(story.is.phase).toBe("asked");
    }
    expect(story.until("13:30").press(lena, "signOut", { allTrue: "true" }).refusal?.refused).toBe("wrongTime");
    expect(story.is.outings).toEqual({});
    expect(approved().is.phase).toBe("ready");
  });

  it("is given on what is recorded, and signs it (LAT-33, LAT-34)", () => {
    const story = agreed();
    expect(story.press(paul, "approve", { ...approval, ticks: "theseStaff" }).refusal).toMatchObject({
      field: "ticks",
      clause: "LAT-11",
    });
    const sight = story.seen(paul);
    expect(sight).toMatchObject({
      pupil: "Ella Martin",
      purpose: "To agree how Ella comes back",
      agreement: expect.stringContaining("Mrs Martin"),
    });
    story.press(paul, "approve", approval);
    expect(story.is.approval).toMatchObject({ by: paul.id, at: story.now, ticks: ["sanctioned", "theseStaff"] });
  });

  it("covers who goes, so that another colleague needs it anew (LAT-21)", () => {
    const story = approved();
    story.press(lena, "amend", { ...request, companion: sita.id });
    expect(story.is).toMatchObject({ phase: "asked", approval: undefined });
    story.press(sita, "agreeToVisit").press(paul, "approve", { ...approval, ticks: "sanctioned" });
    expect(story.refusal).toMatchObject({ field: "ticks", clause: "LAT-21" });
    expect(story.press(paul, "approve", approval).is.phase).toBe("ready");
  });

  it("says each time what the appropriate authorities said to it (LAT-12)", () => {
    expect(approved({}, { sanction_authorities: "" }).refusal).toMatchObject({
      field: "sanction_authorities",
      clause: "LAT-12",
    });
    expect(approved().seen(lena).sanctions).toEqual([
      { text: "The appropriate authorities sanction the visit too", said: approval.sanction_authorities },
    ]);
  });

  it("falls with any change of what was recorded (LAT-34)", () => {
    expect(approved().press(lena, "amend", { ...request, purpose: "Something else" }).is.approval).toBeUndefined();
    expect(approved().press(lena, "amend", { ...request, reason: "programme" }).is.approval).toBeUndefined();
    const contact = { ...request, answer_returnContact: "Nobody in particular" };
    expect(approved().press(lena, "amend", contact).is.approval).toBeUndefined();
    expect(approved().press(lena, "amend", request).is.approval).toBeDefined();
  });
});

describe("telling others at Liberty", () => {
  const lines = ["authorityByPhone", "otherParties", "inWriting"];
  const taskFor = (story: ReturnType<typeof approved>, line: string) =>
    story.is.tasks.find((task) => task.line === line)?.no;

  it("is a task from the approval on: by telephone, then in writing (LAT-28, LAT-29, LAT-30)", () => {
    const story = approved();
    expect(story.is.tasks.map(({ kind, line }) => [kind, line])).toEqual(lines.map((line) => ["advise", line]));
    expect(story.toldTo(lena)).toContain("taskDue");
    expect(story.seen(lena).tasks.map(({ line }) => line?.clauses)).toEqual([["LAT-28"], ["LAT-29"], ["LAT-30"]]);
    expect(story.press(lena, "completeTask", {}, { no: taskFor(story, "authorityByPhone") }).refusal).toMatchObject({
      field: "note",
      clause: "LAT-28",
    });
  });

  it("comes before anybody leaves, or the reason why not is written down (LAT-28, LAT-29, LAT-30)", () => {
    const story = approved().until("13:30");
    const clauses = ["LAT-28", "LAT-29", "LAT-30"];
    const how: Input[] = [
      { note: "Mr Low at the council, 11:10, by phone" },
      { how: "notNeeded", note: "There is nobody else" },
      { note: "Email to Mr Low, 11:20" },
    ];
    for (const [i, line] of lines.entries()) {
      expect(story.press(lena, "signOut", { allTrue: "true" }).refusal?.clause).toBe(clauses[i]);
      story.press(lena, "completeTask", how[i], { no: taskFor(story, line) });
    }
    expect(story.press(lena, "signOut", { allTrue: "true" }).is.phase).toBe("out");
  });

  it("is no longer asked of a visit that is off", () => {
    const story = approved().press(lena, "cancel", { why: "Ella is back" });
    expect(story.toldTo(lena)).not.toContain("taskDue");
  });
});
