import type { At, Id } from "../../schools/school";
import { askedWhereOver, minutes, offIsNewsUntil } from "../deadlines";
import { awaitsCoordination, decidersOf, isPlanned, talksOwed } from "../deciders";
import { assessmentOwed } from "../homes/assessments";
import { type Notice, type Say, urgencies } from "../notice";
import type { Visit } from "../visit";
import {
  aboutIt,
  beside,
  namesOf,
  offeredWatch,
  toAll,
  toEach,
  visitSlot,
  type WantedFacts,
  watchCards,
  watchers,
  watchSlot,
} from "./draft";
import { toldOfDelay } from "./during";
import { unaccountedFor } from "./left";

/** Before anybody leaves: asked, ready, called off. */

export function asked(v: Visit, w: WantedFacts): Notice[] {
  const no = v.plan.no;
  const args = { ...aboutIt(v, w), by: namesOf([whoAsked(v)], w) };
  const unanswered = v.plan.visitors.filter((id) => !v.agreed[id]);
  const needsRisk = assessmentOwed(v, w);
  const since = broughtHere(v);
  const planned = isPlanned(v, w) && !v.sentBack;
  const talks = planned ? talksOwed(v, w) : [];
  const decidable = planned && talks.length === 0;
  return [
    ...unanswered.flatMap((id) =>
      toEach([id], {
        key: "agreeAsked",
        id: `agree/${no}`,
        at: since,
        slot: { card: "agree" },
        urgency: urgencies.reminder,
        args: v.changed?.visitors.includes(id) ? { ...args, again: 1 } : args,
      }),
    ),
    ...(needsRisk
      ? toEach([v.asked.by], { key: "riskAsked", id: `risk/${no}`, at: since, slot: { card: "assess" }, args })
      : toEach([whoAsked(v)], { key: "requestSent", id: `sent/${v.asked.at}`, at: since, slot: visitSlot, args })),
    ...(decidable
      ? idsOf(decidersOf(v, w)).flatMap((id) =>
          toEach([id], {
            key: awaitsCoordination(v, w) ? "coordinationAsked" : "approvalAsked",
            id: `approval/${no}`,
            at: since,
            slot: { card: "approval" },
            urgency: urgencies.reminder,
            args: {
              ...args,
              ...(v.changed?.approved || v.changed?.asked || v.changed?.before ? { again: 1 } : {}),
              ...(id === whoAsked(v) ? { you: 1 } : {}),
            },
          }),
        )
      : []),
    ...talks.flatMap(({ id, with: roles }) =>
      toEach(beside(v, w, roles), {
        key: "talkAsked",
        id: `talk/${id}/${no}`,
        at: since,
        slot: { card: "approval" },
        urgency: urgencies.reminder,
        args,
      }),
    ),
    ...(v.sentBack
      ? toEach(v.plan.visitors, {
          key: "changesAsked",
          id: `changes/${v.sentBack.at}`,
          at: v.sentBack.at,
          slot: visitSlot,
          urgency: urgencies.reminder,
          args: { ...args, by: namesOf([v.sentBack.by], w) },
        })
      : []),
    ...whereTheyAre(v, w),
    ...v.refusals.slice(-1).flatMap(({ who, at }) =>
      toEach([whoAsked(v)], {
        key: "companionRefused",
        id: `refused/${at}`,
        at,
        slot: visitSlot,
        urgency: urgencies.reminder,
        args: { ...args, names: namesOf([who], w) },
      }),
    ),
  ];
}

const whoAsked = ({ directed, asked: { by } }: Visit): Id => directed?.by ?? by;

const idsOf = (people: readonly { id: Id }[]): Id[] => people.map(({ id }) => id);

/** The last step that brought the request where it is: what follows from that is not late before then. */
const broughtHere = ({ asked: { at }, agreed, assessment, talks = {}, coordination }: Visit): At =>
  Math.max(
    at,
    ...Object.values(agreed),
    assessment?.at ?? at,
    ...Object.values(talks).map((talk) => talk.at),
    coordination?.at ?? at,
  );

export function ready(v: Visit, w: WantedFacts): Notice[] {
  const at = v.approval?.at ?? v.asked.at;
  const args = { ...aboutIt(v, w), by: v.approval ? namesOf([v.approval.by], w) : "" };
  const soon = v.plan.leave - minutes(10);
  return [
    ...toEach(v.plan.visitors, {
      key: v.approval?.coordinated ? "coordinated" : "approved",
      id: `approved/${v.plan.no}`,
      at,
      slot: visitSlot,
      urgency: urgencies.reminder,
      args,
    }),
    ...amendedSince(v, w),
    ...watchCards(v, w),
    ...offeredWatch(v, w),
    ...(w.now >= soon && v.askedWhere === undefined
      ? toEach(v.plan.visitors, {
          key: "timeToLeave",
          id: `leave/${v.plan.leave}`,
          at: soon,
          slot: visitSlot,
          urgency: urgencies.reminder,
          args,
        })
      : []),
    ...whereTheyAre(v, w),
  ];
}

/** Put until it is answered, whatever becomes of the approval meanwhile (S1). */
const whereTheyAre = (v: Visit, w: WantedFacts): Notice[] =>
  v.askedWhere === undefined
    ? []
    : toEach(v.plan.visitors, {
        key: "askedWhere",
        id: `where/${v.askedWhere}`,
        at: v.askedWhere,
        slot: visitSlot,
        urgency: urgencies.alarm,
        args: { ...aboutIt(v, w), untilAt: askedWhereOver(v, w) ?? v.askedWhere },
      });

/** What is too small to be decided anew is told to whoever goes along, and new times to whoever watches (AET-90). */
function amendedSince(v: Visit, w: WantedFacts): Notice[] {
  if (!v.amended) return [];
  const { by, at, who, times } = v.amended;
  const draft = { id: `amended/${at}`, at, args: { ...aboutIt(v, w), by: namesOf([by], w) } };
  return [
    ...toEach(who, { ...draft, key: "planAmended", slot: visitSlot, urgency: urgencies.reminder }),
    ...(times ? toAll(toldOfDelay(at, v, w), { ...draft, key: "timesAmended", slot: watchSlot }) : []),
  ];
}

export const calledOff = (v: Visit, w: WantedFacts): Notice[] => [...toldOff(v, w), ...unaccountedFor(v, w)];

function toldOff(v: Visit, w: WantedFacts): Notice[] {
  if (!v.off || w.now > offIsNewsUntil(v)) return [];
  const { at, how, by } = v.off;
  const key = how === "declined" ? "declined" : "calledOff";
  const args = { ...aboutIt(v, w), by: by === "clock" ? "" : namesOf([by], w), how, ...asksStill(v) };
  const approved = v.approval ? watchers(v, w) : [];
  return [
    ...toEach(
      v.plan.visitors.filter((id) => id !== by),
      { key, id: `off/${at}`, at, slot: visitSlot, urgency: urgencies.reminder, args },
    ),
    ...toAll(approved, { key, id: `off/${at}`, at, slot: watchSlot, args }),
  ];
}

/** Nobody can say that nobody leaves where it is asked who has. */
const asksStill = ({ off, askedAfter }: Visit): Say["args"] =>
  off && askedAfter?.at === off.at ? { untilAt: askedAfter.at } : {};
