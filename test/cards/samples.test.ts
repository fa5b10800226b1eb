import { drawnSamples } from "../../cards/samples";
import { faults } from "./parser";

const cards = Object.entries(drawnSamples());

describe("every card in every state", () => {
  it.each(cards)("%s is valid for Microsoft's parser", (_, card) => {
    expect(faults(card)).toEqual([]);
  });
});
