import type { Line, Policy } from "../../policies/policy";
import { localDate } from "../../schools/hours";
import type { At, Id, Roster } from "../../schools/school";
import { falseAlarms } from "../false-alarms";
import type { Monitoring } from "../sight/monitoring";
import type { Visit } from "../visit";
import { insuranceOf, reviewOf } from "./review";
import { staffStandings, unprovided } from "./staff";
import type { Term } from "./term";

type Around = { policy: Policy; roster: Roster; now: At };

/** A term's visits in figures, for those who answer for the policy (LAT-41, AET-13 to 17). Names no pupil. */
export function monitoringOf(all: readonly Visit[], term: Term, a: Around): Monitoring {
  const { school } = a.roster;
  const went = all.filter((v) => visitorsWhoWent(v).length > 0);
  const unannounced = went.filter(({ plan }) => plan.agreement?.kind === "unannounced").length;
  return {
    school: { name: school.name, phone: school.phone, phone2: school.phone2, zone: school.timezone },
    policy: { title: a.policy.title, pack: a.policy.pack },
    now: a.now,
    period: { from: term.from, to: term.to },
    review: reviewOf(a.policy, localDate(a.now, school.timezone)),
    insurance: insuranceOf(a.policy, localDate(a.now, school.timezone)),
    indicators: a.policy.indicators.value.map((line) => ({ ...line, visits: serving(line, went, a.policy) })),
    looks: [],
    visits: went.length,
    reasons: byReason(went, a),
    unannounced,
    mostlyUnannounced: wantsAnnounced(a.policy) && unannounced * 2 >= went.length && unannounced > 0,
    lone: went.filter((v) => isLone(v, a)).map((v) => loneOf(v, a)),
    keepsLone: a.policy.loneRegister.value,
    complaints: reportsOf(all).filter(({ kind }) => kind === "complaint").length,
    reports: byKind(reportsOf(all)),
    overdueReturns: went.filter(cameLate).length,
    breaches: went.filter(({ breaches }) => breaches.length > 0).length,
    alarms: alarmsOf(went),
    overdue: overdue(all, a.now),
    unread: unread(all),
    regular: regular(went, a),
    asksOfStaff: a.policy.conditions.value.length > 0,
    staff: staffStandings(a.policy, a.roster, a.now),
    feedback: [],
  };
}

/** A choice on the request that rests on the same clause says that this visit served it (HEX-16 to HEX-19). */
function serving({ clauses }: Line, visits: readonly Visit[], { requestLines }: Policy): number | undefined {
  const chosen = requestLines.value.flatMap(({ id, choices = [] }) =>
    choices.filter((choice) => choice.clauses.some((one) => clauses.includes(one))).map((choice) => [id, choice.id]),
  );
  if (chosen.length === 0) return undefined;
  return visits.filter(({ plan }) => chosen.some(([id = "", choice]) => plan.answers?.[id] === choice)).length;
}

/** Who did go, whatever had been planned (BEM-41). */
export const visitorsWhoWent = ({ outings }: Visit): Id[] =>
  Object.keys(outings).filter((id) => outings[id]?.attending === undefined);

export const isLone = (v: Visit, { policy }: Pick<Around, "policy">): boolean =>
  visitorsWhoWent(v).length === 1 && !(v.plan.outsider && policy.outsiderCounts.value);

const nameOf = (id: Id, { roster }: Around): string => roster.people.find((person) => person.id === id)?.name ?? id;

const loneOf = (v: Visit, a: Around): Monitoring["lone"][number] => ({
  at: v.plan.start,
  name: nameOf(visitorsWhoWent(v)[0] ?? "", a),
  approved: v.approval?.lone !== undefined || v.plan.visitors.length === 1,
});

/** The document itself wants most visits to be announced (TMC-16). */
const wantsAnnounced = ({ indicators }: Policy): boolean => indicators.value.some(({ id }) => id === "announced");

function byReason(visits: readonly Visit[], { policy }: Around): Monitoring["reasons"] {
  const counted = policy.reasons.value.list.map(({ id, text }) => ({
    text,
    count: visits.filter(({ plan }) => plan.reason === id).length,
  }));
  return counted.filter(({ count }) => count > 0).toSorted((x, y) => y.count - x.count);
}

const reportsOf = (visits: readonly Visit[]) => visits.flatMap(({ reports = [] }) => reports);

/** A count of allegations would say more than it should where there is one. */
function byKind(reports: ReturnType<typeof reportsOf>): Monitoring["reports"] {
  const kinds = ["concern", "intervention", "accident", "aggression", "injury", "unsafeEnd"] as const;
  const counted = kinds.map((kind) => ({ kind, count: reports.filter((report) => report.kind === kind).length }));
  return counted.filter(({ count }) => count > 0);
}

/** Back after the time that the plan gave, as last changed. */
const cameLate = (v: Visit): boolean =>
  visitorsWhoWent(v).some((id) => (v.outings[id]?.back?.at ?? 0) > (v.outings[id]?.backBy ?? v.plan.back));

function alarmsOf(visits: readonly Visit[]): Monitoring["alarms"] {
  const { alarms, false: nothing, share } = falseAlarms(visits);
  return { count: alarms, false: nothing, share };
}

function overdue(visits: readonly Visit[], now: At): Monitoring["overdue"] {
  const open = visits
    .flatMap(({ tasks }) => tasks)
    .filter(({ done, due, kind }) => !done && due <= now && kind !== "report");
  const kinds = [...new Set(open.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, count: open.filter((task) => task.kind === kind).length }));
}

const unread = (visits: readonly Visit[]): number =>
  visits.flatMap(({ tasks }) => tasks).filter(({ kind, done }) => kind === "report" && !done).length;

/** AET-96, AET-97: whoever visits this often is a regular visitor. */
function regular(visits: readonly Visit[], a: Around): Monitoring["regular"] {
  const from = a.policy.regularAfter.value;
  if (from === null) return [];
  const ids = [...new Set(visits.flatMap(visitorsWhoWent))];
  const today = localDate(a.now, a.roster.school.timezone);
  const counted = ids.map((id) => {
    const person = a.roster.people.find((one) => one.id === id);
    return {
      name: nameOf(id, a),
      count: visits.filter((v) => visitorsWhoWent(v).includes(id)).length,
      lacks: person ? unprovided(person, a.policy, today) : [],
    };
  });
  return counted.filter(({ count }) => count >= from).toSorted((x, y) => y.count - x.count);
}
