import { ann, helen, priya, tom } from "../people";
import { Played } from "./played";
import { approved, at, inside, leaving, out, type Story } from "./story";

const times = (story: Story, what: string) => story.happened.filter((type) => type === what).length;

describe("arriving", () => {
  const offered = (story: Story) => story.seen(priya).offers.includes("arrive");

  it("is offered on the way and while they wait outside, and not once they are in", () => {
    const story = out().until("14:02");
    expect(offered(story)).toBe(true);
    expect(offered(story.branch().press(priya, "noOneHome"))).toBe(true);
    expect(offered(story.press(priya, "arrive", { adult: "yes" }))).toBe(false);
  });

  it("is one arrival, however often it is pressed (S9)", () => {
    const story = out().until("14:02").press(priya, "arrive", { adult: "yes" });
    const { contact } = story.is.outings[priya.id] ?? {};
    story.pushTo(story.now + 60_000).press(priya, "arrive", { adult: "yes" });
    expect([times(story, "Arrived"), story.is.outings[priya.id]?.contact]).toEqual([1, contact]);
  });

  it("asks for an adult only where they go in, and of those who may speak to the pupil alone at the door not (AET-69, TMC-18)", () => {
    const asked = (story: Story, who = priya) => story.seen(who).forms.adult;
    expect(asked(out())).toBe("always");
    expect(asked(out({ reason: "welfare" }))).toBeUndefined();
    const school = new Played("thomas-more");
    const [rosa, eric] = ["rosa", "eric"] as const;
    const on = (reason: string) => school.out(rosa, eric, { reason });
    expect(asked(on("support"), school.who(rosa))).toBe("unlessAttendance");
    expect(asked(on("noReasonGiven"), school.who(rosa))).toBeUndefined();
    const noAdult = (reason: string) => on(reason).until("14:02").press(school.who(rosa), "arrive", { adult: "no" });
    expect(noAdult("noReasonGiven").is).toMatchObject({ arrived: at("14:02"), atDoor: true });
    expect(noAdult("support").is).toMatchObject({ meeting: { state: "waiting" } });
  });

  it("goes by the school's own choice where an adult has always to be there, whatever the visit is about", () => {
    const school = new Played("hexthorpe", { adultPresent: { value: "always", by: "school", clauses: [] } });
    const story = school.out("ryan", "sita", { reason: "absentNoReason" }).until("14:02");
    story.press(school.who("ryan"), "arrive", { adult: "no" });
    expect(story.is.arrived).toBeUndefined();
  });
});

describe("a change of plan", () => {
  const offers = (story: Story, who = priya) => story.seen(who).offers.includes("changePlan");

  it("is offered before leaving only once they are asked where they are, and afterwards to whoever is out and to the office", () => {
    const story = approved().until("13:59");
    expect([offers(story), offers(story, ann)]).toEqual([false, false]);
    expect(offers(story.until("14:00"))).toBe(true);
    const one = approved().until("13:30").press(priya, "signOut", leaving);
    expect([offers(one), offers(one, tom), offers(one, ann)]).toEqual([true, false, true]);
    expect(offers(inside().press(priya, "signIn"))).toBe(false);
  });

  it("before leaving moves all of the visit (AET-90)", () => {
    const { plan } = approved().until("14:00").press(priya, "changePlan", { more: "15" }).is;
    expect([plan.leave, plan.start, plan.back]).toEqual([at("14:00"), at("14:30"), at("15:30")]);
  });

  it("before leaving is one within a minute as well, also where it moves by more, since they should have left (S9)", () => {
    const story = approved().until("14:00").press(priya, "changePlan", { more: "15" });
    story.press(priya, "changePlan", { more: "15" });
    expect(story.is.plan.leave).toBe(at("14:00"));
  });

  it("to a time of day counts, right after another as well", () => {
    const story = inside().press(priya, "changePlan", { more: "15" }).press(priya, "changePlan", { back: "16:00" });
    expect(story.is.plan.back).toBe(at("16:00"));
  });

  it("that they arrive later moves the call after the start, while they are on the way (AET-90)", () => {
    const start = (story: Story, who = priya) =>
      story.press(who, "changePlan", { more: "15", arriving: "true" }).is.plan.start;
    expect(start(out())).toBe(at("14:15"));
    expect(start(out().until("14:02").press(priya, "noOneHome"))).toBe(at("14:00"));
    expect(start(out().until("14:10"))).toBe(at("14:00"));
    const liberty = new Played("liberty");
    expect(start(liberty.out("lena", "marc"), liberty.who("lena"))).toBe(at("14:00"));
  });

  it("S4: of whoever was sent after them moves nothing of theirs", () => {
    const story = out();
    story.happen([
      { type: "AttendersSent", alarm: 901, who: [helen.id], back: at("16:00"), at: story.now, by: ann.id },
    ]);
    const { plan } = story.is;
    story.press(helen, "changePlan", { more: "15", arriving: "true" });
    expect([story.is.plan, story.is.outings[helen.id]?.backBy]).toEqual([plan, at("16:15")]);
  });

  it("by the office is no contact of theirs", () => {
    const story = inside().until("14:20");
    const contact = story.is.outings[priya.id]?.contact;
    expect(story.press(ann, "changePlan", { more: "15" }).is.outings[priya.id]?.contact).toBe(contact);
    expect(story.is.outings[ann.id]).toBeUndefined();
    const back = inside().press(priya, "signIn").press(tom, "signIn");
    expect([offers(inside(), ann), offers(back, ann)]).toEqual([true, false]);
    expect(back.press(ann, "changePlan", { more: "15" }).refusal?.refused).toBe("wrongTime");
  });

  it("once out moves the return, from its time or from now", () => {
    const back = (story: Story) => story.press(priya, "changePlan", { more: "15" }).is.plan.back;
    expect(back(inside())).toBe(at("15:15"));
    expect(back(inside().until("14:50").press(priya, "checkIn").until("15:05"))).toBe(at("15:20"));
    expect(inside().press(priya, "changePlan", { back: "13:00" }).refusal).toMatchObject({ field: "back" });
  });

  it("is one within a minute, and another after it or by somebody else (S9)", () => {
    const twice = (later: number, who = priya) =>
      inside()
        .press(priya, "changePlan", { more: "15" })
        .pushTo(at("14:10") + later)
        .press(who, "changePlan", { more: "15" });
    expect(twice(59_999).is.plan.back).toBe(at("15:15"));
    expect(twice(60_000).is.plan.back).toBe(at("15:30"));
    expect(twice(1_000, tom).is.plan.back).toBe(at("15:30"));
    expect(
      inside().press(priya, "changePlan", { more: "15" }).press(priya, "changePlan", { more: "30" }).is.plan.back,
    ).toBe(at("15:45"));
  });
});

it.each(["arrive", "leave", "leftForHome", "noOneHome", "endUnsafe", "letterLeft", "changePlan", "nextStop"] as const)(
  "whoever is back changes nothing by a late press of %s, and is not offered it (S1)",
  (verb) => {
    const story = out().until("14:02").press(priya, "signIn");
    const before = story.is;
    story.press(priya, verb, { adult: "yes", address: "9 Elm Close" });
    expect([story.refusal, story.is === before, story.seen(priya).offers.includes(verb)]).toEqual([
      undefined,
      true,
      false,
    ]);
  },
);

describe("leaving the home", () => {
  const home = () => inside().until("14:30");

  it.each([
    ["leave", "leftTheHome"],
    ["leftForHome", "goingHome"],
  ] as const)("by %s is said once, and offered no more (S9)", (verb, where) => {
    const story = home().press(priya, verb);
    expect(story.is.outings[priya.id]?.where).toBe(where);
    expect(story.seen(priya).offers).not.toContain(verb);
    expect(times(story.pushTo(story.now + 60_000).press(priya, verb), "LeftTheHome")).toBe(1);
  });

  it("as unsafe owes the reason in writing as long after the return as minutes have (AET-56)", () => {
    const [task] = home().press(priya, "endUnsafe").is.tasks;
    expect(task).toMatchObject({ kind: "safetyReason", for: [priya.id], due: at("15:00") + 24 * 3_600_000 });
  });
});

it("S4: a discreet check-in of whoever is back already is heard all the same", () => {
  const story = inside().press(priya, "signIn").press(priya, "checkIn", {}, { covert: true });
  expect(story.alarm).toMatchObject({ cause: "covert", about: { [priya.id]: {} } });
});
