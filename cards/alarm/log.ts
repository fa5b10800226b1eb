import { words } from "../../words/en-gb";
import { nameList } from "../pieces";
import type { AlarmLook } from "./look";

const w = words.alarm;

/** Somebody who goes on writing while an alarm is open would make its card larger than Teams takes: the newest are shown, and the record has all. */
const most = 20;

/** What has been done about it so far, oldest first. */
export function logOf(look: AlarmLook): string[] {
  const { alarm, rawAlarm, times } = look;
  const calls = alarm.calls.map(({ at, by, note }, i) => {
    const { outcome = "concern", about = [] } = rawAlarm.calls[i] ?? {};
    return { at, say: w.logCall(times.moment(at), by.name, w.logged[outcome], note, whom(alarm, about)) };
  });
  const taps = alarm.taps.map(({ at, who }, i) => {
    const rang = rawAlarm.taps[i]?.what === "rang999";
    return { at, say: (rang ? w.logRang : w.logTap)(times.moment(at), who.name) };
  });
  const all = [...calls, ...taps, ...decisions(look), ...police(look)]
    .sort((a, b) => a.at - b.at)
    .map(({ say }) => say);
  const earlier = Math.max(0, all.length - most) + (rawAlarm.before ?? 0);
  return earlier > 0 ? [w.logEarlier(earlier), ...all.slice(-most)] : all;
}

type Entry = { at: number; say: string };

/** Who was sent, and why, outlives the alarm: while it is open, the newest decision stands above. */
function decisions({ alarm, rawAlarm, times }: AlarmLook): Entry[] {
  const newest = alarm.ended && alarm.decision ? [alarm.decision] : [];
  const raw = [...(rawAlarm.decidedBefore ?? []), ...(rawAlarm.decision ? [rawAlarm.decision] : [])];
  return [...(alarm.decidedBefore ?? []), ...newest].map(({ at, by, why, who }, i) => {
    const what = w.decided[raw[i]?.what as keyof typeof w.decided] ?? w.decided.keepTrying;
    return { at, say: w.logDecided(times.moment(at), by.name, what(nameList(who)), why) };
  });
}

/** That the police were called stands above as long as it is open. */
function police({ alarm, times }: AlarmLook): Entry[] {
  const { police } = alarm;
  if (!alarm.ended || !police) return [];
  const said = [police.reference && w.ref(police.reference), police.answer && w.answered(police.answer)];
  const all = [w.called(times.moment(police.when), police.by.name), ...said.filter(Boolean)];
  return [{ at: police.at, say: all.join(" · ") }];
}

/** Where the alarm is about several: whom the call was about. */
const whom = ({ about }: AlarmLook["alarm"], called: readonly string[]): string =>
  about.length > 1 ? nameList(about.filter(({ id }) => called.includes(id))) : "";
