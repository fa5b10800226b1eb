import { drawCard } from "../../cards/draw";
import { readCommand } from "../../engine/covert";
import { markdownOf, nodesOf, plainOf } from "../cards/tree";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, at, inside, leaving, out, requested, type Story } from "./story";

const watchCard = (story: Story): string => {
  const drawn = drawCard({ card: "watch" }, story.seen(ann));
  return [...markdownOf(drawn), ...plainOf(drawn)].join("\n");
};

describe("the record of a visit at Aspire", () => {
  const gone = approved().until("13:34").press(priya, "signOut", leaving).press(tom, "signOut", leaving);

  it("is with the school office before anybody leaves, and while they are out (AET-44, AET-A-49)", () => {
    for (const story of [approved(), gone]) {
      expect(story.toldTo(ann)).toContain("watchAsked");
      expect(watchCard(story)).toContain("12 Mill Lane");
    }
    expect(requested().toldTo(ann)).toEqual([]);
  });

  it.each([
    ["who goes", "AET-A-50", /Priya Shah and Tom Okafor/],
    ["the time of the appointment", "AET-A-51", /14:00/],
    ["the address", "AET-A-52", /12 Mill Lane, Derby/],
    ["when they left", "AET-A-53", /13:34/],
    ["when they are expected back", "AET-A-54", /15:00/],
    ["their vehicle: colour, make, model and registration", "AET-91, AET-A-63", /Blue Skoda Fabia, FX21 MDW/],
  ])("tells the office %s (%s)", (_, _clauses, said) => {
    expect(watchCard(gone)).toMatch(said);
  });

  it("has each visitor's number, which the office can ring (AET-78, AET-A-62)", () => {
    expect(gone.seen(ann).visitors.map(({ phone }) => phone)).toEqual([priya.phone, tom.phone]);
    const urls = nodesOf(drawCard({ card: "watch" }, gone.seen(ann))).flatMap(({ url }) => url ?? []);
    expect(urls).toEqual(expect.arrayContaining(["tel:+447700900002", "tel:+447700900003"]));
  });

  it("gives visitors the school's numbers for their phones, or says that it has only one (AET-A-65)", () => {
    const story = approved().until("13:30");
    const shown = () => nodesOf(drawCard({ card: "visit" }, story.seen(priya))).map(({ text }) => String(text));
    expect(shown()).toContainEqual(
      expect.stringMatching(/^For your phone: \+44 1332 900100\. .*ask the school office/),
    );
    story.roster = { ...story.roster, school: { ...story.roster.school, phone2: "+44 1332 900101" } };
    expect(shown()).toContain("For your phone: +44 1332 900100, +44 1332 900101");
  });

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

  it("keeps whoever watches informed of what changes on the way (AET-A-59)", () => {
    const story = out().until("13:40").press(priya, "changePlan", { back: "15:30" });
    expect(story.seen(ann).times.back).toBe(at("15:30"));
    expect(watchCard(story)).toContain("15:30");
    story.until("14:02").press(priya, "arrive", { adult: "yes" });
    expect(story.seen(ann).visitors[0]?.outing).toMatchObject({ contact: at("14:02"), where: "atTheHome" });
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

  it("a child in immediate danger is for the police and the agencies: whoever takes it on refers it (AET-109)", () => {
    const taken = (what: string) =>
      inside()
        .press(priya, "reportChild", { what })
        .press(joan, "takeConcern")
        .is.tasks.filter(({ line }) => line);
    for (const what of ["danger", "rang999"])
      expect(taken(what)).toMatchObject([{ kind: "referral", for: [joan.id], line: "policeAndAgencies", apart: true }]);
    for (const what of ["concern", "unsure"]) expect(taken(what)).toEqual([]);

    const story = inside().press(priya, "reportChild", { what: "danger" }).press(joan, "takeConcern");
    const no = story.is.tasks[0]?.no;
    expect(story.toldTo(joan)).toContain("taskDue");
    const card = drawCard({ card: "task", no }, story.seen(joan));
    expect([...markdownOf(card), ...plainOf(card)].join()).toContain("The police and the agencies concerned");
    expect(story.press(joan, "completeTask", {}, { no }).refusal).toMatchObject({ field: "note", clause: "AET-109" });
    story.press(joan, "completeTask", { note: "999 and social care, 14:20" }, { no });
    expect(story.is.tasks[0]?.done).toMatchObject({ by: joan.id, note: "999 and social care, 14:20" });
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
