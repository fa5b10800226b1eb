import type { Input } from "../../visits/command";
import { keptUntil } from "../../visits/record/retention";
import { ann, helen, joan, nia, priya, samuel, tom } from "../people";
import { aspire } from "./aspire";
import { approved, type Story } from "./story";

/** On the day the family says that somebody is ill; there has to be contact all the same. */
const ill = () => approved().until("10:00").press(priya, "cancel", { ill: "true" });
const call: Input = {
  contactHow: "phone",
  contactWhy: "CANARYWHY: nobody has heard of Ella since Thursday",
  contactTime: "11:00",
  contactKnows: ann.id,
  contactBeside: tom.id,
  contactTicks: "consent,timeAgreed",
};
const plan = (change: Input = {}, story = ill()) => story.press(priya, "planContact", { ...call, ...change });
const decide = (answer: Input, who = samuel, story = plan()) =>
  story.press(who, "decideContact", answer, { no: story.visit?.contact?.no });
const authorised = (change: Input = {}) => decide({ answer: "yes" }, samuel, plan(change)).until("11:20");
const record: Input = {
  contactText: "Ella spoke with us. We ring again on Thursday.",
  contactDevice: "school",
  contactWitness: "staff",
  contactKept: "channel,parentDevice,parentThere,speaker",
};
const recorded = (change: Input = {}, story = authorised()) =>
  story.press(priya, "recordContact", { ...record, ...change });
const paper = (story: Story) => story.seen(priya).tasks.find(({ kind }) => kind === "file")?.paper;

describe("a visit to a home where somebody is ill", () => {
  it("is off with one press, and something safe takes its place (AET-A-111)", () => {
    const story = ill();
    expect(story.is).toMatchObject({ phase: "off", off: { how: "cancelled", ill: true } });
    expect(story.press(priya, "signOut", { allTrue: "true", vehicle: "On foot" }).refusal?.refused).toBe("wrongTime");
    expect(story.toldTo(priya)).toContain("contactOffered");
    expect(approved().press(priya, "cancel").toldTo(priya)).not.toContain("contactOffered");
  });

  it("is off with the symptoms and the illness that it is thought to be, or that nobody has said them (AET-A-108, AET-A-109)", () => {
    const asked = approved().until("10:00").seen(priya).forms.illness;
    expect(asked?.flatMap(({ clauses }) => clauses)).toEqual(["AET-A-108", "AET-A-109"]);
    const said = { health_symptoms: "Ella vomits.", health_illness: "norovirus" };
    const story = approved()
      .until("10:00")
      .press(priya, "cancel", { ill: "true", ...said });
    const why = "Which symptoms? Ella vomits. Which illness is it thought to be? norovirus.";
    expect(story.is.off?.why).toContain(why);
    expect(story.seen(helen).off?.why).toContain(why);
    expect(ill().is.off?.why).toMatch(/symptoms\? Nobody has said\..*thought to be\? Nobody has said\./);
    expect(paper(recorded({}, decide({ answer: "yes" }, samuel, plan({}, story)).until("11:20")))).toContain(why);
  });

  it("needs no call; where there has to be contact to safeguard, a plan says why (AET-A-112)", () => {
    expect(ill().seen(priya).offers).toContain("planContact");
    expect(plan({ contactWhy: "" }).refusal?.field).toBe("contactWhy");
    expect(decide({ answer: "yes" }).seen(samuel).contact?.why).toBe(call.contactWhy);
    expect(approved().press(priya, "planContact", call).refusal?.refused).toBe("wrongTime");
  });
});

describe("the plan for a call in place of a visit", () => {
  it("has the phone first, and a picture only with a reason to see the pupil (AET-A-113)", () => {
    expect(plan({ contactHow: "" }).is.contact?.how).toBe("phone");
    expect(plan({ contactHow: "video" }).refusal).toMatchObject({ field: "contactSeen", clause: "AET-A-113" });
    const story = plan({ contactHow: "video", contactSeen: "She was bruised" });
    expect(story.is.contact).toMatchObject({ how: "video", whySeen: "She was bruised" });
  });

  it.each([
    ["the consent of parents or carers (AET-A-121)", "timeAgreed", "AET-A-121"],
    ["a time that is agreed with the family (AET-A-123)", "consent", "AET-A-123"],
  ])("needs %s", (_, contactTicks, clause) => {
    expect(plan({ contactTicks }).refusal).toMatchObject({ field: "contactTicks", clause });
    expect(plan().is.contact?.planned).toEqual(["consent", "timeAgreed"]);
  });

  it("names all that is not confirmed at once", () => {
    const open = plan({ contactTicks: "" }).refusal?.lines?.map(({ clauses }) => clauses[0]);
    expect(open).toEqual(["AET-A-121", "AET-A-123"]);
  });

  it.each([
    ["before school", { contactDate: "2026-11-24", contactTime: "08:00" }],
    ["after school", { contactTime: "16:30" }],
    ["at a weekend", { contactDate: "2026-11-28" }],
  ])("is refused %s: calls are made in school hours (AET-A-122)", (_, when) => {
    expect(plan(when).refusal).toMatchObject({ field: "contactTime", clause: "AET-A-122" });
    expect(plan({ contactDate: "2026-11-24", contactTime: "09:00" }).refusal).toBeUndefined();
  });

  it("names somebody else in school who is told that the call takes place, and of nothing else (AET-A-119)", () => {
    for (const contactKnows of ["", " ", priya.id, "nobody"])
      expect(plan({ contactKnows }).refusal).toMatchObject({ field: "contactKnows", clause: "AET-A-119" });
    const story = decide({ answer: "yes" });
    expect(story.toldTo(ann)).toContain("contactKnown");
    expect(story.seen(ann).contact).toMatchObject({ by: { name: priya.name }, at: story.is.contact?.at });
    expect(JSON.stringify(story.seen(ann))).not.toContain("CANARY");
    expect(JSON.stringify(story.told)).not.toMatch(/CANARY|Ella|Mill Lane/);
  });

  it("names a second member of staff who is asked to sit in (AET-A-126)", () => {
    expect(plan({ contactBeside: priya.id }).refusal).toMatchObject({ field: "contactBeside", clause: "AET-A-126" });
    expect(decide({ answer: "yes" }).toldTo(tom)).toContain("contactBeside");
    expect(decide({ answer: "yes" }).seen(tom).contact?.beside?.name).toBe(tom.name);
  });
});

describe("planning it", () => {
  const offered = (story: Story) => story.seen(priya).offers.includes("planContact");

  it("is offered where somebody is ill, until it is planned, and again once it is refused or did not come about", () => {
    expect(offered(approved().press(priya, "cancel"))).toBe(false);
    expect(offered(plan())).toBe(false);
    expect(offered(decide({ answer: "yes" }))).toBe(false);
    expect(offered(decide({ answer: "no", contactWhyNot: "Seen already" }))).toBe(true);
    const story = authorised().press(priya, "recordContact", { notMade: "true", contactNotMade: "Nobody answered" });
    expect(offered(story)).toBe(true);
    expect(offered(recorded())).toBe(false);
  });

  it("takes a second press for the same plan, another reason for another, and no plan once it was made (S9)", () => {
    const times = (story: Story) => story.happened.filter((type) => type === "ContactPlanned").length;
    expect(times(plan({}, plan()))).toBe(1);
    expect(times(plan({ contactWhy: "She was bruised" }, plan()))).toBe(2);
    expect(plan({ contactTime: "12:00" }, recorded()).refusal?.refused).toBe("contactMade");
  });

  it("is for a time from a quarter of an hour ago on", () => {
    expect(plan({ contactTime: "09:45" }).refusal).toBeUndefined();
    expect(plan({ contactTime: "09:44" }).refusal).toMatchObject({ refused: "contactTime", field: "contactTime" });
  });

  it("names no colleague who has left", () => {
    const story = ill();
    story.lists(ann, { until: "2026-11-20" });
    expect(plan({}, story).refusal?.field).toBe("contactKnows");
  });
});

describe("who is told of it", () => {
  const told = (story: Story, key: string) => story.told.filter(({ say }) => say.key === key);

  it("is whoever called the visit off, else the lead", () => {
    const offered = (who: typeof priya) =>
      told(approved().press(who, "cancel", { ill: "true" }), "contactOffered").map(({ to }) => to);
    for (const [who, whom] of [
      [tom, tom],
      [priya, priya],
      [ann, priya],
    ] as const)
      expect(offered(who)).toEqual([{ person: whom.id }]);
    expect(told(plan(), "contactOffered")).toEqual([]);
  });

  it("is no senior leader who sits in, once for each, and with the answer", () => {
    expect(plan({ contactBeside: samuel.id }).toldTo(samuel)).not.toContain("contactAsked");
    const both = decide({ answer: "yes" }, samuel, plan({ contactKnows: tom.id, contactBeside: tom.id }));
    expect(both.toldTo(tom).filter((key) => key.startsWith("contact"))).toEqual(["contactBeside"]);
    expect(told(both, "contactDecided")[0]?.say.args).toMatchObject({ by: samuel.name, how: "yes" });
    const no = decide({ answer: "no", contactWhyNot: "Seen already" });
    expect(told(no, "contactDecided")[0]?.say.args.how).toBe("no");
    for (const key of ["contactKnown", "contactBeside"]) expect(told(no, key)).toEqual([]);
  });

  it("is nobody any more once it was made or did not come about", () => {
    const keys = (story: Story) => story.told.map(({ say }) => say.key).filter((key) => key.startsWith("contact"));
    expect(keys(recorded())).toEqual([]);
    expect(keys(authorised().press(priya, "recordContact", { notMade: "true", contactNotMade: "No line" }))).toEqual(
      [],
    );
  });

  it("is seen by nobody else, with the reasons by those alone who decide and take part (AET-A-119)", () => {
    const no = decide({ answer: "no", contactWhyNot: "CANARYWHYNOT" });
    expect([no.seen(nia).contact, no.seen({ channel: "office" }).contact]).toEqual([undefined, undefined]);
    expect(JSON.stringify(no.seen(ann).contact)).not.toContain("CANARY");
    expect(no.seen(samuel).contact?.decided?.why).toBe("CANARYWHYNOT");
    const story = authorised({ contactBeside: nia.id });
    expect(story.seen(nia).contact?.why).toBe(call.contactWhy);
    story.press(priya, "recordContact", { notMade: "true", contactNotMade: "CANARYNOT" });
    expect([story.seen(ann).contact?.notMade?.why, story.seen(nia).contact?.notMade?.why]).toEqual([
      undefined,
      "CANARYNOT",
    ]);
  });

  it("keeps what was written of the first call where another is made", () => {
    const story = authorised().press(priya, "recordContact", { notMade: "true", contactNotMade: "No line" });
    const [first] = story.is.tasks;
    decide({ answer: "yes" }, samuel, plan({ contactTime: "12:00" }, story)).until("12:20");
    recorded({}, story);
    expect(story.is.tasks[0]).toEqual(first);
    expect(story.is.tasks.filter(({ kind }) => kind === "call").every(({ done }) => done)).toBe(true);
  });
});

describe("who authorises it", () => {
  it("is a senior leader, before it is made, and nobody else (AET-A-114)", () => {
    expect(plan().toldTo(samuel)).toContain("contactAsked");
    for (const who of [priya, tom, ann, helen])
      expect(decide({ answer: "yes" }, who).refusal?.refused).toBe("notYours");
    const early = plan().press(priya, "recordContact", record);
    expect(early.refusal).toMatchObject({ refused: "notAuthorised", clause: "AET-A-114" });
    expect(decide({ answer: "yes" }).toldTo(priya)).toContain("contactDecided");
    expect(recorded().refusal).toBeUndefined();
  });

  it("decides about the plan that is on the card, and about none of their own", () => {
    const story = decide({ answer: "no", contactWhyNot: "The social worker saw her" });
    plan({ contactTime: "12:00" }, story).press(samuel, "decideContact", { answer: "yes" }, { no: 1 });
    expect(story.refusal?.refused).toBe("contactMoved");
    const own = plan({ contactBeside: samuel.id });
    expect(decide({ answer: "yes" }, samuel, own).refusal?.refused).toBe("notYours");
  });

  it("says no once, and yes to what was refused is another answer (S9)", () => {
    const story = decide({ answer: "no", contactWhyNot: "Seen already" });
    expect(story.is.tasks).toEqual([]);
    expect(decide({ answer: "no", contactWhyNot: "Seen already" }, samuel, story).refusal).toBeUndefined();
    expect(decide({ answer: "yes" }, samuel, story).refusal?.refused).toBe("contactDecided");
  });

  it("says why not, and the caller reads it; a call that was not authorised is not recorded as made", () => {
    expect(decide({ answer: "no" }).refusal?.field).toBe("contactWhyNot");
    const story = decide({ answer: "no", contactWhyNot: "The social worker saw her" });
    expect(JSON.stringify(story.seen(priya).contact)).toContain("The social worker saw her");
    expect(story.press(priya, "recordContact", record).refusal?.refused).toBe("notAuthorised");
  });

  it("reads why while it is to be decided, and no address", () => {
    const seen = plan().seen(samuel);
    expect(seen).toMatchObject({ pupil: "Ella Martin", contact: { why: call.contactWhy } });
    expect(seen.address).toBeUndefined();
  });
});

describe("the call", () => {
  const during: [string, string][] = [
    ["AET-A-115", "channel"],
    ["AET-A-118", "parentDevice"],
    ["AET-A-124", "parentThere"],
    ["AET-A-125", "speaker"],
  ];
  const ids = during.map(([, id]) => id);
  const measure = (id: string) => aspire.alternativeContact.value?.measures.find((one) => one.id === id);

  it("is due at its time", () => {
    const story = decide({ answer: "yes" });
    expect(story.until("10:59").toldTo(priya)).not.toContain("contactDue");
    expect(story.until("11:00").toldTo(priya)).toContain("contactDue");
  });

  it.each(during)("is recorded with what was kept to, or with why it was not (%s)", (clause, id) => {
    const others = ids.filter((other) => other !== id).join(",");
    expect(recorded({ contactKept: others }).refusal).toMatchObject({ field: "contactNotKept", clause });
    const story = recorded({ contactKept: others, contactNotKept: "It could not be done" });
    expect(story.is.contact?.made).toMatchObject({ notKept: [id], whyNot: "It could not be done" });
    expect(paper(story)).toContain(`Not kept to, and why: ${measure(id)?.text}: It could not be done`);
    expect(paper(recorded())).toMatch(new RegExp(`Kept to: .*${measure(id)?.text}`));
  });

  it("is made from a school device, or the record says why it was not possible (AET-A-116)", () => {
    const kept = `${record.contactKept},withheld`;
    expect(recorded({ contactDevice: "" }).refusal?.field).toBe("contactDevice");
    expect(recorded({ contactDevice: "personal", contactKept: kept }).refusal).toMatchObject({ clause: "AET-A-116" });
    const story = recorded({ contactDevice: "personal", contactKept: kept, contactNotKept: "No phone was free" });
    expect(paper(story)).toMatch(/Made from: a personal device(.|\n)*No phone was free/);
    expect(paper(recorded())).toContain("Made from: a school device");
  });

  it("from a personal device shows no number (AET-A-117)", () => {
    const personal = { contactDevice: "personal", contactNotKept: "No phone was free" };
    expect(recorded(personal).is.contact?.made?.notKept).toContain("withheld");
    const withheld = recorded({ ...personal, contactKept: `${record.contactKept},withheld` });
    expect(withheld.is.contact?.made?.kept).toContain("withheld");
    expect(recorded().is.contact?.made?.kept).not.toContain("withheld");
  });

  it("that nobody could sit in on is recorded if the parent agrees, and otherwise it is written down (AET-A-126, AET-A-127)", () => {
    const alone = () => authorised({ contactBeside: " " });
    expect(recorded({ contactWitness: "" }, alone()).refusal?.field).toBe("contactWitness");
    expect(recorded({ contactWitness: "neither" }, alone()).refusal).toMatchObject({ clause: "AET-A-127" });
    const kept = `${record.contactKept},explained,stored`;
    const story = recorded({ contactWitness: "recording", contactKept: kept }, alone());
    expect(story.refusal).toBeUndefined();
    expect(paper(story)).toContain("nobody: recorded, with the parent's consent");
  });

  it("that was recorded is stored safely, or the record says so (AET-A-129)", () => {
    const taped = { contactWitness: "recording", contactKept: `${record.contactKept},explained` };
    expect(recorded(taped).refusal).toMatchObject({ field: "contactNotKept", clause: "AET-A-129" });
    const story = recorded({ ...taped, contactKept: `${taped.contactKept},stored` });
    expect(paper(story)).toContain(measure("stored")?.text);
  });

  it("is filed in the pupil's safeguarding record, with who, when, why and by whose leave (AET-A-130)", () => {
    const story = recorded();
    const file = story.is.tasks.find(({ kind }) => kind === "file");
    expect(file).toMatchObject({ for: [priya.id] });
    const seen = story.seen(priya).tasks.find(({ no }) => no === file?.no);
    expect(seen?.line?.clauses).toEqual(["AET-A-130"]);
    for (const said of ["Ella Martin", "11:00", "by phone", priya.name, tom.name, samuel.name, record.contactText])
      expect(seen?.paper).toContain(said);
    expect(story.toldTo(priya)).toContain("taskDue");
    expect(story.press(priya, "completeTask", {}, { no: file?.no }).refusal).toBeUndefined();
    expect(recorded({ contactText: "" }).refusal?.field).toBe("contactText");
  });

  it("is read by those who took part and those who decide, and by nobody else (P10)", () => {
    const story = recorded({ contactText: "CANARYSAID" });
    const readers = [priya, tom, ann, helen, samuel, joan].filter((who) =>
      JSON.stringify(story.seen(who)).includes("CANARYSAID"),
    );
    expect(readers.map(({ name }) => name)).toEqual([priya, tom, helen, samuel, joan].map(({ name }) => name));
  });

  it("is asked for of those who make it once it is authorised, and in other words is no second press", () => {
    const offered = (story: Story) => story.seen(priya).offers.includes("recordContact");
    expect([plan(), authorised(), recorded()].map(offered)).toEqual([false, true, false]);
    const [task] = authorised().is.tasks;
    expect(task).toMatchObject({ kind: "call", apart: true, due: (authorised().is.contact?.at ?? 0) + 3_600_000 });
    const other = recorded({ contactText: "Ella did not speak" }, recorded());
    expect(other.refusal?.refused).toBe("contactMade");
    const none = { notMade: "true", contactNotMade: "Nobody answered" };
    const again = authorised().press(priya, "recordContact", none);
    expect(again.press(priya, "recordContact", { ...none, contactNotMade: "No line" }).refusal?.refused).toBe(
      "contactMade",
    );
  });

  it("names the measure that was not kept to", () => {
    const story = recorded({ contactKept: ids.filter((id) => id !== "speaker").join(",") });
    expect(story.refusal?.say).toContain(measure("speaker")?.text);
  });

  it("is recorded once, however often it is pressed (S9)", () => {
    const story = recorded();
    const before = story.events.length;
    expect(story.press(priya, "recordContact", record).events).toHaveLength(before);
    expect(story.refusal).toBeUndefined();
    expect(story.press(tom, "recordContact", record).refusal?.refused).toBe("contactMade");
  });
});

describe("a call that nobody has recorded", () => {
  const late = (time: string) => decide({ answer: "yes" }).until(time);

  it("is asked for again each hour, and from the second time on by those who authorise and decide too", () => {
    expect(late("11:29").toldTo(priya)).not.toContain("contactUnrecorded");
    expect(late("11:30").toldTo(priya)).toContain("contactUnrecorded");
    expect(late("11:30").toldTo(samuel)).not.toContain("contactUnrecorded");
    const again = late("12:30");
    for (const who of [priya, samuel, helen]) expect(again.toldTo(who)).toContain("contactUnrecorded");
    for (const who of [ann, tom]) expect(again.toldTo(who)).not.toContain("contactUnrecorded");
    const ids = (story: Story) => story.told.filter(({ say }) => say.key === "contactUnrecorded").map(({ id }) => id);
    expect(ids(late("13:30"))).not.toEqual(ids(again));
    expect(JSON.stringify(again.told)).not.toMatch(/CANARY|Ella|Mill Lane/);
  });

  it("keeps the record of the visit from its end, like other paperwork", () => {
    const story = decide({ answer: "yes" });
    story.policy = { ...story.policy, keepMonths: { ...story.policy.keepMonths, value: 1 } };
    expect(keptUntil(story.is, story.policy, story)).toBeUndefined();
    expect(story.is.tasks).toMatchObject([{ kind: "call", for: [priya.id] }]);
    expect(story.press(priya, "completeTask", { note: "Done" }, { no: 1 }).refusal?.refused).toBe("minutes");
    story.until("11:20").press(priya, "recordContact", record);
    expect(keptUntil(story.is, story.policy, story)).toBe("2026-12-23");
    expect(story.until("12:30").toldTo(priya)).not.toContain("contactUnrecorded");
  });

  it("that did not come about is said with the reason, asked for no more, and another may be planned", () => {
    const none = { notMade: "true", contactNotMade: "Nobody answered, three times" };
    const story = late("11:40").press(priya, "recordContact", { notMade: "true" });
    expect(story.refusal?.field).toBe("contactNotMade");
    story.press(priya, "recordContact", none);
    expect(story.is.contact?.notMade).toMatchObject({ by: priya.id, why: none.contactNotMade });
    expect(JSON.stringify(story.seen(priya).contact)).toContain(none.contactNotMade);
    const count = story.events.length;
    expect(story.press(priya, "recordContact", none).events).toHaveLength(count);
    expect(story.press(priya, "recordContact", record).refusal?.refused).toBe("contactMade");
    expect(story.until("12:30").told.map(({ say }) => say.key)).not.toContain("contactUnrecorded");
    const { no, notMade } = plan({ contactTime: "14:00" }, story).is.contact ?? {};
    expect([no, notMade]).toEqual([2, undefined]);
    expect(story.toldTo(samuel)).toContain("contactAsked");
  });
});
