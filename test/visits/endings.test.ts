import { out } from "../../words/en-gb/out";
import { Played } from "./played";
import { at, type Story } from "./story";

describe("a visit that does not feel safe", () => {
  it("is left at any doubt, and another way to meet is arranged (HEX-54, HEX-55)", () => {
    const school = new Played("hexthorpe");
    const story = school.out("paula", "ryan").until("14:05").press(school.who("paula"), "endUnsafe", { how: "unsafe" });
    expect(story.is.outings[school.who("paula").id]?.where).toBe("leftTheHome");
    expect(story.until("14:15").alarm?.cause).toBe("noContact");
    story.press(school.who("paula"), "signIn").press(school.who("ryan"), "signIn");
    expect(story.is.tasks.map(({ kind }) => kind)).toContain("meetAgain");
    expect(story.is.tasks.map(({ kind }) => kind)).not.toContain("safetyReason");
  });

  it("ends at a threat, of which the Leadership Team hear now, and is owed another meeting (BEM-10)", () => {
    const school = new Played("bemrose");
    const story = school.out("maya", "omar").until("14:05").press(school.who("maya"), "endUnsafe", { how: "unsafe" });
    expect(story.toldTo(school.who("lena"))).toContain("meetingOff");
    story.press(school.who("maya"), "signIn").press(school.who("omar"), "signIn");
    expect(story.is.tasks.map(({ kind }) => kind)).toContain("meetAgain");
    expect(story.is.meeting).toMatchObject({ state: "off", how: "unsafe" });
  });

  it("is put in writing to the Principal (AET-56), who is told of nothing else that is owed", () => {
    const school = new Played("aspire");
    const story = school.out("priya", "tom").until("14:05").press(school.who("priya"), "endUnsafe", { how: "unsafe" });
    expect(story.is.tasks.map(({ kind }) => kind)).toEqual(["safetyReason"]);
  });
});

describe("turning round at the door", () => {
  const school = new Played("aspire");
  const priya = school.who("priya");
  const atTheDoor = () => school.out("priya", "tom").until("14:02");

  it("because animals are not kept away calls the visit off, with a reason in writing and a new date (AET-58, AET-A-73)", () => {
    const story = atTheDoor();
    expect(story.seen(priya).forms.refusals).toEqual(["animals", "unknownPeople"]);
    story.press(priya, "endUnsafe", { how: "animals" });
    expect(story.is.meeting).toMatchObject({ state: "off", how: "animals" });
    expect(story.is.tasks.map(({ kind }) => kind)).toEqual(["safetyReason", "newDate"]);
    expect(story.toldTo(school.who("helen"))).toContain("meetingOff");
    expect(story.is.outings[priya.id]?.awaySafeBy).toBeUndefined();
  });

  it("because of people whom nobody explains, or with whom they are not comfortable, calls it off too, for another day (AET-A-75, AET-A-76)", () => {
    expect(out.visit.unknownPeople).toMatch(/unexplained, or uncomfortable/);
    const story = atTheDoor().press(priya, "endUnsafe", { how: "unknownPeople" });
    expect(story.is.meeting).toMatchObject({ state: "off", how: "unknownPeople" });
    expect(story.is.tasks.map(({ kind }) => kind)).toEqual(["safetyReason", "newDate"]);
    expect(story.seen(priya).next?.key).toBe("returnNow");
  });

  it("needs nobody of the Leadership Team to meet again: it was no threat (BEM-11, BEM-64)", () => {
    const bemrose = new Played("bemrose");
    const [maya, omar] = [bemrose.who("maya"), bemrose.who("omar")];
    const story = bemrose.out("maya", "omar").until("14:05").press(maya, "endUnsafe", { how: "animals" });
    story.press(maya, "signIn").press(omar, "signIn");
    expect(story.is.tasks.map(({ kind }) => kind)).toEqual(["newDate", "minutes"]);
  });

  it("stops no clock (S1)", () => {
    const story = atTheDoor().press(priya, "endUnsafe", { how: "animals" }).until("15:02");
    expect(story.is.alarms.some(({ cause }) => cause === "noContact" || cause === "notBack")).toBe(true);
  });
});

describe("a second press (S9)", () => {
  const school = new Played("aspire");
  const [priya, tom] = [school.who("priya"), school.who("tom")];
  const atTheDoor = () => school.out("priya", "tom").until("14:02");
  const off = (story: Story) => story.happened.filter((type) => type === "MeetingOff").length;

  it("of the same reason ends the meeting once, whoever presses; of another it is news", () => {
    const story = atTheDoor().press(priya, "endUnsafe", { how: "animals" }).press(tom, "endUnsafe", { how: "animals" });
    expect(off(story)).toBe(1);
    expect(off(story.press(priya, "endUnsafe", { how: "violence" }))).toBe(2);
    expect(story.alarm?.cause).toBe("violence");
    expect(atTheDoor().press(priya, "endUnsafe").press(tom, "endUnsafe", {}).is.tasks).toHaveLength(1);
  });

  it("owes nobody the same reason twice", () => {
    const story = atTheDoor()
      .press(priya, "endUnsafe", { how: "animals" })
      .press(priya, "endUnsafe", { how: "unsafe" });
    expect(story.is.tasks.map(({ no, kind }) => [no, kind])).toEqual([
      [1, "safetyReason"],
      [2, "newDate"],
    ]);
    expect(story.is.tasks.map((task) => task.for)).toEqual([[priya.id], [priya.id]]);
  });

  it("of nobody being in changes nothing while they wait", () => {
    const story = atTheDoor().press(priya, "noOneHome");
    const before = story.is;
    expect(story.pushTo(story.now + 60_000).press(tom, "noOneHome").is.meeting).toBe(before.meeting);
  });

  it("is asked soon whether they are safe, after violence as well (AET-80)", () => {
    for (const how of ["unsafe", "violence"])
      expect(atTheDoor().press(priya, "endUnsafe", { how }).is.outings[priya.id]?.awaySafeBy).toBeDefined();
  });
});

describe("going home without coming back", () => {
  it("is told to base when they leave, and their clock runs until they are safe (BEM-36, BEM-93)", () => {
    const school = new Played("bemrose");
    const maya = school.who("maya");
    const story = school.out("maya", "omar").until("14:30").press(maya, "leftForHome");
    expect(story.toldTo(school.who("nora"))).toContain("goingHome");
    expect(story.told.find(({ say }) => say.key === "goingHome")?.say.args.names).toBe(maya.name);
    expect(story.until("15:00").alarm?.about[maya.id]).toBeDefined();
    story.press(maya, "signIn");
    expect(story.is.outings[maya.id]?.back?.how).toBe("home");
  });

  it("is told to a colleague too, where that was arranged with one who does not go along (BEM-36)", () => {
    const school = new Played("bemrose");
    const [maya, hari] = [school.who("maya"), school.who("hari")];
    const story = school.out("maya", "omar", { goingHomeTold: hari.id }).until("14:30").press(maya, "leftForHome");
    for (const who of ["nora", "hari"]) expect(story.toldTo(school.who(who))).toContain("goingHome");
    expect(JSON.stringify(story.seen(hari))).not.toMatch(/Ella|Mill Lane/);
    const plain = school.out("maya", "omar").until("14:30").press(maya, "leftForHome");
    expect(plain.toldTo(hari)).not.toContain("goingHome");
  });

  it("is not offered where the policy has everybody come back", () => {
    const school = new Played("bemrose", { goingHome: { value: "returnFirst", by: "school", clauses: [] } });
    expect(school.out("maya", "omar").seen(school.who("maya")).offers).not.toContain("leftForHome");
  });
});

describe("a child in danger, seen from the visit", () => {
  const school = new Played("bemrose");
  const maya = school.who("maya");
  const dina = school.who("dina");
  const inside = () => school.out("maya", "omar").until("14:05").press(maya, "arrive", { adult: "yes" });
  const reported = () => inside().press(maya, "reportChild", { what: "danger", note: "CANARYNOTE" });

  it("is referred to social care by the DSL who takes it on, or not, with the reason (BEM-78)", () => {
    const taken = reported().press(dina, "takeConcern");
    const task = taken.is.tasks.find(({ kind }) => kind === "referral");
    expect(task).toMatchObject({ for: [dina.id], line: "socialCare" });
    expect(taken.press(dina, "completeTask", {}, { no: task?.no }).refusal).toMatchObject({ clause: "BEM-78" });
    taken.press(dina, "completeTask", { note: "Referred by phone, 14:40" }, { no: task?.no });
    expect(taken.is.tasks.find(({ no }) => no === task?.no)?.done).toMatchObject({ by: dina.id });
  });

  it("may be referred wherever the DSL finds it right, however sure the visitors are (BEM-78)", () => {
    for (const what of ["unsure", "concern", "danger", "rang999"]) {
      const taken = inside().press(maya, "reportChild", { what }).press(dina, "takeConcern");
      const no = taken.is.tasks.find(({ kind }) => kind === "referral")?.no;
      taken.press(dina, "completeTask", { how: "notNeeded", note: "Her aunt was in the garden" }, { no });
      expect([what, taken.is.tasks.find((task) => task.no === no)?.done?.how]).toEqual([what, "notNeeded"]);
    }
  });

  it("is told to the DSL straight away, also for advice, and is no alarm about the visitors (BEM-76, BEM-77)", () => {
    const story = reported();
    expect(story.toldTo(dina)).toContain("childReported");
    expect(story.is.alarms).toEqual([]);
    expect(inside().press(maya, "reportChild", { what: "unsure" }).toldTo(dina)).toContain("childReported");
  });

  it("is said again every five minutes, then also to the approvers, until somebody has it (AET-108, BEM-76)", () => {
    const story = reported();
    const ids = () => story.told.filter(({ say }) => say.key === "childReported").map(({ id }) => id);
    const before = ids();
    story.until("14:10");
    expect(ids().some((id) => before.includes(id))).toBe(false);
    expect(story.toldTo(school.who("lena"))).toContain("childReported");
    story.press(dina, "takeConcern").until("14:20");
    expect(story.toldTo(dina)).not.toContain("childReported");
    expect(story.toldTo(maya)).toContain("concernTaken");
  });

  it("shows what was written to the DSL and the writer, and to nobody else (P10)", () => {
    const story = reported();
    const see = [maya, dina, school.who("omar"), school.who("nora"), school.who("lena")].filter((who) =>
      JSON.stringify(story.seen(who)).includes("CANARYNOTE"),
    );
    expect(see).toEqual([maya, dina]);
    expect(JSON.stringify(story.told)).not.toContain("CANARYNOTE");
    expect(story.press(school.who("nora"), "takeConcern").refusal?.refused).toBe("notYours");
  });

  it("goes to 999 in immediate danger, and that they rang is on record (BEM-79)", () => {
    const story = inside().press(maya, "reportChild", { what: "rang999" });
    expect(story.is.concerns?.[0]).toMatchObject({ what: "rang999", by: maya.id, at: at("14:05") });
    expect(story.told.find(({ say }) => say.key === "childReported")?.say.args.how).toBe("rang999");
  });
});

describe("visitors who ring 999 themselves", () => {
  it.each([
    ["aspire", "AET-A-98", "priya", "tom", "helen"],
    ["bemrose", "BEM-A-31", "maya", "omar", "lena"],
  ] as const)(
    "raise the alarm with the same press at %s; it is shown, and is no stamp of the police step (%s)",
    (pack, _clause, lead, companion, answers) => {
      const school = new Played(pack);
      const visitor = school.who(lead);
      const story = school.out(lead, companion).press(visitor, "askForHelp", { kind: "help", rang: "true" });
      expect([story.alarm?.cause, story.alarm?.police]).toEqual(["emergency", undefined]);
      expect(story.alarm?.taps).toMatchObject([{ who: visitor.id, what: "rang999" }]);
      expect(story.seen(school.who(answers)).alarms[0]?.taps[0]?.what).toBe("rang999");
      story.press(visitor, "askForHelp", { kind: "help", rang: "true" });
      expect(story.alarm?.taps).toHaveLength(1);
    },
  );
});
