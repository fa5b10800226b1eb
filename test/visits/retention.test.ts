import type { Policy } from "../../policies/policy";
import { replay } from "../../visits/evolve";
import { keptUntil, retiring } from "../../visits/record/retention";
import { helen, joan, priya, tom } from "../people";
import { at, inside, type Story } from "./story";

const keep =
  (months: number | null): ((policy: Policy) => Policy) =>
  (policy) => ({
    ...policy,
    keepMonths: { ...policy.keepMonths, value: months },
  });

/** Closed on the Monday of the visit, under a policy that keeps records for so many months. */
function closed(months: number | null): Story {
  const story = inside({ pupil: "CANARYPUPIL" }).until("14:50").press(priya, "signIn").press(tom, "signIn");
  story.policy = keep(months)(story.policy);
  story.press(priya, "writeMinutes", { text: "CANARYTEXT", issues: "no", concern: "no" });
  story.press(priya, "completeTask", { review: "ok" });
  return story.press(priya, "completeTask");
}
const asked = (story: Story) => story.is.tasks.find(({ kind, done }) => kind === "retention" && !done);

describe("P11: how long a record is kept", () => {
  it("is the school's choice: without one it is kept, and nobody is asked", () => {
    const story = closed(null).until("12:00", "2027-12-01");
    expect([keptUntil(story.is, story.policy, story), asked(story)]).toEqual([undefined, undefined]);
  });

  it("is a date that is shown", () => {
    const story = closed(3);
    expect(keptUntil(story.is, story.policy, story)).toBe("2027-02-23");
  });

  it("never ends by itself: those who answer for it are asked a month before", () => {
    const story = closed(3).until("23:58", "2027-01-24");
    expect(asked(story)).toBeUndefined();
    story.until("23:59", "2027-01-25");
    expect(asked(story)).toBeDefined();
    for (const who of [helen, joan]) expect(story.toldTo(who)).toContain("taskDue");
    expect(story.press(priya, "completeTask", {}, { no: asked(story)?.no }).refusal?.refused).toBe("notYours");
    story.until("12:00", "2027-06-01");
    expect(story.is.erased).toBeUndefined();
    expect(JSON.stringify(story.is)).toContain("CANARY");
  });

  it("ends on its day once somebody has let it go, and nothing of it is left", () => {
    const story = closed(3).until("09:00", "2027-01-26");
    story.press(helen, "completeTask", {}, { no: asked(story)?.no });
    story.until("23:59", "2027-02-23");
    expect(story.is.erased).toBeUndefined();
    story.until("00:01", "2027-02-24");
    expect(story.is.erased).toBe(at("00:00", "2027-02-24"));
    for (const trace of ["CANARY", priya.id, tom.id, helen.id]) expect(JSON.stringify(story.is)).not.toContain(trace);
    expect(replay(story.events)).toEqual(story.is);
    expect(story.told).toEqual([]);
  });

  it("stays beyond its day while a discreet call is open, also where somebody who was sent because of it is out (S2, S4)", () => {
    const story = closed(3).press(priya, "checkIn", {}, { covert: true });
    story.happen([
      { type: "AttendersSent", alarm: 901, who: [helen.id], back: at("16:00"), at: story.now, by: "clock" },
    ]);
    expect(story.alarm?.cause).toBe("covert");
    story.now = at("09:00", "2027-01-26");
    story.happen(
      retiring(story.is, { policy: story.policy, roster: story.roster, now: story.now }).map((one) => ({
        ...one,
        at: story.now,
        by: "clock",
      })),
    );
    story.press(joan, "completeTask", {}, { no: asked(story)?.no });
    const goes = () =>
      retiring(story.is, { policy: story.policy, roster: story.roster, now: at("12:00", "2027-02-24") });
    expect([story.refusal, goes()]).toEqual([undefined, []]);
    story.visit = { ...story.is, alarms: [], outings: {} };
    expect(goes()).toMatchObject([{ type: "RecordErased" }]);
  });

  it("is longer while somebody holds it, with the reason, and it is asked again after a year", () => {
    const story = closed(3).until("09:00", "2027-01-26");
    expect(story.press(joan, "completeTask", { how: "notNeeded" }, { no: asked(story)?.no }).refusal?.field).toBe(
      "note",
    );
    story.press(joan, "completeTask", { how: "notNeeded", note: "An inquiry" }, { no: asked(story)?.no });
    expect(story.is.hold).toMatchObject({ by: joan.id, why: "An inquiry" });
    expect(keptUntil(story.is, story.policy, story)).toBe("2028-01-26");
    story.until("09:00", "2027-12-20");
    expect([story.is.erased, asked(story)]).toEqual([undefined, undefined]);
    story.until("09:00", "2027-12-28");
    expect(asked(story)).toBeDefined();
  });
});
