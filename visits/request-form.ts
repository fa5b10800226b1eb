import { localDate, localTime } from "../schools/hours";
import { isActive } from "../schools/roster";
import { refusals } from "../words/en-gb";
import type { Facts } from "./command";
import { type Refusal, refuse } from "./refusal";
import { rules } from "./rules";
import type { RequestForm } from "./sight";
import { titlesOf } from "./titles";
import type { Visit } from "./visit";

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
    grounds: policy.unannounced.value,
    companions: f.roster.people
      .filter(
        (p) =>
          p.id !== (v?.plan.visitors[0] ?? f.actor.id) && p.roles.includes("visitor") && isActive(p, school, f.now),
      )
      .map(({ id, name }) => ({ id, name })),
    agreement: policy.agreement.value,
    whyNotInSchool: policy.whyNotInSchool.value,
    lone: policy.lone.value !== "never",
    outsiderCounts: policy.outsiderCounts.value,
    today: localDate(f.now, school.timezone),
    hours: { from: school.hours.from, to: school.hours.to },
    values: v ? valuesOf(v, school.timezone) : { date: localDate(f.now, school.timezone) },
    again: [],
    unclear: [],
    guidance: policy.guidance.value.filter(({ moment }) => moment === "request"),
  };
}

/** A plan as the card's inputs would bring it. */
export function valuesOf({ plan }: Pick<Visit, "plan">, zone: string): Record<string, string> {
  const { agreement } = plan;
  const values: Record<string, string | undefined> = {
    pupil: plan.pupil,
    address: plan.address,
    postcode: plan.postcode,
    reason: plan.reason,
    purpose: plan.purpose,
    whyNotInSchool: plan.whyNotInSchool,
    date: localDate(plan.start, zone),
    // Left empty it goes with the start, also when that is moved.
    leave: plan.leave === plan.start ? undefined : localTime(plan.leave, zone),
    start: localTime(plan.start, zone),
    back: localTime(plan.back, zone),
    companion: plan.visitors.slice(1).join(","),
    news: plan.news,
    parentPhone: plan.parentPhone,
    loneWhy: plan.loneWhy,
    outsiderName: plan.outsider?.name,
    outsiderOrganisation: plan.outsider?.organisation,
    outsiderPhone: plan.outsider?.phone,
    outOfHoursWhy: plan.outOfHours?.why,
    noAlternative: plan.outOfHours?.noAlternative,
    ...(agreement.kind === "agreed"
      ? { agreed: "agreed", agreedHow: agreement.how }
      : { agreed: agreement.ground, unannouncedWhy: agreement.why, needs: agreement.needs.join(",") }),
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
