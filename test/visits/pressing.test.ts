import type { Verb } from "../../visits/command";
import { ann, helen, priya, samuel, tom } from "../people";
import { approval, assessed, at, begin, inside, out, request, type Story } from "./story";

/** What every press is asked before its own rule: whether there is such a thing, and whether it is about what stands now. */

const refused = (story: Story) => story.refusal?.refused;
const press = (story: Story, ...asked: Parameters<Story["press"]>) => refused(story.press(...asked));
const back = () => inside().until("14:50").press(priya, "signIn").press(tom, "signIn");
const minutes = { text: "Ella comes back on Monday", issues: "no", concern: "no" };

describe("a press", () => {
  it.each(["nothing", "constructor", "__proto__"])("of %s is refused", (verb) => {
    expect(press(out(), priya, verb as Verb)).toBe("unknownVerb");
  });

  it("on a visit that there is not begins none, unless it asks for one or says that somebody is out", () => {
    for (const verb of ["checkIn", "approve", "askForHelp"] as const)
      expect(press(begin(), priya, verb)).toBe("noSuchVisit");
    expect(press(begin(), priya, "reportOut", {}, { visit: "meadow.gone" })).toBe("noSuchVisit");
    expect(begin().press(priya, "reportOut").is.phase).toBe("out");
  });

  it("names the field that can't be read, and none where it is all of it", () => {
    expect(out().press(ann, "phonedIn", { what: "ok" }).refusal).toMatchObject({ refused: "badInput", field: "who" });
    const { refusal } = out().press(priya, "checkIn", null as never);
    expect(refusal).toEqual({ refused: "badInput", say: expect.any(String) });
  });

  it("names every field that can't be read, each once, and what else is missing of a plan whose time can't be", () => {
    const named = (input: object) => {
      const { refusal } = begin().press(priya, "requestVisit", { ...request, ...input });
      return [refusal, ...(refusal?.also ?? [])].map((one) => one?.field);
    };
    expect(named({ date: "31/02/2026", start: "two", back: "25:00" })).toEqual(["date", "start", "back"]);
    expect(named({ date: "2026-02-31", postcode: "" })).toEqual(["date", "postcode"]);
    expect(named({ start: "08:00", agreedHow: "" })).toEqual(["start", "agreedHow"]);
  });

  it("S9: counts as contact from when it was made, and for everything else, as a voice on the phone, from when it came", () => {
    const story = out().until("13:50");
    const sentAt = at("13:40");
    const stamped = (who: typeof ann, ...asked: [Verb, object?]) =>
      story.press(who, asked[0], { ...asked[1] }, { sentAt }).events.at(-1);
    expect(stamped(priya, "checkIn")).toMatchObject({ type: "Contacted", at: sentAt, by: priya.id });
    const phoned = { who: tom.id, what: "ok" };
    expect(stamped(ann, "phonedIn", phoned)).toMatchObject({ type: "Contacted", at: at("13:50"), by: ann.id });
    expect(stamped(helen, "takeWatch")).toMatchObject({ type: "WatchTaken", at: at("13:50"), by: helen.id });
  });

  it("S11: about a plan is about the plan that its card showed, and about none without a number", () => {
    for (const no of [undefined, 0, 2]) expect(press(assessed(), helen, "approve", approval, { no })).toBe("planMoved");
    expect(press(assessed(), helen, "approve", approval, { no: 1 })).toBeUndefined();
  });
});

describe("a press about an alarm", () => {
  const called = () => inside().press(priya, "askForHelp");
  const no = called().alarm?.no;

  it.each(["acknowledge", "recordCall", "recordDecision", "standDown"] as const)(
    "S2: is about the one that its card shows, and about none that is over: %s",
    (verb) => {
      const input = { outcome: "noAnswer", decision: "keepTrying", why: "No signal", spoken: `${priya.id},${tom.id}` };
      const over = called().press(helen, "standDown", input, { no });
      expect(over.alarm).toBeUndefined();
      const before = over.events.length;
      expect(press(over, samuel, verb, input, { no })).toBe("alarmOver");
      expect(over.events).toHaveLength(before);
      expect(press(called(), helen, verb, input, { no: 7 })).toBe("alarmOver");
    },
  );
});

describe("a press about a task", () => {
  const reviewed = (story: Story) => story.press(priya, "completeTask", { review: "ok" }, { no: 2 });

  it("is about the one that its card shows, and about none that is done or never was", () => {
    const story = reviewed(back());
    expect(story.is.tasks.map(({ no, kind, done }) => [no, kind, done?.by])).toEqual([
      [1, "minutes", undefined],
      [2, "riskReview", priya.id],
    ]);
    for (const no of [2, 77]) expect(press(story, tom, "completeTask", { review: "ok" }, { no })).toBe("taskDone");
  });

  it("closes the record where it was the last", () => {
    const story = reviewed(back().press(priya, "writeMinutes", minutes));
    expect([story.happened.at(-2), story.is.phase]).toEqual(["Closed", "closed"]);
  });
});
