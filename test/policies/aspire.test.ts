import { inEnglish } from "../../policies/in-english/print";
import type { Row } from "../../policies/parameter";
import type { Step } from "../../policies/policy";
import { resolvePolicy } from "../../policies/resolve";
import { parameterNames, parameters } from "../../policies/schema";
import { uncited } from "./cited";
import { readPack } from "./read-pack";

const aspire = readPack("aspire");
const resolved = resolvePolicy(aspire, {});
if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
const { policy, chosen } = resolved;

/** The steps an alarm passes while nobody answers. */
function unanswered(cause: keyof typeof policy.ladder.value.start): string[] {
  const { start, steps } = policy.ladder.value;
  const passed: string[] = [];
  for (let id = start[cause]; id !== "again"; id = (steps[id] as Step).late) passed.push(id);
  return passed;
}

describe("the Aspire pack", () => {
  it("cites every one of the document's 247 clauses", () => {
    expect(aspire.register.size).toBe(247);
    expect(uncited(aspire)).toEqual([]);
  });

  it("says in plain English which policy it is, who made it, and as of when (AET-01, AET-02, AET-03)", () => {
    const [title, from, ...origin] = inEnglish(aspire).split("\n");
    expect(title).toBe("Policy for Home Visits");
    expect(from).toMatch(/^The Aspire Educational Trust, 2023-09-01 \[AET-01, AET-02, AET-03/);
    expect(origin.slice(0, 2)).toEqual(["Prepared by: LT.", "Adopted or approved: Board of Directors, Autumn 2023."]);
  });

  it("calls ten minutes after the start, after an hour of silence, and hears from visitors every two hours", () => {
    expect(policy.arrivalCallAfter).toEqual({ value: 10, by: "policy", clauses: ["AET-82"] });
    expect(policy.callAfter).toEqual({ value: 60, by: "policy", clauses: ["AET-A-67"] });
    expect(policy.checkInEvery.value).toBe(120);
    expect(policy.waitOutside).toEqual({ value: 10, by: "policy", clauses: ["AET-51"] });
  });

  it("sends two unless the Principal decides, and never one on a first or higher-risk visit", () => {
    expect(policy.visitorsMin.value).toBe(2);
    expect(policy.approvers.value).toEqual(["principal"]);
    expect(policy.lone.value).toBe("approverDecides");
    expect(policy.loneNever.value).toEqual(["firstVisit", "higherRisk"]);
    expect(policy.risk.value.higherRisk).toEqual(["M", "H"]);
  });

  it("asks both ticks of an absence without contact, and none of the other grounds", () => {
    const needs = policy.unannounced.value.map(({ id, needs }) => [id, needs.map((need) => need.id)]);
    expect(Object.fromEntries(needs)).toEqual({
      emergency: [],
      immediateConcern: [],
      absenceNoContact: ["phoneTried", "concern"],
      safeguarding: [],
    });
  });

  it("rates by Annex A: major and remote is medium", () => {
    const rows = Object.values(policy.risk.value.matrix ?? {}).map((row) => Object.values(row).join(""));
    expect(rows).toEqual(["HHM", "HML", "MLL"]);
    expect(policy.risk.value.hazards).toHaveLength(8);
  });

  it("climbs from silence to the office, the Principal and SLT, and stays there", () => {
    for (const cause of ["noContact", "arrivalCall", "notBack"] as const) {
      expect(unanswered(cause)).toEqual(["call", "principal", "slt"]);
    }
    expect(policy.ladder.value.steps.slt?.late).toBe("again");
  });

  it("S10: takes violence and covert help straight to the police, repeated every two minutes", () => {
    expect([unanswered("violence"), unanswered("covert")]).toEqual([["police"], ["police"]]);
    expect(policy.ladder.value.steps.police).toMatchObject({ ask: "police", every: 2, within: 2, late: "again" });
    expect(policy.ladder.value.steps.call?.on.codeWord).toBe("police");
  });

  it("ends no step without an answer, and S2: lets nothing but an outcome end one", () => {
    for (const step of Object.values(policy.ladder.value.steps)) {
      expect(step.on.noAnswer).not.toBe("end");
      expect(step.late).not.toBe("end");
    }
  });

  it("attributes to the policy only what the document says, and lists the rest as the school's choice", () => {
    expect(policy.hold).toEqual({ value: 5, by: "school", clauses: [] });
    expect(chosen).toContain("how long taking an alarm holds the climb: 5 min, the school's choice as proposed (hold)");
    expect(chosen.join()).not.toContain("(callAfter)");
    const open = parameterNames.filter((name) => policy[name]?.by === "school");
    expect(chosen).toHaveLength(open.length);
  });
});

describe("the parameters", () => {
  const rows = parameterNames.map((name) => ({ name, ...(parameters[name].meta() as Row) }));

  it.each(rows)("$name says what it is and which clauses it serves", ({ title, serves }) => {
    expect(title.length).toBeGreaterThan(5);
    for (const id of serves) expect(id).toMatch(/^((LAT|HEX|BEM|TMC|AET)(-A)?-\d{2,3}|[SP]\d{1,2})$/);
  });

  it.each([
    ["AET", "aspire"],
    ["HEX", "hexthorpe"],
    ["BEM", "bemrose"],
  ])("serve clauses %s that the register of %s has", (school, name) => {
    const { register } = readPack(name);
    const served = rows.flatMap(({ serves }) => serves).filter((id) => id.startsWith(school));
    expect(served.length).toBeGreaterThan(0);
    expect(served.filter((id) => !register.has(id))).toEqual([]);
  });
});
