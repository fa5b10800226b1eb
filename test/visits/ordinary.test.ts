import { ann, helen, priya, tom } from "../people";
import { approval, approved, assessed, at, inside, leaving, out, requested } from "./story";

describe("an ordinary visit", () => {
  it("goes from request to a closed record", () => {
    const story = inside()
      .until("14:40")
      .press(priya, "leave")
      .press(tom, "leave")
      .until("14:55")
      .press(priya, "signIn")
      .press(tom, "signIn");
    story
      .press(priya, "writeMinutes", { text: "We agreed a plan.", issues: "no", concern: "no" })
      .press(priya, "completeTask", { review: "ok" });
    expect(story.refusal).toBeUndefined();
    expect(story.is.phase).toBe("closed");
    expect(story.is.alarms.map(({ cause, ended }) => [cause, ended?.how])).toEqual([["arrivalCall", "ok"]]);
  });

  it("asks the companion first, then the Principal", () => {
    const story = requested();
    expect(story.toldTo(tom)).toEqual(["agreeAsked"]);
    expect(story.toldTo(helen)).toEqual([]);
    story.press(tom, "agreeToVisit");
    expect(story.toldTo(helen)).toEqual([]);
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(story.toldTo(helen)).toEqual(["approvalAsked"]);
  });

  it("starts a clock for each visitor when that visitor signs out", () => {
    const story = approved()
      .until("13:30")
      .press(priya, "signOut", leaving)
      .until("13:34")
      .press(tom, "signOut", leaving);
    expect(story.is.outings[priya.id]?.contact).toBe(at("13:30"));
    expect(story.is.outings[tom.id]?.contact).toBe(at("13:34"));
  });

  it("pings a visitor ten minutes before the hour of silence is over, and stops when they answer", () => {
    const story = inside().press(priya, "changePlan", { back: "15:55" }).until("15:00");
    expect(story.toldTo(priya)).toContain("ping");
    story.press(priya, "checkIn");
    expect(story.toldTo(priya)).not.toContain("ping");
    expect(story.toldTo(tom)).toContain("ping");
  });

  it("nudges ten minutes before the return and says nothing sooner (S7)", () => {
    const story = inside().until("14:49");
    expect(story.toldTo(priya)).not.toContain("nudge");
    story.until("14:50");
    expect(story.toldTo(priya)).toContain("nudge");
  });

  it("tells the office when everyone is back (S5)", () => {
    const story = out().until("13:50").press(priya, "signIn");
    expect(story.toldTo(ann)).not.toContain("everyoneBack");
    story.press(tom, "signIn");
    expect(story.toldTo(ann)).toContain("everyoneBack");
  });

  it("takes a second press as done, without a second effect (S9)", () => {
    const story = assessed().press(helen, "approve", approval);
    const before = story.events.length;
    story.press(helen, "approve", approval, { no: 1 });
    expect(story.refusal).toBeUndefined();
    expect(story.events).toHaveLength(before);
  });
});
