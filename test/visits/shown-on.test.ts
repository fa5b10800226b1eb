import type { Sight } from "../../visits/sight";
import { shownOn } from "../../visits/sight/shown-on";
import { ann, joan, priya } from "../people";
import { inside } from "./story";

const called = () => inside().press(priya, "checkIn", {}, { covert: true });
const discreet = { card: "alarm", no: 901 } as const;
const watch = { card: "watch" } as const;

it("who has an alarm until when changes its own card, and of the others none", () => {
  const before = inside().until("15:01");
  const after = before.branch().press(ann, "acknowledge");
  const climbing = ({ alarms }: Sight) => alarms.map(({ climbsAt }) => climbsAt);
  expect(climbing(after.seen(joan))).not.toEqual(climbing(before.seen(joan)));
  const own = { card: "alarm", no: after.alarm?.no ?? 0 } as const;
  expect(climbing(shownOn(own, after.seen(joan)))).toEqual([after.alarm?.holder?.until]);
  expect(climbing(shownOn(watch, after.seen(joan)))).toEqual(after.seen(joan).alarms.map(() => undefined));
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
