import { localDate, localTime } from "../../schools/hours";
import type { At } from "../../schools/school";
import type { Agreement, Plan, Visit } from "../visit";
import { everyOf } from "./report-ins";

type Values = Record<string, string | undefined>;

/** A plan as the card's inputs would bring it. */
export function valuesOf({ plan }: Pick<Visit, "plan">, zone: string): Record<string, string> {
  const time = (at: At | undefined) => (at === undefined ? undefined : localTime(at, zone));
  const [companion, ...others] = plan.visitors.slice(1);
  const values: Values = {
    pupil: plan.pupil,
    address: plan.address,
    postcode: plan.postcode,
    destination: plan.destination,
    placeName: plan.placeName,
    meets: plan.meets,
    depart: time(plan.depart),
    reason: plan.reason,
    reasonChoice: plan.reasonChoice,
    purpose: plan.purpose,
    whyNotInSchool: plan.whyNotInSchool,
    date: localDate(plan.start, zone),
    // Left empty it goes with the start, also when that is moved.
    leave: plan.leave === plan.start ? undefined : time(plan.leave),
    start: time(plan.start),
    back: time(plan.back),
    companion,
    alsoGoing: others.join(","),
    news: plan.news,
    goingHomeTold: plan.goingHomeTold,
    pupilClass: plan.pupilClass,
    siblings: plan.siblings?.join(", "),
    parentPhone: plan.parentPhone,
    loneWhy: plan.loneWhy,
    noneFree: plan.noneFree ? "true" : undefined,
    agency: plan.agency,
    ...outsiders(plan),
    ...reports(plan, time),
    ...agreed(plan.agreement),
    ...answers(plan),
    ...stops(plan, time),
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

type Time = (at: At | undefined) => string | undefined;

const outsiders = ({ outsider, socialWorker, outOfHours }: Plan): Values => ({
  outsiderName: outsider?.name,
  outsiderOrganisation: outsider?.organisation,
  outsiderPhone: outsider?.phone,
  socialWorker: socialWorker?.has,
  socialWorkerName: socialWorker?.name,
  socialWorkerPhone: socialWorker?.phone,
  outOfHoursWhy: outOfHours?.why,
  noAlternative: outOfHours?.noAlternative,
  outOfHoursContact: outOfHours?.contact,
});

/** The times that the interval does not give. */
function reports({ reportIns, reportEvery, leave, back }: Plan, time: Time): Values {
  const reckoned = reportEvery ? everyOf({ leave, back }, reportEvery) : [];
  const named = (reportIns ?? []).filter((at) => !reckoned.includes(at));
  return { reportEvery: reportEvery?.toString(), reportAt: named.map(time).join(", ") };
}

function agreed(agreement: Agreement): Values {
  if (agreement.kind === "notAsked") return {};
  if (agreement.kind === "agreed") return { agreed: "agreed", agreedHow: agreement.how, agreedWay: agreement.way };
  return { agreed: agreement.ground, unannouncedWhy: agreement.why, needs: agreement.needs.join(",") };
}

const answers = (plan: Plan): Values =>
  Object.fromEntries(Object.entries(plan.answers ?? {}).map(([id, said]) => [`answer_${id}`, said]));

const stops = (plan: Plan, time: Time): Values =>
  Object.fromEntries(
    (plan.stops ?? []).flatMap((stop, i) => {
      const own: Values = {
        Pupil: stop.pupil,
        Address: stop.address,
        Postcode: stop.postcode,
        Meets: stop.meets,
        Arrive: time(stop.arrive),
        Depart: time(stop.depart),
      };
      return Object.entries(own).map(([field, value]) => [`stop${i + 2}${field}`, value] as const);
    }),
  );
