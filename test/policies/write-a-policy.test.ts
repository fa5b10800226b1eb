import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePack } from "../../policies/parse-pack";
import { parameterNames } from "../../policies/schema";

const guide = readFileSync(join(__dirname, "..", "..", "docs", "write-a-policy.md"), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
const [clauses = "", head = "", parameters = "", ladder = ""] = blocks;

/** The guide's own examples put together, as somebody would who follows it. */
function written() {
  const cited = [...new Set(blocks.join("").match(/OAK-\d+/g))].filter((id) => !clauses.includes(id));
  const register = cited.map((id) => `- { id: ${id}, kind: recorded, phase: setup, text: Told elsewhere }\n`).join("");
  return parsePack("oak-lane", `${head}${parameters}${ladder}`, clauses + register);
}

describe("the guide to writing a policy", () => {
  it("gives examples that make a sound policy", () => {
    const read = written();
    expect("errors" in read ? read.errors : read.pack.parameters.lengthLimit).toEqual({
      says: 30,
      clauses: ["OAK-13"],
    });
  });

  it("names settings that there are", () => {
    const named = [...guide.matchAll(/`([a-zA-Z]+): \{ (?:says|silent)|`([a-zA-Z]+):?`/g)].flatMap(
      ([, a, b]) => a ?? b ?? [],
    );
    const others = [
      "enforced",
      "recorded",
      "guidance",
      "called",
      "call",
      "decide",
      "police",
      "late",
      "moment",
      "needs",
      "settings",
    ];
    const phases = [...guide.matchAll(/Phases: (.*)\./g)].flatMap(([, list = ""]) => list.match(/[a-zA-Z]+/g) ?? []);
    const strange = named.filter(
      (name) => ![...parameterNames, ...others, ...phases, "climbAfter", "policeRepeat"].includes(name),
    );
    expect(strange).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["lengthLimit", "approvers", "codeWord", "logBy"]));
  });
});
