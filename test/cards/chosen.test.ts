import { drawCard, drawHelp, drawRequest } from "../../cards/draw";
import { formOf } from "../../cards/sample-visit";
import { chosenIn } from "../../schools/setup/chosen-in";
import { helen } from "../people";
import { policyOf, readPack } from "../policies/read-pack";
import { assessed } from "../visits/story";
import { markdownOf, plainOf } from "./tree";

const read = (card: object): string => [...markdownOf(card), ...plainOf(card)].join("\n");
const own = "the school's choice";

describe("what no document says", () => {
  it("is marked as the school's choice where it is asked for, and what the document says is not", () => {
    const grounds = (pack: string) =>
      policyOf(readPack(pack)).unannounced.value.map((line) => ({ ...line, needs: [] }));
    expect(read(drawRequest({ ...formOf(), grounds: grounds("hexthorpe") }))).toContain(`(${own})`);
    expect(grounds("liberty").length).toBeGreaterThan(0);
    expect(read(drawRequest({ ...formOf(), grounds: grounds("liberty") }))).not.toContain(own);
  });

  it("is marked before the approver too: training that the school asks for beside the policy's", () => {
    const culture = { id: "culture", text: "Cultural awareness", kind: "training" };
    const shown = (extra: object[]) => {
      const story = assessed();
      story.policy = policyOf(readPack("aspire"), { extraConditions: extra });
      return plainOf(drawCard({ card: "approval" }, story.seen(helen)));
    };
    const marked = (texts: string[]) =>
      texts.some((text, at) => /Cultural/.test(text) && texts[at + 1]?.trim() === own);
    expect(marked(shown([culture]))).toBe(true);
    expect(shown([{ ...culture, clauses: ["AET-94"] }]).join()).not.toContain(own);
  });

  it("can be read by everybody beneath the policy that the school follows", () => {
    const policy = policyOf(readPack("aspire"), { hold: 3 });
    const card = drawHelp({ viewer: { visits: true }, policy: { ...policy, chosen: chosenIn(policy) } });
    expect(read(card)).toMatch(/our school chose it[\s\S]*how long taking an alarm holds the climb\n3 min/);
    expect(chosenIn(policy).map(({ title }) => title)).not.toContain(
      "reasons for a visit; closed where only those listed count",
    );
  });
});
