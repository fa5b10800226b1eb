import { ann, grace, helen, priya, tom } from "../people";
import { aspire } from "./aspire";
import { packs, rightsAt } from "./rights/states";
import { approved, at, leaving, type Story } from "./story";

const late = aspire.lateToLeave.value * 60_000;

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
      [ann, {}],
      [ann, { who: `${tom.id},${priya.id}` }],
      [priya, {}],
      [ann, { who: priya.id }],
      [priya, { who: tom.id }],
      [ann, { who: grace.id }],
    ] as const) {
      const story = left().press(who, "stayBehind", input);
      expect([story.refusal?.refused, story.is.stayed]).toEqual(["badWho", undefined]);
    }
    const story = left();
    story.lists(grace, { roles: ["visitor"] }).press(grace, "stayBehind", { who: tom.id });
    expect([story.refusal?.refused, story.is.stayed]).toEqual(["notYours", undefined]);
  });
});

describe("of three, where one is back and two have signed nothing", () => {
  const back = () => {
    const story = approved();
    story.visit = { ...story.is, plan: { ...story.is.plan, visitors: [priya.id, tom.id, grace.id] } };
    return story
      .until("13:30")
      .press(priya, "signOut", leaving)
      .press(ann, "takeWatch")
      .until("13:40")
      .press(priya, "signIn");
  };

  it("everyone is back once both are known to have stayed, and nobody who was sent after them is out (S5)", () => {
    const story = back().press(tom, "stayBehind");
    expect(story.is.everyoneBack).toBeUndefined();
    story.press(ann, "stayBehind", { who: `${tom.id},${grace.id}` });
    expect([story.is.everyoneBack, Object.keys(story.is.stayed ?? {})]).toEqual([story.now, [tom.id, grace.id]]);
    const sent = back();
    sent.happen([{ type: "AttendersSent", alarm: 901, who: [helen.id], back: at("16:00"), at: sent.now, by: "clock" }]);
    sent.press(ann, "stayBehind", { who: `${tom.id},${grace.id}` });
    expect([sent.refusal, sent.is.everyoneBack]).toEqual([undefined, undefined]);
  });
});

describe("S1: where the others are back, and somebody who was to go along has signed nothing", () => {
  /** Priya has left at half past one and is back at twenty to; late is fifteen minutes. */
  const back = () => left().press(ann, "takeWatch").until("13:40").press(priya, "signIn");

  it("nobody says that everyone is back: they are asked, and so are the watch and those who decide", () => {
    const story = back();
    expect(story.happened).toContain("AskedAfter");
    expect([story.is.phase, story.is.everyoneBack]).toEqual(["back", undefined]);
    expect(story.toldTo(tom)).toContain("askedAfter");
    for (const who of [ann, helen]) expect(story.toldTo(who)).toEqual(expect.arrayContaining(["unaccounted"]));
    expect(text(story, "unaccounted")[0]?.say.args).toMatchObject({ names: "Priya Shah", by: "Tom Okafor" });
    expect(story.seen(tom).next).toEqual({ key: "sayWhere", by: at("13:40") + late });
    expect(story.seen(ann).next).toEqual({ key: "findOut", by: at("13:40") + late });
    expect(story.seen(tom).offers).toEqual(expect.arrayContaining(["stayBehind", "signIn", "reportOut"]));
    expect(story.toldTo(priya)).not.toContain("askedAfter");
  });

  it("whoever is still out can say so, and the office for them, also before the time at which they were to leave", () => {
    const story = approved().until("13:20").press(priya, "signOut", leaving);
    for (const who of [tom, ann]) expect(story.seen(who).offers).toContain("reportOut");
    story.until("13:25").press(priya, "signIn");
    for (const who of [tom, ann]) expect(story.seen(who).offers).toContain("reportOut");
    story.press(tom, "reportOut");
    expect([story.is.phase, Object.keys(story.is.outings)]).toEqual(["out", [priya.id, tom.id]]);
  });

  it("silence counts as out, and they are looked for at once, by an alarm that climbs", () => {
    const story = back();
    story.pushTo(at("13:40") + late - 1);
    expect([story.alarm, story.is.outings[tom.id]]).toEqual([undefined, undefined]);
    story.pushTo(at("13:40") + late);
    expect(story.is.phase).toBe("out");
    expect(story.alarm).toMatchObject({ cause: "noContact", about: { [tom.id]: {} }, dueAt: at("13:40") + late });
    expect(story.toldTo(ann)).toContain("alarm");
    story.pushTo(story.now + 20 * 60_000);
    expect(story.is.alarms.map(({ cause, step }) => [cause, step])).toEqual([["noContact", "slt"]]);
  });

  it("whoever the alarm asks to ring is not told beside it that they count as out; those who decide are", () => {
    const story = back().pushTo(at("13:40") + late);
    expect(story.toldTo(ann).filter((key) => key === "alarm" || key === "foundOut")).toEqual(["alarm"]);
    expect(story.toldTo(helen)).toContain("foundOut");
    const [alarm] = story.seen(ann).alarms;
    expect(text(story, "alarm")[0]?.say.args).not.toHaveProperty("contactAt");
    expect(alarm?.why[0]).toBe("The others are back without Tom Okafor, who has signed nothing.");
  });

  it("who has no watch over them is asked for once, however many reminders were missed", () => {
    const story = left().until("13:35").press(priya, "signIn").pushTo(at("13:55"));
    const asked = story.told.filter(({ to, id }) => "person" in to && to.person === ann.id && /^unwatched/.test(id));
    expect(asked).toHaveLength(1);
  });

  it("S9: late by a stopped sweep, the alarm bears its true time and comes once", () => {
    const story = back();
    story.now = at("14:30");
    story.quiet();
    const silence = story.is.alarms.filter(({ cause }) => cause === "noContact");
    expect(silence.map(({ dueAt }) => dueAt)).toEqual([at("13:40") + late]);
  });

  it("whoever had not gone says so, and then everyone is back", () => {
    const story = back().press(tom, "stayBehind");
    expect([story.refusal, story.is.everyoneBack]).toEqual([undefined, at("13:40")]);
    story.until("15:30");
    expect([story.alarm, story.is.outings[tom.id]]).toEqual([undefined, undefined]);
    expect(story.toldTo(tom)).not.toContain("askedAfter");
  });

  it("the office says it for them", () => {
    const story = back().press(ann, "stayBehind", { who: tom.id });
    expect(story.is.stayed).toEqual({ [tom.id]: { by: ann.id, at: story.now } });
    expect(story.is.everyoneBack).toBe(at("13:40"));
  });

  it("whoever had gone along signs in, and stands in the record with the breach", () => {
    const story = back().until("13:45").press(tom, "signIn");
    expect(story.is.outings[tom.id]?.back).toEqual({ at: at("13:45"), how: "signedIn" });
    expect([story.is.phase, story.is.everyoneBack]).toEqual(["back", at("13:45")]);
    expect(story.is.breaches).toMatchObject([{ who: [tom.id], what: "noSignOut" }]);
    expect(story.is.tasks.filter(({ kind }) => kind === "minutes")).toHaveLength(1);
    expect(story.until("15:30").alarm).toBeUndefined();
  });

  it("whoever is still out says so, and is watched as anybody", () => {
    const story = back().until("13:45").press(tom, "reportOut");
    expect([story.is.phase, story.is.outings[tom.id]?.left]).toEqual(["out", at("13:45")]);
    expect(story.until("15:05").alarm).toMatchObject({ cause: "noContact", about: { [tom.id]: {} } });
  });

  it("closes no record over them", () => {
    const story = back()
      .press(priya, "writeMinutes", { text: "No one in", issues: "no", concern: "no" })
      .press(priya, "completeTask", { review: "ok" });
    expect(story.is.tasks.filter(({ done, apart }) => !done && !apart)).toEqual([]);
    expect(story.is.phase).toBe("back");
    expect(story.press(tom, "stayBehind").is.phase).toBe("closed");
  });

  it("S3: a tap of theirs ends the alarm that nobody has in hand", () => {
    const story = back();
    story.pushTo(at("13:40") + late + 60_000).press(tom, "signIn");
    expect([story.alarm, story.is.phase]).toEqual([undefined, "back"]);
    expect(story.is.everyoneBack).toBe(story.now);
  });

  it("asks after nobody who had said that they stay, and after everybody else of three", () => {
    const story = left().press(tom, "stayBehind").until("13:40").press(priya, "signIn");
    expect([story.happened.includes("AskedAfter"), story.is.everyoneBack]).toEqual([false, at("13:40")]);
    const three = approved();
    three.visit = { ...three.is, plan: { ...three.is.plan, visitors: [priya.id, tom.id, grace.id] } };
    three.until("13:30").press(priya, "signOut", leaving).press(tom, "signOut", leaving).until("13:40");
    three.press(priya, "signIn");
    expect(three.is.askedAfter).toBeUndefined();
    three.press(tom, "signIn");
    expect(three.is.askedAfter?.who).toEqual([grace.id]);
  });

  it("asks about no visit that was over before anybody asked", () => {
    const story = back();
    const { askedAfter: _, ...older } = story.is;
    story.visit = older;
    story.until("16:00");
    expect([story.alarm, story.seen(tom).offers.includes("stayBehind")]).toEqual([undefined, false]);
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
