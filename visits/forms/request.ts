import { localDate } from "../../schools/hours";
import type { Id } from "../../schools/school";
import { refusals, seen } from "../../words/en-gb";
import type { Facts } from "../command";
import { hasRefused, hasRole, visitorRole } from "../people";
import { byClass, colleaguesFor } from "../plan";
import { groundsOf } from "../plan/agreement";
import { asksSocialWorker } from "../plan/family";
import { hasItinerary } from "../plan/stops";
import { valuesOf } from "../plan/values";
import { contactsFor } from "../plan/when";
import { isFallback } from "../plan/who";
import { type Refusal, refuse } from "../refusal";
import { rules } from "../rules";
import { who } from "../seen/who";
import type { FormAsks, RequestForm } from "../sight";
import { titlesOf } from "../titles";
import type { Visit } from "../visit";

/** The request card for this person: only what the policy needs; `amend` starts with the present plan. */
export function requestForm(f: Facts, v?: Visit): RequestForm | Refusal {
  const verb = v ? "amend" : "requestVisit";
  const rule = rules[verb];
  const blank = { phase: "asked" } as Visit;
  if (!rule.may(v ?? blank, f)) return refuse("notYours", rule.whose(titlesOf(f.policy)));
  if (v && !rule.when.includes(v.phase)) return refuse("wrongTime", refusals.requesting.fixed);
  const { school } = f.roster;
  const { policy } = f;
  return {
    mode: v ? "amend" : "request",
    visit: v?.id,
    planNo: v?.plan.no,
    school: { name: school.name, phone: school.phone, phone2: school.phone2, zone: school.timezone },
    policy: { title: policy.title, pack: policy.pack },
    reasons: policy.reasons.value.list,
    grounds: groundsOf(policy),
    companions: companionsFor(v?.plan.visitors[0] ?? f.actor.id, f, v),
    agreement: policy.agreement.value,
    whyNotInSchool: policy.whyNotInSchool.value,
    lone: policy.lone.value !== "never",
    outsiderCounts: policy.outsiderCounts.value,
    asks: asksOf(v, f),
    today: localDate(f.now, school.timezone),
    hours: { from: school.hours.from, to: school.hours.to },
    values: v ? valuesOf(v, school.timezone) : { date: localDate(f.now, school.timezone) },
    again: [],
    unclear: [],
    sentBack: v?.sentBack && { by: who(v.sentBack.by, f), why: v.sentBack.why },
    guidance: policy.guidance.value.filter(({ moment }) => moment === "request"),
  };
}

/** Whoever may go along, in the policy's order of preference (HEX-30). Who can't come at these times may at others: last, and said so. */
function companionsFor(lead: Id, f: Facts, v?: Visit): RequestForm["companions"] {
  const order = f.policy.visitorRoles.value;
  const found = f.roster.people.flatMap((person) => {
    const role = person.id === lead ? undefined : visitorRole(person, f);
    const last = isFallback(person.id, f);
    const shown = last ? f.policy.support?.value?.otherwise[0] : role;
    if (role === undefined) return [];
    if (v && hasRefused(v, person.id)) return [{ person, title: seen.cannotCome, place: order.length + 1 }];
    const title = order.length > 1 ? f.policy.roles[shown ?? role] : undefined;
    return [{ person, title, place: last ? order.length : order.indexOf(role) }];
  });
  return found.toSorted((a, b) => a.place - b.place).map(({ person: { id, name }, title }) => ({ id, name, title }));
}

function asksOf(v: Visit | undefined, f: Facts): FormAsks {
  const { policy } = f;
  const visitors = v?.plan.visitors ?? [f.actor.id];
  const most = policy.visitorsMax.value;
  return {
    lines: policy.requestLines.value.filter(({ ask }) => ask !== undefined),
    agency: policy.agencyRequest.value,
    ways: policy.agreementWays?.value ?? [],
    reports: policy.checkInTimes.value === "perVisit",
    socialWorker: asksSocialWorker(f),
    destinations: policy.destinations.value,
    stops: policy.stops.value,
    itinerary: hasItinerary(policy),
    contacts: policy.outOfHoursContact.value ? contactsFor(visitors, f).map(({ id, name }) => ({ id, name })) : [],
    pupilClass: byClass(f),
    colleagues:
      policy.goingHome.value === "tellBaseOrColleague"
        ? colleaguesFor(visitors, f).map(({ id, name }) => ({ id, name }))
        : [],
    directing: v === undefined && hasRole(f.roster, f.actor, policy.coordinators.value, f.now),
    support: policy.support?.value?.first.map((role) => policy.roles[role] ?? role).join(", "),
    several: most === null || most > 2,
  };
}
