import { actsAs } from "../../schools/roster";
import type { Facts } from "../command";
import { waitOver } from "../deadlines";
import { decidingRoles } from "../deciders";
import { doorNow, doorsOf, placeNow } from "../doors";
import { formHeader } from "../forms/header";
import { assessmentNeeded, companionMissing } from "../homes/assessments";
import type { Need, Viewer } from "../may-see";
import { attends, hasRole, isVisitor } from "../people";
import type { DoorSight, Sight, StopSight } from "../sight";
import type { Visit } from "../visit";
import { warningsFor } from "../warnings";
import { agreement, answers, choiceText } from "./asked";
import { minutes } from "./minutes";
import { isVisitorSide, stampOf, who } from "./who";

/** Where they are now: on a round that is not the first door. */
export function place(v: Visit) {
  const { address, postcode } = placeNow(v);
  return { address, postcode, placeName: doorNow(v) === 0 ? v.plan.placeName : undefined };
}

/** The doors of a round, with what came of each; nothing where there is only one. */
export function round(v: Visit, need: Need): DoorSight[] {
  const doors = doorsOf(v);
  return doors.length < 2
    ? []
    : doors.map(({ pupil, address, postcode, meets }, no) => {
        const left = v.doors?.find((door) => door.no === no);
        const here = no === doorNow(v);
        return {
          no,
          here,
          ...(need.pupil ? { pupil, meets } : {}),
          ...(need.place ? { address: [address, postcode].filter(Boolean).join(", ") } : {}),
          outcome: left?.outcome,
          letter: left?.letter !== undefined || (here && v.letter !== undefined),
        };
      });
}

/** What was said of a child from the visit: the note is for those who have to act on it, and for whoever wrote it. */
export function concerns(v: Visit, viewer: Viewer, f: Facts) {
  const knows = hasRole(f.roster, f.actor, f.policy.safeguardingTo.value, f.now);
  // That somebody was sent to the address, and what they met there, nobody on the visit may notice (S4, S12).
  const theirs = (v.concerns ?? []).filter(({ by }) => !(isVisitorSide(v, viewer) && attends(v, by)));
  return theirs.map(({ by, at, what, note, taken }) => ({
    by: who(by, f),
    at,
    what,
    note: knows || by === f.actor.id ? note : undefined,
    taken: stampOf(taken, f),
  }));
}

/** The doors after the first, as far as one may know where they are and about whom. */
export const stops = ({ plan }: Visit, need: Need): StopSight[] | undefined =>
  need.place || need.pupil
    ? plan.stops?.map(({ pupil, address, postcode, meets, arrive, depart }) => ({
        arrive,
        depart,
        ...(need.pupil || need.family ? { pupil } : {}),
        ...(need.pupil || need.meets ? { meets } : {}),
        ...(need.place
          ? { address: address.toUpperCase().includes(postcode) ? address : `${address}, ${postcode}` }
          : {}),
      }))
    : undefined;

/** Theirs is the number to ring when there is concern on the visit (TMC-39). */
export function socialWorker({ plan }: Visit): Sight["socialWorker"] {
  const { has, name = "", phone = "" } = plan.socialWorker ?? {};
  return has === "yes" ? { name, phone } : undefined;
}

/** What is known of the home, or of the homes of a round. */
const home = (v: Visit, f: Facts) => ({
  firstVisit: f.past.firstVisit,
  firstDoors: f.past.firstDoors,
  incidents: f.past.incidents,
  warnings: warningsFor(v, f, isVisitor(v, f.actor.id)).map(({ no, text, by, at, review, door, own }) => ({
    no,
    text,
    by: who(by, f).name,
    at,
    review,
    door,
    own,
  })),
  siblings: v.plan.siblings,
  near: f.policy.coordinated.value
    ? f.past.near?.map(({ at, by, door }) => ({ at, by: who(by, f).name, door }))
    : undefined,
});

/** Where it is made for the first visit alone, later ones refer to that (TMC-20). */
function assessment(v: Visit, f: Facts): Sight["assessment"] {
  if (v.assessment) return { ...v.assessment, byName: who(v.assessment.by, f).name, header: formHeader(v, f) };
  const { assessed } = f.past;
  if (!assessed || assessmentNeeded(v, f) || f.policy.risk.value.required === "never") return undefined;
  return { ...assessed, byName: who(assessed.by, f).name };
}

/** The pupil, the reason and what was assessed. */
export function about(v: Visit, f: Facts) {
  const { plan } = v;
  const outsider = plan.outsider;
  return {
    pupil: plan.pupil,
    reason: f.policy.reasons.value.list.find(({ id }) => id === plan.reason)?.text ?? "",
    purpose: plan.purpose,
    whyNotInSchool: plan.whyNotInSchool,
    agreement: agreement(v, f),
    news: plan.news,
    outOfHours: plan.outOfHours && {
      ...plan.outOfHours,
      contact: plan.outOfHours.contact && who(plan.outOfHours.contact, f).name,
    },
    answers: answers(v, f),
    reasonChoice: choiceText(v, f),
    agency: plan.agency,
    meets: plan.meets,
    loneWhy: plan.loneWhy,
    been: f.past.been,
    noneFree: plan.noneFree,
    pupilClass: plan.pupilClass,
    outsider,
    ...home(v, f),
    openChange: f.past.openChange?.change,
    assessment: assessment(v, f),
    minutes: minutes(v, f),
  };
}

/** That there was a talk is known to whoever sees the visit; what was said goes where the pupil may be known. */
const talksSeen = ({ talks = {} }: Visit, need: Need, f: Facts) =>
  f.policy.discussFirst.value.flatMap(({ id, text }) => {
    const talk = talks[id];
    return talk ? [{ text, by: who(talk.by, f), on: talk.on, note: need.pupil ? talk.note : "" }] : [];
  });

/** How far it has come. What somebody wrote may name the pupil, and goes where the pupil may be known. */
export function course(v: Visit, need: Need, f: Facts) {
  const approvedBy = f.roster.people.find(({ id }) => id === v.approval?.by);
  const acting = approvedBy
    ? decidingRoles(f.policy).some((role) => actsAs(f.roster, approvedBy, role, v.approval?.at ?? f.now)?.acting)
    : false;
  const written = (text: string) => (need.pupil ? text : "");
  return {
    approval: v.approval && {
      by: who(v.approval.by, f),
      at: v.approval.at,
      reason: written(v.approval.reason),
      acting,
      coordinated: v.approval.coordinated,
    },
    coordination: stampOf(v.coordination, f),
    talks: talksSeen(v, need, f),
    sanctions: f.policy.outsideSanction.value.flatMap(({ id, text }) =>
      v.approval?.sanctions?.[id] && need.pupil ? [{ text, said: v.approval.sanctions[id] }] : [],
    ),
    sentBack: v.sentBack && stampOf({ ...v.sentBack, why: written(v.sentBack.why) }, f),
    changed: v.changed && {
      what: v.changed.what,
      approved: v.changed.approved,
      before: v.changed.before,
      again: v.changed.visitors.includes(f.actor.id) ? (true as const) : undefined,
      asked: v.changed.asked && stampOf({ ...v.changed.asked, why: written(v.changed.asked.why) }, f),
    },
    off: v.off && stampOf({ ...v.off, why: written(v.off.why) }, f),
    watch: stampOf(v.watch, f),
    meeting:
      v.meeting &&
      (v.meeting.state === "waiting"
        ? { state: "waiting" as const, at: v.meeting.since, until: waitOver(v, f) }
        : v.meeting),
    leave: v.letter ? undefined : f.policy.noOneHome.value.leave,
    letter: stampOf(v.letter, f),
    breaches: v.breaches.map(({ what }) => what),
    closed: v.closed?.at,
  };
}

/** The last who refused, while somebody else is to be asked. */
export function cannot(v: Visit, viewer: Viewer, f: Facts) {
  const last = v.refusals.at(-1);
  const asks = "id" in viewer && (v.directed ?? v.asked).by === viewer.id;
  return last && asks && v.phase === "asked" && companionMissing(v, f)
    ? { by: who(last.who, f), why: last.why }
    : undefined;
}
