import { roundOf, roundWhenTaken, sentSomebody } from "../../visits/rounds";
import { ann, helen, joan, priya, samuel } from "../people";
import { at, inside, type Story } from "./story";

/** How often each step of an alarm is told, since when, and when next: from the time alone. */

const round = (story: Story, time: string) => {
  if (!story.alarm) throw new Error("There is no alarm.");
  return roundOf(story.alarm, story.policy, at(time));
};
const taken = (story: Story, time: string) => story.alarm && roundWhenTaken(story.alarm, story.policy, at(time));
const silent = (until = "15:10") => inside().press(priya, "changePlan", { back: "15:55" }).until("15:10").until(until);
/** The last rung, from twenty past three, every five minutes. */
const last = () => silent("15:20");

describe("the rounds of an alarm", () => {
  it("are one while it will climb instead", () => {
    expect(round(silent(), "15:14")).toEqual({ no: 1, at: at("15:10") });
  });

  it("on the last rung come by the clock, each from its own minute", () => {
    expect(last().alarm?.step).toBe("slt");
    expect(round(last(), "15:20")).toEqual({ no: 1, at: at("15:20"), next: at("15:25") });
    expect(round(last(), "15:24")).toEqual({ no: 1, at: at("15:20"), next: at("15:25") });
    expect(round(last(), "15:25")).toEqual({ no: 2, at: at("15:25"), next: at("15:30") });
    expect(round(last(), "15:31")).toEqual({ no: 3, at: at("15:30"), next: at("15:35") });
  });

  it("are none from before it was reached, whatever clock asks", () => {
    expect(round(last(), "15:00")).toEqual({ no: 1, at: at("15:20"), next: at("15:25") });
  });

  it("stop while somebody has it, or is on the way, and go on from where they were", () => {
    const story = last().until("15:31").press(samuel, "acknowledge");
    expect(taken(last(), "15:31")).toBe(3);
    expect([round(story, "15:33").no, round(story, "15:33").next]).toEqual([3, undefined]);
    const going = last().press(helen, "recordDecision", {
      decision: "goThere",
      why: "Near",
      who: `${samuel.id},${joan.id}`,
    });
    expect(going.alarm && sentSomebody(going.alarm)).toBe(true);
    expect(round(going, "15:40").next).toBeUndefined();
    const later = going.branch().until("15:51");
    expect([later.alarm?.decision?.what, later.alarm && sentSomebody(later.alarm)]).toEqual(["goThere", false]);
    expect(sentSomebody(last().alarm ?? (undefined as never))).toBe(false);
  });

  it("of a decision that was something else do not wait for anybody (S12)", () => {
    const story = last().press(helen, "recordDecision", { decision: "keepTrying", why: "Once more" });
    expect(story.alarm && sentSomebody(story.alarm)).toBe(false);
  });

  it("of a police step come every two minutes, also once somebody has taken it (S10)", () => {
    const story = inside().press(priya, "askForHelp", { kind: "violence" });
    expect(round(story, "14:13")).toEqual({ no: 2, at: at("14:12"), next: at("14:14") });
    expect(taken(story, "14:13")).toBe(1);
    expect(round(story.until("14:13").press(ann, "acknowledge"), "14:17")).toMatchObject({ no: 4, at: at("14:16") });
  });

  it("once the police are called are as far apart as after sending colleagues, counted from the call (S2)", () => {
    const story = inside()
      .press(priya, "askForHelp", { kind: "violence" })
      .until("14:21")
      .press(samuel, "recordDecision", { decision: "policeCalled", reference: "123" });
    const { no } = round(story, "14:21");
    expect(round(story, "14:50")).toEqual({ no, at: at("14:21"), next: at("14:51") });
    expect(round(story, "14:51")).toEqual({ no: no + 1, at: at("14:51"), next: at("15:21") });
    expect(taken(story, "14:51")).toBe(no);
  });
});
