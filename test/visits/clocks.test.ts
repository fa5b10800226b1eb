import { Played } from "./played";
import { at } from "./story";

describe("what each policy's clocks are", () => {
  describe("Liberty: report-in times are agreed for each visit", () => {
    const school = new Played("liberty");
    const out = () => school.out("lena", "marc", { reportIns: [at("14:10"), at("14:40")], back: at("15:30") });

    it("and whoever is not heard from by one of them is missed at that minute, and rung by base (LAT-26)", () => {
      const story = out().until("14:09");
      expect(story.alarm).toBeUndefined();
      story.until("14:10");
      expect(story.alarm).toMatchObject({ cause: "noContact", dueAt: at("14:10"), step: "call" });
      expect(story.toldTo(school.who("olive"))).toContain("alarm");
    });

    it("with a reminder before each, which an answer within it meets", () => {
      const story = out().until("14:00");
      expect(story.toldTo(school.who("lena"))).toContain("reportIn");
      story.press(school.who("lena"), "checkIn", { bothOk: "true" }).until("14:39");
      expect(story.is.alarms).toEqual([]);
      expect(story.until("14:40").alarm).toMatchObject({ cause: "noContact", dueAt: at("14:40") });
    });

    it("which what was said long before does not", () => {
      const story = out().until("13:45").press(school.who("lena"), "checkIn", { bothOk: "true" }).until("14:10");
      expect(story.alarm?.cause).toBe("noContact");
    });

    it("and nothing else is watched but the return", () => {
      const story = school.out("lena", "marc", { reportIns: [at("13:50")], back: at("17:00") });
      story.until("13:45").press(school.who("lena"), "checkIn", { bothOk: "true" }).until("16:59");
      expect(story.is.alarms.filter(({ cause }) => cause !== "uncovered")).toEqual([]);
      expect(story.until("17:00").alarm?.cause).toBe("notBack");
    });
  });

  describe("Bemrose: staff report in to base at pre-arranged times", () => {
    const school = new Played("bemrose");

    it("and a report that does not come is an alarm for base, by the ladder that the school chose (BEM-37)", () => {
      const story = school.out("maya", "omar", { reportIns: [at("14:15")] }).until("14:15");
      expect(story.alarm).toMatchObject({ cause: "noContact", step: "call" });
      expect(story.toldTo(school.who("nora"))).toContain("alarm");
      expect(story.until("14:20").toldTo(school.who("lena"))).toContain("alarm");
      expect(story.policy.ladder.by).toBe("school");
    });

    it("with an hour at most, unless the school says otherwise, and then a word about the time (BEM-88)", () => {
      const story = school.out("maya", "omar", { back: at("16:00") });
      story.until("14:00").press(school.who("maya"), "arrive", { adult: "yes" }).until("14:59");
      expect(story.toldTo(school.who("maya"))).not.toContain("longStay");
      story.until("15:00");
      expect(story.toldTo(school.who("maya"))).toContain("longStay");
      expect(story.press(school.who("maya"), "leave").toldTo(school.who("maya"))).not.toContain("longStay");
      expect(story.policy.lengthLimit.by).toBe("school");
    });

    it("and an interval goes on where the return is moved", () => {
      const reportIns = [at("14:00"), at("14:30")];
      const story = school.out("maya", "omar", { reportIns, reportEvery: 30 });
      story.until("13:55").press(school.who("maya"), "changePlan", { back: "16:10" });
      expect(story.is.plan.reportIns).toEqual([...reportIns, at("15:00"), at("15:30"), at("16:00")]);
    });
  });

  describe("Hexthorpe and Thomas More: the return alone", () => {
    it("is overdue at the very minute that was agreed (HEX-61)", () => {
      const school = new Played("hexthorpe");
      const story = school
        .out("paula", "ryan")
        .until("14:10")
        .press(school.who("paula"), "checkIn", { bothOk: "true" });
      story.until("14:59");
      expect(story.alarm).toBeUndefined();
      expect(story.until("15:00").alarm).toMatchObject({ cause: "notBack", dueAt: at("15:00"), step: "call" });
      expect(story.policy.overdueAfter).toMatchObject({ value: 0, by: "policy" });
    });

    it("is overdue at the very minute that was agreed (TMC-42)", () => {
      const story = new Played("thomas-more").out("rosa", "eric").until("14:59");
      expect(story.is.alarms).toEqual([]);
      expect(story.until("15:00").alarm).toMatchObject({ cause: "notBack", dueAt: at("15:00"), step: "call" });
      expect(story.policy.overdueAfter).toMatchObject({ value: 0, by: "policy" });
    });
  });

  it("give as much grace as a school openly chose, where its policy gives none", () => {
    const school = new Played("liberty", { overdueAfter: { value: 15, by: "school", clauses: [] } });
    const story = school.out("lena", "marc").until("15:14");
    expect(story.alarm).toBeUndefined();
    expect(story.until("15:15").alarm).toMatchObject({ cause: "notBack", dueAt: at("15:15") });
  });

  it("move the call after the start only with a change of plan that is recorded (AET-82, AET-90)", () => {
    const school = new Played("aspire");
    const late = school.out("priya", "tom").until("14:05").press(school.who("priya"), "changePlan", { more: "30" });
    expect(late.until("14:10").alarm).toMatchObject({ cause: "arrivalCall", dueAt: at("14:10") });
    const told = school.out("priya", "tom").until("13:55");
    told.press(school.who("priya"), "changePlan", { more: "15", arriving: "true" });
    expect(told.is.delays).toMatchObject([{ by: school.who("priya").id, from: at("15:00"), to: at("15:15") }]);
    expect(told.toldTo(school.who("ann"))).toContain("planChanged");
    expect(told.until("14:24").is.alarms).toEqual([]);
    expect(told.until("14:25").alarm).toMatchObject({ cause: "arrivalCall" });
  });
});
