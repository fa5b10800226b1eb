import { sayNotice } from "../../../cards/say";
import { maya, omar, out } from "./story";

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
