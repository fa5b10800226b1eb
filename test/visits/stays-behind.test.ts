import { ann, roster as everyone, grace, helen, priya, tom } from "../people";
import { packs, rightsAt } from "./rights/states";
import { approved, leaving, type Story } from "./story";

const left = () => approved().until("13:30").press(priya, "signOut", leaving);
const text = (story: Story, key: string) => story.told.filter(({ say }) => say.key === key);

describe("where one has left and the other has not", () => {
  it("S1: who has signed out is said, and who has not", () => {
    const story = left();
    expect(text(story, "visitBegun")[0]?.say.args).toMatchObject({ names: "Priya Shah", by: "Tom Okafor" });
    story.press(tom, "signOut", leaving);
    expect(text(story, "visitBegun")[0]?.say.args).toMatchObject({ names: "Priya Shah, Tom Okafor", by: "" });
  });

  it("the one who has not can sign out, say that they are out, or that they are not going", () => {
    const story = left();
    expect(story.seen(tom).offers).toEqual(expect.arrayContaining(["signOut", "reportOut", "stayBehind"]));
    expect(story.seen(priya).offers).not.toContain("stayBehind");
    expect(story.seen(priya).offers).not.toContain("reportOut");
    expect(story.seen(ann).offers).toContain("stayBehind");
  });
});

it("of three, whoever stays behind is not said to have left", () => {
  const story = approved();
  story.visit = { ...story.is, plan: { ...story.is.plan, visitors: [priya.id, tom.id, grace.id] } };
  story.until("13:30").press(priya, "signOut", leaving).press(tom, "stayBehind").until("13:40");
  expect(text(story, "partlyOut")[0]?.say.args).toMatchObject({ names: "Priya Shah", by: grace.name });
});

describe("whoever says that they are not going", () => {
  const stays = () => left().until("13:35").press(tom, "stayBehind");

  it("S11: has it told at once: to the watch, to those who decide, and to whoever went without them", () => {
    const story = stays();
    for (const who of [ann, helen]) expect(story.toldTo(who)).toContain("stayedBehind");
    expect(story.toldTo(priya)).toContain("notWithYou");
    expect(text(story, "stayedBehind")[0]?.say.args).toMatchObject({ names: "Priya Shah", by: "Tom Okafor" });
  });

  it("S1: is not reckoned out, and not asked again; the other's clocks run on", () => {
    const story = stays().until("14:12");
    expect(story.is.outings[tom.id]).toBeUndefined();
    expect([...story.toldTo(tom), ...story.toldTo(ann)]).not.toContain("notAlong");
    expect(story.toldTo(ann)).not.toContain("partlyOut");
    expect(story.alarm?.about).toEqual({ [priya.id]: expect.anything() });
  });

  it("has nothing to do, and may still leave", () => {
    const story = stays();
    expect(story.seen(tom).next).toEqual({ key: "nothing" });
    expect(story.seen(tom).offers).not.toContain("stayBehind");
    expect(story.seen(ann).visitors[1]).toMatchObject({ stays: true });
    story.press(tom, "reportOut");
    expect(story.is.outings[tom.id]).toBeDefined();
    expect(story.seen(ann).visitors[1]).not.toHaveProperty("stays");
    expect(text(story, "stayedBehind")).toEqual([]);
  });

  it("S9: says it once, however often it is pressed", () => {
    const story = stays().press(tom, "stayBehind");
    expect(story.refusal).toBeUndefined();
    expect(story.happened.filter((type) => type === "StayedBehind")).toHaveLength(1);
  });

  it("S10: leaves the other alone by what the police are told", () => {
    const story = stays().press(priya, "askForHelp", { kind: "violence" });
    expect(story.seen(ann).alarms[0]?.why).toContain("They are alone.");
  });

  it("may be seen at school by the office, which says it for them", () => {
    const story = left().press(ann, "stayBehind", { who: tom.id });
    expect(story.is.stayed).toEqual({ [tom.id]: { by: ann.id, at: story.now } });
  });

  it("S1: is nobody who is out by the record, whoever says it", () => {
    for (const [who, input] of [
      [priya, {}],
      [ann, { who: priya.id }],
      [priya, { who: tom.id }],
      [ann, { who: grace.id }],
    ] as const) {
      const story = left().press(who, "stayBehind", input);
      expect([story.refusal?.refused, story.is.stayed]).toEqual(["badWho", undefined]);
    }
    const story = left();
    const people = everyone.people.map((one) => (one.id === grace.id ? { ...one, roles: ["visitor"] } : one));
    story.roster = { ...everyone, people };
    story.press(grace, "stayBehind", { who: tom.id });
    expect([story.refusal?.refused, story.is.stayed]).toEqual(["notYours", undefined]);
  });
});

describe.each(packs)("S1: at %s's school, where one has left and the other has not", (pack) => {
  const rights = rightsAt(pack);
  it("both are told, and the other has a way out of it", () => {
    const story = rights.in("ready");
    story.pushTo(Math.max(story.now, story.is.plan.leave));
    story.press(rights.lead, "signOut", { allTrue: "true", phone: "+44 7700 900999", vehicle: "On foot" });
    if (story.refusal) story.press(rights.lead, "reportOut");
    const { companion } = rights;
    expect(story.seen(companion).offers).toEqual(expect.arrayContaining(["signOut", "stayBehind"]));
    story.pushTo(story.now + story.policy.lateToLeave.value * 60_000);
    expect(story.toldTo(companion)).toContain("notAlong");
    const told = story.told.filter(({ say }) => say.key === "partlyOut").map(({ to }) => to);
    expect(told).not.toEqual([]);
    story.press(companion, "stayBehind");
    expect(story.told.filter(({ say }) => say.key === "stayedBehind").map(({ to }) => to)).toEqual(told);
    expect(story.toldTo(rights.lead)).toContain("notWithYou");
    story.pushTo(story.is.plan.start + 3_600_000);
    expect(story.is.outings[companion.id]).toBeUndefined();
  });
});
