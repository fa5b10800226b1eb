import { alarmSamples } from "../../cards/alarm/samples";
import { type CardName, drawCard } from "../../cards/draw";
import { visitCards } from "../../cards/samples";
import type { Sight } from "../../visits/sight";
import { shownOn } from "../../visits/sight/shown-on";

const samples = Object.entries(visitCards).flatMap(([card, states]) =>
  Object.entries(states).map(([state, { slot, sight }]) => ({
    state,
    slot: { ...slot, card: card as CardName },
    sight,
  })),
);
const [another] = Object.values(alarmSamples).flatMap(({ sight }) => sight.alarms);

/** The same with an alarm more, and every alarm climbs at another time. */
const otherwise = (sight: Sight): Sight => ({
  ...sight,
  alarms: [...sight.alarms, ...(another ? [{ ...another, no: 77 }] : [])].map((alarm) => ({
    ...alarm,
    climbsAt: alarm.climbsAt === undefined ? undefined : alarm.climbsAt + 60_000,
  })),
});

it("what a card shows is all that it is drawn from", () => {
  expect(samples.length).toBeGreaterThan(80);
  for (const { slot, sight, state } of samples)
    for (const seen of [sight, otherwise(sight)])
      expect([state, drawCard(slot, shownOn(slot, seen))]).toEqual([state, drawCard(slot, seen)]);
});
