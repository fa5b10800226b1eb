import { ann, priya, tom } from "../people";
import { approved, inside, leaving, out } from "./story";

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
});
