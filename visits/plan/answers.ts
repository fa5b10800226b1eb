import type { Line, Need, Reason } from "../../policies/policy";
import type { RequestLine } from "../../policies/rows";
import { refusals, seen } from "../../words/en-gb";
import type { Facts } from "../command";
import { type Refusal, refuse, together } from "../refusal";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";

const say = refusals.planning;
/** The document has no rule on escort and vehicle, so the approver looks at them each time (AET-33, matrix A21). */
const { pupilCarried } = seen;

/** Beside the card's own fields: what the policy's lines, the reason and another agency's wish ask. */
export function answersOf(input: PlanInput, f: Facts): Pick<Plan, "answers" | "reasonChoice" | "agency"> | Refusal {
  const { requestLines, agencyRequest, reasons } = f.policy;
  const reason = reasons.value.list.find(({ id }) => id === input.reason);
  const agencyLines = input.agency ? agencyRequest.value.map(asText) : [];
  const asked = [...requestLines.value, ...agencyLines].filter(({ ask }) => ask !== undefined);
  const open =
    together(asked.map((line) => refusedLine(line, input))) ??
    refusedTwice(asked, input) ??
    refusedNeeds(reason, input);
  if (open) return open;
  const choices = reason?.choices ?? [];
  if (choices.length > 0 && !choices.some(({ id }) => id === input.reasonChoice))
    return refuse("reasonChoice", say.reasonChoice, { field: "reasonChoice", clause: reason?.clauses[0] });
  const numbers = (reason?.needs ?? []).filter(({ atLeast }) => atLeast !== undefined);
  const kept = [...asked, ...numbers].flatMap((line) => {
    const said = saidOf(line, input);
    return said ? [[line.id, said]] : [];
  });
  return {
    ...(kept.length > 0 ? { answers: Object.fromEntries(kept) } : {}),
    ...(choices.length > 0 ? { reasonChoice: input.reasonChoice } : {}),
    ...(input.agency ? { agency: input.agency } : {}),
  };
}

const asText = (line: Line): RequestLine => ({ ...line, ask: "text" });
const firstOf = (all: readonly (Refusal | undefined)[]): Refusal | undefined => all.find((one) => one !== undefined);

/** Where the document says "wherever possible", why it was not is the answer (BEM-56). */
const saidOf = ({ id, orWhyNot }: Line & { orWhyNot?: boolean }, { answers, whyNots }: PlanInput): string =>
  (orWhyNot ? whyNots[id] : undefined) ?? answers[id] ?? "";

function refusedLine(line: RequestLine, input: PlanInput): Refusal | undefined {
  const { id, text, ask, optional, choices = [], clauses } = line;
  const said = saidOf(line, input);
  if (optional && said === "") return undefined;
  const about = { field: `answer_${id}`, clause: clauses[0] };
  if (ask === "tick") return refusedTick(line, said);
  if (ask === "time") return timeIn(said) ? undefined : refuse("answer", say.whichTime(text), about);
  const among = ask === "yesNo" ? ["yes", "no"] : ask === "choice" ? choices.map((one) => one.id) : undefined;
  return (among?.includes(said) ?? said !== "") ? undefined : refuse("answer", say.answer(text), about);
}

function refusedTick({ id, text, optional, orWhyNot, clauses }: RequestLine, said: string): Refusal | undefined {
  if (said === "true" || optional || (orWhyNot && said !== "" && said !== "false")) return undefined;
  const clause = clauses[0];
  return orWhyNot
    ? refuse("answer", say.tickOrWhyNot(text), { field: `whyNot_${id}`, clause })
    : refuse("answer", say.tickNeeded(text), { field: `answer_${id}`, clause });
}

/** `10:40` or `9.05` anywhere in an answer. */
const timeIn = (said: string): string | undefined => /\b([01]?\d|2[0-3])[:.][0-5]\d\b/.exec(said)?.[0];

/** Two attempts are made at two times. */
function refusedTwice(asked: readonly RequestLine[], { answers }: PlanInput): Refusal | undefined {
  const timed = asked.filter(({ id, ask }) => ask === "time" && answers[id]);
  const twice = timed.find(({ id }, i) => timed.slice(0, i).some((other) => answers[other.id] === answers[id]));
  return twice && refuse("answer", say.sameTime(twice.text), { field: `answer_${twice.id}`, clause: twice.clauses[0] });
}

/** What the asker says to use a reason; what the approver confirms stands on the approval (LAT-19). */
function refusedNeeds(reason: Reason | undefined, input: PlanInput): Refusal | undefined {
  return firstOf((reason?.needs ?? []).filter(({ by }) => by === undefined).map((need) => refusedNeed(need, input)));
}

function refusedNeed({ id, text, atLeast, clauses }: Need, input: PlanInput): Refusal | undefined {
  const clause = clauses[0];
  if (atLeast === undefined)
    return input.reasonNeeds.includes(id)
      ? undefined
      : refuse("reasonNeeds", say.reasonNeeds(text), { field: "reasonNeeds", clause });
  const given = input.answers[id] ?? "";
  return /^\d{1,4}$/.test(given) && Number(given) >= atLeast
    ? undefined
    : refuse("atLeast", say.atLeast(text, atLeast), { field: `answer_${id}`, clause });
}

/** What the approver ticks: the policy's lines, and what this visit's reason needs of the approver. */
export function approvalTicks(plan: Pick<Plan, "reason">, policy: Facts["policy"]): readonly Line[] {
  const reason = policy.reasons.value.list.find(({ id }) => id === plan.reason);
  const carried = reason?.pupilInVehicle ? [{ id: "pupilCarried", text: pupilCarried, clauses: reason.clauses }] : [];
  return [...policy.approvalTicks.value, ...(reason?.needs ?? []).filter(({ by }) => by === "approver"), ...carried];
}
