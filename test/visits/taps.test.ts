import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, at, inside, out, requested, type Story } from "./story";

const breaches = ({ is }: Story) => is.breaches.map(({ what, who }) => [what, who]);
const alarm = (story: Story, cause: string) => story.is.alarms.find((one) => one.cause === cause);

describe("S1: whoever checks in without having signed out is out", () => {
  it("of a visit that nobody has approved", () => {
    const story = requested().press(priya, "checkIn");
    expect(story.is.outings[priya.id]).toBeDefined();
    expect(breaches(story)).toEqual([["notApproved", [priya.id]]]);
  });

  it("of one that was", () => {
    expect(breaches(approved().press(priya, "checkIn"))).toEqual([["noSignOut", [priya.id]]]);
  });

  it("and once only, nor if they did sign out", () => {
    expect(breaches(requested().press(priya, "checkIn").press(priya, "checkIn"))).toHaveLength(1);
    expect(breaches(out().press(priya, "checkIn"))).toEqual([]);
  });
});

describe("S3: a press of those who are out", () => {
  /** Tom goes on checking in; nobody has heard of Priya for an hour. */
  const priyaIsSilent = () =>
    inside().press(priya, "changePlan", { back: "15:55" }).until("14:25").press(tom, "checkIn").until("15:15");

  it("stands on their companion's call for help, and ends nothing", () => {
    const story = inside().press(tom, "askForHelp").press(priya, "checkIn");
    expect(alarm(story, "emergency")).toMatchObject({ taps: [{ who: priya.id, what: "ok" }] });
    expect(alarm(story, "emergency")?.ended).toBeUndefined();
  });

  it("says nothing of a companion who is missed", () => {
    const story = priyaIsSilent();
    expect(Object.keys(alarm(story, "noContact")?.about ?? {})).toEqual([priya.id]);
    story.press(tom, "checkIn");
    expect(alarm(story, "noContact")).toMatchObject({ taps: [] });
    expect(alarm(story, "noContact")?.ended).toBeUndefined();
  });

  it("ends an alarm about themselves as what it was: a tap, or being back", () => {
    expect(alarm(priyaIsSilent().press(priya, "checkIn"), "noContact")?.ended?.how).toBe("tap");
    expect(alarm(priyaIsSilent().press(priya, "signIn"), "noContact")?.ended?.how).toBe("signedIn");
  });

  it("ends it again once the hold of whoever took it is over, and nobody has tried", () => {
    const story = priyaIsSilent();
    story.press(ann, "acknowledge", {}, { no: alarm(story, "noContact")?.no });
    expect(alarm(story.branch().press(priya, "checkIn"), "noContact")?.ended).toBeUndefined();
    story.now = (alarm(story, "noContact")?.holder?.until ?? 0) + 1;
    expect(alarm(story.press(priya, "checkIn"), "noContact")?.ended?.how).toBe("tap");
  });
});

describe("S3: a press on a visitor's own device ends silence that nobody has touched", () => {
  const silent = () => inside().press(priya, "changePlan", { back: "15:55" }).until("15:10");
  const ended = (story: Story, cause = "noContact") => alarm(story, cause)?.ended?.how;
  /** Tom has tapped already: Priya's press alone decides. */
  const tomTapped = () => silent().press(tom, "checkIn");

  it("once each whom it concerns has answered", () => {
    expect(ended(tomTapped())).toBeUndefined();
    expect(ended(tomTapped().press(tom, "checkIn"))).toBeUndefined();
    expect(ended(tomTapped().press(priya, "checkIn"))).toBe("tap");
  });

  it("or has been spoken to by somebody at school", () => {
    const story = silent();
    story.happen([{ type: "SpokenTo", no: 2, who: [tom.id], how: "ok", at: story.now, by: ann.id }]);
    expect(ended(story.press(priya, "checkIn"))).toBe("tap");
  });

  it("at the very minute at which the hold is over, whoever comes first", () => {
    const story = tomTapped().press(ann, "acknowledge");
    const { until = 0 } = alarm(story, "noContact")?.holder ?? {};
    const at = (now: number) => Object.assign(story.branch(), { now }).press(priya, "checkIn");
    expect([ended(at(until - 1)), ended(at(until))]).toEqual([undefined, "tap"]);
  });

  it.each([
    ["somebody has rung", (story: Story) => story.press(ann, "recordCall", { outcome: "noAnswer" })],
    [
      "it has been decided about",
      (story: Story) => story.press(helen, "recordDecision", { decision: "keepTrying", why: "Again" }),
    ],
    [
      "the police have it",
      (story: Story) => story.press(helen, "recordDecision", { decision: "policeCalled", reference: "1" }),
    ],
  ])("but not once %s", (_, touch) => {
    const story = touch(tomTapped().until("15:15"));
    expect(story.refusal).toBeUndefined();
    expect(ended(story.press(priya, "checkIn").press(tom, "checkIn"))).toBeUndefined();
    expect(alarm(story, "noContact")?.taps.length).toBeGreaterThanOrEqual(2);
  });

  it("S9: that was not over by then: what was pressed long ago, and comes late, is shown, and the ladder goes on where it was", () => {
    const late = (sentAt: string) =>
      tomTapped()
        .until("15:21")
        .press(priya, "checkIn", {}, { sentAt: at(sentAt) });
    const story = late("14:11").quiet();
    expect(alarm(story, "noContact")).toMatchObject({ step: "slt", taps: [{}, { who: priya.id, at: at("14:11") }] });
    expect(story.is.alarms.map(({ cause }) => cause)).toEqual(["arrivalCall", "noContact"]);
    expect(ended(late("14:30"))).toBe("tap");
    expect(
      ended(
        tomTapped()
          .until("15:21")
          .press(priya, "signIn", {}, { sentAt: at("14:11") }),
      ),
    ).toBe("signedIn");
  });

  it("and not where somebody who had answered has fallen silent again", () => {
    const story = tomTapped().press(priya, "changePlan", { back: "17:55" });
    const again = () => inside().press(priya, "changePlan", { back: "17:55" }).until("15:10").press(tom, "checkIn");
    expect(ended(story)).toBe("tap");
    expect(ended(again().until("16:09").press(priya, "checkIn"))).toBe("tap");
    expect(ended(again().until("16:10").press(priya, "checkIn"))).toBeUndefined();
  });

  const late = () => inside().until("15:00").press(tom, "signIn");

  it("of a late return only by a new time for it, or by being back (AET-A-56)", () => {
    expect(ended(late().press(priya, "checkIn"), "notBack")).toBeUndefined();
    expect(ended(late().press(priya, "changePlan", { more: "30" }), "notBack")).toBe("tap");
    expect(ended(late().press(priya, "signIn"), "notBack")).toBe("signedIn");
    const tapping = inside().until("15:00").press(tom, "checkIn");
    expect(ended(tapping.press(priya, "signIn"), "notBack")).toBeUndefined();
  });
});

describe("S4, S9: a call for help, however often it is made", () => {
  const apart = () =>
    inside()
      .until("14:20")
      .press(priya, "checkIn", {}, { covert: true })
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${joan.id}` });
  const about = (story: Story) =>
    story.is.alarms.map(({ cause, about }) => [cause, ...Object.keys(about).toSorted()]).slice(1);

  it("discreetly is one alarm, and each caller's own", () => {
    const twice = inside().press(priya, "checkIn", {}, { covert: true }).press(priya, "checkIn", {}, { covert: true });
    expect(about(twice)).toEqual([["covert", priya.id]]);
    expect(about(twice.press(tom, "checkIn", {}, { covert: true }))).toEqual([
      ["covert", priya.id],
      ["covert", tom.id],
    ]);
  });

  it("discreetly has a companion's presses on it, and ends by none", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true }).press(tom, "checkIn").press(priya, "signIn");
    expect(alarm(story, "covert")?.taps.map(({ who }) => who)).toEqual([tom.id, priya.id]);
    expect(alarm(story, "covert")?.ended).toBeUndefined();
  });

  it("openly is one for those who are out together, and another for those who were sent there", () => {
    const story = apart().press(samuel, "askForHelp").press(tom, "askForHelp");
    expect(about(story)).toEqual([
      ["covert", priya.id],
      ["emergency", ...[samuel.id, joan.id].toSorted()],
      ["emergency", ...[priya.id, tom.id].toSorted()],
    ]);
    expect(about(story.press(joan, "askForHelp").press(priya, "askForHelp"))).toHaveLength(3);
  });

  it("is joined by whoever it was not about yet", () => {
    const story = inside().press(ann, "phonedIn", { who: tom.id, what: "help" });
    expect(about(story)).toEqual([["emergency", tom.id]]);
    story.press(ann, "phonedIn", { who: priya.id, what: "help" });
    expect(about(story)).toEqual([["emergency", ...[priya.id, tom.id].toSorted()]]);
    const before = story.events.length;
    story.press(ann, "phonedIn", { who: priya.id, what: "help" });
    expect(story.events.slice(before).filter(({ type }) => type.startsWith("Alarm"))).toEqual([]);
  });
});

describe("what is written with a check-in", () => {
  const noteOf = (covert?: true) => {
    const story = inside().press(priya, "checkIn", { note: "All calm" }, covert ? { covert } : {});
    const contacts = story.events.flatMap((event) => (event.type === "Contacted" ? [event.note] : []));
    return [contacts.at(-1), contacts[0]];
  };

  it("is kept, of a discreet call never (P1), and is nothing where nothing was written", () => {
    expect(noteOf()).toEqual(["All calm", ""]);
    expect(noteOf(true)).toEqual(["", ""]);
  });
});
