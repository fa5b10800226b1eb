import { inEnglish } from "../../policies/in-english/print";
import { resolvePolicy } from "../../policies/resolve";
import { cited } from "./cited";
import { readPack } from "./read-pack";

const thomasMore = readPack("thomas-more");
const resolved = resolvePolicy(thomasMore, {});
if ("errors" in resolved) throw new Error(resolved.errors.join("\n"));
const { policy } = resolved;

describe("the Thomas More pack", () => {
  it("cites every one of the document's 47 clauses", () => {
    const uncited = new Set(thomasMore.register.keys());
    for (const id of cited([thomasMore.about, thomasMore.parameters])) uncited.delete(id);
    expect(thomasMore.register.size).toBe(47);
    expect([...uncited]).toEqual([]);
  });

  it("says in plain English which policy it is, who wrote and who reviewed it, and when it is reviewed again (TMC-01, TMC-02, TMC-03)", () => {
    expect(inEnglish(thomasMore).split("\n").slice(0, 5)).toEqual([
      "Home Visit Policy",
      "Thomas More Catholic School, 2017-10 [TMC-01, TMC-02, TMC-03, TMC-04]",
      "Prepared by: Mr James Kearns, October 2017.",
      "Reviewed by: Mrs Ruth Holden and Josephine Okokon, October 2017.",
      "To be reviewed by 2018-10.",
    ]);
  });

  it("puts nobody's decision between an emergency call and the police", () => {
    const { start, steps } = policy.ladder.value;
    for (const cause of ["emergency", "violence", "covert"] as const) expect(steps[start[cause]]?.ask).toBe("police");
  });

  it("lets the office itself say that there is cause for concern, with no leader asked first", () => {
    const { start, steps } = policy.ladder.value;
    const call = steps[start.notBack];
    const cause = steps[call?.on.noAnswer ?? ""];
    expect(call).toMatchObject({ tell: ["office"], ask: "call" });
    expect(cause).toMatchObject({ tell: ["office"], ask: "decide", on: { concern: "police" } });
  });
});
