import { falseAlarms } from "../../visits/false-alarms";
import { ann, helen, priya, tom } from "../people";
import { approved, at, inside, type Story } from "./story";

/** Tom has been silent for an hour. */
const silent = () =>
  inside().press(priya, "changePlan", { back: "15:55" }).until("14:20").press(priya, "checkIn").until("15:10");
const counted = (...stories: Story[]) => falseAlarms(stories.map(({ is }) => is));

describe("S7: the false-alarm rate of a school", () => {
  it("counts a silence that a check-in or the first call explains", () => {
    expect(counted(silent().press(tom, "checkIn"))).toEqual({ visits: 1, alarms: 1, false: 1, share: 1 });
    expect(counted(silent().press(ann, "recordCall", { outcome: "ok" }))).toMatchObject({ alarms: 1, false: 1 });
  });

  it("does not count what a first call did not settle, nor what went to the police or to the door", () => {
    const second = silent()
      .press(ann, "recordCall", { outcome: "noAnswer" })
      .press(helen, "recordCall", { outcome: "ok" });
    const police = silent()
      .until("15:15")
      .press(helen, "recordDecision", { decision: "policeCalled", reference: "7" })
      .press(helen, "recordCall", { outcome: "ok" });
    expect(counted(second, police)).toEqual({ visits: 2, alarms: 2, false: 0, share: 0 });
  });

  it("does not count what was decided about, and counts who was found waiting outside", () => {
    const decided = silent()
      .until("15:15")
      .press(helen, "recordDecision", { decision: "keepTrying", why: "Again" })
      .pushTo(at("15:17"))
      .press(ann, "recordCall", { outcome: "ok" });
    expect(decided.alarm).toBeUndefined();
    expect(counted(decided)).toMatchObject({ alarms: 1, false: 0 });
    expect(counted(silent().press(ann, "recordCall", { outcome: "waitingOutside" }))).toMatchObject({
      alarms: 1,
      false: 1,
    });
  });

  it("counts no call for help, and nothing that is still open", () => {
    const help = inside().press(priya, "askForHelp");
    help.press(helen, "standDown", { why: "Nothing", spoken: `${priya.id},${tom.id}` });
    expect(counted(help, silent())).toEqual({ visits: 2, alarms: 0, false: 0, share: 0 });
  });

  it("is a share of the visits on which somebody was out", () => {
    expect(counted(silent().press(tom, "checkIn"), inside(), inside(), inside(), approved())).toMatchObject({
      visits: 4,
      share: 0.25,
    });
    expect(counted(approved()).share).toBeUndefined();
  });
});
