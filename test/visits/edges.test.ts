import type { Roster } from "../../schools/school";
import { ann, grace, helen, meadow, nia, priya, roster, tom } from "../people";
import { approval, approved, assessed, at, day, leaving, out, request, requested, type Story } from "./story";

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

describe("S11: an approval binds to what was approved", () => {
  /** Grace acts for Helen, and makes visits herself. */
  const acting: Roster = {
    ...roster,
    school: { ...meadow, acting: [{ who: grace.id, role: "principal", from: day, to: day, by: helen.id }] },
  };

  it("so nobody approves themselves as the reserve companion", () => {
    const story = assessed();
    story.roster = acting;
    story.press(grace, "approve", { ...approval, reserve: grace.id });
    expect(story.refusal?.refused).toBe("badReserve");
  });

  it("so nobody joins a visit that they approved without another approval", () => {
    const story = assessed();
    story.roster = acting;
    story.press(grace, "approve", approval).press(priya, "amend", { ...request, companion: grace.id });
    expect(story.is.phase).toBe("asked");
    expect(story.is.approval).toBeUndefined();
  });

  it("so half an hour is half an hour, in however many steps", () => {
    const story = approved()
      .press(priya, "amend", { ...request, leave: "13:50", start: "14:20", back: "15:20" })
      .press(priya, "amend", { ...request, leave: "14:10", start: "14:40", back: "15:40" });
    expect(story.is.phase).toBe("asked");
    const later = approved()
      .press(priya, "amend", { ...request, leave: "13:50", start: "14:20", back: "15:20" })
      .press(priya, "changePlan", { more: "15" });
    expect(later.is.phase).toBe("asked");
  });

  it("so the risk is not assessed anew behind the approver's back", () => {
    const story = requested()
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval)
      .press(priya, "assessRisk", { hazard: "Dog", impact: "major", likelihood: "probable", controls: "None" });
    expect(story.refusal?.refused).toBe("approved");
    expect(story.press(tom, "agreeToVisit").is.assessment?.overall).toBe("L");
  });

  it("so whoever has refused is asked again before they go", () => {
    const story = approved()
      .press(tom, "refuseVisit", { why: "Ill" })
      .press(priya, "amend", request)
      .press(helen, "approve", approval);
    expect(story.is.phase).toBe("asked");
    expect(story.toldTo(tom)).toContain("agreeAsked");
  });

  it("so those who moved the start a little are asked where they are again, not reckoned out", () => {
    const story = approved()
      .until("14:00")
      .press(priya, "amend", { ...request, leave: "14:00", start: "14:20", back: "15:20" })
      .until("14:25");
    expect(story.is.phase).toBe("ready");
    expect(story.toldTo(priya)).toContain("askedWhere");
  });
});

describe("S5: nobody watches themselves", () => {
  it("so whoever joins the visit has its watch no longer", () => {
    const story = approved()
      .press(grace, "takeWatch")
      .press(priya, "amend", { ...request, companion: `${tom.id},${grace.id}` });
    expect(story.is.watch).toBeUndefined();
  });
});
