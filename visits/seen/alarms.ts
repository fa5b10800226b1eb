import { listedAs } from "../../schools/roster";
import { seen } from "../../words/en-gb";
import type { Facts, Verb } from "../command";
import { climbDue } from "../deadlines";
import { alarmsFor, type Need, type Viewer } from "../may-see";
import { concerned, feltUnsafe, holdsSomebody, openAlarms, pressedSince, stepOf } from "../people";
import { asksEvery } from "../rounds";
import { sensible } from "../rules";
import type { AlarmSight, DecisionSight } from "../sight";
import { sayRoles } from "../titles";
import type { Alarm, Decision, Visit } from "../visit";
import { isVisitorSide, stampOf, who } from "./who";

const say = seen.immediate;

/** `rights`: what is this viewer's to do now. */
export function alarms(v: Visit, viewer: Viewer, need: Need, f: Facts, rights: readonly Verb[]): AlarmSight[] {
  const covertHere = !("channel" in viewer) || !holdsSomebody(viewer.channel, f.roster, concerned(v), f.policy);
  const hidden = isVisitorSide(v, viewer);
  const answers = hidden ? [] : rights.filter((verb) => alarmVerbs.has(verb));
  return alarmsFor(v, viewer, need, covertHere).map((alarm) =>
    hidden
      ? forVisitor(v, alarm, f)
      : unwritten(forResponder(v, alarm, f, { covertHere, need, answers }), "channel" in viewer),
  );
}

/** What somebody wrote may say more than a channel needs: there it stays with who did what, and when (P10). */
const unwritten = (alarm: AlarmSight, read: boolean): AlarmSight =>
  read
    ? {
        ...alarm,
        calls: alarm.calls.map((call) => ({ ...call, note: "" })),
        decision: alarm.decision && { ...alarm.decision, why: "" },
        decidedBefore: alarm.decidedBefore?.map((one) => ({ ...one, why: "" })),
        ended: alarm.ended && { ...alarm.ended, note: "" },
      }
    : alarm;

/** On the visit one learns that the school is looking for one, or has one's call; who does what stays at school. */
const forVisitor = (v: Visit, alarm: Alarm, f: Facts): AlarmSight => ({
  no: alarm.no,
  cause: alarm.cause,
  ask: "call",
  about: Object.entries(alarm.about).map(([id, { spoken }]) => ({
    ...who(id, f),
    lastContact: v.outings[id]?.contact ?? alarm.openedAt,
    unheard: v.outings[id]?.unheard,
    spoken: spoken && { by: "", at: spoken.at },
  })),
  dueAt: alarm.dueAt,
  openedAt: alarm.openedAt,
  since: alarm.openedAt,
  taps: alarm.taps.map((tap) => ({ ...tap, who: who(tap.who, f) })),
  calls: [],
  doNotRing: false,
  why: [],
  clauses: [],
  offers: [],
  ended: alarm.ended && { by: "", at: alarm.ended.at, how: "ok", note: "" },
});

/** What is over needs no number any more, but for those who have it anyway (P10). */
function forResponder(
  v: Visit,
  alarm: Alarm,
  f: Facts,
  { covertHere, need, answers }: { covertHere: boolean; need: Need; answers: readonly Verb[] },
): AlarmSight {
  const step = stepOf(f.policy, alarm.step);
  const covertOpen = openAlarms(v).some(({ cause }) => cause === "covert");
  return {
    ...forVisitor(v, alarm, f),
    ask: step.ask,
    about: Object.entries(alarm.about).map(([id, { spoken }]) => ({
      ...who(id, f),
      ...(need.numbers || !alarm.ended ? phonesOf(v, id, f) : {}),
      lastContact: heardOf(v, id, alarm),
      unheard: alarm.cause === "covert" ? undefined : v.outings[id]?.unheard,
      ...(alarm.cause === "noContact" && pressedSince(v, alarm, id) ? { pressed: true as const } : {}),
      spoken: spoken && { by: who(spoken.by, f).name, at: spoken.at },
    })),
    since: alarm.since,
    ...(alarm.ended || alarm.police ? {} : { climbsAt: climbDue(alarm, f), comesEvery: asksEvery(step) }),
    holder: alarm.holder && { who: who(alarm.holder.who, f), until: alarm.holder.until },
    taps: alarm.taps.map((tap) => ({ ...tap, who: who(tap.who, f) })),
    calls: alarm.calls.map((call) => ({ ...call, by: who(call.by, f) })),
    before: alarm.before,
    doNotRing: covertHere && covertOpen && !alarm.ended,
    decision: alarm.decision && decisionSeen(alarm.decision, f),
    decidedBefore: alarm.decidedBefore?.map((one) => decisionSeen(one, f)),
    police: stampOf(alarm.police, f),
    ended: alarm.ended && { ...alarm.ended, by: who(alarm.ended.by, f).name },
    why: immediate(v, alarm, f),
    concern: concernOf(alarm, f),
    policeBy:
      step.ask === "police" && f.policy.policeBy.by === "policy"
        ? sayRoles(f.policy, f.policy.policeBy.value)
        : undefined,
    clauses: step.clauses,
    offers: alarm.ended ? [] : sensible(answers, v, f, alarm.no),
  };
}

const decisionSeen = (decision: Decision, f: Facts): DecisionSight => ({
  ...decision,
  by: who(decision.by, f),
  who: decision.who.map((id) => who(id, f)),
});

/** The one they carry first; both are rung. */
function phonesOf(v: Visit, id: string, { roster }: Facts): { phone?: string; otherPhone?: string } {
  const own = listedAs(roster, id)?.phone;
  const carried = v.outings[id]?.ready?.phone || own;
  return { ...(carried ? { phone: carried } : {}), ...(own && own !== carried ? { otherPhone: own } : {}) };
}

/** Where the police follow from no answer and concern together, whoever rang says whether there is concern (TMC-44). */
function concernOf({ step, calls, cause }: Alarm, { policy }: Facts): AlarmSight["concern"] {
  const asked = policy.policeWhen.value.includes("noAnswerAndConcern") && stepOf(policy, step).ask === "decide";
  if (!asked || cause === "uncovered") return undefined;
  return calls.filter(({ outcome }) => outcome === "noAnswer").length >= 2 ? "likely" : "asked";
}

const alarmVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "takeWatch",
  "acknowledge",
  "recordCall",
  "phonedIn",
  "seenBack",
  "recordDecision",
  "standDown",
]);

/** Of those who were to go, whoever has not stayed behind. */
const goers = ({ plan, stayed }: Visit): number => plan.visitors.filter((id) => !stayed?.[id]).length;

/** A discreet call is to have heard of them, whether or not a clock of theirs runs. */
const heardOf = ({ outings }: Visit, id: string, { cause, openedAt }: Alarm): number =>
  cause === "covert" ? Math.max(outings[id]?.contact ?? openedAt, openedAt) : (outings[id]?.contact ?? openedAt);

/** Who calls without being signed out may be at the door all the same, or may never have got away from it. */
const notOut = ({ outings, ...v }: Visit, id: string, f: Facts): string[] => {
  const outing = outings[id];
  const { name } = who(id, f);
  if (v.plan.visitors.length === 0) return [say.onNoVisit(name)];
  if (!outing) return [v.phase === "off" ? say.calledOff(name) : say.notSignedOut(name)];
  return outing.back ? [say.signedIn(name)] : [];
};

/** They were to go along, and have never been heard from: the others are back without them (S1). */
const leftBehind = (v: Visit, about: Alarm["about"], f: Facts): string[] =>
  Object.keys(about)
    .filter((id) => v.askedAfter?.who.includes(id))
    .map((id) => (v.off ? say.calledOff : say.leftBehind)(who(id, f).name));

/** Why the risk is immediate: what the police ask for beyond "a check-in was missed" (S10). */
function immediate(v: Visit, { cause, calls, about }: Alarm, f: Facts): string[] {
  const unanswered = calls.filter(({ outcome }) => outcome === "noAnswer").length;
  const risk = v.assessment?.overall;
  return [
    cause === "covert" && say.covert,
    ...Object.keys(about).flatMap((id) => (cause === "covert" ? notOut(v, id, f) : [])),
    cause === "violence" && say.violence,
    cause === "emergency" && say.emergency,
    ...(cause === "noContact" ? leftBehind(v, about, f) : []),
    feltUnsafe(v) && say.endedUnsafe,
    (cause === "noContact" || cause === "notBack") && say.silence,
    unanswered > 0 && say.unanswered(unanswered),
    calls.some(({ outcome }) => outcome === "concern") && say.concern,
    f.past.incidents.length > 0 && say.incident,
    (f.past.warnings ?? []).length > 0 && say.warning,
    (risk === "H" || risk === "M") && say.risk(risk),
    goers(v) === 1 && say.alone,
  ].filter((line) => line !== false);
}
