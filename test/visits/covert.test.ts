import type { Person } from "../../schools/school";
import type { Command, Input, Verb } from "../../visits/command";
import { ann, cast, roster as everyone, grace, helen, joan, priya, samuel, tom } from "../people";
import { approval, inside, leaving, out, requested, type Story } from "./story";
import { theirs as seenByVisitors } from "./visitors-see";

/** All that sender and companion may see, and all that they are sent. */
const theirs = (story: Story) => JSON.stringify(seenByVisitors(story));

type Step = (story: Story) => Story;
const press =
  (who: Person, verb: Verb, input: Input = {}, more: Partial<Command> = {}): Step =>
  (story) =>
    story.press(who, verb, input, more);
const until =
  (time: string): Step =>
  (story) =>
    story.until(time);
const never: Step = (story) => story;

/** Each step beside what the ordinary twin does instead. */
function expectTwins(steps: readonly [covert: Step, ordinary: Step][]) {
  const covert = inside().until("14:20");
  const ordinary = inside().until("14:20");
  for (const [one, other] of steps) {
    one(covert);
    other(ordinary);
    expect(theirs(covert)).toBe(theirs(ordinary));
  }
  return covert;
}
const both = (step: Step): [Step, Step] => [step, step];
const called: [Step, Step] = [
  press(priya, "checkIn", { note: "x" }, { covert: true }),
  press(priya, "checkIn", { note: "x" }),
];

describe("S4: covert help", () => {
  it("looks to sender and companion like an ordinary check-in, through the life of the visit", () => {
    const story = expectTwins([
      called,
      [press(samuel, "acknowledge", {}, { no: 901 }), never],
      both(press(priya, "checkIn")),
      [press(helen, "recordDecision", { decision: "policeCalled", reference: "77" }, { no: 901 }), never],
      both(until("14:50")),
      both(press(tom, "changePlan", { more: "15" })),
      both(press(priya, "leave")),
      both(press(priya, "signIn")),
      both(press(tom, "signIn")),
      both(press(priya, "writeMinutes", { text: "Done", issues: "no", concern: "no" })),
      both(press(priya, "completeTask", { review: "ok" }, { no: 2 })),
      [press(joan, "standDown", { why: "Safe", spoken: `${priya.id},${tom.id}` }, { no: 901 }), never],
      both(until("16:30")),
    ]);
    expect(story.is.phase).toBe("closed");
    expect(story.is.alarms.find(({ cause }) => cause === "covert")?.ended?.how).toBe("stoodDown");
  });

  it("leaves no trace on their own clocks when it is marked safe while they are out", () => {
    expectTwins([
      called,
      both(until("14:30")),
      [press(joan, "standDown", { why: "Safe", spoken: priya.id }, { no: 901 }), never],
      both(until("15:10")),
      both(press(priya, "checkIn")),
    ]);
  });

  it("is not given away by those who are sent to the address", () => {
    expectTwins([
      called,
      [
        press(
          helen,
          "recordDecision",
          { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` },
          { no: 901 },
        ),
        never,
      ],
      both(until("14:40")),
      both(press(tom, "checkIn")),
      [press(samuel, "letterLeft"), never],
      both(press(priya, "signIn")),
      both(press(tom, "signIn")),
      [press(samuel, "signIn"), never],
      both(until("15:30")),
    ]);
  });

  it("goes straight to the police step, and tells no channel that somebody on the visit reads", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true });
    expect(story.alarm).toMatchObject({ no: 901, cause: "covert", step: "police" });
    expect(story.toldTo(ann)).toContain("alarm");
    expect(story.toldTo("slt")).toContain("alarm");
    const withGrace = requested({ companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval);
    withGrace
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(grace, "signOut", leaving)
      .press(priya, "checkIn", {}, { covert: true });
    expect(withGrace.toldTo("slt")).not.toContain("alarm");
    expect(withGrace.toldTo(samuel)).toContain("alarm");
    expect(withGrace.seen(grace).alarms).toEqual([]);
  });

  it("is said to go on, one to one, where a channel that they read says that another alarm is over", () => {
    const story = requested({ companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval)
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(grace, "signOut", leaving)
      .press(priya, "changePlan", { back: "15:55" })
      .until("14:25")
      .press(ann, "recordCall", { outcome: "ok" })
      .until("15:30");
    expect(story.alarm?.reached.map(({ step }) => step)).toContain("slt");
    story.press(grace, "checkIn").press(priya, "checkIn", {}, { covert: true });
    expect(story.toldTo("slt")).toContain("alarmEnded");
    expect(story.toldTo("slt")).not.toContain("stillOpen");
    expect(story.toldTo(samuel)).toContain("stillOpen");
    expect([...story.toldTo(priya), ...story.toldTo(grace)]).not.toContain("stillOpen");
    expect(story.seen(samuel).alarms.find(({ no }) => no === 901)?.doNotRing).toBe(true);
    story.press(joan, "standDown", { why: "Safe", spoken: priya.id }, { no: 901 });
    expect(story.toldTo(samuel)).not.toContain("stillOpen");
  });

  it("goes before every other notice", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true });
    const most = Math.min(...story.told.map(({ urgency }) => urgency));
    expect(story.told.filter(({ urgency }) => urgency === most).every(({ say }) => say.args.cause === "covert")).toBe(
      true,
    );
  });

  it("stops the office from ringing, and still pings as usual", () => {
    const story = inside()
      .press(priya, "checkIn", {}, { covert: true })
      .press(priya, "changePlan", { back: "15:55" })
      .until("15:10");
    expect(
      story
        .seen(ann)
        .alarms.filter(({ ended }) => !ended)
        .every(({ doNotRing }) => doNotRing),
    ).toBe(true);
    expect(story.toldTo(priya)).toContain("ping");
  });

  it("has even the usual call say that nobody rings", () => {
    const story = out().press(priya, "checkIn", {}, { covert: true }).until("14:10");
    const call = story.told.find(
      ({ say, to }) => say.args.cause === "arrivalCall" && "person" in to && to.person === ann.id,
    );
    expect(call?.say.args.quiet).toBe(1);
  });

  it("is ended by nobody but the DSL", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true });
    for (const who of [ann, helen, samuel]) {
      story.press(who, "standDown", { why: "All well", spoken: priya.id }, { no: 901 });
      expect(story.alarm?.cause).toBe("covert");
    }
    story.press(ann, "seenBack", { who: priya.id }).press(ann, "phonedIn", { who: tom.id, what: "ok" });
    expect(story.is.alarms.find(({ cause }) => cause === "covert")?.ended).toBeUndefined();
  });

  it("keeps no note that could hold the code word", () => {
    const story = inside().press(priya, "checkIn", { note: "the green folder please" }, { covert: true });
    expect(JSON.stringify(story.events)).not.toContain("green folder");
  });

  it("over the phone looks like any call that went well", () => {
    expectTwins([
      both(press(tom, "changePlan", { back: "15:55" })),
      both(until("15:15")),
      [
        press(ann, "recordCall", { outcome: "codeWord", about: tom.id }, { no: 2 }),
        press(ann, "recordCall", { outcome: "ok", about: tom.id }, { no: 2 }),
      ],
      both(until("15:40")),
    ]);
  });
});

describe("S4, S5: where the only DSL is on the visit", () => {
  /** Tom, who goes along, is the DSL; Joan is not any more. */
  const withTom = (more: Record<string, string[]> = {}) => {
    const story = inside().until("14:20");
    const roles: Record<string, string[]> = { [tom.id]: ["visitor", "dsl"], [joan.id]: [], ...more };
    story.roster = { ...everyone, people: cast.map((one) => ({ ...one, roles: roles[one.id] ?? [...one.roles] })) };
    return story.press(priya, "checkIn", {}, { covert: true });
  };
  const why = { why: "Heard her voice, and she is well", spoken: priya.id };
  const isOver = (story: Story) => story.is.alarms.some(({ cause, ended }) => cause === "covert" && ended);

  it("whoever decides about visits is told of the call and may end it, and nobody else", () => {
    const story = withTom();
    expect(story.toldTo(helen)).toContain("alarm");
    for (const who of [ann, samuel, joan, tom, priya])
      expect(isOver(story.press(who, "standDown", why, { no: 901 }))).toBe(false);
    story.press(samuel, "standDown", why, { no: 901 });
    expect(story.refusal?.say).toBe("Only the Principal can mark a discreet call for help safe.");
    expect(story.seen(samuel).alarms.find(({ no }) => no === 901)?.offers).not.toContain("standDown");
    expect(story.seen(helen).alarms.find(({ no }) => no === 901)?.offers).toContain("standDown");
    expect(story.seen(tom).alarms).toEqual([]);
    expect(isOver(story.press(helen, "standDown", why, { no: 901 }))).toBe(true);
  });

  it("goes on to the next in rank where those who decide are out too, down to the office", () => {
    const story = withTom();
    story.away = [helen.id];
    expect(story.toldTo(samuel)).toContain("alarm");
    expect(isOver(story.press(samuel, "standDown", why, { no: 901 }))).toBe(true);
    const office = withTom({ [samuel.id]: ["visitor"], [grace.id]: ["visitor"] });
    office.away = [helen.id];
    expect(office.seen(ann).alarms.find(({ no }) => no === 901)?.offers).toContain("standDown");
    expect(isOver(office.press(ann, "standDown", why, { no: 901 }))).toBe(true);
  });

  it("a second one at school ends it, and then the Principal does not", () => {
    const story = withTom({ [joan.id]: ["dsl"] });
    expect(isOver(story.press(helen, "standDown", why, { no: 901 }))).toBe(false);
    expect(story.refusal?.refused).toBe("dslOnly");
    expect(isOver(story.press(joan, "standDown", why, { no: 901 }))).toBe(true);
  });
});
