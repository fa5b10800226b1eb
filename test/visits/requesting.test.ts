import { requestForm } from "../../visits/forms/request";
import type { RequestForm } from "../../visits/sight";
import { ann, grace, helen, nia, priya, tom } from "../people";
import { approval, approved, assessed, at, begin, out, request, requested, type Story } from "./story";

const refusedFor = (input: Record<string, string>) => {
  const { refusal, visit } = requested(input);
  return { field: refusal?.field, clause: refusal?.clause, nothing: visit === undefined };
};

describe("a request", () => {
  it("that lacks several things is told all of them at once, each beside its field", () => {
    const { refusal, visit } = requested({ address: "", postcode: "", agreedHow: "", companion: "nobody" });
    const fields = [refusal, ...(refusal?.also ?? [])].map((one) => one?.field);
    expect([fields, visit]).toEqual([["address", "agreedHow", "companion"], undefined]);
  });

  it.each([
    ["an end before the start", { back: "13:00" }, "back"],
    ["a date in the past", { date: "2026-11-20" }, "date"],
    ["a time that has passed today", { start: "08:00", leave: "", back: "08:30" }, "start"],
    ["a date that is no date", { date: "2026-13-40" }, "date"],
    ["a reason that the policy doesn't know", { reason: "nosiness" }, "reason"],
    ["no purpose", { purpose: "  " }, "purpose"],
    ["a pupil whose name nobody can see", { pupil: "\u200b\ufeff" }, "pupil"],
    ["no reason why not in school", { whyNotInSchool: "" }, "whyNotInSchool"],
    ["a text of 100,000 characters", { purpose: "x".repeat(100_000) }, "purpose"],
    ["an unknown companion", { companion: "nobody" }, "companion"],
    ["no address on a first visit", { address: "" }, "address"],
    ["no postcode anywhere", { postcode: "" }, "postcode"],
    ["an agreement with nobody", { agreedHow: "" }, "agreedHow"],
    ["an unknown ground", { agreed: "curiosity" }, "agreed"],
    ["half of somebody from outside", { outsiderName: "Dr Ash" }, "outsiderName"],
  ])("is refused for %s, beside the field, and nothing is stored", (_why, input, field) => {
    expect(refusedFor(input)).toMatchObject({ field, nothing: true });
  });

  it.each([
    ["a leaving after the start", { leave: "14:01" }, "leaveAfterStart", "leave"],
    ["a day more than a year ahead", { date: "2027-11-25" }, "tooFar", "date"],
    ["an end at the start", { back: "14:00" }, "endBeforeStart", "back"],
    [
      "a start of more than a quarter of an hour ago",
      { start: "08:44", leave: "", back: "09:30" },
      "pastDate",
      "start",
    ],
    [
      "a start of a day ago and more",
      { date: "2026-11-22", start: "08:59", leave: "", back: "09:30" },
      "pastDate",
      "date",
    ],
    ["no ground for coming unannounced", { agreed: "absenceNoContact" }, "whyUnannounced", "unannouncedWhy"],
    [
      "half of somebody from outside, by phone",
      { outsiderPhone: "+44 7700 900190" },
      "outsiderDetails",
      "outsiderName",
    ],
  ])("is refused for %s, with what to change", (_, input, refused, field) => {
    expect(requested(input).refusal).toMatchObject({ refused, field });
  });

  it("may begin a quarter of an hour ago, with the leaving at the start where none is said", () => {
    const { plan } = requested({ start: "08:45", leave: "", back: "09:30" }).is;
    expect([plan.leave, plan.start]).toEqual([at("08:45"), at("08:45")]);
    expect(requested({ leave: "14:00" }).refusal).toBeUndefined();
  });

  it("is out of hours where they leave before school, though the meeting is in it (AET-46)", () => {
    expect(requested({ leave: "08:00", start: "09:15", back: "10:00" }).refusal).toMatchObject({
      field: "outOfHoursWhy",
    });
  });

  it("out of hours is never made, or freely, where the policy says so", () => {
    const late = { leave: "17:00", start: "17:30", back: "18:30" };
    const where = (value: "never" | "allowed", contact: boolean) => {
      const story = begin();
      const { outOfHours, outOfHoursContact } = story.policy;
      const contactPerson = { ...outOfHoursContact, value: contact };
      story.policy = { ...story.policy, outOfHours: { ...outOfHours, value }, outOfHoursContact: contactPerson };
      return story.press(priya, "requestVisit", { ...request, ...late });
    };
    expect(where("never", true).refusal).toMatchObject({ refused: "outOfHours", field: "start" });
    expect(where("allowed", true).is.plan.outOfHours).toMatchObject({ why: "", contact: ann.id });
    expect(where("allowed", false).is.plan.outOfHours).toEqual({ why: "", noAlternative: "" });
  });

  it("goes to the home that is known where none is said, and takes no postcode from it for another", () => {
    const known = (input: object) => {
      const story = begin();
      story.past = { firstVisit: false, incidents: [], home: { address: "12 Mill Lane, Derby", postcode: "DE1 3AB" } };
      return story.press(priya, "requestVisit", { ...request, address: "", postcode: "", ...input });
    };
    expect(known({}).is.plan).toMatchObject({ address: "12 Mill Lane, Derby", postcode: "DE1 3AB" });
    expect(known({ address: "9 High Street, Derby" }).refusal?.field).toBe("postcode");
    expect(known({ postcode: "nowhere" }).refusal?.field).toBe("postcode");
  });

  it("takes no longer than the document says that a visit may, the way there and back not counted", () => {
    const most = (by: "policy" | "school", input: object) => {
      const story = begin();
      story.policy = { ...story.policy, lengthLimit: { value: 30, by, clauses: ["X"] } };
      return story.press(priya, "requestVisit", { ...request, ...input }).refusal;
    };
    expect(most("policy", { back: "15:00" })).toBeUndefined();
    expect(most("policy", { back: "15:01" })).toMatchObject({ refused: "tooLong", field: "back", clause: "X" });
    expect(most("school", { back: "15:01" })).toBeUndefined();
  });

  it("asks for the pupil's class where the log is kept by class", () => {
    const byClass = (input: object) => {
      const story = begin();
      story.policy = { ...story.policy, logBy: { value: "class", by: "policy", clauses: ["X"] } };
      return story.press(priya, "requestVisit", { ...request, ...input });
    };
    expect(byClass({}).refusal).toMatchObject({ field: "pupilClass", clause: "X" });
    expect(byClass({ pupilClass: "5B" }).is.plan.pupilClass).toBe("5B");
    expect(requested({ pupilClass: "5B" }).is.plan.pupilClass).toBeUndefined();
  });

  it("says of attempts that were made beforehand two different times", () => {
    const twice = (first: string, second: string) => {
      const story = begin();
      const line = (id: string) => ({ id, text: id, ask: "time" as const, clauses: ["X"] });
      const value = [...story.policy.requestLines.value, line("first"), line("second")];
      story.policy = { ...story.policy, requestLines: { ...story.policy.requestLines, value } };
      return story.press(priya, "requestVisit", { ...request, answer_first: first, answer_second: second }).refusal;
    };
    expect(twice("Rang at 10:40", "9.05")).toBeUndefined();
    expect(twice("Rang", "9.05")).toMatchObject({ field: "answer_first", clause: "X" });
    expect(twice("10:40", "10:40")).toMatchObject({ field: "answer_second", clause: "X" });
  });

  it("out of hours names whoever checks on them: whoever is chosen and can, else the first who can (AET-47)", () => {
    const late = { leave: "17:00", start: "17:30", back: "18:30", outOfHoursWhy: "Work", noAlternative: "None" };
    expect(requested(late).is.plan.outOfHours?.contact).toBe(ann.id);
    expect(requested({ ...late, outOfHoursContact: helen.id }).is.plan.outOfHours?.contact).toBe(helen.id);
    for (const outOfHoursContact of [nia.id, tom.id])
      expect(requested({ ...late, outOfHoursContact }).refusal?.field).toBe("outOfHoursContact");
    expect(requested({ back: "16:01", outOfHoursWhy: "" }).refusal?.field).toBe("outOfHoursWhy");
    expect(requested().is.plan.outOfHours).toBeUndefined();
  });

  it("finds the postcode in the address", () => {
    expect(requested({ address: "12 Mill Lane, Derby de13ab", postcode: "" }).is.plan.postcode).toBe("DE1 3AB");
  });

  it("for a lone first visit is refused with the Annex's clause (AET-A-41)", () => {
    const { refusal } = requested({ companion: "", loneWhy: "Tom is ill" });
    expect(refusal).toMatchObject({ refused: "loneFirstVisit", clause: "AET-A-41" });
  });

  it("for a later lone visit needs a reason, and the Principal's own decision (AET-86)", () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [] };
    story.press(priya, "requestVisit", { ...request, companion: "" });
    expect(story.refusal?.field).toBe("loneWhy");
    story.press(priya, "requestVisit", { ...request, companion: "", loneWhy: "Tom is ill" });
    const alone = { hazard: "Alone", impact: "minor", likelihood: "remote", controls: "A call each half hour" };
    story.press(priya, "assessRisk", alone).press(helen, "approve", approval);
    expect(story.refusal?.refused).toBe("loneDecision");
    story.press(helen, "approve", { ...approval, lone: "true" });
    expect(story.is.phase).toBe("ready");
  });

  it("without the parents' agreement needs each tick of its ground (AET-A-80)", () => {
    const ground = { agreed: "absenceNoContact", unannouncedWhy: "No answer for six days" };
    const one = requested(ground);
    expect(one.refusal?.field).toBe("needs");
  });

  it("outside school hours needs both reasons (AET-46), and the watch taken before leaving (AET-47)", () => {
    const late = { leave: "17:00", start: "17:30", back: "18:30" };
    expect(refusedFor(late).field).toBe("outOfHoursWhy");
    expect(refusedFor({ ...late, outOfHoursWhy: "Both parents work" }).field).toBe("noAlternative");
    const story = approved({ ...late, outOfHoursWhy: "Both parents work", noAlternative: "None" })
      .until("17:00")
      .press(priya, "signOut", { allTrue: "true" });
    expect(story.refusal?.clause).toBe("AET-47");
  });

  it("names only people whose record is not known to be lacking (AET-93)", () => {
    const story = begin();
    story.lists(tom, { checks: { ...tom.checks, dbs: { missing: true } } });
    story.press(priya, "requestVisit", request);
    expect(story.refusal).toMatchObject({ field: "companion", clause: "AET-99" });
  });

  it("shows the approver what is unknown, and is approved only with a confirmation by name", () => {
    const story = requested({ companion: nia.id })
      .press(nia, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" });
    expect(story.seen(helen).forms.confirm?.map(({ who }) => who.name)).toContain("Nia Evans");
    story.press(helen, "approve", { ...approval, confirmed: "" });
    expect(story.refusal?.field).toBe("confirmed");
    story.press(helen, "approve", approval);
    expect(story.is.approval?.confirmed.every(({ who }) => who === nia.id)).toBe(true);
  });

  it("keeps Markdown and templates in a name as they were typed", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: typed by a person, not a template
    const pupil = "**Ella** ${name} <at>all</at>";
    expect(requested({ pupil }).is.plan.pupil).toBe(pupil);
  });
});

describe("the plan", () => {
  it("goes round again when place, reason, visitors or risk change after approval (S11)", () => {
    const changes: Record<string, string>[] = [
      { address: "9 High Street, Derby", postcode: "DE1 9ZZ" },
      { purpose: "Something else" },
      { companion: grace.id },
      { news: "A dog" },
      { start: "14:45", back: "15:45" },
    ];
    for (const change of changes) {
      const story = approved().press(priya, "amend", { ...request, ...change });
      expect([change, story.is.phase, story.is.approval]).toEqual([change, "asked", undefined]);
    }
  });

  it.each([
    ["the pupil", { pupil: "Kofi Boateng" }, "place"],
    ["the reason", { reason: "welfare" }, "reason"],
    [
      "whoever comes from outside",
      { outsiderName: "Dr Ash", outsiderOrganisation: "CAMHS", outsiderPhone: "+44 7700 900190" },
      "visitors",
    ],
    ["who else lives there", { siblings: "Noah Martin" }, "risk"],
    ["the return by more than half an hour", { back: "15:31" }, "time"],
    ["the departure by more than half an hour", { leave: "12:59" }, "time"],
  ])("goes round again when %s changes, which is said (S11)", (_, change, what) => {
    const story = approved().press(priya, "amend", { ...request, ...change });
    expect([story.refusal, story.is.phase, story.is.changed?.what]).toEqual([undefined, "asked", [what]]);
  });

  it("goes round again when fewer go, or a newcomer beside the reserve (S11)", () => {
    const three = requested({ companion: `${tom.id},${grace.id}` })
      .press(tom, "agreeToVisit")
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { useGeneric: "true", considered: "true" })
      .press(helen, "approve", approval);
    expect(three.is.phase).toBe("ready");
    expect(three.press(priya, "amend", request).is.changed?.what).toEqual(["visitors"]);
    const story = assessed().press(helen, "approve", { ...approval, reserve: grace.id });
    story.press(priya, "amend", { ...request, companion: `${tom.id},${grace.id},${nia.id}` });
    expect([story.is.phase, story.is.changed?.what]).toEqual(["asked", ["visitors"]]);
  });

  it("goes round again when it moves little by little further than may be (S11)", () => {
    const story = approved().press(priya, "amend", { ...request, start: "14:20", back: "15:20" });
    expect(story.is.phase).toBe("ready");
    expect(story.press(priya, "amend", { ...request, start: "14:40", back: "15:40" }).is.phase).toBe("asked");
    expect(approved().press(priya, "amend", { ...request, start: "14:30", back: "15:30" }).is.phase).toBe("ready");
  });

  it("stands when the time moves by half an hour or less (S11)", () => {
    const story = approved().press(priya, "amend", { ...request, start: "14:20", back: "15:20" });
    expect(story.is.phase).toBe("ready");
    expect(story.is.approval).toBeDefined();
  });

  it("stands when little changes, and is told to whoever goes along; new times also to whoever watches (S11, AET-90)", () => {
    const now = (input: object, who = priya) => approved().press(who, "amend", { ...request, ...input });
    const moved = now({ start: "14:20", back: "15:20" });
    expect(moved.toldTo(tom)).toContain("planAmended");
    expect([moved.toldTo(priya), moved.toldTo(ann)]).toEqual([
      expect.not.arrayContaining(["planAmended"]),
      expect.arrayContaining(["timesAmended"]),
    ]);
    const rest = now({ parentPhone: "+44 7700 900123" });
    expect(rest.refusal).toBeUndefined();
    expect(rest.toldTo(tom)).toContain("planAmended");
    expect(rest.toldTo(ann)).not.toContain("timesAmended");
    const later = now({ start: "14:45", back: "15:45" }, tom);
    expect([later.refusal, later.is.phase]).toEqual([undefined, "asked"]);
    expect(later.toldTo(priya)).not.toContain("planAmended");
  });

  it("stands when a reserve whom the Principal named steps in (S11)", () => {
    const story = assessed().press(helen, "approve", { ...approval, reserve: grace.id });
    story.press(priya, "amend", { ...request, companion: `${tom.id},${grace.id}` });
    expect(story.is.approval).toBeDefined();
    story.press(grace, "agreeToVisit");
    expect(story.is.phase).toBe("ready");
  });

  it("can't be approved from a card that shows an older one", () => {
    const story = assessed()
      .press(priya, "amend", { ...request, purpose: "Another purpose" })
      .press(helen, "approve", approval, { no: 1 });
    expect(story.refusal?.refused).toBe("planMoved");
    expect(story.is.approval).toBeUndefined();
  });

  it("goes round again where nobody has recorded what a reserve must hold, so that it is confirmed by name (AET-93, AET-99)", () => {
    const story = assessed().press(helen, "approve", { ...approval, reserve: nia.id });
    story.press(priya, "amend", { ...request, companion: nia.id });
    expect(story.is).toMatchObject({ phase: "asked", approval: undefined });
    story.press(nia, "agreeToVisit");
    expect(story.seen(helen).forms.confirm?.map(({ who }) => who.id)).toContain(nia.id);
  });

  it("offers nobody as its reserve who can't come, and as a companion only last and with a word about it", () => {
    const story = requested()
      .press(tom, "refuseVisit", { why: "I teach then" })
      .press(priya, "amend", { ...request, companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    const { reserves } = story.seen(helen).forms;
    expect(reserves?.length).toBeGreaterThan(0);
    expect(reserves?.map(({ id }) => id)).not.toContain(tom.id);
    story.press(helen, "approve", { ...approval, reserve: tom.id });
    expect(story.refusal).toMatchObject({ refused: "badReserve", field: "reserve" });
    const { companions } = requestForm(story.facts(priya), story.is) as RequestForm;
    expect(companions.at(-1)).toEqual({ id: tom.id, name: tom.name, title: "said they can't come" });
    story.press(priya, "amend", { ...request, start: "14:10" }).press(tom, "agreeToVisit");
    const again = requestForm(story.facts(priya), story.is) as RequestForm;
    expect(again.companions.find(({ id }) => id === tom.id)?.title).not.toBe("said they can't come");
  });

  it("needs another companion when one refuses", () => {
    const story = requested().press(tom, "refuseVisit", { why: "" });
    expect(story.toldTo(priya)).toContain("companionRefused");
    story.press(priya, "assessRisk", { considered: "true" });
    expect(story.toldTo(helen)).toEqual([]);
    story.press(priya, "amend", { ...request, companion: grace.id }).press(grace, "agreeToVisit");
    expect(story.toldTo(helen)).toEqual(["approvalAsked"]);
  });

  it("is agreed to by whoever was asked along, once, and by whoever asked for it not at all", () => {
    const offers = (story: Story, who = tom) => story.seen(who).offers.includes("agreeToVisit");
    const story = requested();
    expect([offers(story), offers(story, priya)]).toEqual([true, false]);
    story.press(tom, "agreeToVisit").press(tom, "agreeToVisit");
    expect([story.refusal, offers(story)]).toEqual([undefined, false]);
    expect(story.happened.filter((type) => type === "CompanionAgreed")).toHaveLength(1);
    expect(story.press(helen, "agreeToVisit").refusal?.refused).toBe("notYours");
  });

  it("is refused once by whoever was asked along, and by whoever asked for it not at all (BEM-21)", () => {
    const story = requested().press(tom, "refuseVisit", { why: "I teach then" }).press(tom, "refuseVisit");
    expect([story.refusal, story.is.refusals.length]).toEqual([undefined, 1]);
    expect(requested().press(priya, "refuseVisit").refusal?.refused).toBe("notYours");
    expect(requested().seen(tom).offers).toContain("refuseVisit");
    expect(story.seen(tom).offers).not.toContain("refuseVisit");
    const may = requested();
    may.policy = { ...may.policy, mayRefuse: { ...may.policy.mayRefuse, value: false } };
    expect(may.seen(tom).offers).not.toContain("refuseVisit");
  });

  it("stands where nothing changes, and may be sent again as it is once it was sent back", () => {
    const story = assessed().press(priya, "amend", request);
    expect([story.refusal, story.is.plan.no]).toEqual([undefined, 1]);
    story.press(helen, "askForChanges", { why: "Say it in full" }).press(priya, "amend", request);
    expect([story.is.plan.no, story.is.sentBack]).toEqual([2, undefined]);
  });

  it("is asked for once, however often it is sent (S9)", () => {
    const story = requested().press(priya, "requestVisit", request);
    expect([story.refusal, story.events.length]).toEqual([undefined, 1]);
    expect(story.press(tom, "requestVisit", request).refusal?.refused).toBe("asked");
    expect(begin().press(ann, "requestVisit", request).refusal?.refused).toBe("notYours");
    const directed = begin().press(priya, "requestVisit", { ...request, lead: tom.id });
    expect(directed.refusal).toMatchObject({ field: "lead", say: expect.not.stringContaining("undefined") });
  });

  it("is called off by whoever answers alarms too, as not going once they were asked where they are", () => {
    expect(approved().press(ann, "cancel").is.off?.how).toBe("cancelled");
    expect(approved().press(nia, "cancel").refusal?.refused).toBe("notYours");
    const story = approved().until("14:00").press(priya, "cancel", { why: "Ella came in" }).press(tom, "cancel");
    expect([story.refusal, story.is.off]).toEqual([
      undefined,
      expect.objectContaining({ how: "notGoing", why: "Ella came in", by: priya.id }),
    ]);
  });

  it("is called off by those who go, and by the clock when its time passes undecided", () => {
    expect(approved().press(tom, "cancel").is.off?.how).toBe("cancelled");
    expect(requested().until("15:00").is.phase).toBe("off");
  });

  it("is never called off while somebody is out (S1)", () => {
    const story = out().press(priya, "cancel");
    expect(story.refusal?.refused).toBe("wrongTime");
    expect(story.is.phase).toBe("out");
  });
});

it("asks for an approval when everything for it is there: that took time, and is not late", () => {
  const story = requested().until("09:30").press(tom, "agreeToVisit").until("10:00");
  story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
  const lateBy = story.told.map(({ say, at }) => [say.key, story.now - at]);
  expect(lateBy).toEqual([
    ["requestSent", 0],
    ["approvalAsked", 0],
  ]);
});
