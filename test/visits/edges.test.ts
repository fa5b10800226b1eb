import { ann, nia, priya } from "../people";
import { assessed, at, out, request, type Story } from "./story";

/** Stories that nobody meant to happen, each found by the properties beside this file. */

const contactOf = (story: Story, { id }: { id: string }) => story.is.outings[id]?.contact;

describe("S9: what a press carries", () => {
  it("counts from its arrival where its own time can't be read", () => {
    const story = out().until("13:50").press(priya, "checkIn", {}, { sentAt: Number.NaN });
    expect(contactOf(story, priya)).toBe(at("13:50"));
  });

  it.each(["constructor", "__proto__", "toString"])("names nobody by %s", (who) => {
    const story = out().until("14:10");
    const events = story.events.length;
    story.press(ann, "phonedIn", { who, what: "runningLate" }).press(ann, "seenBack", { who });
    expect([story.refusal?.refused, story.events.length]).toEqual(["badInput", events]);
    story.press(ann, "recordCall", { outcome: "noAnswer", about: who });
    expect(story.refusal?.refused).toBe("badInput");
  });

  it("counts on every button from when it was pressed, not from when it came through", () => {
    for (const verb of ["arrive", "leave", "noOneHome", "leftForHome"] as const) {
      const story = out()
        .until("14:08")
        .press(priya, verb, {}, { sentAt: at("13:40") });
      expect(contactOf(story, priya)).toBe(at("13:40"));
    }
  });

  it("takes no visit away by asking for one on its card", () => {
    for (const who of [priya, nia]) {
      const story = assessed();
      const before = story.is;
      story.press(who, "requestVisit", { ...request, purpose: "Something else" });
      expect(story.is).toEqual(before);
    }
  });
});
