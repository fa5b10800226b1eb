import { inEnglish } from "../../policies/in-english/print";
import { resolvePolicy } from "../../policies/resolve";
import { parameterNames } from "../../policies/schema";
import { cited } from "./cited";
import { readPack } from "./read-pack";

const liberty = readPack("liberty");
const resolved = resolvePolicy(liberty, { ladder: "asSuggested" });
if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
const { policy } = resolved;

describe("the Liberty pack", () => {
  it("cites every one of the document's 44 clauses", () => {
    const uncited = new Set(liberty.register.keys());
    for (const id of cited([liberty.about, liberty.parameters])) uncited.delete(id);
    expect(liberty.register.size).toBe(44);
    expect([...uncited]).toEqual([]);
  });

  it("is printed with the document's title, date, author and approval, for whoever sets the school up (LAT-01, LAT-02, LAT-03, LAT-04)", () => {
    const [title, dated, author, approved] = inEnglish(liberty).split("\n");
    expect(title).toBe("School Staff Making Home Visits Policy");
    expect(dated).toMatch(/^Liberty Academy Trust, 2022-11/);
    expect(author).toBe("Prepared by: Assistant Director of Education.");
    expect(approved).toBe("Adopted or approved: 14 November 2022.");
  });

  it("does not start before the school has chosen what base does when it hears nothing", () => {
    const refused = resolvePolicy(liberty, {});
    expect(refused).toEqual({
      errors: [expect.stringContaining("settings.ladder is missing: the policy leaves the ladder to the school")],
    });
  });

  it("has no risk assessment of its own", () => {
    expect(policy.risk).toMatchObject({ by: "school", value: { required: "never", hazards: [] } });
  });

  it("takes what the document does not say as the school's choice", () => {
    expect(parameterNames.filter((name) => policy[name]?.by === "school")).toEqual(
      expect.arrayContaining(["ladder", "overdueAfter", "outOfHours", "codeWord", "outsiderCounts", "visitorRoles"]),
    );
  });
});
