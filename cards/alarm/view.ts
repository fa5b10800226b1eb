import { words } from "../../words/en-gb";
import { clauseList } from "../clauses";
import { mapLink } from "../links";
import type { Look } from "../look";
import { fact, foot, isPlanned, nameList, personTick, planAsked, planFacts } from "../pieces";
import { open, type Press, toggle } from "../press";
import { aboutEach } from "./about";
import { callPresses, decidePresses, downPresses, stampPresses } from "./answers";
import { logOf } from "./log";
import { type AlarmLook, isRoutine } from "./look";
import { placeOf, scriptOf } from "./police";
import { standing } from "./standing";

const w = words.alarm;

/** What whoever acts needs, in the order in which they need it; what is asked of them decides the order. */
export function alarmView(look: Look): object {
  const at = look.raw.alarms.findIndex(({ no }) => no === look.no);
  const alarm = look.sight.alarms[at];
  const rawAlarm = look.raw.alarms[at];
  return alarm && rawAlarm ? alarmData({ ...look, alarm, rawAlarm }) : nothingKnown(look);
}

function alarmData(look: AlarmLook): object {
  const { raw, rawAlarm, alarm, times } = look;
  const over = rawAlarm.ended !== undefined;
  const police = rawAlarm.ask === "police" && !over;
  const call = callPresses(look);
  const decide = decidePresses(look);
  const down = downPresses(look);
  return {
    w,
    head: { title: titleOf(look), under: `${look.sight.school.name} · ${w.since(times.dated(alarm.openedAt))}` },
    banners: standing(look),
    place: police && !rawAlarm.police ? placeOf(look) : "",
    why: over ? [] : alarm.why,
    whyTitle: police ? w.whyNow : w.whatHappened,
    script: police && !rawAlarm.police ? scriptOf(look) : [],
    ring: police && !rawAlarm.police ? [open(w.ring999, "tel:999", "positive")] : [],
    about: aboutEach(look),
    take: takePresses(look),
    call,
    asksBack: rawAlarm.cause === "notBack",
    people: rawAlarm.about.map(personTick),
    callAbout: callAbout(look),
    stamp: stampPresses(look),
    stampOpen: police,
    clock: times.clock(raw.now),
    decide,
    decideTitle: rawAlarm.concern ? w.concernTitle : w.decideTitle,
    attenders: decide.length > 0 ? (raw.forms.attenders ?? []).map(personTick) : [],
    known: over ? [] : known(look),
    log: logOf(look),
    down,
    more: more(look, down),
    asked: planAsked(look),
    facts: [...planFacts(look), ...fact(w.rests, clauseList(alarm.clauses))],
    ...foot(look),
  };
}

/** Of one there is nothing to ask. Where several are silent nobody is ticked beforehand: whoever has spoken to one can't tell of the others (S2). */
function callAbout({ rawAlarm: { about } }: AlarmLook): object[] {
  const silent = about.filter(({ spoken }) => !spoken).map(({ id }) => id);
  const several = silent.length > 1;
  const label = several ? w.aboutEach : w.about;
  return about.length > 1 ? [{ label, people: about.map(personTick), ticked: several ? "" : silent.join(",") }] : [];
}

/** Where something else is more urgent than taking it, that stands out instead. */
function takePresses({ rawAlarm, press }: AlarmLook): Press[] {
  const watch = rawAlarm.cause === "uncovered" ? press("takeWatch", words.watch.take, { style: "positive" }) : [];
  const first = watch.length === 0 && rawAlarm.ask === "decide";
  const take = isRoutine(rawAlarm) ? w.takeRoutine : w.take;
  return [...watch, ...press("acknowledge", take, { style: first ? "positive" : "default" })];
}

const titleOf = ({ alarm, rawAlarm }: AlarmLook): string =>
  isRoutine(rawAlarm) ? w.routine(nameList(alarm.about)) : w.title(alarm.no, nameList(alarm.about));

const known = (look: AlarmLook) => [
  ...fact(words.plan.where, mapLink(look.raw.address, look.raw.postcode)),
  ...fact(words.visit.backBy, isPlanned(look) ? look.times.moment(look.raw.times.back) : undefined),
  ...fact(words.visit.watchedBy, look.sight.watch?.by.name),
];

function more({ rawAlarm, press }: AlarmLook, down: readonly Press[]): Press[] {
  const stamp = rawAlarm.ask !== "police" && press("recordDecision", "").length > 0 && !rawAlarm.police;
  return [
    ...(stamp ? [toggle(w.toStamp, "stamp")] : []),
    ...(down.length > 0 ? [toggle(w.toStandDown, "standDown")] : []),
    toggle(words.showPlan, "plan"),
  ];
}

/** The viewer may not know of it, or it was never there: the two look alike. */
const nothingKnown = (look: Look): object => ({
  w,
  head: { title: w.none, under: look.sight.school.name },
  banners: [],
  place: "",
  stampOpen: false,
  ...Object.fromEntries(
    ["why", "script", "about", "take", "call", "stamp", "decide", "known", "log", "down", "more", "facts", "asked"].map(
      (name) => [name, []],
    ),
  ),
  ...foot(look),
});
