import { inEnglish } from "../../policies/in-english/print";
import { resolvePolicy } from "../../policies/resolve";
import { uncited } from "./cited";
import { readPack } from "./read-pack";

const pack = readPack("hexthorpe");
const withSettings = (settings: Record<string, unknown>) => {
  const resolved = resolvePolicy(pack, settings);
  if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
  return resolved;
};
const { policy, chosen } = withSettings({});
const onLeaving = (given: typeof policy) => given.departure.value.map(({ id }) => id);

describe("the Hexthorpe pack", () => {
  it("cites every one of the document's 67 clauses", () => {
    expect(pack.register.size).toBe(67);
    expect(uncited(pack)).toEqual([]);
  });

  it("is printed with the document's date and author, for whoever sets the school up (HEX-01, HEX-02)", () => {
    const [title, dated, author] = inEnglish(pack).split("\n");
    expect([title, dated]).toEqual(["Home Visit Policy", expect.stringMatching(/^Hexthorpe Primary Academy, 2020-09/)]);
    expect(author).toBe("Prepared by: Designated Safeguarding Lead.");
  });

  it("has nobody who approves, and an officer through whom visits are planned", () => {
    expect(policy.approvers).toEqual({ value: [], by: "school", clauses: ["HEX-28", "HEX-41"] });
    expect(policy.coordinators).toMatchObject({ value: ["pflo"], by: "policy" });
  });

  it("lists five reasons, and closes the list to none", () => {
    expect(policy.reasons.value.closed).toBe(false);
    expect(policy.reasons.value.list.map(({ id }) => id)).toEqual([
      "excluded",
      "absentNoReason",
      "longTermIllness",
      "attendanceOrRefusal",
      "parentCannotCome",
      "other",
    ]);
  });

  it("invents no risk assessment, training or check", () => {
    expect(policy.risk).toMatchObject({ by: "school", value: { required: "never", hazards: [] } });
    expect(policy.conditions.value).toEqual([]);
  });

  it("asks for masks and clean hands as written, until the school answers that they are over", () => {
    expect(onLeaving(policy)).toEqual(expect.arrayContaining(["mask", "handsBefore"]));
    expect(chosen).toContain(
      "masks and clean hands on visits: yes, the school's choice as proposed (infectionControls)",
    );
    const over = withSettings({ infectionControls: false }).policy;
    expect(onLeaving(over)).not.toEqual(expect.arrayContaining(["mask"]));
    expect(onLeaving(over)).toContain("phone");
    expect([over.betweenVisits.value, over.returnChecks.value]).toEqual([[], []]);
  });

  it("asks for clean hands between visits and on return", () => {
    expect(policy.betweenVisits.value.map(({ id }) => id)).toEqual(["sanitiseBetween"]);
    expect(policy.returnChecks.value.map(({ id }) => id)).toEqual(["handsWashed", "handsSanitised"]);
  });

  it("climbs from the admin team to the duty member of SLT to all of SLT", () => {
    const { start, steps } = policy.ladder.value;
    expect([start.notBack, steps.call?.late, steps.duty?.late, steps.slt?.late]).toEqual([
      "call",
      "duty",
      "slt",
      "again",
    ]);
    expect([steps.call?.on.noAnswer, steps.call?.on.concern]).toEqual(["duty", "duty"]);
    expect([steps.call?.tell, steps.duty?.tell]).toEqual([["office"], ["dutySlt"]]);
  });

  it("gives no grace after the expected return", () => {
    expect(policy.overdueAfter).toEqual({ value: 0, by: "policy", clauses: ["HEX-61"] });
  });

  it("names no step of the ladder as the document's of which it says nothing", () => {
    const { everyone, cover } = policy.ladder.value.steps;
    expect([everyone?.clauses, cover?.clauses]).toEqual([[], []]);
  });

  it("lets a school choose whom it tells of a visit, and refuses to tell none of those of whom one has to know", () => {
    expect(policy.toldOfVisit.by).toBe("school");
    expect(withSettings({ toldOfVisit: ["slt"] }).policy.toldOfVisit.value).toEqual(["slt"]);
    const strange = {
      ...pack,
      parameters: { ...pack.parameters, knowOfVisit: { says: ["pflo"], clauses: ["HEX-52"] } },
    };
    expect(resolvePolicy(strange as typeof pack, {})).toEqual({
      errors: [expect.stringContaining("settings.toldOfVisit tells none of those of whom one has to know")],
    });
  });
});
