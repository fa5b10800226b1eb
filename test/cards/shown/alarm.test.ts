import { drawCard } from "../../../cards/draw";
import { ann, grace, helen, priya, samuel, tom } from "../../people";
import { begin, inside, out, type Story } from "../../visits/story";

const said = (card: "visit" | "alarm" | "watch", story: Story, who = ann): string =>
  JSON.stringify(drawCard({ card, no: card === "alarm" ? story.alarm?.no : undefined }, story.seen(who)));
/** Both are overdue, Samuel has it in hand, and then Priya presses. */
const pressed = () => inside().until("15:01").press(samuel, "acknowledge").until("15:02").press(priya, "signIn");

it("S5: whoever can press nothing about an alarm, since they are out themselves, is asked nothing about it", () => {
  const story = inside().until("15:01");
  const seen = story.seen(ann);
  const asked = (offers: readonly "recordCall"[]) =>
    JSON.stringify(
      drawCard(
        { card: "alarm", no: story.alarm?.no },
        { ...seen, alarms: seen.alarms.map((alarm) => ({ ...alarm, offers })) },
      ),
    );
  expect(asked(["recordCall"])).toContain("then press how it went");
  expect(asked([])).not.toContain("then press how it went");
});

describe("once somebody has an alarm in hand", () => {
  it("S3: only whoever has pressed is told that they have, and to confirm by voice", () => {
    const story = pressed();
    expect(said("visit", story, priya)).toContain("You pressed at 15:02; now confirm by voice");
    expect(said("visit", story, tom)).toContain("Alarm 2");
    expect(said("visit", story, tom)).not.toContain("You pressed");
    story.until("15:03").press(tom, "checkIn");
    expect(said("visit", story, tom)).toContain("You pressed at 15:03");
  });

  it("S3: whoever has signed in is said to have done that, and not to be at the home still", () => {
    const story = pressed();
    expect(said("alarm", story)).toContain("signed in at 15:02; confirm by voice");
    expect(said("alarm", story.press(tom, "checkIn"))).toContain("at the home");
  });

  it("S4: of whoever called discreetly it is not asked to confirm anything by voice", () => {
    const story = inside()
      .until("14:20")
      .press(priya, "checkIn", {}, { covert: true })
      .until("14:50")
      .press(priya, "signIn");
    const card = said("alarm", story, helen);
    expect(card).toContain("signed in at 14:50");
    expect(card).not.toContain("confirm by voice");
  });

  it("S4: no card offers to ring those on the visit while one of them has called discreetly", () => {
    const story = inside().until("14:20").press(ann, "takeWatch");
    for (const who of [ann, helen]) {
      expect(said("watch", story, who)).toContain("tel:");
      expect(said("watch", story.branch().press(priya, "checkIn", {}, { covert: true }), who)).not.toContain("tel:");
    }
  });

  it("S4: nor whoever goes along from outside", () => {
    const nurse = { outsiderName: "Ann Roe", outsiderOrganisation: "School nursing", outsiderPhone: "07700 900555" };
    const story = out(nurse).until("14:05");
    expect(said("watch", story, helen)).toContain("tel:07700900555");
    story.press(priya, "checkIn", {}, { covert: true });
    expect(said("watch", story, helen)).not.toContain("tel:07700900555");
  });

  it("S10: names to 999 also the colleague whom the alarm is not about", () => {
    const story = inside().until("14:20").press(priya, "checkIn", {}, { covert: true });
    expect(said("alarm", story, helen)).toContain("On the same visit, and out too: Tom Okafor.");
    story.press(tom, "signIn");
    expect(said("alarm", story, helen)).not.toContain("On the same visit");
  });

  it("tells whoever has been spoken to no longer to be heard, and their colleague whom the school still looks for", () => {
    const story = pressed().press(samuel, "recordCall", { outcome: "ok", about: priya.id });
    for (const who of [priya, tom]) expect(said("visit", story, who)).not.toContain("You pressed");
    expect(said("visit", story, priya)).toContain("Tom Okafor expected back");
    expect(said("visit", story, tom)).toContain("you are expected back");
  });

  it("tells those to whom it has not come that others are asked, and not to ring", () => {
    const story = inside().until("15:01");
    expect(said("watch", story, ann)).toContain("Ring Priya Shah and Tom Okafor now");
    expect(said("watch", story, helen)).not.toMatch(/Ring Priya Shah and Tom Okafor now|on the alarm's own card/);
    expect(said("watch", story, helen)).toContain("Others at school are asked about Priya Shah and Tom Okafor");
  });

  it("says after a decision when it goes on, and no longer that nobody has it", () => {
    const goThere = { decision: "goThere", why: "Near", who: `${samuel.id},${grace.id}` };
    expect(said("alarm", inside().until("15:01"))).toContain("Nobody has it now");
    const decided = said("alarm", inside().until("15:12").press(helen, "recordDecision", goThere));
    expect(decided).toContain("Without an outcome all of you are asked again by");
    expect(decided).not.toContain("Nobody has it now");
  });

  it("says on the last step that the same people are asked again, since nobody comes after them", () => {
    const [first, last] = ["15:01", "15:21"].map((time) => said("alarm", inside().until(time)));
    expect(first).toContain("Nobody has it now: it goes on to the next people by");
    expect(last).toContain("Nobody has it now: all of you are asked again every 5 min");
    const held = said("alarm", inside().until("15:21").press(helen, "acknowledge"));
    expect(held).toContain("Without an outcome by then all of you are asked again.");
  });
});

it("S1: where somebody is out without a plan, whoever watches reads that nobody has said where, and only they", () => {
  const story = begin().press(priya, "reportOut");
  expect(said("watch", story)).toContain("nobody has said where");
  expect(said("watch", out())).not.toContain("nobody has said where");
});
