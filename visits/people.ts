import type { Cause, Policy, Role, Step } from "../policies/policy";
import { actsAs, holdersThere } from "../schools/roster";
import type { At, Id, Person, Roster } from "../schools/school";
import type { Facts } from "./command";
import type { Recipient } from "./notice";
import type { Alarm, Outing, Task, Visit } from "./visit";

/** Who is who around one visit. */

export const isOut = (outing: Outing | undefined): outing is Outing => outing !== undefined && !outing.back;

/** Visitors away from school now: not those who went to the address in an alarm. */
export const visitorsOut = (v: Visit): Id[] => v.plan.visitors.filter((id) => isOut(v.outings[id]));

/** Everyone away from school because of this visit. */
export const allOut = (v: Visit): Id[] => Object.keys(v.outings).filter((id) => isOut(v.outings[id]));

/** Sent to the address in an alarm: with a clock of their own, and no part in the visit itself (S12). */
export const attends = (v: Visit, id: Id): boolean => v.outings[id]?.attending !== undefined;

/** Everyone who is out with them: on the visit, or for the same alarm. */
export const partyOf = (v: Visit, id: Id): Id[] => {
  const alarm = v.outings[id]?.attending;
  return alarm === undefined ? visitorsOut(v) : allOut(v).filter((other) => v.outings[other]?.attending === alarm);
};

export const isVisitor = (v: Visit, id: Id): boolean => v.plan.visitors.includes(id) || v.asked.by === id;

/** Was asked along and can't come; nor has gone along all the same since. */
export const hasRefused = ({ refusals, plan }: Visit, id: Id): boolean =>
  refusals.some(({ who }) => who === id) && !plan.visitors.includes(id);

export const hasRole = (roster: Roster, person: Person, roles: readonly Role[], at: At): boolean =>
  roles.some((role) => actsAs(roster, person, role, at) !== undefined);

/** Whoever may go on visits, in a role that the policy sends: its title there, the preferred role first. */
export const visitorRole = (person: Person, { policy, roster, now }: Pick<Facts, "policy" | "roster" | "now">) =>
  policy.visitorRoles.value.find((role) => actsAs(roster, person, role, now) !== undefined);

/** Nobody decides about, or watches over, a visit of their own (S5, S11). */
export const holdersBeside = (
  v: Visit,
  roster: Roster,
  roles: readonly Role[],
  at: At,
  away: readonly Id[],
): Person[] => {
  const isThere = ({ id }: Person) => !v.plan.visitors.includes(id) && !isOut(v.outings[id]) && !away.includes(id);
  return [...new Set(roles.flatMap((role) => holdersThere(roster, role, at, isThere)))];
};

/** A person who is told; of a channel somebody at school who reads it. Who reads one that is called like no role, Teams alone knows. */
export const hearsNow = (
  v: Visit,
  to: Recipient,
  { roster, now, away }: { roster: Roster; now: At; away: readonly Id[] },
): boolean =>
  "person" in to ||
  holdersBeside(v, roster, [to.channel], now, away).length > 0 ||
  !roster.people.some(({ roles }) => roles.includes(to.channel));

export const stepOf = (policy: Policy, id: string): Step => {
  const step = policy.ladder.value.steps[id];
  if (!step) throw new Error(`The ladder has no step ${id}.`);
  return step;
};

/** Every role that some rung of the ladder tells: whoever holds one may take up and answer alarms. */
export function ladderRoles(policy: Policy): readonly Role[] {
  const known = ladders.get(policy);
  if (known) return known;
  const { steps } = policy.ladder.value;
  const roles = [...new Set([...Object.values(steps).flatMap((step) => step.tell), ...policy.monitors.value])];
  ladders.set(policy, roles);
  return roles;
}
const ladders = new WeakMap<Policy, readonly Role[]>();

/** Whoever knows of a visit on leaving and on return, as the policy has it: told, and asked for nothing (HEX-43, HEX-57, BEM-60, matrix W12). */
export const toldRoles = ({ signOutTo, toldOfVisit, recordHeldBy }: Policy): readonly Role[] => [
  ...signOutTo.value,
  ...toldOfVisit.value,
  ...recordHeldBy.value,
];

/** Whoever may say that an alarm is over (S2): who approves, who safeguards, and whom the ladder asks to decide, save those who watch and ring (HEX-63, AET-60). */
export function closingRoles({ approvers, safeguardingTo, monitors, ladder }: Policy): Role[] {
  const deciding = Object.values(ladder.value.steps).filter(({ ask }) => ask === "decide");
  const asked = deciding.flatMap(({ tell }) => tell).filter((role) => !monitors.value.includes(role));
  return [...new Set([...approvers.value, ...safeguardingTo.value, ...asked])];
}

/**
 * Channels in which one of these people could read along: covert help stays out of them (S4). Who is in a channel Teams alone
 * knows. So whoever holds its name as a role may be, and whoever is told by a rung that posts nowhere else; and whoever stands in for one of these, on
 * any day, since nobody may have taken them out of it.
 */
export const holdsSomebody = (channel: string, roster: Roster, ids: readonly Id[], policy: Policy): boolean => {
  const alone = Object.values(policy.ladder.value.steps).filter(
    ({ channels }) => channels.length === 1 && channels[0] === channel,
  );
  const readers = new Set([channel, ...alone.flatMap(({ tell }) => tell)]);
  const reads = (role: Role) => readers.has(role) || (channel === "slt" && leading.has(role));
  return (
    roster.people.some((person) => ids.includes(person.id) && person.roles.some(reads)) ||
    roster.school.acting.some(({ who, role }) => ids.includes(who) && reads(role))
  );
};

const leading: ReadonlySet<Role> = new Set<Role>(["principal", "dsl"]);

export const openAlarms = (v: Visit): Alarm[] => v.alarms.filter(({ ended }) => !ended);

/** A call for help, which no press on a visitor's device ends (S3). */
export const isHelp = ({ cause }: Alarm): boolean =>
  cause === "emergency" || cause === "violence" || cause === "covert";

/** Theirs is the discreet call, so it is none of which they are told or which they answer (S4, S5). */
export const calledDiscreetly = ({ cause, about }: Alarm, who: Id): boolean =>
  cause === "covert" && about[who] !== undefined;

/** How the alarm ended for which somebody was sent to the address; not while another about the same people is open that was so then (S4). */
export function goneAfterIsOver(v: Visit, no: number): Alarm["ended"] {
  const alarm = v.alarms.find((one) => one.no === no);
  const ended = alarm?.ended;
  const since = openAlarms(v).filter(({ about }) => Object.keys(about).some((id) => alarm?.about[id]));
  return ended && !since.some(({ openedAt }) => openedAt <= ended.at) ? ended : undefined;
}

/** Whoever is on the visit, was sent after it, or has called discreetly: where one of them reads along nothing is said of such a call (S4). */
export const concerned = (v: Visit): Id[] => [
  ...new Set([
    ...v.plan.visitors,
    ...Object.keys(v.outings),
    ...v.alarms.filter(({ cause }) => cause === "covert").flatMap(({ about }) => Object.keys(about)),
  ]),
];

/** Missed contact, which an unheld check-in may end (S3). */
export const isSilence = ({ cause }: Alarm): boolean => cause === "noContact" || cause === "notBack";

/** It concerns them, and nobody has spoken to or seen them since it last did. */
export const awaits = ({ about }: Pick<Alarm, "about">, id: Id): boolean =>
  about[id] !== undefined && about[id].spoken === undefined;

/** Heard of since it concerns them, and by a press alone: a voice would have spoken. */
export const pressedSince = ({ outings }: Pick<Visit, "outings">, alarm: Alarm, id: Id): boolean =>
  awaits(alarm, id) && (outings[id]?.contact ?? 0) > (alarm.about[id]?.since ?? 0);

export const unspoken = (alarm: Alarm): Id[] => Object.keys(alarm.about).filter((id) => awaits(alarm, id));

/** What nobody on the visit may notice: covert help, and alarms about those alone who were sent to the address because of it (S4). */
export const isApart = (v: Visit, { cause, about }: { cause: Cause; about: readonly Id[] }): boolean =>
  cause === "covert" || !about.some((id) => v.plan.visitors.includes(id));

export const isApartAlarm = (v: Visit, { cause, about }: Pick<Alarm, "cause" | "about">): boolean =>
  isApart(v, { cause, about: Object.keys(about) });

/** What not everybody on the visit may know of has numbers of its own, as alarms have: a gap in the others' would tell (S4, S12). */
export function nextTaskNo({ tasks }: { tasks: readonly Pick<Task, "no">[] }, next: Partial<Task> = {}): number {
  const hidden = next.beside !== undefined || next.report !== undefined || next.warning !== undefined;
  const row = tasks.map(({ no }) => no).filter((no) => no > 900 === hidden);
  return Math.max(hidden ? 900 : 0, ...row) + 1;
}

/** They have numbers of their own: a visitor's twin sees the same numbers (S4). None comes twice, whoever goes on the visit by now: with one alarm another would end (S2). */
export const nextAlarmNo = (v: Visit, next: { cause: Cause; about: readonly Id[] }): number => {
  const apart = isApart(v, next);
  const row = v.alarms.map(({ no }) => no).filter((no) => no > 900 === apart);
  return Math.max(apart ? 900 : 0, ...row) + 1;
};

/** They broke the visit off, for violence, a threat of it, or what they felt. */
export const feltUnsafe = ({ meeting }: Visit): boolean =>
  meeting?.state === "off" && (meeting.how === "unsafe" || meeting.how === "violence");
