import { roundOf, roundWhenTaken, sentSomebody } from "../../visits/rounds";
import { ann, helen, joan, priya, samuel, tom } from "../people";
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
    expect(round(silent(), "15:14")).toEqual({ no: 1, id: "1", at: at("15:10") });
  });

  it("on the last rung come by the clock, each from its own minute", () => {
    expect(last().alarm?.step).toBe("slt");
    expect(round(last(), "15:20")).toEqual({ no: 1, id: "1", at: at("15:20"), next: at("15:25") });
    expect(round(last(), "15:24")).toEqual({ no: 1, id: "1", at: at("15:20"), next: at("15:25") });
    expect(round(last(), "15:25")).toEqual({ no: 2, id: "2", at: at("15:25"), next: at("15:30") });
    expect(round(last(), "15:31")).toEqual({ no: 3, id: "3", at: at("15:30"), next: at("15:35") });
  });

  it("are none from before it was reached, whatever clock asks", () => {
    expect(round(last(), "15:00")).toEqual({ no: 1, id: "1", at: at("15:20"), next: at("15:25") });
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
    expect(round(story, "14:13")).toEqual({ no: 2, id: "2", at: at("14:12"), next: at("14:14") });
    expect(taken(story, "14:13")).toBe(1);
    expect(round(story.until("14:13").press(ann, "acknowledge"), "14:17")).toMatchObject({ no: 4, at: at("14:16") });
  });

  it("once the police are called are as far apart as after sending colleagues, counted from the call (S2)", () => {
    const story = inside()
      .press(priya, "askForHelp", { kind: "violence" })
      .until("14:21")
      .press(samuel, "recordDecision", { decision: "policeCalled", reference: "123" });
    const { no } = round(story, "14:21");
    expect(round(story, "14:50")).toEqual({ no, id: `${no}`, at: at("14:21"), next: at("14:51") });
    expect(round(story, "14:51")).toEqual({ no: no + 1, id: `${no + 1}.police`, at: at("14:51"), next: at("15:21") });
    expect(taken(story, "14:51")).toBe(no);
  });
});

/** Ids of all that has been told of the alarm until then, every minute by a clock that is right. */
function toldUntil(story: Story, time: string, to = samuel): Set<string> {
  const told = new Set<string>();
  for (const clock = story.branch(); clock.now <= at(time); clock.pushTo(clock.now + 60_000))
    for (const { id, to: one } of clock.told) if ("person" in one && one.person === to.id) told.add(id);
  return told;
}
const alarmOf = (ids: Iterable<string>) => [...ids].filter((id) => id.startsWith("alarm/2/"));

describe("a worker whose clock is minutes behind", () => {
  /** What is pressed at `time` reaches a worker whose clock says `behind`. */
  const pressedAt = (behind: string, press: (story: Story) => Story) => {
    const story = last();
    const told = toldUntil(story, "15:36");
    const before = alarmOf(told).length;
    story.now = at(behind);
    press(story);
    return { story, told, before };
  };

  it("S2: stamps the call to the police so that none of the rounds after it is one that was told before", () => {
    const { story, told, before } = pressedAt("15:26", (it) =>
      it.press(samuel, "recordDecision", { decision: "policeCalled", reference: "7" }),
    );
    expect(before).toBe(4);
    expect(alarmOf(toldUntil(story, "15:36")).every((id) => told.has(id))).toBe(true);
    for (const time of ["15:56", "16:26", "16:56"]) {
      const [id = "", ...more] = alarmOf(story.until(time).told.map(({ id }) => id)).filter((one) =>
        one.endsWith(samuel.id),
      );
      expect([told.has(id), more]).toEqual([false, []]);
      told.add(id);
    }
  });

  it("S2: takes the alarm so that it is told anew when the hold is over", () => {
    const { story, told } = pressedAt("15:26", (it) => it.press(samuel, "acknowledge"));
    expect(alarmOf(toldUntil(story, "15:30")).every((id) => told.has(id))).toBe(true);
    story.until("15:37");
    expect(alarmOf(story.told.map(({ id }) => id)).some((id) => told.has(id))).toBe(false);
  });

  it("S2: says of one more who is late what nobody has been told, where somebody has the alarm", () => {
    const { story, told } = pressedAt("15:26", (it) => it.press(samuel, "acknowledge"));
    const no = story.alarm?.no ?? 0;
    story.happen([{ type: "AlarmJoined", no, round: 1, who: [priya.id], at: story.now, by: "clock" }]);
    expect(alarmOf(story.told.map(({ id }) => id)).some((id) => told.has(id))).toBe(false);
  });

  it("sets no round back", () => {
    const story = last().until("15:36").press(samuel, "acknowledge");
    const no = story.alarm?.no ?? 0;
    const before = story.alarm?.reached.at(-1)?.round;
    story.happen([
      { type: "AlarmTaken", no, round: 1, who: helen.id, until: at("15:45"), at: story.now, by: helen.id },
    ]);
    expect(story.alarm?.reached.at(-1)?.round).toBe(before);
  });
});

it("a round tells people again, and changes nothing that anybody sees: a card says how often it comes, not when", () => {
  const story = inside().press(priya, "checkIn", {}, { covert: true });
  const later = Object.assign(story.branch(), { now: story.now + 5 * 60_000 });
  const ids = ({ told }: Story) => told.map(({ id }) => id);
  expect(ids(later)).not.toEqual(ids(story));
  for (const viewer of [priya, tom, joan, ann])
    expect({ ...later.seen(viewer), now: story.now }).toEqual({ ...story.seen(viewer), now: story.now });
  const discreet = story.seen(joan).alarms.find(({ no }) => no === 901);
  expect(discreet).toMatchObject({ climbsAt: undefined, comesEvery: 2 });
});
