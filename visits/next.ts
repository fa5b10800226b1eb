import type { Person } from "../schools/school";
import type { Facts, Verb } from "./command";
import { askedAfterOver, askedWhereOver, contactDue, signOutOffered, unaccounted } from "./deadlines";
import { talksOwed } from "./deciders";
import { nextDoor } from "./doors";
import { assessmentOwed, companionMissing } from "./homes/assessments";
import { alarmsFor, needOf, nothing, type Viewer } from "./may-see";
import { attends, goneAfterIsOver, hasRole, isOut, isVisitor, openAlarms, stepOf } from "./people";
import type { NextKey, Sight } from "./sight";
import { toTellFirst } from "./tellings";
import type { Alarm, TaskKind, Visit } from "./visit";

type Next = Sight["next"];

/** The next thing for this viewer to do, and by when. */
export function nextFor(v: Visit, viewer: Viewer, verbs: readonly Verb[], f: Facts): Next {
  if (!("channel" in viewer) && attends(v, viewer.id) && isOut(v.outings[viewer.id]))
    return forAttender(v, viewer.id, f);
  if ("channel" in viewer || !isVisitor(v, viewer.id))
    return hasPart(v, viewer, f) ? forSchool(v, viewer, verbs, f) : { key: "notGoing" };
  return forVisitor(v, viewer, verbs, f);
}

/** Neither whoever was asked along and does not go, nor who is only told of the visit: what the school is to do is not theirs. */
const hasPart = (v: Visit, viewer: Viewer, f: Facts): boolean =>
  "channel" in viewer || v.directed?.by === viewer.id || needOf(v, viewer, f).alarms;

/** Sent to the address: out, with clocks of their own, until they are back (S12). */
function forAttender(v: Visit, id: string, f: Facts): Next {
  const { attending = 0, backBy } = v.outings[id] ?? {};
  return goneAfterIsOver(v, attending) ? { key: "signIn", by: backBy } : { key: "checkIn", by: contactDue(v, id, f) };
}

function forVisitor(v: Visit, viewer: Person, verbs: readonly Verb[], f: Facts): Next {
  const { id } = viewer;
  if (v.phase === "asked") return whileAsked(v, id, verbs, f);
  if (v.phase === "ready") return beforeLeaving(v, id, f);
  if (v.phase === "out") return whileOut(v, viewer, f);
  if (unaccounted(v).includes(id)) return { key: "sayWhere", by: askedAfterOver(v, f) };
  if (v.phase !== "back" && v.phase !== "closed") return { key: "nothing" };
  if (isLookedFor(v, viewer)) return { key: "sayByVoice" };
  const open = v.tasks.filter(({ done, apart }) => !done && !apart);
  return ownTask(v, id) ?? (open[0] ? { key: "othersWrite", by: open[0].due } : { key: "nothing" });
}

/** Until whom the policy names is told, the press would be refused; once it is asked whether they have left, that is to be answered first (S1). */
function beforeLeaving(v: Visit, id: string, f: Facts): Next {
  const asked = askedWhereOver(v, f);
  if (asked !== undefined) return { key: "goneOrNot", by: asked };
  const tells = toTellFirst(v, f).some(({ id: line }) =>
    v.tasks.some((one) => one.line === line && one.for.includes(id)),
  );
  const key = f.now < signOutOffered(v) ? "waitToLeave" : "signOut";
  return { key: tells ? "tellOthers" : key, by: v.plan.leave };
}

/** The minutes before all else, then what is due first. */
function ownTask({ tasks }: Visit, id: string): Next {
  const mine = tasks.filter((task) => !task.done && task.for.includes(id)).toSorted((a, b) => a.due - b.due);
  const task = mine.find(({ kind }) => kind === "minutes") ?? mine[0];
  return task && { key: nextTask[task.kind] ?? "doTask", by: task.due };
}

const nextTask: Partial<Record<TaskKind, NextKey>> = { minutes: "writeMinutes", riskReview: "reviewRisk" };

function whileAsked(v: Visit, id: string, verbs: readonly Verb[], f: Facts): Next {
  if (v.sentBack) return { key: "amend" };
  if (!v.agreed[id]) return { key: "agree" };
  // First, since somebody else has to answer it.
  if (companionMissing(v, f))
    return verbs.includes("amend") ? { key: "nameCompanion", by: v.plan.leave } : { key: "waitForCompanion" };
  if (verbs.includes("assessRisk") && assessmentOwed(v, f)) return { key: "assess" };
  if (v.plan.visitors.some((other) => !v.agreed[other])) return { key: "waitForCompanion" };
  // Nobody decides before that, and whoever has to be talked to only hears that it will happen.
  const talks = v.asked.by === id && talksOwed(v, f).length > 0;
  return { key: talks ? "talkOver" : "waitForApproval", by: v.plan.leave };
}

function whileOut(v: Visit, viewer: Person, f: Facts): Next {
  const { id } = viewer;
  const outing = v.outings[id];
  if (!outing) return { key: v.stayed?.[id] ? "nothing" : "signOut" };
  if (!isOut(outing)) return isLookedFor(v, viewer) ? { key: "sayByVoice" } : (ownTask(v, id) ?? { key: "nothing" });
  if (outing.awaySafeBy !== undefined) return { key: "getAway", by: outing.awaySafeBy };
  if (f.now >= v.plan.back - f.policy.nudgeBefore.value * 60_000) return { key: "leaveOrExtend", by: v.plan.back };
  const left = outing.where === "leftTheHome" || v.meeting?.state === "off";
  if (left && nextDoor(v)) return { key: "goOn", by: v.plan.back };
  if (outing.where === "goingHome") return { key: "signIn", by: v.plan.back };
  if (v.meeting?.state === "off") return { key: "returnNow", by: v.plan.back };
  if (outing.where === "leftTheHome") return { key: "signIn", by: v.plan.back };
  // Where a colleague has found no one in, they are there together.
  const expected = f.now < v.plan.start && v.meeting?.state !== "waiting";
  if (outing.where === "onTheWay" && expected) return { key: "arrive", by: v.plan.start };
  const due = contactDue(v, id, f);
  return due === undefined || due > v.plan.back ? { key: "beBack", by: v.plan.back } : { key: "checkIn", by: due };
}

/** Back by a press of their own, which ends nothing that somebody has in hand (S3). Of what they may know of alone (S4). */
const isLookedFor = (v: Visit, viewer: Person): boolean =>
  alarmsFor(v, viewer, nothing, false).some(({ ended, about: { [viewer.id]: one } }) => !ended && one && !one.spoken);

/** Until it goes unanswered, the call after the start is no alarm. */
const isUsualCall = ({ cause, step }: Alarm, f: Facts): boolean =>
  cause === "arrivalCall" && stepOf(f.policy, step).ask === "call";

/** Whether it has come to them: what others are still asked is not theirs to do. A discreet call comes to all who may see it. */
function isAsked({ cause, reached }: Alarm, viewer: Viewer, f: Facts): boolean {
  const steps = reached.map(({ step }) => stepOf(f.policy, step));
  if ("channel" in viewer) return steps.some(({ channels }) => channels.includes(viewer.channel));
  const tell = steps.flatMap((step) => step.tell);
  return cause === "covert" || hasRole(f.roster, viewer, tell, f.now);
}

function forSchool(v: Visit, viewer: Viewer, verbs: readonly Verb[], f: Facts): Next {
  const open = openAlarms(v);
  const asked = open.filter((alarm) => isAsked(alarm, viewer, f));
  const alarm = asked.find(({ police, holder }) => !police && !holder) ?? asked[0];
  if (!alarm && open.some((one) => !isUsualCall(one, f))) return { key: "othersAnswer" };
  if (alarm) {
    if (isUsualCall(alarm, f)) return { key: "callAtStart" };
    const { ask } = stepOf(f.policy, alarm.step);
    return { key: ({ call: "ring", decide: "decide", police: "callPolice" } as const)[ask] };
  }
  const until = verbs.includes("stayBehind") ? askedAfterOver(v, f) : undefined;
  if (until !== undefined) return { key: "findOut", by: until };
  if (verbs.includes("approve")) return { key: "approve", by: v.plan.leave };
  // Whoever has had the watch since an approval that is void now.
  if (v.phase === "asked") return { key: "waitForApproval", by: v.plan.leave };
  if (v.phase !== "out" && v.phase !== "ready") return { key: "nothing" };
  if (v.watch) return { key: "watch", by: v.plan.back };
  // Somebody has it when they leave; once they are out it is wanted at once.
  return v.phase === "ready" ? { key: "takeWatch", by: v.plan.leave } : { key: "takeWatch" };
}
