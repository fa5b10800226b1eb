import type { Line } from "../../policies/policy";
import type { RequestLine } from "../../policies/rows";
import { seen } from "../../words/en-gb";
import type { Facts } from "../command";
import type { Sight } from "../sight";
import type { Visit } from "../visit";

/** What was said when the visit was asked for, in the policy's words. */

type Around = Pick<Facts, "policy">;

export function answers({ plan }: Visit, { policy }: Around): Sight["answers"] {
  const needs = policy.reasons.value.list.flatMap(({ needs = [] }) => needs);
  const asked: (Line | RequestLine)[] = [...policy.requestLines.value, ...policy.agencyRequest.value, ...needs];
  return asked.flatMap((line) => {
    const said = plan.answers?.[line.id];
    // Teams sends a box that nobody has ticked as "false".
    if (said === undefined || said === "false") return [];
    const { id, text, clauses, chosen } = line;
    return [{ id, text, clauses, chosen, said: inWords(said, "ask" in line ? line : {}) }];
  });
}

/** A tick says nothing beyond its line; what was chosen says it in the policy's words, and a tick that was left says why. */
const inWords = (said: string, { choices = [], orWhyNot }: Partial<RequestLine>): string => {
  if (said === "true") return "";
  return orWhyNot ? seen.whyNot(said) : (choices.find(({ id }) => id === said)?.text ?? seen.yesNo[said] ?? said);
};

export const choiceText = ({ plan }: Visit, { policy }: Around): string | undefined =>
  policy.reasons.value.list.flatMap(({ choices = [] }) => choices).find(({ id }) => id === plan.reasonChoice)?.text;

/** With the parents, or why not. */
export function agreement({ plan }: Visit, f: Around): string | undefined {
  if (plan.agreement.kind === "notAsked") return undefined;
  if (plan.agreement.kind === "agreed") {
    const { way, how } = plan.agreement;
    const by = f.policy.agreementWays?.value.find(({ id }) => id === way)?.text;
    return seen.agreed([by, how].filter(Boolean).join(": "));
  }
  const { ground, why } = plan.agreement;
  return seen.unannounced(f.policy.unannounced.value.find(({ id }) => id === ground)?.text ?? ground, why);
}
