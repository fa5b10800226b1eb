// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how a template says what it takes.
import { Template } from "adaptivecards-templating";
import { composer } from "../../cards/compose";

const template = { type: "AdaptiveCard", body: [{ type: "TextBlock", text: "${text}" }] };

it("expands the same data once, and other data anew", () => {
  const expand = jest.spyOn(Template.prototype, "expand");
  const compose = composer(template);
  const cards = ["a", "b", "a"].map((text) => compose({ text }));
  expect(cards.map((card) => JSON.stringify(card))).toEqual(
    ["a", "b", "a"].map((text) => JSON.stringify({ ...template, body: [{ type: "TextBlock", text }] })),
  );
  expect(expand).toHaveBeenCalledTimes(2);
  for (let no = 0; no < 8; no++) compose({ text: String(no) });
  compose({ text: "a" });
  expect(expand).toHaveBeenCalledTimes(11);
  expand.mockRestore();
});
