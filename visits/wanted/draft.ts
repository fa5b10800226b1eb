import type { Policy, Role } from "../../policies/policy";
import { isActive, listedAs } from "../../schools/roster";
import type { At, Id, Roster } from "../../schools/school";
import { type Notice, type Recipient, recipientKey, type Say, type Slot, urgencies } from "../notice";
import { hasRole, holdersBeside, isOut, ladderRoles, toldRoles } from "../people";
import type { Visit } from "../visit";

export type WantedFacts = { policy: Policy; roster: Roster; away: readonly Id[]; now: At };

export const visitSlot: Slot = { card: "visit" };
export const watchSlot: Slot = { card: "watch" };

export type Draft = {
  key: Say["key"];
  id: string;
  at: At;
  slot: Slot;
  urgency?: Notice["urgency"];
  args?: Say["args"];
  mention?: readonly Id[];
};

export const notice = (to: Recipient, d: Draft): Notice => ({
  id: `${d.id}/${recipientKey(to)}`,
  to,
  urgency: d.urgency ?? urgencies.rest,
  say: { key: d.key, args: d.args ?? {} },
  slot: d.slot,
  at: d.at,
  mention: d.mention,
});
/** One draft for all: what it says is put together once, however many are told. */
export const toAll = (told: readonly Recipient[], draft: Draft): Notice[] => told.map((to) => notice(to, draft));
export const toEach = (people: readonly Id[], draft: Draft): Notice[] =>
  toAll(
    people.map((person) => ({ person })),
    draft,
  );

export const namesOf = (ids: readonly Id[], { roster }: WantedFacts): string =>
  ids.map((id) => listedAs(roster, id)?.name ?? "somebody").join(", ");
/** What nearly every sentence about a visit needs. */
export const aboutIt = (v: Visit, w: WantedFacts): Say["args"] => ({
  names: namesOf(v.plan.visitors, w),
  leaveAt: v.plan.leave,
  startAt: v.plan.start,
  backAt: v.plan.back,
});

/** Who hears of an alarm: people of these roles who are neither on the visit nor out on another (S5). */
export const free = (v: Visit, w: WantedFacts, roles: readonly Role[]): Id[] =>
  holdersBeside(v, w.roster, roles, w.now, w.away).map(({ id }) => id);

/** Who hears of anything else: being out oneself is no reason not to be asked or told. */
export const beside = (v: Visit, w: WantedFacts, roles: readonly Role[]): Id[] =>
  holdersBeside(v, w.roster, roles, w.now, []).map(({ id }) => id);

/** Who has the watch, unless they are out themselves, or have lost the role in which they took it and could press nothing any more (S5). */
export function onWatch(v: Visit, w: WantedFacts): Id[] {
  const { policy, roster, now } = w;
  const person = v.watch && isFree(v, w, v.watch.by) ? listedAs(roster, v.watch.by) : undefined;
  return person && hasRole(roster, person, ladderRoles(policy), now) ? [person.id] : [];
}
/** At school, and one of its people still: whoever has left since is no one to be told. */
export function isFree(v: Visit, w: WantedFacts, id: Id): boolean {
  const person = listedAs(w.roster, id);
  const here = person !== undefined && isActive(person, w.roster.school, w.now);
  return here && !w.away.includes(id) && !isOut(v.outings[id]);
}

/** Whoever watches: the person by name, else everyone who may, and their channel. */
export const watchers = (v: Visit, w: WantedFacts): Recipient[] => [
  ...([onWatch(v, w), free(v, w, w.policy.monitors.value)]
    .find((people) => people.length > 0)
    ?.map((person) => ({ person })) ?? []),
  ...w.policy.monitors.value.filter((role) => w.roster.school.channels[role]).map((channel) => ({ channel })),
];

/** Of those who are told, whoever does not watch. */
export const informed = (v: Visit, w: WantedFacts): Recipient[] => {
  const watching = new Set(watchers(v, w).flatMap((to) => ("person" in to ? [to.person] : [])));
  return beside(v, w, toldRoles(w.policy))
    .filter((id) => !watching.has(id))
    .map((person) => ({ person }));
};

/** Those who were watching then: whoever took the watch later reads on its card how things stand. */
export const watchersAt = (at: At, v: Visit, w: WantedFacts): Recipient[] =>
  watchers(v, w).filter(
    (to) => "channel" in to || v.watch === undefined || v.watch.at <= at || v.watch.by !== to.person,
  );

/** The card of the watch, under the question who takes it or under the name of who has. */
export const watchCards = (v: Visit, w: WantedFacts): Notice[] =>
  toAll(watchers(v, w), {
    key: onWatch(v, w).length > 0 ? "watchTaken" : "watchAsked",
    id: `watch/${v.plan.no}`,
    at: Math.max(v.watch?.at ?? 0, v.approval?.at ?? v.breaches[0]?.at ?? v.asked.at),
    slot: watchSlot,
    args: { ...aboutIt(v, w), ...(v.watch ? { by: namesOf([v.watch.by], w) } : {}) },
  });

export const offeredWatch = (v: Visit, w: WantedFacts): Notice[] =>
  v.watch?.offered && isFree(v, w, v.watch.offered)
    ? toEach([v.watch.offered], {
        key: "watchOffered",
        id: `offered/${v.watch.at}`,
        at: v.watch.at,
        slot: watchSlot,
        urgency: urgencies.reminder,
        args: { ...aboutIt(v, w), by: namesOf([v.watch.by], w) },
      })
    : [];
