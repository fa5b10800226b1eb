import type { Person } from "../../schools/school";
import type { Input } from "../../visits/command";
import { copyParts, recordParts } from "../../visits/record/text";
import { helen, nia, priya, samuel, tom } from "../people";
import { backAt, minutes, taskOf } from "./afterwards/schools";
import { request, schoolOn } from "./schools";
import { approval, approved, assessed, inside, leaving, requested, type Story } from "./story";

/** What stands under one heading of the record that is filed. */
const said = (story: Story, id: string): string | undefined =>
  recordParts(story.is, story.facts(priya)).find((part) => part.id === id)?.text;
const back = (story: Story): Story => story.until("14:50").press(priya, "signIn").press(tom, "signIn");

/** From a request to a closed record at Aspire. */
function closed(input: Input = {}, written: Input = {}): Story {
  const story = back(inside(input));
  story.press(priya, "completeTask", { review: "ok" }, taskOf(story, "riskReview"));
  story.press(priya, "writeMinutes", { ...minutes, ...written });
  if (story.is.phase !== "closed") throw new Error(story.refusal?.say);
  return story;
}

describe("the record of a closed visit at Aspire", () => {
  it("says with whom the appointment was agreed, or on which ground it was not (AET-36, AET-A-81, AET-37)", () => {
    expect(said(closed(), "agreement")).toContain("By phone with Mrs Martin on Friday");
    const story = closed({ agreed: "safeguarding", unannouncedWhy: "A call from a neighbour" });
    expect(said(story, "agreement")).toMatch(/safeguarding issue.*A call from a neighbour/);
  });

  it("names those who went, and apart from them whoever stayed at school (AET-A-50)", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving).press(tom, "stayBehind");
    expect([said(story, "who"), said(story, "stayed")]).toEqual([priya.name, tom.name]);
    expect(copyParts(story.is, story.facts(priya), []).find(({ id }) => id === "who")?.text).toBe(priya.name);
    expect([said(closed(), "who"), said(closed(), "stayed")]).toEqual([`${priya.name}, ${tom.name}`, undefined]);
  });

  it("says why it was not in school (AET-A-39)", () => {
    expect(said(closed(), "whyNotInSchool")).toBe("Her mother cannot leave the baby");
  });

  it.each([
    ["that the time suits the family", "AET-A-82", "familyNeeds"],
    ["that the family knows who is coming", "AET-A-83", "familyTold"],
    ["that the family was asked to keep animals away", "AET-57", "animalsAway"],
  ])("says %s, where somebody has said so (%s)", (_, clause, id) => {
    const story = closed({ [`answer_${id}`]: "true" });
    const line = story.policy.requestLines.value.find((one) => one.id === id);
    expect(line?.clauses).toContain(clause);
    expect(said(story, "asked")).toBe(line?.text);
    expect(said(closed(), "asked")).toBeUndefined();
  });

  it("says which agency asked, what it knows of risk, and why it does not go itself (AET-A-99, AET-A-100, AET-A-101)", () => {
    const story = closed({ agency: "Derby Housing", answer_agencyRisk: "A dog", answer_agencyWhy: "Nobody is free" });
    expect(said(story, "agency")).toBe("Derby Housing");
    expect(said(story, "asked")).toMatch(/: A dog\n.*: Nobody is free/);
  });

  it.each([
    ["that it is necessary and appropriate", "AET-19, AET-A-40", "necessary"],
    ["that it is in the pupil's best interests", "AET-39", "bestInterests"],
    ["that safeguarding arrangements are in place", "AET-21", "safeguarding"],
    ["that it was considered who goes", "AET-A-87", "whichStaff"],
  ])("says whose word it is %s (%s)", (_, clauses, id) => {
    const story = closed();
    const line = story.policy.approvalTicks.value.find((one) => one.id === id);
    expect(line?.clauses).toEqual(expect.arrayContaining(clauses.split(", ")));
    expect(said(story, "ticks")?.split("\n")).toContain(line?.text);
    expect(said(story, "approval")).toContain(helen.name);
  });

  it("names whoever's training and checks the Principal confirmed, since nothing was recorded (AET-20, AET-A-45)", () => {
    const story = requested({ companion: nia.id })
      .press(nia, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval);
    expect(said(story, "confirmed")).toContain("Nia Evans: Has read and follows the Home Visits policy");
    expect(said(assessed().press(helen, "approve", approval), "confirmed")).toBeUndefined();
  });

  it("says on a first visit whether the identity cards were shown, and asks it after no other (AET-49)", () => {
    expect(said(closed({}, { field_cardShown: "true" }), "cardShown")).toBe("yes");
    expect(said(closed({}, { field_cardShown: "false" }), "cardShown")).toBe("nobody has said");
    const later = back(inside());
    later.visit = { ...later.is, plan: { ...later.is.plan, firstVisit: false } };
    const asked = (story: Story) => story.seen(priya).forms.minutes?.fields.map(({ id }) => id);
    expect(asked(back(inside()))).toContain("cardShown");
    expect(asked(later)).not.toContain("cardShown");
  });

  it("says whether somebody unknown in the house was asked who they are, and why they are there (AET-A-74)", () => {
    expect(said(closed({}, { field_strangersAsked: "true" }), "strangersAsked")).toBe("yes");
    expect(said(closed(), "strangersAsked")).toBe("nobody has said");
  });

  it("says of a note through the door by whom and when (AET-53)", () => {
    const story = inside();
    expect(said(story, "letter")).toBeUndefined();
    const nobody = assessed()
      .press(helen, "approve", approval)
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(tom, "signOut", leaving)
      .until("14:00")
      .press(priya, "noOneHome")
      .until("14:10")
      .press(priya, "letterLeft");
    expect(said(nobody, "letter")).toMatch(/Priya Shah.*14:10/);
  });

  it("says of a visit that ended at the door why nobody went in, and when there is another (AET-55, AET-A-73, AET-A-75)", () => {
    const turned = (how: string) => {
      const story = inside().press(priya, "endUnsafe", { how });
      back(story);
      if (how !== "unsafe")
        story.press(priya, "completeTask", { note: "Next Monday, in school" }, taskOf(story, "newDate"));
      return story;
    };
    expect(said(turned("unsafe"), "ended")).toMatch(/did not feel safe/);
    expect(said(turned("animals"), "told")).toMatch(/A new date: Next Monday, in school \(Priya Shah/);
    expect(said(turned("unknownPeople"), "told")).toContain("Next Monday, in school");
  });
});

describe("the record of a closed visit at Thomas More", () => {
  const written = (more: Input = {}): Story => {
    const story = backAt("thomas-more").press(priya, "writeMinutes", { ...minutes, outcomeTo: samuel.id, ...more });
    return story.press(priya, "completeTask", { review: "ok" }, taskOf(story, "riskReview")).quiet();
  };
  const filed = (story: Story): string =>
    story.seen(priya).tasks.find(({ kind, done }) => kind === "file" && !done)?.paper ?? "";

  it.each([
    ["what the family think, and whether they feel listened to", "TMC-12", "familyViews", "They would like mornings"],
    ["the mood, and any danger", "TMC-30", "mood", "Friendly; the dog was in the yard"],
  ])("holds %s, or that nobody has said it (%s)", (_, clause, id, text) => {
    const line = written().policy.minutesFields.value.find((one) => one.id === id);
    expect(line?.clauses).toContain(clause);
    const story = written({ [`field_${id}`]: text });
    expect(story.is.phase).toBe("closed");
    expect(filed(story)).toContain(`${line?.text}: ${text}`);
    expect(filed(written())).toContain(`${line?.text}: nobody has said`);
  });

  it.each([
    ["the name badges were shown", "TMC-24", "badgesShown"],
    ["the home visit letter was given to the parents or carers", "TMC-26", "letterGiven"],
  ])("says that %s, or that nobody has said it (%s)", (_, clause, id) => {
    const line = written().policy.minutesFields.value.find((one) => one.id === id);
    expect(line?.clauses).toContain(clause);
    expect(filed(written({ [`field_${id}`]: "true" }))).toContain(`${line?.text}: yes`);
    expect(filed(written())).toContain(`${line?.text}: nobody has said`);
  });

  it("holds the notes, who came along from outside, who was told and by whom it was agreed (TMC-14, TMC-15, TMC-29, TMC-33, TMC-47)", () => {
    const hillside = schoolOn("thomas-more");
    const [rosa, simon] = ["rosa", "simon"].map((name) => hillside.who(name)) as [Person, Person];
    const story = hillside.begin().press(rosa, "requestVisit", {
      ...request,
      reason: "support",
      outsiderName: "Ann Roe",
      outsiderOrganisation: "Early Help",
      outsiderPhone: "+44 7700 900777",
      socialWorker: "yes",
      socialWorkerName: "Jo Reed",
      socialWorkerPhone: "+44 7700 900555",
    });
    story.press(rosa, "assessRisk", { useGeneric: "true", considered: "true" });
    story.press(simon, "approve", { ticks: "discussed,bestInterests" });
    story.until("13:30").press(rosa, "signOut", { allTrue: "true" }).until("14:00");
    story.press(rosa, "arrive", { adult: "yes" }).until("14:40").press(rosa, "signIn");
    story.press(rosa, "completeTask", { note: "Jo Reed, by phone" }, taskOf(story, "inform"));
    story.press(rosa, "completeTask", { review: "change", change: "A dog" }, taskOf(story, "riskReview"));
    story.press(rosa, "writeMinutes", { ...minutes, outcomeWhyNot: "Nothing new" });
    expect([story.refusal, story.is.phase]).toEqual([undefined, "closed"]);
    const paper = story.seen(rosa).tasks.find(({ kind }) => kind === "file")?.paper;
    for (const text of [
      "Ann Roe, Early Help",
      "Jo Reed, by phone (Rosa Quinn",
      minutes.text,
      "best interests of the child",
    ])
      expect(paper).toContain(text);
  });
});
