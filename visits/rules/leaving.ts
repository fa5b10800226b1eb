import { z } from "zod";
import { localDate } from "../../schools/hours";
import { isActive } from "../../schools/roster";
import { refusals } from "../../words/en-gb";
import { citing, citingRisk } from "../cite";
import type { Facts } from "../command";
import { whyNotSent } from "../conditions";
import { unaccounted } from "../deadlines";
import { isLone } from "../homes/assessments";
import { addsToIt } from "../homes/carried-risks";
import { ids, line, text, tick } from "../inputs";
import { driven, kitOf } from "../kit";
import { hasRole, holdersBeside, isOut, isVisitor, ladderRoles } from "../people";
import { unplanned } from "../plan/unplanned";
import { whyNotAlone } from "../plan/who";
import { refusedReach } from "../reach";
import { type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { untold } from "../tellings";
import { sayRoles, titlesOf } from "../titles";
import { isDescribed } from "../vehicle";
import type { Outing, Visit } from "../visit";

const say = refusals.leaving;

const goes = (v: Visit, f: Facts) => v.plan.visitors.includes(f.actor.id);
const signOutInput = z.object({ allTrue: tick, phone: line(40), vehicle: line(200), idCard: line(60) });
type SignOutInput = z.infer<typeof signOutInput>;

/** One "all true of me" press a visitor; the watch starts with it. */
export const signOut = rule<SignOutInput>({
  input: signOutInput,
  binds: "plan",
  when: ["ready", "out"],
  may: goes,
  whose: say.onlyThoseWhoGo,
  offered: (v, f) => v.outings[f.actor.id] === undefined && v.stayed?.[f.actor.id] === undefined,
  already: (v, f) => isOut(v.outings[f.actor.id]) && v.outings[f.actor.id]?.ready !== undefined,
  decide(v, input, f) {
    const kit = kitOf(f);
    const phone = input.phone ?? kit.phone;
    const vehicle = input.vehicle ?? kit.vehicle ?? (somebodyDrives(v) ? driven : undefined);
    const refused = refusedDeparture(v, input, f) ?? refusedPhone(v, phone, f) ?? refusedVehicle(vehicle, f);
    const ready = { phone: phone ?? "", vehicle, idCard: input.idCard ?? kit.idCard };
    return refused ?? [{ type: "SignedOut", who: f.actor.id, ready }];
  },
});

const somebodyDrives = (v: Visit) => Object.values(v.outings).some(({ ready }) => ready?.vehicle);

function refusedDeparture(v: Visit, input: SignOutInput, f: Facts): Refusal | undefined {
  const { policy } = f;
  const zone = f.roster.school.timezone;
  if (localDate(f.now, zone) < localDate(v.plan.leave, zone)) return refuse("tooEarly", say.tooEarly);
  if (v.plan.back <= f.now)
    return refuse("tooLate", say.tooLate, { clause: citing(policy.recordFields.value, "expectedBack") });
  if (!input.allTrue)
    return refuse("checklist", say.checklist, {
      field: "allTrue",
      clause: policy.departure.clauses[0],
    });
  if (v.plan.outOfHours && !v.watch)
    return refuse("noContactPerson", say.noContactPerson, { clause: policy.outOfHoursContact.clauses[0] });
  return whyNotSent(f.actor, f) ?? changedSince(v, f) ?? untold(v, f) ?? unknownToAll(v, f) ?? refusedReach(v, f);
}

/**
 * What another visit has shown of this home since the approval: a change to its assessment comes first (AET-A-15), and a concern rules out going alone
 * (BEM-A-10). Once one of them is out nobody is kept from going along.
 */
function changedSince(v: Visit, f: Facts): Refusal | undefined {
  if (v.phase !== "ready") return undefined;
  if (f.past.openChange && !addsToIt(v))
    return refuse("openChange", say.openChange(titlesOf(f.policy)), { clause: citingRisk(f.policy, "changeFirst") });
  return isLone(v, f) ? whyNotAlone(f) : undefined;
}

/** Of every visit somebody who stays has to know, where the policy names of whom it is one (HEX-52). */
function unknownToAll(v: Visit, { policy, roster, now }: Facts): Refusal | undefined {
  const { knowOfVisit, toldOfVisit, signOutTo, recordHeldBy, monitors } = policy;
  const told = new Set([toldOfVisit, signOutTo, recordHeldBy, monitors].flatMap(({ value }) => value));
  const roles = (knowOfVisit?.value ?? []).filter((role) => told.has(role));
  if (!knowOfVisit?.value.length || holdersBeside(v, roster, roles, now, []).length > 0) return undefined;
  return refuse("unknownToAll", say.unknownToAll(sayRoles(policy, knowOfVisit.value)), {
    clause: knowOfVisit.clauses[0],
  });
}

/** How many phones go along at most before somebody may go without one; each carries their own otherwise (AET-77). */
const enoughPhones = { each: Number.POSITIVE_INFINITY, twoAVisit: 2, oneAVisit: 1 } as const;
const phonesOut = (v: Visit): number =>
  v.plan.visitors.filter((id) => isOut(v.outings[id]) && v.outings[id]?.ready?.phone).length;

function refusedPhone(v: Visit, phone: string | undefined, { policy }: Facts): Refusal | undefined {
  if (phone || phonesOut(v) >= enoughPhones[policy.phones.value]) return undefined;
  const clause = policy.departure.value.find(({ id }) => id === "phone")?.clauses[0];
  return refuse("phone", say.phone, { field: "phone", clause });
}

function refusedVehicle(vehicle = "", { policy, actor }: Facts): Refusal | undefined {
  const { value: fields, clauses } = policy.vehicleFields;
  return fields.length === 0 || isDescribed(vehicle, fields, actor)
    ? undefined
    : refuse("vehicle", say.vehicle(fields), { field: "vehicle", clause: clauses[0] });
}

const reportInput = z.object({ who: ids, and: ids, address: text(300) });

/** S1: whoever is already out is taken in by one press or sentence. Never refused for want of permission; the breach is recorded. */
export const reportOut = rule<z.infer<typeof reportInput>>({
  input: reportInput,
  binds: "nothing",
  outing: true,
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: (v, f) => isVisitor(v, f.actor.id) || hasRole(f.roster, f.actor, ladderRoles(f.policy), f.now),
  whose: say.whoReports,
  offered: (v, f) =>
    (v.phase !== "off" || unaccounted(v).length > 0) &&
    (goes(v, f) ? [f.actor.id] : v.plan.visitors).some((id) => !v.outings[id]) &&
    // Others may have left, and be back, before the time that was planned.
    (["ready", "out", "back"].includes(v.phase) || f.now >= v.plan.leave),
  already: (v, f, asked, { who, and }) =>
    whoIs(v, f, [...who, ...and]).every((id) => isTakenIn(v.outings[id], asked.at)),
  decide(v, input, f): Decision {
    if (v.plan.no === undefined) return reportedAnew(v, input, f);
    const who = whoIs(v, f, [...input.who, ...input.and]).filter((id) => !isOut(v.outings[id]));
    const breach = v.phase === "asked" || v.phase === "off" ? "notApproved" : "noSignOut";
    return [{ type: "FoundOut", who, breach, note: "" }];
  },
});

/** Without a request: oneself, or whoever is named, by those who answer alarms. It is the visit of those who are out, not of who says so (S5). */
function reportedAnew(v: Visit, { who: one, and, address }: z.infer<typeof reportInput>, f: Facts): Decision {
  // Whoever is out already has a watch: it is for those who are named with them.
  const named = [...new Set([...one, ...and])];
  const fresh = named.filter((id) => !f.away.includes(id));
  const who = fresh.length > 0 ? fresh : named;
  const others = who.some((id) => id !== f.actor.id);
  if (others && !hasRole(f.roster, f.actor, ladderRoles(f.policy), f.now))
    return refuse("notYours", say.whoReports(titlesOf(f.policy)));
  const isHere = (id: string) => f.roster.people.some((p) => p.id === id && isActive(p, f.roster.school, f.now));
  if (!who.every((id) => isHere(id) && (id === f.actor.id || !f.away.includes(id))))
    return refuse("badWho", say.reportedWho, { field: "who" });
  if (others && !address) return refuse("noAddress", say.reportedWhere, { field: "address" });
  const visitors = others ? who : [f.actor.id];
  return [
    { type: "Requested", id: v.id, school: v.school, plan: unplanned(v.id, visitors, address, f), lead: visitors[0] },
    { type: "FoundOut", who: visitors, breach: "notApproved", note: "" },
  ];
}

/** Out already, or back since it was pressed. */
const isTakenIn = (outing: Outing | undefined, pressed: number): boolean =>
  outing !== undefined && (!outing.back || outing.back.at > pressed);

const whoIs = (v: Visit, f: Facts, who: readonly string[]) => {
  const named = who.filter((id) => v.plan.visitors.includes(id));
  if (named.length > 0) return named;
  return v.plan.visitors.includes(f.actor.id) ? [f.actor.id] : v.plan.visitors;
};
