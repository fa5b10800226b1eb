import { drawCard } from "../../../cards/draw";
import { sayNotice } from "../../../cards/say";
import { maya, nora, omar, out } from "../../visits/bemrose/story";

describe("on the way at Bemrose", () => {
  const said = (story: ReturnType<typeof out>): string | undefined => {
    const notice = story.told.find(
      ({ to, say }) => "person" in to && to.person === maya.id && ["ping", "reportIn"].includes(say.key),
    );
    return notice && sayNotice(notice, { zone: "Europe/London", school: "", phone: "", now: story.now, repeat: false });
  };

  it("nobody is asked to press at the wheel, and the time runs all the same (BEM-A-21)", () => {
    const story = out().until("14:10");
    expect(said(story)).toMatch(/only when safely parked/);
    expect(story.until("14:20").alarm?.cause).toBe("noContact");
  });

  it("is not said of whoever is in the house (BEM-A-21)", () => {
    const story = out().until("14:00");
    for (const who of [maya, omar]) story.press(who, "arrive", { adult: "yes" });
    const inside = said(story.until("14:10"));
    expect(inside).toMatch(/report in/);
    expect(inside).not.toMatch(/parked/);
  });
});

it("the card with which base watches says when they expect to be there and to leave again (BEM-33)", () => {
  expect(JSON.stringify(drawCard({ card: "watch" }, out().seen(nora)))).toMatch(
    /there 14:00.*Leave the home again.*14:40/,
  );
});
