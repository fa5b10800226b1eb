import { replay } from "../../visits/evolve";
import { pastOf } from "../../visits/homes/past";
import { ann, helen, joan, priya, samuel, tom } from "../people";
import { assessed, inside, out, request, requested, type Story } from "./story";

const warning = { warningText: "CANARYWARNING: a dog in the yard", warningReview: "2026-12-04" };
const warnedFirst = () => requested().press(joan, "writeWarning", warning);
const shown = (story: Story) => (viewer: Parameters<Story["seen"]>[0]) => JSON.stringify(story.seen(viewer));

/** The next request for the same home, of which the earlier visit says what it knows. */
function next(earlier: Story, story = requested): Story {
  const past = pastOf([earlier.is], { ...earlier.is.plan, self: "meadow.visit2" });
  const later = story();
  later.past = { ...later.past, ...past };
  return later;
}

describe("a warning about a home", () => {
  it("is written by those who decide and those who safeguard, and by nobody else", () => {
    for (const who of [helen, joan])
      expect(requested().press(who, "writeWarning", warning).is.warnings).toHaveLength(1);
    for (const who of [priya, tom, ann, samuel]) {
      const story = requested().press(who, "writeWarning", warning);
      expect([story.refusal?.refused, story.is.warnings]).toEqual(["notYours", undefined]);
      expect(story.seen(who).offers).not.toContain("writeWarning");
    }
  });

  it("has its words and a day on which it is looked at again, from tomorrow on and within two years", () => {
    for (const [field, value] of [
      ["warningText", ""],
      ["warningReview", ""],
      ["warningReview", "2026-11-23"],
      ["warningReview", "2028-11-24"],
    ] as const)
      expect(requested().press(joan, "writeWarning", { ...warning, [field]: value }).refusal?.refused).toBeDefined();
    expect(
      requested().press(joan, "writeWarning", { ...warning, warningReview: "2028-11-23" }).refusal,
    ).toBeUndefined();
  });

  it("is one however often the button is pressed", () => {
    expect(warnedFirst().press(joan, "writeWarning", warning).is.warnings).toHaveLength(1);
  });

  it("in another's words, or by another, is one more; each is ended once (S9)", () => {
    const story = warnedFirst().press(helen, "writeWarning", warning);
    expect(story.is.warnings?.map(({ by }) => by)).toEqual([joan.id, helen.id]);
    const end = (no: string) => story.press(helen, "endWarning", { warning: no, warningWhy: "The dog is gone" });
    expect(end("2").is.warnings?.map(({ ended }) => ended !== undefined)).toEqual([false, true]);
    expect(end("1").seen(helen).offers).not.toContain("endWarning");
    expect(end("2").refusal).toBeUndefined();
    expect(end("3").refusal?.refused).toBe("noWarning");
    expect(story.happened.filter((type) => type === "WarningEnded")).toHaveLength(2);
  });

  it("is about a home of the visit, and about none once the record is erased", () => {
    expect(requested().press(joan, "writeWarning", { ...warning, warningDoor: "1" }).refusal?.field).toBe(
      "warningDoor",
    );
    expect(requested().seen(joan).offers).toEqual(expect.arrayContaining(["writeWarning"]));
    expect(requested().seen(joan).offers).not.toContain("endWarning");
    expect(warnedFirst().seen(joan).offers).toContain("endWarning");
    const story = requested().press(priya, "cancel");
    story.happen([{ type: "RecordErased", at: story.now, by: "clock" }]);
    expect(story.seen(joan).offers).not.toContain("writeWarning");
    expect(story.press(joan, "writeWarning", warning).refusal?.field).toBe("warningDoor");
  });

  it("is before whoever goes and whoever decides at the next request, and asks for an assessment of its own", () => {
    const story = next(warnedFirst());
    for (const who of [priya, tom, helen, joan]) expect(shown(story)(who)).toContain("CANARYWARNING");
    story.press(tom, "agreeToVisit");
    expect(story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" }).refusal).toMatchObject({
      refused: "newRisk",
    });
  });

  it("P10: is before nobody else: not the office, no senior leader, no channel, and in no text that is sent", () => {
    const story = next(warnedFirst());
    for (const viewer of [ann, samuel, { channel: "office" }, { channel: "slt" }])
      expect(shown(story)(viewer)).not.toContain("CANARY");
    expect(JSON.stringify(story.told)).not.toContain("CANARY");
    const alarmed = next(warnedFirst(), out).press(priya, "askForHelp", { kind: "help" });
    for (const viewer of [ann, samuel, { channel: "office" }]) {
      expect(shown(alarmed)(viewer)).not.toContain("CANARY");
      expect(shown(alarmed)(viewer)).toContain("standing warning");
    }
  });

  it("S4: that was written while they are out reaches nobody on the visit until the next one", () => {
    const plain = inside();
    const written = inside().press(joan, "writeWarning", { ...warning, warningReview: "2026-11-24" });
    for (const who of [priya, tom]) expect(written.seen(who)).toEqual(plain.seen(who));
    expect(written.told.filter(({ to }) => "person" in to && [priya.id, tom.id].includes(to.person))).toEqual(
      plain.told.filter(({ to }) => "person" in to && [priya.id, tom.id].includes(to.person)),
    );
    expect(shown(written)(joan)).toContain("CANARYWARNING");
    for (const story of [written, plain])
      story.until("09:00", "2026-11-24").press(priya, "signIn").press(tom, "signIn");
    expect(written.is.tasks.map(({ kind }) => kind)).toContain("warning");
    expect(written.seen(priya).tasks).toEqual(plain.seen(priya).tasks);
    expect(plain.seen(priya).tasks).not.toEqual([]);
  });

  it("stands beyond its day until somebody has looked: those who may end it are asked that morning", () => {
    const story = warnedFirst().press(priya, "cancel", { why: "Not needed" });
    story.until("08:29", "2026-12-04");
    expect(story.toldTo(joan)).not.toContain("taskDue");
    story.until("08:30", "2026-12-04");
    for (const who of [joan, helen]) expect(story.toldTo(who)).toContain("taskDue");
    expect(pastOf([story.until("08:30", "2027-02-01").is], story.is.plan).warnings).toHaveLength(1);
    expect(story.is.tasks.filter(({ kind }) => kind === "warning")).toHaveLength(1);
  });

  it("of two, each is asked about on its day, and the end of one leaves the other and what else is to do", () => {
    const story = requested()
      .press(joan, "writeWarning", warning)
      .press(joan, "writeWarning", { ...warning, warningText: "A second" });
    story.press(priya, "cancel", { why: "Not needed" }).until("08:30", "2026-12-04");
    const asked = () =>
      story.is.tasks.filter(({ kind, done }) => kind === "warning" && !done).map((task) => task.warning);
    expect(asked()).toEqual([1, 2]);
    story.press(joan, "endWarning", { warning: "1", warningWhy: "The dog is gone" });
    expect([asked(), story.seen(joan).warnings?.map(({ text }) => text)]).toEqual([[2], ["A second"]]);
    const ended = story.is.tasks[0]?.done;
    story.until("09:00", "2026-12-04").press(joan, "endWarning", { warning: "2", warningWhy: "Moved away" });
    expect([asked(), story.is.tasks[0]?.done]).toEqual([[], ended]);
  });

  it("stays to be looked at where its visit is called off", () => {
    const story = requested().press(joan, "writeWarning", warning).until("08:30", "2026-12-04");
    expect(story.is.phase).toBe("off");
    expect(story.is.tasks.map(({ kind, done }) => [kind, done])).toEqual([["warning", undefined]]);
  });

  it("is renewed to another day, and asked about on that", () => {
    const story = warnedFirst().press(priya, "cancel", { why: "Not needed" }).until("09:00", "2026-12-04");
    expect(story.press(joan, "completeTask", {}).refusal).toMatchObject({ field: "warningReview" });
    story.press(joan, "completeTask", { warningReview: "2027-01-11" });
    expect(story.is.warnings).toMatchObject([{ review: "2027-01-11" }]);
    expect(story.toldTo(joan)).not.toContain("taskDue");
    expect(story.until("09:00", "2027-01-11").toldTo(joan)).toContain("taskDue");
  });

  it("is ended with a reason, on its day or before, and shown no more", () => {
    const before = warnedFirst();
    expect(before.press(joan, "endWarning", { warning: "1" }).refusal?.field).toBe("warningWhy");
    expect(before.press(priya, "endWarning", { warning: "1", warningWhy: "Gone" }).refusal?.refused).toBe("notYours");
    before.press(joan, "endWarning", { warning: "1", warningWhy: "The dog is gone" });
    expect(shown(next(before))(priya)).not.toContain("CANARY");
    const onDay = warnedFirst().press(priya, "cancel", { why: "Not needed" }).until("09:00", "2026-12-04");
    expect(onDay.press(joan, "completeTask", { how: "notNeeded" }).refusal?.field).toBe("note");
    onDay.press(joan, "completeTask", { how: "notNeeded", note: "The dog is gone" });
    expect(onDay.is.tasks.every(({ done }) => done)).toBe(true);
    expect(pastOf([onDay.is], onDay.is.plan).warnings).toEqual([]);
  });

  it("P11: outlives the record of its visit, with its home and its day and nothing else, and goes with its end", () => {
    const story = assessed({ pupil: "CANARYPUPIL", purpose: "CANARYPURPOSE" }).press(joan, "writeWarning", warning);
    story.policy = { ...story.policy, keepMonths: { ...story.policy.keepMonths, value: 1 } };
    const task = (kind: string) => ({ no: story.is.tasks.find((one) => one.kind === kind && !one.done)?.no });
    story.press(priya, "cancel", { why: "CANARYWHY" }).until("09:00", "2026-12-04");
    story.press(joan, "completeTask", { warningReview: "2027-03-01" }, task("warning"));
    story.press(helen, "completeTask", {}, task("retention"));
    story.until("12:00", "2027-01-05");
    expect(story.is.erased).toBeDefined();
    const text = JSON.stringify(story.is);
    for (const gone of ["CANARYPURPOSE", "CANARYPUPIL", "CANARYWHY", priya.id]) expect(text).not.toContain(gone);
    const again = pastOf([story.is], { household: "somebody", address: "12 Mill Lane, Derby", start: story.now });
    expect(again).toMatchObject({ warnings: [{ review: "2027-03-01" }], firstVisit: true, incidents: [], near: [] });
    story.until("09:00", "2027-03-01");
    expect(story.toldTo(joan)).toEqual(["taskDue"]);
    for (const said of ["CANARYWARNING", "12 Mill Lane"]) expect(shown(story)(joan)).toContain(said);
    story.press(joan, "completeTask", { how: "notNeeded", note: "Moved away" });
    for (const gone of ["CANARY", "mill lane", "Mill Lane", "Moved away"])
      expect(JSON.stringify(story.is)).not.toContain(gone);
    expect(replay(story.events)).toEqual(story.is);
  });

  it("keeps somebody from going alone where the policy sends two once there is a concern", () => {
    const story = requested();
    story.policy = { ...story.policy, loneNever: { ...story.policy.loneNever, value: ["concernKnown"] } };
    story.past = { firstVisit: false, incidents: [] };
    const alone = { companion: "", loneWhy: "Nobody is free" };
    const ask = () => {
      story.visit = undefined;
      return story.press(priya, "requestVisit", { ...request, ...alone }).refusal?.refused;
    };
    expect(ask()).toBeUndefined();
    story.past = { ...story.past, warnings: next(warnedFirst()).past.warnings };
    expect(ask()).toBe("loneConcern");
  });
});
