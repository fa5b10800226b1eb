import type { Person } from "../../schools/school";
import type { Input } from "../../visits/command";
import { openAlarms } from "../../visits/people";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { approved, at, inside, leaving, out, type Story } from "./story";

/** What the office enters of a voice on the phone, or of somebody whom it sees. */

const phones = (story: Story, who: Person | "outsider", what: string, more: Input = {}): string[] => {
  const before = story.events.length;
  story.press(ann, "phonedIn", { who: who === "outsider" ? who : who.id, what, ...more });
  return story.refusal ? [story.refusal.refused] : story.events.slice(before).map(({ type }) => type);
};
const offers = (story: Story) => story.seen(ann).offers;
const dueBack = ({ is }: Story, { id }: Person) => is.outings[id]?.backBy ?? is.plan.back;
const open = ({ is }: Story) => openAlarms(is).map(({ cause }) => cause);
/** Both are silent, and nobody has taken the alarm about them. */
const silent = () => inside().press(priya, "changePlan", { back: "15:55" }).until("15:15");
const sentThere = () =>
  approved()
    .until("13:30")
    .overheard(priya)
    .quiet()
    .press(helen, "recordDecision", { decision: "goThere", why: "Near", who: `${samuel.id},${ann.id}` }, { no: 901 });

describe("S8: a voice on the phone", () => {
  it("can be entered while anybody is out, and so whoever was sent to the address", () => {
    expect([offers(out()), offers(approved()), offers(sentThere())].map((all) => all.includes("phonedIn"))).toEqual([
      true,
      false,
      false,
    ]);
    expect(sentThere().seen(joan).offers).toContain("phonedIn");
  });

  it("is contact, with what was said, and the lead's where somebody from outside rings", () => {
    const story = out().until("13:45");
    expect(phones(story, tom, "ok", { note: "Bus is late" })).toEqual(["Contacted"]);
    expect(story.events.at(-1)).toMatchObject({ who: [tom.id], how: "call", note: "Bus is late", at: at("13:45") });
    expect(phones(story, "outsider", "ok")).toEqual(["Contacted"]);
    expect(story.events.at(-1)).toMatchObject({ who: [priya.id], note: "" });
  });

  it("is of nobody who is not on the visit", () => {
    for (const what of ["ok", "home", "help"]) expect(phones(out(), helen, what)).toEqual(["badWho"]);
    const nobody = out();
    nobody.visit = { ...nobody.is, plan: { ...nobody.is.plan, visitors: [] } };
    expect(phones(nobody, "outsider", "ok")).toEqual(["badWho"]);
    expect(nobody.refusal?.field).toBe("who");
  });

  it("reckons out whoever rings without having signed out", () => {
    const story = approved().until("13:30").press(priya, "signOut", leaving);
    expect(phones(story, tom, "ok")).toEqual(["FoundOut", "Contacted"]);
  });

  it("calls for help also when they had come back, and says nothing else of them twice", () => {
    const back = () => inside().press(priya, "signIn").press(tom, "signIn");
    expect(phones(back(), priya, "ok")).toEqual([]);
    expect(phones(back(), priya, "help")).toContain("AlarmRaised");
  });

  it("S2: calls for help and ends no alarm by it", () => {
    const story = silent();
    expect(phones(story, priya, "help")).not.toContain("SpokenTo");
    expect(open(story)).toEqual(["noContact", "emergency"]);
  });

  it("ends an alarm about both of them once each has rung, and none about anybody else", () => {
    const story = silent();
    expect(phones(story, priya, "ok")).toEqual(["Contacted", "SpokenTo"]);
    expect(story.alarm?.about[priya.id]?.spoken).toMatchObject({ by: ann.id, how: "phone" });
    expect(phones(story, tom, "ok")).toEqual(["Contacted", "SpokenTo", "AlarmEnded"]);
    const hers = inside().press(priya, "changePlan", { back: "15:55" }).until("14:25").press(tom, "checkIn");
    expect(phones(hers.until("15:15"), tom, "ok")).toEqual(["Contacted"]);
    expect(open(hers)).toEqual(["noContact"]);
  });

  it("S5: leaves it open that nobody has the watch: that is no question to them", () => {
    const story = inside()
      .press(priya, "changePlan", { back: "17:00" })
      .until("15:00")
      .press(priya, "checkIn", { bothOk: "true" })
      .until("15:50")
      .press(priya, "checkIn", { bothOk: "true" })
      .until("16:01");
    expect(open(story)).toEqual(["uncovered"]);
    for (const who of [priya, tom]) phones(story, who, "ok");
    expect(open(story)).toEqual(["uncovered"]);
    for (const who of [priya, tom]) story.press(ann, "seenBack", { who: who.id });
    expect(open(story.quiet())).toEqual([]);
  });

  it("S4: ends no discreet call", () => {
    const story = inside().press(priya, "checkIn", {}, { covert: true });
    expect(phones(story, priya, "ok")).toEqual(["Contacted", "SpokenTo"]);
    expect(open(story)).toEqual(["covert"]);
  });
});

describe("S8: what is said on the phone", () => {
  it("moves the return when they are late: to the time they give, else by half an hour from what was due, or from now", () => {
    const story = inside();
    expect(phones(story, priya, "runningLate", { back: "15:20" })).toEqual(["Contacted", "PlanChanged"]);
    expect([dueBack(story, priya), dueBack(story, tom)]).toEqual([at("15:20"), at("15:20")]);
    phones(story, priya, "runningLate");
    expect(dueBack(story, priya)).toBe(at("15:50"));
    const late = inside().until("15:05");
    phones(late, priya, "runningLate");
    expect(dueBack(late, priya)).toBe(at("15:35"));
  });

  it("to no time that is past", () => {
    const story = inside();
    expect(phones(story, priya, "runningLate", { back: "09:00" })).toEqual(["pastBack"]);
    expect([story.refusal?.field, dueBack(story, priya)]).toEqual(["back", at("15:00")]);
  });

  it("is that all is well: from when they should be back on it moves the return too", () => {
    const ok = (time: string) => {
      const story = inside().until(time);
      phones(story, priya, "ok");
      return dueBack(story, priya);
    };
    expect([ok("14:59"), ok("15:00"), ok("15:10")]).toEqual([at("15:00"), at("15:30"), at("15:40")]);
  });

  it("is that nobody is at home: they wait from the start on, once", () => {
    const early = out().until("13:50");
    phones(early, priya, "noOneHome");
    expect(early.is.meeting).toEqual({ state: "waiting", since: at("14:00") });
    expect(phones(early, tom, "noOneHome")).toEqual(["Contacted"]);
    const late = out().until("14:05");
    phones(late, priya, "noOneHome");
    expect(late.is.meeting).toEqual({ state: "waiting", since: at("14:05") });
  });

  it("is that they leave", () => {
    const story = inside();
    expect(phones(story, priya, "leaving")).toEqual(["Contacted", "LeftTheHome"]);
    expect([story.is.outings[priya.id]?.where, story.is.outings[tom.id]?.where]).toEqual(["leftTheHome", "atTheHome"]);
  });

  it.each(["leaving", "noOneHome"])(
    "and gives a late return a new time, or the next alarm would come at once: %s (S7)",
    (what) => {
      const story = inside().until("14:50").press(tom, "signIn").until("15:05");
      expect(open(story)).toEqual(["notBack"]);
      phones(story, priya, what);
      expect([open(story.quiet()), dueBack(story, priya)]).toEqual([[], at("15:35")]);
      expect(open(story.until("15:35"))).toEqual(["notBack"]);
    },
  );
});

describe("S8: whoever is seen back at school", () => {
  it("can be entered while one of them is out", () => {
    const one = inside().press(priya, "signIn");
    expect(offers(one)).toEqual(expect.arrayContaining(["seenBack", "phonedIn"]));
    expect(offers(one.press(tom, "signIn"))).not.toContain("seenBack");
  });

  it("has been spoken to, and is somebody who was out", () => {
    const story = silent().press(ann, "seenBack", { who: priya.id });
    expect(story.alarm?.about[priya.id]?.spoken).toMatchObject({ how: "seen" });
    expect(story.press(ann, "seenBack", { who: helen.id }).refusal).toMatchObject({ refused: "badWho", field: "who" });
  });
});
