import type { Policy, Step } from "../../policies/policy";
import { openAlarms } from "../../visits/people";
import { ann, helen, priya, samuel, tom } from "../people";
import { aspire } from "./aspire";
import { approval, approved, at, begin, inside, leaving, out, request, type Story } from "./story";

/** What the clock alone makes happen, and what it leaves to people: each at its minute, and also where the sweep comes late. */

const causes = (story: Story) => story.is.alarms.map(({ cause }) => cause);
const open = (story: Story) => openAlarms(story.is).map(({ cause }) => cause);
const concerned = (story: Story) => story.is.alarms.map(({ cause, about }) => [cause, ...Object.keys(about)]);
/** The sweep was away until then: no deadline on the way was noticed. */
const lateSweep = (story: Story, time: string): Story => {
  story.now = at(time);
  return story.quiet();
};
const staying = () => inside().press(priya, "changePlan", { back: "15:55" });
const silent = () => staying().until("15:10");
const bothBack = (story: Story) => story.press(priya, "signIn").press(tom, "signIn").quiet();

describe("the clock", () => {
  it("reckons out whoever has not signed out with the others ten minutes after the start, and no sooner (S1)", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving).until("14:09");
    expect(story.is.outings[tom.id]).toBeUndefined();
    expect(story.until("14:10").is.outings[tom.id]).toBeDefined();
  });

  it("ends the wait outside for the one who is still there", () => {
    const story = out().until("14:02").press(priya, "noOneHome").press(tom, "signIn").until("14:12");
    expect(story.is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
  });

  it("raises one alarm about all who are late, due when the first of them was, however late it looks", () => {
    const story = lateSweep(staying().until("14:15").press(tom, "checkIn"), "15:30");
    expect(story.alarm).toMatchObject({ cause: "noContact", dueAt: at("15:10"), openedAt: at("15:30") });
    expect(concerned(story).at(-1)?.toSorted()).toEqual(["noContact", priya.id, tom.id].toSorted());
  });

  it("joins whoever falls silent later to the alarm that is open, and raises no second one", () => {
    const story = staying().until("14:12").press(tom, "checkIn").until("15:12");
    expect(concerned(story)).toEqual([
      ["arrivalCall", priya.id],
      ["noContact", priya.id, tom.id],
    ]);
  });

  it("raises nothing about silence while a call for help is at work about them (S2)", () => {
    const story = inside().press(priya, "askForHelp", { kind: "help" }).until("15:30");
    expect(causes(story)).toEqual(["arrivalCall", "emergency"]);
  });

  it("notices silence anew once the police have the call for help (S2)", () => {
    const story = staying()
      .press(priya, "askForHelp", { kind: "help" })
      .press(samuel, "recordDecision", { decision: "policeCalled", reference: "123" })
      .until("15:30");
    expect(causes(story)).toContain("noContact");
  });
});

describe("S4: the clock and those who were sent to the address", () => {
  const sent = () =>
    staying()
      .until("14:20")
      .press(priya, "checkIn", {}, { covert: true })
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` });
  const bySide = (story: Story) =>
    concerned(story)
      .filter(([cause]) => cause === "noContact" || cause === "notBack")
      .map((all) => all.slice(1).toSorted());

  it("have an alarm of their own where all are silent at once, and the visitors have theirs", () => {
    const story = lateSweep(sent(), "15:40");
    expect(bySide(story)).toEqual([[priya.id, tom.id].toSorted(), [samuel.id, ann.id].toSorted()]);
  });

  it("also where one visitor alone is late, whichever of them is noticed first", () => {
    const story = lateSweep(sent().until("14:50").press(tom, "checkIn"), "15:40");
    expect(bySide(story)).toEqual([[priya.id], [samuel.id, ann.id].toSorted()]);
  });

  it("join the alarm about themselves, and the visitors theirs", () => {
    const story = sent().press(samuel, "changePlan", { more: "30" }).until("14:25");
    story.press(ann, "changePlan", { more: "30" }).press(tom, "checkIn").until("15:30");
    expect(bySide(story)).toEqual([[priya.id, tom.id].toSorted(), [samuel.id, ann.id].toSorted()]);
  });
});

describe("S5: cover that has ended", () => {
  const twoGaps = () => {
    const story = begin();
    const cover = [
      { from: "08:30", to: "12:00" },
      { from: "12:30", to: "16:00" },
    ];
    const hours = { ...story.roster.school.hours, cover };
    story.setUp({ hours });
    const late = { leave: "10:30", start: "11:00", back: "17:00", outOfHoursWhy: "a", noAlternative: "b" };
    return story
      .press(priya, "requestVisit", { ...request, ...late })
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval)
      .until("10:30")
      .press(priya, "signOut", leaving)
      .press(tom, "signOut", leaving);
  };
  const uncovered = (story: Story) => story.is.alarms.filter(({ cause }) => cause === "uncovered");

  it("is an alarm at each of its ends", () => {
    const story = twoGaps().until("12:00");
    expect(uncovered(story).map(({ dueAt }) => dueAt)).toEqual([at("12:00")]);
    story.press(helen, "takeWatch").until("16:00");
    expect(uncovered(story).map(({ dueAt }) => dueAt)).toEqual([at("12:00"), at("16:00")]);
  });

  it("is an alarm beside others that were noticed with it", () => {
    const story = lateSweep(staying(), "16:20");
    expect(open(story)).toEqual(expect.arrayContaining(["noContact", "uncovered"]));
  });

  it("stays one while anybody is out, and is none when all are back", () => {
    const story = lateSweep(staying(), "16:20").press(priya, "signIn").quiet();
    expect(open(story)).toContain("uncovered");
    expect(open(story.press(tom, "signIn").quiet())).not.toContain("uncovered");
  });
});

describe("S2: the clock ends no alarm about people", () => {
  it.each(["help", "violence"])("for %s, when all have signed in", (kind) => {
    const story = bothBack(inside().press(priya, "askForHelp", { kind }));
    expect(open(story.until("16:30"))).toEqual([kind === "help" ? "emergency" : "violence"]);
  });

  it("for a discreet call, when all have signed in", () => {
    expect(open(bothBack(inside().press(priya, "checkIn", {}, { covert: true })).until("16:30"))).toEqual(["covert"]);
  });

  it("for silence that somebody has taken, when all have signed in", () => {
    expect(open(bothBack(silent().press(ann, "acknowledge")))).toEqual(["noContact"]);
  });

  it("but the arrival call, once there is nobody to ring, and not while there is", () => {
    const story = out().until("14:10").press(tom, "signIn").quiet();
    expect(open(story)).toEqual(["arrivalCall"]);
    expect(open(story.press(priya, "signIn").quiet())).toEqual([]);
  });
});

describe("S6: a step that can't tell its people", () => {
  const reached = (story: Story) => story.alarm?.reached.map(({ step, why }) => [step, why]);
  const failing = (story: Story, step: string, alarm = 2) => {
    story.failed = [{ alarm, step, why: "undelivered" }];
    return story.quiet();
  };

  it("is passed at once, and the alarm says why; a step that has had its time was late", () => {
    const story = failing(silent(), "call");
    expect(reached(story)).toEqual([
      ["call", "opened"],
      ["principal", "undelivered"],
    ]);
    expect(reached(story.until("15:15"))?.at(-1)).toEqual(["slt", "late"]);
  });

  it("was late where its time was over as well", () => {
    const story = silent().until("15:14");
    story.failed = [{ alarm: 2, step: "call", why: "undelivered" }];
    story.now = at("15:15");
    expect(reached(story.quiet())?.[1]).toEqual(["principal", "late"]);
  });

  it("is another alarm's, or another step's, to pass", () => {
    expect(failing(silent(), "call", 1).alarm?.step).toBe("call");
    expect(failing(silent(), "principal").alarm?.step).toBe("call");
  });

  it("waits where somebody has the alarm, or the police", () => {
    expect(failing(silent().press(ann, "acknowledge"), "call").alarm?.step).toBe("call");
    const police = silent().until("15:15").press(helen, "recordDecision", { decision: "policeCalled", reference: "1" });
    expect(police.alarm?.police).toBeDefined();
    const { step = "" } = police.alarm ?? {};
    expect(failing(police, step).alarm?.step).toBe(step);
  });

  /** Aspire's ladder, but for its first step. */
  const ladderWith = (call: Partial<Step>): Policy => {
    const { value, ...rest } = aspire.ladder;
    const first = { ...value.steps.call, ...call } as Step;
    return { ...aspire, ladder: { ...rest, value: { ...value, steps: { ...value.steps, call: first } } } };
  };
  const silentOn = (call: Partial<Step>, away: string[] = []) => {
    const story = staying().until("15:09");
    Object.assign(story, { policy: ladderWith(call), away });
    return story.until("15:10");
  };

  it("is passed where it has neither a channel that anybody reads nor anybody beside the visit", () => {
    const story = silentOn({ channels: [] }, [ann.id]);
    expect(reached(story)?.at(-1)).toEqual(["principal", "unreachable"]);
  });

  it("is not where it has either", () => {
    expect(silentOn({ channels: [] }).alarm?.step).toBe("call");
    expect(silentOn({ channels: ["slt"] }, [ann.id]).alarm?.step).toBe("call");
  });
});

describe("S9: what counts from the press, and what from when it arrived", () => {
  const late = { sentAt: at("14:05") };
  const last = (story: Story, type: string) => story.events.findLast((event) => event.type === type)?.at;

  it("is contact from a visitor's own device, and nothing that is at work in time because of it", () => {
    const story = out().until("14:12").press(priya, "checkIn", {}, late);
    expect([last(story, "Contacted"), story.is.outings[priya.id]?.contact]).toEqual([at("14:05"), at("14:05")]);
    expect(last(story.press(priya, "askForHelp", { kind: "help" }, late), "AlarmRaised")).toBe(at("14:12"));
    expect(last(story.press(priya, "signIn", {}, late), "CameBack")).toBe(at("14:12"));
  });

  it("and what the office enters, when it arrived: its own contact with somebody is now", () => {
    const story = out().until("14:12").press(ann, "phonedIn", { who: tom.id, what: "ok" }, late);
    expect(story.is.outings[tom.id]?.contact).toBe(at("14:12"));
  });
});
