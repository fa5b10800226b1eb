import { inEnglish } from "../../policies/in-english/print";
import { resolvePolicy } from "../../policies/resolve";
import { uncited } from "./cited";
import { readPack } from "./read-pack";

const pack = readPack("bemrose");
const resolved = resolvePolicy(pack, { ladder: "asSuggested" });
if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
const { policy } = resolved;

describe("the Bemrose pack", () => {
  it("cites every one of the document's 134 clauses", () => {
    expect(pack.register.size).toBe(134);
    expect(uncited(pack)).toEqual([]);
  });

  it("is printed with the document's title, its adoption and its manager, and no review date (BEM-01, BEM-02, BEM-03)", () => {
    const [title, dated, adopted] = inEnglish(pack).split("\n");
    expect(title).toBe("Home School Liaison Policy");
    expect(dated).toMatch(/^The Bemrose School, 2020-06/);
    expect(adopted).toBe("Adopted or approved: June 2020, under a named manager.");
    expect(inEnglish(pack)).not.toMatch(/To be reviewed by/);
  });

  it("doesn't start before the school says what happens when nobody reports in", () => {
    const open = resolvePolicy(pack, {});
    if (!("errors" in open)) throw new Error("It starts.");
    expect(open.errors).toHaveLength(1);
    expect(open.errors[0]).toMatch(/^settings\.ladder is missing.*asSuggested/);
  });

  it("never gives the ladder out as the document's", () => {
    expect(policy.ladder.by).toBe("school");
    expect(policy.policeBy.by).toBe("school");
  });

  it("has visits agreed with any member of the Leadership Team", () => {
    expect(policy.approvers).toMatchObject({ value: ["slt"], by: "policy" });
    expect(policy.roles.slt).toBe("Member of the Leadership Team");
  });

  it("prints the five hazards of Appendix 1 with their levels, and computes none", () => {
    const { matrix, hazards } = policy.risk.value;
    expect(matrix).toBeNull();
    expect(hazards.map(({ id, level }) => `${id} ${level}`)).toEqual([
      "aggression L",
      "driving L",
      "publicAreas L",
      "illnessOrInjury L",
      "animals L",
    ]);
    expect(hazards[0]).toMatchObject({ severity: "Major injury may occur", likelihood: "Remote possibility" });
  });

  it("allows no unannounced visit", () => {
    expect(policy.unannounced).toEqual({ value: [], by: "policy", clauses: ["BEM-29"] });
    expect(policy.agreement.value).toBe("required");
  });

  it("takes one visitor alone as an exception, and never where a concern is known or nothing is", () => {
    expect(policy.lone).toMatchObject({ value: "exception", by: "school" });
    expect(policy.loneNever.value).toEqual(["concernKnown", "homeUnknown"]);
  });
});
