import { refusals } from "../../words/en-gb";
import type { Facts } from "../command";
import { type Refusal, refuse } from "../refusal";
import type { Plan } from "../visit";
import type { PlanInput } from "./input";

const say = refusals.planning;

/** Whether others are told depends on whether the family has a social worker (TMC-15). */
const telling = ({ policy }: Facts) => policy.tellOthers.value.find(({ only }) => only === "socialWorker");
export const asksSocialWorker = (f: Facts): boolean => telling(f) !== undefined;

/** With name and mobile, so that they can be told, and found when there is concern (TMC-39). */
export function socialWorkerOf(input: PlanInput, f: Facts): Pick<Plan, "socialWorker"> | Refusal {
  const line = telling(f);
  if (!line && !input.socialWorker) return {};
  const has = input.socialWorker;
  if (!has) return refuse("socialWorker", say.socialWorker, { field: "socialWorker", clause: line?.clauses[0] });
  if (has !== "yes") return { socialWorker: { has } };
  const { socialWorkerName: name, socialWorkerPhone: phone } = input;
  if (!name || !phone)
    return refuse("socialWorkerPhone", say.socialWorkerPhone, {
      field: name ? "socialWorkerPhone" : "socialWorkerName",
      clause: line?.clauses.at(-1),
    });
  return { socialWorker: { has, name, phone } };
}
