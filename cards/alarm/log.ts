import { words } from "../../words/en-gb";
import type { AlarmLook } from "./view";

const w = words.alarm;

/** What has been done about it so far, oldest first. */
export function logOf({ alarm, rawAlarm, times }: AlarmLook): string[] {
  const calls = alarm.calls.map(({ at, by, note }, i) => {
    const outcome = rawAlarm.calls[i]?.outcome ?? "concern";
    return { at, say: w.logCall(times.moment(at), by.name, w.logged[outcome], note) };
  });
  const taps = alarm.taps.map(({ at, who }, i) => {
    const rang = rawAlarm.taps[i]?.what === "rang999";
    return { at, say: (rang ? w.logRang : w.logTap)(times.moment(at), who.name) };
  });
  return [...calls, ...taps].sort((a, b) => a.at - b.at).map(({ say }) => say);
}
