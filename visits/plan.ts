import { z } from "zod";
import type { Ground } from "../policies/policy";
import { atLocal, inHours } from "../schools/hours";
import { isActive } from "../schools/roster";
import type { At, Id } from "../schools/school";
import { citing } from "./cite";
import type { Facts } from "./command";
import { whyNotSent } from "./conditions";
import { clockTime, day, ids, line, needed, optionalClockTime, text } from "./inputs";
import { householdOf } from "./past";
import { isRefusal, type Refusal, refuse } from "./refusal";
import type { Agreement, Plan } from "./visit";

/** The request card's inputs; the wire names are a contract with outside clients. Times are school-local. */
export const planInput = z.object({
  pupil: needed("Which pupil is it about?", 120),
  address: line(300),
  postcode: line(12),
  reason: needed("Choose the reason for the visit.", 60),
  purpose: needed("Say what the visit is for.", 2000),
  whyNotInSchool: text(),
  date: day("Which day?"),
  leave: optionalClockTime,
  start: clockTime("When does the visit start? A time such as 14:00."),
  back: clockTime("When will you be back at school? A time such as 15:30."),
  companion: ids,
  outsiderName: line(120),
  outsiderOrganisation: line(120),
  outsiderPhone: line(40),
  agreed: needed("Have the parents agreed, or on what ground do you go without?", 60),
  agreedHow: text(500),
  unannouncedWhy: text(),
  needs: ids,
  news: text(),
  parentPhone: line(40),
  outOfHoursWhy: text(),
  noAlternative: text(),
  loneWhy: text(),
});
export type PlanInput = z.infer<typeof planInput>;

/** A plan that the policy allows to be asked for, or the first thing to change, with the clause it rests on. */
export function planFrom(input: PlanInput, lead: Id, no: number, f: Facts): Plan | Refusal {
  const when = timesOf(input, f);
  if (isRefusal(when)) return when;
  const where = placeOf(input, f);
  if (isRefusal(where)) return where;
  const agreement = agreementOf(input, f);
  if (isRefusal(agreement)) return agreement;
  const visitors = [lead, ...input.companion.filter((id) => id !== lead)];
  const no1 =
    refusedReason(input, f) ??
    refusedVisitors(visitors, f) ??
    refusedOutsider(input) ??
    refusedNumber(visitors, input, f) ??
    refusedHours(when, input, f);
  if (no1) return no1;
  return {
    no,
    ...when,
    ...where,
    agreement,
    visitors,
    pupil: input.pupil,
    household: householdOf(input.pupil),
    reason: input.reason,
    purpose: input.purpose,
    whyNotInSchool: input.whyNotInSchool ?? "",
    outsider: outsiderOf(input),
    news: input.news ?? "",
    outOfHours: inHoursAll(when, f)
      ? undefined
      : { why: input.outOfHoursWhy ?? "", noAlternative: input.noAlternative ?? "" },
    loneWhy: input.loneWhy,
    parentPhone: input.parentPhone,
  };
}

type Times = Pick<Plan, "leave" | "start" | "back">;
const hour = 3_600_000;

function timesOf(input: PlanInput, f: Facts): Times | Refusal {
  const zone = f.roster.school.timezone;
  const start = atLocal(input.date, input.start, zone);
  const back = atLocal(input.date, input.back, zone);
  const leave = input.leave ? atLocal(input.date, input.leave, zone) : start;
  if (start === undefined || back === undefined || leave === undefined)
    return refuse("badTime", "There is no such time on that day. Please choose another.", { field: "date" });
  if (start < f.now - hour / 4)
    return refuse("pastDate", "That time has passed. Choose a time from now on.", {
      field: start < f.now - 24 * hour ? "date" : "start",
    });
  if (start > f.now + 366 * 24 * hour)
    return refuse("tooFar", "That is more than a year ahead. Please check the date.", { field: "date" });
  if (back <= start)
    return refuse("endBeforeStart", "“Back by” has to be after the start.", {
      field: "back",
      clause: citing(f.policy.recordFields.value, "expectedBack"),
    });
  if (leave > start)
    return refuse("leaveAfterStart", "You can't set out after the visit has started.", { field: "leave" });
  return { leave, start, back };
}

function placeOf(input: PlanInput, f: Facts): Pick<Plan, "address" | "postcode"> | Refusal {
  const address = input.address ?? f.past.home?.address;
  if (!address)
    return refuse("noAddress", "Homeward doesn't know this pupil's address yet: please fill it in.", {
      field: "address",
      clause: citing(f.policy.recordFields.value, "address"),
    });
  const postcode = input.postcode ?? postcodeIn(address) ?? (input.address ? undefined : f.past.home?.postcode);
  if (!postcode || !postcodeIn(postcode))
    return refuse("noPostcode", "Please give the postcode: the police would ask for it first.", {
      field: "postcode",
      clause: citing(f.policy.recordFields.value, "address"),
    });
  return { address, postcode: postcodeIn(postcode) ?? postcode };
}

/** A UK postcode anywhere in a text, in its usual spelling. */
function postcodeIn(text: string): string | undefined {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i.exec(text);
  return found ? `${found[1]} ${found[2]}`.toUpperCase() : undefined;
}

function agreementOf(input: PlanInput, f: Facts): Agreement | Refusal {
  if (input.agreed === "agreed") {
    const how = input.agreedHow ?? "";
    if (!how && f.policy.agreement.value === "required")
      return refuse("agreedHow", "Say with whom it was agreed, and when.", {
        field: "agreedHow",
        clause: f.policy.agreement.clauses[0],
      });
    return { kind: "agreed", how };
  }
  const ground = f.policy.unannounced.value.find(({ id }) => id === input.agreed);
  if (!ground)
    return refuse("badGround", "Choose a ground on which the policy allows an unannounced visit.", {
      field: "agreed",
      clause: f.policy.unannounced.clauses[0],
    });
  return unannounced(ground, input);
}

function unannounced(ground: Ground, input: PlanInput): Agreement | Refusal {
  const clause = ground.clauses[0];
  if (!input.unannouncedWhy)
    return refuse("whyUnannounced", "Say why the visit can't be agreed with the parents first.", {
      field: "unannouncedWhy",
      clause,
    });
  const missing = ground.needs.find(({ id }) => !input.needs.includes(id));
  if (missing)
    return refuse("groundNeeds", `This ground needs both: ${ground.needs.map(({ text }) => text).join("; ")}.`, {
      field: "needs",
      clause: missing.clauses[0] ?? clause,
    });
  return { kind: "unannounced", ground: ground.id, why: input.unannouncedWhy, needs: ground.needs.map(({ id }) => id) };
}

function refusedReason(input: PlanInput, { policy }: Facts): Refusal | undefined {
  if (!policy.reasons.value.list.some(({ id }) => id === input.reason))
    return refuse("badReason", "Choose one of the policy's reasons.", {
      field: "reason",
      clause: policy.reasons.clauses[0],
    });
  if (policy.whyNotInSchool.value && !input.whyNotInSchool)
    return refuse("whyNotInSchool", "Say why this can't be done at school.", {
      field: "whyNotInSchool",
      clause: policy.whyNotInSchool.clauses[0],
    });
  return undefined;
}

function refusedVisitors(visitors: readonly Id[], f: Facts): Refusal | undefined {
  for (const id of visitors) {
    const person = f.roster.people.find((p) => p.id === id);
    if (!person || !isActive(person, f.roster.school, f.now) || !person.roles.includes("visitor"))
      return refuse("badCompanion", "That person can't be chosen for a visit. Please choose somebody from the list.", {
        field: "companion",
      });
    const why = whyNotSent(person, f, visitors.length === 1);
    if (why) return { ...why, field: "companion" };
  }
  return undefined;
}

const outsiderOf = (input: PlanInput): Plan["outsider"] =>
  input.outsiderName
    ? { name: input.outsiderName, organisation: input.outsiderOrganisation ?? "", phone: input.outsiderPhone ?? "" }
    : undefined;

function refusedOutsider(input: PlanInput): Refusal | undefined {
  const any = input.outsiderName || input.outsiderOrganisation || input.outsiderPhone;
  if (any && !(input.outsiderName && input.outsiderOrganisation && input.outsiderPhone))
    return refuse("outsiderDetails", "For somebody from outside please give name, organisation and phone.", {
      field: "outsiderName",
    });
  return undefined;
}

function refusedNumber(visitors: readonly Id[], input: PlanInput, f: Facts): Refusal | undefined {
  const { policy, past } = f;
  const count = visitors.length + (input.outsiderName && policy.outsiderCounts.value ? 1 : 0);
  const most = policy.visitorsMax.value;
  if (most !== null && count > most)
    return refuse("tooMany", `No more than ${most} may go.`, {
      field: "companion",
      clause: policy.visitorsMax.clauses[0],
    });
  if (count >= policy.visitorsMin.value) return undefined;
  if (policy.lone.value === "never" || count < 1)
    return refuse("tooFew", `At least ${policy.visitorsMin.value} go together. Choose a companion.`, {
      field: "companion",
      clause: policy.visitorsMin.clauses[0],
    });
  if (past.firstVisit && policy.loneNever.value.includes("firstVisit"))
    return refuse("loneFirstVisit", "Two members of staff go on a first visit to a home. Choose a companion.", {
      field: "companion",
      clause: policy.loneNever.clauses[0],
    });
  if (!input.loneWhy)
    return refuse("loneWhy", "Choose a companion, or say why you would go alone.", {
      field: "loneWhy",
      clause: policy.visitorsMin.clauses[0],
    });
  return undefined;
}

const inHoursAll = ({ leave, back }: Times, f: Facts): boolean =>
  inHours(f.roster.school, leave) && inHours(f.roster.school, back);

function refusedHours(times: Times, input: PlanInput, f: Facts): Refusal | undefined {
  const { policy } = f;
  if (inHoursAll(times, f) || policy.outOfHours.value === "allowed") return undefined;
  const clause = policy.outOfHours.clauses[0];
  if (policy.outOfHours.value === "never")
    return refuse("outOfHours", "Visits take place in school hours.", { field: "start", clause });
  if (!input.outOfHoursWhy)
    return refuse("outOfHoursWhy", "This is outside school hours. Say why it is absolutely necessary.", {
      field: "outOfHoursWhy",
      clause,
    });
  if (!input.noAlternative)
    return refuse("noAlternative", "This is outside school hours. Say why there is no reasonable alternative.", {
      field: "noAlternative",
      clause,
    });
  return undefined;
}

/** What changed in a way that voids an approval (S11); empty where nothing did. */
export function voidedBy(before: Plan, after: Plan, f: Facts, reserve?: Id): string[] {
  const moved = (a: At, b: At) => Math.abs(a - b) > f.policy.moveVoidsAfter.value * 60_000;
  const newcomers = after.visitors.filter((id) => !before.visitors.includes(id) && id !== reserve);
  const changed: [string, boolean][] = [
    [
      "visitors",
      newcomers.length > 0 ||
        after.visitors.length < before.visitors.length ||
        before.outsider?.name !== after.outsider?.name,
    ],
    ["place", before.address !== after.address || before.postcode !== after.postcode || before.pupil !== after.pupil],
    ["reason", before.reason !== after.reason || before.purpose !== after.purpose],
    ["risk", before.news !== after.news],
    ["time", moved(before.leave, after.leave) || moved(before.start, after.start) || moved(before.back, after.back)],
    ["agreement", before.agreement.kind !== after.agreement.kind],
  ];
  return changed.filter(([, yes]) => yes).map(([what]) => what);
}
