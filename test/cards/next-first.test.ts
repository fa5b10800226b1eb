import { drawCard } from "../../cards/draw";
import type { Sample } from "../../cards/sample-visit";
import { visitSamples } from "../../cards/visit/samples";
import { inputsOf, pressesOf } from "./tree";

const presses = (name: string) => {
  const { slot, sight } = visitSamples[name] as Sample;
  return pressesOf(drawCard(slot, { ...sight, offers: [...sight.offers, "checkIn", "changePlan"] }));
};
const verbs = (name: string) => presses(name).map(({ verb }) => verb);

describe("the card beneath a notification", () => {
  it("S7: begins with +15, +30 and +60 when the return is near, and still checks in with one press", () => {
    const first = presses("nudge").slice(0, 3);
    expect(first.map(({ verb, data }) => [verb, (data as { more: string }).more])).toEqual([
      ["changePlan", "15"],
      ["changePlan", "30"],
      ["changePlan", "60"],
    ]);
    expect(verbs("nudge")).toContain("checkIn");
  });

  it("begins with signing in once that is what comes next, and says it once", () => {
    const signingIn = drawCard({ card: "visit" }, (visitSamples.overdue as Sample).sight);
    expect(pressesOf(signingIn)[0]?.verb).toBe("signIn");
    expect(pressesOf(signingIn).filter(({ verb }) => verb === "signIn")).toHaveLength(1);
  });

  it.each([
    ["onTheWay", "arrive"],
    ["noOneHome", "leave"],
  ])("%s: begins with the stage that it asks for, says it once, and checks in with the next press", (name, stage) => {
    const drawn = pressesOf(drawCard({ card: "visit" }, (visitSamples[name] as Sample).sight)).map(({ verb }) => verb);
    expect(drawn.slice(0, 2)).toEqual([stage, "checkIn"]);
    expect(drawn.filter((verb) => verb === stage)).toHaveLength(1);
  });

  it("begins with the letter to post, and one press stands out", () => {
    const drawn = pressesOf(drawCard({ card: "visit" }, (visitSamples.letterToPost as Sample).sight));
    expect(drawn.slice(0, 3).map(({ verb }) => verb)).toEqual(["letterLeft", "leave", "checkIn"]);
    expect(drawn.filter(({ style }) => style === "positive").map(({ verb }) => verb)).toEqual(["letterLeft"]);
  });

  it("lets only the way to the next door stand out once this one is done", () => {
    const drawn = pressesOf(drawCard({ card: "visit" }, (visitSamples.roundNoOneHome as Sample).sight));
    expect(drawn.filter(({ style }) => style === "positive").map(({ verb }) => verb)).toEqual(["nextStop"]);
  });

  it("begins with changing the plan where that was asked for", () => {
    expect(pressesOf(drawCard({ card: "visit" }, (visitSamples.sentBack as Sample).sight))[0]?.verb).toBe("amend");
  });

  it("begins with the check-in at any other time out", () => {
    expect(verbs("out")[0]).toBe("checkIn");
  });
});

describe("signing out", () => {
  const asked = (change: object) => {
    const { slot, sight } = visitSamples.ready as Sample;
    return inputsOf(drawCard(slot, { ...sight, forms: { ...sight.forms, ...change } })).map(({ id }) => id);
  };

  it("asks for the vehicle only where the policy does", () => {
    expect(asked({})).toContain("vehicle");
    expect(asked({ vehicle: undefined, vehicleFields: undefined })).not.toContain("vehicle");
  });
});
