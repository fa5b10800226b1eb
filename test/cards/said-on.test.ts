import { type CardName, drawCard, saidOn } from "../../cards/draw";
import { visitCards } from "../../cards/samples";

const asAt = / · as at \d\d:\d\d/g;
const prefilled = /("id":"when"[^{}]*"value":)"\d\d:\d\d"/g;

/** Each sample as it is drawn, and again a minute later. */
const drawn = Object.entries(visitCards).flatMap(([name, states]) =>
  Object.entries(states).flatMap(([state, { slot, sight }]) =>
    [0, 60_000].map((later) => {
      const card = { ...slot, card: name as CardName };
      const now = { ...sight, now: sight.now + later };
      const text = JSON.stringify(drawCard(card, now)).replace(asAt, "").replace(prefilled, '$1""');
      return { name, state, later, said: saidOn(card, now), text };
    }),
  ),
);

it("says the same of two cards only where they are drawn alike, but for when", () => {
  expect(drawn.length).toBeGreaterThan(160);
  const first = new Map<string, string>();
  for (const { name, said, text } of drawn) {
    const key = `${name} ${said}`;
    expect(text).toBe(first.get(key) ?? text);
    first.set(key, text);
  }
});

it("says the same of a card that is drawn alike a minute later", () => {
  const alike = drawn.flatMap((one, i) => {
    const next = drawn[i + 1];
    return one.later === 0 && next?.text === one.text ? [[one, next] as const] : [];
  });
  expect(alike.length).toBeGreaterThan(60);
  for (const [one, next] of alike) expect(next.said).toBe(one.said);
});
