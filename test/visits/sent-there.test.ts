import type { Input, Verb } from "../../visits/command";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, assessed, at, inside, type Story } from "./story";
import { theirs } from "./visitors-see";

/** Samuel and Ann are sent to the address because of a discreet call of somebody who has not signed out. */
const sent = (story: Story) =>
  story
    .overheard(priya)
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` });
const states: Record<string, () => Story> = {
  "asked for": () => assessed().until("13:40"),
  approved: () => approved().until("13:35"),
  "called off": () =>
    approved().until("13:00").press(tom, "cancel", { how: "cancelled", why: "Unwell" }).until("13:40"),
  "on its way": () => inside().until("14:20"),
};
const presses: readonly (readonly [Verb, Input, string])[] = [
  ["arrive", { adult: "yes" }, "atTheHome"],
  ["noOneHome", {}, "waitingOutside"],
  ["leave", {}, "leftTheHome"],
  ["endUnsafe", { how: "unsafe" }, "leftTheHome"],
  ["leftForHome", {}, "goingHome"],
  ["checkIn", {}, "onTheWay"],
  ["reportChild", { what: "danger" }, "onTheWay"],
];

describe.each(Object.entries(states))("S12: whoever was sent to the address of a visit that is %s", (_state, tell) => {
  const there = () => sent(tell());

  it.each(presses)("says by %s what they say on any other visit", (verb, input, where) => {
    const story = there();
    const { phase, plan, meeting, arrived } = story.is;
    story.pushTo(story.now + 60_000);
    if (verb !== "leftForHome") expect(story.seen(samuel).offers).toContain(verb);
    story.press(samuel, verb, input);
    expect([story.refusal, story.is.outings[samuel.id]]).toEqual([
      undefined,
      expect.objectContaining({ where, contact: story.now }),
    ]);
    expect([story.is.phase, story.is.plan, story.is.meeting, story.is.arrived]).toEqual([
      phase,
      plan,
      meeting,
      arrived,
    ]);
  });

  it("moves their own return, by a double press once (S9)", () => {
    const story = there();
    const { plan } = story.is;
    const back = story.is.outings[samuel.id]?.backBy ?? 0;
    story.press(samuel, "changePlan", { more: "15" }).press(samuel, "changePlan", { more: "15" });
    expect([story.refusal, story.is.outings[samuel.id]?.backBy]).toEqual([undefined, back + 15 * 60_000]);
    story.pushTo(story.now + 60_000).press(samuel, "changePlan", { more: "15", arriving: "true" });
    expect(story.is.outings[samuel.id]?.backBy).toBe(back + 30 * 60_000);
    expect(story.is.plan).toEqual(plan);
  });

  it("tells of a child whom they found there, until somebody has it (S4)", () => {
    const [story, plain] = [there(), tell()];
    story.press(samuel, "reportChild", { what: "danger", note: "Alone upstairs" });
    expect(story.toldTo(joan)).toContain("childReported");
    expect(JSON.stringify(theirs(story)) === JSON.stringify(theirs(plain))).toBe(true);
    const again = story.branch().pushTo(story.now + story.policy.safeguardingWithin.value * 60_000);
    expect(again.told.filter(({ say }) => say.key === "childReported").map(({ id }) => id.split("/")[2])).toContain(
      "1",
    );
    expect(story.seen(joan).offers).toContain("takeConcern");
    story.press(joan, "takeConcern");
    expect([story.refusal, story.toldTo(joan)]).toEqual([undefined, expect.not.arrayContaining(["childReported"])]);
    expect(JSON.stringify(theirs(story)) === JSON.stringify(theirs(plain))).toBe(true);
    expect(story.seen(joan).tasks).toMatchObject([{ no: 901, kind: "referral", mine: true }]);
  });
});

it("S1: whoever has not left does not arrive by a card of another day", () => {
  const story = approved().until("13:00");
  expect(story.press(priya, "arrive", { adult: "yes" }).refusal?.refused).toBe("wrongTime");
  expect(story.is.outings).toEqual({});
});

it("S12: whoever comes back from there is not out again by a late press of a button", () => {
  const story = sent(approved().until("13:35")).press(samuel, "signIn");
  const before = story.is;
  expect(story.press(samuel, "leave").refusal).toBeUndefined();
  expect(story.is).toBe(before);
  expect(story.is.outings[samuel.id]?.back?.at).toBe(at("13:35"));
});

it("S4: a child of whom the visitors tell as well is referred in a task of their own, with the number that it has anyway", () => {
  const plain = inside().until("14:21").press(priya, "reportChild", { what: "danger" }).press(joan, "takeConcern");
  const story = sent(inside().until("14:20"))
    .press(samuel, "reportChild", { what: "danger" })
    .press(joan, "takeConcern")
    .until("14:21")
    .press(priya, "reportChild", { what: "danger" })
    .press(joan, "takeConcern");
  expect(story.seen(joan).tasks.map(({ no }) => no)).toEqual([901, 1]);
  expect(JSON.stringify(theirs(story)) === JSON.stringify(theirs(plain))).toBe(true);
  expect(story.press(priya, "completeTask", { note: "Done" }, { no: 901 }).refusal?.refused).toBe("notYours");
});

describe("S12: whoever was sent to the address", () => {
  const going = () =>
    inside()
      .until("15:12")
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${joan.id}` });
  const over = (story: Story) =>
    story.press(helen, "standDown", { spoken: `${priya.id},${tom.id}`, why: "Both at school" });

  it("hears at once that they need not go on, and is to come back and sign in", () => {
    const story = going();
    expect([story.seen(samuel).next?.key, story.toldTo(samuel)]).toEqual([
      "checkIn",
      expect.arrayContaining(["goThere"]),
    ]);
    over(story);
    expect(story.refusal).toBeUndefined();
    expect(story.toldTo(samuel)).toEqual(expect.arrayContaining(["comeBack"]));
    expect(story.toldTo(samuel)).not.toContain("goThere");
    expect(story.seen(samuel).next).toEqual({ key: "signIn", by: story.is.outings[samuel.id]?.backBy });
    story.press(samuel, "signIn");
    expect(story.toldTo(samuel)).not.toContain("comeBack");
  });

  it("goes on while another alarm about the same people is open, such as a discreet call (S4)", () => {
    const story = going().press(priya, "checkIn", {}, { covert: true });
    story.press(
      helen,
      "standDown",
      { spoken: `${priya.id},${tom.id}`, why: "Both rang" },
      { no: story.is.alarms.find(({ decision }) => decision)?.no },
    );
    expect(story.refusal).toBeUndefined();
    expect(story.toldTo(samuel)).toContain("goThere");
    expect(story.toldTo(samuel)).not.toContain("comeBack");
  });
});

it("S2: who is on the plan by now gives no alarm the number of another: with it, both would end", () => {
  const story = sent(assessed().until("13:40")).until("14:45");
  const numbers = () => story.is.alarms.map(({ no }) => no);
  expect(numbers()).toEqual([901, 902]);
  const { plan } = story.is;
  story.visit = { ...story.is, plan: { ...plan, visitors: [...plan.visitors, samuel.id, ann.id] } };
  story.overheard(tom).press(tom, "askForHelp", { kind: "help" });
  expect(numbers().toSorted()).toEqual([1, 901, 902, 903]);
});

describe("S4, S12: whoever was sent there says what the visitors have said already", () => {
  /** The visitors' own meeting is off; Samuel and Ann are at the door as well. */
  const beside = (press: (story: Story) => Story) => press(inside().until("14:20")).overheard(priya);
  const there = (press: (story: Story) => Story) =>
    beside(press)
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` })
      .pushTo(at("14:25"));

  it.each([
    ["noOneHome", "waitingOutside", {}],
    ["endUnsafe", "leftTheHome", { how: "unsafe" }],
    ["letterLeft", "onTheWay", {}],
  ] as const)("by %s, and it is contact of theirs", (verb, where, input) => {
    const story = there((told) => told.press(tom, verb, input));
    const { meeting, letter, tasks } = story.is;
    story.press(samuel, verb, input);
    expect(story.is.outings[samuel.id]).toMatchObject({ contact: at("14:25"), where });
    expect([story.is.meeting, story.is.letter, story.is.tasks]).toEqual([meeting, letter, tasks]);
  });

  it("by going home, of which nobody is told beside them", () => {
    const story = there((told) => told).press(samuel, "leftForHome");
    expect(story.is.outings[samuel.id]?.where).toBe("goingHome");
    expect(story.told.map(({ say }) => say.key)).not.toContain("goingHome");
  });
});

it("S4: who was sent there and is on the plan since shows as out to nobody on the visit but themselves", () => {
  const story = sent(approved().until("13:35"));
  const plan = { ...story.is.plan, visitors: [priya.id, tom.id, ann.id] };
  story.happen([{ type: "Amended", plan, voids: false, what: [], at: story.now, by: priya.id }]);
  const outingOf = (viewer: typeof ann) => story.seen(viewer).visitors.find(({ id }) => id === ann.id)?.outing;
  expect([outingOf(priya), outingOf(tom)]).toEqual([undefined, undefined]);
  expect(outingOf(ann)).toMatchObject({ left: story.now });
  expect(outingOf(helen)).toMatchObject({ attending: true });
});

it("S5: that cover ends is told with the names of those who are seen to be out, and to no channel that sees nobody", () => {
  const tomReads = (story: Story) => {
    return story.lists(tom, { roles: ["visitor", "slt", "office"] });
  };
  const story = sent(tomReads(approved().until("13:35"))).until("15:45");
  const ends = story.told.filter(({ say }) => say.key === "coverEnds");
  expect(ends.length).toBeGreaterThan(0);
  for (const { say } of ends) expect(say.args.names).not.toBe("");
});
