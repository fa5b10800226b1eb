import type { At, Id } from "../../schools/school";
import { asReadIn } from "../as-read";
import { backDue, contactDue, coverDue, insideNow, minutes, pingDue, reportDue, stayOver } from "../deadlines";

import { decidingRoles } from "../deciders";

import { nextDoor } from "../doors";

import { type Notice, type Recipient, urgencies } from "../notice";
import { allOut, goneAfterIsOver, visitorsOut } from "../people";
import type { Visit } from "../visit";
import {
  aboutIt,
  beside,
  free,
  namesOf,
  offeredWatch,
  toAll,
  toEach,
  visitSlot,
  type WantedFacts,
  watchCards,
  watchers,
  watchersAt,
  watchSlot,
} from "./draft";
import { left } from "./left";

/** While somebody is out: the watch, the visitors' clocks, what changed on the way. */

export function out(v: Visit, w: WantedFacts): Notice[] {
  return [
    ...watchCards(v, w),
    ...offeredWatch(v, w),
    ...left(v, w),
    ...clocks(v, w),
    ...longStay(v, w),
    ...meeting(v, w),
    ...delays(v, w),
    ...goingHome(v, w),
    ...concerns(v, w),
    ...attenders(v, w),
    ...cover(v, w),
  ];
}

/** The visitors' own pings; never silenced by an alarm, so that covert help changes nothing here (S4). */
export function clocks(v: Visit, w: WantedFacts): Notice[] {
  return allOut(v).flatMap((id) => {
    const outing = v.outings[id];
    const ping = pingDue(v, id, w);
    const nudge = backDue(v, id) - minutes(w.policy.nudgeBefore.value);
    const travels = outing?.where === "onTheWay" || outing?.where === "goingHome";
    const due = { dueAt: contactDue(v, id, w) ?? backDue(v, id), backAt: backDue(v, id) };
    const args = { ...aboutIt(v, w), ...due, ...(travels ? { travels: 1 } : {}) };
    return [
      ...(ping !== undefined && ping <= w.now
        ? toEach([id], {
            key: outing?.awaySafeBy ? "awaySafe" : isReport(v, id, w) ? "reportIn" : "ping",
            id: outing?.awaySafeBy ? `safe/${outing.awaySafeBy}` : `ping/${outing?.contact}`,
            at: ping,
            slot: visitSlot,
            urgency: urgencies.reminder,
            args,
          })
        : []),
      ...(nudge <= w.now
        ? toEach([id], {
            key: "nudge",
            id: `nudge/${backDue(v, id)}`,
            at: nudge,
            slot: visitSlot,
            urgency: urgencies.reminder,
            args,
          })
        : []),
    ];
  });
}

const isReport = (v: Visit, id: Id, w: WantedFacts): boolean => reportDue(v, id, w) === contactDue(v, id, w);

/** "Do not stay too long", with the figure that the school gave it (BEM-88). */
function longStay(v: Visit, w: WantedFacts): Notice[] {
  const over = stayOver(v, w);
  return over === undefined || over > w.now
    ? []
    : toEach(insideNow(v), {
        key: "longStay",
        id: `long/${over}`,
        at: over,
        slot: visitSlot,
        urgency: urgencies.reminder,
        args: aboutIt(v, w),
      });
}

function meeting(v: Visit, w: WantedFacts): Notice[] {
  if (v.meeting?.state !== "off") return [];
  const { at, how } = v.meeting;
  const { leave } = w.policy.noOneHome.value;
  const onward = nextDoor(v) !== undefined ? 1 : 0;
  const draft = { at, urgency: urgencies.reminder, args: { ...aboutIt(v, w), how, put: leave, onward } } as const;
  const toVisitors =
    how === "noOneHome" ? toEach(visitorsOut(v), { ...draft, key: "waitOver", id: `over/${at}`, slot: visitSlot }) : [];
  const told = [...decidingRoles(w.policy), ...w.policy.unsafeEnd.value.writtenTo];
  const people = how === "noOneHome" ? [] : beside(v, w, told).map((person) => ({ person }));
  return [
    ...toVisitors,
    ...toAll([...watchersAt(at, v, w), ...people], { ...draft, key: "meetingOff", id: `off/${at}`, slot: watchSlot }),
  ];
}

export function toldOfDelay(at: At, v: Visit, w: WantedFacts): Recipient[] {
  const watching = watchersAt(at, v, w);
  const known = new Set(watching.map((to) => ("person" in to ? to.person : "")));
  const others = beside(v, w, w.policy.planChangeTo.value).filter((id) => !known.has(id));
  return [...watching, ...others.map((person) => ({ person }))];
}

const toldOfGoingHome = (at: At, v: Visit, w: WantedFacts): Recipient[] => [
  ...watchersAt(at, v, w),
  ...(v.plan.goingHomeTold === undefined ? [] : [{ person: v.plan.goingHomeTold }]),
];

/** Whoever goes home without coming back says so when they leave, and base knows it (BEM-36, BEM-93). */
const goingHome = (v: Visit, w: WantedFacts): Notice[] =>
  allOut(v).flatMap((id) => {
    const outing = v.outings[id];
    return outing?.where !== "goingHome" || outing.attending !== undefined
      ? []
      : toAll(toldOfGoingHome(outing.contact, v, w), {
          key: "goingHome",
          id: `home/${id}`,
          at: outing.contact,
          slot: watchSlot,
          args: { ...aboutIt(v, w), names: namesOf([id], w) },
        });
  });

/** A child about whom the visitors worry: said to the DSL straight away, and again until somebody has it (BEM-76, AET-108). The text names nobody but staff. */
export function concerns(v: Visit, w: WantedFacts): Notice[] {
  return (v.concerns ?? []).flatMap(({ no, at, by, what, taken }) => {
    const args = { ...aboutIt(v, w), by: namesOf([by], w), how: what };
    if (taken)
      return toEach([by], {
        key: "concernTaken",
        id: `child/${no}/taken`,
        at: taken.at,
        slot: visitSlot,
        urgency: urgencies.reminder,
        args: { ...args, by: namesOf([taken.by], w) },
      });
    const round = Math.floor((w.now - at) / minutes(w.policy.safeguardingWithin.value));
    const first = free(v, w, w.policy.safeguardingTo.value);
    const more = round > 0 || first.length === 0 ? free(v, w, decidingRoles(w.policy)) : [];
    return toEach([...new Set([...first, ...more])], {
      key: "childReported",
      id: `child/${no}/${round}`,
      at: at + round * minutes(w.policy.safeguardingWithin.value),
      slot: visitSlot,
      urgency: urgencies.alarm,
      args,
    });
  });
}

/** To whoever watches, and to whom the policy says that a change of plan is told (AET-90, BEM-A-18). */
const delays = (v: Visit, w: WantedFacts): Notice[] =>
  v.delays.slice(-1).flatMap(({ at, to: backAt }) =>
    toAll(toldOfDelay(at, v, w), {
      key: "planChanged",
      id: `later/${at}`,
      at,
      slot: watchSlot,
      args: { ...aboutIt(v, w), backAt },
    }),
  );

/** S12: whoever is sent to the address hears it, with check-ins of their own. */
export function attenders(v: Visit, w: WantedFacts): Notice[] {
  return Object.entries(v.outings).flatMap(([id, { attending, left, back }]) => {
    if (attending === undefined || back) return [];
    const over = goneAfterIsOver(v, attending);
    return toEach([id], {
      ...(over
        ? { key: "comeBack", id: `attended/${attending}/${over.at}`, at: over.at }
        : { key: "goThere", id: `attend/${attending}/${left}`, at: left }),
      slot: visitSlot,
      urgency: urgencies.alarm,
      args: { ...aboutIt(v, w), no: attending, ...(over ? { how: over.how } : {}) },
    });
  });
}

/** S5: thirty minutes before cover ends with anyone out, somebody takes the watch by name. */
export function cover(v: Visit, w: WantedFacts): Notice[] {
  const due = coverDue(v, w);
  if (!due || due.warn > w.now) return [];
  return watchers(v, w).flatMap((to) => {
    const out = allOut("channel" in to ? asReadIn(v, to.channel, w) : v);
    const draft = { key: "coverEnds", id: `cover/${due.end}`, at: due.warn, slot: watchSlot } as const;
    const args = { ...aboutIt(v, w), names: namesOf(out, w), endAt: due.end };
    return toAll(out.length > 0 ? [to] : [], { ...draft, urgency: urgencies.reminder, args });
  });
}
