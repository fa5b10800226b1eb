import { drawCard } from "../../../cards/draw";
import { resolvePolicy } from "../../../policies/resolve";
import { helen, priya, tom } from "../../people";
import { readPack } from "../../policies/read-pack";
import { again, withDog } from "../../visits/known-home";
import { begin, request, requested } from "../../visits/story";
import { nodesOf } from "../tree";

describe("the risk assessment at Aspire", () => {
  it("of a home visited before has its risks on the card, one press reuses it, and they are before the Principal (AET-A-26, AET-A-23)", () => {
    const story = again(withDog()).press(tom, "agreeToVisit");
    const card = JSON.stringify(drawCard({ card: "assess" }, story.seen(priya)));
    expect(card).toMatch(/A loose dog: Shut in the yard/);
    expect(card).toContain("Reuse the assessment of this home (Medium)");
    story.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    expect(JSON.stringify(drawCard({ card: "approval" }, story.seen(helen)))).toContain("A loose dog");
  });

  it("says that going alone is to be assessed where two were to go when it was made (AET-88)", () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [] };
    story.press(priya, "requestVisit", request).press(tom, "agreeToVisit");
    story.press(priya, "assessRisk", { considered: "true" });
    const said = () => JSON.stringify(drawCard({ card: "assess" }, story.seen(priya)));
    expect(said()).not.toContain("Going alone is to be assessed");
    story.press(priya, "amend", { ...request, companion: "", loneWhy: "Tom is ill" });
    expect(said()).toContain("Going alone is to be assessed");
  });
});

describe("the controls that the school has in place", () => {
  const says = (riskBaseline: unknown) => {
    const resolved = resolvePolicy(readPack("aspire"), { riskBaseline });
    return "errors" in resolved ? resolved.errors.join("\n") : resolved.policy;
  };
  const shown = (riskBaseline: unknown): string[] => {
    const policy = says(riskBaseline);
    if (typeof policy === "string") throw new Error(policy);
    const asked = requested().press(tom, "agreeToVisit");
    asked.policy = { ...policy, hash: "aspire-with-its-controls" };
    const before = nodesOf(drawCard({ card: "assess" }, asked.seen(priya)));
    asked.press(priya, "assessRisk", { useGeneric: "true", considered: "true" });
    const after = nodesOf(drawCard({ card: "approval" }, asked.seen(helen)));
    return [before, after].map(
      (nodes) => nodes.find(({ title }) => title === "The school's controls")?.value as string,
    );
  };
  const lacking = { control: "auditTrail", plan: "Compliance Manager comes in May" };

  it("are looked at once, at set-up; until then whoever assesses and whoever decides reads that nobody has (AET-A-18)", () => {
    for (const said of shown(null)) expect(said).toMatch(/not recorded yet/);
    for (const said of shown({ on: "2026-09-01", notInPlace: [] })) expect(said).toMatch(/^all in place.*1 Sept? 2026/);
    expect(says({ notInPlace: [] })).toContain("riskBaseline");
  });

  it("are told from those that are not, by the form's own names (AET-A-19)", () => {
    for (const said of shown({ on: "2026-09-01", notInPlace: [lacking] })) {
      expect(said).toMatch(/not in place: Their reading leaves an audit trail/);
      expect(said).not.toContain("A code word asks for help covertly");
    }
    expect(says({ on: "2026-09-01", notInPlace: [{ ...lacking, control: "moat" }] })).toContain("moat");
  });

  it("say whether there is a local system that watches over staff who are out, or what is done until there is (AET-A-57)", () => {
    const plan = "A list at reception until January";
    for (const said of shown({ on: "2026-09-01", notInPlace: [{ control: "localSystem", plan }] }))
      expect(said).toContain(`A local system keeps track of staff out on visits (${plan})`);
    for (const said of shown({ on: "2026-09-01", notInPlace: [] })) expect(said).not.toContain("local system");
  });

  it("that are missing are considered: each has what is done about it, or why it cannot be (AET-A-20)", () => {
    for (const plan of ["", " "])
      expect(says({ on: "2026-09-01", notInPlace: [{ ...lacking, plan }] })).toContain("riskBaseline");
    for (const said of shown({ on: "2026-09-01", notInPlace: [lacking] })) expect(said).toContain(lacking.plan);
  });
});
