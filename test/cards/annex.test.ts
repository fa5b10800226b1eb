import { drawCard } from "../../cards/draw";
import type { Person } from "../../schools/school";
import { pastOf } from "../../visits/homes/past";
import { words } from "../../words/en-gb";
import { helen, priya, tom } from "../people";
import { aspire } from "../visits/aspire";
import { approval, assessed, at, out, requested, type Story } from "../visits/story";
import { markdownOf, nodesOf, plainOf } from "./tree";

const toAssess = () => requested().press(tom, "agreeToVisit");
const read = (card: "assess" | "approval", story: Story, viewer: Person): string => {
  const drawn = drawCard({ card }, story.seen(viewer));
  return [...markdownOf(drawn), ...plainOf(drawn)].join("\n");
};

describe("Annex A's generic assessment, on the card of whoever assesses", () => {
  const { hazards } = aspire.risk.value;
  const shown = nodesOf(drawCard({ card: "assess" }, toAssess().seen(priya)));
  const headings = shown.filter(({ style }) => style === "heading").map(({ text }) => text);
  const listed = shown.flatMap(({ text }) => (typeof text === "string" ? text.split("\n") : []));

  it("has the eight main risks in the form's order (AET-A-17)", () => {
    expect(headings.filter((text) => hazards.some((hazard) => hazard.text === text))).toEqual(
      hazards.map(({ text }) => text),
    );
    expect(hazards).toHaveLength(8);
  });

  it.each([
    ["Working alone, at greater personal risk", "AET-A-38"],
    ["Line manager and Principal do not know where staff are", "AET-A-47"],
    ["School and visitors cannot reach one another", "AET-A-60"],
    ["Entering a property whose risks are not known", "AET-A-70"],
    ["A family that is unwelcoming, aggressive or threatening", "AET-A-78"],
    ["Staff find themselves in a vulnerable position in the property", "AET-A-89"],
    ["Another agency asks for the visit on its behalf", "AET-A-99"],
    ["Catching an infectious disease", "AET-A-105"],
  ])("names the risk “%s” (%s)", (text, clause) => {
    expect(headings).toContain(text);
    expect(hazards.find((hazard) => hazard.text === text)?.clauses).toContain(clause);
  });

  it("lists every control beneath the risk that it is for", () => {
    for (const { text } of hazards.flatMap(({ controls }) => controls)) expect(listed).toContain(`- ${text}`);
  });
});

describe("the form before it is filled in", () => {
  it("is Annex A's own, by its name (AET-A-01)", () => {
    expect(read("assess", toAssess(), priya)).toContain("AET Home Visit Risk Assessment (Annex A)");
  });

  it("says about whom it is, where, when and why (AET-A-07, AET-A-08, AET-A-11)", () => {
    const text = read("assess", toAssess(), priya);
    expect(text).toContain("Ella Martin");
    expect(text).toContain("12 Mill Lane, Derby");
    expect(text).toContain(aspire.reasons.value.list.find(({ id }) => id === "attendanceSupport")?.text);
  });

  it.each([
    ["major", "Major", "likely to put pupils or staff at risk", "AET-A-28"],
    ["severe", "Severe", "could put pupils or staff at risk", "AET-A-29"],
    ["minor", "Minor", "unlikely to put pupils or staff at risk", "AET-A-30"],
  ] as const)("says what %s means (%s, “%s”) (%s)", (impact, word, meaning, clause) => {
    expect(read("assess", toAssess(), priya)).toContain(`**${word}** (${meaning})`);
    expect(aspire.risk.value.impacts?.[impact]?.clauses).toContain(clause);
  });
});

describe("the form filled in, on the approver's card", () => {
  const row = {
    hazard: "A loose dog",
    impact: "severe",
    likelihood: "probable",
    controls: "Shut in the yard",
    by: "Mrs Martin",
    deadline: "2026-11-23",
    residualImpact: "severe",
    residualLikelihood: "remote",
  };
  const filled = (change: Record<string, string> = {}) => toAssess().press(priya, "assessRisk", { ...row, ...change });
  const text = read("approval", filled(), helen);
  const overallOn = (story: Story): string =>
    nodesOf(drawCard({ card: "approval" }, story.seen(helen))).find(({ title }) => title === words.risk.overall)
      ?.value as string;

  it("says who assessed, and when (AET-A-02, AET-A-05)", () => {
    expect(filled().is.assessment).toMatchObject({ by: priya.id, at: filled().now });
    expect(overallOn(filled())).toMatch(/Priya Shah.*09:00/);
  });

  it.each([
    ["what the risk is", "AET-A-31", /A loose dog/],
    ["its rating before anything is done", "AET-A-32", /A loose dog[^\n]*High/],
    ["what is done about it", "AET-A-33", /A loose dog[^\n]*Shut in the yard/],
    ["who sees to it", "AET-A-35", /A loose dog[^\n]*Mrs Martin/],
    ["by when", "AET-A-36", /A loose dog[^\n]*(23 November|23 Nov|today)/],
    ["its rating afterwards", "AET-A-37", /A loose dog[^\n]*High[^\n]*Low/],
  ])("says of each risk %s (%s)", (_, clause, said) => {
    expect(text).toMatch(said);
    expect((aspire.risk.value.columns ?? []).flatMap(({ clauses }) => clauses)).toContain(clause);
  });

  it.each([
    ["minor", "remote", "Low"],
    ["severe", "possible", "Medium"],
    ["major", "probable", "High"],
  ])(
    "has one overall risk, after what is done: %s and %s is %s (AET-A-131, AET-A-132)",
    (impact, likelihood, level) => {
      const left = { impact: "major", likelihood: "probable", residualImpact: impact, residualLikelihood: likelihood };
      expect(overallOn(filled(left))).toMatch(new RegExp(`^\\*\\*${level}\\*\\*`));
    },
  );

  it("is what the Principal decides from: there is no decision without it (AET-A-102)", () => {
    expect(toAssess().press(helen, "approve", approval).refusal?.refused).toBe("noAssessment");
    expect(assessed().press(helen, "approve", approval).refusal).toBeUndefined();
    expect(text).toMatch(/A loose dog/);
  });

  it("says the job title of whoever conducted it: as typed, else that of their role (AET-A-03)", () => {
    expect(read("approval", filled({ jobTitle: "Attendance lead" }), helen)).toMatch(/Job title(.|\n)*Attendance lead/);
    expect(filled().is.assessment?.jobTitle).toBe("Visitor");
    const principals = toAssess().press(helen, "assessRisk", row);
    expect(principals.seen(helen).assessment?.header).toContainEqual({ title: "Job title", said: "Principal" });
  });

  it("says that it covers AET staff (AET-A-04)", () => {
    const line = { title: "Covered by this assessment", said: "AET staff" };
    expect(filled().seen(helen).assessment?.header).toContainEqual(line);
    expect(text).toContain("AET staff");
  });

  it("says how to reach the parents, and where that is not known that it is not (AET-A-09)", () => {
    const reached = requested({ parentPhone: "+44 7700 900777" })
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", row);
    expect(read("approval", reached, helen)).toMatch(/900777/);
    expect(reached.seen(helen).assessment?.header).toContainEqual({
      title: "How to reach the parents or carers",
      said: "+44 7700 900777",
    });
    expect(filled().seen(helen).assessment?.header).toContainEqual({
      title: "How to reach the parents or carers",
      said: "not given",
    });
  });

  it("has the date of each visit for which it was used, this one last (AET-A-10)", () => {
    const story = filled();
    const before = pastOf(
      ["2026-11-02", "2026-11-16"].map((date) => ({
        ...out().is,
        id: `meadow.${date}`,
        plan: { ...out().is.plan, start: at("14:00", date) },
      })),
      { address: "12 Mill Lane, Derby", household: "ella martin" },
    );
    story.past = { ...story.past, ...before };
    const dates = { title: "Dates of visits", said: "Mon 2 Nov, Mon 16 Nov, Mon 23 Nov" };
    expect(story.seen(helen).assessment?.header).toContainEqual(dates);
    expect(read("approval", story, helen)).toContain(dates.said);
    expect(pastOf([{ ...out().is, outings: {} }], out().is.plan).assessedVisits).toEqual([]);
  });

  it("says of each risk whether what is done about it is in place; what is not is somebody's, by a day (AET-A-34)", () => {
    expect(read("approval", filled({ inPlace: "yes" }), helen)).toMatch(/Shut in the yard, in place/);
    expect(read("approval", filled({ inPlace: "no" }), helen)).toMatch(/Shut in the yard, not in place yet/);
    expect(text).toMatch(/Shut in the yard, not said whether in place/);
    expect(filled({ inPlace: "no", by: "" }).refusal).toMatchObject({ field: "by", clause: "AET-A-35" });
    expect(filled({ inPlace: "no", deadline: "" }).refusal).toMatchObject({ field: "deadline", clause: "AET-A-36" });
  });
});
