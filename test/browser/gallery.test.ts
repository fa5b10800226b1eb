import { leftOutOfQuick } from "../left-out";
import { inChromium } from "./chromium";
import { type Drawn, eachPartOnce, phoneLooks } from "./gallery/gallery";
import { onTheWall } from "./gallery/on-the-wall";

inChromium("every card in every state, drawn in Chromium and unfolded", () => {
  const gallery = onTheWall();

  it.each(phoneLooks)("can be read and pressed in $theme at the width of a $width", async (look) => {
    await gallery().dress(look);
    expect(await gallery().measure()).toEqual([]);
  });
  leftOutOfQuick("can be read and pressed at the width of a desktop");

  it("leaves no part of any state out", () => {
    const parts = (cards: Record<string, Drawn>) =>
      new Set(
        Object.values(cards).flatMap(({ body = [], actions = [] }) =>
          [...body, ...(actions.length > 0 ? [actions] : [])].map((part) => JSON.stringify(part)),
        ),
      );
    expect(parts(eachPartOnce(gallery().cards))).toEqual(parts(gallery().cards));
  });

  it("keeps what is chosen on one card apart from every other", async () => {
    const chosen = (card: string) => gallery().tab.locator(`section[data-card="${card}"] input[value=noContact]`);
    const two = ["request/refused", "request/amend"];
    await gallery().hang(true, Object.fromEntries(two.map((card) => [card, gallery().cards[card] ?? {}])));
    for (const card of two) expect(await chosen(card).isChecked()).toBe(true);
  });

  it("would notice what is cut off, sticks out, is faint or has no name", async () => {
    await gallery().hang(true, { "bad/card": bad });
    await gallery().dress({ theme: "light", width: "phone", opened: true });
    const faults = await gallery().measure();
    for (const fault of ["cut off", "cut off when chosen", "hint cut off", "sticks out", "faint", "has no name"])
      expect(faults).toContainEqual(expect.stringContaining(`bad/card: ${fault}`));
  });
});

const long = "unbreakable".repeat(9);
const bad = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: `${long} ${long}` },
    { type: "FactSet", facts: [{ title: "One", value: long }] },
    { type: "TextBlock", text: "White on white", color: "light" },
    { type: "Input.Text", id: "nameless" },
    { type: "Input.Text", id: "hint", label: "Hint", placeholder: long },
    { type: "Input.ChoiceSet", id: "one", label: "One", choices: [{ title: long, value: "one" }] },
  ],
};
