import type { Line, Moment } from "../policies/policy";
import { actsAs } from "../schools/roster";
import type { Id, Person } from "../schools/school";
import type { Facts, Verb } from "./command";
import { unknowns } from "./conditions";
import { climbDue, contactDue, waitOver } from "./deadlines";
import { alarmsFor, type Need, needOf, type Viewer } from "./may-see";
import { nextFor } from "./next";
import { hasRole, holdersBeside, holdsSomebody, isOut, isVisitor, ladderRoles, openAlarms, stepOf } from "./people";
import { unreachableSentences } from "./reach";
import { offers } from "./rules";
import { isLone } from "./rules/approving";
import type { AlarmSight, Sight, VisitorSight, Who } from "./sight";
import type { Alarm, Visit } from "./visit";

/** Everything that one viewer may know of a visit: the one seam for privacy and for covert help (S4, P10). */
export function seenBy(v: Visit, viewer: Viewer, facts: Facts): Sight {
  const f = { ...facts, actor: actorFor(v, viewer, facts) };
  const need = needOf(v, viewer, f);
  const verbs = offers(v, f);
  return {
    viewer: "channel" in viewer ? viewer : { id: viewer.id, name: viewer.name },
    school: {
      name: f.roster.school.name,
      phone: f.roster.school.phone,
      phone2: f.roster.school.phone2,
      zone: f.roster.school.timezone,
    },
    policy: { title: f.policy.title, pack: f.policy.pack },
    visit: v.id,
    now: f.now,
    phase: v.phase,
    planNo: v.plan.no,
    asked: { by: who(v.asked.by, f), at: v.asked.at },
    times: { leave: v.plan.leave, start: v.plan.start, back: v.plan.back },
    doorstep: f.policy.reasons.value.list.find(({ id }) => id === v.plan.reason)?.doorstep === true,
    visitors: visitors(v, viewer, need, f),
    ...(need.place ? place(v) : {}),
    ...(need.pupil ? about(v, f) : { firstVisit: false, incidents: [] }),
    ...course(v, f),
    everyoneBack: isVisitorSide(v, viewer) ? undefined : v.everyoneBack,
    alarms: alarms(v, viewer, need, f),
    unreachable: v.phase === "asked" || v.phase === "ready" ? unreachableSentences(v, f) : [],
    missing: missing(v, f),
    tasks: v.tasks.map(({ no, kind, due, done, for: whose }) => ({
      no,
      kind,
      due,
      done: done !== undefined,
      mine: "id" in viewer && whose.includes(viewer.id),
    })),
    offers: verbs,
    next: nextFor(v, viewer, verbs, f),
    forms: forms(v, verbs, f),
    guidance: guidance(v, viewer, f),
  };
}

/** A channel's buttons are those of the people who read it, none of whom is on the visit. */
const actorFor = (v: Visit, viewer: Viewer, f: Facts): Person =>
  "id" in viewer
    ? viewer
    : (holdersBeside(v, f.roster, [viewer.channel, ...f.policy.monitors.value], f.now, f.away)[0] ?? {
        id: "",
        name: "",
        schools: [],
        roles: [],
        checks: {},
      });

const who = (id: Id | "clock", f: Facts): Who => ({
  id,
  name: f.roster.people.find((p) => p.id === id)?.name ?? "Homeward",
});
const stampOf = <T extends { by: Id | "clock" }>(stamp: T | undefined, f: Facts) =>
  stamp && { ...stamp, by: who(stamp.by, f) };

const place = ({ plan }: Visit) => ({ address: plan.address, postcode: plan.postcode });

function about(v: Visit, f: Facts) {
  const { plan } = v;
  const outsider = plan.outsider;
  return {
    pupil: plan.pupil,
    reason: f.policy.reasons.value.list.find(({ id }) => id === plan.reason)?.text ?? "",
    purpose: plan.purpose,
    whyNotInSchool: plan.whyNotInSchool,
    agreement: agreement(v, f),
    news: plan.news,
    outOfHours: plan.outOfHours,
    loneWhy: plan.loneWhy,
    outsider,
    firstVisit: f.past.firstVisit,
    incidents: f.past.incidents,
    openChange: f.past.openChange?.change,
    assessment: v.assessment && { ...v.assessment, byName: who(v.assessment.by, f).name },
    minutes: stampOf(v.minutes, f),
  };
}

function agreement({ plan }: Visit, f: Facts): string {
  if (plan.agreement.kind === "agreed")
    return `Agreed with the parents${plan.agreement.how ? `: ${plan.agreement.how}` : ""}`;
  const { ground, why } = plan.agreement;
  return `Unannounced (${f.policy.unannounced.value.find(({ id }) => id === ground)?.text ?? ground}): ${why}`;
}

function course(v: Visit, f: Facts) {
  const approvedBy = f.roster.people.find(({ id }) => id === v.approval?.by);
  const acting = approvedBy
    ? f.policy.approvers.value.some((role) => actsAs(f.roster, approvedBy, role, v.approval?.at ?? f.now)?.acting)
    : false;
  return {
    approval: v.approval && { by: who(v.approval.by, f), at: v.approval.at, reason: v.approval.reason, acting },
    sentBack: stampOf(v.sentBack, f),
    off: stampOf(v.off, f),
    watch: stampOf(v.watch, f),
    meeting:
      v.meeting &&
      (v.meeting.state === "waiting"
        ? { state: "waiting" as const, at: v.meeting.since, until: waitOver(v, f) }
        : v.meeting),
    breaches: v.breaches.map(({ what }) => what),
    closed: v.closed?.at,
  };
}

function visitors(v: Visit, viewer: Viewer, need: Need, f: Facts): VisitorSight[] {
  const attenders =
    isVisitorSide(v, viewer) || !need.alarms
      ? []
      : Object.keys(v.outings).filter((id) => v.outings[id]?.attending !== undefined);
  return [...v.plan.visitors, ...attenders.filter((id) => !v.plan.visitors.includes(id))].map((id, i) => {
    const outing = v.outings[id];
    return {
      ...who(id, f),
      lead: i === 0,
      agreed: v.agreed[id] !== undefined,
      ...(need.numbers
        ? {
            phone: outing?.ready?.phone ?? f.roster.people.find((p) => p.id === id)?.phone,
            vehicle: vehicleText(outing?.ready?.vehicle),
          }
        : {}),
      outing: outing && {
        left: outing.left,
        contact: outing.contact,
        due: contactDue(v, id, f),
        where: outing.where,
        back: outing.back?.at,
        backHow: outing.back?.how,
        attending: outing.attending !== undefined,
      },
    };
  });
}

const isVisitorSide = (v: Visit, viewer: Viewer) => "id" in viewer && isVisitor(v, viewer.id);

const vehicleText = (vehicle: unknown): string | undefined => (typeof vehicle === "string" ? vehicle : undefined);

function alarms(v: Visit, viewer: Viewer, need: Need, f: Facts): AlarmSight[] {
  const covertHere =
    !("channel" in viewer) || !holdsSomebody(viewer.channel, f.roster, [...v.plan.visitors, ...Object.keys(v.outings)]);
  const hidden = isVisitorSide(v, viewer);
  return alarmsFor(v, viewer, need, covertHere).map((alarm) =>
    hidden ? forVisitor(v, alarm, f) : forResponder(v, alarm, f, covertHere),
  );
}

/** On the visit one learns that the school is looking for one, or has one's call; who does what stays at school. */
const forVisitor = (v: Visit, alarm: Alarm, f: Facts): AlarmSight => ({
  no: alarm.no,
  cause: alarm.cause,
  ask: "call",
  about: Object.keys(alarm.about).map((id) => ({
    ...who(id, f),
    lastContact: v.outings[id]?.contact ?? alarm.openedAt,
  })),
  dueAt: alarm.dueAt,
  openedAt: alarm.openedAt,
  since: alarm.openedAt,
  taps: [],
  calls: [],
  doNotRing: false,
  why: [],
  clauses: [],
  offers: [],
  ended: alarm.ended && { by: "", at: alarm.ended.at, how: "ok", note: "" },
});

function forResponder(v: Visit, alarm: Alarm, f: Facts, covertHere: boolean): AlarmSight {
  const step = stepOf(f.policy, alarm.step);
  const covertOpen = openAlarms(v).some(({ cause }) => cause === "covert");
  return {
    ...forVisitor(v, alarm, f),
    ask: step.ask,
    about: Object.entries(alarm.about).map(([id, { spoken }]) => ({
      ...who(id, f),
      phone: v.outings[id]?.ready?.phone ?? f.roster.people.find((p) => p.id === id)?.phone,
      lastContact: v.outings[id]?.contact ?? alarm.openedAt,
      spoken: spoken && { by: who(spoken.by, f).name, at: spoken.at },
    })),
    since: alarm.since,
    climbsAt: alarm.ended ? undefined : climbDue(alarm, f),
    holder: alarm.holder && { who: who(alarm.holder.who, f), until: alarm.holder.until },
    taps: alarm.taps.map((tap) => ({ ...tap, who: who(tap.who, f) })),
    calls: alarm.calls.map((call) => ({ ...call, by: who(call.by, f) })),
    doNotRing: covertHere && covertOpen && !alarm.ended,
    decision: alarm.decision && {
      ...alarm.decision,
      by: who(alarm.decision.by, f),
      who: alarm.decision.who.map((id) => who(id, f)),
    },
    police: stampOf(alarm.police, f),
    ended: alarm.ended && { ...alarm.ended, by: who(alarm.ended.by, f).name },
    why: immediate(v, alarm, f),
    clauses: step.clauses,
    offers: alarm.ended ? [] : offers(v, f, alarm.no).filter((verb) => alarmVerbs.includes(verb)),
  };
}

const alarmVerbs: readonly Verb[] = [
  "acknowledge",
  "recordCall",
  "recordDecision",
  "standDown",
  "phonedIn",
  "seenBack",
  "takeWatch",
];

/** Why the risk is immediate: what the police ask for beyond "a check-in was missed" (S10). */
function immediate(v: Visit, alarm: Alarm, f: Facts): string[] {
  const lines: [boolean, string][] = [
    [
      alarm.cause === "covert",
      "A member of staff asked for help discreetly: they may be overheard and unable to speak.",
    ],
    [alarm.cause === "violence", "A member of staff reported violence or a threat of it."],
    [alarm.cause === "emergency", "A member of staff pressed for help."],
    [
      alarm.cause === "noContact" || alarm.cause === "notBack",
      "They agreed to be in contact by a set time and have not been.",
    ],
    [
      alarm.calls.some(({ outcome }) => outcome === "noAnswer"),
      `Their phone was rung ${alarm.calls.filter(({ outcome }) => outcome === "noAnswer").length} times without an answer.`,
    ],
    [alarm.calls.some(({ outcome }) => outcome === "concern"), "Somebody spoke to them and was concerned."],
    [f.past.incidents.length > 0, "An earlier visit to this home was ended because it was unsafe."],
    [
      v.assessment?.overall === "H" || v.assessment?.overall === "M",
      `The visit was assessed as ${v.assessment?.overall === "H" ? "high" : "medium"} risk.`,
    ],
    [v.plan.visitors.length === 1, "They are alone."],
  ];
  return lines.filter(([yes]) => yes).map(([, say]) => say);
}

/** What still stands between this visit and leaving. */
function missing(v: Visit, f: Facts): Line[] {
  if (v.phase !== "asked") return [];
  const lines: [boolean, Line][] = [
    [
      v.plan.visitors.some((id) => !v.agreed[id]),
      { id: "agree", text: "A companion has not agreed yet.", clauses: [] },
    ],
    [
      isLone(v, f) && v.plan.loneWhy === undefined,
      { id: "companion", text: "A companion is missing.", clauses: f.policy.visitorsMin.clauses },
    ],
    [
      f.policy.risk.value.required !== "never" && !v.assessment,
      { id: "risk", text: "The risk assessment has not been made.", clauses: f.policy.risk.clauses },
    ],
    [
      f.past.openChange !== undefined && (v.assessment?.rows.length ?? 0) === 0,
      {
        id: "change",
        text: "The last review asked for a change to the risk assessment.",
        clauses: f.policy.risk.clauses,
      },
    ],
    [!v.approval, { id: "approval", text: "It has not been approved.", clauses: f.policy.approvers.clauses }],
  ];
  return lines.filter(([yes]) => yes).map(([, line]) => line);
}

/** What a form needs, for whoever is offered its verb. */
function forms(v: Visit, verbs: readonly Verb[], f: Facts): Sight["forms"] {
  const has = (verb: Verb) => verbs.includes(verb);
  const people = f.roster.people.filter(({ id }) => v.plan.visitors.includes(id));
  const toWho = ({ id, name }: Person): Who => ({ id, name });
  const free = (roles: readonly string[]) =>
    f.roster.people
      .filter((p) => hasRole(f.roster, p, roles, f.now) && !f.away.includes(p.id) && !v.plan.visitors.includes(p.id))
      .map(toWho);
  const { vehicle } = f.actor;
  return {
    ...(has("approve")
      ? {
          ticks: f.policy.approvalTicks.value,
          confirm: unknowns(people, f).map(({ who: person, condition }) => ({ who: toWho(person), line: condition })),
          lone: isLone(v, f),
          reserves: free(["visitor"]),
        }
      : {}),
    ...(has("signOut")
      ? {
          checklist: f.policy.departure.value,
          phone: f.actor.phone ?? "",
          vehicle: vehicle ? `${vehicle.colour} ${vehicle.make} ${vehicle.model}, ${vehicle.registration}` : "",
        }
      : {}),
    ...(has("assessRisk") ? { risk: f.policy.risk.value, generic: "L" as const } : {}),
    ...(has("handOverWatch") ? { watchers: free(ladderRoles(f.policy)).filter(({ id }) => id !== f.actor.id) } : {}),
    ...(has("recordDecision")
      ? {
          attenders: f.roster.people
            .filter((p) => !f.away.includes(p.id) && !v.plan.visitors.includes(p.id))
            .map(toWho),
        }
      : {}),
    ...(has("writeMinutes") ? { minutesWithin: f.policy.minutesWithin.value } : {}),
  };
}

/** The policy's lines at the moment when they matter; nothing appears because of a covert call (S4). */
function guidance(v: Visit, viewer: Viewer, f: Facts): Line[] {
  if (!isVisitorSide(v, viewer)) return [];
  const moment = momentOf(v, "id" in viewer ? viewer.id : "");
  return f.policy.guidance.value.filter((line) => line.moment === moment);
}

function momentOf(v: Visit, id: Id): Moment {
  const outing = v.outings[id];
  if (!isOut(outing)) return v.phase === "asked" ? "request" : v.phase === "ready" ? "beforeLeaving" : "return";
  if (openAlarms(v).some(({ cause, about }) => (cause === "emergency" || cause === "violence") && about[id]))
    return "emergency";
  if (v.meeting?.state === "off") return v.meeting.how === "noOneHome" ? "noOneHome" : "unsafe";
  return outing.where === "atTheHome"
    ? "inside"
    : outing.where === "leftTheHome" || outing.where === "goingHome"
      ? "return"
      : "atTheDoor";
}
