import { words } from "../../words/en-gb";
import { isRoutine } from "../alarm/look";
import { mapLink, telLink, telUrl } from "../links";
import type { Look } from "../look";
import {
  type Banner,
  banner,
  type Fact,
  fact,
  foot,
  head,
  isQuiet,
  lines,
  nameList,
  outsider,
  person,
  personTick,
  planAsked,
  planFacts,
  visitTitle,
} from "../pieces";
import { open, type Press, toggle } from "../press";
import { next } from "../visit/standing";
import { heardOf, whereOf } from "../where";

const w = words.watch;

/** The office's live card: who is out, where, back by when, and every number one press away. */
export function watchView(look: Look): object {
  const { raw, press } = look;
  const away = raw.visitors.filter(({ outing }) => outing && outing.back === undefined);
  const people = away.length > 0 ? away : raw.visitors;
  const handOver = press("handOverWatch", w.handOver);
  const phoned = phonedIn(look);
  return {
    w,
    ...head(look, look.sight.pupil ? visitTitle(look) : w.title(nameList(look.sight.visitors))),
    banners: [...alarms(look), ...nextForOffice(look), ...meeting(look), ...watched(look)],
    clocks: clocks(look),
    visitors: raw.visitors.map((_, i) => visitor(look, i)),
    first: [...takeWatch(look), ...(phoned.length > 0 ? [toggle(w.phonedTitle, "phoned")] : [])],
    phoned,
    // Teams draws five buttons at most in a row.
    phonedRows: [phoned.slice(0, 3), phoned.slice(3)].map((presses) => ({ presses })),
    people: [
      ...people.map(personTick),
      ...(look.sight.outsider ? [{ title: w.outsider(look.sight.outsider.name), value: "outsider" }] : []),
    ],
    somebody: people.length === 1 ? people[0]?.id : "",
    later: later(look),
    handOver,
    watchers: (raw.forms.watchers ?? []).map(person),
    facts: planFacts(look),
    asked: planAsked(look),
    guidance: lines(raw.guidance),
    guidanceTitle: words.guidance,
    more: [toggle(words.showPlan, "plan"), ...(handOver.length > 0 ? [toggle(w.toHandOver, "handOver")] : [])],
    ...foot(look),
  };
}

/** In the office's words; what is to be done about it is on the alarm's own card. */
const alarms = ({ sight, raw, times }: Look): Banner[] =>
  sight.alarms.flatMap((alarm, i) => {
    const cause = raw.alarms[i]?.cause ?? "noContact";
    if (alarm.ended || isRoutine(raw.alarms[i] ?? alarm)) return [];
    const asks = raw.next?.key === "othersAnswer" ? undefined : w.onItsCard;
    const held = alarm.holder ? words.visit.held(alarm.holder.who.name) : asks;
    return [banner("attention", w.alarm(alarm.no, w.causes[cause], times.moment(alarm.openedAt)), held)];
  });

/** Who has the watch, and that all are back, is said already; whoever is only told of the visit has nothing to do. */
const nextForOffice = (look: Look): Banner[] => {
  const key = look.raw.next?.key ?? "nothing";
  const said = key === "notGoing" || key === "watch" || (key === "takeWatch" && !look.raw.watch);
  return said || (key === "nothing" && look.raw.everyoneBack !== undefined) ? [] : [next(look)];
};

/** What became of the meeting, as the office needs to know it. */
function meeting({ sight, raw, times }: Look): Banner[] {
  if (!sight.meeting || sight.phase !== "out") return [];
  const { state, until } = sight.meeting;
  if (state === "waiting")
    return [banner("warning", until ? w.meeting.waiting(times.clock(until)) : w.meeting.waitingLong)];
  const how = raw.meeting?.how as keyof typeof w.meeting | undefined;
  const onward = how === "noOneHome" && raw.round.findIndex(({ here }) => here) + 1 < raw.round.length;
  const say = onward ? w.meeting.onward : how && w.meeting[how];
  return [banner("warning", typeof say === "string" ? say : w.meeting.noOneHome)];
}

function watched({ sight, raw, times }: Look): Banner[] {
  if (sight.everyoneBack !== undefined) return [banner("good", w.everyoneBack(times.moment(sight.everyoneBack)))];
  if (sight.phase !== "out" && sight.phase !== "ready") return [];
  if (!sight.watch)
    return [banner("attention", w.nobody, raw.next?.by === undefined ? undefined : w.takeIt(times.due(raw.next.by)))];
  return [banner("good", w.watchedBy(sight.watch.by.name), w.since(times.moment(sight.watch.at)))];
}

const clocks = ({ sight, raw, times }: Look): Fact[] => [
  ...fact(words.visit.backBy, sight.phase === "out" ? times.moment(raw.times.back) : undefined),
  ...fact(words.plan.where, mapLink(raw.address, raw.postcode) || notSaid(raw)),
  ...fact(words.plan.outsider, outsider(sight, raw)),
];

/** Out without a plan, and nobody has said where: to whoever may know it that is said, since the police would ask for it first. */
const notSaid = ({ phase, address, placeName }: Look["raw"]): string | undefined =>
  phase === "out" && address === "" && !placeName ? w.whereNotSaid : undefined;

type Row = { name: string; facts: Fact[]; presses: Press[] };

function visitor({ sight, raw, times, press }: Look, i: number): Row {
  const { name, lead, vehicle, idCard, outing, stays } = sight.visitors[i] as Look["sight"]["visitors"][number];
  const { id, phone, name: called } = raw.visitors[i] as Look["raw"]["visitors"][number];
  const away = outing !== undefined && outing.back === undefined;
  // The others are back, and of whoever has signed nothing nobody knows where they are.
  const asked = raw.next?.key === "findOut";
  const quiet = isQuiet(raw);
  return {
    name: [name, ...(lead ? [w.lead] : []), ...(outing?.attending ? [w.attending] : [])].join(" · "),
    facts: [
      ...fact(
        w.status,
        outing
          ? outing.back
            ? words.visit.isBack(times.moment(outing.back))
            : whereOf(outing)
          : stays
            ? w.stays
            : asked
              ? w.unknown
              : w.notOut,
      ),
      ...fact(w.lastContact, outing && away ? heardOf(outing, times) : undefined),
      ...fact(w.nextCheck, outing?.due !== undefined && away ? times.due(outing.due) : undefined),
      ...(outing?.back
        ? []
        : [
            ...fact(w.phone, quiet ? phone && words.alarm.notToRing : telLink(phone)),
            ...fact(w.vehicle, vehicle),
            ...fact(w.idCard, idCard),
          ]),
    ],
    presses: [
      ...(phone && away && !quiet ? [open(w.ring(called), telUrl(phone))] : []),
      ...(away ? press("seenBack", w.seenBack(called), { set: { who: id }, alone: true }) : []),
      ...(outing
        ? []
        : press("reportOut", (asked ? w.stillOut : w.reportOut)(called), { set: { who: id }, alone: true })),
      ...(outing || stays
        ? []
        : press("stayBehind", (asked ? w.atSchool : w.stayBehind)(called), {
            set: { who: id },
            alone: true,
          })),
    ],
  };
}

const takeWatch = ({ raw, press }: Look): Press[] =>
  press("takeWatch", raw.watch ? w.takeOver : w.take, { style: raw.watch ? "default" : "positive" });

/** The office answers for people without Teams in hand (S8). */
const phonedIn = ({ press }: Look): Press[] =>
  (["ok", "leaving", "noOneHome", "unsafe", "home", "help"] as const).flatMap((what) =>
    press("phonedIn", w.phoned[what], { set: { what }, style: what === "help" ? "destructive" : "default" }),
  );

/** Later by the time they said, or by a step. */
const later = ({ press }: Look): Press[] => [
  ...press("phonedIn", w.phoned.runningLate, { set: { what: "runningLate" } }),
  ...(["15", "30", "60"] as const).flatMap((more) =>
    press("changePlan", w.later[more], { set: { more }, alone: true }),
  ),
];
