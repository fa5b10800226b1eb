import { seen, words } from "../../words/en-gb";
import { together } from "../links";
import { nameList } from "../pieces";
import { lastHeard } from "./last-heard";
import type { AlarmLook } from "./look";

const w = words.alarm;

const addressOf = ({ sight }: AlarmLook): string =>
  [sight.address, sight.postcode && together(sight.postcode)].filter(Boolean).join(", ");

/** The address goes first: a call that breaks off has said the most important thing. */
export const placeOf = (look: AlarmLook): string => addressOf(look) || w.noPlace(look.sight.titles);

/** What to say to 999, in the order in which they ask. */
export function scriptOf(look: AlarmLook): string[] {
  const { sight, alarm, times } = look;
  const vehicles = sight.visitors.flatMap(({ vehicle }) =>
    vehicle && vehicle !== seen.withColleague ? [vehicle] : [],
  );
  const address = addressOf(look);
  return [
    w.script.service,
    w.script.who(sight.school.name, together(sight.school.phone)),
    address ? w.script.where(address) : w.script.nowhere,
    whoIn(alarm.about, times),
    ...beside(look).map(w.script.beside),
    ...(vehicles.length > 0 ? [w.script.vehicle(vehicles.join("; "))] : []),
    ...(look.rawAlarm.doNotRing ? [w.script.quiet] : []),
    w.script.ask,
  ];
}

/** Who they are, and since when nobody has heard from each of them. */
function whoIn(about: AlarmLook["alarm"]["about"], times: AlarmLook["times"]): string {
  const heard = lastHeard(about, times);
  const silent = about.filter(({ unheard }) => unheard);
  const [first] = heard;
  const names = nameList(about);
  if (!first) return w.script.noWord(names);
  if (silent.length > 0) return w.script.partly(names, heard, nameList(silent));
  return heard.length > 1 ? w.script.each(names, heard) : w.script.what(names, first.last);
}

/** Colleagues whom the alarm is not about are where it happens, or were: whoever comes has to know for how many. */
function beside({ sight, alarm }: AlarmLook): string[] {
  const colleagues = sight.visitors.filter(
    ({ id, outing }) =>
      outing && outing.back === undefined && !outing.attending && alarm.about.every((one) => one.id !== id),
  );
  const named = [...colleagues, ...(sight.outsider ? [sight.outsider] : [])];
  return named.length > 0 ? [nameList(named)] : [];
}
