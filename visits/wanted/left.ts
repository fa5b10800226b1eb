import type { Id } from "../../schools/school";
import { askedAfterOver, partlyOutAt, stillToLeave, unaccounted, watchReminders } from "../deadlines";
import { decidingRoles } from "../deciders";
import { type Notice, type Recipient, recipientKey, type Say, urgencies } from "../notice";
import { allOut, isOut, visitorsOut } from "../people";
import type { Visit } from "../visit";
import { alarmedWith } from "./alarms";
import {
  aboutIt,
  beside,
  free,
  informed,
  namesOf,
  onWatch,
  toAll,
  toEach,
  visitSlot,
  type WantedFacts,
  watchers,
  watchersAt,
  watchSlot,
} from "./draft";

/** That they have left: who is told, who is out without the other or without permission, and that nobody has the watch. */
export const left = (v: Visit, w: WantedFacts): Notice[] => [
  ...begun(v, w),
  ...partlyOut(v, w),
  ...stayedBehind(v, w),
  ...breaches(v, w),
  ...unwatched(v, w),
  ...watcherGone(v, w),
];

/** To whoever has handed the watch over, or is out themselves and would watch else, it is no news that they have left. */
function begun(v: Visit, w: WantedFacts): Notice[] {
  const times = v.plan.visitors.flatMap((id) => v.outings[id]?.left ?? []);
  if (times.length === 0) return [];
  const at = Math.min(...times);
  const watching = new Set(beside(v, w, w.policy.monitors.value));
  const knows = (to: Recipient) =>
    "person" in to && (v.watchedBefore?.includes(to.person) || (watching.has(to.person) && w.away.includes(to.person)));
  const told = informed(v, w).filter((to) => !knows(to));
  const found = unsigned(v);
  const signed = gone(v).filter((id) => !found.includes(id));
  const who: Say["args"] =
    signed.length > 0 ? { names: namesOf(signed, w), found: namesOf(found, w) } : { how: "unsigned" };
  const args = { ...aboutIt(v, w), names: namesOf(gone(v), w), ...who, by: namesOf(stillToLeave(v), w) };
  return toAll(told, { key: "visitBegun", id: `begun/${at}`, at, slot: watchSlot, args });
}

const whoDecide = (v: Visit, w: WantedFacts): Recipient[] =>
  beside(v, w, decidingRoles(w.policy)).map((person) => ({ person }));

/** Out by what was found or said, and not by a sign-out of theirs. */
const unsigned = (v: Visit): Id[] =>
  gone(v).filter((id) => v.breaches.some(({ what, who }) => what !== "placeNotApproved" && who.includes(id)));

const gone = (v: Visit): Id[] => v.plan.visitors.filter((id) => v.outings[id]);

/** Whoever leaves without the other is alone where two go, and perhaps nobody has noticed. */
function partlyOut(v: Visit, w: WantedFacts): Notice[] {
  const at = partlyOutAt(v, w);
  if (at === undefined || at > w.now) return [];
  const behind = stillToLeave(v);
  const args = { ...aboutIt(v, w), names: namesOf(gone(v), w), by: namesOf(behind, w) };
  const draft = { id: `partly/${at}`, at, urgency: urgencies.reminder, args } as const;
  return [
    ...toAll([...watchersAt(at, v, w), ...whoDecide(v, w)], { ...draft, key: "partlyOut", slot: watchSlot }),
    ...toEach(behind, { ...draft, key: "notAlong", slot: visitSlot }),
  ];
}

/** Somebody has said that they stay: those who went are fewer than was approved, and so it is decided whether the visit goes on (S11). */
function stayedBehind(v: Visit, w: WantedFacts): Notice[] {
  const stays = Object.entries(v.stayed ?? {});
  const out = visitorsOut(v);
  if (stays.length === 0) return [];
  const at = Math.max(...stays.map(([, stamp]) => stamp.at));
  const by = stays.map(([id]) => id);
  const args = { ...aboutIt(v, w), names: namesOf(out, w), by: namesOf(by, w) };
  const draft = { id: `stayed/${at}`, at, urgency: urgencies.reminder, args } as const;
  return [
    ...toAll([...watchersAt(at, v, w), ...whoDecide(v, w)], { ...draft, key: "stayedBehind", slot: watchSlot }),
    ...toEach(out, { ...draft, key: "notWithYou", slot: visitSlot }),
  ];
}

/** The others are back, or the visit is off, and of somebody who was to go nothing is known: they are asked, and so is whoever can look for them (S1). */
export function unaccountedFor(v: Visit, w: WantedFacts): Notice[] {
  const [who, until, at] = [unaccounted(v), askedAfterOver(v, w), v.askedAfter?.at];
  if (until === undefined || at === undefined) return [];
  const how = v.phase === "off" ? "off" : "back";
  const args = { ...aboutIt(v, w), names: namesOf(gone(v), w), by: namesOf(who, w), untilAt: until, how };
  const draft = { id: `after/${at}`, at, urgency: urgencies.alarm, args } as const;
  return [
    ...toAll([...watchersAt(at, v, w), ...whoDecide(v, w)], { ...draft, key: "unaccounted", slot: watchSlot }),
    ...toEach(who, { ...draft, key: "askedAfter", slot: visitSlot }),
  ];
}

/** S1: the approver is told of a breach, and so is whoever watches, unless an alarm tells them. Those reckoned out are asked to answer. */
function breaches(v: Visit, w: WantedFacts): Notice[] {
  return v.breaches
    .filter(({ what }) => what !== "placeNotApproved")
    .flatMap(({ at, who, what }) => {
      const draft = {
        key: "foundOut",
        id: `found/${at}`,
        at,
        urgency: urgencies.alarm,
        args: { ...aboutIt(v, w), names: namesOf(who, w), what },
      } as const;
      const alarmed = new Set(alarmedWith(v, at, w).map(recipientKey));
      const told = [...whoDecide(v, w), ...watchersAt(at, v, w)].filter((to) => !alarmed.has(recipientKey(to)));
      const toThem = { ...draft, slot: visitSlot, args: { ...draft.args, you: 1 } };
      return [...toAll(told, { ...draft, slot: watchSlot }), ...toEach(who, toThem)];
    });
}

/** Each hears of the newest alone: what was missed meanwhile is not said twice in one breath. */
function unwatched(v: Visit, w: WantedFacts): Notice[] {
  const past = watchReminders(v).filter((at) => at <= w.now);
  return past.slice(-1).flatMap((at) => {
    const more = past.length > 1 ? whoDecide(v, w) : [];
    return toAll([...watchers(v, w), ...more], {
      key: "watchAsked",
      id: `unwatched/${at}`,
      at,
      slot: watchSlot,
      urgency: urgencies.reminder,
      args: aboutIt(v, w),
    });
  });
}

/**
 * Whoever has the watch has gone out on another visit, has left the school or has lost the role: others are asked at once in their stead, and where nobody may take it those who decide know (S5).
 * One to one: why they went may be what nobody who reads a channel is to notice (S4).
 */
function watcherGone(v: Visit, w: WantedFacts): Notice[] {
  const { watch } = v;
  if (!watch || allOut(v).length === 0 || isOut(v.outings[watch.by]) || onWatch(v, w).length > 0) return [];
  const others = free(v, w, w.policy.monitors.value);
  return toEach(others.length > 0 ? others : beside(v, w, decidingRoles(w.policy)), {
    key: "watchAsked",
    id: `gone/${watch.at}`,
    at: watch.at,
    slot: watchSlot,
    urgency: urgencies.reminder,
    args: aboutIt(v, w),
  });
}
