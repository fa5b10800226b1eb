import type { At, Id } from "../../schools/school";
import type { Event } from "../../visits/events";
import type { Plan } from "../../visits/visit";
import type { Chance } from "./chance";
import type { Party, School } from "./schools";

const minute = 60_000;

/**
 * How far a visit has come when its story begins, on whatever policy: asked for, or out for up to an hour, so that its deadlines are
 * near. Of a quiet one they are not, nor is it one that anybody has yet to decide about, and somebody has the watch. `back`: when all of a school are due.
 */
export function beginnings(
  chance: Chance,
  { policy, roster, staff }: School,
  party: Party,
  { now, quiet, back: together }: { now: At; quiet: boolean; back?: At | undefined },
): (visit: Id) => Event[] {
  const isOut = quiet || (!party.leadDecides && chance.of(0.7));
  const leave = now + (isOut ? -chance.int(0, quiet ? 12 : 58) : chance.int(5, 20)) * minute;
  const start = leave + (quiet ? 60 : 30) * minute;
  const back = together ?? Math.max(now, start) + (quiet ? 60 : 0) * minute + chance.int(1, 60) * minute;
  const office = staff.find((who) => roster.people.some(({ id, roles }) => id === who && roles.includes("office")));
  const watch = isOut && office !== undefined && (quiet || chance.of(0.5)) ? [watched(office, leave)] : [];
  const reason = policy.reasons.value.list[0]?.id ?? "";
  const plan: Plan = {
    ...asked,
    ...homeOf(party),
    no: 1,
    reason,
    visitors: [party.lead, party.companion],
    leave,
    start,
    back,
  };
  const at = Math.min(now, leave) - 60 * minute;
  const isAgreed = isOut || chance.of(0.5);
  return (id) => [
    { type: "Requested", id, school: party.school, plan, at, by: party.lead },
    ...(isAgreed ? [{ type: "CompanionAgreed", who: party.companion, at, by: party.companion } as const] : []),
    ...(isOut ? gone(party, leave) : []),
    ...watch,
  ];
}

const watched = (by: Id, at: At): Event => ({ type: "WatchTaken", who: by, at, by });

const gone = ({ lead, companion }: Party, left: At): Event[] => {
  const before = left - 50 * minute;
  const approval = { by: "approver", at: before, planNo: 1, reason: "Needed", ticks: [], confirmed: [] };
  const ready = { phone: "+44 7700 900999" };
  return [
    { type: "Approved", approval, at: before, by: "approver" },
    ...[lead, companion].map((who) => ({ type: "SignedOut", who, ready, at: left, by: who }) as const),
  ];
};

/** Some at the same door; most at one of their own. */
function homeOf({ id }: Party): Partial<Plan> {
  const no = Number(id.split("/")[1] ?? 0);
  return no % 3 === 0 ? {} : { household: `ella martin ${no}`, address: `${no} Mill Lane, Derby` };
}

const asked: Omit<Plan, "no" | "reason" | "visitors" | "leave" | "start" | "back"> = {
  pupil: "Ella Martin",
  household: "ella martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  purpose: "To agree how Ella comes back to school",
  whyNotInSchool: "Her mother cannot leave the baby",
  agreement: { kind: "agreed", how: "by phone" },
  news: "",
};
