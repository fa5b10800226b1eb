import { z } from "zod";
import { atLocal, inHours, localDate } from "../../schools/hours";
import { isActive } from "../../schools/roster";
import type { At, Id } from "../../schools/school";
import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { callerOf, contactDeciders, contactOf, firstWay, measureClause, measuresFor, takesPart } from "../contacts";
import { clockTime, ids, needed, oneOf, optionalDay, optionalOneOf, text } from "../inputs";
import { hasRole, isVisitor } from "../people";
import { isRefusal, type Refusal, refuse, refuseOpen } from "../refusal";
import { type Decision, rule } from "../rule";
import { opened, type TaskDraft } from "../tasks/paperwork";
import type { Contact, Visit } from "../visit";

const say = refusals.contacting;
const any = z.string().max(100).optional();

const planned = z.object({
  contactHow: optionalOneOf(["phone", "video"]),
  contactWhy: needed(say.why, 1000),
  contactSeen: text(1000),
  contactDate: optionalDay,
  contactTime: clockTime(say.time),
  contactKnows: any,
  contactBeside: any,
  contactTicks: ids,
});
type PlannedInput = z.infer<typeof planned>;

/** The visit is off because somebody at home is ill (AET-A-111): where there has to be contact all the same, a call is planned (AET-A-112). */
export const planContact = rule<PlannedInput>({
  input: planned,
  binds: "nothing",
  when: ["off"],
  may: (v, f) => isVisitor(v, f.actor.id) && f.policy.alternativeContact.value !== null,
  whose: say.whoPlans,
  offered: (v) =>
    v.off?.ill === true &&
    (v.contact === undefined || v.contact.decided?.yes === false || v.contact.notMade !== undefined),
  already: (v, f, _asked, input) => isPending(v) && callerOf(v) === f.actor.id && v.contact?.why === input.contactWhy,
  decide(v, input, f): Decision {
    if (v.contact?.made) return refuse("contactMade", say.made);
    const contact = planFor(v, input, f);
    return isRefusal(contact) ? contact : [{ type: "ContactPlanned", contact }];
  },
});

/** Planned, and nobody has decided yet. */
const isPending = ({ contact }: Visit): boolean => contact !== undefined && contact.decided === undefined;

type Planned = Omit<Contact, "by" | "asked" | "decided" | "made">;

function planFor(v: Visit, input: PlannedInput, f: Facts): Planned | Refusal {
  const at = timeOf(input, f);
  if (isRefusal(at)) return at;
  const refused = refusedWay(input, f) ?? refusedStaff(input, f) ?? refusedTicks(input, f);
  if (refused) return refused;
  return {
    no: (v.contact?.no ?? 0) + 1,
    how: input.contactHow ?? firstWay(f),
    why: input.contactWhy,
    whySeen: input.contactSeen,
    at,
    knows: input.contactKnows?.trim() ?? "",
    beside: input.contactBeside?.trim() || undefined,
    planned: measuresFor(f, "planned").map(({ id }) => id),
  };
}

/** AET-A-122: a call is made in school hours, whatever else is possible. */
function timeOf(input: PlannedInput, f: Facts): At | Refusal {
  const { school } = f.roster;
  const at = atLocal(input.contactDate ?? localDate(f.now, school.timezone), input.contactTime, school.timezone);
  if (at === undefined || at < f.now - 900_000) return refuse("contactTime", say.past, { field: "contactTime" });
  return contactOf(f)?.schoolHoursOnly && !inHours(school, at)
    ? refuse("contactHours", say.hours, { field: "contactTime", clause: measureClause(f, "hours") })
    : at;
}

/** AET-A-113: the first way is taken unless the pupil has to be seen. */
const refusedWay = ({ contactHow, contactSeen }: PlannedInput, f: Facts): Refusal | undefined =>
  contactHow === "video" && firstWay(f) !== "video" && !contactSeen
    ? refuse("contactSeen", say.seen, { field: "contactSeen", clause: f.policy.alternativeContact.clauses[1] })
    : undefined;

/** AET-A-119, AET-A-126: colleagues by name. */
function refusedStaff(input: PlannedInput, f: Facts): Refusal | undefined {
  const [knows = "", beside = ""] = [input.contactKnows?.trim(), input.contactBeside?.trim()];
  if (!isColleague(knows, f))
    return refuse("contactKnows", say.knows, {
      field: "contactKnows",
      clause: measureClause(f, "colleagueKnows"),
    });
  return beside === "" || isColleague(beside, f)
    ? undefined
    : refuse("contactBeside", say.beside, { field: "contactBeside", clause: measureClause(f, "secondStaff") });
}

const isColleague = (id: Id, f: Facts): boolean =>
  id !== f.actor.id && f.roster.people.some((one) => one.id === id && isActive(one, f.roster.school, f.now));

/** AET-A-121, AET-A-123: no call without what the family has to have agreed to. */
function refusedTicks({ contactTicks }: PlannedInput, f: Facts): Refusal | undefined {
  const open = measuresFor(f, "planned").filter(({ id }) => !contactTicks.includes(id));
  return refuseOpen("contactTicks", open, say);
}

const decided = z.object({ answer: oneOf(["yes", "no"], say.answer), contactWhyNot: text(1000) });

/** AET-A-114: a senior leader authorises it, and nobody their own. */
export const decideContact = rule<z.infer<typeof decided>>({
  input: decided,
  binds: "nothing",
  when: ["off", "out", "back", "closed"],
  may: (v, f) => hasRole(f.roster, f.actor, contactDeciders(f), f.now) && !takesPart(v, f.actor.id),
  whose: say.whoDecides,
  offered: isPending,
  already: (v, f, asked, { answer }) =>
    v.contact?.no === asked.no && v.contact.decided?.by === f.actor.id && v.contact.decided.yes === (answer === "yes"),
  decide(v, { answer, contactWhyNot = "" }, f, asked): Decision {
    if (!v.contact) return refuse("noContact", say.none);
    if (v.contact.no !== asked.no) return refuse("contactMoved", say.moved);
    if (v.contact.decided) return refuse("contactDecided", say.decided);
    if (answer === "no" && !contactWhyNot)
      return refuse("contactWhyNot", say.whyNot, {
        field: "contactWhyNot",
        clause: measureClause(f, "authorised"),
      });
    return [
      { type: "ContactDecided", no: v.contact.no, yes: answer === "yes", why: contactWhyNot },
      ...(answer === "yes" ? opened(v, [], [toRecord(v.contact)], f) : []),
    ];
  },
});

/** It is owed like any other paperwork: whoever answers for the school sees it late, and no record goes before it. */
const toRecord = ({ by, at }: Contact): TaskDraft => ({ kind: "call", for: [by], due: at + 3_600_000, apart: true });
