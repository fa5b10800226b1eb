import { resolvePolicy } from "../../policies/resolve";
import { staffStandings } from "../../visits/monitoring/staff";
import { helen, priya, tom } from "../people";
import { readPack } from "../policies/read-pack";
import { aspire } from "./aspire";
import { approval, approved, at, begin, request, type Story } from "./story";

/** What is recorded of one check of somebody's is this, or nothing. */
function withCheck(who: typeof tom, id: string, check?: { on?: string; until?: string; missing?: boolean }): Story {
  const story = begin();
  const { [id]: _, ...others } = who.checks;
  story.lists(who, { checks: check ? { ...others, [id]: check } : others });
  return story;
}

describe("what everybody holds who visits for Aspire", () => {
  const held = [
    ["training in preventing violence", "AET-93", "violencePrevention", tom],
    ["coaching in safe practice", "AET-A-90", "safePractice", tom],
    ["a DBS check at the right level, with the barred list where needed", "AET-99, AET-100", "dbs", tom],
    ["having read the Home Visits policy, which they follow", "AET-20, AET-24, AET-A-44", "homeVisitsPolicy", tom],
    ["having read the Lone Working policy", "AET-A-44", "loneWorkingPolicy", tom],
    ["a vehicle insured for business use, for a driver", "AET-A-64", "businessInsurance", priya],
  ] as const;
  const clausesOf = (id: string) => aspire.conditions.value.find((one) => one.id === id)?.clauses;

  it.each(held)("includes %s: whoever lacks it is not sent (%s)", (_, proven, id, who) => {
    for (const lacking of [{ missing: true }, { until: "2026-11-22" }]) {
      const story = withCheck(who, id, lacking).press(priya, "requestVisit", request);
      expect(story.refusal).toMatchObject({ refused: "notCleared", clause: clausesOf(id)?.[0] });
      expect(story.visit).toBeUndefined();
    }
    expect(clausesOf(id)).toEqual(expect.arrayContaining(proven.split(", ")));
  });

  it.each(held)("includes %s: what nobody knows the Principal confirms by name (%s)", (_, _proven, id, who) => {
    const story = withCheck(who, id)
      .press(priya, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" });
    expect(story.seen(helen).forms.confirm).toMatchObject([{ who: { name: who.name }, line: { id } }]);
    story.press(helen, "approve", { ...approval, confirmed: "" });
    expect(story.refusal).toMatchObject({ field: "confirmed", clause: clausesOf(id)?.[0] });
    story.press(helen, "approve", approval);
    expect(story.is.approval).toMatchObject({ by: helen.id, confirmed: [{ who: who.id, condition: id }] });
  });

  it("includes that whoever drives says so on leaving, whichever vehicle it is (AET-A-64)", () => {
    const story = approved().until("13:30");
    for (const who of [priya, tom])
      expect(story.seen(who).forms.checklist?.flatMap(({ clauses }) => clauses)).toContain("AET-A-64");
    expect(story.press(tom, "signOut", { phone: "07700 900002", vehicle: "blue Ford Fiesta" }).refusal?.field).toBe(
      "allTrue",
    );
  });

  it("keeps who has read the policies and when, and who confirmed it where nothing was recorded (AET-A-45)", () => {
    const story = withCheck(tom, "homeVisitsPolicy")
      .press(priya, "requestVisit", request)
      .press(tom, "agreeToVisit")
      .press(priya, "assessRisk", { considered: "true" })
      .press(helen, "approve", approval);
    expect(story.is.approval).toMatchObject({
      at: story.now,
      by: helen.id,
      confirmed: [{ who: tom.id, condition: "homeVisitsPolicy" }],
    });
    const read = withCheck(tom, "homeVisitsPolicy", { on: "2026-09-01" }).press(priya, "requestVisit", request);
    expect(read.refusal).toBeUndefined();
  });

  it.each([
    ["that the Staff Code of Conduct applies", "AET-101", "codeOfConduct"],
    ["how to calm a situation and hold hard conversations", "AET-A-88", "deEscalation"],
  ])("is shown beside the rest where somebody may not know %s (%s)", (_, clause, id) => {
    const line = aspire.conditions.value.find((one) => one.id === id);
    const { roster } = withCheck(tom, id);
    expect(staffStandings(aspire, roster, at("09:00"))).toContainEqual(
      expect.objectContaining({ name: tom.name, unknown: [line?.text] }),
    );
    const known = staffStandings(aspire, begin().roster, at("09:00"));
    expect(known.some(({ name }) => name === tom.name)).toBe(false);
    expect(line?.clauses).toContain(clause);
  });

  it("may be more training, which the Principal finds relevant (AET-94)", () => {
    const awareness = { id: "culturalAwareness", kind: "training", text: "Cultural awareness", clauses: [] };
    const resolved = resolvePolicy(readPack("aspire"), { extraConditions: [awareness] });
    if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
    const story = withCheck(tom, "culturalAwareness", { missing: true });
    story.policy = { ...resolved.policy, hash: "aspire-and-more" };
    story.press(priya, "requestVisit", request);
    expect(story.refusal).toMatchObject({ refused: "notCleared", field: "companion" });
    expect(approved().is.phase).toBe("ready");
  });
});
