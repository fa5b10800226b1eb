import { refusals as all } from "../../words/en-gb";
import type { Facts, Input } from "../command";
import { actionsFrom, refusedActions } from "../minutes/actions";
import { asks, citingField, happenings, inputOf, met, ownFields } from "../minutes/fields";
import { afterMinutes } from "../minutes/follow";
import { type MinutesInput, minutesInput } from "../minutes/input";
import { isVisitor } from "../people";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { type Decision, rule } from "../rule";
import { doneOf, opened } from "../tasks/paperwork";
import { titlesOf } from "../titles";
import type { Minutes, Visit } from "../visit";

const refusals = all.returning;

/** AET-59: whether there was an issue has to be answered; AET-108: a concern goes to the DSL. */
export const writeMinutes = rule<MinutesInput>({
  input: minutesInput,
  binds: "nothing",
  when: ["back"],
  may: (v, f) => isVisitor(v, f.actor.id),
  whose: refusals.whoWrites,
  offered: (v) => v.minutes === undefined,
  already: (v, f, _asked, input) => v.minutes?.by === f.actor.id && v.minutes.text === input.text,
  decide(v, input, f, asked): Decision {
    if (v.minutes) return refuse("written", refusals.written);
    const refused = refusedAnswers(input, f) ?? refusedFields(v, asked.raw, f) ?? refusedActions(input, f);
    if (refused) return refused;
    const minutes = minutesFrom(v, input, asked.raw, f);
    if (isRefusal(minutes)) return minutes;
    const { reports, tasks } = afterMinutes(v, minutes, input, f);
    return [{ type: "MinutesWritten", minutes }, ...doneOf(v, "minutes"), ...opened(v, reports, tasks, f)];
  },
});

type Written = Omit<Minutes, "by" | "at">;

function minutesFrom(v: Visit, input: MinutesInput, raw: Input, f: Facts): Written | Refusal {
  const plan = actionsFrom(input, f);
  if (isRefusal(plan)) return plan;
  const own = ownFields(v, f).map(({ id, ask }) => [id, saidIn(raw, id), ask] as const);
  const fields = Object.fromEntries(own.filter(([, said, ask]) => (ask === "tick" ? said === "true" : said !== "")));
  return {
    text: input.text,
    actions: [input.actions, input.followUp].filter(Boolean).join("\n"),
    issues: input.issues === "yes" ? (input.issuesWhat ?? "") : "",
    concern: "",
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(plan.length > 0 ? { plan } : {}),
    ...(input.otherIssues ? { otherIssues: input.otherIssues } : {}),
    ...(input.referral === "yes" ? { referral: input.referralWhat ?? "" } : {}),
    ...(input.nextDate ? { nextDate: input.nextDate } : {}),
    ...(input.outcomeTo.length > 0 ? { sentTo: input.outcomeTo } : {}),
    ...(input.outcomeWhyNot ? { notSentWhy: input.outcomeWhyNot } : {}),
  };
}

const saidIn = (raw: Input, id: string): string => (raw[inputOf(id)] ?? "").trim();

/** A "yes" needs its sentence, with the title of whoever will read it. */
function refusedAnswers(input: MinutesInput, f: Facts): Refusal | undefined {
  const missing = (field: string, about: string, say: string): Refusal =>
    refuse(about, say, { field, clause: citingField(f, about) });
  if (input.issues === "yes" && !input.issuesWhat)
    return missing("issuesWhat", "issues", refusals.issues(titlesOf(f.policy)));
  if (input.concern === "yes" && !input.concernWhat)
    return missing("concernWhat", "concern", refusals.concern(titlesOf(f.policy)));
  if (input.happened.some((kind) => !happened(kind))) return missing("happened", "happened", refusals.chooseFromList);
  if (input.happened.length > 0 && !input.happenedWhat)
    return missing("happenedWhat", input.happened[0] ?? "", refusals.happened);
  if (input.otherIssues && !staff(f, input.otherIssuesTo))
    return missing("otherIssuesTo", "otherIssues", refusals.forwardTo);
  if (input.referral === "yes" && !input.referralWhat) return missing("referralWhat", "referral", refusals.referral);
  if (!asks(f, "outcomeTo")) return undefined;
  if (input.outcomeTo.some((id) => !staff(f, id))) return missing("outcomeTo", "outcomeTo", refusals.chooseFromList);
  if (input.outcomeTo.length === 0 && !input.outcomeWhyNot)
    return missing("outcomeTo", "outcomeTo", refusals.outcomeTo);
  return undefined;
}

const happened = (kind: string): boolean => (happenings as readonly string[]).includes(kind);

const staff = ({ roster }: Facts, id: string | undefined): boolean => roster.people.some((person) => person.id === id);

/** Of a meeting that never took place nobody has to say who was there. */
function refusedFields(v: Visit, raw: Input, f: Facts): Refusal | undefined {
  const about = (id: string) => ({ field: inputOf(id), clause: citingField(f, id) });
  const own = ownFields(v, f);
  const empty = own.find((field) => field.needed && met(v) && saidIn(raw, field.id) === "");
  if (empty) return refuse("field", refusals.field(empty.text), about(empty.id));
  const long = own.find(({ id }) => saidIn(raw, id).length > 4000);
  return long && refuse("field", refusals.tooLong, about(long.id));
}
