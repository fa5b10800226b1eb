import { ann, helen, priya, samuel, tom } from "../people";
import * as hexthorpe from "./hexthorpe/story";
import { approved, at, inside, leaving, out } from "./story";

it("the watch is to be taken by the time at which they leave, and at once when they are out (S5)", () => {
  const story = approved();
  expect(story.seen(ann).next).toEqual({ key: "takeWatch", by: story.is.plan.leave });
  expect(story.until("13:30").press(priya, "signOut", leaving).seen(ann).next).toEqual({ key: "takeWatch" });
  expect(story.press(ann, "takeWatch").seen(ann).next).toEqual({ key: "watch", by: story.is.plan.back });
});

describe("what is next for a visitor", () => {
  it("is to sign in, calmly, once the home is left as planned", () => {
    expect(inside().until("14:40").press(priya, "leave").seen(priya).next?.key).toBe("signIn");
  });

  it("is to sign in at home, and not to return, for whoever goes straight home from there", () => {
    const story = out().until("14:05").press(tom, "noOneHome").until("14:16").press(tom, "leftForHome");
    expect([story.refusal, story.seen(tom).next?.key]).toEqual([undefined, "signIn"]);
  });

  it("is not to arrive where a colleague has found no one in", () => {
    const story = out().until("13:50");
    expect(story.seen(priya).next?.key).toBe("arrive");
    expect(story.press(tom, "noOneHome").seen(priya).next?.key).toBe("checkIn");
  });

  it("is to return now when no one was home", () => {
    expect(
      out().until("14:05").press(tom, "noOneHome").until("14:16").press(tom, "noOneHome").seen(tom).next?.key,
    ).toBe("returnNow");
  });

  it("is to be back, where that is sooner than the next check-in, or where the policy asks for none", () => {
    expect(inside({ back: "16:00" }).until("14:20").seen(priya).next?.key).toBe("checkIn");
    expect(inside().until("14:20").press(priya, "checkIn").seen(priya).next).toEqual({
      key: "beBack",
      by: at("15:00"),
    });
  });

  it("is to be heard at school, once they have signed in while an alarm about them is in somebody's hands (S3)", () => {
    const story = inside().until("15:01").press(ann, "acknowledge").press(priya, "signIn");
    expect(story.seen(priya).next).toEqual({ key: "sayByVoice" });
    story.press(ann, "recordCall", { outcome: "ok", about: priya.id });
    expect(story.seen(priya).next).toEqual({ key: "nothing" });
    expect(story.seen(tom).next?.key).toBe("leaveOrExtend");
  });

  it("S4: shows a discreet call in none of this", () => {
    const seenBack = (covert: boolean) =>
      inside().until("14:20").press(priya, "checkIn", {}, { covert }).press(priya, "signIn").seen(priya).next;
    expect(seenBack(true)).toEqual(seenBack(false));
  });
});

describe("what is next at school, while an alarm is open", () => {
  it("is for those to whom it has come, and for others that those are asked", () => {
    const story = inside().until("15:01");
    expect(story.alarm?.reached.map(({ step }) => step)).toHaveLength(1);
    expect(story.seen(ann).next).toEqual({ key: "ring" });
    expect(story.seen(samuel).next).toEqual({ key: "othersAnswer" });
    expect(story.seen({ channel: "slt" }).next).toEqual({ key: "othersAnswer" });
    story.press(ann, "recordCall", { outcome: "noAnswer" });
    expect(story.seen(helen).next).toEqual({ key: "decide" });
  });

  it("is the usual call after the start for whoever makes it alone: to others it is no alarm", () => {
    const story = out().until("14:10").press(ann, "takeWatch");
    expect(story.seen(ann).next?.key).toBe("callAtStart");
    expect(story.seen(helen).next?.key).toBe("watch");
  });

  it("S4: of a discreet call is for everybody who may see it", () => {
    const story = inside().until("14:20").press(priya, "checkIn", {}, { covert: true });
    for (const who of [ann, helen, samuel]) expect(story.seen(who).next?.key).toBe("callPolice");
  });
});

it("what a visitor has to do when back is next before the others are back too (HEX-58)", () => {
  const story = hexthorpe.out().until("14:20").press(hexthorpe.ryan, "signIn");
  expect([story.is.phase, story.seen(hexthorpe.ryan).next?.key]).toEqual(["out", "doTask"]);
});
