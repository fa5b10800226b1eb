import type { Input } from "../../../visits/command";
import { requestForm } from "../../../visits/forms/request";
import type { RequestForm } from "../../../visits/sight";
import { ann, helen, nia, priya, samuel, tom } from "../../people";
import { aspire } from "../aspire";
import { approval, approved, assessed, at, begin, out, request, requested } from "../story";

const refusedFor = (change: Input) => requested(change).refusal;
const agency: Input = {
  agency: "Derby Housing",
  answer_agencyRisk: "They know of a dog",
  answer_agencyWhy: "They have nobody this week",
};

describe("a request at Aspire", () => {
  it("has a clear purpose (AET-06)", () => {
    expect(refusedFor({ purpose: " " })?.field).toBe("purpose");
    expect(requested().seen(helen).purpose).toBe(request.purpose);
  });

  it("is the only way to a visit, and staff who make visits ask (AET-26)", () => {
    expect(begin().press(ann, "requestVisit", request).refusal?.refused).toBe("notYours");
    expect(requested().is).toMatchObject({ phase: "asked", asked: { by: priya.id } });
  });

  it("gives the school when, where and who before anybody leaves (AET-27, AET-40, AET-41, AET-42, AET-43, AET-67)", () => {
    for (const field of ["start", "back", "date", "address", "postcode"])
      expect(refusedFor({ [field]: "" })?.field).toBe(field);
    expect(requested().seen(ann)).toMatchObject({
      times: { leave: at("13:30"), start: at("14:00"), back: at("15:00") },
      address: "12 Mill Lane, Derby",
      postcode: "DE1 3AB",
      visitors: [{ name: priya.name }, { name: tom.name }],
    });
  });

  it("may have a reason that is not on the list (AET-29)", () => {
    expect(aspire.reasons.value.closed).toBe(false);
    expect(requested({ reason: "other" }).is.plan.reason).toBe("other");
  });

  it.each([
    ["to see that a pupil is well", "AET-30", "welfare"],
    ["to work on attendance", "AET-31", "attendanceSupport"],
    ["to collect a pupil or bring one home", "AET-33", "pupilTransport"],
    ["to bring work or equipment", "AET-34", "workOrEquipment"],
    ["to keep in contact", "AET-35", "maintainContact"],
  ])("can be %s (%s)", (_, clause, reason) => {
    const own = aspire.reasons.value.list.find(({ id }) => id === reason);
    expect(own?.clauses).toContain(clause);
    expect(requested({ reason }).seen(helen).reason).toBe(own?.text);
  });

  it("to talk at home says whether that is best for the pupil, or a parent can't come (AET-32)", () => {
    const reason = "discussionAtHome";
    expect(refusedFor({ reason })).toMatchObject({ field: "reasonChoice", clause: "AET-32" });
    expect(requested({ reason, reasonChoice: "cannotCome" }).seen(helen).reasonChoice).toContain("disability");
  });

  it("to see that a pupil is well, or to keep in contact, stays on the doorstep, and its card says nothing of going in (AET-A-106)", () => {
    expect(requested({ reason: "welfare" }).seen(priya).doorstep).toBe(true);
    expect(requested().seen(priya).doorstep).toBe(false);
    const there = (reason: string) =>
      out({ reason })
        .until("14:00")
        .press(priya, "arrive", { adult: "yes" })
        .seen(priya)
        .guidance.map(({ id }) => id);
    expect(there("attendanceSupport")).toContain("wayOut");
    for (const reason of ["welfare", "maintainContact"]) {
      expect(there(reason)).toContain("exits");
      expect(there(reason)).not.toContain("wayOut");
    }
  });

  it("says why it can't be in school, which the card asks for first (AET-A-39)", () => {
    expect(refusedFor({ whyNotInSchool: "" })).toMatchObject({ field: "whyNotInSchool", clause: "AET-A-39" });
    const form = requestForm(begin().facts(priya)) as RequestForm;
    expect(form.guidance.flatMap(({ clauses }) => clauses)).toContain("AET-A-39");
  });

  it("is scheduled with the parents, and says with whom and how (AET-36, AET-A-81)", () => {
    expect(refusedFor({ agreed: "" })).toMatchObject({ field: "agreed", clause: "AET-36" });
    expect(refusedFor({ agreedHow: "" })).toMatchObject({ field: "agreedHow", clause: "AET-36" });
    expect(requested().seen(helen).agreement).toContain("Mrs Martin");
  });

  it("keeps that its time suits the family, where somebody says so (AET-A-82)", () => {
    const story = requested({ answer_familyNeeds: "true" });
    expect(story.seen(helen).answers?.flatMap(({ clauses }) => clauses)).toEqual(["AET-A-82"]);
    expect(requested({ answer_familyNeeds: "false" }).seen(helen).answers).toEqual([]);
  });

  it("keeps that the family knows who is coming, where somebody says so (AET-A-83)", () => {
    const [told] = requested({ answer_familyTold: "true" }).seen(helen).answers ?? [];
    expect(told).toMatchObject({ text: "The family knows who is coming", clauses: ["AET-A-83"] });
    const form = requestForm(begin().facts(priya)) as RequestForm;
    expect(form.asks.lines.flatMap(({ clauses }) => clauses)).toContain("AET-A-83");
  });

  it("is for two members of staff, and nobody from outside makes one of them (AET-85, AET-A-43)", () => {
    const outsider = { outsiderName: "Ann Roe", outsiderOrganisation: "NHS", outsiderPhone: "+44 7700 900777" };
    for (const change of [{}, outsider]) {
      const story = begin();
      story.past = { firstVisit: false, incidents: [] };
      story.press(priya, "requestVisit", { ...request, ...change, companion: "" });
      expect(story.refusal).toMatchObject({ field: "loneWhy", clause: "AET-85" });
    }
  });

  it("outside school hours has somebody by name who checks on the visitors (AET-45, AET-47)", () => {
    const late = { leave: "17:00", start: "17:30", back: "18:30", outOfHoursWhy: "Work", noAlternative: "None" };
    expect(requested(late).is.plan.outOfHours?.contact).toBe(ann.id);
    expect(requested({ ...late, outOfHoursContact: samuel.id }).seen(helen).outOfHours?.contact).toBe(samuel.name);
    for (const outOfHoursContact of [tom.id, nia.id, "nobody"])
      expect(refusedFor({ ...late, outOfHoursContact })).toMatchObject({
        field: "outOfHoursContact",
        clause: "AET-47",
      });
    expect(refusedFor({ ...late, outOfHoursWhy: "" })?.clause).toBe("AET-45");
  });
});

describe("another agency's wish at Aspire", () => {
  it("is said with its part of the assessment, and why it does not go itself (AET-A-99, AET-A-100, AET-A-101)", () => {
    expect(refusedFor({ ...agency, answer_agencyRisk: "" })).toMatchObject({ clause: "AET-A-100" });
    expect(refusedFor({ ...agency, answer_agencyWhy: "" })).toMatchObject({ clause: "AET-A-101" });
    expect(requested(agency).seen(helen)).toMatchObject({
      agency: "Derby Housing",
      answers: [{ said: "They know of a dog" }, { said: "They have nobody this week" }],
    });
    expect(refusedFor({ answer_agencyRisk: "" })).toBeUndefined();
  });

  it("is answered by the Principal where the visit does not go ahead (AET-A-104)", () => {
    const story = assessed(agency).press(helen, "decline", { why: "They can go next week" });
    const [task] = story.is.tasks;
    expect(task).toMatchObject({ kind: "tellAgency", for: [], roles: ["principal"] });
    expect([story.toldTo(helen), story.toldTo(priya)]).toEqual([["taskDue"], ["declined"]]);
    expect(story.press(helen, "completeTask", {}, { no: task?.no }).refusal?.field).toBe("note");
    story.press(helen, "completeTask", { note: "Mr Low, by phone" }, { no: task?.no });
    expect(story.is.tasks[0]?.done).toMatchObject({ by: helen.id, note: "Mr Low, by phone" });
    expect(assessed().press(helen, "decline", { why: "No" }).is.tasks).toEqual([]);
  });

  it("is answered too where the visit is called off, or nobody has decided by its time (AET-A-104)", () => {
    const cancelled = assessed(agency).press(helen, "approve", approval).press(priya, "cancel", { why: "Snow" });
    expect(cancelled.is.tasks.map(({ kind, done }) => [kind, done])).toEqual([["tellAgency", undefined]]);
    expect(cancelled.toldTo(helen)).toContain("taskDue");
    expect(assessed(agency).until("15:01").is).toMatchObject({ phase: "off", tasks: [{ kind: "tellAgency" }] });
  });
});

describe("the Principal's authorisation at Aspire", () => {
  it("is every visit's, also in an emergency, and nobody else's (AET-38, AET-A-48)", () => {
    const emergency = { agreed: "emergency", unannouncedWhy: "A call from a neighbour" };
    const story = assessed(emergency);
    for (const who of [samuel, ann, priya])
      expect(story.press(who, "approve", approval).refusal?.refused).toBe("notYours");
    expect(story.until("13:30").press(priya, "signOut", { allTrue: "true" }).refusal?.refused).toBe("wrongTime");
    expect(assessed(emergency).press(helen, "approve", approval).is.phase).toBe("ready");
  });

  it.each([
    ["that it is necessary and appropriate", "AET-19", "necessary"],
    ["that it is in the pupil's best interests", "AET-39", "bestInterests"],
    ["that safeguarding arrangements are in place", "AET-21", "safeguarding"],
    ["that it was considered who goes", "AET-A-87", "whichStaff"],
    ["that those who go know what the assessment found", "AET-62", "briefing"],
    ["that they know the background, for which the Principal answers", "AET-23", "briefing"],
  ])("says %s (%s)", (_, clause, tick) => {
    const ticks = (approval.ticks ?? "").split(",").filter((one) => one !== tick);
    const { refusal } = assessed().press(helen, "approve", { ...approval, ticks: ticks.join(",") });
    const line = aspire.approvalTicks.value.find(({ id }) => id === tick);
    expect(refusal).toMatchObject({ field: "ticks", say: expect.stringContaining(line?.text ?? "?") });
    expect(line?.clauses).toContain(clause);
  });

  it("has its reason recorded, with who and when (AET-A-103, AET-A-133, AET-A-135, AET-A-136)", () => {
    expect(assessed().press(helen, "approve", { ...approval, reason: "" }).refusal?.field).toBe("reason");
    const story = assessed().press(helen, "approve", approval);
    expect(story.is.approval).toMatchObject({ by: helen.id, at: story.now, reason: approval.reason });
  });
});

it("says before leaving what to ask where somebody at home is ill, and what to do instead", () => {
  const lines = approved().seen(priya).guidance;
  expect(lines).toContainEqual(
    expect.objectContaining({
      text: expect.stringContaining("ask for the symptoms and the illness"),
      clauses: expect.arrayContaining(["AET-A-108", "AET-A-109"]),
    }),
  );
});
