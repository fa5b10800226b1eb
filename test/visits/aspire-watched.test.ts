import { readCommand } from "../../engine/covert";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, at, inside, leaving, out, type Story } from "./story";

describe("the record of a visit at Aspire", () => {
  it("has a vehicle before anybody leaves (AET-91, AET-A-63)", () => {
    const story = approved().until("13:30").press(tom, "signOut", { allTrue: "true" });
    expect(story.refusal).toMatchObject({ field: "vehicle", clause: "AET-91" });
    expect(story.is.outings[tom.id]).toBeUndefined();
  });

  it("is given to somebody on site to watch, who is asked again until one does (AET-A-55)", () => {
    const again = (story: Story) => story.told.filter(({ id }) => id.startsWith("unwatched/"));
    const story = approved().until("13:30").press(priya, "signOut", leaving).press(tom, "signOut", leaving);
    story.until("13:50");
    expect(again(story).length).toBeGreaterThan(0);
    expect(story.press(priya, "takeWatch").refusal?.refused).toBe("notYours");
    story.press(ann, "takeWatch");
    expect(story.is.watch?.by).toBe(ann.id);
    expect(again(story)).toEqual([]);
  });
});

describe("arrangements before anybody leaves Aspire", () => {
  it("are all in place, or nobody goes (AET-07)", () => {
    const story = approved().until("13:30").press(priya, "signOut", { vehicle: "On foot" });
    expect(story.refusal).toMatchObject({ refused: "checklist", clause: "AET-07" });
    expect(story.is.outings[priya.id]).toBeUndefined();
  });
});

describe("at the home", () => {
  const atTheDoor = () => out().until("13:58");
  const linesFor = (story: Story, clause: string): string[] =>
    story
      .seen(priya)
      .guidance.filter(({ clauses }) => clauses.includes(clause))
      .map(({ text }) => text);

  it.each([
    ["to show the card on a first visit", "AET-49", atTheDoor, /first visit show your identity card/],
    ["not to go in where they feel unsafe", "AET-55", atTheDoor, /Do not go in if you feel unsafe/],
    ["to ask for animals to be kept away", "AET-57", atTheDoor, /animals to be shut in another room or put outside/],
    ["to use force only as a last resort", "AET-106", () => inside(), /Only as a last resort, with the least force/],
  ])("visitors are reminded %s, by the line of %s", (_, clause, there, said) => {
    expect(linesFor(there(), clause).join()).toMatch(said);
    expect(linesFor(approved(), clause).filter((text) => said.test(text))).toEqual([]);
  });

  it("nobody waits longer than ten minutes, and then the visit is off (AET-51, AET-52)", () => {
    const story = out().until("14:03").press(priya, "noOneHome");
    expect(story.seen(priya).meeting).toMatchObject({ state: "waiting", until: at("14:13") });
    expect(story.until("14:12").is.meeting?.state).toBe("waiting");
    expect(story.until("14:13").is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
  });

  it("any aggression ends the visit there and then, and a threat takes the police step (AET-A-79)", () => {
    const story = inside().press(priya, "endUnsafe", { how: "violence" });
    expect(story.is.meeting).toMatchObject({ state: "off", how: "violence" });
    expect(story.is.outings[priya.id]?.where).toBe("leftTheHome");
    expect([story.alarm?.cause, story.alarm?.step]).toEqual(["violence", "police"]);
    expect(inside().press(priya, "endUnsafe", { how: "unsafe" }).is.meeting).toMatchObject({ state: "off" });
  });

  it("the code word brings help, in a text and in a call, and looks like a check-in to whoever reads along (AET-84, AET-A-66)", () => {
    const secret = { codeWord: "green folder", signals: {} };
    const typed = (answer: string) =>
      readCommand(
        { verb: "checkIn", visit: "meadow.visit1", input: { answer }, sentAt: at("14:20") },
        priya.id,
        secret,
        "meadow.visit1",
      );
    const texted = (answer: string) => {
      const story = inside().until("14:20");
      const { verb, input, covert } = typed(answer);
      return story.press(priya, verb, input, covert ? { covert } : {});
    };
    expect(texted("Have you seen the green folder?").alarm).toMatchObject({ cause: "covert", step: "police" });
    expect(texted("Have you seen the blue folder?").alarm).toBeUndefined();
    expect(JSON.stringify(texted("green folder").seen(tom))).toBe(JSON.stringify(texted("blue folder").seen(tom)));
    const rung = out().until("14:10").press(ann, "recordCall", { outcome: "codeWord", about: priya.id });
    expect(rung.is.alarms.flatMap(({ reached }) => reached.map(({ step }) => step))).toContain("police");
  });

  it("discreet contact brings help, and shows nothing of it there (AET-A-96)", () => {
    const story = inside().until("14:20").press(priya, "checkIn", { note: "x" }, { covert: true });
    expect(story.alarm).toMatchObject({ cause: "covert", step: "police" });
    for (const who of [ann, helen, samuel, joan])
      expect(story.seen(who).alarms.map(({ cause }) => cause)).toContain("covert");
    expect(story.seen(priya).alarms).toEqual([]);
  });
});
