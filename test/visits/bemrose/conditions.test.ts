import { at } from "../story";
import { asked, begin, lena, maya, omar, out, visit } from "./story";

it("keeps one alone at school where a concern about the home has come up since it was agreed (BEM-A-10)", () => {
  const story = begin();
  story.past = { firstVisit: false, incidents: [] };
  story
    .press(maya, "requestVisit", { ...visit, companion: "", loneWhy: "Omar is ill" })
    .press(maya, "assessRisk", { considered: "true" })
    .press(lena, "approve", { lone: "true", reason: "She knows them" })
    .until("13:30");
  const warned = story.branch();
  warned.past = { firstVisit: false, incidents: [{ at: at("10:00", "2026-11-23"), how: "unsafe" }] };
  expect(warned.press(maya, "signOut", { allTrue: "true" }).refusal).toMatchObject({ clause: "BEM-A-10" });
  expect(story.press(maya, "signOut", { allTrue: "true" }).is.phase).toBe("out");
});

describe("what Bemrose asks of those who go", () => {
  it("goes to nobody whose record says that they don't know the policy (BEM-43)", () => {
    const story = begin();
    story.lists(omar, { checks: { homeVisitPolicy: { missing: true } } });
    story.press(maya, "requestVisit", visit);
    expect(story.refusal).toMatchObject({ refused: "notCleared", clause: "BEM-43" });
  });

  it("has the Leadership Team confirm by name what nobody has recorded (BEM-43)", () => {
    const story = asked();
    story.lists(omar, { checks: {} });
    story.press(maya, "assessRisk", { considered: "true" }).press(lena, "approve");
    expect(story.refusal).toMatchObject({ field: "confirmed", clause: "BEM-43" });
    story.press(lena, "approve", { confirmed: "true" });
    expect(story.is.approval?.confirmed).toEqual([{ who: omar.id, condition: "homeVisitPolicy" }]);
  });

  it("shows the Leadership Team what a driver should have, and asks no confirmation of it (BEM-A-14, BEM-A-15)", () => {
    const story = asked().press(maya, "assessRisk", { considered: "true" });
    expect(story.seen(lena).forms.shown).toEqual([]);
    const driver = { ...omar, vehicle: { make: "Kia", model: "Rio", registration: "FP20 OMD", colour: "Red" } };
    story.lists(omar, driver);
    const shown = story.seen(lena).forms.shown?.map(({ who, line }) => [who.name, line.clauses[0]]);
    expect(shown).toEqual([
      [omar.name, "BEM-A-14"],
      [omar.name, "BEM-A-15"],
    ]);
    const checked = {
      ...driver,
      checks: { ...omar.checks, vehicleMaintained: { on: "2026-09-01" }, breakdownCover: { on: "2026-09-01" } },
    };
    const known = asked().press(maya, "assessRisk", { considered: "true" });
    known.lists(omar, checked);
    expect(known.seen(lena).forms.shown).toEqual([]);
    expect(story.press(lena, "approve").is.phase).toBe("ready");
  });

  it("of one alone holds to the Lone Working Code and to what the manager answered (BEM-25, BEM-27)", () => {
    const story = begin();
    story.past = { ...story.past, firstVisit: false };
    story
      .press(maya, "requestVisit", { ...visit, companion: "", loneWhy: "Omar is ill" })
      .press(maya, "assessRisk", { considered: "true" })
      .press(lena, "approve", { lone: "true", reason: "She knows them" });
    expect(story.seen(maya).forms.checklist?.flatMap(({ clauses }) => clauses)).toEqual(
      expect.arrayContaining(["BEM-25", "BEM-27"]),
    );
    story.until("13:30").press(maya, "signOut");
    expect([story.refusal?.field, story.is.phase]).toEqual(["allTrue", "ready"]);
  });

  it("shows Appendix 1 under its own name, with its heading (BEM-A-01, BEM-A-02, BEM-A-03)", () => {
    const risk = asked().seen(maya).forms.risk;
    expect(risk?.form).toBe("Community Lone Working Risk Assessment (Appendix 1)");
    expect(risk?.fields?.map(({ text }) => text).slice(0, 2)).toEqual([
      "Task: lone working, out of office",
      "Occupations: all staff",
    ]);
  });
});

describe("the minutes at Bemrose", () => {
  const written = (change: Record<string, string>) =>
    asked()
      .press(maya, "assessRisk", { considered: "true" })
      .press(lena, "approve")
      .until("13:30")
      .press(maya, "signOut", { allTrue: "true" })
      .press(omar, "signOut", { allTrue: "true" })
      .until("14:15")
      .press(maya, "signIn")
      .press(omar, "signIn")
      .press(maya, "writeMinutes", {
        text: "We agreed a plan",
        issues: "no",
        concern: "no",
        field_present: "Mrs Martin, who asked us in",
        field_notesExplained: "Yes",
        field_feedback: "Mr Bell",
        outcomeWhyNot: "Nothing new",
        ...change,
      });

  it("say with whom they spoke, and that notes were explained (BEM-71, BEM-81)", () => {
    expect(written({}).is.minutes?.fields).toMatchObject({
      present: "Mrs Martin, who asked us in",
      notesExplained: "Yes",
    });
    const story = out().until("14:00");
    const told = () => story.seen(maya).guidance.flatMap(({ clauses }) => clauses);
    expect(told()).toContain("BEM-71");
    expect(story.press(maya, "arrive").is.outings[maya.id]?.where).toBe("onTheWay");
    story.press(maya, "arrive", { adult: "yes" }).press(omar, "arrive", { adult: "yes" });
    expect(told()).toContain("BEM-81");
    story.until("14:20").press(maya, "signIn").press(omar, "signIn");
    const asked = story.seen(maya).forms.minutes?.fields.flatMap(({ clauses }) => clauses);
    expect(asked).toEqual(expect.arrayContaining(["BEM-71", "BEM-81"]));
  });

  it("have to say whether there was a disclosure or a suspicion (BEM-83)", () => {
    expect(written({ concern: "" }).refusal?.field).toBe("concern");
    expect(written({ concern: "yes" }).refusal).toMatchObject({ field: "concernWhat", clause: "BEM-83" });
  });
});
