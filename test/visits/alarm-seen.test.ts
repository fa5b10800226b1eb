import { seen } from "../../words/en-gb";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { Played } from "./played";
import { approval, assessed, at, inside, leaving, out, type Story } from "./story";

const say = seen.immediate;
const alarm = (story: Story, who: Parameters<Story["seen"]>[0] = helen, no?: number) => {
  const { alarms } = story.seen(who);
  return no === undefined ? alarms.at(-1) : alarms.find((one) => one.no === no);
};
const why = (story: Story, who = helen) => alarm(story, who)?.why;
const silent = () => inside().press(priya, "changePlan", { back: "15:55" }).until("15:10");

describe("S10: why the risk is immediate", () => {
  it("is what has happened, and nothing that has not", () => {
    expect(why(silent())).toEqual([say.silence]);
    expect(why(inside().press(priya, "askForHelp"))).toEqual([say.emergency]);
    expect(why(inside().press(priya, "askForHelp", { kind: "violence" }))).toEqual([say.violence]);
    expect(why(inside().press(priya, "checkIn", {}, { covert: true }))).toEqual([say.covert]);
    expect(why(out().until("14:10"))).toEqual([]);
    expect(why(inside().press(priya, "checkIn").until("15:00"))).toEqual([say.silence]);
  });

  it("counts the calls that nobody took, and tells of concern", () => {
    const story = silent().press(ann, "recordCall", { outcome: "noAnswer" });
    expect(why(story)).toEqual([say.silence, say.unanswered(1)]);
    story.pushTo(story.now + 61_000).press(ann, "recordCall", { outcome: "noAnswer" });
    expect(why(story)).toEqual([say.silence, say.unanswered(2)]);
    story.pushTo(story.now + 61_000).press(ann, "recordCall", { outcome: "concern" });
    expect(why(story)).toContain(say.concern);
  });

  it("tells what is known of the home, of the assessment and of being alone", () => {
    const story = silent();
    story.past = { firstVisit: false, incidents: [{ at: 0, how: "aggression" }] };
    expect(why(story)).toContain(say.incident);
    const row = { hazard: "A dog", impact: "severe", likelihood: "possible", controls: "Shut away" };
    const risky = (input: object) =>
      assessed()
        .press(priya, "assessRisk", { ...row, ...input })
        .press(helen, "approve", approval)
        .until("13:30")
        .press(priya, "signOut", leaving)
        .press(tom, "signOut", leaving)
        .press(priya, "askForHelp");
    expect(why(risky({}))).toEqual([say.emergency, say.risk("M")]);
    expect(why(risky({ impact: "major" }))).toEqual([say.emergency, say.risk("H")]);
    expect(why(risky({ likelihood: "remote" }))).toEqual([say.emergency]);
  });

  it("tells who has called discreetly by the record from where", () => {
    const story = inside().press(priya, "signIn").overheard(priya);
    expect(why(story)).toEqual([say.covert, say.signedIn(priya.name)]);
  });
});

describe("whoever answers an alarm", () => {
  it("has both numbers of each, the one they carry first, as long as it is open; afterwards whoever has them anyway", () => {
    const phone = "+44 7700 900555";
    const story = out();
    story.visit = {
      ...story.is,
      outings: { ...story.is.outings, [priya.id]: { ...story.is.outings[priya.id], ready: { phone } } as never },
    };
    story.press(priya, "askForHelp");
    expect(alarm(story)?.about[0]).toMatchObject({ phone, otherPhone: priya.phone, lastContact: at("13:30") });
    expect(alarm(inside().press(tom, "askForHelp"))?.about[0]).not.toHaveProperty("otherPhone");
    story.press(helen, "standDown", { spoken: `${priya.id},${tom.id}`, why: "Spoken to" });
    expect(story.refusal).toBeUndefined();
    expect([alarm(story, ann)?.about[0]?.phone, alarm(story, samuel)?.about[0]?.phone]).toEqual([phone, undefined]);
  });

  it("sees who has it, what was decided, and that it is over, by whom and how", () => {
    const story = silent().press(ann, "acknowledge");
    expect(alarm(story)).toMatchObject({ holder: { who: { name: ann.name }, until: at("15:15") }, ask: "call" });
    story
      .until("15:15")
      .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${joan.id}` });
    expect(alarm(story)).toMatchObject({
      decision: { by: { name: helen.name }, why: "Near", who: [{ name: samuel.name }, { name: joan.name }] },
      doNotRing: false,
    });
    story.press(helen, "standDown", { spoken: `${priya.id},${tom.id}`, why: "Both rang" });
    expect(alarm(story)).toMatchObject({ ended: { by: helen.name, note: "Both rang" }, offers: [] });
    expect(alarm(story)?.about.map(({ spoken }) => spoken?.by)).toEqual([helen.name, helen.name]);
  });

  it("sees when it climbs on, until the police have it", () => {
    expect(alarm(silent())?.climbsAt).toBe(at("15:15"));
    const called = { decision: "policeCalled", when: "15:16", reference: "7" };
    const story = silent().until("15:16").press(helen, "recordDecision", called);
    expect(alarm(story)?.police?.by.name).toBe(helen.name);
    expect(alarm(story)).not.toHaveProperty("climbsAt");
  });

  it("reads in a channel who did what, and not what they wrote (P10)", () => {
    const channel = { channel: "office" };
    const story = silent().press(ann, "recordCall", { outcome: "noAnswer", note: "CANARYNOTE" });
    story.press(helen, "recordDecision", { decision: "keepTrying", why: "CANARYWHY" });
    expect(alarm(story, channel)).toMatchObject({ calls: [{ note: "" }], decision: { why: "" } });
    expect(alarm(story)).toMatchObject({ calls: [{ note: "CANARYNOTE" }], decision: { why: "CANARYWHY" } });
    story.press(helen, "standDown", { spoken: `${priya.id},${tom.id}`, why: "CANARYEND" });
    expect(alarm(story, channel)?.ended).toMatchObject({ note: "", by: helen.name });
    expect(JSON.stringify(story.seen(channel))).not.toContain("CANARY");
  });

  it("is asked not to ring while somebody calls discreetly, in every alarm that is open, and where they may know of it (S4)", () => {
    const story = silent().press(priya, "checkIn", {}, { covert: true });
    const open = (who: Parameters<Story["seen"]>[0]) => story.seen(who).alarms.filter(({ ended }) => !ended);
    expect(open(helen).map(({ cause, doNotRing }) => [cause, doNotRing])).toEqual([
      ["noContact", true],
      ["covert", true],
    ]);
    expect(story.seen(helen).alarms.find(({ ended }) => ended)?.doNotRing).toBe(false);
    expect(alarm(silent())?.doNotRing).toBe(false);
  });

  it("is offered what there is to do about it, and nothing of another's visit", () => {
    expect(alarm(silent(), ann)?.offers).toEqual(expect.arrayContaining(["acknowledge", "recordCall"]));
    expect(alarm(silent(), ann)?.offers).not.toContain("checkIn");
    expect(alarm(silent(), joan)?.offers).not.toContain("changePlan");
  });

  it("says at Thomas More whether there is concern once nobody has answered, likely so the second time (TMC-44)", () => {
    const school = new Played("thomas-more");
    const story = school.out("rosa", "eric").until("15:00");
    const nora = school.who("nora");
    const rings = () =>
      alarm(story.pushTo(story.now + 61_000).press(nora, "recordCall", { outcome: "noAnswer" }), nora);
    expect([alarm(story, nora)?.concern, rings()?.concern, rings()?.concern]).toEqual([undefined, "asked", "likely"]);
    expect(alarm(silent())?.concern).toBeUndefined();
  });
});

describe("S4: whoever is on the visit", () => {
  it("learns that the school looks for them, or has their call, and nothing of who does what", () => {
    const story = silent().press(ann, "recordCall", { outcome: "noAnswer", note: "CANARY" });
    story.press(helen, "recordDecision", { decision: "keepTrying", why: "CANARY" });
    expect(alarm(story, tom)).toEqual({
      ...{ no: 2, cause: "noContact", ask: "call", dueAt: at("15:10"), openedAt: at("15:10"), since: at("15:10") },
      ...{ taps: [], calls: [], doNotRing: false, why: [], clauses: [], offers: [] },
      about: [priya, tom].map(({ id, name }) => ({ id, name, lastContact: at("14:10"), unheard: undefined })),
      ended: undefined,
    });
    story.press(helen, "standDown", { spoken: `${priya.id},${tom.id}`, why: "CANARY" });
    expect(alarm(story, tom)?.ended).toEqual({ by: "", at: story.now, how: "ok", note: "" });
    expect(JSON.stringify(story.seen(tom))).not.toContain("CANARY");
  });

  it("sees neither the call after the start nor that nobody has the watch", () => {
    expect(out().until("14:10").seen(priya).alarms).toEqual([]);
    expect(out().until("14:10").seen(ann).alarms).toHaveLength(1);
  });
});
