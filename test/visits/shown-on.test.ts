import { inRound } from "../../visits/seen/rounds";
import { shownOn } from "../../visits/sight/shown-on";
import { ann, joan, priya } from "../people";
import { inside } from "./story";

const called = () => inside().press(priya, "checkIn", {}, { covert: true });
const discreet = { card: "alarm", no: 901 } as const;
const watch = { card: "watch" } as const;

it("a round of an alarm changes its own card and no other", () => {
  const story = called();
  const before = story.seen(joan);
  const after = inRound(before, story.is, story, story.now + 60 * 60_000);
  expect(shownOn(discreet, after)).not.toEqual(shownOn(discreet, before));
  for (const slot of [watch, { ...discreet, no: 1 }]) expect(shownOn(slot, after)).toEqual(shownOn(slot, before));
});

it("what becomes of another alarm changes nothing of an alarm's card, and all else that a card may say is left", () => {
  const story = called().until("15:40");
  const { alarms, ...rest } = story.seen(joan);
  expect(alarms.length).toBeGreaterThan(1);
  const shown = shownOn(discreet, { alarms, ...rest });
  expect(shown).toEqual({ ...rest, alarms: alarms.filter(({ no }) => no === 901) });
  expect(shownOn(watch, { alarms, ...rest }).alarms.map(({ no }) => no)).toEqual(alarms.map(({ no }) => no));
});

it("what needs nothing left out is the very same", () => {
  const seen = inside().seen(ann);
  expect(shownOn(watch, seen)).toBe(seen);
});
