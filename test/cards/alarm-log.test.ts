import { alarmSamples } from "../../cards/alarm/samples";
import { drawCard } from "../../cards/draw";
import { ann, priya, type Sample, tom } from "../../cards/sample-visit";

const KILOBYTE = 1_024;
const { slot, sight } = alarmSamples.tapped as Sample;
const minute = 60_000;

/** With so many presses of whoever it is about, a minute after one another. */
function pressed(times: number): string {
  const alarms = sight.alarms.map((alarm) => {
    const [first] = alarm.taps;
    const taps = Array.from({ length: times }, (_, i) => ({ ...first, at: (first?.at ?? 0) + i * minute }));
    return { ...alarm, taps: taps as typeof alarm.taps };
  });
  return JSON.stringify(drawCard(slot, { ...sight, alarms }));
}
const lines = (card: string): number => card.split("not confirmed by voice").length - 1;

describe("what has been done about an alarm", () => {
  it("says about whom somebody rang, where it is about several", () => {
    const rang = (about: readonly object[]) =>
      JSON.stringify(
        drawCard(slot, {
          ...sight,
          alarms: sight.alarms.map((alarm) => ({
            ...alarm,
            about: about as typeof alarm.about,
            calls: [{ by: ann, at: alarm.openedAt, outcome: "noAnswer", about: [tom.id], note: "" }],
          })),
        }),
      );
    const both = [priya, tom].map((one) => ({ ...one, lastContact: 0 }));
    expect(rang(both)).toContain("Ann Whitfield rang Tom Okafor: no answer");
    expect(rang(both.slice(1))).toContain("Ann Whitfield rang: no answer");
  });

  it("keeps who was sent, and that the police were called, once the alarm is over; while it is open that stands above", () => {
    const over = alarmSamples.overWithAll as Sample;
    const log = (ended: boolean) => {
      const [alarm] = over.sight.alarms;
      const alarms = [{ ...(alarm as (typeof over.sight.alarms)[number]), ...(ended ? {} : { ended: undefined }) }];
      return JSON.stringify(drawCard(over.slot, { ...over.sight, alarms }));
    };
    const sent = "14:13 · Helen Marsh. Decided: Samuel Reid and Ann Whitfield go there. It is five minutes away";
    for (const line of [sent, "Police called 14:14 by Helen Marsh · Incident number DC-241125-77"])
      expect([log(true).includes(line), log(false).includes(line)]).toEqual([true, false]);
    for (const ended of [true, false])
      expect(log(ended)).toContain("14:12 · Helen Marsh. Decided: keep trying. Her battery is old");
  });

  it("is no longer than Teams takes, however often somebody presses: the newest stand, and how many came before", () => {
    const card = pressed(1_000);
    expect(Buffer.byteLength(card)).toBeLessThan(25 * KILOBYTE);
    expect(card).toContain("980 earlier lines are in the record");
  });

  it("stands there whole while it is short", () => {
    expect(lines(pressed(20)) - lines(pressed(19))).toBe(1);
    expect(pressed(20)).not.toContain("earlier");
    expect(pressed(21)).toContain("1 earlier line is in the record");
    expect(lines(pressed(21))).toBe(lines(pressed(20)));
  });
});
