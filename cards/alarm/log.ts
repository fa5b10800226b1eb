import { words } from "../../words/en-gb";
import { nameList } from "../pieces";
import type { AlarmLook } from "./look";

const w = words.alarm;

/** Somebody who goes on writing while an alarm is open would make its card larger than Teams takes: the newest are shown, and the record has all. */
const most = 20;

/** What has been done about it so far, oldest first. */
export function logOf({ alarm, rawAlarm, times }: AlarmLook): string[] {
  const calls = alarm.calls.map(({ at, by, note }, i) => {
    const { outcome = "concern", about = [] } = rawAlarm.calls[i] ?? {};
    return { at, say: w.logCall(times.moment(at), by.name, w.logged[outcome], note, whom(alarm, about)) };
  });
  const taps = alarm.taps.map(({ at, who }, i) => {
    const rang = rawAlarm.taps[i]?.what === "rang999";
    return { at, say: (rang ? w.logRang : w.logTap)(times.moment(at), who.name) };
  });
  const all = [...calls, ...taps].sort((a, b) => a.at - b.at).map(({ say }) => say);
  const earlier = Math.max(0, all.length - most) + (rawAlarm.before ?? 0);
  return earlier > 0 ? [w.logEarlier(earlier), ...all.slice(-most)] : all;
}

/** Where the alarm is about several: whom the call was about. */
const whom = ({ about }: AlarmLook["alarm"], called: readonly string[]): string =>
  about.length > 1 ? nameList(about.filter(({ id }) => called.includes(id))) : "";
