import { resolvePolicy } from "../../policies/resolve";
import type { Pack } from "../../policies/schema";
import { readPack } from "./read-pack";

const aspire = readPack("aspire");

function resolve(settings: Record<string, unknown>, pack: Pack = aspire) {
  const resolved = resolvePolicy(pack, settings);
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return resolved;
}
function errorsOf(settings: Record<string, unknown>, pack: Pack = aspire): string[] {
  const resolved = resolvePolicy(pack, settings);
  return "errors" in resolved ? resolved.errors : [];
}
const silentOn = (name: keyof Pack["parameters"]): Pack => ({
  ...aspire,
  parameters: { ...aspire.parameters, [name]: { silent: true } },
});

describe("resolving a policy", () => {
  it("takes the school's own choice where the document is silent, and says so", () => {
    const { policy, chosen } = resolve({ hold: 3, climbAfter: 4, policeRepeat: 1 });
    expect(policy.hold).toEqual({ value: 3, by: "school", clauses: [] });
    expect(policy.ladder.value.steps.call).toMatchObject({ every: 4, within: 4 });
    expect(policy.ladder.value.steps.police).toMatchObject({ every: 1, within: 1 });
    expect(chosen).toContain("how long taking an alarm holds the climb: 3 min, the school's choice as set (hold)");
  });

  it("joins the training that a school asks for to the policy's own", () => {
    const extra = { id: "culture", text: "Cultural awareness", kind: "training", clauses: ["AET-94"] };
    const { policy } = resolve({ extraConditions: [extra] });
    expect(policy.conditions.value.map(({ id }) => id)).toEqual(expect.arrayContaining(["dbs", "culture"]));
  });

  it("lets a school choose what counts as higher risk", () => {
    expect(resolve({ higherRisk: ["H"] }).policy.risk.value.higherRisk).toEqual(["H"]);
  });

  it.each([
    ["what the document decides", { callAfter: 90 }, "settings.callAfter is not open: AET-A-67 decides it"],
    ["an unknown setting", { holdd: 3 }, "settings.holdd is no setting"],
    ["a value of the wrong kind", { hold: "long" }, "settings.hold must be a number"],
    ["a hold of zero", { hold: 0 }, "settings.hold must be at least 1"],
    ["a hold without end", { hold: 31 }, "settings.hold must be at most 30"],
    [
      "a ping that comes after the call",
      { pingAfter: 60 },
      "settings.pingAfter must come before the call, which is made after 60 minutes",
    ],
    [
      "an unknown role",
      { policeBy: ["caretaker"] },
      "settings.policeBy[1] names the role caretaker, which the policy does not know",
    ],
    [
      "a choice with nothing to choose from",
      { extraRequestLines: [{ id: "why", text: "Why", ask: "choice" }] },
      "settings.extraRequestLines[1].choices needs at least two to choose from",
    ],
    [
      "a clause of no register",
      { extraConditions: [{ id: "a", text: "A", kind: "training", clauses: ["AET-999"] }] },
      "settings.extraConditions[1].clauses[1] cites AET-999, which is in no register",
    ],
  ])("refuses %s", (_, settings, sentence) => {
    expect(errorsOf(settings)).toEqual([sentence]);
  });

  it("says all that is wrong together", () => {
    expect(errorsOf({ hold: 0, callAfter: 1, nonsense: 1 })).toHaveLength(3);
  });

  it("asks for what a document leaves to the school without a proposal", () => {
    expect(errorsOf({}, silentOn("hold"))).toEqual([
      "settings.hold is missing: the policy leaves how long taking an alarm holds the climb to the school",
    ]);
    expect(resolve({ hold: 4 }, silentOn("hold")).policy.hold).toEqual({ value: 4, by: "school", clauses: [] });
  });

  it("takes what a pack suggests only when the school says so", () => {
    const ladder = aspire.parameters.ladder;
    const suggests = "says" in ladder ? ladder.says : undefined;
    const pack = { ...aspire, parameters: { ...aspire.parameters, ladder: { silent: true, suggests } } } as Pack;
    expect(errorsOf({}, pack)).toEqual([
      expect.stringMatching(
        /^settings\.ladder is missing: the policy leaves the ladder to the school\. Suggested: office rings \(call\); .* To take that, write ladder: asSuggested$/,
      ),
    ]);
    const { policy, chosen } = resolve({ ladder: "asSuggested" }, pack);
    expect(policy.ladder).toMatchObject({ by: "school", value: { start: { noContact: "call" } } });
    expect(chosen).toContainEqual(
      expect.stringMatching(/^the ladder: .*, the school's choice as suggested \(ladder\)$/),
    );
    expect(errorsOf({ hold: "asSuggested" })).toEqual(["settings.hold must be a number"]);
  });

  it("is not confused by the names of an object's own", () => {
    expect(errorsOf({ constructor: 1, toString: 1 })).toHaveLength(2);
  });
});
