import { drawSetUp } from "../../cards/draw";
import { setUpSamples } from "../../cards/setup/samples";
import type { SetUpSight } from "../../schools/setup/sight";
import { inputsOf } from "./tree";

const sample = (name: string): SetUpSight => {
  const found = setUpSamples[name];
  if (!found) throw new Error(`There is no sample ${name}.`);
  return found;
};
const inputs = (name: string) => inputsOf(drawSetUp(sample(name)));

describe("the card of set-up", () => {
  it("searches the school's directory as Teams documents it, and has no choice that it would take for a person", () => {
    expect(inputs("people").find(({ id }) => id === "pick")).toMatchObject({
      type: "Input.ChoiceSet",
      choices: [],
      "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
    });
    expect(inputs("people").map(({ id }) => id)).toContain("personId");
  });
});
